"""How near two names are, and why: by spelling within a script, by sound across scripts."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sil.match.keys import Shape
from sil.match.results import Reason
from sil.match.store import Family

SURE: dict[Reason, float] = {
    "exact": 1.0, "spelling": 0.99, "legal form": 0.97, "sound": 0.95, "initials": 0.9, "typo": 0.95, "meaning": 0.9,
    "part": 0.95,
}  # fmt: skip
"""The highest score each reason can give."""

_SPELLED: tuple[Family, ...] = ("raw", "core")

_OTHER_KIND, _MISSING_KIND = 0.85, 0.95
_BEGINNING, _PART = 0.75, 0.6
"""Likeness of a name of which the query is a very small part, its beginning or another; it grows to that of the whole."""

_A_SLIP = 0.8
"""From this score on what differs is a slip of the pen, however alike the names may sound."""

_TELLING = 4
"""Consonants from which on they tell names apart."""


class Score(NamedTuple):
    """How near a name is, and by what."""

    value: float
    reason: Reason


class _Ratios(NamedTuple):
    plain: Callable[[str, str], float]
    sorted_words: Callable[[str, str], float]
    slips: Callable[[str, str], int]
    """Letters left out, put in, taken for another, or swapped with the next."""


@cache
def _ratios() -> _Ratios:
    # A name that is found whole needs no comparison.
    from rapidfuzz import fuzz  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return _Ratios(fuzz.ratio, fuzz.token_sort_ratio, OSA.distance)


def compare(asked: Shape, stored: Shape) -> Score:
    """Return how near two names are."""
    by_sound = Score(SURE["sound"] * _sound(asked, stored) * _kinds(asked, stored), "sound")
    if asked.script != stored.script:
        return by_sound
    by_spelling = Score(SURE["typo"] * _spelling(asked, stored), "typo")
    if by_spelling.value >= _A_SLIP:
        return Score(max(by_spelling.value, by_sound.value), "typo")
    as_part = Score(SURE["part"] * _part(asked.core, stored.core), "part")
    return max(by_spelling, as_part, by_sound, key=lambda score: score.value)


def _spelling(asked: Shape, stored: Shape) -> float:
    """Return how alike two names are written: by slips of the pen, or by their words in any order.

    Slips are counted in the whole name, for a slip may be in the legal form, and held against the name proper.
    """
    length = max(len(asked.core), len(stored.core))
    whole = max(1 - _fewest_slips(asked, stored, family) / length for family in _SPELLED)
    return max(whole, _ratios().sorted_words(asked.core, stored.core) / 100)


def _fewest_slips(asked: Shape, stored: Shape, family: Family) -> int:
    return min(_ratios().slips(one, other) for one in asked.keys[family] for other in stored.keys[family])


def _part(asked: str, stored: str) -> float:
    """Return how much of a name the query is, when it is a part of it: whole words, or a stretch without spaces."""
    words = asked.split()
    is_part = set(words) <= set(stored.split()) if asked.isascii() else asked in stored
    if not is_part or len(asked) <= 2 or asked == stored:
        return 0
    base = _BEGINNING if stored.startswith(asked) else _PART
    return base + (1 - base) * len(asked) / len(stored)


def _sound(asked: Shape, stored: Shape) -> float:
    """Return how alike two names sound: vowels and all, and by the consonants that spellings of it share.

    The consonants of a short name say little; names of three and less are compared by their whole reading alone.
    """
    reading = _best(asked.keys.get("reading", ()), stored.keys.get("reading", ()))
    family: Family = "thai" if "thai" in {asked.script, stored.script} else "kana"
    mine, theirs = asked.keys.get(family, ()), stored.keys.get(family, ())
    if max(map(len, mine), default=0) < _TELLING or max(map(len, theirs), default=0) < _TELLING:
        return reading / 100
    return (reading + _best(mine, theirs)) / 200


def _best(asked: tuple[str, ...], stored: tuple[str, ...]) -> float:
    return max((_ratios().plain(one, other) for one in asked for other in stored), default=0)


def _kinds(asked: Shape, stored: Shape) -> float:
    """Return what to take off when one is a foundation and the other a network, or is not said to be either."""
    if set(asked.kinds) == set(stored.kinds):
        return 1
    return _MISSING_KIND if not asked.kinds or not stored.kinds else _OTHER_KIND
