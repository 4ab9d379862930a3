"""Commands as people use them: a knowledge base of one's own, settings, files, questions and batches."""

import json
import re
import shutil

import pytest

from sil.cli import completion
from sil.cli.app import App
from sil.cli.commands.self_help import TOPICS
from sil.cli.environment import Environment
from sil.text.cells import width
from sil.text.labels import Labels
from tests.conftest import ROOT


@pytest.fixture
def base(sil, tmp_path):
    """A new knowledge base made by `sil init`."""
    assert sil("init", "kb").code == 0
    return tmp_path / "kb"


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


# --- init and check --------------------------------------------------------------------------------------------------


def test_init_makes_a_knowledge_base_that_is_clean_and_answers(sil, base):
    result = sil("check", cwd=base)
    assert result.code == 0
    assert "Errors: 0, warnings: 0, notes: 0" in result.out
    assert "Example Organisation" in sil("show", "องค์กรตัวอย่าง", cwd=base).out
    assert "first-lesson" in sil("list", "lessons", cwd=base).out
    assert "A lesson is one sentence" in sil("report", "trip", cwd=base).out


def test_the_examples_of_init_can_be_compared_and_the_visit_briefed(sil, base):
    compared = sil("compare", "example-organisation", "example-host", "--json", cwd=base)
    assert {row["key"]: row["relation"] for row in json.loads(compared.out)["rows"]}["revenue"] == "similar"
    briefing = sil("report", "briefing", cwd=base).out
    assert "Host?" in briefing
    annexes = [int(number) for number in re.findall(r"^Annex (\d+)\.", briefing, re.MULTILINE)]
    assert annexes == list(range(1, len(annexes) + 1)), "an annex that has nothing to say takes no number"


def test_init_says_what_it_made_and_what_comes_next(sil):
    result = sil("init", "kb")
    assert result.out == ""
    assert " files" in result.err
    assert "show example-organisation" in result.err


def test_init_dry_run_writes_nothing(sil, tmp_path):
    result = sil("init", "kb", "--dry-run")
    assert result.code == 0
    assert "data/orgs/example-organisation.yaml" in result.err
    assert not (tmp_path / "kb").exists()


def test_init_leaves_other_files_alone(sil, base):
    result = sil("init", "kb")
    assert result.code == 2
    assert "already" in result.err


def test_init_in_a_place_that_cannot_be_written(sil, tmp_path):
    (tmp_path / "file").write_text("")
    result = sil("init", "file/kb")
    assert result.code == 2
    assert "Traceback" not in result.err


def test_check_reports_all_problems_of_all_files_in_one_run(sil, base):
    edit(base / "data/orgs/example-organisation.yaml", "kind: social-enterprise", "kind: social-enterprize")
    edit(base / "data/exchanges/example-visit-2024.yaml", "start: 2024-06-03", "start: 2567-06-03")
    result = sil("check", cwd=base)
    assert result.code == 1
    places = [line for line in result.out.splitlines() if line.startswith("data/")]
    assert any("example-organisation.yaml" in line and "social-enterprise" in result.out for line in places)
    assert any("example-visit-2024.yaml" in line and "[SIL110]" in line for line in places)
    document = json.loads(sil("check", "--json", cwd=base).out)
    assert {problem["level"] for problem in document["problems"]} >= {"error"}
    assert all(problem["message"] for problem in document["problems"])


@pytest.mark.parametrize("lang", ["th", "ja"])
def test_problems_are_told_in_the_readers_language(sil, base, lang):
    edit(base / "data/orgs/example-organisation.yaml", "country: th", "contry: th")
    english = sil("check", "--json", cwd=base).out
    other = sil("check", "--json", "--lang", lang, cwd=base).out
    assert json.loads(english)["problems"][0]["message"] != json.loads(other)["problems"][0]["message"]


def test_a_broken_record_is_named_and_the_others_still_work(sil, base):
    (base / "data/orgs/broken-one.yaml").write_text("id: broken-one\nnames: [", "utf-8")
    assert sil("show", "example-organisation", cwd=base).code == 0
    result = sil("show", "broken-one", cwd=base)
    assert result.code == 3
    assert "data/orgs/broken-one.yaml" in result.err
    assert "sil check" in result.err


