"""What two names have in common, as numbers from 0 to 1; the same whichever of the two is asked for."""

from sil.light import Callable, NamedTuple, Sequence, cache
from sil.match.shape import Part, Shape
from sil.match.store import Family

_UNKNOWN = 6.0
"""Weight of a part without a meaning, when it is long enough to tell names apart; few names share it."""

_COMMON = 3.2
"""A word that weighs less is left out of the proper name: university, company, Thailand."""

_TELLING, _TELLING_CONSONANTS = 5, 4
"""Letters of a reading from which on a part has its full weight; and consonants that tell names apart."""


class Features(NamedTuple):
    """What two names have in common."""

    spelling: float
    """Slips of the pen, held against the longer name; 0 across scripts."""

    words: float
    """The same words in any order; 0 across scripts."""

    part: float
    """How much of a name the other is, when it is a part of it as it is written."""

    reading: float
    """Sound with vowels, of the whole names."""

    consonants: float
    """Sound in the classes that both spellings share, of the whole names."""

    sound: float
    """The mean of both."""

    covered: float
    """The share of the less covered name that the other has, by meaning or by sound, rare words first."""

    covered_most: float
    """The same of the better covered name."""

    meaning: float
    """The share of the names that was found by meaning."""

    rest: float
    """Sound of what was not found by meaning; 1 if nothing is left of either, 0 if of one."""

    proper: float
    """Sound of the parts that few names share, of both."""

    plain: float
    """Sound of the whole names where nothing was found by meaning, else 0."""

    best: float
    """Square of the greatest likeness."""

    length: float
    """Letters of the shorter reading, in twenties: long names agree less by chance."""

    kinds: float
    """1 if one is a foundation and the other a network, a half if one is not said to be either or if they share half."""

    same_reading: float
    """1 if the whole names have a reading in common."""

    same_consonants: float
    """1 if the whole names have their consonants in common, and enough of them to tell names apart."""


class _Ratios(NamedTuple):
    plain: Callable[[str, str], float]
    sorted_words: Callable[[str, str], float]
    within: Callable[[str, str], float]
    slips: Callable[[str, str], int]


@cache
def _ratios() -> _Ratios:
    # A name that is found whole needs no comparison.
    from rapidfuzz import fuzz  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return _Ratios(fuzz.ratio, fuzz.token_sort_ratio, fuzz.partial_ratio, OSA.distance)


def features_of(one: Shape, other: Shape, weight: Callable[[int], float]) -> Features:
    """Return what two names have in common."""
    one, other = sorted((one, other), key=lambda shape: (shape.core, shape.keys.get("raw", ())))
    family: Family = "thai" if "thai" in {one.script, other.script} else "kana"
    reading = _best(one.keys.get("reading", ()), other.keys.get("reading", ()))
    mine, theirs = one.keys.get(family, ()), other.keys.get(family, ())
    short = min(max(map(len, mine), default=0), max(map(len, theirs), default=0)) < _TELLING_CONSONANTS
    consonants = reading if short else _best(mine, theirs)
    sound = (reading + consonants) / 2
    cover = _cover(one, other, weight, family)
    same = one.script == other.script
    spelling = _spelling(one, other) if same else 0.0
    words = _ratios().sorted_words(one.core, other.core) / 100 if same else 0.0
    least, most = min(cover.one, cover.other), max(cover.one, cover.other)
    return Features(
        spelling, words, _part(one.core, other.core) if same else 0.0, reading, consonants, sound, least, most,
        cover.meaning, cover.rest, _proper(one, other, weight, family), 0.0 if cover.meaning else sound, max(sound, least, spelling, words) ** 2, min(_length(one), _length(other), 20) / 20,
        _kinds(one, other), float(reading == 1), float(consonants == 1 and not short),
    )  # fmt: skip


class _Cover(NamedTuple):
    one: float
    other: float
    meaning: float
    rest: float


def _cover(one: Shape, other: Shape, weight: Callable[[int], float], family: Family) -> _Cover:
    """Return how much of each name the other has: parts that share a concept, and the sound of the rest."""
    left, right, shared = _apart(one.parts, other.parts, weight)
    if any(part.inner for part in (*left, *right)):
        left, right, more = _apart(_taken_apart(left), _taken_apart(right), weight)
        shared += more
    mine, theirs = [_weight(part, weight) for part in left], [_weight(part, weight) for part in right]
    whole = _rest_sound(left, right, family)
    heard_mine = max(whole, _found(left, mine, right, family))
    heard_theirs = max(whole, _found(right, theirs, left, family))
    total_mine, total_theirs = shared + sum(mine), shared + sum(theirs)
    total = total_mine + total_theirs
    if not total:
        return _Cover(0, 0, 0, 0)
    return _Cover(
        (shared + sum(mine) * heard_mine) / total_mine if total_mine else 0,
        (shared + sum(theirs) * heard_theirs) / total_theirs if total_theirs else 0,
        2 * shared / total,
        1.0 if not left and not right else min(heard_mine, heard_theirs),
    )


