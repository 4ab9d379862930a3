"""Names of organisations kept in SQLite: the seam of `sil.match.store`, filled."""

from sil.index.database import Ask, Database, Values
from sil.index.filters import marks
from sil.index.seal import BrokenSealError, opened
from sil.light import Any, Collection, Iterable, Iterator, Mapping, NamedTuple, Sequence
from sil.match.store import Family, NameRow, key_term

_OFFICIAL, _FORMER = "official", "former"
"""Kinds of name."""
_COLUMNS = "n.id, n.name, n.text, n.script, n.former, n.alias, n.shape, n.number, n.seal"


class SqliteNames:
    """The stored names of an index."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def _rows(self, sql: str, values: Values) -> list[tuple[Any, ...]]:
        return self._ask(lambda db: db.rows(sql, values))

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys in the family, each once, by number."""
        wanted = [key_term(family, key) for key in keys]
        sql = f"""
            SELECT DISTINCT {_COLUMNS} FROM name_keys k JOIN names n ON n.number = k.name
            WHERE k.key IN ({marks(wanted)}) ORDER BY n.number"""  # noqa: S608 - question marks

        def question(db: Database) -> list[NameRow]:
            found = [_name(row) for row in db.rows(sql, wanted)]
            if found:
                from sil.match.shape import unpack  # noqa: PLC0415 - nothing that finds no name needs it

                if any(set(keys).isdisjoint(unpack(row.shape).keys.get(family, ())) for row in found):
                    raise BrokenSealError(family)
            return found

        return self._ask(question) if wanted else []

    def postings(self, terms: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Return the entries of each term that a name has, by number."""
        from sil.index.postings import postings  # noqa: PLC0415 - a name that is asked for as it is stored needs no grams

        return self._ask(lambda db: postings(db, terms))

    def counts(self, terms: Collection[str]) -> Mapping[str, int]:
        """Return the number of entries of each term that a name has."""
        from sil.index.postings import counts  # noqa: PLC0415 - see `postings`

        return self._ask(lambda db: counts(db, terms))

    def rows(self, numbers: Collection[int]) -> Mapping[int, NameRow]:
        """Return the names of some numbers."""
        wanted = tuple(numbers)
        sql = f"SELECT {_COLUMNS} FROM names n WHERE n.number IN ({marks(wanted)})"  # noqa: S608 - question marks

        def question(db: Database) -> dict[int, NameRow]:
            found = {row.number: row for row in (_name(row) for row in db.rows(sql, wanted))}
            if len(found) < len(set(wanted)):
                raise BrokenSealError(wanted)
            return found

        return self._ask(question)

    def titles(self, records: Collection[str]) -> Mapping[str, str]:
        """Return the first name of each record that has a name here."""
        wanted = tuple(records)
        sql = f"SELECT id, name FROM names WHERE id IN ({marks(wanted)}) ORDER BY number DESC"  # noqa: S608
        return dict(self._rows(sql, wanted))

    def size(self) -> int:
        """Return the number of stored names."""
        return int(self._rows("SELECT count(*) FROM names", ())[0][0])


class NameText(NamedTuple):
    """A text that is stored for a name: the name, or a reading of it."""

    name: str
    text: str
    former: bool
    alias: bool
    """Whether it is neither official nor preferred, and still borne."""
    readings: tuple[str, ...]
    """How the name is read, for the name itself."""


def name_texts(names: Iterable[Mapping[str, Any]]) -> Iterator[NameText]:
    """Yield what is stored for the names of a record."""
    for name in names:
        kind, readings = name.get("kind", _OFFICIAL), tuple(name.get("reading", ()))
        former, alias = kind == _FORMER, kind not in {_OFFICIAL, _FORMER} and not name.get("preferred")
        yield NameText(name["text"], name["text"], former, alias, readings)
        for reading in readings:
            yield NameText(name["text"], reading, former, alias, ())


def _name(row: Sequence[Any]) -> NameRow:
    record, name, text, script, former, alias, shape, number = opened(row, 7)
    return NameRow(number, record, name, text, script, bool(former), bool(alias), shape)
