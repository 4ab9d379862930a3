"""`sil show THEME`: the records under it, those under narrower themes with the theme they come from."""

import json

import pytest

THEMES = """
themes:
  - {id: work, label: {en: Work}, definition: {en: Any work.}}
  - {id: office, label: {en: Office}, definition: {en: Work at a desk.}, broader: [work]}
  - {id: desk, label: {en: Desk}, definition: {en: A desk.}, broader: [office]}
  - {id: play, label: {en: Play}, definition: {en: No work.}, related: [work]}
"""
ORGANISATION = """
id: {id}
names: [{{text: {id}, lang: en, preferred: true}}]
kind: company
country: th
themes: [{themes}]
summary: {{en: One.}}
sources: {{}}
checked: 2026-11-01
"""


@pytest.fixture
def base(tmp_path):
    (tmp_path / "kb/data/orgs").mkdir(parents=True)
    (tmp_path / "kb/data/themes.yaml").write_text(THEMES, "utf-8")
    for name, themes in {
        "whole": "work",
        "clerk": "office",
        "carver": "desk, office",
        "both": "work, desk",
        "toy": "play",
    }.items():
        text = ORGANISATION.format(id=name, themes=themes)
        (tmp_path / f"kb/data/orgs/{name}.yaml").write_text(text, "utf-8")
    return tmp_path / "kb"


def test_records_under_narrower_themes_bear_the_theme_they_come_from(sil, base):
    told = json.loads(sil("show", "work", "--json", cwd=base).out)
    assert {link["id"] for link in told["links"]["from"]} == {"whole", "both", "office", "play"}
    assert {one["id"]: one["themes"] for one in told["below"]} == {"clerk": ["office"], "carver": ["desk", "office"]}
    assert json.loads(sil("show", "desk", "--json", cwd=base).out)["below"] == []
    assert "below" not in json.loads(sil("show", "clerk", "--json", cwd=base).out)


@pytest.mark.parametrize(
    ("lang", "heading"), [("en", "Under narrower themes"), ("th", "อยู่ภายใต้หัวข้อย่อย"), ("ja", "下位のテーマの記録")]
)
def test_they_stand_in_a_section_of_their_own(sil, base, lang, heading):
    page = sil("show", "work", "-f", "md", "--lang", lang, cwd=base).out.partition(heading)[2]
    assert "carver" in page
    assert "Office" in page
    assert "toy" not in page
    assert heading not in sil("show", "play", "-f", "md", "--lang", lang, cwd=base).out


def test_what_is_listed_under_a_theme_is_shown_with_it(sil):
    told = json.loads(sil("show", "sustainable-tourism", "--json").out)
    shown = {one["id"] for one in (*told["links"]["from"], *told["below"])}
    for kind in ("orgs", "policies", "lessons"):
        listed = json.loads(sil("list", kind, "--theme", "sustainable-tourism", "--json").out)["items"]
        assert {one["id"] for one in listed} <= shown


def test_a_promise_kept_with_an_exchange_of_another_theme_says_so(sil):
    told = sil("report", "theme", "sustainable-tourism", "-f", "md").out
    assert "Kept with: July 2019: SOIL" in told
