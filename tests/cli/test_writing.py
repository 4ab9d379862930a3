"""Commands that change records: what they write, what they refuse, and the way back."""

import json
import os
import re
import shlex
import shutil

import pytest

from sil.kb.writing import Change, Journal, write
from tests.conftest import ROOT


@pytest.fixture
def own(tmp_path):
    """A knowledge base of one's own: a copy of the shipped one."""
    shutil.copytree(ROOT / "data", tmp_path / "kb" / "data")
    shutil.copy(ROOT / "sil.toml", tmp_path / "kb" / "sil.toml")
    return tmp_path / "kb"


@pytest.fixture
def run(sil, own, tmp_path):
    """Run a command in that knowledge base, with a journal of its own."""

    def in_it(*arguments):
        return sil(*arguments, cwd=own, env={"XDG_STATE_HOME": str(tmp_path / "state")})

    return in_it


def files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_name_that_cannot_be_derived_is_taught_with_the_command_that_the_answer_prints(run):
    asked = run("resolve", "ธนาคารแห่งแรงบันดาลใจ")
    assert asked.code == 1
    printed = re.search(r'sil add alias \S+ "ธนาคารแห่งแรงบันดาลใจ"', asked.err)
    assert printed
    taught = run("add", "alias", "taejai", "ธนาคารแห่งแรงบันดาลใจ")
    assert taught.code == 0
    assert re.search(r"data/orgs/taejai\.yaml:\d+", taught.err)
    found = json.loads(run("resolve", "ธนาคารแห่งแรงบันดาลใจ", "--json").out)
    assert (found["status"], found["matches"][0]["id"], found["matches"][0]["reason"]) == ("match", "taejai", "alias")
    assert run("check").code == 0


@pytest.mark.parametrize("kind", ["variant", "misspelling", "former"])
def test_an_alias_is_found_and_not_displayed(run, own, kind):
    """Also when it is the only name in the language of the reader; a short name is displayed."""
    (own / "data/orgs/hikari.yaml").write_text(
        "id: hikari\nnames:\n  - {text: ひかりベーカリー, lang: ja}\nkind: company\n"
        "summary: A bakery.\nsources: {}\nchecked: 2026-11-24\n",
        "utf-8",
    )

    def titles():
        return {lang: run("show", "hikari", "--lang", lang).out.split("\n")[0] for lang in ("en", "th", "ja")}

    before = titles()
    assert all("ひかりベーカリー" in title for title in before.values())
    for alias in ("H Bakery", "เอชเบเกอรี่"):
        assert run("add", "alias", "hikari", alias, "--kind", kind).code == 0
        assert json.loads(run("resolve", alias, "--json").out)["matches"][0]["id"] == "hikari"
    assert titles() == before
    assert run("add", "alias", "hikari", "Hikari", "--kind", "short").code == 0
    assert "Hikari" in titles()["en"]


def test_undo_brings_every_byte_back(run, own):
    before = files(own)
    assert run("undo").code == 1  # nothing yet
    assert run("add", "alias", "litalico", "リタ君").code == 0
    assert run("add", "alias", "jes", "อีโคทัวริซึม", "--kind", "short", "--reading", "iko").code == 0
    assert files(own) != before
    assert run("undo", "--dry-run").out.count("-  - {") == 1
    assert run("undo").code == 0
    assert run("undo").code == 0
    assert files(own) == before
    assert run("undo").code == 1


