"""What two names have in common, as numbers from 0 to 1; the same whichever of the two is asked for."""

from sil.light import Callable, NamedTuple, Sequence
from sil.match.glosses import kind_concepts
from sil.match.likeness import PURE, Measures
from sil.match.shape import Part, Shape
from sil.match.store import Family
from sil.match.written import written

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

    differing: float
    """Slips of the pen in what only one of them has; 0 across scripts."""

    reading: float
    """Sound with vowels, of the whole names."""

    consonants: float
    """Sound in the classes that both spellings share, of the whole names."""

    sound: float
    """The mean of both, of the names unshortened."""

    covered: float
    """The share of the less covered name that the other has, by meaning or by sound, rare words first."""

    covered_most: float
    """The same of the better covered name."""

    meaning: float
    """The share of the names that was found by meaning."""

    rest: float
    """Sound of what was not found by meaning; 1 if nothing is left of either, 0 if of one."""

    proper: float
    """Sound of the parts that few names share, of both; that of the rest, if one has none."""

    plain: float
    """Sound of the whole names where nothing was found by meaning, else 0."""

    best: float
    """Square of the greatest likeness."""

    length: float
    """Letters of the shorter reading, in twenties: long names agree less by chance."""

    kinds: float
    """1 if one is a foundation and the other a network, or one a city and the other a village; a half if one is not said to
    be either or if they share half.
    """

    same_reading: float
    """1 if the names unshortened have their likeliest reading in common, a half if it is the second of one, and so on."""

    same_proper: float
    """1 if they have one in common when words for what they are, or for their kind, are left out of either."""

    same_consonants: float
    """1 if the whole names have their consonants in common, and enough of them to tell names apart."""


Weight = Callable[[int], float]
"""How telling a concept is (`sil.match.engine.concept_weight`)."""


class _Words(NamedTuple):
    """Parts of a name, and how they sound in a row."""

    parts: Sequence[Part]
    reading: tuple[str, ...]
    bones: tuple[str, ...]
    """The consonants, in the classes that both names are compared by."""


def features_of(one: Shape, other: Shape, weight: Weight, measures: Measures = PURE) -> Features:
    """Return what two names have in common."""
    one, other = sorted((one, other), key=lambda shape: (shape.core, shape.keys.get("raw", ())))
    family: Family = "thai" if "thai" in {one.script, other.script} else "kana"
    reading = _best(one.keys.get("reading", ()), other.keys.get("reading", ()), measures)
    mine, theirs = one.keys.get(family, ()), other.keys.get(family, ())
    short = min(max(map(len, mine), default=0), max(map(len, theirs), default=0)) < _TELLING_CONSONANTS
    consonants = reading if short else _best(mine, theirs, measures)
    near = (reading + consonants) / 2
    cover = _cover(one, other, weight, family, measures)
    spelling, words, part, differing = written(one, other, measures)
    least, most = min(cover.one, cover.other), max(cover.one, cover.other)
    return Features(
        spelling, words, part, differing, reading, consonants, cover.sound, least, most,
        cover.meaning, cover.rest, cover.proper, 0.0 if cover.meaning else near, max(near, least, spelling, words) ** 2, min(_length(one), _length(other), 20) / 20,
        _kinds(one, other), _same(one.whole.reading, other.whole.reading), float(reading == 1), float(consonants == 1 and not short),
    )  # fmt: skip


def _whole(one: Part, other: Part, family: Family, measures: Measures) -> float:
    """Return how alike two names sound as a whole; few consonants tell nothing."""
    reading, mine, theirs = _best(one.reading, other.reading, measures), _sounds(one, family), _sounds(other, family)
    short = min(max(map(len, mine), default=0), max(map(len, theirs), default=0)) < _TELLING_CONSONANTS
    return reading if short else (reading + _best(mine, theirs, measures)) / 2


