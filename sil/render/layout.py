"""A page laid out for a width in cells: what a terminal shows, line by line, without a word about colour."""

from sil.light import Iterable, Iterator, Sequence
from sil.render.flow import NARROW, hanging, spans_of, stacked, wrap
from sil.render.inline import Footnotes
from sil.render.spans import EMPTY, Line, Look, Span, blanks, indented, relook, width_of
from sil.views.model import Block, Bullets, Facts, Inline, Page, Paragraph, Section, SourceNote, Table

LEAST_WIDTH = 20
"""No terminal is taken to be narrower than this."""

Lines = list[Line]


def lay_out(page: Page, width: int) -> Lines:
    """Return the lines of a page, none wider than `width` cells."""
    width = max(width, LEAST_WIDTH)
    footnotes = Footnotes.of(page)
    parts = [_title(page, footnotes, width)]
    for section in page.sections:
        parts += _section(section, footnotes, width)
    if page.sources:
        parts.append(_heading(page.sources_title, footnotes, width) + _sources(page.sources, footnotes, width))
    if page.footer:
        parts.append(wrap(relook(spans_of(page.footer, footnotes), "muted"), width))
    return _joined(parts)


def _joined(parts: Iterable[Lines]) -> Lines:
    """Join the parts with an empty line between them."""
    lines: Lines = []
    for part in parts:
        if part:
            lines += [EMPTY, *part] if lines else part
    return lines


def _title(page: Page, footnotes: Footnotes, width: int) -> Lines:
    lines = _underlined(page.title, footnotes, width, "title", "═")
    lead = relook(spans_of(page.lead, footnotes), "muted")
    return [*lines, *wrap(lead, width)] if lead else lines


def _heading(title: Inline, footnotes: Footnotes, width: int) -> Lines:
    return _underlined(title, footnotes, width, "heading", "─")


def _underlined(title: Inline, footnotes: Footnotes, width: int, look: Look, stroke: str) -> Lines:
    line = relook(spans_of(title, footnotes), look)
    if not line:
        return []
    lines = wrap(line, width)
    return [*lines, (Span(stroke * max(width_of(line) for line in lines), "rule"),)]


def _section(section: Section, footnotes: Footnotes, width: int) -> Iterator[Lines]:
    heading = _heading(section.title, footnotes, width)
    blocks = [_block(block, footnotes, width) for block in section.blocks]
    if blocks and not isinstance(section.blocks[0], Table):
        yield heading + blocks[0]
        yield from blocks[1:]
    else:
        yield from (heading, *blocks)


def _block(block: Block, footnotes: Footnotes, width: int) -> Lines:
    match block:
        case Paragraph():
            return wrap(spans_of(block.content, footnotes), width)
        case Bullets():
            return list(_bullets(block, footnotes, width))
        case Facts():
            return list(_facts(block, footnotes, width))
        case Table():
            return list(_table(block, footnotes, width))


def _bullets(block: Bullets, footnotes: Footnotes, width: int) -> Iterator[Line]:
    gauge = len(str(len(block.items)))
    for number, item in enumerate(block.items, 1):
        mark = f"{number:>{gauge}}. " if block.ordered else "• "
        margin: Line = (Span(mark, "label"),) if block.marked else EMPTY
        for paragraph in item or [()]:
            yield from hanging(spans_of(paragraph, footnotes), width, margin, len(mark))
            margin = blanks(len(mark))


def _facts(block: Facts, footnotes: Footnotes, width: int) -> Iterator[Line]:
    pairs = [
        (spans_of(label, footnotes), [spans_of(value, footnotes) for value in values]) for label, values in block.pairs
    ]
    from sil.render.cards import labelled  # noqa: PLC0415 - a list has no labels

    gutter = max((width_of(label) for label, _ in pairs), default=0) + 2
    for label, values in pairs:
        if width < NARROW or gutter > width * 2 // 5:
            yield from labelled(label, values, width, 0)
        else:
            yield from _beside(label, values, width, gutter)


def _beside(label: Line, values: Sequence[Line], width: int, gutter: int) -> Iterator[Line]:
    margin = relook(label, "label") + blanks(gutter - width_of(label))
    yield from indented(stacked(values, width - gutter) or [EMPTY], margin, blanks(gutter))


def _table(table: Table, footnotes: Footnotes, width: int) -> Iterator[Line]:
    if table.caption:
        yield from wrap(relook(spans_of(table.caption, footnotes), "muted"), width)
    if not table.columns:
        return
    from sil.render.cards import cards  # noqa: PLC0415 - a page without a table needs none of this
    from sil.render.table import boxed, grid_of, widths_of  # noqa: PLC0415

    grid = grid_of(table, footnotes)
    widths = widths_of(grid, width)
    if widths is None:
        yield from cards(grid, width)
    else:
        yield from boxed(grid, [column.align for column in table.columns], widths)


def _sources(sources: Iterable[SourceNote], footnotes: Footnotes, width: int) -> Lines:
    lines: Lines = []
    for source in sources:
        mark = f"[{source.number}] "
        lines += hanging(spans_of(source.content, footnotes), width, (Span(mark, "note"),), len(mark))
    return lines