def test_a_dry_run_prints_the_diff_and_writes_nothing(run, own):
    before = files(own)
    result = run("add", "alias", "litalico", "リタ君", "--dry-run")
    assert result.out.startswith("--- a/data/orgs/litalico.yaml\n+++ b/data/orgs/litalico.yaml\n")
    assert [line for line in result.out.splitlines()[2:] if line.startswith("+")] == [
        "+  - text: リタ君",
        "+    lang: ja",
        "+    kind: variant",
    ]
    assert files(own) == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("litalico", "LITALICO"), 0, "already"),
        (("jes", "LITALICO"), 2, "litalico"),
        (("jes", "x", "--kind", "nickname"), 2, "misspelling"),
        (("jes", "x", "--language", "fr"), 2, "th"),
        (("nobody at all 123", "x"), 1, "nobody"),
        (("jes", "  "), 2, ""),
    ],
)
def test_what_is_refused_changes_nothing(run, own, arguments, code, said):
    before = files(own)
    result = run("add", "alias", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert files(own) == before


def test_a_shared_name_is_taught_when_asked_for_and_is_then_ambiguous(run):
    assert run("add", "alias", "jes", "LITALICO", "--force").code == 0
    assert run("resolve", "LITALICO").code == 4


def test_what_was_edited_since_is_not_overwritten(run, own):
    run("add", "alias", "litalico", "リタ君")
    path = own / "data/orgs/litalico.yaml"
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    edited = path.read_bytes()
    result = run("undo")
    assert (result.code, path.read_bytes()) == (3, edited)
    assert "litalico.yaml" in result.err


def test_a_damaged_journal_is_one_message(run, tmp_path):
    run("add", "alias", "litalico", "リタ君")
    (step,) = (tmp_path / "state").rglob("0*.json")
    step.write_text("{", "utf-8")
    result = run("undo")
    assert result.code == 3
    assert step.name in result.err


def test_a_change_planned_on_another_text_is_refused(tmp_path):
    (tmp_path / "a.yaml").write_text("new", "utf-8")
    journal = Journal(tmp_path / "state", tmp_path)
    with pytest.raises(Exception, match="changed-meanwhile"):
        write(tmp_path, Change("a.yaml", "old", "other"), journal)
    assert (tmp_path / "a.yaml").read_text("utf-8") == "new"


def test_a_change_that_was_never_written_is_passed_over(tmp_path):
    (tmp_path / "a.yaml").write_text("old", "utf-8")
    journal = Journal(tmp_path / "state", tmp_path)
    write(tmp_path, Change("a.yaml", "old", "new"), journal)
    journal.keep(Change("a.yaml", "new", "newer"))  # as when the program was killed before it wrote
    assert journal.undo().after == "old"
    assert (tmp_path / "a.yaml").read_text("utf-8") == "old"


def test_links_and_permissions_stay(run, own):
    path = own / "data/orgs/litalico.yaml"
    real = own / "elsewhere.yaml"
    path.rename(real)
    real.chmod(0o640)
    path.symlink_to(real)
    assert run("add", "alias", "litalico", "リタ君").code == 0
    assert path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "リタ君" in real.read_text("utf-8")


def test_names_and_a_batch_are_not_mixed(run, own):
    (own / "names.txt").write_text("kong din so\n", "utf-8")
    assert run("resolve", "litalico", "--batch", "names.txt").code == 2
    result = run("resolve", "--batch", "names.txt", "-o", "found.jsonl")
    assert (result.code, result.out) == (0, "")
    assert json.loads((own / "found.jsonl").read_text("utf-8"))["matches"][0]["id"] == "klongdinsor"


def test_a_copy_left_beside_the_journal_by_another_program_is_no_step(run, own, tmp_path):
    before = files(own)
    run("add", "alias", "litalico", "リタ君")
    (step,) = (tmp_path / "state").rglob("0*.json")
    shutil.copy(step, step.with_name(f"{step.stem}.sync-conflict.json"))
    assert run("add", "alias", "litalico", "リタさま").code == 0
    assert [run("undo").code, run("undo").code] == [0, 0]
    assert files(own) == before


def test_a_file_stays_whole_when_the_program_dies_before_the_rename(run, own, monkeypatch):
    before = files(own)

    def die(source, target):
        if str(target).endswith(".yaml"):
            raise KeyboardInterrupt
        replace(source, target)

    replace = os.replace
    monkeypatch.setattr(os, "replace", die)
    assert run("add", "alias", "litalico", "リタ君").code == 130
    assert files(own) == before
    monkeypatch.undo()
    assert run("undo").code == 1


def test_spaces_and_line_breaks_of_an_alias_are_single_spaces(run, own):
    assert run("add", "alias", "litalico", " Lita\n  Rico ", "--reading", "ri\nta").code == 0
    text = (own / "data/orgs/litalico.yaml").read_text("utf-8")
    assert re.search(r"text: Lita Rico\b", text)
    assert re.search(r"reading: ri ta\b", text)


@pytest.mark.parametrize("name", ["ก\"ข$(id)`x`'ๆ!", "-ซซซซ", "--force ฌฌฌ"])
def test_the_command_printed_for_a_name_takes_exactly_that_name(run, name):
    asked = run("resolve", "--", name)
    assert asked.code == 1
    (line,) = [line for line in asked.err.splitlines() if "sil add alias" in line]
    words = shlex.split(line[line.index("sil add alias") :])
    assert words[-1] == name
    taught = run("add", "alias", "litalico", *words[4:])
    assert taught.code == 0
    assert run("resolve", "--", name).code == 0


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_a_visit_that_is_planned_still_when_its_dates_are_past_is_named(sil, tmp_path, lang):
    sil("init", "kb", cwd=tmp_path)
    for example in (tmp_path / "kb/data/exchanges").iterdir():
        example.unlink()
    written = (
        "id: osaka-visit\ntitle: Visit\nkind: study-trip\nstatus: planned\nstart: 2026-10-01\nend: 2026-10-03\n"
        "host_country: jp\nvisiting_countries: [th]\nsummary: A visit.\nsources: {}\nchecked: 2026-09-01\n"
    )
    path = tmp_path / "kb/data/exchanges/osaka-visit.yaml"
    path.write_text(written, "utf-8")

    def briefing(today):
        return sil("report", "briefing", "--lang", lang, cwd=tmp_path / "kb", env={"SIL_TODAY": today})

    assert briefing("2026-10-03").code == 0
    late = briefing("2026-10-04")
    assert (late.code, late.out) == (1, "")
    assert "osaka-visit" in late.err
    assert "status: held" in late.err
    path.write_text(written.replace("planned", "held"), "utf-8")
    assert briefing("2026-10-04").code == 0
