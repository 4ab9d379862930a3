"""Tables without room: one card a row, its cells as `label: value` lines."""

from sil.light import TYPE_CHECKING, Iterator, Sequence
from sil.render.flow import hanging, stacked, wrap
from sil.render.spans import EMPTY, Line, Span, blanks, indented, joined, relook

if TYPE_CHECKING:
    from sil.render.table import Grid, Paragraphs

_NOTHING: Line = (Span("–", "muted"),)


def cards(grid: "Grid", width: int) -> list[Line]:
    """Draw each row as a card under a line that says which columns there are."""
    titles = [title for title in grid.titles if title]
    lines = wrap(joined(titles, " · "), width) if titles else []
    for row, group in zip(grid.rows, grid.groups, strict=True):
        if group:
            lines += [EMPTY, *hanging(relook(group, "heading"), width, (Span("── ", "rule"),), 3)]
        lines += [EMPTY, *_card(grid.titles, row, width)]
    return lines if titles else lines[1:]


def _card(titles: Sequence[Line], row: "Sequence[Paragraphs]", width: int) -> Iterator[Line]:
    """Draw a row: its name, behind it what stands in columns without a title, then the other cells."""
    fields = list(zip(titles, row, strict=True))[1:]
    name = [relook(line, "strong") for line in row[0]]
    signs = [line for title, cell in fields if not title for line in cell]
    yield from hanging(joined([*name, *signs], "  "), width, EMPTY, 2)
    for title, cell in fields:
        if title:
            yield from labelled(title, cell, width, 2)


def labelled(label: Line, values: Sequence[Line], width: int, indent: int) -> Iterator[Line]:
    """Draw `label: value`; several paragraphs stand below the label."""
    head = (*relook(label, "label"), Span(":", "label")) if label else EMPTY
    if len(values) > 1:
        yield from hanging(head, width, blanks(indent), indent + 2)
        yield from indented(stacked(values, width - indent - 2), blanks(indent + 2), blanks(indent + 2))
    else:
        yield from hanging(joined([head, *(values or [_NOTHING])], " "), width, blanks(indent), indent + 2)