def _same(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """Return 1 if the first of both are the same, less the later the first two stand that are, and 0 if none are."""
    places = {way: place for place, way in reversed(list(enumerate(theirs)))}
    return max((1 / (1 + place + places[way]) for place, way in enumerate(mine) if way in places), default=0.0)


class _Cover(NamedTuple):
    one: float
    other: float
    meaning: float
    rest: float
    proper: float
    sound: float


def _cover(one: Shape, other: Shape, weight: Weight, family: Family, measures: Measures) -> _Cover:
    """Return how much of each name the other has: parts that share a concept, and the sound of the rest."""
    parts, others = _named(one, other), _named(other, one)
    mine, theirs, shared = _shared(parts, others, weight)
    left, right = _words(mine, family), _words(theirs, family)
    sound = _whole(one.whole, other.whole, family, measures)
    whole = max(_sound(left, right, measures), 0.0 if shared else sound)
    weights = [[_weight(part, weight) for part in rest] for rest in (mine, theirs)]
    heard_mine = max(whole, _found(left, weights[0], right, family, measures))
    heard_theirs = max(whole, _found(right, weights[1], left, family, measures))
    total_mine, total_theirs = [shared + sum(rest) for rest in weights]
    total = total_mine + total_theirs
    if not total:
        return _Cover(0, 0, 0, 0, 0, sound)
    rare = [[part for part in _taken_apart(named) if _is_rare(part, weight)] for named in (parts, others)]
    rest = 1.0 if not mine and not theirs else min(heard_mine, heard_theirs)
    if not all(rare):
        proper = rest
    elif rare == [mine, theirs]:
        proper = whole
    else:
        proper = _sound(_words(rare[0], family), _words(rare[1], family), measures)
    return _Cover(
        (shared + sum(weights[0]) * heard_mine) / total_mine if total_mine else 0,
        (shared + sum(weights[1]) * heard_theirs) / total_theirs if total_theirs else 0,
        2 * shared / total,
        rest,
        proper,
        sound,
    )


def _named(shape: Shape, other: Shape) -> Sequence[Part]:
    """Return the parts of a name, without the words for its kind of body or place where the other does not say it.

    They are left out only of what has no meaning, as proper names have none: Mahidol, but not the Japan of a foundation.
    """
    if not shape.kinds or other.kinds:
        return shape.parts
    left = [part for part in shape.parts if not _is_kind(part)]
    return left if any(not part.concepts for part in left) else shape.parts


def _is_kind(part: Part) -> bool:
    return bool(part.concepts) and all(concept in kind_concepts() for concept in part.concepts)


def _shared(one: Sequence[Part], other: Sequence[Part], weight: Weight) -> tuple[list[Part], list[Part], float]:
    """Return the parts of each that share no concept with one of the other, and the weight of the concepts shared.

    Words that are made of several are compared as they are, and then taken apart, or taken apart at once where that
    finds more: 化学工学 is chemical engineering; with 会, chemical engineers and a society.
    """
    mine, theirs, shared = _apart(one, other, weight)
    if not any(part.inner for part in (*one, *other)):
        return mine, theirs, shared
    mine, theirs, more = _apart(_taken_apart(mine), _taken_apart(theirs), weight)
    at_once = _apart(_taken_apart(one), _taken_apart(other), weight)
    return max((mine, theirs, shared + more), at_once, key=lambda found: found[2] - len(found[0]) - len(found[1]))


def _apart(one: Sequence[Part], other: Sequence[Part], weight: Weight) -> tuple[list[Part], list[Part], float]:
    """Return the parts of each that share no concept with one of the other, and the weight of the concepts shared."""
    left, right, shared = list(one), list(other), 0.0
    for part in one:
        if not part.concepts:
            continue
        twin = next(
            (mate for mate in right if mate.concepts and not set(part.concepts).isdisjoint(mate.concepts)), None
        )
        if twin is not None:
            left.remove(part)
            right.remove(twin)
            shared += max(weight(concept) for concept in set(part.concepts) & set(twin.concepts))
    return left, right, shared


def _taken_apart(parts: Sequence[Part]) -> list[Part]:
    """Return parts with the words in place of what is made of them."""
    return [word for part in parts for word in part.inner or (part,)]


def _is_rare(part: Part, weight: Weight) -> bool:
    return all(weight(concept) >= _COMMON for concept in part.concepts)


def _weight(part: Part, weight: Weight) -> float:
    """Return how telling a part is that was not found by meaning: by its length, and by its meaning if it has one."""
    by_length = _UNKNOWN * min(1.0, max(map(len, part.reading), default=2) / _TELLING)
    return min([by_length, *map(weight, part.concepts)]) if part.concepts else by_length


def _words(parts: Sequence[Part], family: Family) -> _Words:
    return _Words(parts, _joined(parts, "reading"), _joined(parts, family))


def _joined(parts: Sequence[Part], family: Family) -> tuple[str, ...]:
    """Return the ways to read parts in a row: each in its first way, and each in its last."""
    column = [ways for part in parts if (ways := _sounds(part, family))]
    first, last = "".join([ways[0] for ways in column]), "".join([ways[-1] for ways in column])
    return tuple(filter(None, (first, last) if first != last else (first,)))


def _sounds(part: Part, family: Family) -> tuple[str, ...]:
    return part.reading if family == "reading" else part.thai if family == "thai" else part.kana


def _sound(left: _Words, right: _Words, measures: Measures) -> float:
    """Return how alike the words of two names sound in a row."""
    if not left.parts or not right.parts:
        return 0.0
    return (_best(left.reading, right.reading, measures) + _best(left.bones, right.bones, measures)) / 2


def _found(words: _Words, weights: Sequence[float], others: _Words, family: Family, measures: Measures) -> float:
    """Return the share of words that sound somewhere in the others, in whatever order."""
    total = sum(weights)
    if not others.parts or not total or len(words.parts) + len(others.parts) <= 2:
        return 0.0
    heard = 0.0
    for part, weight in zip(words.parts, weights, strict=True):
        reading, bones = _within(part.reading, others.reading, measures), _sounds(part, family)
        short = max(map(len, bones), default=0) <= 1
        heard += weight * (reading if short else (reading + _within(bones, others.bones, measures)) / 2)
    return heard / total


def _within(ways: tuple[str, ...], texts: tuple[str, ...], measures: Measures) -> float:
    """Return how well one of the ways is found in a text; a text that is shorter than it counts by its length."""
    best = 0.0
    for way in ways:
        for text in texts:
            most = min(1.0, len(text) / len(way)) if len(way) > 1 else 0.0
            if most > best:
                best = max(best, measures.within(way, text) / 100 * most)
    return best


def _best(mine: Sequence[str], theirs: Sequence[str], measures: Measures) -> float:
    """Return the greatest likeness of two texts."""
    if not set(mine).isdisjoint(theirs):
        return 1.0
    best = 0.0
    for one in mine:
        for other in theirs:
            most = 2 * min(len(one), len(other)) / (len(one) + len(other))
            if most * 100 > best:
                best = max(best, measures.plain(one, other))
    return best / 100


def _length(shape: Shape) -> int:
    return max(map(len, shape.keys.get("reading", ())), default=len(shape.core) * 2)


def _kinds(one: Shape, other: Shape) -> float:
    mine, theirs = set(one.kinds), set(other.kinds)
    if not mine or not theirs:
        return 0.5 if mine or theirs else 0.0
    return 1 - len(mine & theirs) / len(mine | theirs)
