"""Finding the records a name may mean: whole keys first, then grams of each family and script, compared one by one."""

from math import log

from sil.light import Callable, Iterable, Iterator, NamedTuple, Self, Sequence, cache, defaultdict
from sil.match.decide import decide
from sil.match.glosses import kind_concepts
from sil.match.grams import term
from sil.match.keys import shape_of
from sil.match.letters import Letters, letters_of
from sil.match.likeness import measures
from sil.match.nearest import nearest
from sil.match.results import Match, Reason, Resolution
from sil.match.score import SURE, compare
from sil.match.shape import Shape, unpack
from sil.match.store import SCRIPTS, NameRow, NameStore

_CANDIDATES = 48
"""Names compared with one that is not found whole."""

_LEAST, _MOST, _FEW = 1.0, 6.0, 150
"""Weights of a concept that nearly all names have, and of a rare one; and what counts as many names."""

_KIND, _OTHER = 12, 3
"""Names that are taken to have a concept before any is counted, so that small registers weigh words as large ones do."""

_LONGEST_INITIALS = 8
_LONGEST_NAME = 300
"""Characters of a name that are compared; what is longer is a text, and is found only whole."""
_FORMER = 0.85
"""What is left of the score of a name that its record has given up."""

_DECISIVE: tuple[Reason, ...] = ("exact", "alias", "spelling", "legal form")


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
        found = _best_of_each([*found, *_near(store, shape_of(query[:_LONGEST_NAME]))])
    titles = store.titles([near.row.id for near in found[:limit]])
    return [Match(near.row.id, titles[near.row.id], near.score, near.row.name, near.reason) for near in found[:limit]]


def resolve(store: NameStore, query: str, limit: int = 5) -> Resolution:
    """Decide which record is meant."""
    return decide(search(store, query, max(limit, 2)), limit, store.size())


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
    if row.text != query:
        return "spelling"
    return "alias" if row.alias else "exact"


def _near(store: NameStore, shape: Shape) -> Iterator[_Near]:
    """Yield records of which a name is near; each name is compared once."""
    rows = candidates(store, shape)
    weight = concept_weight(store, (shape, *(other for _, other in rows)))
    likeness = measures()
    for row, other in rows:
        score = compare(shape, other, weight, likeness)
        yield _near_by(row, score.reason if row.text == row.name else "sound", score.value)


def candidates(store: NameStore, shape: Shape) -> list[tuple[NameRow, Shape]]:
    """Return the names worth comparing, each with its shape, by number."""
    rows = store.rows(nearest(store, shape, _CANDIDATES))
    return [(rows[number], unpack(rows[number].shape)) for number in sorted(rows)]


def concept_weight(store: NameStore, shapes: Iterable[Shape]) -> Callable[[int], float]:
    """Return how telling a concept of some names is among all stored ones: little if many have it, and never nothing."""
    concepts = {key for shape in shapes for key in shape.keys.get("concept", ())}
    terms = {term("concept", script, key): key for key in concepts for script in SCRIPTS}
    many: defaultdict[str, int] = defaultdict(int)
    for found, count in store.counts(terms).items():
        many[terms[found]] += count
    names = store.size() + _FEW

    @cache
    def weight(concept: int) -> float:
        taken = _KIND if concept in kind_concepts() else _OTHER
        return min(_MOST, max(_LEAST, log(names / (many[f"c{concept}"] + taken))))

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
