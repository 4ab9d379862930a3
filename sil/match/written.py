"""How alike two names are written, in the same script: slips of the pen, words out of order, one a part of the other."""

from sil.light import NamedTuple
from sil.match.likeness import Measures
from sil.match.shape import Shape
from sil.match.store import Family


class Written(NamedTuple):
    """How alike two names are written, from 0 to 1."""

    spelling: float
    """Slips of the pen, held against the longer name."""

    words: float
    """The same words in any order."""

    part: float
    """How much of a name the other is, when it is a part of it."""

    differing: float
    """Slips of the pen in the words that only one of the names has, held against the longer of these: Seub is not Seva."""


NOTHING = Written(0.0, 0.0, 0.0, 0.0)
"""What two names in different scripts have in common."""


def written(one: Shape, other: Shape, measures: Measures) -> Written:
    """Return how alike two names are written, which may be in different scripts."""
    if one.script != other.script:
        return NOTHING
    spelling = _spelling(one, other, measures)
    return Written(
        spelling,
        measures.sorted_words(one.core, other.core) / 100,
        _part(one.core, other.core),
        _differing(one.core, other.core, spelling, measures),
    )


def _spelling(one: Shape, other: Shape, measures: Measures) -> float:
    """Return how few slips there are: counted in the whole name, for one may be in the legal form."""
    slips = min(_slips(one, other, "raw", measures), _slips(one, other, "core", measures))
    return max(0.0, 1 - slips / max(len(one.core), len(other.core), 1))


def _slips(one: Shape, other: Shape, family: Family, measures: Measures) -> int:
    return min(
        (measures.slips(a, b) for a in one.keys.get(family, ()) for b in other.keys.get(family, ())), default=1000
    )


def _differing(one: str, other: str, spelling: float, measures: Measures) -> float:
    """Return how few slips there are in what differs; in whole names where they have no words of their own."""
    mine, theirs = one.split(), other.split()
    left = "".join(word for word in mine if word not in theirs)
    right = "".join(word for word in theirs if word not in mine)
    if not left or not right:
        return spelling
    return max(0.0, 1 - measures.slips(left, right) / max(len(left), len(right)))


def _part(one: str, other: str) -> float:
    """Return how much of a name the other is, when it is a part of it: whole words, or a stretch without spaces."""
    short, long = sorted((one, other), key=len)
    if len(short) <= 2 or one == other:
        return 0.0
    is_part = set(short.split()) <= set(long.split()) if short.isascii() else short in long
    return (0.5 + 0.5 * long.startswith(short)) * (0.5 + 0.5 * len(short) / len(long)) if is_part else 0.0
