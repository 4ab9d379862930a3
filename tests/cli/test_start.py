"""Starting at once: all that a hot command may import beside our own modules is listed here, once."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

BARE = {"errno", "gc", "_collections", "_functools", "_operator"}
"""For any command: nothing that Python has not in itself."""

INDEX = BARE | {
    "_sqlite3", "functools", "collections", "types", "keyword", "operator", "reprlib", "itertools",  # it brings those in
    "array", "collections.abc", "_json", "unicodedata", "math", "importlib", "importlib.machinery", "_imp", "warnings", "_warnings",
}  # fmt: skip
"""For a question that the index answers."""

JSON = INDEX | {
    "json", "json.decoder", "json.encoder", "json.scanner", "re", "re._casefix", "re._compiler", "re._constants",
    "re._parser", "_sre", "enum", "copyreg",
}  # fmt: skip
"""For an answer in JSON."""

HOT = [
    (("--version",), BARE),
    (("search", "การจ้างงานคนพิการ"), INDEX),
    (("search", "DMO", "--lang", "ja"), INDEX),
    (("show", "litalico", "-f", "terminal"), INDEX),
    (("resolve", "litalico"), INDEX),
    (("compare", "litalico", "klongdinsor", "--color", "always"), INDEX),
    (("list", "orgs", "--country", "jp"), INDEX),
    (("compare", "litalico", "klongdinsor", "--json"), JSON),
    (("report", "trip", "--json"), JSON),
]


def imported(arguments, env):
    """Return the modules that a command imports when the index is there."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


@pytest.fixture(scope="module")
def env(cache_home):
    """Return variables with which the index is kept for all of these runs."""
    return {"HOME": "/nowhere", "XDG_CACHE_HOME": str(cache_home), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}


@pytest.mark.parametrize(("arguments", "allowed"), HOT, ids=[" ".join(arguments) for arguments, _ in HOT])
def test_nothing_else_is_imported(env, arguments, allowed):
    run = ["-c", "from sil.__main__ import run; run()", *arguments]
    imported(run, env)  # makes the index
    found = imported(run, env) - imported(["-c", "pass"], env)
    assert {name for name in found if name.split(".")[0] != "sil"} - allowed == set()
    assert "sil.cli.door" in found
