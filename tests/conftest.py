"""What all tests share: a way to run the program in-process, and the shipped knowledge base with one index for all."""

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from sil.cli.environment import Environment
from sil.cli.main import main
from sil.kb import KnowledgeBase

ROOT = Path(__file__).resolve().parent.parent


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass
class Result:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory):
    """A cache folder shared by all tests of a session, so that the shipped records are read once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def sil(cache_home, tmp_path):
    """Run the program: `sil("search", "DMO", env={"COLUMNS": "60"})`."""

    def run(*arguments, env=None, stdin="", tty=False, cwd=None):
        variables = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(cache_home), "SIL_TODAY": "2026-11-24"}
        variables |= env or {}
        out = Terminal() if tty else io.StringIO()
        err = Terminal() if tty else io.StringIO()
        source = Terminal(stdin) if tty else io.StringIO(stdin)
        folder = cwd or tmp_path
        code = main(list(arguments), Environment(source, out, err, variables, Path(folder)))
        return Result(int(code), out.getvalue(), err.getvalue())

    return run


@pytest.fixture(scope="session")
def shipped(cache_home):
    """The shipped knowledge base."""
    with KnowledgeBase(ROOT, cache_home / "shipped.sqlite", "en", "2026-11-24") as kb:
        yield kb


@pytest.fixture
def in_process_environment(tmp_path):
    """Environment variables for a run of the program as a process of its own."""
    return {
        "HOME": str(tmp_path / "home"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHON": sys.executable,
    }


settings.register_profile("no time limits", deadline=None)  # a loaded machine is no fault of the code
settings.load_profile("no time limits")
