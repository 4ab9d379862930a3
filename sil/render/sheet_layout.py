"""How wide the columns of a sheet are and how high its rows: not every spreadsheet program finds that by itself."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from math import ceil

from sil.text import cells
from sil.views.model import Cell, Inline

NARROW, _READABLE, _WIDE = 5, 28, 60
"""Widths of columns: of a sign, of text at least, of text at most."""
_PAGE = 140
"""What columns together take at most, so that a page on its side prints them in letters that can be read."""
_TALLEST = 409
"""Points of height that Excel allows a row."""
SIZE = 10.5
"""Points of the letters."""
_LINE = {"en": 14.25, "th": 16.5, "ja": 18.75}
"""Height of a line in points in each of the fonts."""


def fitting(longest: Sequence[int]) -> list[int]:
    """Return the widths of columns whose longest lines are so wide: what is short has room, the rest shares the page."""
    short = [line + 2 for line in longest if line + 2 <= _READABLE]
    share = (_PAGE - sum(short)) // max(len(longest) - len(short), 1)
    return [min(max(line + 2, NARROW), max(_READABLE, min(share, _WIDE))) for line in longest]


def height_of(texts: Sequence[tuple[str, int]], lang: str) -> float | None:
    """Return the height of a row of texts in columns so wide, in points; nothing for a row of one line."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * line_height(lang), _TALLEST) if lines > 1 else None


def parts(row: Sequence[Cell], widths: Sequence[int], lang: str, words: Callable[[Inline], str]) -> list[list[Cell]]:
    """Part a row that is higher than Excel shows: what does not fit goes on in rows below, paragraph by paragraph."""
    most = int(_TALLEST / line_height(lang))
    columns: list[list[Cell]] = []
    for cell, width in zip(row, widths, strict=True):
        column: list[Cell] = [()]
        room = most
        for content in cell:
            taken = _lines(words(content), width)
            if taken > room and column[-1]:
                column.append(())
                room = most
            column[-1] += (content,)
            room -= taken
        columns.append(column)
    return [list(part) for part in zip_longest(*columns, fillvalue=())]


def line_height(lang: str) -> float:
    """Return the height of a line of text in points."""
    return _LINE.get(lang, _LINE["ja"])


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column so wide."""
    return sum(max(ceil(cells.width(line) / width), 1) for line in text.split("\n"))
