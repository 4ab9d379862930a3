"""A network as SVG: a column for each country, organisations as boxes, lessons as arrows, meetings as dashed lines.

The order within the columns is found by barycentres (Sugiyama, Tagawa and Toda 1981), so that few ties cross; the same
network gives the same drawing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from sil.render.svg import COLOURS, INK, LINE, MUTED, PAPER, document, drawing, lines_of, number, path, write
from sil.views.drawing import Node, Picture, Tie, TieKind

BOX, GAP, MARGIN, TITLE, HEAD = 250, 300, 90, 24, 52
PADDING, BETWEEN, APART = 12, 30, 14
ROUNDS = 8
"""Passes of ordering; more change nothing on networks that can be read."""


@dataclass(slots=True)
class Box:
    """Where a node stands."""

    node: Node
    column: int
    lines: list[str]
    ends: int = 0
    """Ties that leave from the side where most do."""
    x: float = 0
    y: float = 0

    @property
    def height(self) -> float:
        """Height in pixels: for the name, and so that lines leave apart from each other."""
        return max(len(self.lines) * LINE + 2 * PADDING, (self.ends + 1) * APART)

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return self.y + self.height / 2


def network_svg(picture: Picture, *, titled: bool = True) -> str:
    """Return the drawing as an SVG document, with its title above it when `titled`."""
    columns = max(len(picture.countries), 1)
    title = lines_of(picture.title, (_width(columns) - 2 * MARGIN) * 14 / 18) if titled else []
    top = LINE * len(title) + TITLE * titled
    boxes = _placed(picture, top + HEAD)
    bottom = max((box.y + box.height for box in boxes.values()), default=top + HEAD) + BETWEEN
    legend = [*picture.legend.values(), *filter(None, [picture.times])]
    root = drawing(_width(columns), bottom + LINE * (len(legend) + 1), picture.title, picture.description, picture.lang)
    _arrow_heads(SubElement(root, "defs"))
    write(root, MARGIN, 36, title, font_size="18", font_weight="bold")
    for column, name in enumerate(picture.countries.values()):
        colour = _colour(column)
        write(root, _left(column) + BOX / 2, top + 32, [name], text_anchor="middle", font_weight="bold", fill=colour)
    _ties(root, picture.ties, boxes)
    for box in boxes.values():
        _box(root, box)
    _legend(root, picture.legend, bottom + LINE / 2)
    write(root, MARGIN, bottom + LINE / 2 + LINE * len(picture.legend), [picture.times] if picture.times else [])
    return document(root)


def _width(columns: int) -> float:
    return 2 * MARGIN + columns * BOX + (columns - 1) * GAP


def _left(column: int) -> float:
    return MARGIN + column * (BOX + GAP)


def _colour(column: int) -> str:
    return COLOURS[column % len(COLOURS)]


# --- places ------------------------------------------------------------------------------------------------------------


def _placed(picture: Picture, top: float) -> dict[str, Box]:
    """Return the boxes by node, each with its place."""
    codes = list(picture.countries)
    boxes = {
        node.id: Box(node, codes.index(node.country), lines_of(node.name, BOX - 2 * PADDING - 8))
        for node in picture.nodes
    }
    columns: dict[int, list[Box]] = defaultdict(list)
    for box in boxes.values():
        columns[box.column].append(box)
    _order(columns, picture.ties, boxes)
    for (one, _), ends in _sides(picture.ties, boxes).items():
        boxes[one].ends = max(boxes[one].ends, len(ends))
    tallest = max((_tall(column) for column in columns.values()), default=0)
    for number_, column in columns.items():
        y = top + (tallest - _tall(column)) / 2
        for box in column:
            box.x, box.y = _left(number_), y
            y += box.height + BETWEEN
    return boxes


def _tall(column: Sequence[Box]) -> float:
    return sum(box.height + BETWEEN for box in column)


def _order(columns: Mapping[int, list[Box]], ties: Sequence[Tie], boxes: Mapping[str, Box]) -> None:
    """Order each column by the mean place of the neighbours in other columns."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        if boxes[tie.start].column != boxes[tie.end].column:
            neighbours[tie.start].append(tie.end)
            neighbours[tie.end].append(tie.start)
    for round_ in range(ROUNDS):
        for column in columns.values() if round_ % 2 else reversed(list(columns.values())):
            place = {box.node.id: at / len(each) for each in columns.values() for at, box in enumerate(each)}
            column.sort(key=lambda box: _mean([place[near] for near in neighbours[box.node.id]], place[box.node.id]))


def _mean(places: Sequence[float], own: float) -> float:
    return sum(places) / len(places) if places else own


# --- marks -------------------------------------------------------------------------------------------------------------


def _arrow_heads(definitions: Element) -> None:
    for at, colour in enumerate(COLOURS):
        marker = SubElement(
            definitions,
            "marker",
            {
                "id": f"arrow-{at}",
                "viewBox": "0 0 10 10",
                "refX": "9",
                "refY": "5",
                "markerWidth": "8",
                "markerHeight": "8",
                "orient": "auto",
            },
        )
        SubElement(marker, "path", {"d": "M0,0 L10,5 L0,10 z", "fill": colour})


