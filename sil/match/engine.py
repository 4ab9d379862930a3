"""Finding the records a name may mean: whole keys first, then grams of each family and script, compared one by one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from sil.match.decide import decide
from sil.match.keys import Shape, grams_of, shape_of
from sil.match.memory import MemoryStore
from sil.match.results import Match, Reason, Resolution
from sil.match.score import SURE, compare
from sil.match.store import GRAM_FAMILIES, SCRIPTS, NameRow, NameStore

_CANDIDATES = 20
"""Names compared for each family of keys and script of the stored names."""

_LONGEST_INITIALS = 8
_DECISIVE: tuple[Reason, ...] = ("exact", "spelling", "legal form")


class NameIndex:
    """Names of records, searchable in any script."""

    def __init__(self, store: NameStore) -> None:
        self._store = store

    @classmethod
    def build(cls, records: Iterable[tuple[str, Sequence[str]]]) -> Self:
        """Make an index in memory from the id and the names of each record."""
        store = MemoryStore()
        for record, names in records:
            for name in names:
                store.add(record, name)
        return cls(store)

    def search(self, query: str, limit: int = 5) -> list[Match]:
        """Return the records a name may mean, best first; only those that bear it when some do."""
        shape = shape_of(query)
        whole = _best_of_each(self._whole(query, shape))
        if not any(match.reason in _DECISIVE for match in whole):
            whole = _best_of_each([*whole, *self._near(shape)])
        return whole[:limit]

    def search_many(self, queries: Iterable[str], limit: int = 5) -> list[list[Match]]:
        """Search several names, in their order."""
        return [self.search(query, limit) for query in queries]

    def resolve(self, query: str, limit: int = 5) -> Resolution:
        """Decide which record is meant."""
        return decide(self.search(query, max(limit, 2)), limit)

    def _whole(self, query: str, shape: Shape) -> Iterator[Match]:
        """Yield records of which a whole key is that of the query."""
        raw, core = shape.keys.get("raw", ()), shape.keys.get("core", ())
        for row in self._store.by_key("raw", raw):
            reason: Reason = "exact" if row.text == query else "spelling"
            yield self._match(row, "sound" if row.text != row.name else reason)
        for row in self._store.by_key("core", core):
            yield self._match(row, "legal form" if row.text == row.name else "sound")
        if len(query) <= _LONGEST_INITIALS * 2:
            for row in self._store.by_key("initials", [key for key in raw if 1 < len(key) <= _LONGEST_INITIALS]):
                yield self._match(row, "initials")
        for row in self._store.by_key("raw", [key for key in shape.keys.get("initials", ()) if len(key) > 2]):
            yield self._match(row, "initials")

    def _near(self, shape: Shape) -> Iterator[Match]:
        """Yield records of which a name is near, each name compared once."""
        rows: dict[int, NameRow] = {}
        for family in GRAM_FAMILIES:
            keys = shape.keys.get(family, ())
            grams = list(dict.fromkeys(gram for key in keys for gram in grams_of(key)))
            rows |= {row.number: row for row in self._store.by_key(family, keys)}
            for script in SCRIPTS:
                rows |= {row.number: row for row in self._store.by_grams(family, script, grams, _CANDIDATES)}
        for row in rows.values():
            score = compare(shape, shape_of(row.text))
            yield self._match(row, score.reason, score.value)

    def _match(self, row: NameRow, reason: Reason, score: float | None = None) -> Match:
        value = SURE[reason] if score is None else score
        return Match(row.id, self._store.title(row.id), round(value, 4), row.name, reason)


def _best_of_each(matches: Iterable[Match]) -> list[Match]:
    """Return the best match of each record, best first; equals in the order of finding."""
    best: dict[str, Match] = {}
    for match in matches:
        if match.id not in best or match.score > best[match.id].score:
            best[match.id] = match
    return sorted(best.values(), key=lambda match: -match.score)
