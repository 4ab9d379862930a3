"""Which record files there are, and which of them may have changed since they were indexed."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH116

import os

from sil.errors import KnowledgeBaseError
from sil.light import NamedTuple

FOLDERS = ("data/orgs", "data/exchanges", "data/policies")
SINGLE_FILES = ("data/themes.yaml", "data/rates.yaml")
RACY_NS = 2_000_000_000
"""A file touched this shortly before it was indexed may have been touched again without a new time."""


class Stamp(NamedTuple):
    """What tells, without reading it, that a file is the one that was indexed."""

    size: int
    mtime_ns: int
    inode: int


def record_files(root: str) -> dict[str, Stamp]:
    """Return the record files of a knowledge base by path relative to it."""
    found: dict[str, Stamp] = {}
    for folder in FOLDERS:
        _add_folder(found, root, folder)
    for path in SINGLE_FILES:
        if os.path.lexists(f"{root}/{path}"):
            found[path] = stamp_of(f"{root}/{path}")
    return found


def _add_folder(found: dict[str, Stamp], root: str, folder: str) -> None:
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                name = entry.name
                if name.endswith(".yaml") and name[0] != "." and _is_text(name):
                    found[f"{folder}/{name}"] = stamp_of(entry)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise KnowledgeBaseError("error.cannot-read", path=f"{root}/{folder}", why=error.strerror) from error


def _is_text(name: str) -> bool:
    """Whether a file name is text, and not bytes of another encoding."""
    return name.isascii() or not any("\ud800" <= char <= "\udfff" for char in name)


def stamp_of(file: "os.DirEntry[str] | str") -> Stamp:
    """Return the stamp of a file; what leads nowhere is there all the same, and its problem is told."""
    try:
        status = os.stat(file) if isinstance(file, str) else file.stat()
    except OSError:
        return Stamp(0, 0, 0)
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
