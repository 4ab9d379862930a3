"""Where results go: standard output, a pager or a file; and notes, which go to standard error."""

import os

from sil.cli.environment import Environment
from sil.cli.settings import Settings
from sil.errors import UsageError
from sil.light import TYPE_CHECKING, Any, Callable, Iterable, Mapping, suppress

if TYPE_CHECKING:
    from sil.views.model import View

UNWRAPPED = 1_000_000
"""Width that no line reaches."""


class CannotPrintError(Exception):
    """Standard output takes no more, as on a full disk."""


class Output:
    """The streams of one run."""

    def __init__(self, environment: Environment, settings: Settings, options: Mapping[str, Any]) -> None:
        self._environment = environment
        self._settings = settings
        self._options = options

    def emit(self, view: "View", *, wrap: bool, today: Callable[[], str]) -> str | None:
        """Render a view; return the path of the file it was written to, if it was.

        `wrap=False` is for lines that other programs read: they are folded on a terminal only. `today` tells the day
        that documents bear.
        """
        from sil.render import BINARY, DATED, Options, document, render

        file = self._options.get("output")
        to_file = bool(file) and file != "-"
        colour = self._environment.colour(self._settings.color.value) and not to_file
        width = self._environment.width()
        folded = wrap or self._environment.is_terminal(self._environment.stdout) or "COLUMNS" in self._environment.env
        options = Options(
            bom=bool(self._options.get("bom")),
            width=width if folded else UNWRAPPED,
            colour=colour,
            lang=self._settings.lang.value,
            today=today() if self._settings.format.value in DATED else "",
        )
        if self._settings.format.value in BINARY:
            self._refuse_terminal(to_file=to_file)
            made = document(view, self._settings.format.value, options)
        else:
            text = render(view, self._settings.format.value, options)
            if not to_file:
                self.write(text)
                return None
            made = text.encode()
        if not to_file:
            self._write_bytes(made)
            return None
        self._write_file(self._environment.path(str(file)), made)
        return str(file)

    def _refuse_terminal(self, *, to_file: bool) -> None:
        """Keep bytes that are no text away from a terminal."""
        stream = self._environment.stdout
        if not to_file and (self._environment.is_terminal(stream) or not hasattr(stream, "buffer")):
            fmt = self._settings.format.value
            raise UsageError("error.not-for-terminal", hint="hint.not-for-terminal", format=fmt)

    def _write_bytes(self, made: bytes) -> None:
        try:
            self._environment.stdout.flush()
            self._environment.stdout.buffer.write(made)
            self._environment.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotPrintError(error.strerror or str(error)) from error

    def write(self, text: str) -> None:
        """Write to standard output; through the pager when it is a terminal and the text longer than the screen."""
        if self._wants_pager(text) and self._page(text):
            return
        try:
            self._environment.stdout.write(text)
            self._environment.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotPrintError(error.strerror or str(error)) from error

    def write_each(self, texts: Iterable[str]) -> str | None:
        """Write texts as they come, or to the file asked for when all are there; return the path of that file."""
        file = self._options.get("output")
        if file and file != "-":
            self._write_file(self._environment.path(str(file)), "".join(texts).encode())
            return str(file)
        for text in texts:
            self.write(text)
        return None

    def note(self, text: str) -> None:
        """Write a line to standard error."""
        from sil.text.escape import harmless

        with suppress(OSError, ValueError):  # the data have been printed; that nobody listens is no failure
            self._environment.stderr.write(harmless(text) + "\n")
            self._environment.stderr.flush()

    def progress(self, text: str, *, last: bool) -> None:
        """Write a line over the one before it."""
        self._environment.stderr.write(f"\r{text}" + ("\r" + " " * len(text) + "\r" if last else ""))
        self._environment.stderr.flush()

    def ask(self, question: str) -> str:
        """Ask on the terminal and return the answer; nothing when there is none."""
        self._environment.stderr.write(question)
        self._environment.stderr.flush()
        return self._environment.stdin.readline().strip()

    def _wants_pager(self, text: str) -> bool:
        environment = self._environment
        return (
            not self._options.get("no_pager")
            and environment.is_terminal(environment.stdout)
            and environment.is_terminal(environment.stdin)
            and text.count("\n") > environment.height()
        )

    def _page(self, text: str) -> bool:
        """Show the text in the pager; False when there is none that starts."""
        command = self._environment.pager()
        if not command:
            return False
        import shlex
        import subprocess

        try:
            process = subprocess.Popen(  # noqa: S603 - the user's own PAGER
                shlex.split(command), stdin=subprocess.PIPE, env={"LESSCHARSET": "utf-8", **self._environment.env}
            )
        except (OSError, ValueError):
            return False
        with suppress(BrokenPipeError):
            process.communicate(text.encode("utf-8", "surrogateescape"))
        return True

    def _write_file(self, name: str, made: bytes) -> None:
        """Write beside the file and rename, so that a full disk never leaves half a report; a device is written to."""
        import tempfile
        from pathlib import Path

        path = Path(os.path.realpath(name))
        try:
            if path.exists() and not path.is_file():
                path.write_bytes(made)
                return
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(made)
                os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101
                os.replace(temporary, path)  # noqa: PTH105
            except BaseException:
                os.unlink(temporary)  # noqa: PTH108
                raise
        except OSError as error:
            raise UsageError(
                "error.cannot-write", hint="hint.cannot-write", path=str(path), why=error.strerror
            ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
