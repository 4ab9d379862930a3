"""Cells of a terminal: what a reader sees as one character, and how many columns it takes.

A cluster is a base character with all that is drawn on it: marks, variation selectors, the Thai SARA AM (ำ, half of
which stands over its base), a voicing mark of half-width kana, emoji joined by ZWJ, skin tones, a pair of regional
indicators (a flag), the letters of a Hangul syllable, an Indic conjunct.
"""

import unicodedata

from sil.light import Iterator, cache

_ZWJ, _EMOJI_STYLE, _TEXT_STYLE = "\u200d", "\ufe0f", "\ufe0e"
_FOLLOWERS = "\u0e33\u0eb3\uff9e\uff9f"
"""Characters of one column that belong to the base before them: Thai and Lao AM, half-width voicing marks."""
_VISIBLE_FORMATS = "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"


def clusters(text: str) -> Iterator[str]:
    """Return the text cluster by cluster; joined again they are the text."""
    return iter(text) if text.isascii() else _clusters(text)


def _clusters(text: str) -> Iterator[str]:
    joins = list(map(_joins_alone, text))
    start = 0
    for place in range(1, len(text)):
        joined = joins[place]
        if not (_joins(text, start, place) if joined is None or joins[place - 1] is None else joined):
            yield text[start:place]
            start = place
    yield text[start:]


def width(text: str) -> int:
    """Return how many columns a text takes; control characters take none."""
    if text.isascii():
        return len(text) if text.isprintable() else sum(map(str.isprintable, text))
    alone = list(map(_width_alone, text))
    if None not in alone:
        return sum(filter(None, alone))
    return sum(map(cluster_width, clusters(text)))


def cut(text: str, cells: int, mark: str = "…") -> str:
    """Return the text if it fits into the columns, else as much as fits together with the mark after it."""
    if width(text) <= cells:
        return text
    room = cells - width(mark)
    if room < 0:
        return cut(mark, cells, "") if mark else ""
    kept: list[str] = []
    for cluster in clusters(text):
        room -= cluster_width(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + mark


def cluster_width(cluster: str) -> int:
    """Return how many columns one cluster takes."""
    base, rest = _char_width(cluster[0]), cluster[1:]
    if not rest or not base:
        return base + sum(char in _FOLLOWERS for char in rest)
    if _EMOJI_STYLE in rest and not cluster[0].isalpha():
        base = 2
    elif rest[0] == _TEXT_STYLE and _is_picture(cluster[0]):
        base = 1
    elif any(unicodedata.category(char) == "Mc" for char in rest) or _is_conjunct(cluster):
        base = 2
    return base + sum(char in _FOLLOWERS for char in rest)


@cache
def is_single(char: str) -> bool:
    """Whether a character is a cluster of its own and takes one column, whatever stands beside it."""
    return _joins_alone(char) is False and _width_alone(char) == 1


@cache
def _joins_alone(char: str) -> bool | None:
    """Whether a character joins whatever stands before it, as of all Thai and Japanese; None where it depends, or decides what follows."""
    depends = (
        char == _ZWJ
        or "\u0900" <= char <= "\u0d7f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or _is_flag_letter(char)
        or _hangul(char)
    )
    return None if depends else _is_mark(char) or char in _FOLLOWERS


def _joins(text: str, start: int, place: int) -> bool:
    """Whether the character at `place` belongs to the cluster that begins at `start`."""
    char, before = text[place], text[place - 1]
    if _is_mark(char) or char in _FOLLOWERS:
        return True
    if before == _ZWJ:
        return (_is_picture(char) and _is_picture(text[start])) or _is_linked(text, place)
    if _is_flag_letter(char):
        return place - start == 1 and _is_flag_letter(before)
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return _is_picture(text[start])
    return _is_linked(text, place) or _joins_hangul(before, char)


@cache
def _char_width(char: str) -> int:
    category = unicodedata.category(char)
    if char in _VISIBLE_FORMATS:
        return 1
    if category[0] == "M" or category in {"Cf", "Cc", "Zl", "Zp"} or _hangul(char) in {"vowel", "tail"}:
        return 0
    if category == "Cn":
        return 2 if "\U0001f300" <= char <= "\U0001faff" or "\U00020000" <= char <= "\U0003fffd" else 1
    return 2 if _is_flag_letter(char) or unicodedata.east_asian_width(char) in "WF" else 1


@cache
def _width_alone(char: str) -> int | None:
    """Return the columns of a character whatever stands beside it, as of all Thai and Japanese; None where it depends."""
    depends = (
        char in (_ZWJ, _EMOJI_STYLE, _TEXT_STYLE)
        or "\u0900" <= char <= "\u0d7f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or unicodedata.category(char) == "Mc"
        or _is_flag_letter(char)
        or _hangul(char)
    )
    return None if depends else _char_width(char)


@cache
def _is_mark(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] == "M" or (category == "Cf" and char not in _VISIBLE_FORMATS)


@cache
def _is_picture(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sk", "Sm", "Po", "Cn"} and not char.isascii()


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_linked(text: str, place: int) -> bool:
    """Whether a virama joins the Indic letter at `place` to the one before it."""
    before = text[place - 1] if text[place - 1] != _ZWJ or place < 2 else text[place - 2]
    return _is_virama(before) and text[place].isalpha() and "\u0900" <= text[place] <= "\u0d7f"


def _is_conjunct(cluster: str) -> bool:
    return sum(map(str.isalpha, cluster)) > 1 and any(map(_is_virama, cluster))


def _is_virama(char: str) -> bool:
    return "\u0900" <= char <= "\u0d7f" and unicodedata.combining(char) == 9


@cache
def _hangul(char: str) -> str:
    """Return the part a letter plays in a Hangul syllable: `lead`, `vowel`, `tail`, or nothing."""
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "lead"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "vowel"
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return "tail"
    return "syllable" if "\uac00" <= char <= "\ud7a3" else ""


def _joins_hangul(before: str, char: str) -> bool:
    first, second = _hangul(before), _hangul(char)
    if second == "vowel":
        return first in {"lead", "vowel", "syllable"}
    return second == "tail" and first in {"vowel", "tail", "syllable"}
