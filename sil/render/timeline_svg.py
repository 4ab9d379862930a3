"""A timeline as SVG: time runs downwards, a lane for each country, exchanges across the lanes they join; then bars of figures."""

from xml.etree.ElementTree import Element, SubElement

from sil.render.svg import COLOURS, INK, LINE, MUTED, PAPER, document, drawing, lines_of, number, write
from sil.views.frame import plain_text
from sil.views.timeline import Moment, Series, TimePicture

DATES, LANE, MARGIN, TITLE, HEAD = 150, 330, 36, 44, 60
PADDING, BETWEEN = 8, 12
BAR = 340
"""Length of the longest bar in pixels."""


def timeline_svg(picture: TimePicture, *, titled: bool = True) -> str:
    """Return the drawing as an SVG document, with its title above it when `titled`."""
    lanes = list(picture.countries)
    width = 2 * MARGIN + DATES + max(len(lanes), 1) * LANE
    root = drawing(width, 0, picture.title, picture.description, picture.lang)
    top = TITLE if titled else 0
    if titled:
        write(root, MARGIN, 36, [picture.title], font_size="18", font_weight="bold")
    for lane, code in enumerate(lanes):
        colour = COLOURS[lane % len(COLOURS)]
        write(root, _left(lane), top + 32, [picture.countries[code]], font_weight="bold", fill=colour)
    y: float = top + HEAD
    year = ""
    for moment, date in zip(picture.moments, picture.dates, strict=True):
        if moment.date[:4] != year:
            year = moment.date[:4]
            _rule(root, y - BETWEEN / 2, width)
        y += _moment(root, moment, date, lanes, y) + BETWEEN
    for series in picture.series:
        y = _bars(root, series, y + LINE, width)
    root.set("height", number(y + MARGIN))
    root.set("viewBox", f"0 0 {number(width)} {number(y + MARGIN)}")
    return document(root)


def _left(lane: int) -> float:
    return MARGIN + DATES + lane * LANE


def _rule(root: Element, y: float, width: float) -> None:
    ends = {"x1": str(MARGIN), "x2": number(width - MARGIN), "y1": number(y), "y2": number(y)}
    SubElement(root, "line", {**ends, "stroke": MUTED, "stroke-width": "0.5"})


def _moment(root: Element, moment: Moment, date: str, lanes: list[str], y: float) -> float:
    """Draw a moment and return its height: a box over its lanes for an exchange, a mark in its lane for all else."""
    own = sorted(lanes.index(code) for code in moment.countries) or [0]
    room = (own[-1] - own[0] + 1) * LANE - BETWEEN
    lines = lines_of(plain_text(moment.what), room - 3 * PADDING)
    said = lines_of(date, DATES - PADDING)
    height = max(len(lines), len(said)) * LINE + PADDING
    group = SubElement(root, "g", {"data-id": moment.record, "data-kind": moment.kind})
    write(group, MARGIN, y + 16, said, fill=MUTED)
    x = _left(own[0])
    colour = COLOURS[own[0] % len(COLOURS)]
    if moment.kind == "exchange":
        box = {"x": number(x - PADDING), "y": number(y - 2), "width": number(room), "height": number(height)}
        SubElement(group, "rect", {**box, "rx": "6", "fill": PAPER, "stroke": INK, "stroke-width": "1.5"})
        write(group, x + PADDING, y + 16, lines, font_weight="bold")
        return height
    if moment.kind == "law":
        middle = y + 11
        corners = ((x, middle - 5), (x + 5, middle), (x, middle + 5), (x - 5, middle))
        points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
        SubElement(group, "polygon", {"points": points, "fill": colour})
    else:
        SubElement(
            group,
            "circle",
            {"cx": number(x), "cy": number(y + 11), "r": "4", "fill": PAPER, "stroke": colour, "stroke-width": "2"},
        )
    write(group, x + 2 * PADDING, y + 16, lines)
    return height


def _bars(root: Element, series: Series, y: float, width: float) -> float:
    """Draw a figure over the years, one bar a date, and return where it ends."""
    title = lines_of(plain_text(series.title), width - 2 * MARGIN)
    group = SubElement(root, "g", {"data-id": series.record, "data-kind": "series"})
    write(group, MARGIN, y + 16, title, font_weight="bold")
    y += len(title) * LINE + PADDING
    largest = max((point.value for point in series.points), default=0) or 1
    for point in series.points:
        length = max(point.value, 0) / largest * BAR
        write(group, MARGIN, y + 15, [point.when], fill=MUTED)
        bar = {"x": number(MARGIN + DATES), "y": number(y + 3), "height": "14", "width": number(length)}
        SubElement(group, "rect", {**bar, "fill": COLOURS[0]})
        write(group, MARGIN + DATES + length + PADDING, y + 15, [point.shown])
        y += LINE + 2
    return y
