"""Paragraphs to lines: the words are wrapped as one text, then each line takes the looks back."""

from itertools import accumulate, pairwise

from sil.light import Iterator, Sequence
from sil.render.inline import Footnotes, clean, unseen_address
from sil.render.spans import EMPTY, Line, Span, blanks, indented, text_of, width_of
from sil.text import breaks
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
        if address := unseen_address(run):
            yield Span(f" <{address}>" if run.text else address, "muted")
        for mark, _ in footnotes.marks(run):
            yield Span(f"[{mark}]", "note")


def wrap(line: Line, width: int, first: int | None = None) -> list[Line]:
    """Break an endless line at phrase borders; `first` is the room in its first line when it differs."""
    if not line:
        return [EMPTY]
    room = width if first is None else first
    if 2 * sum(len(span.text) for span in line) <= room or width_of(line) <= room:  # no character takes more than two
        return [line]
    words = "".join(_GLUE * len(span.text) if span.look == "note" else span.text for span in line)
    return list(_cut(line, words, breaks.wrap(words, width, first)))


def _cut(line: Line, words: str, pieces: list[str]) -> Iterator[Line]:
    """Yield the part of `line` that stands at the place of each piece in `words`."""
    text = text_of(line)
    borders = list(accumulate((len(span.text) for span in line), initial=0))
    end = 0
    for piece in pieces:
        start = words.index(piece, end)
        end = start + len(piece)
        yield tuple(
            Span(text[max(start, left) : min(end, right)], span.look)
            for span, (left, right) in zip(line, pairwise(borders), strict=True)
            if max(start, left) < min(end, right)
        )


def stacked(paragraphs: Sequence[Line], width: int) -> list[Line]:
    """Wrap paragraphs below each other; where one takes several lines, a mark shows where the next begins."""
    if len(paragraphs) > 1 and width >= _ROOM_FOR_MARKS and any(len(wrap(one, width)) > 1 for one in paragraphs):
        return [line for one in paragraphs for line in hanging(one, width, (Span("• ", "rule"),), 2)]
    return [line for one in paragraphs for line in wrap(one, width)]


def hanging(line: Line, width: int, first: Line, rest: int) -> list[Line]:
    """Wrap a line behind a mark; the lines after the first are indented by `rest` cells."""
    lines = wrap(line, width - rest, width - width_of(first))
    return indented(lines, first, blanks(rest))
