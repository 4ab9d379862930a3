"""Pieces of SVG that every drawing shares: the frame with its text alternative, text in lines, and who uses which colour.

Colours are those of Okabe and Ito, which people with any colour vision tell apart; each comes with a form of its own, so
that nothing is said by colour alone.
"""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sil.render.inline import clean
from sil.text.breaks import wrap

FONTS = (
    "Sarabun, 'Noto Sans Thai', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Thonburi, 'Noto Sans CJK JP', sans-serif"
)
INK, MUTED, PAPER = "#222222", "#595959", "#ffffff"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
CELL = 7.6
"""Width of a terminal cell in a font of 14 pixels: an upper bound for what the fonts above take."""
LINE = 20
"""Height of a line of text in pixels."""


def drawing(width: float, height: float, title: str, description: str, lang: str) -> Element:
    """Return an empty drawing on white paper, which reads itself aloud: title and description are its text alternative."""
    size = {"width": number(width), "height": number(height), "viewBox": f"0 0 {number(width)} {number(height)}"}
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            **size,
            "role": "img",
            "lang": lang,
            "aria-labelledby": "picture-title picture-description",
            "font-family": FONTS,
            "font-size": "14",
            "fill": INK,
        },
    )
    SubElement(root, "title", {"id": "picture-title"}).text = clean(title)
    SubElement(root, "desc", {"id": "picture-description"}).text = clean(description)
    SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": PAPER})
    return root


def lines_of(text: str, pixels: float) -> list[str]:
    """Break a text into lines of at most this width, at the phrase borders of Thai and Japanese."""
    return wrap(clean(text), max(int(pixels / CELL), 4))


def write(root: Element, x: float, y: float, lines: Sequence[str], *, step: float = LINE, **attributes: str) -> Element:
    """Write lines `step` below each other; `y` is the base of the first. Underscores in attributes stand for hyphens."""
    named = {key.replace("_", "-"): value for key, value in attributes.items() if value}
    text = SubElement(root, "text", {"x": number(x), "y": number(y), **named})
    for at, line in enumerate(lines):
        SubElement(text, "tspan", {"x": number(x), "dy": number(step) if at else "0"}).text = line
    return text


def document(root: Element) -> str:
    """Return the drawing as a file of its own."""
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def number(value: float) -> str:
    """Return a coordinate without digits that nobody sees."""
    return f"{value:.1f}".removesuffix(".0")


def path(points: Iterable[tuple[float, float]], curve: str = "C") -> str:
    """Return the data of a path from its first point through the others."""
    (x, y), *rest = points
    return f"M{number(x)},{number(y)} {curve}" + " ".join(f"{number(a)},{number(b)}" for a, b in rest)