def _box(root: Element, box: Box) -> None:
    colour = _colour(box.column)
    place = {"x": number(box.x), "y": number(box.y), "height": number(box.height)}
    group = SubElement(root, "g", {"data-id": box.node.id, **({"lang": box.node.lang} if box.node.lang else {})})
    SubElement(
        group, "rect", {**place, "width": str(BOX), "rx": "6", "fill": PAPER, "stroke": colour, "stroke-width": "1.5"}
    )
    SubElement(group, "rect", {**place, "width": "8", "fill": colour})
    write(group, box.x + PADDING + 6, box.middle - len(box.lines) * LINE / 2 + 14, box.lines)


def _ties(root: Element, ties: Sequence[Tie], boxes: Mapping[str, Box]) -> None:
    ports = _ports(ties, boxes)
    for at, tie in enumerate(ties):
        start, end = ports[at, tie.start], ports[at, tie.end]
        bend = _bend(start, end, _left(boxes[tie.start].column) + BOX / 2)
        attributes = {"d": path([start, *bend, end]), "fill": "none", "data-kind": tie.kind}
        if tie.kind == "learned":
            shade = boxes[tie.start].column % len(COLOURS)
            attributes |= {"stroke": COLOURS[shade], "stroke-width": "2", "marker-end": f"url(#arrow-{shade})"}
        else:
            attributes |= {"stroke": MUTED, "stroke-width": "1.5", "stroke-dasharray": "6 5"}
        SubElement(root, "path", attributes)
    for at, tie in enumerate(ties):
        if len(tie.behind) > 1:
            start, end = ports[at, tie.start], ports[at, tie.end]
            bend = _bend(start, end, _left(boxes[tie.start].column) + BOX / 2)
            _times(root, len(tie.behind), _along([start, *bend, end], 0.3 if tie.kind == "learned" else 0.5))


def _times(root: Element, count: int, place: tuple[float, float]) -> None:
    """Write how many lessons or exchanges stand behind a line, on a ground that hides the lines beside it."""
    x, y = place
    width = 20 + 8 * len(str(count))
    ground = {"x": number(x - width / 2), "y": number(y - 8), "width": str(width), "height": "16", "rx": "8"}
    SubElement(root, "rect", {**ground, "fill": PAPER, "stroke": MUTED})
    write(root, x, y + 4, [f"×{count}"], text_anchor="middle", font_size="12")


def _ports(ties: Sequence[Tie], boxes: Mapping[str, Box]) -> dict[tuple[int, str], tuple[float, float]]:
    """Return where each tie leaves its boxes: spread over the side that faces the other end, in the order of those ends."""
    places = {}
    for (one, side), ends in _sides(ties, boxes).items():
        box = boxes[one]
        for place, (_, at) in enumerate(sorted(ends), start=1):
            x = box.x if side == "left" else box.x + BOX
            places[at, one] = (x, box.y + box.height * place / (len(ends) + 1))
    return places


def _sides(ties: Sequence[Tie], boxes: Mapping[str, Box]) -> dict[tuple[str, str], list[tuple[float, int]]]:
    """Return which ties leave each side of each box, with the height of the other end."""
    sides: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    for at, tie in enumerate(ties):
        for one, other in ((tie.start, tie.end), (tie.end, tie.start)):
            sides[one, _side(boxes[one], boxes[other])].append((boxes[other].middle, at))
    return sides


def _side(box: Box, other: Box) -> str:
    if box.column == other.column:
        return "left" if box.column == 0 else "right"
    return "right" if other.column > box.column else "left"


def _bend(start: tuple[float, float], end: tuple[float, float], middle: float) -> list[tuple[float, float]]:
    """Return the two points that bend a tie: across the gap, or around the outer side of a column."""
    (x, y), (to_x, to_y) = start, end
    if x == to_x:
        away = (-1 if x < middle else 1) * min(MARGIN - 12, 40 + abs(to_y - y) / 6)
        return [(x + away, y), (to_x + away, to_y)]
    return [(x + (to_x - x) * 0.4, y), (to_x - (to_x - x) * 0.4, to_y)]


def _along(points: list[tuple[float, float]], part: float) -> tuple[float, float]:
    """Return the point of a cubic curve after this part of its way."""
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, points, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, points, strict=True)),
    )


def _legend(root: Element, legend: Mapping[TieKind, str], y: float) -> None:
    for at, (kind, words) in enumerate(legend.items()):
        height = y + at * LINE
        line = {"x1": str(MARGIN), "x2": str(MARGIN + 44), "y1": number(height - 5), "y2": number(height - 5)}
        if kind == "learned":
            SubElement(root, "line", {**line, "stroke": COLOURS[0], "stroke-width": "2", "marker-end": "url(#arrow-0)"})
        else:
            SubElement(root, "line", {**line, "stroke": MUTED, "stroke-width": "1.5", "stroke-dasharray": "6 5"})
        write(root, MARGIN + 56, height, [words], fill=INK)
