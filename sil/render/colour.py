"""Colour for a page that is laid out: each look as a code of ECMA-48, `SELECT GRAPHIC RENDITION`.

Ten fixed codes, as every terminal knows them; a library for them takes longer to import than the page to make.
"""

from sil.light import Mapping, Sequence
from sil.render.spans import Line, Look, Span

BOLD, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, GREY = "1", "31", "32", "33", "34", "35", "36", "90"

LOOKS: Mapping[Look, str] = {
    "title": BOLD,
    "heading": f"{BOLD};{CYAN}",
    "label": CYAN,
    "note": GREY,
    "rule": GREY,
    "strong": BOLD,
    "muted": GREY,
    "code": CYAN,
    "match": f"{BOLD};{MAGENTA}",
    "good": GREEN,
    "bad": RED,
    "doubt": YELLOW,
    "bar": BLUE,
}
"""The terminal's own palette, which keeps the colours readable on dark and on light; plain stretches have none."""


def coloured(lines: Sequence[Line]) -> str:
    """Return the lines with colour; without the codes they are the plain form, byte for byte."""
    return "".join("".join(map(_painted, line)) + "\n" for line in lines)


def _painted(span: Span) -> str:
    code = LOOKS.get(span.look)
    return f"\x1b[{code}m{span.text}\x1b[0m" if code and span.text else span.text
