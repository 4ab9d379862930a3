"""Which files may have changed: what all of them were when they were looked at last, kept in one piece and compared whole.

Asking a table for ten thousand stamps takes as long as the look at the files; the piece is read and compared at once.
"""

from array import array
from itertools import chain

from sil.index.database import Database
from sil.index.scan import RACY_NS, Stamp, changed_ns
from sil.light import Mapping, checksum

_UNSETTLED: Stamp = (-1, -1, -1, -1)
"""Stands for the stamp of a file that was touched too shortly before to be known by it; no file has it."""


def suspects(db: Database, found: Mapping[str, Stamp]) -> dict[str, Stamp | None]:
    """Return the stamps of files that are not surely what they were when they were indexed, by path, in order.

    A file that is new has one too; one that is gone has None.
    """
    kept = _kept(db)
    if kept == _packed(found):
        return {}
    known = _unpacked(*kept) if kept else _indexed(db)
    changed: dict[str, Stamp | None] = {path: stamp for path, stamp in found.items() if known.get(path) != stamp}
    changed |= dict.fromkeys(known.keys() - found.keys())
    return dict(sorted(changed.items()))


def note_seen(db: Database, found: Mapping[str, Stamp], checked: Mapping[str, Stamp | None], at_ns: int) -> None:
    """Note, in a transaction, that the index holds all files as they were found.

    Of those that were `checked`, which began at a moment, some may have been touched again without a new time.
    """
    young = [path for path, stamp in checked.items() if stamp and changed_ns(stamp) >= at_ns - RACY_NS]
    paths, stamps = _packed({**found, **dict.fromkeys(young, _UNSETTLED)})
    if _kept(db) != (paths, stamps):
        db.rows("DELETE FROM seen")
        db.rows("INSERT INTO seen (paths, stamps, seal) VALUES (?, ?, ?)", (paths, stamps, _seal(paths, stamps)))


def _kept(db: Database) -> tuple[str, bytes] | None:
    """Return what was noted, unless there is nothing, or something else than was written."""
    for paths, stamps, sealed in db.rows("SELECT paths, stamps, seal FROM seen"):
        if _seal(paths, stamps) == sealed:
            return paths, stamps
    return None


def _seal(paths: str, stamps: bytes) -> int:
    return checksum(paths.encode()) ^ checksum(stamps)


def _packed(files: Mapping[str, Stamp]) -> tuple[str, bytes]:
    return "\0".join(files), array("q", chain.from_iterable(files.values())).tobytes()


def _unpacked(paths: str, stamps: bytes) -> dict[str, Stamp]:
    numbers = iter(memoryview(stamps).cast("q"))
    return (
        dict(zip(paths.split("\0"), zip(numbers, numbers, numbers, numbers, strict=True), strict=True)) if paths else {}
    )


def _indexed(db: Database) -> dict[str, Stamp]:
    """Return what the files were when each was indexed."""
    rows = db.rows("SELECT path, indexed_ns, size, mtime_ns, ctime_ns, inode FROM files")
    return {
        path: (size, mtime, ctime, inode) if max(mtime, ctime) < indexed - RACY_NS else _UNSETTLED
        for path, indexed, size, mtime, ctime, inode in rows
    }
