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
from sil.light import Iterable, Mapping

_MOST_BYTES = 2_097_152
"""What lies beyond is not read by `sil.records` either."""


def digest_of(path: str) -> bytes:
    """Return the hash of a file's bytes; of what stands in the way if it cannot be read."""
    content = b"no file"
    try:
        if stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "rb") as stream:
                content = stream.read(_MOST_BYTES)
    except OSError as error:
        content = f"unreadable {error.errno}".encode()
    return blake2b(content, digest_size=16).digest()


def note_unchanged(db: Database, root: str, found: Mapping[str, Stamp], paths: Iterable[str]) -> bool:
    """Whether none of some files has another content; if so, note the new stamps, so that nobody hashes them again."""
    now = time.time_ns()
    touched: list[tuple[int, Stamp]] = []
    for path in paths:
        known = known_file(db, path)
        if path not in found or known is None or digest_of(f"{root}/{path}") != known.digest:
            return False
        touched.append((known.number, found[path]))
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
        "UPDATE files SET size = ?, mtime_ns = ?, inode = ?, indexed_ns = ? WHERE number = ?",
        (*stamp, indexed_ns, number),
    )
