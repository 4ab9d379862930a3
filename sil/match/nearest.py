"""The stored names worth comparing with one that is asked for: by the grams they share, before any is looked at."""

from heapq import nlargest
from math import log
from operator import mul

from sil.light import Mapping, Sequence
from sil.match.grams import damping_of, gram_groups, number_of, term
from sil.match.shape import Shape
from sil.match.store import GRAM_FAMILIES, SCRIPTS, Family, NameScript, NameStore
from sil.match.tables import load

_MOST_ENTRIES: dict[Family, int] = {"core": 3000, "reading": 3000, "thai": 3000, "kana": 3000, "concept": 12_000}
"""Entries looked at for a family and script, those of the rarest grams first; what only frequent grams share is not near."""

_PART = 8
"""In a large register this part of it is looked at, if that is more."""

_OF_EACH = 24
"""Names taken for each family of keys and script of the stored names: near-misses in one must not crowd out another."""

_FEWEST = 0.25
"""What has less than this share of the weight of the best of its family and script is not near."""

Near = dict[int, float]
"""Weight of the grams shared, by the number of the name."""


def nearest(store: NameStore, shape: Shape, limit: int) -> list[int]:
    """Return the numbers of up to `limit` names that are worth comparing with a name, the likeliest first."""
    weights: list[float] = load("weights")["nearest"]
    ranked = sorted((-sum(map(mul, weights, found)), number) for number, found in measured(store, shape).items())
    return [number for _, number in ranked[:limit]]


def measured(store: NameStore, shape: Shape) -> dict[int, list[float]]:
    """Return what is known of the names that share grams with a name, by their numbers.

    For each family: the weight of what they share, beside the greatest of the family, and by itself; then the greatest
    of the first, and how high the name stands in its best family (1, 1/2, 1/3 ...).
    """
    groups = {family: cut for family in GRAM_FAMILIES if (cut := gram_groups(shape, family))}
    terms = {
        (family, script): [[term(family, script, gram) for gram in group] for group in cut]
        for family, cut in groups.items()
        for script in SCRIPTS
        if _is_telling(family, shape.script, script)
    }
    known = store.postings([word for cut in terms.values() for group in cut for word in group])
    size = store.size()
    near = {
        space: _near(
            [[known[word] for word in group if word in known] for group in cut],
            size,
            max(_MOST_ENTRIES[space[0]], size // _PART),
        )
        for space, cut in terms.items()
    }
    return _together(near, {family: len(cut) ** -0.5 / 5 for family, cut in groups.items()})


def _is_telling(family: Family, one: NameScript, other: NameScript) -> bool:
    """Whether two scripts are compared by a family: Thai classes where one is Thai, those of kana elsewhere."""
    return family not in {"thai", "kana"} or (family == "thai") == ("thai" in {one, other})


def _near(groups: Sequence[Sequence[Sequence[int]]], size: int, most: int) -> Near:
    """Return the names that share most: by the weight of the rarer grams, against the length of the name.

    Of the grams of a group a name is given one, the rarest: a word that may mean much is no nearer for it.
    """
    weights: dict[int, float] = {}
    known, looked = weights.get, 0
    told: dict[int, set[int]] = {place: set() for place, group in enumerate(groups) if len(group) > 1}
    postings = [(entries, place) for place, group in enumerate(groups) for entries in group]
    for entries, place in sorted(postings, key=lambda posting: len(posting[0])):
        looked += len(entries)
        if looked > most and weights:
            break
        weight = log(1 + size / len(entries))
        seen = told.get(place)
        new = entries if seen is None else [entry for entry in entries if entry not in seen]
        if seen is not None:
            seen.update(new)
        for entry in new:
            weights[entry] = known(entry, 0.0) + weight
    least = _FEWEST * max(weights.values(), default=0)
    damped = [(weight * damping_of(entry), -number_of(entry)) for entry, weight in weights.items() if weight > least]
    return {-number: weight for weight, number in nlargest(_OF_EACH, damped)}


def _together(near: Mapping[tuple[Family, NameScript], Near], scales: Mapping[Family, float]) -> dict[int, list[float]]:
    best = dict.fromkeys(GRAM_FAMILIES, 0.0)
    for (family, _), found in near.items():
        best[family] = max(best[family], *found.values()) if found else best[family]
    measures: dict[int, list[float]] = {}
    many = len(GRAM_FAMILIES)
    for (family, _), found in near.items():
        column, scale = GRAM_FAMILIES.index(family), scales[family]
        for place, (number, weight) in enumerate(found.items(), start=1):
            row = measures.setdefault(number, [0.0] * (2 * many + 2))
            row[column], row[many + column] = weight / best[family], weight * scale
            row[-2], row[-1] = max(row[-2], weight / best[family]), max(row[-1], 1 / place)
    return measures
