"""How much of a query stands in a text: its words, and long pieces of its Thai and Japanese stretches."""

from sil.index.terms import is_glued
from sil.light import Iterator, Sequence
from sil.text.scripts import THAI, script_of

_LEAST = {True: 4, False: 2}
"""Letters of the shortest piece of a Thai stretch, and of a Japanese one, that is not there by chance."""


def covered(needles: Sequence[str], text: str) -> tuple[float, tuple[str, ...]]:
    """Return the share of needles that stands in a spaced text (`sil.index.terms`), by letters, and what stands there."""
    pieces = [piece for needle in needles for piece in _pieces(needle, text)]
    wanted = sum(len(needle.strip()) for needle in needles)
    return sum(len(piece.strip()) for piece in pieces) / wanted if wanted else 0.0, tuple(pieces)


def _pieces(needle: str, text: str) -> Iterator[str]:
    """Yield the needle if it stands in a text, else the long pieces of it that do."""
    if needle in text:
        yield needle
        return
    least = _LEAST[script_of(needle[0]) == THAI]
    start = 0 if is_glued(needle) else len(needle)
    while start + least <= len(needle):
        end = start + least
        if needle[start:end] not in text:
            start += 1
            continue
        while end < len(needle) and needle[start : end + 1] in text:
            end += 1
        yield needle[start:end]
        start = end
