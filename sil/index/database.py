"""One SQLite file, or memory: opening it, asking it, writing to it, and what to make of its faults.

The file is kept in rollback-journal mode, not WAL. A reader then leaves nothing beside it, a file in a folder that
cannot be written is still read, and the whole database is one file, so that a freshly built one can take the place of
a damaged one by a rename: with WAL, the log of the old file would be taken for that of the new.
"""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH103, PTH105, PTH108, PTH116, PTH120, PTH123

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

MEMORY = ":memory:"
BUSY_SECONDS = 5.0
"""How long to wait for another process; after that a copy in memory answers."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY = 0xFF
_SIDE_FILES = ("-journal", "-wal", "-shm")

T = TypeVar("T")
Values = Sequence[Any] | Mapping[str, Any]


class UnwritableError(Exception):
    """The file cannot be written now: locked for too long, read-only, disk full, replaced by another process."""


class Database:
    """A connection that can be asked for one state, and be written to all at once or not at all."""

    def __init__(self, path: str = MEMORY) -> None:
        self.path = path
        self._inode = _inode(path)
        self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows."""
        return self._connection.execute(sql, values).fetchall()

    def many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""
        self._connection.executemany(sql, values)

    def insert(self, sql: str, values: Sequence[Any]) -> int:
        """Insert one row and return its number."""
        return int(self._connection.execute(sql, values).lastrowid or 0)

    def script(self, sql: str) -> None:
        """Run several statements."""
        self._connection.executescript(sql)

    def ask(self, question: Callable[["Database"], T]) -> T:
        """Answer a question of several statements from one state of the file, whatever others write meanwhile."""
        if self._connection.in_transaction:
            return question(self)
        self._connection.execute("BEGIN")
        try:
            return question(self)
        finally:
            self._connection.execute("COMMIT")

    @property
    def in_transaction(self) -> bool:
        """Whether a question or a change is under way."""
        return self._connection.in_transaction

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing; `UnwritableError` when the file cannot be written."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            if self._inode and self._inode != _inode(self.path):
                raise UnwritableError(self.path)
            yield
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if is_damage(error) or error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise
            raise UnwritableError(self.path) from error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def become(self, other: "Database") -> None:
        """Close this connection and go on with that of another."""
        self.close()
        self.path, self._inode, self._connection = other.path, other._inode, other._connection  # noqa: SLF001

    def copy_to_memory(self) -> "Database":
        """Return the same contents in memory."""
        copy = Database()
        self._connection.backup(copy._connection)
        return copy

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def build(path: str, fill: Callable[[Database], None]) -> Database:
    """Make a database beside its place and move it there whole; nobody sees it half done, or waits for it.

    Whatever stood there is gone. `UnwritableError` when the folder cannot be written.
    """
    scratch = f"{path}.{os.getpid()}.new"
    try:
        os.makedirs(os.path.dirname(path) or ".", mode=0o700, exist_ok=True)
        _remove(scratch)
        database = Database(scratch)
        try:
            database.script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            fill(database)
        finally:
            database.close()
        _sync(scratch)
        for old in (path, *(path + side for side in _SIDE_FILES)):
            _remove(old)
        os.replace(scratch, path)
    except (OSError, sqlite3.OperationalError) as error:
        raise UnwritableError(path) from error
    finally:
        _remove(scratch)
    return Database(path)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not a database, or a broken one."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & _PRIMARY in _DAMAGED


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _sync(path: str) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _inode(path: str) -> int:
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0
