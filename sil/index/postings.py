"""Which names have a key or a gram, in SQLite. For grams: for each term a few packed lists of entries, read by one statement for all terms.

A list holds the entries of names whose numbers lie in one stretch, so that a changed name rewrites little of a frequent
term. What comes and goes waits until all of a transaction is known (`NameLists`): then each list is written once, in
order, for one here and one there costs four times as much.
"""

from array import array

from sil.index.database import Database
from sil.index.filters import marks
from sil.index.seal import BrokenSealError
from sil.light import Any, Iterable, Iterator, Mapping, Sequence, checksum, defaultdict
from sil.match.grams import entries_of
from sil.match.shape import Shape, unpack
from sil.match.store import KEY_FAMILIES, key_term

_STRETCH = 4096
"""Numbers of names in one list."""
_AT_ONCE = 900
"""Values of one statement."""
_BYTES = 4


def postings(db: Database, terms: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Return the entries of each term that a name has."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for some in _slices(terms):
        sql = (
            f"SELECT term, entries, stretch, seal FROM name_grams WHERE term IN ({marks(some)}) ORDER BY term, stretch"  # noqa: S608
        )
        for row in db.rows(sql, some):
            found[row[0]].frombytes(_opened(row))
    return found


def counts(db: Database, terms: Iterable[str]) -> Mapping[str, int]:
    """Return the number of entries of each term that a name has."""
    found: dict[str, int] = {}
    for some in _slices(terms):
        sql = f"SELECT term, sum(length(entries)) FROM name_grams WHERE term IN ({marks(some)}) GROUP BY term"  # noqa: S608
        found |= {term: size // _BYTES for term, size in db.rows(sql, some)}
    return found


class NameLists:
    """The keys and grams of names that come and go in one transaction; `settle` brings them into the lists of all names."""

    def __init__(self) -> None:
        self._keys: list[tuple[str, int]] = []
        self._old_keys: list[tuple[str, int]] = []
        self._new: defaultdict[int, defaultdict[str, array[int]]] = defaultdict(_entries_by_term)
        """Entries to put in, by stretch and term."""
        self._old: defaultdict[int, defaultdict[str, array[int]]] = defaultdict(_entries_by_term)
        """Entries to take out."""

    def add(self, number: int, shape: Shape) -> None:
        """Note the keys and grams of a new name."""
        self._keys += [(key, number) for key in _keys(shape)]
        lists = self._new[number // _STRETCH]
        for term, entry in entries_of(number, shape):
            lists[term].append(entry)

    def remove(self, number: int, packed: str) -> None:
        """Note those of a name that goes, of that shape, even if it would have others by now."""
        shape = unpack(packed)
        self._old_keys += [(key, number) for key in _keys(shape)]
        lists = self._old[number // _STRETCH]
        for term, entry in entries_of(number, shape):
            lists[term].append(entry)

    def settle(self, db: Database) -> None:
        """Store all that was noted."""
        db.many("DELETE FROM name_keys WHERE key = ? AND name = ?", self._old_keys)
        db.many("INSERT OR IGNORE INTO name_keys (key, name) VALUES (?, ?)", sorted(self._keys))
        for stretch in sorted({*self._new, *self._old}):
            _change(db, stretch, self._new[stretch], self._old[stretch])


def _change(db: Database, stretch: int, new: "Mapping[str, array[int]]", old: "Mapping[str, array[int]]") -> None:
    """Write the lists of a stretch in which names came or went."""
    lists: dict[str, array[int]] = {}
    for some in _slices(new.keys() | old.keys()):
        sql = f"SELECT term, entries, stretch, seal FROM name_grams WHERE term IN ({marks(some)}) AND stretch = ?"  # noqa: S608
        lists |= {row[0]: _array(_opened(row)) for row in db.rows(sql, (*some, stretch))}
    for term, entries in old.items():
        left = lists.setdefault(term, array("I"))
        for entry in entries:
            if entry in left:
                left.remove(entry)
    for term, entries in new.items():
        lists[term] = lists[term] + entries if term in lists else entries
    written = {term: lists[term].tobytes() for term in sorted(lists)}
    rows = [(term, entries, stretch, _seal(term, entries, stretch)) for term, entries in written.items()]
    db.many("INSERT OR REPLACE INTO name_grams (term, entries, stretch, seal) VALUES (?, ?, ?, ?)", rows)
    emptied = [(term, stretch) for term in old if not lists[term]]
    db.many("DELETE FROM name_grams WHERE term = ? AND stretch = ?", emptied)


def _seal(term: str, entries: bytes, stretch: int) -> int:
    return checksum(f"{stretch}{term}\0".encode() + entries)


def _opened(row: Sequence[Any]) -> bytes:
    """Return the entries of a list, if it is the one that was written."""
    term, entries, stretch, sealed = row
    if _seal(term, entries, stretch) != sealed:
        raise BrokenSealError(term)
    return bytes(entries)


def _entries_by_term() -> "defaultdict[str, array[int]]":
    return defaultdict(lambda: array("I"))


def _keys(shape: Shape) -> list[str]:
    return [key_term(family, key) for family in KEY_FAMILIES for key in shape.keys.get(family, ())]


def _array(entries: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(entries)
    return found


def _slices(terms: Iterable[str]) -> Iterator[Sequence[str]]:
    waiting = tuple(terms)
    for start in range(0, len(waiting), _AT_ONCE):
        yield waiting[start : start + _AT_ONCE]
