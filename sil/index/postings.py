"""Which names have a key or a gram, in SQLite. For grams: for each term a few packed lists of entries, read by one statement for all terms.

A list holds the entries of names whose numbers lie in one stretch, so that a changed name rewrites little of a frequent
term. Names wait until all of a transaction are stored (`settle`): then each list is written once, in order, for one here
and one there costs four times as much.
"""

from array import array

from sil.index.database import Database
from sil.index.filters import marks
from sil.light import Iterable, Iterator, Mapping, Sequence, defaultdict
from sil.match.grams import entries_of
from sil.match.shape import Shape, unpack
from sil.match.store import KEY_FAMILIES, Family

_STRETCH = 4096
"""Numbers of names in one list."""
_AT_ONCE = 900
"""Values of one statement."""
_BYTES = 4


def postings(db: Database, terms: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Return the entries of each term that a name has."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for some in _slices(terms):
        sql = f"SELECT term, entries FROM name_grams WHERE term IN ({marks(some)}) ORDER BY term, stretch"  # noqa: S608
        for term, entries in db.rows(sql, some):
            found[term].frombytes(entries)
    return found


def counts(db: Database, terms: Iterable[str]) -> Mapping[str, int]:
    """Return the number of entries of each term that a name has."""
    found: dict[str, int] = {}
    for some in _slices(terms):
        sql = f"SELECT term, sum(length(entries)) FROM name_grams WHERE term IN ({marks(some)}) GROUP BY term"  # noqa: S608
        found |= {term: size // _BYTES for term, size in db.rows(sql, some)}
    return found


def key_term(family: Family, key: str) -> str:
    """Return a key with the figure of its family, as it is stored."""
    return f"{KEY_FAMILIES.index(family)}{key}"


def wait(db: Database, number: int) -> None:
    """Note that the keys and grams of a new name are still to be stored."""
    db.rows("INSERT INTO name_waiting (name) VALUES (?)", (number,))


def settle(db: Database) -> None:
    """Store the keys and grams of the names that wait."""
    keys: list[tuple[str, int]] = []
    new: defaultdict[tuple[str, int], array[int]] = defaultdict(lambda: array("I"))
    waiting = db.rows("SELECT n.number, n.shape FROM name_waiting w JOIN names n ON n.number = w.name ORDER BY w.name")
    for number, packed in waiting:
        shape = unpack(packed)
        keys += [(key, number) for key in _keys(shape)]
        for term, entry in entries_of(number, shape):
            new[term, number // _STRETCH].append(entry)
    db.many("INSERT OR IGNORE INTO name_keys (key, name) VALUES (?, ?)", sorted(keys))
    for some in _slices(dict.fromkeys(term for term, _ in new)):
        sql = f"SELECT term, stretch, entries FROM name_grams WHERE term IN ({marks(some)}) AND stretch >= ?"  # noqa: S608
        for term, stretch, entries in db.rows(sql, (*some, min(number for number, _ in waiting) // _STRETCH)):
            if (term, stretch) in new:
                new[term, stretch] = _array(entries) + new[term, stretch]
    _write(db, dict(sorted(new.items())))
    db.rows("DELETE FROM name_waiting")


def remove(db: Database, number: int, packed: str) -> None:
    """Take out the keys and grams of a name of that shape, even if it would have others by now."""
    shape = unpack(packed)
    stretch, gone = number // _STRETCH, dict(entries_of(number, shape))
    lists: dict[tuple[str, int], array[int]] = {}
    for some in _slices(gone):
        sql = f"SELECT term, entries FROM name_grams WHERE term IN ({marks(some)}) AND stretch = ?"  # noqa: S608
        for term, entries in db.rows(sql, (*some, stretch)):
            lists[term, stretch] = left = _array(entries)
            if gone[term] in left:
                left.remove(gone[term])
    _write(db, lists)
    db.many("DELETE FROM name_grams WHERE term = ? AND stretch = ?", [key for key, left in lists.items() if not left])
    db.many("DELETE FROM name_keys WHERE key = ? AND name = ?", [(key, number) for key in _keys(shape)])
    db.rows("DELETE FROM name_waiting WHERE name = ?", (number,))


def _keys(shape: Shape) -> list[str]:
    return [key_term(family, key) for family in KEY_FAMILIES for key in shape.keys.get(family, ())]


def _write(db: Database, lists: Mapping[tuple[str, int], "array[int]"]) -> None:
    rows = [(*key, entries.tobytes()) for key, entries in lists.items()]
    db.many("INSERT OR REPLACE INTO name_grams (term, stretch, entries) VALUES (?, ?, ?)", rows)


def _array(entries: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(entries)
    return found


def _slices(terms: Iterable[str]) -> Iterator[Sequence[str]]:
    waiting = tuple(terms)
    for start in range(0, len(waiting), _AT_ONCE):
        yield waiting[start : start + _AT_ONCE]