def _apart(
    one: Sequence[Part], other: Sequence[Part], weight: Callable[[int], float]
) -> tuple[list[Part], list[Part], float]:
    """Return the parts of each that share no concept with one of the other, and the weight of the concepts shared."""
    left, right, shared = list(one), list(other), 0.0
    for part in one:
        twin = next((mate for mate in right if not set(part.concepts).isdisjoint(mate.concepts)), None)
        if twin is not None:
            left.remove(part)
            right.remove(twin)
            shared += max(weight(concept) for concept in set(part.concepts) & set(twin.concepts))
    return left, right, shared


def _taken_apart(parts: Sequence[Part]) -> list[Part]:
    """Return parts with the words in place of what is made of them."""
    return [word for part in parts for word in part.inner or (part,)]


def _proper(one: Shape, other: Shape, weight: Callable[[int], float], family: Family) -> float:
    """Return how alike what is left of two names sounds without their common words."""
    mine, theirs = ([part for part in _taken_apart(shape.parts) if _is_rare(part, weight)] for shape in (one, other))
    return _rest_sound(mine, theirs, family)


def _is_rare(part: Part, weight: Callable[[int], float]) -> bool:
    return all(weight(concept) >= _COMMON for concept in part.concepts)


def _weight(part: Part, weight: Callable[[int], float]) -> float:
    """Return how telling a part is that was not found by meaning: by its length, and by its meaning if it has one."""
    by_length = _UNKNOWN * min(1.0, max(map(len, part.reading), default=2) / _TELLING)
    return min([by_length, *map(weight, part.concepts)])


def _rest_sound(left: Sequence[Part], right: Sequence[Part], family: Family) -> float:
    if not left or not right:
        return 0.0
    reading = _best(_joined(left, "reading"), _joined(right, "reading"))
    return (reading + _best(_joined(left, family), _joined(right, family))) / 2


def _joined(parts: Sequence[Part], family: Family) -> tuple[str, ...]:
    """Return the ways to read parts in a row: each in its first way, and each in its last."""
    column = [_sounds(part, family) for part in parts]
    first = "".join(ways[0] for ways in column if ways)
    last = "".join(ways[-1] for ways in column if ways)
    return (first, last) if first != last else (first,)


def _sounds(part: Part, family: Family) -> tuple[str, ...]:
    return part.reading if family == "reading" else part.thai if family == "thai" else part.kana


def _found(parts: Sequence[Part], weights: Sequence[float], others: Sequence[Part], family: Family) -> float:
    """Return the share of parts that sound somewhere in the others, in whatever order."""
    total = sum(weights)
    if not others or not total or len(parts) + len(others) <= 2:
        return 0.0
    text, bones = _joined(others, "reading"), _joined(others, family)
    heard = 0.0
    for part, weight in zip(parts, weights, strict=True):
        reading = _within(part.reading, text)
        heard += weight * (reading + _within(_sounds(part, family), bones)) / 2
    return heard / total


def _within(ways: tuple[str, ...], texts: tuple[str, ...]) -> float:
    """Return how well one of the ways is found in a text; a text that is shorter than it counts by its length."""
    within = _ratios().within
    return max(
        (
            within(way, text) / 100 * min(1.0, len(text) / len(way))
            for way in ways
            for text in texts
            if len(way) > 1 and text
        ),
        default=0.0,
    )


def _best(mine: Sequence[str], theirs: Sequence[str]) -> float:
    plain = _ratios().plain
    return max((plain(one, other) for one in mine for other in theirs if one and other), default=0.0) / 100


def _spelling(one: Shape, other: Shape) -> float:
    """Return how alike two names are written: slips are counted in the whole name, for one may be in the legal form."""
    slips = min(_slips(one, other, "raw"), _slips(one, other, "core"))
    return max(0.0, 1 - slips / max(len(one.core), len(other.core), 1))


def _slips(one: Shape, other: Shape, family: Family) -> int:
    return min(
        (_ratios().slips(a, b) for a in one.keys.get(family, ()) for b in other.keys.get(family, ())), default=1000
    )


def _part(one: str, other: str) -> float:
    """Return how much of a name the other is, when it is a part of it: whole words, or a stretch without spaces."""
    short, long = sorted((one, other), key=len)
    if len(short) <= 2 or one == other:
        return 0.0
    is_part = set(short.split()) <= set(long.split()) if short.isascii() else short in long
    return (0.5 + 0.5 * long.startswith(short)) * (0.5 + 0.5 * len(short) / len(long)) if is_part else 0.0


def _length(shape: Shape) -> int:
    return max(map(len, shape.keys.get("reading", ())), default=len(shape.core) * 2)


def _kinds(one: Shape, other: Shape) -> float:
    mine, theirs = set(one.kinds), set(other.kinds)
    if not mine or not theirs:
        return 0.5 if mine or theirs else 0.0
    return 1 - len(mine & theirs) / len(mine | theirs)
