"""The front door: what it answers is what Typer answers, byte for byte; what it does not know it leaves alone."""

import io
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sil.cli import door, main
from sil.cli.app import App
from sil.cli.environment import Environment
from tests.conftest import ROOT

PLAIN = [
    ("search", "DMO"),
    ("search", "การจ้างงานคนพิการ", "--lang", "th"),
    ("search", "障害者", "雇用", "--json", "--limit=3"),
    ("search", "--", "DMO"),
    ("search", "DMO", "--", "--lang"),
    ("search", "qqqqxx"),
    ("search", "   "),
    ("search", "DMO", "--country", "jp", "--kind=lesson", "--year", "2018..2019"),
    ("search", "DMO", "--country", "atlantis"),
    ("search", "DMO", "--limit", "none"),
    ("search", "DMO", "--theme", "no such theme"),
    ("-f", "md", "search", "DMO"),
    ("show", "litalico"),
    ("show", "กล่องดินสอ", "-f", "html"),
    ("show", "nobody at all"),
    ("resolve", "kong din so", "litalico", "--limit", "2"),
    ("resolve", "qqqqxx"),
    ("list", "orgs", "--where", "kind=foundation", "--json"),
    ("list", "things"),
    ("list", "lessons", "--format", "csv", "--bom"),
    ("compare", "litalico", "kong din so"),
    ("compare", "litalico"),
    ("compare", "litalico", "litalico", "--json"),
    ("compare", "Japan", "Thailand"),
    ("report", "trip", "--lang", "ja"),
    ("report", "--json", "trip"),
    ("report", "briefing", "-f", "md"),
    ("report", "follow-ups", "--country", "jp"),
    ("--country", "jp", "report", "learning"),
    ("report", "trip", "no such trip"),
    ("--color", "always", "report", "trip"),
    ("search", "DMO", "--kb", "/no/such/folder"),
    ("report", "transfer", "soil-2019-tokyo/special-subsidiary", "--to", "th"),
    ("report", "transfer", "no such lesson", "--to=th", "--lang", "ja"),
    ("report", "transfer", "soil-2019-tokyo/special-subsidiary"),
    ("resolve", "litalico", "--explain"),
    ("resolve", "--explain", "kong din so", "--json"),
    ("resolve", "litalico", "--batch", "names.txt"),
    ("search", "DMO", "--facets", "--group", "kind"),
    ("search", "DMO", "--group=fax"),
    ("list", "orgs", "--sort", "id", "--columns=id,country"),
    ("compare", "litalico", "klongdinsor", "--rows", "legal", "--differences"),
    ("--version",),
    ("-V",),
]
NOT_PLAIN = [
    (), ("-h",), ("search",), ("search", "-h"), ("search", "DMO", "--nope"), ("serch", "DMO"), ("report",),
    ("report", "trap"), ("report", "trip", "a", "b"), ("show", "a", "b"), ("--", "search", "DMO"), ("search", "DMO", "-fjson"),
    ("search", "DMO", "--format", "fax"), ("search", "DMO", "--format"), ("search", "DMO", "--lang", "th", "--lang", "ja"),
    ("show", "litalico", "--limit", "3"), ("search", "DMO", "--json=yes"), ("search", "DMO", "-o", "-"), ("search", ""),
    ("--limit", "3", "report", "trip"), ("report", "--country", "jp", "learning"), ("report", "learning", "x"), ("--explain", "resolve", "litalico"), ("config",), ("compare", "--countries", "th,jp"),
    ("report", "--to", "th", "transfer", "x"), ("resolve", "a", "--explain", "--explain"), ("resolve", "a", "--explain=yes"), ("resolve", "a", "--batch", "-"), ("search", "DMO", "--lang", ""),
    ("--country", "th", "search", "DMO", "--country", "jp"), ("--version", "search"), ("search", "DMO", "-"),
]  # fmt: skip


@pytest.fixture(scope="module")
def run(cache_home):
    """Run a command line through the door or past it."""

    def run(arguments, *, past_the_door=False):
        env = {"HOME": "/nowhere", "XDG_CACHE_HOME": str(cache_home), "SIL_TODAY": "2026-11-24", "SIL_KB": str(ROOT)}
        streams = io.StringIO(), io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            if past_the_door:
                patch.setattr(main, "answer", lambda *_: None)
            code = main.main(list(arguments), Environment(*streams, env, Path("/")))
        return int(code), *(stream.getvalue() for stream in streams[1:])

    return run


def opened(arguments, monkeypatch):
    """Return whether the door takes a command line."""
    monkeypatch.setattr(door, "Context", lambda _: sys.exit("taken"))
    streams = io.StringIO(), io.StringIO(), io.StringIO()
    try:
        return door.answer(App(Environment(*streams, {}, Path("/"))), arguments) is not None
    except SystemExit:
        return True


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_both_ways_say_the_same(run, arguments):
    assert run(arguments) == run(arguments, past_the_door=True)


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_the_door_takes_what_is_plain(monkeypatch, arguments):
    assert opened(arguments, monkeypatch)


@pytest.mark.parametrize("arguments", NOT_PLAIN, ids=" ".join)
def test_the_door_leaves_the_rest_alone(monkeypatch, arguments):
    assert not opened(arguments, monkeypatch)


