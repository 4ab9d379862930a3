"""A piece of a text around what was found in it, with the places of what was found."""

import unicodedata
from itertools import pairwise

from sil.index.terms import is_glued
from sil.light import Iterable, Iterator, Sequence, cache
from sil.query.answer import Snippet
from sil.text.fold import fold, folded_letters
from sil.text.grams import runs_in, stem
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
    if not needles:
        return
    spaced, places = _spaced(text)
    for needle in needles:
        at = spaced.find(needle)
        while at >= 0:
            begin, end = at + needle.startswith(" "), at + len(needle.rstrip())
            yield places[begin][0], places[end - 1][1]
            at = spaced.find(needle, end)


def _spaced(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text as `sil.index.terms.spaced` has it, and where each character of that comes from."""
    folded, origins = _folded(text)
    spaced, places = "", list[tuple[int, int]]()
    place = 0
    for word in folded.split():
        place = folded.index(word, place)
        for _, run in runs_in(word):
            found = origins[place : place + len(run)]
            place += len(run)
            if not is_glued(run):  # each letter of the stem stands for the whole word
                run = stem(run)  # noqa: PLW2901
                found = [(found[0][0], found[-1][1])] * len(run)
            spaced += f" {run}"
            places += [found[0], *found]
    return f"{spaced} ", places


def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text folded, and where each letter of that comes from: a character with its marks, or a stretch respelled."""
    stretches = list(respelled(text))
    folded = None if stretches else folded_letters(text)
    if folded is not None:
        starts = [0, *(place for place, char in enumerate(text) if place and not _is_mark(char))]
        borders = pairwise([*starts, len(text)])
        return folded, [border for border in borders for _ in range(border[1] - border[0])]
    folded, origins = "", list[tuple[int, int]]()
    for begin, end, form in _clusters(text, stretches):
        letters = _folded_stretch(form)
        folded += letters
        origins += [(begin, end)] * len(letters)
    return folded, origins


@cache
def _folded_stretch(form: str) -> str:
    """Return a stretch folded, with the spaces around it; a space for nothing."""
    before, behind = form != form.lstrip(), form != form.rstrip()
    return f"{' ' * before}{fold(form)}{' ' * behind}" or " "


def _clusters(text: str, stretches: Iterable[Respelled]) -> Iterator[tuple[int, int, str]]:
    """Yield beginning, end and form of each stretch that is spelled otherwise, and of each other character with its marks."""
    starts = {0, *(place for place, char in enumerate(text) if not _is_mark(char))}
    forms: dict[int, str] = {}
    for begin, end, form in stretches:
        if begin in starts:
            starts = (starts - set(range(begin + 1, end))) | {end}
            forms[begin] = form
    for begin, end in pairwise(sorted(starts | {len(text)})):
        yield begin, end, forms.get(begin) or text[begin:end]


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
