"""Bringing the index up to date: reading the files that changed. The only part that parses, and that imports a parser."""

import time

from sil.index.bulk import in_bulk
from sil.index.changes import content_of, touch_file
from sil.index.database import Database
from sil.index.reading import known_file
from sil.index.scan import Stamp
from sil.index.seen import suspects
from sil.index.unit import Refreshed
from sil.index.writing import FileWriter, writing_files
from sil.light import Callable, Mapping
from sil.records.load import load_file

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""

BATCH = 1000
"""Files of a first build that are kept together; a build that is killed goes on after the last of them."""


def update(
    db: Database, root: str, waiting: Mapping[str, Stamp | None], total: int, progress: Progress | None
) -> Refreshed:
    """Read the files that changed among some, in one transaction, and take out those that are gone (no stamp)."""
    told = _told(progress, 0, len(waiting))
    with writing_files(db) as files:
        changed = removed = 0
        for done, (path, stamp) in enumerate(waiting.items()):
            told(done)
            if stamp:
                changed += _update_file(db, files, root, path, stamp)
            else:
                removed += files.remove(path)
        if changed or removed:
            db.rows("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            db.rows("DELETE FROM checks")
    told(len(waiting))
    return Refreshed(total, changed, removed)


def fill(db: Database, root: str, found: Mapping[str, Stamp], progress: Progress | None) -> Refreshed:
    """Read all files into an index that is being built, batch by batch, after those that are in it."""
    waiting = suspects(db, found)
    with writing_files(db) as files:
        for path in [path for path, stamp in waiting.items() if not stamp]:
            files.remove(path)
    paths = [(path, stamp) for path, stamp in waiting.items() if stamp]
    total = len(found)
    told = _told(progress, total - len(paths), total)
    with in_bulk(db):
        for begin in range(0, len(paths), BATCH):
            with writing_files(db) as files:
                for done, (path, stamp) in enumerate(paths[begin : begin + BATCH], begin):
                    told(done)
                    _update_file(db, files, root, path, stamp)
    told(len(paths))
    return Refreshed(total, total, 0)


def _told(progress: Progress | None, before: int, total: int) -> Callable[[int], None]:
    return (lambda done: progress(before + done, total)) if progress and before < total else (lambda _: None)


def _update_file(db: Database, files: FileWriter, root: str, path: str, stamp: Stamp) -> bool:
    """Read a file unless its content is what was indexed; return whether it was read."""
    now = time.time_ns()
    content, known = content_of(f"{root}/{path}"), known_file(db, path)
    if known and known.digest == content.digest:
        touch_file(db, known.number, stamp, now)
        return False
    files.put(load_file(root, path, content.data), stamp, content.digest, now)
    return True
