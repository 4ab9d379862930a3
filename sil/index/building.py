"""Making an index file: beside its place, then moved there whole."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH103, PTH105, PTH108, PTH116, PTH118, PTH120, PTH123, PTH208

import os
import sqlite3
import time
from collections.abc import Callable

from sil.index.database import Database, UnwritableError, is_unavailable

_HOUR = 3600
_SIDE_FILES = ("-journal", "-wal", "-shm")


def build(path: str, fill: Callable[[Database], None]) -> Database:
    """Make a database beside its place and move it there whole; nobody sees it half done, or waits for it.

    Whatever stood there is gone. `UnwritableError` when the folder cannot be written.
    """
    scratch = f"{path}.{os.getpid()}.new"
    try:
        os.makedirs(os.path.dirname(path) or ".", mode=0o700, exist_ok=True)
        _sweep(path)
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
    except OSError as error:
        raise UnwritableError(path) from error
    except sqlite3.OperationalError as error:
        if not is_unavailable(error):
            raise
        raise UnwritableError(path) from error
    finally:
        _remove(scratch)
    return Database(path)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _sweep(path: str) -> None:
    """Remove what builds that were killed have left, after an hour in which they may still be at work."""
    folder, name = os.path.split(path)
    for entry in os.listdir(folder or "."):
        left = os.path.join(folder, entry)
        if entry.startswith(f"{name}.") and entry.endswith(".new") and time.time() - os.stat(left).st_mtime > _HOUR:
            _remove(left)


def _sync(path: str) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())
