"""One SQLite file, or memory: opening it, asking it, writing to it, and what to make of its faults.

The file is kept in rollback-journal mode, not WAL. A reader then leaves nothing beside it, a file in a folder that
cannot be written is still read, and the whole database is one file, so that a freshly built one can take the place of
a damaged one by a rename: with WAL, the log of the old file would be taken for that of the new.
"""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH116

import _sqlite3 as sqlite3  # the module itself: its front, which knows dates, brings `datetime` in
import os

from sil.light import Any, Callable, Iterator, Mapping, Protocol, Sequence, TypeVar, contextmanager

MEMORY = ":memory:"
BUSY_SECONDS = 5.0
"""How long to wait for another process; after that a copy in memory answers."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNAVAILABLE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_PROTOCOL,
}  # fmt: skip
_PRIMARY = 0xFF

T = TypeVar("T")
Values = Sequence[Any] | Mapping[str, Any]


class Ask(Protocol):
    """Answers a question from one state of an index (`Index.ask`)."""

    def __call__(self, question: Callable[["Database"], T], /) -> T:
        """Answer a question."""


class UnwritableError(Exception):
    """The file cannot be written now: locked for too long, read-only, disk full, replaced by another process."""


class Database:
    """A connection that can be asked for one state, and be written to all at once or not at all."""

    def __init__(self, path: str = MEMORY) -> None:
        self.path = path
        self.shown: set[str] = set()
        """Paths of the record files that answers were taken from."""
        self._inode = inode_of(path)
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
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @property
    def in_transaction(self) -> bool:
        """Whether a question or a change is under way."""
        return self._connection.in_transaction

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing; `UnwritableError` when the file cannot be written."""
        try:
            self._connection.execute("PRAGMA cache_spill = OFF")
            self._connection.execute("BEGIN IMMEDIATE")
            if self._inode and self._inode != inode_of(self.path):
                raise UnwritableError(self.path)
            yield
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if not is_unavailable(error):
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


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not a database, or a broken one; texts that are no UTF-8 come without a code."""
    return _code(error) in _DAMAGED or (isinstance(error, sqlite3.OperationalError) and _code(error) == 0)


def is_unavailable(error: sqlite3.Error) -> bool:
    """Whether the file may be sound and cannot be used now: locked, read-only, no space, a disk that fails."""
    return _code(error) in _UNAVAILABLE


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY


def inode_of(path: str) -> int:
    """Return the inode of a file; 0 when there is none."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0
