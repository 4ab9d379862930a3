"""How alike two short texts are. The measures are those of rapidfuzz, and it takes them over when there is much to do.

Importing rapidfuzz costs more than three times what starting Python does: as much as a thousand of these comparisons.
So the first names that a process looks up are compared here, in whole numbers whose bits stand for letters; for more,
and for long texts, rapidfuzz is imported. Both say the same to the last digit (`tests/match/test_likeness.py`).
"""

from itertools import count

from sil.light import Callable, NamedTuple, cache, lru_cache

_LONG = 120
"""Letters of two texts together, from which on they are left to rapidfuzz."""


class Measures(NamedTuple):
    """Measures of likeness; all but the last from 0 to 100."""

    plain: Callable[[str, str], float]
    """Letters in common in their order (`fuzz.ratio`)."""
    sorted_words: Callable[[str, str], float]
    """The same, of their words in alphabetical order (`fuzz.token_sort_ratio`)."""
    within: Callable[[str, str], float]
    """The same, of the shorter and the stretch of the longer that is likest it (`fuzz.partial_ratio`)."""
    slips: Callable[[str, str], int]
    """Slips of the pen: letters added, left out, taken for another, or swapped with the next (`OSA.distance`)."""


@cache
def fast() -> Measures:
    """Return the measures of rapidfuzz."""
    from rapidfuzz import fuzz  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return Measures(fuzz.ratio, fuzz.token_sort_ratio, fuzz.partial_ratio, OSA.distance)


@lru_cache(maxsize=1 << 14)
def plain(one: str, other: str) -> float:
    """Return the likeness of two texts by the letters they have in common in their order."""
    if one == other:
        return 100.0
    length = len(one) + len(other)
    if length > _LONG:
        return fast().plain(one, other)
    return (1 - (length - 2 * _common(one, other)) / length) * 100


def sorted_words(one: str, other: str) -> float:
    """Return the likeness of two texts with their words in alphabetical order."""
    return plain(" ".join(sorted(one.split())), " ".join(sorted(other.split())))


@lru_cache(maxsize=1 << 14)
def within(one: str, other: str) -> float:
    """Return the likeness of the shorter text and the stretch of the longer that is likest it."""
    if len(one) + len(other) > _LONG:
        return fast().within(one, other)
    if not one or not other:
        return 100.0 * (one == other)
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    found = 100.0 if short in long else _stretch(short, long)
    return max(found, _stretch(long, short)) if len(short) == len(long) and found < 100 else found


@lru_cache(maxsize=1 << 14)
def slips(one: str, other: str) -> int:
    """Return the number of slips of the pen between two texts."""
    if one == other:
        return 0
    if len(one) + len(other) > _LONG or not one:
        return fast().slips(one, other)
    return _slips(one, other)


PURE = Measures(plain, sorted_words, within, slips)

_FEW = 3
"""Names after which rapidfuzz is worth its import."""
_asked = count()


def measures() -> Measures:
    """Return the measures for one more name that this process looks up."""
    return PURE if next(_asked) < _FEW else fast()


def _stretch(short: str, long: str) -> float:
    size, letters, best = len(short), set(short), 0.0
    for end in range(1, len(long) + size):
        start, stop = max(0, end - size), min(end, len(long))
        if long[start if end > len(long) else stop - 1] in letters and 2 * (stop - start) > best / 100 * (
            stop - start + size
        ):
            best = max(best, plain(short, long[start:stop]))
    return best


@lru_cache(maxsize=1 << 12)
def _places(text: str) -> dict[str, int]:
    """Return for each letter of a text its places, as bits."""
    places: dict[str, int] = {}
    for place, letter in enumerate(text):
        places[letter] = places.get(letter, 0) | 1 << place
    return places


def _common(one: str, other: str) -> int:
    """Return the length of the longest common subsequence (Hyyrö 2004)."""
    places = _places(one).get
    every = left = (1 << len(one)) - 1
    for letter in other:
        met = left & places(letter, 0)
        left = (left + met) | (left - met)
    return len(one) - (left & every).bit_count()


def _slips(one: str, other: str) -> int:
    """Return the distance of optimal string alignment (Hyyrö 2003)."""
    places = _places(one).get
    every, last, count = (1 << len(one)) - 1, 1 << (len(one) - 1), len(one)
    more, less, diagonal, before = every, 0, 0, 0
    for letter in other:
        here = places(letter, 0)
        swapped = ((~diagonal & here) << 1) & before
        diagonal = ((((here & more) + more) ^ more) | here | less | swapped) & every
        added, left_out = (less | ~(diagonal | more)) & every, diagonal & more
        count += bool(added & last) - bool(left_out & last)
        added, left_out = (added << 1 | 1) & every, (left_out << 1) & every
        more, less, before = (left_out | ~(diagonal | added)) & every, added & diagonal, here
    return count
