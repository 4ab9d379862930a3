"""How wide the columns of a table on paper are, and whether the paper lies on its side."""

from collections.abc import Sequence
from math import sqrt

from sil.render.inline import plain
from sil.text import cells
from sil.views.model import Cell, Page, Table

_WORDY = 30
"""From so many terminal cells on a text wants room."""
_TOO_MANY = 4
"""So many wordy columns are too narrow on a page that stands upright."""
_LEAST, _LEAST_OF_WORDS = 0.05, 0.14
"""Part of the width that a column of signs gets at least, and one of words."""
_SIGN = 6


def landscape(page: Page) -> bool:
    """Say whether a table of the page needs paper that lies on its side."""
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    return any(sum(size >= _WORDY for size in _sizes(table)) >= _TOO_MANY for table in tables)


def shares(block: Table) -> list[float]:
    """Return the part of the width that each column gets: by the square root of its text, which gives a low table."""
    sizes = _sizes(block)
    weights = [max(sqrt(size), 1.0) for size in sizes]
    wanted = [
        max(weight / sum(weights), _LEAST if size <= _SIGN else _LEAST_OF_WORDS)
        for weight, size in zip(weights, sizes, strict=True)
    ]
    return [share / sum(wanted) for share in wanted]


def _sizes(block: Table) -> list[int]:
    """Return for each column the width of its longest cell, in terminal cells."""
    columns: list[Sequence[Cell]] = [[row.cells[at] for row in block.rows] for at in range(len(block.columns))]
    return [
        max([cells.width(plain(column.title)), *(sum(cells.width(plain(line)) for line in cell) for cell in contents)])
        for column, contents in zip(block.columns, columns, strict=True)
    ]
