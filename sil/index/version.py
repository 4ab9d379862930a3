"""What an index file was made by and for; made by anything else, it is thrown away."""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH120

import os
import sys

from sil.index.schema import FORMAT
from sil.light import PathFinder, cache

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
_MAKERS = ("index", "match", "match/tables", "match/tables/glosses", "records", "records/rules", "text", "text/tables")
"""Folders of the package whose code decides what stands in an index."""


def made_by(root: str) -> str:
    """Return what identifies an index: the form of its tables, what fills them, and the folder of records.

    The code is known by the number, size and time of its files, so that an index made before a change of the code is
    not believed after it, whether or not somebody thought of a number to raise. So it is with the interpreter,
    whose Unicode tables cut words, and with the reader of kanji, which may come and go.
    """
    return f"{FORMAT} {sys.implementation.cache_tag} {sys.hexversion:x} {_code()} {_reader()} {root}"


def _reader() -> str:
    """Say whether kanji are read (the extra `ja`), without importing what reads them."""
    return "ja" if all(map(PathFinder.find_spec, ("sudachipy", "sudachidict_core"))) else "-"


@cache
def _code() -> str:
    count = sizes = times = 0
    for folder in _MAKERS:
        try:
            with os.scandir(f"{_PACKAGE}/{folder}") as entries:
                for entry in entries:
                    if entry.name.endswith((".py", ".yaml", ".json", ".sqlite")):
                        status = entry.stat()
                        count, sizes, times = count + 1, sizes + status.st_size, times + status.st_mtime_ns
        except OSError:
            continue
    return f"{count}.{sizes}.{times}"
