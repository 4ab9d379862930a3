"""The index of a knowledge base: what is answered from it, and how it is kept true to the files."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH113

import _sqlite3 as sqlite3
import os

from sil.index import reading
from sil.index.database import Database, UnwritableError, is_damage, is_unavailable
from sil.index.filters import NONE, Filters
from sil.index.looking import believed, look_at_folders, note_look, stale
from sil.index.scan import Stamp, record_files
from sil.index.seen import suspects
from sil.index.unit import Link, Refreshed, StoredRecord, Unit
from sil.index.version import made_by
from sil.light import TYPE_CHECKING, Callable, Self, Sequence, TypeVar

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sil.index.names import SqliteNames
    from sil.index.search import Label
    from sil.problem import Problem

T = TypeVar("T")

UNANSWERED = (sqlite3.DatabaseError, ValueError)
"""What a file says that cannot be answered from; a ValueError is a text that is no UTF-8, or no JSON."""
Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


class Index:
    """Answers from one disposable file; where that cannot be used, the same answers from memory."""

    def __init__(self, root: str, cache: str | None, made_for: str = "") -> None:
        self.root = root
        self._cache = cache
        self._maker = made_by(f"{root}{made_for}")
        found = _usable(cache, self._maker) if cache else None
        self._complete = found is not None
        """Whether the tables are there; without them, a refresh builds them."""
        self._db = found or Database()
        self._looked = False
        """Whether every file was looked at since the last refresh began."""
        self._seen: set[str] = set()
        """Files that were looked at one by one."""
        self.state = 0
        """Another number after every change: answers of two states do not go together."""

    @classmethod
    def open(cls, root: "str | Path", cache: "str | Path | None" = None) -> Self:
        """Open the index of a knowledge base kept in the file `cache`, or in memory; `refresh` brings it up to date."""
        return cls(os.path.realpath(root), str(cache) if cache else None)

    def refresh(self, progress: Progress | None = None) -> Refreshed:
        """Read the files that changed since the last time; none is opened when none did.

        In a large folder, not every file is looked at each time: see `sil.index.looking`.
        """
        if self._complete:
            try:
                files = believed(self._db, look_at_folders(self.root))
            except UNANSWERED as error:
                self._give_up(error)
                return self._build(progress)
            if files is not None:
                self._looked, self._seen = False, set()
                return Refreshed(files, 0, 0)
        return self._look(progress)

    def look(self) -> bool:
        """Look at every file, unless that was done in this turn, before saying that something is not there.

        Return whether anything had changed.
        """
        if self._looked:
            return False
        state = self.state
        self._look(None)
        return self.state != state

    def ask(self, question: Callable[[Database], T]) -> T:
        """Answer a question from one state of the index, which is that of the files the answer was taken from.

        When the index file turns out damaged or locked, the answer comes from a new one.
        """
        if not self._complete:
            self.refresh()
        if self._db.in_transaction:
            return question(self._db)
        try:
            answer, is_stale = self._db.ask(lambda db: (question(db), self._is_stale(db)))
            if not is_stale:
                return answer
        except UNANSWERED as error:
            self._give_up(error)
            self._build(None)
        else:
            self._look(None)
        return self._db.ask(question)

    def _is_stale(self, db: Database) -> bool:
        """Whether a file that an answer was taken from may have changed."""
        unseen = db.shown - self._seen
        if self._looked or not unseen:
            return False
        self._seen |= unseen
        return stale(db, self.root, unseen)

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

    def beginning(self, text: str, kinds: Sequence[str], limit: int) -> list[tuple[str, dict[str, str]]]:
        """Return address and titles of what has an address or a title that begins with a text, for completion."""
        return self.ask(lambda db: reading.beginning(db, text, kinds, limit))

    def labels(self) -> "list[Label]":
        """Return the words for all themes, in all languages."""
        from sil.index.search import all_labels

        return self.ask(all_labels)

    def broken_files(self) -> int:
        """Return how many files have an error, so that what they hold may be missing."""
        return self.ask(reading.broken_files)

    def problems(self) -> "list[Problem]":
        """Return every fault of every file and between files; worked out once for each state of the folder."""
        self.look()
        from sil.index.checking import problems

        return problems(self._db, self.ask, self.root)

    @property
    def names(self) -> "SqliteNames":
        """Names of organisations, for `sil.match`."""
        from sil.index.names import SqliteNames

        return SqliteNames(self.ask)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        self.close()

    def _look(self, progress: Progress | None) -> Refreshed:
        """Look at every file, and read those that changed."""
        folders = look_at_folders(self.root)
        if not self._complete:
            return self._build(progress)
        try:
            found = record_files(self.root)
            waiting = suspects(self._db, found)
            counts = self._update(waiting, len(found), progress) if waiting else Refreshed(len(found), 0, 0)
            note_look(self._db, folders, found, waiting)
        except UNANSWERED as error:
            self._give_up(error)
            return self._build(progress)
        self._looked = True
        self.state += bool(counts.changed or counts.removed)
        return counts

    def _update(self, waiting: dict[str, Stamp | None], total: int, progress: Progress | None) -> Refreshed:
        """Write what changed of some files into the index file; if that cannot be, into a copy in memory."""
        from sil.index.changes import note_unchanged

        if note_unchanged(self._db, self.root, waiting):
            return Refreshed(total, 0, 0)
        from sil.index.update import update

        try:
            return update(self._db, self.root, waiting, total, progress)
        except UnwritableError:
            self._db.become(self._db.copy_to_memory())
            return update(self._db, self.root, waiting, total, progress)

    def _build(self, progress: Progress | None) -> Refreshed:
        """Make the index anew, or go on with one that a killed process has begun."""
        from sil.index.update import fill

        folders, found = look_at_folders(self.root), record_files(self.root)
        counts: Refreshed | None = None

        def write(db: Database) -> None:
            nonlocal counts
            self._begin(db)
            counts = fill(db, self.root, found, progress)
            note_look(db, folders, found, found)

        self._db.become(self._built(write))
        self._complete = True
        if counts is None:
            return self._look(progress)
        self._looked = True
        self.state += 1
        return counts

    def _begin(self, db: Database) -> None:
        """Make the tables, unless an earlier build has."""
        if not _is_made_by(db, self._maker):
            from sil.index.schema import TABLES

            db.script(TABLES)
            db.rows("INSERT INTO meta VALUES ('generation', 0), ('made_by', ?)", (self._maker,))

    def _built(self, write: Callable[[Database], None]) -> Database:
        from sil.index.building import build

        path, maker = self._cache, self._maker
        if path:
            try:
                return build(path, write, lambda db: _is_made_by(db, maker), lambda: _usable(path, maker))
            except UnwritableError:
                pass
        memory = Database()
        write(memory)
        return memory

    def _give_up(self, error: sqlite3.DatabaseError | ValueError) -> None:
        """Leave a file that cannot be answered from: a damaged one is made anew, a locked one is left to its owner."""
        if isinstance(error, ValueError):
            return
        if is_unavailable(error):
            self._cache = None
        elif not is_damage(error):
            raise error


def _is_made_by(db: Database, maker: str) -> bool:
    """Whether an index was made by this code for this folder."""
    if not db.rows("SELECT 1 FROM sqlite_schema WHERE name = 'meta'"):
        return False
    return db.rows("SELECT value FROM meta WHERE key = 'made_by'") == [(maker,)]


def _usable(path: str, maker: str) -> Database | None:
    """Open an index file if it is one, made by this code for this folder."""
    if not os.path.isfile(path):
        return None
    database = Database(path)
    try:
        if _is_made_by(database, maker):
            return database
    except UNANSWERED as error:
        if isinstance(error, sqlite3.Error) and is_unavailable(error):
            return database
    database.close()
    return None