# --- show, list, resolve ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["กล่องดินสอ", "soil-2019-bangkok/dmo-joint-management", "障害者雇用促進法", "DMO registration scheme"]
)
def test_show_takes_ids_addresses_titles_and_names(sil, name):
    assert sil("show", name).code == 0


def test_a_title_of_several_records_is_not_guessed(sil):
    result = sil("show", "DMO")
    assert result.code == 4
    assert "jp-dmo-registration" in result.err
    assert "destination-management" in result.err


def test_two_names_of_one_record_are_not_compared(sil):
    result = sil("compare", "litalico", "LITALICO")
    assert (result.code, result.out) == (2, "")
    assert "same record" in result.err


def test_show_has_links_both_ways_and_the_place(sil):
    document = json.loads(sil("show", "klongdinsor", "--json").out)
    assert document["path"] == "data/orgs/klongdinsor.yaml"
    assert document["line"] >= 1
    assert any(link["id"].startswith("soil-2019-bangkok") for link in document["links"]["from"])
    assert any(link["id"] == "disability-employment" for link in document["links"]["to"])


def test_list_filters_sorts_and_chooses_columns(sil):
    def ids(*options):
        return [item["id"] for item in json.loads(sil("list", *options, "--json").out)["items"]]

    assert "litalico" in ids("orgs", "--country", "jp")
    assert "litalico" not in ids("orgs", "--country", "th")
    assert ids("orgs", "--kind", "foundation", "--where", "country=th") != []
    assert ids("exchanges", "--sort", "-start")[0] == "soil-2020-online"
    assert ids("exchanges", "--year", "2020") == ["soil-2020-online"]
    assert ids("exchanges", "--year", "..2019") == ["soil-2019-bangkok", "soil-2019-tokyo"]
    assert ids("orgs", "--where", "resolved=false") == ["ecotourism-japan"]
    assert ids("orgs", "--where", "names.text=กล่องดินสอ") == ["klongdinsor"]
    assert len(ids("lessons", "--theme", "disability-employment")) >= 2
    assert sil("list", "orgs", "--columns", "id,checked", "-f", "csv").out.startswith("id,checked\r\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "org"),
        ("list", "orgs", "--columns", "nonsense"),
        ("list", "orgs", "--sort", "nonsense"),
        ("list", "orgs", "--where", "nonsense"),
        ("list", "orgs", "--limit", "0"),
        ("list", "orgs", "--limit", "many"),
        ("list", "orgs", "--year", "soon"),
        ("list", "orgs", "--theme", "nonsense"),
        ("show", "litalico", "--country", "jp"),
        ("--country", "jp", "show", "litalico"),
        ("search", ""),
        ("compare",),
        ("compare", "litalico"),
        ("compare", "litalico", "soil-2019-bangkok"),
        ("compare", "litalico", "jes", "--rows", "nonsense"),
        ("compare", "--countries", "th,jp"),
        ("compare", "--countries", "th", "--theme", "disability-employment"),
        ("report", "trip", "litalico"),
        ("resolve",),
        ("resolve", "--batch", "no-such-file"),
        ("help", "nonsense"),
        ("--kb", "no-such-folder", "list", "orgs"),
        ("report", "trip", "-o", "no-such-folder/trip.html"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_told_with_a_remedy(sil, arguments):
    result = sil(*arguments)
    assert result.code in (1, 2, 3)
    assert result.out == ""
    assert result.err.startswith("sil: ")


def test_list_of_nothing_is_exit_1(sil):
    assert sil("list", "orgs", "--where", "country=zz").code == 1


def test_batch_writes_one_line_for_each_name_in_order(sil, tmp_path):
    (tmp_path / "names.txt").write_text("kong din so\n\nリタリコ\nzzqqxx\n", "utf-8")
    from_file = sil("resolve", "--batch", "names.txt")
    documents = [json.loads(line) for line in from_file.out.splitlines()]
    assert [document["query"] for document in documents] == ["kong din so", "リタリコ", "zzqqxx"]
    assert [document["status"] for document in documents] == ["match", "match", "none"]
    assert documents[0]["matches"][0]["id"] == "klongdinsor"
    from_stdin = sil("resolve", "--batch", "-", stdin="kong din so\n\nリタリコ\nzzqqxx\n")
    assert from_stdin.out == from_file.out


def test_several_names_are_resolved_at_once(sil):
    document = json.loads(sil("resolve", "JES", "DASTA", "--json").out)
    assert [result["matches"][0]["id"] for result in document["results"]] == ["jes", "dasta"]


# --- compare and report ----------------------------------------------------------------------------------------------


def test_compare_follows_the_contract(sil):
    document = json.loads(sil("compare", "litalico", "kong din so", "--json").out)
    assert document["records"] == ["litalico", "klongdinsor"]
    assert [row["block"] for row in document["rows"]] == sorted(row["block"] for row in document["rows"])
    for row in document["rows"]:
        assert row["relation"] in {"same", "similar", "different", "unknown", "not-applicable"}
        assert len(row["cells"]) == 2
        for cell in row["cells"]:
            assert set(cell) == {"text", "as_of", "status", "sources"}
            assert set(cell["sources"]) <= set(document["sources"])
    unknown = sum(cell["status"] == "unknown" for row in document["rows"] for cell in row["cells"])
    assert unknown == len(document["questions"]) > 0
    assert {question["to"] for question in document["questions"]} <= set(document["records"])


def test_deleting_a_cell_makes_a_question(sil, tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "kb" / "data")
    before = json.loads(sil("--kb", "kb", "compare", "litalico", "jes", "--json").out)["questions"]
    path = tmp_path / "kb/data/orgs/litalico.yaml"
    lines = path.read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip().startswith("place:"))
    end = next(number for number in range(start + 1, len(lines)) if lines[number].strip().startswith("duration:"))
    path.write_text("\n".join([*lines[:start], *lines[end:]]) + "\n", "utf-8")
    after = json.loads(sil("--kb", "kb", "compare", "litalico", "jes", "--json").out)["questions"]
    assert [ask for ask in after if ask not in before] == [
        {"to": "litalico", "text": "Where does the work of LITALICO take place?", "row": "place"}
    ]


@pytest.mark.parametrize(
    "arguments", [("litalico", "klongdinsor"), ("--countries", "th,jp", "--theme", "disability-employment")]
)
def test_differences_come_first_and_nothing_is_lost(sil, arguments):
    plain = json.loads(sil("compare", *arguments, "--json").out)
    sorted_ = json.loads(sil("compare", *arguments, "--differences", "--json").out)
    order = ["different", "similar", "unknown", "same", "not-applicable"]
    found = [order.index(row["relation"]) for row in sorted_["rows"]]
    assert found == sorted(found)
    assert len(set(found)) > 2
    assert sorted(row["key"] for row in sorted_["rows"]) == sorted(row["key"] for row in plain["rows"])
    page = sil("compare", *arguments, "--differences").out
    assert page.index("≠ different") < page.index("≈ similar") < page.index("? something is unknown")


def test_rows_limit_a_comparison_of_countries(sil):
    arguments = ("compare", "--countries", "th,jp", "--theme", "disability-employment", "--rows")
    document = json.loads(sil(*arguments, "lessons,threshold,price", "--json").out)
    assert [row["key"] for row in document["rows"]] == ["threshold", "price", "lessons"]
    assert "missing person" in document["rows"][1]["label"]
    assert sil(*arguments, "legal").code == 2  # a row of model sheets, not of laws


@pytest.mark.parametrize(
    "arguments",
    [
        ("litalico", "--countries", "th,jp", "--theme", "disability-employment"),
        ("litalico", "jes", "--theme", "disability-employment"),
    ],
)
def test_what_would_be_ignored_is_refused(sil, arguments):
    result = sil("compare", *arguments)
    assert (result.code, result.out) == (2, "")


def test_rows_limit_the_sheet(sil):
    document = json.loads(sil("compare", "litalico", "jes", "--rows", "legal,revenue", "--json").out)
    assert [row["key"] for row in document["rows"]] == ["revenue", "legal"]


def test_countries_stand_side_by_side(sil):
    arguments = ("compare", "--countries", "th,jp", "--theme", "disability-employment")
    document = json.loads(sil(*arguments, "--json").out)
    assert document["records"] == ["th", "jp"]
    rows = {row["key"]: row for row in document["rows"]}
    assert {"obligation", "threshold", "alternatives", "price", "results", "organisations", "lessons"} <= set(rows)
    assert "litalico" in rows["organisations"]["cells"][1]["text"]
    assert document["questions"]


def test_a_file_takes_its_format_from_its_ending(sil, tmp_path):
    result = sil("report", "trip", "-o", "trip.html")
    assert (result.code, result.out) == (0, "")
    assert "trip.html" in result.err
    assert (tmp_path / "trip.html").read_text("utf-8").startswith("<!doctype html>")
    assert sil("report", "trip", "-o", "-", "-f", "md").out.startswith("# ")


def test_a_device_is_written_to_and_not_replaced(sil, tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.md")
    reader = os.open(tmp_path / "pipe.md", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert sil("list", "exchanges", "-o", "pipe.md").code == 0
        assert os.read(reader, 100_000).decode("utf-8").startswith("# ")
    finally:
        os.close(reader)
    assert not (tmp_path / "pipe.md").is_file()


def test_a_link_is_followed(sil, tmp_path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    assert sil("list", "exchanges", "-o", "link.md").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert "soil-2019-tokyo" in (tmp_path / "real.md").read_text("utf-8")


# --- what a newcomer stumbled over -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "country"), [("en", "Thailand"), ("th", "ไทย"), ("ja", "タイ")])
def test_a_country_is_shown_as_a_country(sil, lang, country):
    facts = sil("show", "klongdinsor", "-f", "csv", "--lang", lang).out
    assert country in facts.splitlines()[1]


@pytest.mark.parametrize("names", ["japan,thailand", "日本,ไทย", "JP,TH"])
def test_countries_are_taken_by_code_or_name(sil, names):
    document = json.loads(sil("compare", "--countries", names, "--theme", "disability employment", "--json").out)
    assert document["records"] == ["jp", "th"]
    assert sil("list", "orgs", "--country", names.partition(",")[0]).code == 0


def test_an_unknown_country_is_refused_with_those_that_are_known(sil):
    result = sil("list", "orgs", "--country", "atlantis")
    assert (result.code, result.out) == (2, "")
    assert "jp (Japan)" in result.err


def test_countries_in_the_place_of_organisations_are_pointed_to_the_option(sil):
    result = sil("compare", "japan", "thailand")
    assert (result.code, result.out) == (2, "")
    assert "--countries jp,th" in result.err


def test_answers_say_that_a_file_could_not_be_read(sil, base):
    (base / "data/orgs/broken-one.yaml").write_text("id: broken-one\nnames: [", "utf-8")
    for arguments in (("search", "example"), ("list", "orgs"), ("report", "trip"), ("search", "zzqqxx")):
        assert "Files with errors: 1" in sil(*arguments, cwd=base).err


def test_an_exchange_is_found_by_a_part_of_its_title(sil):
    assert json.loads(sil("report", "trip", "bangkok", "--json").out)["id"] == "trip-soil-2019-bangkok"
    assert json.loads(sil("report", "trip", "東京", "--json").out)["id"] == "trip-soil-2019-tokyo"
    assert sil("report", "trip", "soil").code == 4


def test_an_ending_without_a_format_is_refused(sil, tmp_path):
    result = sil("list", "orgs", "-o", "orgs.odt")
    assert result.code == 2
    assert "csv" in result.err
    assert not (tmp_path / "orgs.odt").exists()


def test_csv_for_excel_begins_with_its_mark(sil):
    assert sil("list", "orgs", "-f", "csv", "--bom").out.startswith("\ufeffid,")


def test_help_names_its_topics_and_topics_fit_the_terminal(sil):
    from wcwidth import wcswidth

    assert "Topics: names, search" in sil("help").out
    for lang in ("en", "th", "ja"):
        text = sil("help", "search", "--lang", lang, env={"COLUMNS": "60"}).out
        assert max(wcswidth(line) for line in text.splitlines()) <= 60


def test_what_a_side_concluded_by_itself_is_told_as_its_own(sil):
    report = json.loads(sil("report", "trip", "--json").out)
    sections = {section["key"]: json.dumps(section) for section in report["sections"]}
    for key in ("in-five-lines", "learned"):
        _, _, after = sections[key].partition("lives on outside money")
        assert "drawn from its own work" in after.partition("In Japan")[0]
    assert "lives on outside money" in sections["lessons"]


def test_a_list_says_in_words_from_whom_a_lesson_was_learned(sil):
    arguments = ("list", "lessons", "--columns", "id,learned_from")
    for fmt in ("csv", "md"):
        assert "{" not in sil(*arguments, "--format", fmt).out
    assert '"th, local-alike"' in sil(*arguments, "--format", "csv").out
    assert "タイ、Local Alike" in sil(*arguments, "--format", "md", "--lang", "ja").out


def test_a_command_that_holds_others_says_which_when_it_stands_alone(sil):
    result = sil("report")
    assert (result.code, result.err) == (0, "")
    assert "Usage: sil report" in result.out
    assert "trip" in result.out
    assert "--theme" not in result.out


# --- bad surroundings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [("list", "orgs"), ("search", "x"), ("report", "trip"), ("show", "x"), ("compare", "a", "b")]
)
def test_a_folder_without_records_is_named(sil, tmp_path, arguments):
    (tmp_path / "empty" / "data" / "orgs").mkdir(parents=True)
    result = sil("--kb", "empty", *arguments)
    assert (result.code, result.out) == (3, "")
    assert str(tmp_path / "empty") in result.err
    assert "sil init" in result.err
    assert sil("--kb", "empty", "check").code == 0


@pytest.mark.parametrize("years", ["99999999999999999999", "2019..2018", "..", "next"])
def test_years_that_are_none_are_refused(sil, years):
    assert sil("list", "exchanges", "--year", years).code == 2


@pytest.mark.parametrize("years", ["2562", "๒๕๖๒", "พ.ศ. 2562", "2562..2562", "令和元年"])
def test_years_are_read_in_the_era_they_are_written_in(sil, years):
    items = json.loads(sil("list", "exchanges", "--year", years, "--json").out)["items"]
    assert [item["id"] for item in items] == ["soil-2019-bangkok", "soil-2019-tokyo"]


def test_a_limit_of_a_thousand_digits_is_refused(sil):
    assert sil("list", "orgs", "--limit", "9" * 5000).code == 2


def test_one_id_for_two_kinds_is_reported(sil, base):
    edit(base / "data/exchanges/example-visit-2024.yaml", "id: example-visit-2024", "id: example-organisation")
    (base / "data/exchanges/example-visit-2024.yaml").rename(base / "data/exchanges/example-organisation.yaml")
    assert "SIL214" in sil("check", cwd=base).out


def test_init_in_a_folder_without_a_name_is_refused(sil):
    assert sil("init", "").code == 2


def test_a_batch_that_is_no_utf8_is_told(sil, tmp_path):
    (tmp_path / "names.txt").write_bytes(b"abc\xff\nlitalico\n")
    assert sil("resolve", "--batch", "names.txt").code == 2
    assert sil("resolve", "--batch", "-", stdin="abc\udcff\nlitalico\n").code == 2


def test_arguments_of_another_locale_are_read_as_the_utf8_they_are(sil):
    typed = "กล่องดินสอ".encode().decode("ascii", "surrogateescape")
    assert json.loads(sil("resolve", typed, "--json").out)["matches"][0]["id"] == "klongdinsor"


def test_a_damaged_cache_is_made_anew(sil, base, tmp_path):
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    before = sil("list", "orgs", cwd=base, env=env).out
    (cache,) = (tmp_path / "cache" / "sil").glob("*.sqlite")
    content = bytearray(cache.read_bytes())
    for place in range(4096, len(content), 97):
        content[place] ^= 0xA5
    cache.write_bytes(content)
    for arguments in (("list", "orgs"), ("search", "example"), ("check",), ("show", "example-organisation")):
        assert sil(*arguments, cwd=base, env=env).code == 0
    assert sil("list", "orgs", cwd=base, env=env).out == before


@pytest.mark.parametrize("folder", ["a" * 5000, "\0"])
def test_a_folder_that_cannot_be_named_is_no_traceback(sil, folder):
    result = sil("list", "orgs", "--kb", folder)
    assert result.code in (2, 3)
    assert "Traceback" not in result.err


@pytest.mark.parametrize("name", ["", "  ", "!?"])
def test_a_name_without_letters_is_refused(sil, name):
    for arguments in (("show", name), ("resolve", name), ("compare", name, "jes"), ("search", name)):
        assert sil(*arguments).code == 2


def test_arguments_that_are_no_utf8_are_refused(sil):
    result = sil("search", "\udcff\udcfe")
    assert (result.code, result.out) == (2, "")
    assert "UTF-8" in result.err


def test_a_full_disk_and_a_closed_output_are_told(in_process_environment):
    import subprocess
    import sys

    run = {"cwd": ROOT, "env": in_process_environment, "capture_output": True, "text": True}
    full = subprocess.run(["bash", "-c", f"{sys.executable} -m sil list orgs > /dev/full"], check=False, **run)
    assert full.returncode == 2
    assert "No space" in full.stderr
    assert "Traceback" not in full.stderr
    closed = subprocess.run(["bash", "-c", f"{sys.executable} -m sil list orgs >&- <&-"], check=False, **run)
    assert "Traceback" not in closed.stderr
    assert closed.returncode == 0


# --- terminal --------------------------------------------------------------------------------------------------------


def two_of_one_name(base):
    text = (base / "data/orgs/example-organisation.yaml").read_text("utf-8")
    (base / "data/orgs/second-one.yaml").write_text(text.replace("id: example-organisation", "id: second-one"), "utf-8")


def test_an_ambiguous_name_is_asked_on_a_terminal_and_refused_elsewhere(sil, base):
    two_of_one_name(base)
    elsewhere = sil("show", "Example Organisation", cwd=base)
    assert elsewhere.code == 4
    assert "  second-one  Example Organisation  1.00  same spelling\n" in elsewhere.err
    assert elsewhere.out == ""
    asked = sil("show", "Example Organisation", "--no-pager", cwd=base, tty=True, stdin="2\n")
    assert asked.code == 0
    assert "second-one" in asked.out or "example-organisation" in asked.out
    assert sil("show", "Example Organisation", cwd=base, tty=True, stdin="\n").code == 4
    assert sil("show", "Example Organisation", "--no-input", cwd=base, tty=True, stdin="2\n").code == 4


def test_a_long_page_goes_through_the_pager_on_a_terminal_only(sil, tmp_path):
    shown = tmp_path / "shown"
    pager = {"SIL_PAGER": f"tee {shown}"}
    sil("report", "trip", tty=True, env={**pager, "PATH": "/usr/bin:/bin"})
    assert "Trip report" in shown.read_text("utf-8")
    shown.unlink()
    sil("report", "trip", "--no-pager", tty=True, env=pager)
    sil("report", "trip", env=pager)
    assert not shown.exists()


def test_a_pager_that_does_not_start_is_done_without(sil):
    result = sil("report", "trip", tty=True, env={"SIL_PAGER": "/no/such/pager"})
    assert "Trip report" in result.out


# --- settings --------------------------------------------------------------------------------------------------------


def settings(sil, *arguments, **more):
    return {
        name: tuple(one.values())
        for name, one in json.loads(sil("config", *arguments, "--json", **more).out)["settings"].items()
    }


def test_each_setting_says_where_it_came_from(sil, base, tmp_path):
    assert settings(sil)["kb"] == (str(ROOT), "package")
    assert settings(sil, cwd=base)["kb"][1] == "parent folder"
    assert settings(sil, env={"SIL_KB": "kb"})["kb"] == (str(base), "SIL_KB")
    assert settings(sil, "--kb", "kb", env={"SIL_KB": "nowhere"})["kb"][1] == "--kb"
    assert settings(sil, env={"LANG": "th_TH.UTF-8"})["lang"] == ("th", "LANG")
    assert settings(sil, env={"LANG": "th_TH.UTF-8", "SIL_LANG": "ja"})["lang"] == ("ja", "SIL_LANG")
    assert settings(sil, "--lang", "en", env={"SIL_LANG": "ja"})["lang"] == ("en", "--lang")
    assert settings(sil, env={"LC_ALL": "C"})["lang"] == ("en", "LC_ALL")
    folder = tmp_path / "home/.config/sil"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(f'kb = "{base}"\nlang = "ja"\ncolor = "never"\nformat = "md"\n', "utf-8")
    mine = {name: origin for name, (_, origin) in settings(sil).items()}
    assert (mine["kb"], mine["lang"], mine["color"]) == ("configuration",) * 3
    assert "configuration" in sil("config", "--origin").out


@pytest.mark.parametrize(
    ("text", "env"),
    [('lang = "fr"', {}), ('color = "blue"', {}), ("not toml", {}), ('kb = "/no/such/folder"', {}), ("", {"SIL_LANG": "fr"}),
     ("", {"SIL_TODAY": "yesterday"})],
)  # fmt: skip
def test_wrong_settings_are_told(sil, tmp_path, text, env):
    folder = tmp_path / "home/.config/sil"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(text, "utf-8")
    result = sil("report", "trip", env=env)
    assert result.code in (2, 3)
    assert result.err.startswith("sil: ")


@pytest.mark.parametrize("topic", TOPICS)
def test_topics_are_explained_in_three_languages(sil, topic):
    texts = {sil("help", topic, "--lang", lang).out for lang in ("en", "th", "ja")}
    assert len(texts) == 3
    assert all(len(text) > 100 for text in texts)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_topics_fit_the_terminal_and_lose_nothing(sil, topic, lang):
    text = sil("help", topic, "--lang", lang, env={"COLUMNS": "60"}).out
    assert max(width(line) for line in text.splitlines()) <= 60
    written = Labels(lang)(f"topic.{topic}").replace(" | ", "")
    assert "".join(text.split()) == "".join(written.split())


@pytest.mark.parametrize(
    ("said", "same"),
    [("ics", "formats"), ("word", "formats"), ("date", "dates"), ("出典", "grades"), ("query", "search"), ("partners", "audience"),
     ("briefing", "report briefing"), ("alias", "add alias"), ("follow-ups", "report follow-ups")],
)  # fmt: skip
def test_a_topic_has_other_names(sil, said, same):
    assert sil("help", said).out == sil("help", *same.split()).out != ""


@pytest.mark.parametrize(("said", "near"), [("grads", "grades"), ("serch", "search"), ("trap", "trip")])
def test_the_nearest_topic_is_offered(sil, said, near):
    result = sil("help", said)
    assert (result.code, result.out) == (2, "")
    assert f"`sil help {near}`" in result.err


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_lists_of_a_topic_stand_in_two_columns(sil, lang, columns):
    lines = sil("help", "formats", "--lang", lang, env={"COLUMNS": str(columns)}).out.splitlines()
    named = [line for line in lines if line.startswith("  ") and line[2] != " "]
    assert [line.split("  ")[1] for line in named][:3] == ["terminal", "md", "html"]
    assert max(map(width, lines)) <= max(columns, 47)
    column = named[0].index(named[0].split("  ", 2)[2].strip())
    rest = [line for line in lines if line.startswith("   ")]
    assert all(line[:column].strip() == "" and line[column] != " " for line in rest)


# --- completion ------------------------------------------------------------------------------------------------------


@pytest.fixture
def context(cache_home, tmp_path):
    """What the parser hands to a completion."""
    import io

    variables = {"XDG_CACHE_HOME": str(cache_home), "SIL_KB": str(ROOT)}
    app = App(Environment(io.StringIO(), io.StringIO(), io.StringIO(), variables, tmp_path))
    yield type("Context", (), {"obj": app})()
    app.close()


@pytest.mark.parametrize("typed", ["klong", "กล่อง", "Klong"])
def test_ids_are_completed_from_ids_and_names_in_all_scripts(context, typed):
    (found,) = [pair for pair in completion.names(context, typed) if "klongdinsor" in pair]
    assert found[0].startswith(typed)


def test_exchanges_are_completed(context):
    assert [address for address, _ in completion.exchanges(context, "soil-2019")] == [
        "soil-2019-bangkok",
        "soil-2019-tokyo",
    ]


def test_completion_is_silent_when_something_is_wrong(tmp_path):
    import io

    app = App(Environment(io.StringIO(), io.StringIO(), io.StringIO(), {"SIL_KB": "/no/such/folder"}, tmp_path))
    assert completion.names(type("Context", (), {"obj": app})(), "x") == []


def test_a_trip_report_says_what_is_late_and_what_did_not_work(sil, base):
    path = base / "data/exchanges/example-visit-2024.yaml"
    text = path.read_text("utf-8")
    before = sil("report", "trip", cwd=base, env={"SIL_TODAY": "2024-06-10"}).out
    after = sil("report", "trip", cwd=base, env={"SIL_TODAY": "2034-06-10"}).out
    assert "due:" in text
    assert "Promises: 2 open" in before
    assert "Promises: 2 late" in after
    path.write_text(text + "review:\n  expected: {en: A plan}\n  why: {en: The interpreter fell ill}\n", "utf-8")
    told = json.loads(sil("report", "trip", "--json", cwd=base).out)["sections"]
    section = next(one for one in told if one["key"] == "did-not-work")
    assert "The interpreter fell ill" in json.dumps(section)
    assert any(one["key"] == "terms" for one in told)
