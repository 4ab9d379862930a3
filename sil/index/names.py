"""Names of organisations kept in SQLite: the seam of `sil.match.store`, filled."""

from collections.abc import Collection, Iterable, Iterator, Sequence

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

_COLUMNS = "n.number, n.id, n.name, n.text, n.script"


class SqliteNames:
    """The stored names of an index."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys in the family, each once, by number."""
        sql = f"""
            SELECT DISTINCT {_COLUMNS} FROM name_keys k JOIN names n ON n.number = k.name
            WHERE k.family = ? AND k.key IN ({marks(tuple(keys))}) ORDER BY n.number"""  # noqa: S608 - question marks
        return [NameRow(*row) for row in self._rows(sql, (family, *keys))]

    def by_grams(self, family: Family, script: NameScript, grams: Collection[str], limit: int) -> Iterable[NameRow]:
        """Return up to `limit` names of the script that share grams with the family's keys, nearest first."""
        if not grams:
            return []
        space = _SPACES[family, script]
        wanted = " OR ".join(f'"{space}{gram}"' for gram in grams)
        sql = f"""
            SELECT {_COLUMNS} FROM name_grams g JOIN names n ON n.number = g.rowid
            WHERE name_grams MATCH ? ORDER BY g.rank, n.number LIMIT ?"""  # noqa: S608 - names of columns
        return [NameRow(*row) for row in self._rows(sql, (wanted, limit))]

    def title(self, record: str) -> str:
        """Return the first name of a record that has a name here."""
        return str(self._rows("SELECT name FROM names WHERE id = ? ORDER BY number LIMIT 1", (record,))[0][0])


def name_texts(names: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Yield each name of a record with itself and with each of its readings: what is stored for it."""
    for name in names:
        if isinstance(name, dict) and name.get("text"):
            readings = name.get("reading") or ()
            for text in (name["text"], *((readings,) if isinstance(readings, str) else readings)):
                yield str(name["text"]), str(text)


def stored_name(text: str) -> tuple[NameScript, list[tuple[Family, str]], str]:
    """Return what is stored for a text: its script, its keys by family, and its grams as terms."""
    script = script_of(text)
    keys = [(family, key) for family, found in keys_of(text).items() for key in found]
    return script, keys, " ".join(_gram_terms(script, keys))


def _gram_terms(script: NameScript, keys: Sequence[tuple[Family, str]]) -> Iterator[str]:
    for family, key in keys:
        if family in GRAM_FAMILIES:
            yield from (f"{_SPACES[family, script]}{gram}" for gram in grams_of(key))
