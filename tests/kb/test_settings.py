"""What `sil check` says of `sil.toml`: a file that cannot be read, and saved searches that cannot be asked."""

import json
import re

import pytest


@pytest.mark.parametrize(
    ("written", "code", "line"),
    [
        ('[searches]\nlessons = "kind:lesson"\n', None, 0),
        ("[searches\n", "SIL305", 0),
        ("[searches]\nbad = 5\n", "SIL305", 0),
        ("searches = 3\n", "SIL305", 0),
        ('languages = "en"\n', "SIL305", 0),
        ("languages = []\n", "SIL305", 0),
        ('languages = ["en", "fr"]\n', "SIL305", 0),
        ('[searches]\ngood = "law"\nbroken = "contry:jp law"\n', "SIL306", 3),
        ('[searches]\n"two words" = "year:soon"\n', "SIL306", 2),
    ],
)
def test_settings_are_checked(sil, tmp_path, written, code, line):
    sil("init", "kb", cwd=tmp_path)
    (tmp_path / "kb/sil.toml").write_text(written, encoding="utf-8")
    result = sil("check", "--json", cwd=tmp_path / "kb")
    found = [(one["path"], one["code"], one["line"]) for one in json.loads(result.out)["problems"]]
    assert found == ([("sil.toml", code, line)] if code else [])
    assert result.code == (1 if code else 0)


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_the_next_step_is_a_command_that_shows_the_place(sil, tmp_path, lang):
    sil("init", "kb", cwd=tmp_path)
    (tmp_path / "kb/sil.toml").write_text('[searches]\nbroken = "contry:jp"\n', encoding="utf-8")
    assert "`sil search 'contry:jp'`" in sil("check", "--lang", lang, cwd=tmp_path / "kb").out
    refused = sil("search", "contry:jp", "--lang", lang, cwd=tmp_path / "kb")
    assert (refused.code, "^" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "none is saved yet"), ("th", "ยังไม่ได้บันทึกการค้นใดไว้"), ("ja", "まだ何も保存されていません")]
)
def test_where_no_search_is_saved_none_is_listed(sil, tmp_path, lang, said):
    sil("init", "kb", cwd=tmp_path)
    (tmp_path / "kb/sil.toml").write_text("", encoding="utf-8")
    result = sil("search", "@laws", "--lang", lang, cwd=tmp_path / "kb")
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    (tmp_path / "kb/sil.toml").write_text('[searches]\nlesson = "kind:lesson"\n', encoding="utf-8")
    assert "@lesson" in sil("search", "@laws", "--lang", lang, cwd=tmp_path / "kb").err


@pytest.mark.parametrize(
    ("languages", "missing"),
    [
        (None, ["th, ja"]),
        (["en", "th", "ja"], ["th, ja"]),
        (["en", "th"], ["th"]),
        (["ja"], ["ja"]),
        (["en"], []),
    ],
)
def test_texts_are_missed_in_the_languages_of_the_knowledge_base_only(sil, tmp_path, languages, missing):
    sil("init", "kb", cwd=tmp_path)
    written = f"languages = {json.dumps(languages)}\n" if languages else ""
    (tmp_path / "kb/sil.toml").write_text(written, encoding="utf-8")
    record = tmp_path / "kb/data/orgs/example-host.yaml"
    text, places = re.subn(
        r"summary:.*?(?=^\w)",
        "summary: {en: One.}\n",
        record.read_text("utf-8"),
        count=1,
        flags=re.MULTILINE | re.DOTALL,
    )
    assert places == 1
    record.write_text(text, "utf-8")
    problems = json.loads(sil("check", "--json", cwd=tmp_path / "kb").out)["problems"]
    assert [one["message"].rpartition(": ")[2].rstrip(".") for one in problems if one["code"] == "SIL219"] == missing
