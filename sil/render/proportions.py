"""How wide the columns of a table on paper are, which rows stay whole, and whether the paper lies on its side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sil.render.columns import LONGEST_WORD, measure, solve
from sil.render.inline import plain
from sil.render.spans import Span
from sil.render.walk import paragraphs
from sil.text import cells
from sil.views.model import Cell, Inline, Page, Table

_WORDY = 30
"""From so many terminal cells on a text wants room."""
_TOO_MANY = 4
"""So many wordy columns are narrow on a page that stands upright."""
_NARROW = 12
"""Columns of text below which text is hard to read on paper."""
_INSET = 3
"""Columns of text that the margins of a cell take."""
_WHOLE = 6
"""Lines up to which a row stays on one page."""
_SIGNS = 90
"""Columns of text, about, that a line takes over the whole width of a page."""


def landscape(page: Page) -> bool:
    """Say whether the paper lies on its side: when most of the page's words stand in tables too wide for it to stand."""
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    wide = [each for each in tables if sum(_is_wordy(each, at) for at in range(len(each.columns))) >= _TOO_MANY]
    words = sum(len(plain(content)) for content in paragraphs(page))
    return (
        2 * sum(len(plain(line)) for table in wide for row in table.rows for cell in row.cells for line in cell) > words
    )


def shares(block: Table) -> list[float]:
    """Return the part of the width that each column gets: room for its longest word, the rest by its part in the height.

    Where there are too many columns for that, the longest words of the widest are broken first.
    """
    needs = [
        replace(measure([(Span(plain(line)),) for line in column], _NARROW), total=weight)
        for column, weight in zip(_columns(block), _weights(block), strict=True)
    ]
    room = max(_SIGNS - _INSET * len(needs), len(needs))
    limits = ([replace(need, least=min(need.least, most)) for need in needs] for most in range(LONGEST_WORD, 0, -1))
    widths = next(found for limited in limits if (found := solve(limited, room)) is not None)
    whole = sum(widths) + _INSET * len(widths)
    return [(width + _INSET) / whole for width in widths]


def is_short(row: Sequence[Cell], parts: Sequence[float]) -> bool:
    """Whether a row takes about `_WHOLE` lines at most; a longer one that may not break leaves half a page empty."""
    return all(
        sum(1 + int(cells.width(plain(line)) / (_SIGNS * part)) for line in cell) <= _WHOLE
        for cell, part in zip(row, parts, strict=True)
    )


def _columns(block: Table) -> Iterator[list[Inline]]:
    """Yield the paragraphs of each column, its title first."""
    for at, column in enumerate(block.columns):
        yield [column.title, *(line for row in block.rows for line in row.cells[at])]


def _weights(block: Table) -> Iterator[int]:
    """Yield the text of each column, of which what stands beside longer text counts for less: it makes no row higher."""
    rows = [[sum(cells.width(plain(line)) for line in cell) for cell in row.cells] for row in block.rows]
    for at in range(len(block.columns)):
        yield round(sum(row[at] ** 2 / max(row) for row in rows if row[at]))


def _is_wordy(block: Table, at: int) -> bool:
    """Whether a column has a cell that wants room."""
    return any(sum(cells.width(plain(line)) for line in row.cells[at]) >= _WORDY for row in block.rows)
