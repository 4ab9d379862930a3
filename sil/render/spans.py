"""Lines of a page laid out for a width: stretches of text with a look."""

from sil.light import Iterable, Literal, dataclass
from sil.text import cells
from sil.views.model import Style

Look = Style | Literal["title", "heading", "label", "note", "rule"]
"""A style of the view model, or a part that the layout adds."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look."""

    text: str
    look: Look = "plain"


Line = tuple[Span, ...]

EMPTY: Line = ()


def text_of(line: Line) -> str:
    """Return the line without looks."""
    return line[0].text if len(line) == 1 else "".join([span.text for span in line])


def width_of(line: Line) -> int:
    """Return how many terminal cells the line takes."""
    return cells.width(text_of(line))


def relook(line: Line, look: Look) -> Line:
    """Return the line with its plain stretches in another look."""
    return tuple(Span(span.text, look) if span.look == "plain" else span for span in line)


def trimmed(line: Line) -> Line:
    """Return the line without spaces at its end."""
    kept = list(line)
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    if kept:
        kept[-1] = Span(kept[-1].text.rstrip(" "), kept[-1].look)
    return tuple(kept)


def joined(parts: Iterable[Line], between: str) -> Line:
    """Return the parts that are not empty as one line."""
    line: Line = EMPTY
    for part in parts:
        if part:
            line += (Span(between), *part) if line else part
    return line


def blanks(count: int) -> Line:
    """Return so many spaces."""
    return (Span(" " * count),) if count > 0 else EMPTY


def indented(lines: Iterable[Line], first: Line, rest: Line) -> list[Line]:
    """Put `first` before the first line and `rest` before the others."""
    return [(first if number == 0 else rest) + line for number, line in enumerate(lines)]
