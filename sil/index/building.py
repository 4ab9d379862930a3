"""Making an index file: beside its place, then moved there whole.

One process builds, batch by batch, and holds a lock meanwhile; readers and others see the old file, or none. A build
that was killed has left its file, and the next goes on with it. The lock is one of SQLite's, so that the system takes
it from a process that dies, on every system.
"""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH103, PTH105, PTH108, PTH112, PTH120, PTH123

import _sqlite3 as sqlite3
import gc
import os

from sil.index import database
from sil.index.database import Database, UnwritableError, inode_of, is_unavailable
from sil.light import Callable, Iterator, contextmanager

_SIDE_FILES = ("-journal", "-wal", "-shm")
_FAST = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768"


def build(
    path: str,
    fill: Callable[[Database], None],
    begun: Callable[[Database], bool] = lambda _: False,
    usable: Callable[[], Database | None] = lambda: None,
) -> Database:
    """Make a database beside its place and move it there whole; nobody sees it half done.

    `fill` writes it; `begun` says whether what an earlier build has left can be gone on with, else it is begun anew.
    While this waited for its turn, another process may have made the file: `usable` opens it then.
    What stood in the place before is gone. `UnwritableError` when the folder cannot be written, or another process
    builds for too long.
    """
    before, scratch = inode_of(path), f"{path}.new"
    if os.path.isdir(path):
        raise UnwritableError(path)
    try:
        os.makedirs(os.path.dirname(path) or ".", mode=0o700, exist_ok=True)
        with _alone(path):
            made = usable() if inode_of(path) not in {0, before} else None
            if made:
                return made
            _fill(scratch, fill, begun)
            _sync(scratch)
            for old in (path, *(path + side for side in _SIDE_FILES)):
                _remove(old)
            os.replace(scratch, path)
            return Database(path)
    except OSError as error:
        raise UnwritableError(path) from error


@contextmanager
def _alone(path: str) -> Iterator[None]:
    """Keep others from building the same file."""
    lock = sqlite3.connect(f"{path}.lock", timeout=database.BUSY_SECONDS, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            raise UnwritableError(path) from error
        yield
    finally:
        lock.close()


def _fill(scratch: str, fill: Callable[[Database], None], begun: Callable[[Database], bool]) -> None:
    """Fill the file beside; what an error leaves is removed, what a kill leaves is kept."""
    try:
        opened = _opened(scratch, begun)
        try:
            with _circles_left():
                fill(opened)
        finally:
            opened.close()
    except sqlite3.DatabaseError as error:
        _remove_all(scratch)
        if not is_unavailable(error):
            raise
        raise UnwritableError(scratch) from error
    except (OSError, UnwritableError):
        _remove_all(scratch)
        raise


@contextmanager
def _circles_left() -> Iterator[None]:
    """Do not look for circles of objects meanwhile: records are in none, and to look takes a fourteenth of the time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _opened(scratch: str, begun: Callable[[Database], bool]) -> Database:
    """Open the file beside, empty unless an earlier build can be gone on with."""
    if inode_of(scratch):
        left = Database(scratch)
        try:
            if begun(left) and left.rows("PRAGMA quick_check(1)") == [("ok",)]:
                left.script(_FAST)
                return left
        except (sqlite3.DatabaseError, ValueError):
            pass
        left.close()
    _remove_all(scratch)
    new = Database(scratch)
    new.script(_FAST)
    return new


def _remove_all(scratch: str) -> None:
    for path in (scratch, *(scratch + side for side in _SIDE_FILES)):
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _sync(path: str) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())
