"""Tables of a Word document: heads that repeat on each page, rows that stay whole, columns as wide as their text asks."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from sil.render.inline import plain
from sil.render.word_runs import Runs
from sil.text import cells
from sil.views.model import Cell, Facts, Inline, Page, Table

_WORDY = 30
"""From so many terminal cells on a text wants room."""
_TOO_MANY = 4
"""So many wordy columns are too narrow on a page that stands upright."""
_LEAST, _LEAST_OF_WORDS = 0.05, 0.14
"""Part of the width that a column of signs gets at least, and one of words."""
_SIGN = 6
_FACT_LABEL = 0.26
_HEAD, _GROUP = "E4E9ED", "F3F6F8"


def landscape(page: Page) -> bool:
    """Say whether a table of the page needs paper that lies on its side."""
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    return any(sum(size >= _WORDY for size in _sizes(table)) >= _TOO_MANY for table in tables)


def table(document: Any, block: Table, writer: Runs) -> None:
    """Write a table with its caption above it."""
    if block.caption:
        writer.write(document.add_paragraph(style="Caption"), block.caption)
    if not block.columns:
        return
    headed = any(plain(column.title) for column in block.columns)
    grid = _grid(document, shares(block))
    if headed:
        head = grid.add_row()
        _mark(head, "w:tblHeader", "w:cantSplit")
        for cell, column in zip(head.cells, block.columns, strict=True):
            _shade(cell, _HEAD)
            writer.write(cell.paragraphs[0], column.title, bold=True)
    before: Inline = ()
    for row in block.rows:
        if row.group != before and plain(row.group):
            _group(grid, row.group, writer)
        before = row.group
        made = grid.add_row()
        _mark(made, "w:cantSplit")
        for number, (cell, content) in enumerate(zip(made.cells, row.cells, strict=True)):
            _fill(cell, content, writer, bold=number == 0)
    document.add_paragraph()


def facts(document: Any, block: Facts, writer: Runs) -> None:
    """Write labels with their values beside them."""
    grid = _grid(document, [_FACT_LABEL, 1 - _FACT_LABEL])
    for label, values in block.pairs:
        row = grid.add_row()
        _mark(row, "w:cantSplit")
        _fill(row.cells[0], (label,), writer, bold=True)
        _fill(row.cells[1], values, writer)
    document.add_paragraph()


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


def _grid(document: Any, parts: Sequence[float]) -> Any:
    """Return an empty table whose columns are settled."""
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    grid = document.add_table(rows=0, cols=len(parts), style="Table Grid")
    grid.autofit = False
    for column, part in zip(grid.columns, parts, strict=True):
        column.width = int(room * part)
    return grid


def _group(grid: Any, group: Inline, writer: Runs) -> None:
    row = grid.add_row()
    _mark(row, "w:cantSplit")
    cell = row.cells[0].merge(row.cells[-1])
    _shade(cell, _GROUP)
    writer.write(cell.paragraphs[0], group, bold=True)
    cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: Any, content: Cell, writer: Runs, *, bold: bool = False) -> None:
    for number, line in enumerate(content):
        writer.write(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), line, bold=bold)


def _mark(row: Any, *tags: str) -> None:

    for tag in sorted(tags):
        row._tr.get_or_add_trPr().append(OxmlElement(tag))  # noqa: SLF001 - python-docx has no such property


def _shade(cell: Any, colour: str) -> None:

    shade = OxmlElement("w:shd")
    for attribute, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(attribute), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading
