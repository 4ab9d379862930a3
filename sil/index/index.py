"""The index of a knowledge base: what is answered from it, and how it is kept true to the files."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH113

import os
import sqlite3
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sil.index import reading
from sil.index.building import build
from sil.index.database import Database, UnwritableError, is_damage, is_unavailable
from sil.index.filters import NONE, Filters
from sil.index.names import SqliteNames
from sil.index.scan import Known, Stamp, record_files, suspects
from sil.index.schema import TABLES
from sil.index.search import Label, all_labels
from sil.index.unit import Link, Refreshed, StoredRecord, Unit
from sil.index.version import made_by

if TYPE_CHECKING:
    from pathlib import Path

    from sil.problem import Problem

T = TypeVar("T")

UNANSWERED = (sqlite3.DatabaseError, ValueError)
"""What a file says that cannot be answered from; a ValueError is a text that is no UTF-8, or no JSON."""
Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


class Index:
    """Answers from one disposable file; where that cannot be used, the same answers from memory."""

    def __init__(self, root: str, cache: str | None) -> None:
        self.root = root
        self._cache = cache
        found = _usable(cache, root) if cache else None
        self._complete = found is not None
        """Whether the tables are there; without them, a refresh builds them."""
        self._db = found or Database()

    @classmethod
    def open(cls, root: "Path", cache: "Path | None" = None) -> Self:
        """Open the index of a knowledge base kept in the file `cache`, or in memory; `refresh` brings it up to date."""
        return cls(os.path.realpath(root), str(cache) if cache else None)

    def refresh(self, progress: Progress | None = None) -> Refreshed:
        """Read the files that changed since the last time; none is opened when none did."""
        found = record_files(self.root)
        if self._complete:
            try:
                known = reading.known_files(self._db)
                if not suspects(found, known):
                    return Refreshed(len(found), 0, 0)
                return self._update(found, known, progress)
            except UNANSWERED as error:
                self._give_up(error)
        return self._build(found, progress)

    def ask(self, question: Callable[[Database], T]) -> T:
        """Answer a question from one state of the index; when its file turns out damaged or locked, from a new one."""
        if not self._complete:
            self.refresh()
        try:
            return self._db.ask(question)
        except UNANSWERED as error:
            if self._db.in_transaction:
                raise
            self._give_up(error)
        self._build(record_files(self.root), None)
        return self._db.ask(question)

    def record(self, kind: str, identifier: str) -> StoredRecord | None:
        """Return a record by its id, or by an id that was merged into it."""
        return self.ask(lambda db: reading.record(db, kind, identifier))

    def records(self, kind: str) -> list[StoredRecord]:
        """Return all records of a kind by id."""
        return self.ask(lambda db: reading.records(db, kind))

    def unit(self, address: str, kind: str | None = None) -> Unit | None:
        """Return what has an address: a record, or `<exchange>/<id>`; merged ids lead to the record that took them."""
        return self.ask(lambda db: reading.unit(db, address, kind))

    def units(self, filters: Filters = NONE) -> list[Unit]:
        """Return what meets the filters, by kind and address."""
        return self.ask(lambda db: reading.units(db, filters))

    def links_from(self, address: str) -> list[Link]:
        """Return what a unit refers to."""
        return self.ask(lambda db: reading.links_from(db, address))

    def links_to(self, address: str, kind: str | None = None) -> list[Link]:
        """Return what refers to a unit."""
        return self.ask(lambda db: reading.links_to(db, address, kind))

    def positions(self, kind: str, identifier: str) -> dict[str, tuple[int, int]]:
        """Return line and column of each value of a record by its path, as `lessons.0.title.th`."""
        return self.ask(lambda db: reading.positions(db, kind, identifier))

    def ids(self) -> list[tuple[str, str, dict[str, str]]]:
        """Return address, kind and titles of everything, for completion and "did you mean"."""
        return self.ask(reading.addresses)

    def labels(self) -> list[Label]:
        """Return the words for all themes, in all languages."""
        return self.ask(all_labels)

    def broken_files(self) -> int:
        """Return how many files have an error, so that what they hold may be missing."""
        return self.ask(reading.broken_files)

    def problems(self) -> "list[Problem]":
        """Return every fault of every file and between files; worked out once for each state of the folder."""
        from sil.index.checking import problems  # noqa: PLC0415 - brings the rules in, which no other question needs

        return problems(self._db, self.ask, self.root)

    @property
    def names(self) -> SqliteNames:
        """Names of organisations, for `sil.match`."""
        return SqliteNames(lambda sql, values: self.ask(lambda db: db.rows(sql, values)))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _update(self, found: dict[str, Stamp], known: dict[str, Known], progress: Progress | None) -> Refreshed:
        """Write what changed into the file; if that cannot be, into a copy in memory."""
        from sil.index.changes import note_unchanged  # noqa: PLC0415 - brings the hashes in

        if note_unchanged(self._db, self.root, found, known):
            return Refreshed(len(found), 0, 0)
        from sil.index.update import update  # noqa: PLC0415 - brings the parser in

        try:
            return update(self._db, self.root, found, progress)
        except UnwritableError:
            self._db.become(self._db.copy_to_memory())
            return update(self._db, self.root, found, progress)

    def _build(self, found: dict[str, Stamp], progress: Progress | None) -> Refreshed:
        """Make the index anew."""
        from sil.index.update import update  # noqa: PLC0415 - brings the parser in

        counts = Refreshed(0, 0, 0)

        def fill(db: Database) -> None:
            nonlocal counts
            db.script(TABLES)
            db.rows("INSERT INTO meta VALUES ('made_by', ?), ('generation', 0)", (made_by(self.root),))
            counts = update(db, self.root, found, progress)

        self._db.become(_built(self._cache, fill))
        self._complete = True
        return counts

    def _give_up(self, error: sqlite3.DatabaseError | ValueError) -> None:
        """Leave a file that cannot be answered from: a damaged one is made anew, a locked one is left to its owner."""
        if isinstance(error, ValueError):
            return
        if is_unavailable(error):
            self._cache = None
        elif not is_damage(error):
            raise error


def _built(cache: str | None, fill: Callable[[Database], None]) -> Database:
    if cache:
        try:
            return build(cache, fill)
        except UnwritableError:
            pass
    memory = Database()
    fill(memory)
    return memory


def _usable(path: str, root: str) -> Database | None:
    """Open an index file if it is one, made by this code for this folder."""
    if not os.path.isfile(path):
        return None
    database = Database(path)
    try:
        if database.rows("SELECT value FROM meta WHERE key = 'made_by'") == [(made_by(root),)]:
            return database
    except UNANSWERED as error:
        if isinstance(error, sqlite3.Error) and is_unavailable(error):
            return database
    database.close()
    return None
