"""Names of organisations kept in SQLite: the seam of `sil.match.store`, filled."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sil.index.filters import marks
from sil.index.terms import Rows
from sil.match.keys import grams_of, keys_of, script_of
from sil.match.store import FAMILIES, GRAM_FAMILIES, SCRIPTS, Family, NameRow, NameScript

_SPACES = {
    (family, script): chr(0xE100 + len(SCRIPTS) * FAMILIES.index(family) + SCRIPTS.index(script))
    for family in GRAM_FAMILIES
    for script in SCRIPTS
}
"""A private character for each family and script; before a gram it makes the term of the gram in that space."""

_COLUMNS = "n.number, n.id, n.name, n.text, n.script, n.former"


class SqliteNames:
    """The stored names of an index."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys in the family, each once, by number."""
        sql = f"""
            SELECT DISTINCT {_COLUMNS} FROM name_keys k JOIN names n ON n.number = k.name
            WHERE k.family = ? AND k.key IN ({marks(tuple(keys))}) ORDER BY n.number"""  # noqa: S608 - question marks
        return [_name(row) for row in self._rows(sql, (family, *keys))]

    def by_grams(self, family: Family, script: NameScript, grams: Collection[str], limit: int) -> Iterable[NameRow]:
        """Return up to `limit` names of the script that share grams with the family's keys, nearest first."""
        if not grams:
            return []
        space = _SPACES[family, script]
        wanted = " OR ".join(f'"{space}{gram}"' for gram in grams)
        sql = f"""
            SELECT {_COLUMNS} FROM name_grams g JOIN names n ON n.number = g.rowid
            WHERE name_grams MATCH ? ORDER BY g.rank, n.number LIMIT ?"""  # noqa: S608 - names of columns
        return [_name(row) for row in self._rows(sql, (wanted, limit))]

    def title(self, record: str) -> str:
        """Return the first name of a record that has a name here."""
        return str(self._rows("SELECT name FROM names WHERE id = ? ORDER BY number LIMIT 1", (record,))[0][0])


class NameText(NamedTuple):
    """A text that is stored for a name: the name, or a reading of it."""

    name: str
    text: str
    former: bool


def name_texts(names: Iterable[Mapping[str, Any]]) -> Iterator[NameText]:
    """Yield what is stored for the names of a record."""
    for name in names:
        for text in (name["text"], *name.get("reading", ())):
            yield NameText(name["text"], text, name.get("kind") == "former")


def stored_name(text: str) -> tuple[NameScript, list[tuple[Family, str]], str]:
    """Return what is stored for a text: its script, its keys by family, and its grams as terms."""
    script = script_of(text)
    keys = [(family, key) for family, found in keys_of(text).items() for key in found]
    return script, keys, " ".join(_gram_terms(script, keys))


def _name(row: Sequence[Any]) -> NameRow:
    number, record, name, text, script, former = row
    return NameRow(number, record, name, text, script, bool(former))


def _gram_terms(script: NameScript, keys: Sequence[tuple[Family, str]]) -> Iterator[str]:
    for family, key in keys:
        if family in GRAM_FAMILIES:
            yield from (f"{_SPACES[family, script]}{gram}" for gram in grams_of(key))
