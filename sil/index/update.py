"""Bringing the index up to date: reading the files that changed. The only part that parses, and that imports a parser."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from sil.index.changes import digest_of, touch_file
from sil.index.database import Database
from sil.index.reading import known_files
from sil.index.scan import Known, Stamp, suspects
from sil.index.unit import Refreshed
from sil.index.writing import add_file, remove_file
from sil.records.load import load_file

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


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
    digest = digest_of(f"{root}/{path}")
    if known and known.digest == digest:
        touch_file(db, known.number, stamp, now)
        return False
    if known:
        remove_file(db, known.number)
    add_file(db, load_file(Path(root), path), stamp, digest, now)
    return True
