"""Search in plain texts: the text engine alone, without records."""

import math
from types import TracebackType

from sil.index.building import build
from sil.index.covering import covered
from sil.index.database import Database
from sil.index.filters import marks
from sil.index.schema import DOCUMENT_TABLES
from sil.index.terms import all_of, needles_of, rarest, spaced, stored_terms
from sil.light import TYPE_CHECKING, Iterable, Self, Sequence
from sil.text.asking import topic
from sil.text.grams import runs, slip_terms

if TYPE_CHECKING:
    from pathlib import Path

_NEAR = 30
"""Texts among which the share of the pieces is looked at."""
_SHARE = 0.5
"""How much that share counts, as a power."""
_COVER, _UNREAD = 1.0, 0.05
"""How much it counts how much of the query stands in a text in long pieces, as a power; and what is added to it, for
words with a slip stand nowhere."""

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
                    found = list(runs(text))
                    number = db.insert("INSERT INTO documents (id, spaced) VALUES (?, ?)", (identifier, spaced(found)))
                    db.insert(
                        "INSERT INTO text (rowid, body, slips) VALUES (?, ?, ?)",
                        (number, stored_terms([found]), " ".join(slip_terms(text))),
                    )

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

        A text that contains every run of the query, words of asking aside, scores above 0.5, one that shares its rarer pieces below; within
        each the best counts full and the others in proportion.
        """
        about = topic(query)
        whole = self._ranked(all_of([query]), limit) or self._ranked(all_of([about]), limit)
        hits = {number: (identifier, 0.5 + strength / 2) for number, identifier, strength in whole}
        if len(hits) < limit:
            for number, identifier, strength in self._in_part(about, limit):
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

    def _in_part(self, query: str, limit: int) -> list[tuple[int, str, float]]:
        """Return texts that share the rarer pieces of a query; strength is BM25 times the share of the pieces there.

        The share, in which rare pieces weigh more, keeps a text that repeats one piece below one that has most of them. How
        much of the query stands in the text in long pieces counts too: many short pieces may be there by chance.
        """
        asked = rarest(self._db.rows, query, list(dict.fromkeys(slip_terms(query))))
        near = self._ranked(asked.expression, max(limit, _NEAR))
        shares: dict[int, float] = dict.fromkeys((number for number, _, _ in near), 0.0)
        weights = [self._rarity(count) for count in asked.texts]
        for term, weight in zip(asked.terms, weights, strict=True):
            for (number,) in self._db.rows("SELECT rowid FROM text WHERE text MATCH ?", (f'"{term}"',)):
                if number in shares:
                    shares[number] += weight / sum(weights)
        covers = self._covers(query, [number for number, _, _ in near])
        found = [
            (number, identifier, strength * shares[number] ** _SHARE * (_UNREAD + covers[number]) ** _COVER)
            for number, identifier, strength in near
        ]
        found.sort(key=lambda hit: (-hit[2], hit[0]))
        return [(number, identifier, strength / found[0][2]) for number, identifier, strength in found[:limit]]

    def _covers(self, query: str, numbers: Sequence[int]) -> dict[int, float]:
        """Return how much of a query stands in each of some texts, in long pieces."""
        needles = needles_of(query)
        sql = f"SELECT number, spaced FROM documents WHERE number IN ({marks(numbers)})"  # noqa: S608 - question marks
        return {number: covered(needles, text)[0] for number, text in self._db.rows(sql, numbers)}

    def _rarity(self, count: int) -> float:
        """Return the weight of a term that so many texts have (the IDF of BM25, never below a small number)."""
        ((size,),) = self._db.rows("SELECT ifnull(max(number), 0) FROM documents")
        return max(0.01, math.log((size - count + 0.5) / (count + 0.5)))

    def _ranked(self, expression: str, limit: int) -> list[tuple[int, str, float]]:
        """Return number, id and strength of texts; the best has strength 1."""
        found = self._db.rows(_RANKED, (expression, limit)) if expression else []
        return [(number, identifier, strength / found[0][2]) for number, identifier, strength in found]
