"""Which record files there are, and which of them may have changed since they were indexed."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH116

import os

from sil.errors import KnowledgeBaseError
from sil.light import Iterator, Sequence, contextmanager

FOLDERS = ("data/orgs", "data/exchanges", "data/policies")
SINGLE_FILES = ("data/themes.yaml", "data/rates.yaml")
RACY_NS = 2_000_000_000
"""A file touched this shortly before it was indexed may have been touched again without a new time."""


Stamp = tuple[int, int, int, int]
"""What tells, without reading it, that a file is the one that was indexed: size, mtime_ns, ctime_ns, inode.

An edit that sets the mtime back changes the ctime; so do `chmod`, a link and a copied tree, and then the content is
hashed, and found to be the same. Where a system gives the time of creation for it, it is one more that stays."""

_INODE = (1 << 63) - 1
"""What is kept of the number of a file; some network drives use one bit more, which SQLite has no room for."""
_NOWHERE: Stamp = (0, 0, 0, 0)
"""Stamp of what leads nowhere; it is there all the same, and its problem is told."""


def record_files(root: str) -> dict[str, Stamp]:
    """Return the stamps of the record files of a knowledge base by their paths, relative to it, in no order."""
    found: dict[str, Stamp] = {}
    for folder in FOLDERS:
        try:
            _add_folder(found, root, folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise KnowledgeBaseError("error.cannot-read", path=f"{root}/{folder}", why=error.strerror) from error
    found.update((path, stamp_of(f"{root}/{path}")) for path in SINGLE_FILES if os.path.lexists(f"{root}/{path}"))
    return found


def changed_ns(stamp: Sequence[int]) -> int:
    """Return when a file was changed last, by either of its times."""
    return max(stamp[1], stamp[2])


def stamp_of(path: str) -> Stamp:
    """Return the stamp of a file."""
    try:
        status = os.stat(path)
    except OSError:
        return _NOWHERE
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _INODE


def _add_folder(found: dict[str, Stamp], root: str, folder: str) -> None:
    before = f"{folder}/"
    with _opened(f"{root}/{folder}") as place, os.scandir(place) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(".yaml") and name[0] != "." and (name.isascii() or _is_text(name)):
                try:
                    status = entry.stat()
                except OSError:
                    found[before + name] = _NOWHERE
                    continue
                # `stamp_of`, without the call: there may be very many
                found[before + name] = (
                    status.st_size,
                    status.st_mtime_ns,
                    status.st_ctime_ns,
                    status.st_ino & _INODE,
                )


@contextmanager
def _opened(folder: str) -> "Iterator[int | str]":
    """Open a folder, so that the system need not walk its path for each file in it; where it cannot, give the path."""
    if os.scandir not in os.supports_fd:
        yield folder
        return
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield place
    finally:
        os.close(place)


def _is_text(name: str) -> bool:
    """Whether a file name is text, and not bytes of another encoding."""
    return not any("\ud800" <= char <= "\udfff" for char in name)
