"""Bringing the index up to date: reading the files that changed. The only part that parses, and that imports a parser."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH116, PTH123

import hashlib
import os
import stat
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from sil.index.database import Database
from sil.index.reading import known_files
from sil.index.scan import Known, Stamp, suspects
from sil.index.unit import Refreshed
from sil.index.writing import add_file, remove_file, touch_file
from sil.records.load import load_file

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""

_MOST_BYTES = 2_097_152
"""What lies beyond is not read by `sil.records` either."""


def update(db: Database, root: str, found: Mapping[str, Stamp], progress: Progress | None) -> Refreshed:
    """Read what changed, in one transaction, and take out what is gone."""
    with db.writing():
        known = known_files(db)
        paths = suspects(found, known)
        changed = removed = 0
        for done, path in enumerate(paths):
            if progress:
                progress(done, len(paths))
            if path not in found:
                remove_file(db, known[path].number)
                removed += 1
            else:
                changed += _update_file(db, root, path, found[path], known.get(path))
        if changed or removed:
            db.rows("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            db.rows("DELETE FROM checks")
    if progress and paths:
        progress(len(paths), len(paths))
    return Refreshed(len(found), changed, removed)


def _update_file(db: Database, root: str, path: str, stamp: Stamp, known: Known | None) -> bool:
    """Read a file unless its content is what was indexed; return whether it was read."""
    now = time.time_ns()
    digest = _digest(f"{root}/{path}")
    if known and known.digest == digest:
        touch_file(db, known.number, stamp, now)
        return False
    if known:
        remove_file(db, known.number)
    add_file(db, load_file(Path(root), path), stamp, digest, now)
    return True


def _digest(path: str) -> bytes:
    """Return the hash of a file's bytes; of nothing if it is no file that can be read."""
    content = b""
    try:
        if stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "rb") as stream:
                content = stream.read(_MOST_BYTES)
    except OSError as error:
        content = f"unreadable {error.errno}".encode()
    return hashlib.blake2b(content, digest_size=16).digest()
