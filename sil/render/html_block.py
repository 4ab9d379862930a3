"""Blocks of a page as HTML."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sil.render.html_inline import Writer, attribute
from sil.render.inline import plain
from sil.render.proportions import is_short, shares
from sil.views.model import Block, Bullets, Cell, Column, Facts, Paragraph, Row, Table


def block_html(block: Block, writer: Writer) -> Iterable[str]:
    """Return the lines of a block."""
    match block:
        case Paragraph():
            return [f"<p>{writer.inline(block.content)}</p>"]
        case Bullets():
            return _bullets(block, writer)
        case Facts():
            return _facts(block, writer)
        case Table():
            return _table(block, writer)


def _bullets(block: Bullets, writer: Writer) -> Iterator[str]:
    tag = "ol" if block.ordered else "ul"
    yield f"<{tag}>"
    for item in block.items:
        yield f"<li>{_paragraphs(item, writer)}</li>"
    yield f"</{tag}>"


def _facts(block: Facts, writer: Writer) -> Iterator[str]:
    yield "<dl>"
    for label, values in block.pairs:
        yield f"<div><dt>{writer.inline(label)}</dt><dd>{_paragraphs(values, writer)}</dd></div>"
    yield "</dl>"


def _paragraphs(cell: Cell, writer: Writer) -> str:
    """Return the paragraphs of a cell; a single one needs no tag."""
    if len(cell) == 1:
        return writer.inline(cell[0])
    return "".join(f"<p>{writer.inline(content)}</p>" for content in cell)


def _table(table: Table, writer: Writer) -> Iterator[str]:
    parts = shares(table)
    yield '<div class="table">'
    yield "<table>"
    if table.caption:
        yield f"<caption>{writer.inline(table.caption)}</caption>"
    if any(column.title for column in table.columns):
        yield "<thead>"
        yield f"<tr>{''.join(_title(column, writer) for column in table.columns)}</tr>"
        yield "</thead>"
    for group, rows in groupby(table.rows, key=lambda row: row.group):
        yield "<tbody>"
        if plain(group):
            yield f'<tr class="group"><th scope="rowgroup" colspan="{len(table.columns)}">{writer.inline(group)}</th></tr>'
        for row in rows:
            yield _row(table.columns, row, writer, is_long=not is_short(row.cells, parts))
        yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _title(column: Column, writer: Writer) -> str:
    return f'<th scope="col"{_align(column)}>{writer.inline(column.title)}</th>' if column.title else "<td></td>"


def _align(column: Column) -> str:
    return f' class="{column.align}"' if column.align != "left" else ""


def _label(column: Column) -> str:
    """Return the title of a column for the phone, where each row is a card."""
    title = plain(column.title)
    return f' data-label="{attribute(title)}"' if title else ""


def _row(columns: Iterable[Column], row: Row, writer: Writer, *, is_long: bool) -> str:
    cells = []
    for number, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        tag = "td" if number else "th"
        mark = _label(column) if number else ' scope="row"'
        cells.append(f"<{tag}{mark}{_align(column)}>{_paragraphs(cell, writer)}</{tag}>")
    mark = ' class="long"' if is_long else ""  # on paper it may go on overleaf
    return f"<tr{mark}>{''.join(cells)}</tr>"
