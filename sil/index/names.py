"""Names of organisations kept in SQLite: the seam of `sil.match.store`, filled."""

from sil.index.database import Ask, Values
from sil.index.filters import marks
from sil.index.seal import opened
from sil.light import Any, Collection, Iterable, Iterator, Mapping, NamedTuple, Sequence
from sil.match.keys import family_grams, shape_of
from sil.match.shape import Shape, pack, unpack
from sil.match.store import FAMILIES, GRAM_FAMILIES, SCRIPTS, Family, NameRow, NameScript

_SPACES = {
    (family, script): chr(0xE100 + len(SCRIPTS) * FAMILIES.index(family) + SCRIPTS.index(script))
    for family in GRAM_FAMILIES
    for script in SCRIPTS
}
"""A private character for each family and script; before a gram it makes the term of the gram in that space."""

_CODES = {family: str(place) for place, family in enumerate(FAMILIES)}
"""A figure for each family; it stands before a key."""

_COLUMNS = "n.id, n.name, n.text, n.script, n.former, n.shape, n.number, n.seal"


class SqliteNames:
    """The stored names of an index."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def _rows(self, sql: str, values: Values) -> list[tuple[Any, ...]]:
        return self._ask(lambda db: db.rows(sql, values))

    def _names(self, sql: str, values: Values) -> list[NameRow]:
        return self._ask(lambda db: [_name(row) for row in db.rows(sql, values)])

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys in the family, each once, by number."""
        sql = f"""
            SELECT DISTINCT {_COLUMNS} FROM name_keys k JOIN names n ON n.number = k.name
            WHERE k.key IN ({marks(tuple(keys))}) ORDER BY n.number"""  # noqa: S608 - question marks
        return self._names(sql, [_CODES[family] + key for key in keys])

    def by_grams(self, family: Family, script: NameScript, grams: Collection[str], limit: int) -> Iterable[NameRow]:
        """Return up to `limit` names of the script that share grams with the family's keys, nearest first."""
        if not grams:
            return []
        space = _SPACES[family, script]
        wanted = " OR ".join(f'"{space}{gram}"' for gram in grams)
        sql = f"""
            SELECT {_COLUMNS} FROM name_grams g JOIN names n ON n.number = g.rowid
            WHERE name_grams MATCH ? ORDER BY g.rank, n.number LIMIT ?"""  # noqa: S608 - names of columns
        return self._names(sql, (wanted, limit))

    def title(self, record: str) -> str:
        """Return the first name of a record that has a name here."""
        return str(self._rows("SELECT name FROM names WHERE id = ? ORDER BY number LIMIT 1", (record,))[0][0])

    def size(self) -> int:
        """Return the number of stored names."""
        return int(self._rows("SELECT count(*) FROM names", ())[0][0])

    def frequency(self, family: Family, key: str) -> int:
        """Return the number of names that have a key."""
        return int(self._rows("SELECT count(*) FROM name_keys WHERE key = ?", (_CODES[family] + key,))[0][0])


class NameText(NamedTuple):
    """A text that is stored for a name: the name, or a reading of it."""

    name: str
    text: str
    former: bool
    readings: tuple[str, ...]
    """How the name is read, for the name itself."""


def name_texts(names: Iterable[Mapping[str, Any]]) -> Iterator[NameText]:
    """Yield what is stored for the names of a record."""
    for name in names:
        readings, former = tuple(name.get("reading", ())), name.get("kind") == "former"
        yield NameText(name["text"], name["text"], former, readings)
        for reading in readings:
            yield NameText(name["text"], reading, former, ())


class StoredName(NamedTuple):
    """What is stored for a text."""

    script: NameScript
    shape: str
    keys: list[str]
    """Keys of all families, each with the figure of its family."""
    grams: str
    """Grams of all families, as terms."""


def stored_name(name: NameText) -> StoredName:
    """Return what is stored for a name, or for a reading of it."""
    return _stored(shape_of(name.text, name.readings))


def removed_name(shape: str) -> StoredName:
    """Return what was stored for a name of that shape, even if it would be another by now."""
    return _stored(unpack(shape))


def _stored(shape: Shape) -> StoredName:
    keys = [_CODES[family] + key for family, found in shape.keys.items() for key in found]
    return StoredName(shape.script, pack(shape), keys, " ".join(_gram_terms(shape)))


def _name(row: Sequence[Any]) -> NameRow:
    record, name, text, script, former, shape, number = opened(row, 6)
    return NameRow(number, record, name, text, script, bool(former), shape)


def _gram_terms(shape: Shape) -> list[str]:
    terms: list[str] = []
    for family in GRAM_FAMILIES:
        space = _SPACES[family, shape.script]
        for key in shape.keys.get(family, ()):
            terms += [space + gram for gram in family_grams(family, key)]
    return terms
