"""Filling the text index with many files: kept in memory for each batch, and brought together at the end.

Without this, SQLite brings together what it has again and again while the index grows.
"""

from sil.index.database import Database
from sil.light import Iterator, contextmanager

_BULK = {"automerge": 0, "hashsize": 64 << 20}
_USUAL = {"automerge": 4, "hashsize": 1 << 20}
_PAGES = 1000
"""Pages of a text index that are written in one transaction when it is brought together."""


@contextmanager
def in_bulk(db: Database) -> Iterator[None]:
    """Prepare the text index for many batches, and bring together what these have written.

    After an error, or a kill, that is left to whoever goes on.
    """
    _set(db, _BULK)
    yield
    _merge(db)
    _set(db, _USUAL)


def _set(db: Database, options: dict[str, int]) -> None:
    with db.writing():
        for option, value in options.items():
            db.rows("INSERT INTO text (text, rank) VALUES (?, ?)", (option, value))


def _merge(db: Database) -> None:
    pages, merging = -_PAGES, True
    while merging:
        with db.writing():
            before = _changes(db)
            db.rows("INSERT INTO text (text, rank) VALUES ('merge', ?)", (pages,))
            merging = _changes(db) - before > 1
        pages = _PAGES


def _changes(db: Database) -> int:
    return int(db.rows("SELECT total_changes()")[0][0])
