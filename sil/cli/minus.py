"""Words that a search leaves out, told from options: in `sil search employment -office` nothing is written to a file.

A shell hands `-office` over as it is, and an option parser takes it for `-o ffice`. Which of the two is meant is settled
here, before any parser sees the line.
"""

import os

from sil.cli.specs import FILTERS, FORMATS, GLOBAL
from sil.errors import UsageError
from sil.light import Sequence

_MARK = "\0"
"""Before a word to leave out, so that no parser takes it for an option; no argument of a shell has it."""

_FLAGS = {flag: spec for spec in (*GLOBAL, *FILTERS) for flag in spec.flags}
_OWN = {"--group": True, "--facets": False}
"""The options of `search` alone, and whether a value follows."""


def marked(arguments: Sequence[str]) -> list[str]:
    """Return a command line with the words marked that `search` leaves out; `plain` is how they were typed.

    Raises UsageError for a word that is the name of an option, as `-theme`: nobody can say which was meant.
    """
    found: list[str] = []
    is_value = is_search = False
    for place, argument in enumerate(arguments):
        if argument == "--":
            return [*found, *arguments[place:]]
        if is_search and not is_value and _is_left_out(argument):
            found.append(_MARK + argument)
            continue
        if not argument.startswith("-") and not is_value and not is_search:
            if argument != "search":
                return list(arguments)
            is_search = True
        is_value = not is_value and _wants_value(argument)
        found.append(argument)
    return found


def plain(word: str) -> str:
    """Return a word as it was typed."""
    return word.removeprefix(_MARK)


def _is_left_out(argument: str) -> bool:
    """Say whether an argument is a word behind a minus, and no option, nor one with its value: `-fjson`, `-oreport.md`."""
    sign, word = argument[:1], argument[1:]
    if sign != "-" or not word or word.startswith("-") or argument in {*_FLAGS, "-h"}:
        return False
    if f"--{word}" in {*_FLAGS, *_OWN, "--help", "--version"}:
        raise UsageError("error.minus-or-option", hint="hint.minus-or-option", word=argument, option=f"--{word}")
    value = word[1:]
    is_format = word[0] == "f" and value in FORMATS
    is_file = word[0] == "o" and (value == "-" or "." in value or os.sep in value)
    return not (is_format or is_file)


def _wants_value(argument: str) -> bool:
    spec = _FLAGS.get(argument)
    return not spec.is_flag if spec else _OWN.get(argument, False)
