"""GitHub Markdown: a page that reads as text, and as a document where Markdown is shown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from sil.render.inline import Footnotes, clean
from sil.render.markdown_inline import at_line_start, escaped, inline
from sil.render.options import Options
from sil.render.walk import used_sources
from sil.views.model import Block, Bullets, Cell, Column, Facts, Inline, Page, Paragraph, Row, Section, Table, View

_RULES = {"left": "---", "right": "--:", "center": ":-:"}
_BETWEEN_LISTS = "<!-- -->"
"""Keeps two lists in a row apart."""


def render(view: View, _options: Options) -> str:
    """Return the page as GitHub Markdown."""
    page = view.page()
    notes = Footnotes.of(page)
    parts = chain(_head(page, notes), *(_section(section, notes) for section in page.sections), _foot(page, notes))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(page: Page, footnotes: Footnotes) -> Iterator[str]:
    yield _heading("#", page.title, footnotes)
    yield at_line_start(inline(page.lead, footnotes))


def _heading(level: str, title: Inline, footnotes: Footnotes) -> str:
    text = inline(title, footnotes)
    return f"{level} {text}" if text else ""


def _section(section: Section, footnotes: Footnotes) -> Iterator[str]:
    yield _heading("##", section.title, footnotes)
    for before, block in pairwise((None, *section.blocks)):
        if isinstance(before, Bullets | Facts) and isinstance(block, Bullets | Facts):
            yield _BETWEEN_LISTS
        if block:
            yield "\n".join(_block(block, footnotes))


def _block(block: Block, footnotes: Footnotes) -> Iterable[str]:
    match block:
        case Paragraph():
            return [at_line_start(inline(block.content, footnotes))]
        case Bullets():
            return _bullets(block, footnotes)
        case Facts():
            return _facts(block, footnotes)
        case Table():
            return _table(block, footnotes)


def _bullets(block: Bullets, footnotes: Footnotes) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.ordered else "-"
        yield f"{mark} {at_line_start(_lines(item, footnotes))}".rstrip()


def _facts(block: Facts, footnotes: Footnotes) -> Iterator[str]:
    for label, values in block.pairs:
        name, text = inline(label, footnotes, bold=True), _lines(values, footnotes)
        yield f"- {name}: {text}".rstrip() if name else f"- {at_line_start(text)}".rstrip()


def _lines(paragraphs: Cell, footnotes: Footnotes) -> str:
    """Put paragraphs where Markdown has room for one line only."""
    return "<br>".join(inline(paragraph, footnotes) for paragraph in paragraphs)


def _table(table: Table, footnotes: Footnotes) -> Iterator[str]:
    if table.caption:
        yield at_line_start(inline(table.caption, footnotes)) + "\n"
    if table.columns:
        yield _row(inline(column.title, footnotes) for column in table.columns)
        yield _row(_RULES[column.align] for column in table.columns)
        yield from _rows(table.columns, table.rows, footnotes)


def _rows(columns: Sequence[Column], rows: Iterable[Row], footnotes: Footnotes) -> Iterator[str]:
    for group, members in groupby(rows, key=lambda row: row.group):
        if heading := inline(group, footnotes, bold=True):
            yield _row([heading, *[""] * (len(columns) - 1)])
        for row in members:
            yield _row(_lines(cell, footnotes) for cell in row.cells)


def _row(cells: Iterable[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _foot(page: Page, footnotes: Footnotes) -> Iterator[str]:
    """Yield what stands under the page: footer, then sources; GitHub shows only the definitions that are used."""
    footer = [at_line_start(inline(page.footer, footnotes)), " · ".join(map(_escaped_line, page.meta.values()))]
    if any(footer):
        yield "---"
        yield from footer
    yield _heading("##", page.sources_title, footnotes) if page.sources else ""
    used = used_sources(page)
    unused = [source for source in page.sources if source.key not in used]
    yield "\n".join(f"- \\[{source.number}\\] {inline(source.content, footnotes)}" for source in unused)
    for source in page.sources:
        if source.key in used:
            yield f"[^{source.number}]: {at_line_start(inline(source.content, footnotes))}"


def _escaped_line(text: str) -> str:
    return at_line_start(escaped(clean(text)))
