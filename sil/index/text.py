"""Search in plain texts: the text engine alone, without records."""

from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sil.index.building import build
from sil.index.database import Database
from sil.index.schema import DOCUMENT_TABLES
from sil.index.terms import all_of, rarest, stored_terms

if TYPE_CHECKING:
    from pathlib import Path

_RANKED = """
SELECT d.number, d.id, t.strength FROM (
    SELECT rowid, -rank AS strength FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?
) t JOIN documents d ON d.number = t.rowid ORDER BY t.strength DESC, d.number"""


class TextIndex:
    """Texts by id, found by words or pieces of words in Thai, Japanese and English."""

    def __init__(self, database: Database) -> None:
        self._db = database

    @classmethod
    def build(cls, documents: Iterable[tuple[str, str]], path: "Path | None" = None) -> Self:
        """Index pairs of id and text, in memory or in the file `path`, which is made anew."""

        def fill(db: Database) -> None:
            db.script(DOCUMENT_TABLES)
            with db.writing():
                for identifier, text in documents:
                    number = db.insert("INSERT INTO documents (id) VALUES (?)", (identifier,))
                    db.insert("INSERT INTO text (rowid, body) VALUES (?, ?)", (number, stored_terms([text])))

        if path:
            return cls(build(str(path), fill))
        database = Database()
        fill(database)
        return cls(database)

    @classmethod
    def open(cls, path: "Path") -> Self:
        """Open an index made by `build`."""
        return cls(Database(str(path)))

    def search(self, query: str, limit: int = 10) -> list[tuple[str, float]]:
        """Return ids with scores, best first.

        A text that contains every run of the query scores above 0.5, one that shares its rarer pieces below; within
        each the best counts full and the others in proportion to BM25.
        """
        whole = self._ranked(all_of([query]), limit)
        hits = {number: (identifier, 0.5 + strength / 2) for number, identifier, strength in whole}
        if len(hits) < limit:
            for number, identifier, strength in self._ranked(rarest(self._db.rows, query).expression, limit):
                hits.setdefault(number, (identifier, strength / 2))
        return list(hits.values())[:limit]

    def close(self) -> None:
        """Close the index."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ranked(self, expression: str, limit: int) -> list[tuple[int, str, float]]:
        """Return number, id and strength of texts; the best has strength 1."""
        found = self._db.rows(_RANKED, (expression, limit)) if expression else []
        return [(number, identifier, strength / found[0][2]) for number, identifier, strength in found]
