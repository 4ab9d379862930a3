"""A timeline as SVG that fits a screen or a page: numbered marks in lanes, below them the words of each and the figures.

Time runs to the right, over a lane for the exchanges and one for each country and kind.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from sil.render.svg import COLOURS, INK, MUTED, PAPER, document, drawing, lines_of, number, write
from sil.text.calendars import earliest, latest
from sil.views.frame import plain_text
from sil.views.timeline import Moment, MomentKind, Series, TimePicture

WIDTH, MARGIN, TITLE, COLUMNS, GUTTER = 1200, 28, 44, 3, 24
LABELS = 190
"""Width of the names of the lanes."""
SMALL, STEP = 12, 16
"""Size of the letters and height of a line below the lanes, in pixels."""
MARK, ROW, AXIS = 22, 27, 30
TICKS = 14
DATE, BAR = 100, 130
"""Width of the date before a bar, and of the longest bar."""
COLUMN = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS


@dataclass(frozen=True, slots=True)
class _Axis:
    """The years from the first to the one after the last, over the width beside the names of the lanes."""

    first: int
    last: int

    def at(self, day: str) -> float:
        """Return where an ISO day stands."""
        year, month, date = (int(part) for part in day.split("-"))
        passed = year - self.first + ((month - 1) * 31 + date - 1) / 372
        return MARGIN + LABELS + MARK / 2 + passed / (self.last - self.first) * (WIDTH - 2 * MARGIN - LABELS - MARK)

    def ticks(self) -> list[int]:
        """Return the years that are written: round ones, not too many."""
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (self.last - self.first) / step <= TICKS)
        return [year for year in range(self.first, self.last + 1) if year % step == 0]


def timeline_svg(picture: TimePicture, *, titled: bool = True) -> str:
    """Return the drawing as an SVG document, with its title above it when `titled`."""
    root = drawing(WIDTH, 0, picture.title, picture.description, picture.lang)
    y: float = MARGIN
    if titled:
        title = lines_of(picture.title, (WIDTH - 2 * MARGIN) * 14 / 18)
        write(root, MARGIN, 36, title, font_size="18", font_weight="bold")
        y = TITLE + (len(title) - 1) * STEP
    groups = [SubElement(root, "g", {"data-id": one.record, "data-kind": one.kind}) for one in picture.moments]
    if groups:
        y = _lanes(root, groups, picture, y)
        y = _words(groups, picture, y + STEP)
    y = _figures(root, picture.series, y + STEP)
    root.set("height", number(y + MARGIN))
    root.set("viewBox", f"0 0 {WIDTH} {number(y + MARGIN)}")
    return document(root)


def _lanes(root: Element, groups: Sequence[Element], picture: TimePicture, y: float) -> float:
    """Draw years and lanes with their marks, and return where they end."""
    moments = picture.moments
    ends = [int((one.until or one.date)[:4]) + 1 for one in moments]
    axis = _Axis(int(moments[0].date[:4]), max(ends))
    top, y = y, y + AXIS
    for lane in dict.fromkeys(sorted((_lane(one, picture) for one in moments), key=_order(picture))):
        kind, country = lane
        name = picture.lanes[kind] + (f" – {picture.countries[country]}" if country else "")
        lines = lines_of(name, LABELS - MARK)
        _rule(root, (MARGIN, y), (WIDTH - MARGIN, y))
        write(root, MARGIN, y + 19, lines, font_weight="bold", fill=_colour(country, picture))
        rows: list[float] = []
        for at, one in enumerate(moments):
            if _lane(one, picture) == lane:
                x = axis.at(earliest(one.date))
                end = max(axis.at(latest(one.until)), x) if one.until else x
                row = next((row for row, taken in enumerate(rows) if taken < x - MARK / 2), len(rows))
                rows[row : row + 1] = [end + MARK / 2 + 2]
                middle = y + ROW * row + ROW / 2
                _mark(groups[at], one, at + 1, (x, middle, end - x), _colour(country, picture))
        y += max(len(rows) * ROW, len(lines) * 20 + 6)
    _rule(root, (MARGIN, y), (WIDTH - MARGIN, y))
    for year in axis.ticks():
        x = axis.at(f"{year}-01-01")
        root.insert(3, _line((x, top + AXIS - 6), (x, y)))  # behind the marks
        write(
            root, x, top + AXIS - 10, [picture.year(str(year))], text_anchor="middle", fill=MUTED, font_size=str(SMALL)
        )
    return y


def _lane(one: Moment, picture: TimePicture) -> tuple[MomentKind, str]:
    """Return kind and country of the lane of a moment; exchanges belong to all countries and have one lane."""
    if one.kind == "exchange":
        return "exchange", ""
    return one.kind, min(one.countries, key=list(picture.countries).index, default="")


def _order(picture: TimePicture) -> Callable[[tuple[MomentKind, str]], tuple[int, int]]:
    kinds = list(picture.lanes)
    countries = ["", *picture.countries]
    return lambda lane: (kinds.index(lane[0]), countries.index(lane[1]))


def _colour(country: str, picture: TimePicture) -> str:
    return COLOURS[list(picture.countries).index(country) % len(COLOURS)] if country else INK


def _mark(group: Element, one: Moment, count: int, place: tuple[float, float, float], colour: str) -> None:
    """Draw a numbered mark, given its middle and how far it lasts: a box for an exchange, a diamond for a law, else a circle."""
    x, y, length = place
    half = MARK / 2
    look = {"fill": PAPER, "stroke": colour, "stroke-width": "2"}
    if one.kind == "law":
        corners = ((x, y - half - 1), (x + half + 1, y), (x, y + half + 1), (x - half - 1, y))
        SubElement(group, "polygon", {"points": " ".join(f"{number(a)},{number(b)}" for a, b in corners), **look})
    elif one.kind == "exchange":
        box = {"x": number(x - half), "y": number(y - half), "width": number(length + MARK), "height": number(MARK)}
        SubElement(group, "rect", {**box, "rx": "4", **look})
    else:
        SubElement(group, "circle", {"cx": number(x), "cy": number(y), "r": number(half), **look})
    write(group, x, y + 4, [str(count)], text_anchor="middle", font_size="11", font_weight="bold")


def _words(groups: Sequence[Element], picture: TimePicture, y: float) -> float:
    """Write what each number stands for, column by column, and return where the longest column ends."""
    said = [
        lines_of(f"{date} · {plain_text(one.what)}", (COLUMN - MARK - 10) * 14 / SMALL)
        for one, date in zip(picture.moments, picture.dates, strict=True)
    ]
    places, end = _flow([max(len(lines) * STEP, MARK) + 8 for lines in said], y)
    for at, (one, lines, (x, top)) in enumerate(zip(picture.moments, said, places, strict=True)):
        country = _lane(one, picture)[1]
        _mark(groups[at], one, at + 1, (x + MARK / 2 + 1, top + MARK / 2, 0), _colour(country, picture))
        write(groups[at], x + MARK + 10, top + 15, lines, step=STEP, font_size=str(SMALL))
    return end


def _figures(root: Element, series: Sequence[Series], y: float) -> float:
    """Draw each figure over the years, one bar a date, column by column, and return where the longest column ends."""
    titles = [lines_of(plain_text(one.title), COLUMN * 14 / SMALL) for one in series]
    heights = [(len(title) + len(one.points)) * STEP + 14 for title, one in zip(titles, series, strict=True)]
    places, end = _flow(heights, y)
    for one, title, (x, top) in zip(series, titles, places, strict=True):
        group = SubElement(root, "g", {"data-id": one.record, "data-kind": "series"})
        write(group, x, top + SMALL, title, step=STEP, font_size=str(SMALL), font_weight="bold")
        largest = max((point.value for point in one.points), default=0) or 1
        for at, point in enumerate(one.points):
            base = top + (len(title) + at) * STEP + SMALL
            length = max(point.value, 0) / largest * BAR
            write(group, x, base, [point.when], fill=MUTED, font_size=str(SMALL))
            bar = {"x": number(x + DATE), "y": number(base - 10), "height": "11", "width": number(length)}
            SubElement(group, "rect", {**bar, "fill": COLOURS[0]})
            write(group, x + DATE + length + 6, base, [point.shown], font_size=str(SMALL))
    return end


def _flow(heights: Sequence[float], y: float) -> tuple[list[tuple[float, float]], float]:
    """Return where things of these heights stand in columns of about the same height, and where the longest ends."""
    places: list[tuple[float, float]] = []
    column, top, end = 0, y, y
    share = max(sum(heights) / COLUMNS, max(heights, default=0))
    for height in heights:
        if top + height / 2 > y + share and column < COLUMNS - 1:
            column, top = column + 1, y
        places.append((MARGIN + column * (COLUMN + GUTTER), top))
        top += height
        end = max(end, top)
    return places, end


def _rule(root: Element, start: tuple[float, float], end: tuple[float, float]) -> None:
    root.append(_line(start, end))


def _line(start: tuple[float, float], end: tuple[float, float]) -> Element:
    ends = {"x1": number(start[0]), "y1": number(start[1]), "x2": number(end[0]), "y2": number(end[1])}
    return Element("line", {**ends, "stroke": MUTED, "stroke-width": "0.5"})
