"""Tables of a Word document: heads that repeat on each page, short rows that stay whole."""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt

from sil.render.inline import plain
from sil.render.proportions import is_short, shares
from sil.render.word_runs import Runs
from sil.render.word_styles import TEXT
from sil.views.model import Cell, Facts, Inline, Table

_FACT_LABEL = 0.26
_HEAD, _GROUP = "E4E9ED", "F3F6F8"


def table(document: Any, block: Table, writer: Runs) -> None:
    """Write a table with its caption above it."""
    if block.caption:
        writer.write(document.add_paragraph(style="Caption"), block.caption)
    if not block.columns:
        return
    headed = any(plain(column.title) for column in block.columns)
    parts = shares(block)
    grid = _grid(document, parts)
    if headed:
        head = grid.add_row()
        _mark(head, "w:tblHeader", "w:cantSplit")
        for cell, column in zip(head.cells, block.columns, strict=True):
            _shade(cell, _HEAD)
            _fill(cell, (column.title,), writer, bold=True)
    before: Inline = ()
    for row in block.rows:
        if row.group != before and plain(row.group):
            _group(grid, row.group, writer)
        before = row.group
        made = grid.add_row()
        if is_short(row.cells, parts):
            _mark(made, "w:cantSplit")
        for number, (cell, content) in enumerate(zip(made.cells, row.cells, strict=True)):
            _fill(cell, content, writer, bold=number == 0)
    _gap(document)


def facts(document: Any, block: Facts, writer: Runs) -> None:
    """Write labels with their values beside them."""
    grid = _grid(document, [_FACT_LABEL, 1 - _FACT_LABEL], "Normal Table")
    for label, values in block.pairs:
        row = grid.add_row()
        if is_short((values,), (1 - _FACT_LABEL,)):
            _mark(row, "w:cantSplit")
        _fill(row.cells[0], (label,), writer, bold=True)
        _fill(row.cells[1], values, writer)
    _gap(document)


def _gap(document: Any) -> None:
    """Part a table from what follows by a low line; without one Word would join two tables."""
    gap = document.add_paragraph()
    gap.paragraph_format.space_after = Pt(0)
    gap.paragraph_format.line_spacing = Pt(8)


def _grid(document: Any, parts: Sequence[float], style: str = "Table Grid") -> Any:
    """Return an empty table whose columns are settled."""
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    grid = document.add_table(rows=0, cols=len(parts), style=style)
    grid.autofit = False
    for column, part in zip(grid.columns, parts, strict=True):
        column.width = int(room * part)
    return grid


def _group(grid: Any, group: Inline, writer: Runs) -> None:
    row = grid.add_row()
    _mark(row, "w:cantSplit")
    cell = row.cells[0].merge(row.cells[-1])
    _shade(cell, _GROUP)
    _fill(cell, (group,), writer, bold=True)
    cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: Any, content: Cell, writer: Runs, *, bold: bool = False) -> None:
    for number, line in enumerate(content):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = TEXT
        writer.write(paragraph, line, bold=bold)


def _mark(row: Any, *tags: str) -> None:
    for tag in sorted(tags):
        row._tr.get_or_add_trPr().append(OxmlElement(tag))  # noqa: SLF001 - python-docx has no such property


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for attribute, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(attribute), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading
