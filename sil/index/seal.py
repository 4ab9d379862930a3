"""Checksums beside what is shown, for damage that leaves the file sound to SQLite: a bit that flipped in a text."""

from sil.light import Any, Sequence, checksum


class BrokenSealError(ValueError):
    """What is read is not what was written; the index is made anew."""


def seal(*values: Any) -> int:
    """Return the checksum of some values of a row."""
    return checksum(repr(values).encode())


def opened(row: Sequence[Any], sealed: int) -> Sequence[Any]:
    """Return a row without its checksum, which stands last and is that of the first `sealed` values."""
    if seal(*row[:sealed]) != row[-1]:
        raise BrokenSealError(row[0])
    return row[:-1]