def asking(shell, *words, action="get-args"):
    """Return the variables by which a shell asks for the last word."""
    line = " ".join(("sil", *words))
    if shell == "bash":
        return {"_SIL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}
    return {"_SIL_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": action}


COMPLETED = [
    ("show", "klong"), ("show", "กล่อง"), ("show", "ลิ"), ("show", ""), ("show", "nothing-so-named"), ("compare", "litalico", "kl"),
    ("report", "trip", "soil"), ("report", "briefing", ""), ("report", "transfer", "soil"), ("--lang", "ja", "show", "klong"),
    ("show", "--json", "klong"), ("show", "Kong"), ("--lang", ""), ("show", "--lang", "j"), ("show", "--format", "j"),
    ("report", "trip", "-f", ""), ("--audience", "p"), ("search", "DMO", "--kind", "l"), ("search", "DMO", "--country", ""),
    ("search", "--country", "Ja"), ("list", "orgs", "--theme", "disab"), ("list", "orgs", "--sort", ""), ("list", ""),
    ("list", "lessons", "--columns", "id,t"), ("compare", "--countries", "th,"), ("report", "theme", "com"), ("search", "--group", ""),
    ("report", "transfer", "x", "--to", "ญี่"), ("show", "--color", "x"), ("--country", "t"), ("report", "learning", "--theme", "x"),
]  # fmt: skip
LEFT = [
    (), ("",), ("sh",), ("show", "-"), ("show", "-o", ""), ("show", "--kind", ""), ("show", "a", "b"), ("resolve", "kl"), ("report", "t"),
    ("show", "'a"), ("show", "--nope", "a"), ("show", "--nope", ""), ("graph", "kl"), ("--group", ""), ("report", "trip", "--limit", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def complete(cache_home):
    """Complete through the door, or past it in a process of its own: Typer reads the variables of the process."""
    home = {"HOME": "/nowhere", "XDG_CACHE_HOME": str(cache_home), "SIL_KB": str(ROOT)}

    def through(question):
        streams = io.StringIO(), io.StringIO(), io.StringIO()
        code = door.answer(App(Environment(*streams, home | question, Path("/"))), [])
        return code, streams[1].getvalue()

    def past(question):
        past_the_door = "import sil.cli.main as m; m.answer = lambda *_: None; m.run()"
        env = {**home, **question, "PYTHONPATH": str(ROOT), "TERMINAL_WIDTH": "1000"}
        done = subprocess.run(
            [sys.executable, "-c", past_the_door], env=env, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout

    return through, past


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("words", COMPLETED, ids=" ".join)
def test_shells_are_told_what_typer_tells_them(complete, shell, words):
    through, past = complete
    assert through(asking(shell, *words)) == past(asking(shell, *words))


@pytest.mark.parametrize("words", [("show", "klong"), ("show", "nothing-so-named")], ids=" ".join)
def test_fish_asks_whether_there_is_anything(complete, words):
    through, past = complete
    assert through(asking("fish", *words, action="is-args")) == past(asking("fish", *words, action="is-args"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "pwsh"])
@pytest.mark.parametrize("words", LEFT, ids=" ".join)
def test_other_completion_is_left_alone(complete, shell, words):
    assert complete[0](asking(shell, *words)) == (None, "")


def test_a_shell_that_says_nonsense_is_left_alone(complete):
    assert complete[0]({"_SIL_COMPLETE": "complete_bash"}) == (None, "")
    assert complete[0]({**asking("bash", "show", "k"), "COMP_CWORD": "two"}) == (None, "")
    assert complete[0](asking("pwsh", "show", "klong")) == (None, "")


def test_completion_keeps_to_the_knowledge_base_that_is_named(complete, tmp_path):
    assert complete[0](asking("bash", "--kb", "/no/such/folder", "show", "klong")) == (0, "\n")


COMMAND = st.sampled_from([
    ["search", "DMO"], ["search", "คนพิการ", "雇用"], ["show", "klongdinsor"], ["resolve", "kong din so"], ["list", "orgs"],
    ["compare", "litalico", "klongdinsor"], ["report", "trip"], ["report", "follow-ups"], ["serch", "DMO"], ["show"], ["config"],
])  # fmt: skip
OPTION = st.sampled_from([
    ["--lang", "th"], ["--lang=ja"], ["--json"], ["-f", "md"], ["--format=csv"], ["-fjson"], ["--limit", "2"],
    ["--country", "jp"], ["--country=th"], ["--theme", "disability-employment"], ["--bom"], ["--color", "always"],
    ["--year", "2019"], ["--kind", "lesson"], ["--no-pager"], ["--no-input"], ["--debug"], ["--nope"], ["--lang"], ["--lang", "-x"],
    ["--format", "fax"], ["--explain"], ["--"], ["-"], [""], ["--where", "kind=foundation"], ["--sort", "id"],
])  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.tuples(COMMAND, st.lists(OPTION, max_size=4)).flatmap(
    lambda pair: st.permutations([[word] for word in pair[0]][:1] + pair[1]).map(
        lambda parts: [*chain.from_iterable(parts), *pair[0][1:]]
    )
))  # fmt: skip
def test_options_in_any_place_say_the_same_both_ways(run, arguments):
    assert run(arguments) == run(arguments, past_the_door=True)


@pytest.mark.parametrize("arguments", [("--version",), *(line for line in PLAIN if line[0] in door.COMMANDS)][:8])
def test_the_door_needs_no_typer(in_process_environment, arguments):
    code = "import sys; from sil.cli.main import main, Environment; main(sys.argv[1:], Environment.real()); print('typer' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=in_process_environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "False"
