"""What surrounds the program: arguments, variables, streams, the terminal. All of it can be replaced in a test."""

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from sil.light import Mapping, dataclass

PIPE_WIDTH = 80
"""Width of a page when it goes to no terminal and `COLUMNS` does not say."""


@dataclass(frozen=True)
class Environment:
    """Streams, variables and working folder of one run."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    cwd: Path

    @classmethod
    def real(cls) -> "Environment":
        """Return the environment of this process, with streams that speak UTF-8 whatever the locale."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")  # line ends are final
        streams = (sys.stdin or _nowhere(), sys.stdout or _nowhere(), sys.stderr or _nowhere())
        return cls(*streams, os.environ, _working_folder())

    def is_terminal(self, stream: TextIO) -> bool:
        """Say whether a stream is a terminal."""
        try:
            return stream.isatty()
        except ValueError:  # closed
            return False

    @property
    def is_interactive(self) -> bool:
        """Whether somebody can be asked a question."""
        return self.is_terminal(self.stdin) and self.is_terminal(self.stderr)

    def width(self) -> int:
        """Return the width of a page in cells: `COLUMNS`, else the terminal's, else 80."""
        with contextlib.suppress(ValueError):
            if (columns := int(self.env.get("COLUMNS", ""))) > 0:
                return columns
        if self.is_terminal(self.stdout):
            return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        return PIPE_WIDTH

    def height(self) -> int:
        """Return the height of the screen in lines."""
        return shutil.get_terminal_size((PIPE_WIDTH, 24)).lines

    def colour(self, choice: str) -> bool:
        """Decide on colour: `always`, `never`, or `auto` after NO_COLOR, FORCE_COLOR, TERM and the stream."""
        if choice != "auto":
            return choice == "always"
        if self.env.get("NO_COLOR") or self.env.get("TERM") == "dumb":
            return False
        return bool(self.env.get("FORCE_COLOR")) or self.is_terminal(self.stdout)

    def pager(self) -> str | None:
        """Return the command that shows a long text, if there is one."""
        named = self.env.get("SIL_PAGER") or self.env.get("PAGER")
        return named or ("less -FRX" if shutil.which("less") else None)


def _nowhere() -> TextIO:
    """Return a stream in the place of one that was closed before the program started."""
    return Path(os.devnull).open("r+", encoding="utf-8")


def _working_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:  # the folder was deleted under us
        return Path("/")
