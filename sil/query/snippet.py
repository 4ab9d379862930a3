"""A piece of a text around what was found in it, with the places of what was found."""

import unicodedata

from sil.index.terms import is_glued
from sil.light import Iterator, NamedTuple, Sequence, cache
from sil.query.answer import Snippet
from sil.text.grams import runs, stem
from sil.text.spelling import Respelled, respelled

_BEFORE, _LENGTH = 50, 160
"""Characters before the first mark, and in all."""


def snippet(text: str, lang: str, needles: Sequence[str]) -> Snippet:
    """Return the piece of a text around the first place where needles (`sil.index.terms`) stand, with its marks."""
    marks = _merged(sorted(_marks(text, needles)))
    first = marks[0][0] if marks else 0
    place = 0 if len(text) <= _LENGTH else max(0, min(first - _BEFORE, len(text) - _LENGTH))
    start, end = _border(text, place), _border(text, min(len(text), place + _LENGTH))
    inside = tuple((low - start, min(high, end) - start) for low, high in marks if start <= low < end)
    return Snippet(text[start:end], lang, inside, cut_before=start > 0, cut_after=end < len(text))


def _marks(text: str, needles: Sequence[str]) -> Iterator[tuple[int, int]]:
    tokens = _tokens(text)
    spaced = "".join(f" {token.text}" for token in tokens) + " "
    places = [place for token in tokens for place in ((token.places[0][0], token.places[0][0]), *token.places)]
    for needle in needles:
        at = spaced.find(needle)
        while at >= 0:
            begin, end = at + needle.startswith(" "), at + len(needle.rstrip())
            yield places[begin][0], places[end - 1][1]
            at = spaced.find(needle, end)


class _Token(NamedTuple):
    """A run of a text."""

    text: str
    """The run; a Latin word by its stem."""
    places: list[tuple[int, int]]
    """Where each character of it comes from."""


def _tokens(text: str) -> list[_Token]:
    """Return the runs of a text as `sil.index.terms.spaced` has them, with their places."""
    found: list[_Token] = []
    before = ""
    for begin, end, form in _clusters(text):
        if form != form.lstrip():
            before = ""
        for kind, run in _runs(form) or (("", ""),):
            if kind and kind == before:
                found[-1] = _Token(found[-1].text + run, found[-1].places + [(begin, end)] * len(run))
            elif kind:
                found.append(_Token(run, [(begin, end)] * len(run)))
            before = kind
        if form != form.rstrip():
            before = ""
    return [token if is_glued(token.text) else _stemmed(token) for token in found]


def _stemmed(token: _Token) -> _Token:
    """Return a word by its stem; each letter of it stands for the whole word."""
    text = stem(token.text)
    return _Token(text, [(token.places[0][0], token.places[-1][1])] * len(text))


@cache
def _runs(cluster: str) -> tuple[tuple[str, str], ...]:
    return tuple(runs(cluster))


def _clusters(text: str) -> Iterator[Respelled]:
    """Yield each stretch that is spelled otherwise, and each other character with the marks that stand on it."""
    whole = {one.begin: one for one in respelled(text)}
    begin = 0
    for end in range(1, len(text) + 1):
        if begin in whole and end < whole[begin].end:
            continue
        if end == len(text) or not _is_mark(text[end]) or begin in whole:
            yield whole.get(begin) or Respelled(begin, end, text[begin:end])
            begin = end


@cache
def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Me", "Cf"} or char in "ﾞﾟำ"


def _border(text: str, place: int) -> int:
    """Return a place near another where a text may be cut: after a space if one is near, never before a mark."""
    if place in {0, len(text)}:
        return place
    space = text.rfind(" ", place - 15, place)
    if space > 0:
        return space + 1
    while place < len(text) and _is_mark(text[place]):
        place += 1
    return place


def _merged(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return marks that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for begin, end in marks:
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((begin, end))
    return found
