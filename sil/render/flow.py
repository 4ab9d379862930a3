"""Paragraphs to lines: the words are wrapped as one text, then each line takes the looks back."""

from sil.light import Iterator, Sequence
from sil.render.inline import Footnotes, clean, unseen_address
from sil.render.spans import EMPTY, Line, Span, blanks, indented, text_of, width_of
from sil.text import breaks, cells
from sil.views.model import Inline

_GLUE = "]"
"""Stands for each character of a footnote mark while wrapping: a closing bracket never begins a line."""

_ROOM_FOR_MARKS = 8

NARROW = 50
"""Below this width labels stand above what they name, and a table that does not fit as it is becomes cards."""


def spans_of(content: Inline, footnotes: Footnotes) -> Line:
    """Return a paragraph as one endless line."""
    return tuple(_spans(content, footnotes))


def _spans(content: Inline, footnotes: Footnotes) -> Iterator[Span]:
    for run in content:
        if run.text:
            text = clean(run.text)
            yield Span(f"«{text}»" if run.style == "match" else text, run.style)  # a sign beside the colour
        if run.link and (address := unseen_address(run)):
            yield Span(f" <{address}>" if run.text else address, "muted")
        if run.notes:
            yield from (Span(f"[{mark}]", "note") for mark, _ in footnotes.marks(run))


def wrap(line: Line, width: int, first: int | None = None) -> list[Line]:
    """Break an endless line at phrase borders; `first` is the room in its first line when it differs."""
    if not line:
        return [EMPTY]
    room = width if first is None else first
    text = text_of(line)
    if 2 * len(text) <= room or cells.width(text) <= room:  # no character takes more than two
        return [line]
    if any(span.look == "note" for span in line):
        text = "".join(_GLUE * len(span.text) if span.look == "note" else span.text for span in line)
    return list(_cut(line, text, breaks.wrap(text, width, first)))


def _cut(line: Line, words: str, pieces: list[str]) -> Iterator[Line]:
    """Yield the part of `line` that stands at the place of each piece in `words`."""
    number = left = end = 0  # a span, and where it begins
    for piece in pieces:
        start = words.index(piece, end)
        end = start + len(piece)
        part: list[Span] = []
        while number < len(line) and left < end:
            span = line[number]
            right = left + len(span.text)
            if span.text and right > start:
                is_whole = start <= left and right <= end
                part.append(span if is_whole else Span(span.text[max(start - left, 0) : end - left], span.look))
            if right > end:
                break
            number, left = number + 1, right
        yield tuple(part)


def stacked(paragraphs: Sequence[Line], width: int) -> list[Line]:
    """Wrap paragraphs below each other; where one takes several lines, a mark shows where the next begins."""
    if len(paragraphs) > 1 and width >= _ROOM_FOR_MARKS and any(len(wrap(one, width)) > 1 for one in paragraphs):
        return [line for one in paragraphs for line in hanging(one, width, (Span("• ", "rule"),), 2)]
    return [line for one in paragraphs for line in wrap(one, width)]


def hanging(line: Line, width: int, first: Line, rest: int) -> list[Line]:
    """Wrap a line behind a mark; the lines after the first are indented by `rest` cells."""
    lines = wrap(line, width - rest, width - width_of(first))
    return indented(lines, first, blanks(rest))
