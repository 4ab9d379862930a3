"""Tables: a light box where the width holds the columns, else one card a row."""

from itertools import zip_longest

from sil.light import Iterator, Sequence, dataclass
from sil.render.columns import measure, solve
from sil.render.flow import NARROW, spans_of, stacked, wrap
from sil.render.inline import Footnotes
from sil.render.spans import EMPTY, Line, Span, blanks, relook, width_of
from sil.views.model import Cell, Inline, Table

Paragraphs = list[Line]


@dataclass(frozen=True, slots=True)
class Grid:
    """The words of a table as endless lines: titles, and for each row its group and its cells."""

    titles: list[Line]
    rows: list[list[Paragraphs]]
    groups: list[Line]
    """Heading above the row of the same number; empty when the row goes on with the group before."""


def grid_of(table: Table, footnotes: Footnotes) -> Grid:
    """Turn the runs of a table into lines."""

    def paragraphs(cell: Cell) -> Paragraphs:
        return [spans_of(content, footnotes) for content in cell]

    before: Inline = ()
    groups = []
    for row in table.rows:
        groups.append(spans_of(row.group, footnotes) if row.group != before else EMPTY)
        before = row.group
    titles = [relook(spans_of(column.title, footnotes), "strong") for column in table.columns]
    return Grid(titles, [[paragraphs(cell) for cell in row.cells] for row in table.rows], groups)


def widths_of(grid: Grid, width: int) -> list[int] | None:
    """Return the widths of the columns inside a box, or nothing when cards read better."""
    columns = [
        measure([title, *(line for row in grid.rows for line in row[number])])
        for number, title in enumerate(grid.titles)
    ]
    room = width - 3 * len(columns) - 1
    widths = solve(columns, room)
    if widths is None or (width < NARROW and sum(column.natural for column in columns) > room):
        return None
    heading = max(map(width_of, grid.groups), default=0)
    return _widened(widths, min(heading, width - 4))


def _widened(widths: list[int], inside: int) -> list[int]:
    """Give the last column what a group heading across all columns needs."""
    lack = inside - sum(widths) - 3 * (len(widths) - 1)
    return [*widths[:-1], widths[-1] + max(lack, 0)]


def boxed(grid: Grid, aligns: Sequence[str], widths: Sequence[int]) -> list[Line]:
    """Draw the table with lines around it; rules between the rows appear as soon as one row needs several lines."""
    box = Box(aligns, widths)
    rows = [[stacked(cell, width) for cell, width in zip(row, widths, strict=True)] for row in grid.rows]
    ruled = any(len(cell) > 1 for row in rows for cell in row)
    lines = [box.rule(*"┌┬┐")]
    if any(grid.titles):
        lines += [*box.row([wrap(title, width) for title, width in zip(grid.titles, widths, strict=True)])]
        lines += [box.rule(*"╞╪╡═")] if grid.rows and not grid.groups[0] else []
    for number, (row, group) in enumerate(zip(rows, grid.groups, strict=True)):
        if group:
            lines += box.heading(group, first=number == 0, titled=any(grid.titles))
        elif number and ruled:
            lines.append(box.rule(*"├┼┤"))
        lines += box.row(row)
    return [*lines, box.rule(*"└┴┘")]


@dataclass(frozen=True, slots=True)
class Box:
    """Draws the lines of a table whose columns are settled."""

    aligns: Sequence[str]
    widths: Sequence[int]

    def rule(self, left: str, crossing: str, right: str, stroke: str = "─") -> Line:
        """Draw a rule with its left end, crossings and right end."""
        return (Span(left + crossing.join(stroke * (width + 2) for width in self.widths) + right, "rule"),)

    def row(self, row: Sequence[Sequence[Line]]) -> Iterator[Line]:
        """Draw the lines of a row, cell beside cell."""
        bar, blank = Span("│", "rule"), Span(" ")
        for parts in zip_longest(*row, fillvalue=EMPTY) if any(row) else [[EMPTY] * len(row)]:
            line = [bar]
            for part, width, align in zip(parts, self.widths, self.aligns, strict=True):
                line += (blank, *_placed(part, width, align), blank, bar)
            yield tuple(line)

    def heading(self, title: Line, *, first: bool, titled: bool) -> Iterator[Line]:
        """Draw a group heading across all columns."""
        inside = sum(self.widths) + 3 * len(self.widths) - 3
        if titled or not first:
            yield self.rule(*("╞╧╡═" if first else "├┴┤"))
        across = Box(("left",), (inside,))
        yield from across.row([wrap(relook(title, "heading"), inside)])
        yield self.rule(*"├┬┤")


def _placed(line: Line, width: int, align: str) -> Line:
    gap = width - width_of(line)
    left = {"right": gap, "center": gap // 2}.get(align, 0)
    return (*blanks(left), *line, *blanks(gap - left))
