"""Errors that end a command, and the exit code of each.

An error carries the key of its message and the values it names; the sentence is made in one
place, in the reader's language (`sil.text.labels`, table `errors`).
"""

from sil.light import IntEnum


class ExitCode(IntEnum):
    """What a command tells its caller; the table of `docs/reference/exit-codes.md`."""

    DONE = 0
    NOTHING_FOUND = 1
    WRONG_USAGE = 2
    BAD_KNOWLEDGE_BASE = 3
    AMBIGUOUS = 4
    INTERRUPTED = 130


class SilError(Exception):
    """A command cannot go on; `key` names the message, `values` fill it, `hint` names the remedy."""

    exit_code = ExitCode.WRONG_USAGE

    def __init__(self, key: str, hint: str | None = None, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.hint = hint
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.key}({details})"


class UsageError(SilError):
    """The words on the command line do not make sense."""


class NothingFoundError(SilError):
    """The question was understood and has no answer."""

    exit_code = ExitCode.NOTHING_FOUND


class KnowledgeBaseError(SilError):
    """The folder of records cannot be read, or a record needed here is broken."""

    exit_code = ExitCode.BAD_KNOWLEDGE_BASE


class AmbiguousError(SilError):
    """Several records are meant; `values["candidates"]` lists them."""

    exit_code = ExitCode.AMBIGUOUS
