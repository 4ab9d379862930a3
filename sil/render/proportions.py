"""How wide the columns of a table on paper are, which rows stay whole, and whether the paper lies on its side."""

from collections.abc import Sequence
from math import sqrt

from sil.render.inline import plain
from sil.render.walk import paragraphs
from sil.text import cells
from sil.views.model import Cell, Page, Table

_WORDY = 30
"""From so many terminal cells on a text wants room."""
_TOO_MANY = 4
"""So many wordy columns are narrow on a page that stands upright."""
_LEAST, _LEAST_OF_WORDS = 0.05, 0.14
"""Part of the width that a column of signs gets at least, and one of words; what is shorter stands in one line."""
_INSET = 3
"""Columns of text that the margins of a cell take."""
_WHOLE = 6
"""Lines up to which a row stays on one page."""
_SIGNS = 90
"""Columns of text, about, that a line takes over the whole width of a page."""


def landscape(page: Page) -> bool:
    """Say whether the paper lies on its side: when most of the page's words stand in tables too wide for it to stand."""
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    wide = [table for table in tables if sum(size >= _WORDY for size in _sizes(table)) >= _TOO_MANY]
    words = sum(len(plain(content)) for content in paragraphs(page))
    return (
        2 * sum(len(plain(line)) for table in wide for row in table.rows for cell in row.cells for line in cell) > words
    )


def shares(block: Table) -> list[float]:
    """Return the part of the width that each column gets: by the square root of its text, which gives a low table."""
    sizes = _sizes(block)
    weights = [max(sqrt(size), 1.0) for size in sizes]
    wanted = [
        max(weight / sum(weights), _LEAST, min((size + _INSET) / _SIGNS, _LEAST_OF_WORDS))
        for weight, size in zip(weights, sizes, strict=True)
    ]
    return [share / sum(wanted) for share in wanted]


def is_short(row: Sequence[Cell], parts: Sequence[float]) -> bool:
    """Whether a row takes about `_WHOLE` lines at most; a longer one that may not break leaves half a page empty."""
    return all(
        sum(1 + int(cells.width(plain(line)) / (_SIGNS * part)) for line in cell) <= _WHOLE
        for cell, part in zip(row, parts, strict=True)
    )


def _sizes(block: Table) -> list[int]:
    """Return for each column the width of its longest cell, in terminal cells."""
    columns: list[Sequence[Cell]] = [[row.cells[at] for row in block.rows] for at in range(len(block.columns))]
    return [
        max([cells.width(plain(column.title)), *(sum(cells.width(plain(line)) for line in cell) for cell in contents)])
        for column, contents in zip(block.columns, columns, strict=True)
    ]
