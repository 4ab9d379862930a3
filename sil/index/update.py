"""Bringing the index up to date: reading the files that changed. The only part that parses, and that imports a parser."""

import time

from sil.index.bulk import in_bulk
from sil.index.changes import digest_of, touch_file
from sil.index.database import Database
from sil.index.postings import settle
from sil.index.reading import known_file, suspects
from sil.index.scan import Stamp
from sil.index.unit import Refreshed
from sil.index.writing import add_file, remove_file
from sil.light import Callable, Mapping, Sequence
from sil.records.load import load_file

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""

BATCH = 1000
"""Files of a first build that are kept together; a build that is killed goes on after the last of them."""


def update(
    db: Database, root: str, found: Mapping[str, Stamp], paths: Sequence[str], progress: Progress | None
) -> Refreshed:
    """Read the files that changed among some, in one transaction, and take out those that are gone."""
    told = _told(progress, 0, len(paths))
    with db.writing():
        changed = removed = 0
        for done, path in enumerate(paths):
            told(done)
            if path in found:
                changed += _update_file(db, root, path, found[path])
            elif known := known_file(db, path):
                remove_file(db, known.number)
                removed += 1
        settle(db)
        if changed or removed:
            db.rows("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            db.rows("DELETE FROM checks")
    if progress and paths:
        progress(len(paths), len(paths))
    return Refreshed(len(found), changed, removed)


def fill(db: Database, root: str, found: Mapping[str, Stamp], progress: Progress | None) -> Refreshed:
    """Read all files into an index that is being built, batch by batch, after those that are in it."""
    waiting = suspects(db, found)
    with db.writing():
        for path in waiting:
            if path not in found and (known := known_file(db, path)):
                remove_file(db, known.number)
    paths = [path for path in waiting if path in found]
    total = len(found)
    told = _told(progress, total - len(paths), total)
    with in_bulk(db):
        for begin in range(0, len(paths), BATCH):
            with db.writing():
                for done, path in enumerate(paths[begin : begin + BATCH], begin):
                    told(done)
                    _update_file(db, root, path, found[path])
                settle(db)
    if progress and paths:
        progress(total, total)
    return Refreshed(total, total, 0)


def _told(progress: Progress | None, before: int, total: int) -> Callable[[int], None]:
    return (lambda done: progress(before + done, total)) if progress else (lambda _: None)


def _update_file(db: Database, root: str, path: str, stamp: Stamp) -> bool:
    """Read a file unless its content is what was indexed; return whether it was read."""
    now = time.time_ns()
    digest, known = digest_of(f"{root}/{path}"), known_file(db, path)
    if known and known.digest == digest:
        touch_file(db, known.number, stamp, now)
        return False
    if known:
        remove_file(db, known.number)
    add_file(db, load_file(root, path), stamp, digest, now)
    return True
