"""What surrounds the program: arguments, variables, streams, the terminal. All of it can be replaced in a test."""

import os
import sys

from sil.light import TYPE_CHECKING, Mapping

if TYPE_CHECKING:
    from typing import TextIO

MOST_DIGITS = 9
PIPE_WIDTH = 80
"""Width of a page when it goes to no terminal and `COLUMNS` does not say."""


class Environment:
    """Streams, variables and working folder of one run."""

    def __init__(
        self, stdin: "TextIO", stdout: "TextIO", stderr: "TextIO", env: Mapping[str, str], cwd: "str | os.PathLike[str]"
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.env = env
        self.cwd = os.fspath(cwd)

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

    def path(self, name: str) -> str:
        """Return a path given by a person, as it is from the working folder."""
        return os.path.join(self.cwd, name)  # noqa: PTH118

    def is_terminal(self, stream: "TextIO") -> bool:
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
        columns = self.env.get("COLUMNS", "").strip()
        if columns.isdecimal() and len(columns) <= MOST_DIGITS and int(columns) > 0:
            return int(columns)
        return self._size()[0] if self.is_terminal(self.stdout) else PIPE_WIDTH

    def height(self) -> int:
        """Return the height of the screen in lines."""
        return self._size()[1]

    def _size(self) -> tuple[int, int]:
        from shutil import get_terminal_size

        return get_terminal_size((PIPE_WIDTH, 24))

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
        if named:
            return named
        from shutil import which

        return "less -FRX" if which("less") else None


def _nowhere() -> "TextIO":
    """Return a stream in the place of one that was closed before the program started."""
    return open(os.devnull, "r+", encoding="utf-8")  # noqa: PTH123 - for as long as the program runs


def _working_folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109
    except FileNotFoundError:  # the folder was deleted under us
        return os.sep
