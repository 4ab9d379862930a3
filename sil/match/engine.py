"""Finding the records a name may mean: whole keys first, then grams of each family and script, compared one by one."""

from math import log

from sil.light import Callable, Iterable, Iterator, NamedTuple, Self, Sequence, cache
from sil.match.decide import decide
from sil.match.glosses import kind_concepts
from sil.match.keys import Letters, family_grams, letters_of, shape_of
from sil.match.results import Match, Reason, Resolution
from sil.match.score import SURE, compare
from sil.match.shape import Shape, unpack
from sil.match.store import GRAM_FAMILIES, SCRIPTS, NameRow, NameStore

_CANDIDATES = 20
"""Names compared for each family of keys and script of the stored names."""

_LEAST, _MOST, _FEW = 1.0, 6.0, 150
"""Weights of a concept that nearly all names have, and of a rare one; and what counts as many names."""

_KIND, _OTHER = 12, 3
"""Names that are taken to have a concept before any is counted, so that small registers weigh words as large ones do."""

_LONGEST_INITIALS = 8
_FORMER = 0.85
"""What is left of the score of a name that its record has given up."""

_DECISIVE: tuple[Reason, ...] = ("exact", "spelling", "legal form")


class _Near(NamedTuple):
    """A stored name that may be meant."""

    row: NameRow
    reason: Reason
    score: float


class NameIndex:
    """Names of records in memory, searchable in any script."""

    def __init__(self, store: NameStore) -> None:
        self._store = store

    @classmethod
    def build(cls, records: Iterable[tuple[str, Sequence[str]]]) -> Self:
        """Make an index from the id and the names of each record, its usual name first."""
        from sil.match.memory import MemoryStore  # noqa: PLC0415 - names in an index are found without it

        store = MemoryStore()
        for record, names in records:
            for name in names:
                store.add(record, name)
        return cls(store)

    def search(self, query: str, limit: int = 5) -> list[Match]:
        """Return the records a name may mean, best first."""
        return search(self._store, query, limit)

    def search_many(self, queries: Iterable[str], limit: int = 5) -> list[list[Match]]:
        """Search several names; the answers come in their order."""
        return [search(self._store, query, limit) for query in queries]

    def resolve(self, query: str, limit: int = 5) -> Resolution:
        """Decide which record is meant."""
        return resolve(self._store, query, limit)


def search(store: NameStore, query: str, limit: int = 5) -> list[Match]:
    """Return the records a name may mean, best first.

    Where some bear the name itself, legal form aside, only these are returned: nothing that is merely near.
    """
    found = _best_of_each(_whole(store, query, letters_of(query)))
    if not any(near.reason in _DECISIVE for near in found):
        found = _best_of_each([*found, *_near(store, shape_of(query))])
    return [
        Match(near.row.id, store.title(near.row.id), near.score, near.row.name, near.reason) for near in found[:limit]
    ]


def resolve(store: NameStore, query: str, limit: int = 5) -> Resolution:
    """Decide which record is meant."""
    return decide(search(store, query, max(limit, 2)), limit)


def _whole(store: NameStore, query: str, letters: Letters) -> Iterator[_Near]:
    """Yield records that have a whole key of the query."""
    raw, core = letters.keys.get("raw", ()), letters.keys.get("core", ())
    for row in store.by_key("raw", raw):
        yield _near_by(row, _spelled(row, query))
    for row in store.by_key("core", core):
        yield _near_by(row, "legal form" if row.text == row.name and row.script == letters.script else "sound")
    if all(len(key) <= _LONGEST_INITIALS for key in raw):
        for row in store.by_key("initials", raw):
            yield _near_by(row, "initials")
    for row in store.by_key("raw", [key for key in letters.keys.get("initials", ()) if len(key) > 2]):
        yield _near_by(row, "initials")


def _spelled(row: NameRow, query: str) -> Reason:
    """Say in what way a name whose folded form is that of the query was found."""
    if row.text != row.name:
        return "sound"
    return "exact" if row.text == query else "spelling"


def _near(store: NameStore, shape: Shape) -> Iterator[_Near]:
    """Yield records of which a name is near; each name is compared once."""
    weight = concept_weight(store)
    for row in candidates(store, shape):
        score = compare(shape, unpack(row.shape), weight)
        yield _near_by(row, score.reason if row.text == row.name else "sound", score.value)


def candidates(store: NameStore, shape: Shape) -> list[NameRow]:
    """Return the names worth comparing: the nearest of each family of keys and each script of the stored names."""
    rows: dict[int, NameRow] = {}
    for family in GRAM_FAMILIES:
        keys = shape.keys.get(family, ())
        grams = tuple(dict.fromkeys(gram for key in keys for gram in family_grams(family, key)))
        rows |= {row.number: row for row in store.by_key(family, keys)} if family != "concept" else {}
        for script in SCRIPTS:
            rows |= {row.number: row for row in store.by_grams(family, script, grams, _CANDIDATES)}
    return list(rows.values())


def concept_weight(store: NameStore) -> Callable[[int], float]:
    """Return how telling a concept is among stored names: little if many have it, and never nothing."""
    size = store.size()

    @cache
    def weight(concept: int) -> float:
        many = store.frequency("concept", f"c{concept}") + (_KIND if concept in kind_concepts() else _OTHER)
        return min(_MOST, max(_LEAST, log((size + _FEW) / many)))

    return weight


def _near_by(row: NameRow, reason: Reason, score: float | None = None) -> _Near:
    value = (SURE[reason] if score is None else score) * (_FORMER if row.former else 1)
    return _Near(row, reason, round(value, 4))


def _best_of_each(found: Iterable[_Near]) -> list[_Near]:
    """Return the best name of each record, best first; equals in the order of finding."""
    best: dict[str, _Near] = {}
    for near in found:
        if near.row.id not in best or near.score > best[near.row.id].score:
            best[near.row.id] = near
    return sorted(best.values(), key=lambda near: -near.score)
