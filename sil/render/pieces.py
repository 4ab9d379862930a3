"""Pieces of a paragraph that no line of a PDF cuts: Thai words, and what a footnote stands behind, with the signs that cling.

Typst breaks Thai by a statistical model that cuts words now and then, above all those of other languages, and lets a
line begin with a footnote.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from sil.text.breaks import may_break
from sil.text.cells import width
from sil.text.tables import load
from sil.text.thai_words import thai_words

_CHUNK = re.compile(r"\S+|\s+")
_THAI = re.compile("[ก-\u0e4e]+")
_HELD = re.compile(r"[ก-\u0e4e]|\S\[\d")
"""What a piece has that must not break: Thai, or a footnote behind a word."""
_FOOTNOTE = "["


def pieces(text: str, room: int) -> Iterator[tuple[str, bool]]:
    """Cut a paragraph whose lines have `room` terminal cells; joined again, the pieces are the text.

    What is True with its piece must not break. Everything else may break as the typesetter sees fit: spaces, what has
    neither Thai nor a footnote in it, and words that are wider than a line.
    """
    loose = ""
    for chunk in _CHUNK.findall(text):
        for piece in _fitted(chunk, room) if _HELD.search(chunk) else [chunk]:
            if _HELD.search(piece) and width(piece) <= room:
                if loose:
                    yield loose, False
                yield piece, True
                loose = ""
            else:
                loose += piece
    if loose:
        yield loose, False


def _fitted(chunk: str, room: int) -> Iterator[str]:
    """Yield the words of a run without spaces, each with the syllables that need it, where a line has room for them."""
    bound = load("breaks")["bound"]
    piece = ""
    for word, after in pairwise([*_words(chunk), ""]):
        if piece and width(piece + word) > room:
            yield piece
            piece = ""
        piece += word
        if not (word in bound and _THAI.match(after)):
            yield piece
            piece = ""


def _words(chunk: str) -> list[str]:
    """Cut a run without spaces where a line may break: between Thai words, elsewhere by kinsoku; no footnote stands alone."""
    thai: set[int] = set()
    inside: set[int] = set()
    for run in _THAI.finditer(chunk):
        inside.update(range(run.start() + 1, run.end()))
        thai.update(run.start() + end for end in accumulate(map(len, thai_words(run[0]))))
    borders = [
        place
        for place in range(1, len(chunk))
        if (place in thai or place not in inside)
        and may_break(chunk, place)
        and (chunk[place] != _FOOTNOTE or chunk[place - 1] == "]")
    ]
    return [chunk[start:end] for start, end in pairwise([0, *borders, len(chunk)])]
