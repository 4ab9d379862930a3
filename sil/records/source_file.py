"""The text of a record file, or the reason why there is none."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH110, PTH114, PTH116, PTH123

import os
import stat

from sil.light import TYPE_CHECKING
from sil.problem import Problem
from sil.records.codes import problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_048_576
"""A record is some ten kilobytes; a file beyond a megabyte is not one, and is not read."""

_OTHER_ENCODINGS = ("cp874", "cp932", "euc_jp")
"""Thai and Japanese encodings tried, in this order, to say what the text may be in."""


def read_file(root: "Path | str", relpath: str) -> str | Problem:
    """Return the text of a file, without a byte order mark; or what stands in the way."""
    path = f"{root}/{relpath}"
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return problem("SIL002", relpath)
        if status.st_size > MAX_BYTES:
            return _too_large(relpath, status.st_size)
        with open(path, "rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        if os.path.islink(path) and not os.path.exists(path):
            return problem("SIL003", relpath)
        return problem("SIL001", relpath, reason=os.strerror(error.errno) if error.errno else str(error))
    return text_of(content, relpath)


def text_of(content: bytes, relpath: str) -> str | Problem:
    """Return the text of the bytes of a file, without a byte order mark; or what is wrong with them."""
    if len(content) > MAX_BYTES:
        return _too_large(relpath, len(content))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(relpath, content, error.start)


def _too_large(relpath: str, size: int) -> Problem:
    return problem("SIL004", relpath, size=size, limit=MAX_BYTES)


def _not_utf8(relpath: str, content: bytes, start: int) -> Problem:
    before = content[:start].decode("utf-8-sig", errors="replace")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return problem("SIL005", relpath, line, column, byte=f"0x{content[start]:02X}", guess=_encoding(content))


def _encoding(content: bytes) -> str:
    """Guess the encoding: UTF-16 by its mark, else the first other one all bytes make sense in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    for name in _OTHER_ENCODINGS:
        try:
            content.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return "?"
