"""The table of conventions of the command line, row by row."""

import json
import subprocess
import sys

import pytest
from wcwidth import wcswidth

from sil import __version__
from tests.conftest import ROOT

ESCAPE = "\x1b"


def test_bare_program_prints_short_help_with_three_examples(sil):
    result = sil()
    assert result.code == 0
    assert result.err == ""
    for example in ("sil search", 'sil compare litalico "kong din so"', "sil report trip"):
        assert example in result.out
    assert result.out.count("\n") < 15


@pytest.mark.parametrize(
    "arguments",
    [("-h",), ("--help",), ("help",), ("compare", "-h"), ("compare", "--help"), ("help", "compare"), ("report", "trip", "-h"),
     ("help", "report", "trip")],
)  # fmt: skip
def test_help_goes_to_standard_output(sil, arguments, capsys):
    result = sil(*arguments)
    out = result.out + capsys.readouterr().out
    assert result.code == 0
    assert "Usage: sil" in out
    assert result.err == ""


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_version_is_one_line(sil, flag):
    result = sil(flag)
    assert (result.code, result.out) == (0, f"sil {__version__}\n")


@pytest.mark.parametrize("arguments", [("--nope",), ("serch", "x"), ("search", "--nope", "x"), ("report", "trap")])
def test_wrong_usage_is_exit_2_and_silent_on_standard_output(sil, arguments):
    result = sil(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("sil: ")


def test_a_near_command_is_proposed_and_not_run(sil):
    result = sil("serch", "DMO")
    assert "did you mean `search`?" in result.err


def test_data_on_stdout_notes_on_stderr(sil):
    result = sil("search", "DMO", "--json")
    json.loads(result.out)
    assert "found" in result.err


def test_no_match_names_the_nearest_and_the_command(sil):
    result = sil("show", "litalicoo corporation of nowhere zzz")
    assert result.code == 1
    assert result.out == ""
    assert "sil search" in result.err


def test_search_without_hits_says_what_was_understood(sil):
    result = sil("search", "zzqqxxkk")
    assert result.code == 1
    assert "zzqqxxkk" in result.err


def test_a_fuzzy_choice_is_announced(sil):
    result = sil("compare", "litalico", "kong din so", "--json")
    assert result.code == 0
    assert "kong din so" in result.err
    assert "klongdinsor" in result.err
    assert json.loads(result.out)["records"] == ["litalico", "klongdinsor"]


def test_two_close_candidates_are_exit_4(sil):
    result = sil("show", "SIF")
    assert result.code in (0, 4)
    if result.code == 4:
        assert result.out == ""
        assert "social-innovation-foundation" in result.err


def test_a_closed_pipe_is_success(in_process_environment):
    command = f"{sys.executable} -m sil list orgs | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=ROOT,
        env=in_process_environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 141)
    assert "Traceback" not in done.stderr


def test_no_prompt_without_a_terminal(sil):
    assert sil("compare", "litalico").code == 2


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_escape_byte_without_a_terminal(sil, env):
    assert ESCAPE not in sil("report", "trip", env=env).out


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_is_respected_on_a_terminal(sil, env):
    assert ESCAPE not in sil("show", "jes", "--no-pager", env=env, tty=True).out


def test_colour_never_is_respected_on_a_terminal(sil):
    assert ESCAPE not in sil("show", "jes", "--no-pager", "--color", "never", tty=True).out


@pytest.mark.parametrize(("arguments", "env"), [(("--color", "always"), {}), ((), {"FORCE_COLOR": "1"})])
def test_colour_can_be_turned_on(sil, arguments, env):
    assert ESCAPE in sil("show", "jes", *arguments, env=env).out


COMMANDS = [
    ("search", "การจ้างงานคนพิการ"),
    ("search", "障害者雇用"),
    ("show", "klongdinsor"),
    ("list", "orgs"),
    ("list", "lessons"),
    ("compare", "litalico", "klongdinsor"),
    ("compare", "litalico", "klongdinsor", "social-innovation-foundation", "local-alike"),
    ("compare", "--countries", "th,jp", "--theme", "disability-employment"),
    ("report", "trip"),
    ("resolve", "กล่องดินสอ"),
]


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(sil, arguments, columns, lang):
    result = sil(*arguments, "--lang", lang, env={"COLUMNS": str(columns)})
    assert result.code == 0
    wide = [line for line in result.out.splitlines() if wcswidth(line) > columns]
    assert wide == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_options_in_any_order_give_the_same_bytes(sil, arguments):
    after = sil(*arguments, "--lang", "th", "-f", "md")
    before = sil("--lang", "th", "-f", "md", *arguments)
    assert after.out == before.out != ""


def test_double_dash_ends_options(sil):
    assert sil("search", "--", "DMO").out == sil("search", "DMO").out


def test_any_locale_prints_utf8(in_process_environment):
    for variables in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "cp932"}, {}):
        done = subprocess.run(
            [sys.executable, "-m", "sil", "show", "klongdinsor"],
            cwd=ROOT, env={**in_process_environment, **variables}, check=False, capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "กล่องดินสอ" in done.stdout.decode("utf-8")


def test_sil_today_makes_reports_repeatable(sil):
    one = sil("report", "trip", env={"SIL_TODAY": "2019-10-01"})
    other = sil("report", "trip", env={"SIL_TODAY": "2019-10-01"})
    assert one.out == other.out
    assert "1 October 2019" in one.out


@pytest.mark.parametrize("words", ["กล่องดินสอ", "ผู้พิการ", "น้ำ"])
def test_thai_arguments_arrive_whole(sil, words):
    document = json.loads(sil("search", words, "--json").out)
    assert document["query"] == words


def test_a_crash_is_one_human_line(sil, monkeypatch):
    def crash(*_, **__):
        raise ZeroDivisionError("secret record text")

    monkeypatch.setattr("sil.kb.KnowledgeBase.listed", crash)
    result = sil("list", "orgs")
    assert result.code == 3
    assert "Traceback" not in result.err
    assert "secret" not in result.err
    assert "--debug" in result.err
    assert "Traceback" in sil("list", "orgs", "--debug").err


def test_an_unknown_language_is_refused_with_the_choices(sil):
    result = sil("list", "orgs", "--lang", "fr")
    assert result.code == 2
    assert "en, th, ja" in result.err


def test_files_are_written_only_where_the_contract_says(sil, tmp_path):
    before = set(tmp_path.rglob("*"))
    sil("report", "trip", "-o", "trip.html")
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "trip.html"}
