"""The index of what an audience may see: made from the index of the whole, in a file of its own.

What is not for the audience never enters that file, so that nothing asked of it can tell: no text, no name, no count,
no path. It is brought up to date when the whole was; only files of which something else is to be seen are written anew.
"""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.

import hashlib
import os

from sil.index.database import Database, UnwritableError
from sil.index.index import UNANSWERED, Index, Progress
from sil.index.scan import Stamp
from sil.index.unit import Refreshed
from sil.light import TYPE_CHECKING, Callable, Sequence, TypeVar

if TYPE_CHECKING:
    import sqlite3

    from sil.problem import Problem
    from sil.reader import Audience
    from sil.records.load import LoadedFile

T = TypeVar("T")

_UNSTAMPED: Stamp = (0, 0, 0, 0)
"""The files themselves are looked at by the index of the whole."""


class RestrictedIndex(Index):
    """Answers as if what is not for the audience were not there."""

    def __init__(self, root: str, cache: str | None, audience: "Audience") -> None:
        """Take the folder, the file of the index of the whole, and the audience."""
        root = os.path.realpath(root)
        self._audience = audience
        self._whole = Index(root, cache)
        super().__init__(root, f"{cache.removesuffix('.sqlite')}.{audience}.sqlite" if cache else None, f" {audience}")

    def refresh(self, progress: Progress | None = None) -> Refreshed:
        """Bring the index of the whole up to date, looking at every file, and then this one."""
        counts = self._whole.refresh(progress)
        self._whole.look()
        made_from = self._whole.ask(_content)
        try:
            if self._complete and _made_from(self._db) == made_from:
                return counts
        except UNANSWERED as error:
            self._start_again(error)
        else:
            self._derive()
        return counts

    def look(self) -> bool:
        """Every file was looked at when this was brought up to date."""
        return False

    def ask(self, question: Callable[[Database], T]) -> T:
        """Answer a question; when the index file turns out damaged or locked, the answer comes from a new one."""
        if not self._complete:
            self.refresh()
        try:
            return self._db.ask(question)
        except UNANSWERED as error:
            self._start_again(error)
        return self._db.ask(question)

    def broken_files(self) -> int:
        """Return how many files have an error; nothing of them is seen here, for it may be a mark written wrong."""
        return self._whole.broken_files()

    def problems(self) -> "list[Problem]":
        """Return nothing: problems quote what they were found in, and are told to the team."""
        return []

    def close(self) -> None:
        """Close both files."""
        self._whole.close()
        super().close()

    def _start_again(self, error: "sqlite3.DatabaseError | ValueError") -> None:
        """Make a new index instead of one that cannot be answered from."""
        self._give_up(error)
        self._complete = False
        self._derive()

    def _derive(self) -> None:
        """Write what the audience may see of the records as they are."""
        from sil.index.loaded import loaded_files  # noqa: PLC0415 - brings the parser in
        from sil.records.audience import for_audience  # noqa: PLC0415

        made_from, files = self._whole.ask(lambda db: (_content(db), loaded_files(db)))
        seen = for_audience(files, self._audience)

        def write(db: Database) -> None:
            self._begin(db)
            _write(db, seen, made_from)

        try:
            if not self._complete:
                self._db.become(self._built(write))
            if _made_from(self._db) != made_from:  # unless it was just built, by this process or another
                _write(self._db, seen, made_from)
        except UnwritableError:
            self._db.become(self._db.copy_to_memory())
            _write(self._db, seen, made_from)
        self._complete = True
        self.state += 1


def _content(db: Database) -> str:
    """Return what identifies the content of all files."""
    known = db.rows("SELECT path, hex(digest) FROM files ORDER BY path")
    return hashlib.blake2b(repr(known).encode(), digest_size=16).hexdigest()


def _made_from(db: Database) -> str | None:
    found = db.rows("SELECT value FROM meta WHERE key = 'made_from'")
    return str(found[0][0]) if found else None


def _write(db: Database, files: "Sequence[LoadedFile]", made_from: str) -> None:
    """Write files that are not there as they are, and take out what is gone, in one transaction."""
    from sil.index.writing import writing_files  # noqa: PLC0415 - brings the parser in

    digests = {file.path: hashlib.blake2b(repr(file).encode(), digest_size=16).digest() for file in files}
    with writing_files(db) as writer:
        known = dict(db.rows("SELECT path, digest FROM files"))
        for path in known.keys() - digests.keys():
            writer.remove(path)
        for file in files:
            if known.get(file.path) != digests[file.path]:
                writer.put(file, _UNSTAMPED, digests[file.path], 0)
        db.rows("INSERT OR REPLACE INTO meta VALUES ('made_from', ?)", (made_from,))
