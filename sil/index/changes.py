"""What is new in a file that looks touched: nothing, if its content has the hash it was indexed with."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH116, PTH123

import os
import stat
import time

try:
    from _blake2 import blake2b  # hashlib loads all of OpenSSL
except ImportError:
    from hashlib import blake2b

from sil.index.database import Database, UnwritableError
from sil.index.reading import known_file
from sil.index.scan import Stamp
from sil.light import Mapping, NamedTuple

_MOST_BYTES = 2_097_152
"""What lies beyond is not read by `sil.records` either."""


class Content(NamedTuple):
    """What a file holds."""

    digest: bytes
    """Hash of its bytes; of what stands in the way if they cannot be read."""
    data: bytes | None
    """Its bytes, or none."""


def content_of(path: str) -> Content:
    """Read a file."""
    data, reason = None, b"no file"
    try:
        if stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "rb") as stream:
                data = stream.read(_MOST_BYTES)
    except OSError as error:
        reason = f"unreadable {error.errno}".encode()
    return Content(blake2b(reason if data is None else data, digest_size=16).digest(), data)


def note_unchanged(db: Database, root: str, waiting: Mapping[str, Stamp | None]) -> bool:
    """Whether none of some files has another content; if so, note the new stamps, so that nobody hashes them again."""
    now = time.time_ns()
    touched: list[tuple[int, Stamp]] = []
    for path, stamp in waiting.items():
        known = known_file(db, path)
        if stamp is None or known is None or content_of(f"{root}/{path}").digest != known.digest:
            return False
        touched.append((known.number, stamp))
    try:
        with db.writing():
            for number, stamp in touched:
                touch_file(db, number, stamp, now)
    except UnwritableError:
        return True
    return True


def touch_file(db: Database, number: int, stamp: Stamp, indexed_ns: int) -> None:
    """Note that a file was looked at and holds what it held."""
    db.rows(
        "UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, indexed_ns = ? WHERE number = ?",
        (*stamp, indexed_ns, number),
    )
