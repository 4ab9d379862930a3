"""When every file must be looked at, and what may be believed without.

In a small folder every file is looked at (its size, times and inode) each time. In a large one that alone costs more
than the answer. There the folders are looked at: a file that came, went, or was replaced by a rename, as most editors
and git do it, changes the time of its folder. What remains is an edit in place, and three rules hold it:

- A file that an answer is taken from is looked at before the answer is given (`stale`).
- What is not found is not said to be missing before every file was looked at (`Index.look`).
- Every file is looked at when the last time was more than `LOOK_NS` ago, or the clock went back.

So only text that an edit in place brought into a file may be missing, for that long, from an answer that has other
hits. `Index.problems` always looks at every file.
"""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.

import time

from sil.index.database import Database, UnwritableError
from sil.index.filters import marks
from sil.index.scan import FOLDERS, RACY_NS, SINGLE_FILES, Stamp, changed_ns, stamp_of
from sil.index.seen import note_seen
from sil.light import Iterable, Mapping, NamedTuple

MANY_FILES = 2000
"""Up to so many, all are looked at: about 10 milliseconds, half of what starting Python costs."""
LOOK_NS = 30_000_000_000
_AT_ONCE = 500


class Folders(NamedTuple):
    """The folders of records at one moment."""

    at_ns: int
    """The moment, before they were looked at."""
    state: str
    """Their times and inodes, and the stamps of the files that stand alone."""
    youngest_ns: int


def look_at_folders(root: str) -> Folders:
    """Look at the folders, and not at the files in them."""
    at = time.time_ns()
    stamps = [stamp_of(f"{root}/{path}") for path in (*FOLDERS, *SINGLE_FILES)]
    return Folders(at, repr(stamps), max(map(changed_ns, stamps)))


def believed(db: Database, folders: Folders, for_ns: int = LOOK_NS) -> int | None:
    """Return the number of files if the index can be believed without looking at them, for some time after a look."""
    noted = db.rows("SELECT at_ns, files, folders FROM look")
    if not noted:
        return None
    ((at, files, state),) = noted
    recent = 0 <= folders.at_ns - int(at) < for_ns
    return int(files) if recent and state == folders.state and folders.youngest_ns < int(at) - RACY_NS else None


def note_look(db: Database, folders: Folders, found: Mapping[str, Stamp], checked: Mapping[str, Stamp | None]) -> None:
    """Note that the index holds what all files held at a moment, if that is news and the file can be written.

    `checked` are those that were not surely what they were when they were indexed.
    """
    if not checked and (len(found) <= MANY_FILES or believed(db, folders, LOOK_NS // 2) is not None):
        return
    try:
        with db.writing():
            if checked:
                note_seen(db, found, checked, folders.at_ns)
            if len(found) > MANY_FILES:
                db.rows("DELETE FROM look")
                row = (folders.at_ns, len(found), folders.state)
                db.rows("INSERT INTO look (at_ns, files, folders) VALUES (?, ?, ?)", row)
    except UnwritableError:
        return


def stale(db: Database, root: str, paths: Iterable[str]) -> bool:
    """Whether one of some files is not surely what it was when it was indexed."""
    waiting = list(paths)
    while waiting:
        some, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        sql = f"SELECT path, size, mtime_ns, ctime_ns, inode, indexed_ns FROM files WHERE path IN ({marks(some)})"  # noqa: S608
        for path, *stamp, indexed in db.rows(sql, some):
            if stamp_of(f"{root}/{path}") != tuple(stamp) or changed_ns(stamp) >= indexed - RACY_NS:
                return True
    return False
