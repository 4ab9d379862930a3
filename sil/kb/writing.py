"""Changing record files: a change is planned as text, checked, written at once or not at all, and can be undone.

The journal of a knowledge base keeps, outside its folder, what each file was before it was changed.
"""

import hashlib
import json
import os
import stat
import tempfile
from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from sil.errors import KnowledgeBaseError, NothingFoundError, UsageError
from sil.problem import Problem
from sil.records.edit import NoPlaceError, with_item
from sil.records.load import load_text

STEPS = 100
"""Changes that can be undone; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one file that is not written yet."""

    path: str
    """Path of the file, relative to the knowledge base."""
    before: str
    after: str

    @property
    def line(self) -> int:
        """Number of the first line that is new."""
        pairs = zip(self.before.splitlines(), self.after.splitlines(), strict=False)
        same = 0
        for same, (old, new) in enumerate(pairs):
            if old != new:
                return same + 1
        return len(self.before.splitlines()) + 1

    def diff(self) -> str:
        """Return the change as a unified diff."""
        lines = unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"a/{self.path}",
            f"b/{self.path}",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def plan_item(root: Path, path: str, kind: str, key: str, item: dict[str, str]) -> Change:
    """Plan one more item in a list of a record.

    Raises KnowledgeBaseError when the file cannot be read or would have a fault it does not have now, UsageError when the
    record has no such list.
    """
    before = _read(root / path)
    try:
        after = with_item(before, key, item)
    except NoPlaceError:
        raise UsageError("error.no-list", hint="hint.no-list", path=path, field=key) from None
    known = Counter(fault.code for fault in _faults(before, path, kind))
    for fault in _faults(after, path, kind):
        known[fault.code] -= 1
        if known[fault.code] < 0:
            raise KnowledgeBaseError("error.edit-faulty", path=path, line=fault.line, code=fault.code)
    return Change(path, before, after)


def _faults(text: str, path: str, kind: str) -> list[Problem]:
    found = load_text(text.removeprefix("\ufeff"), path, kind).problems
    return [fault for fault in found if fault.level == "error"]


def write(root: Path, change: Change, journal: "Journal") -> None:
    """Write a change and keep what was there before.

    Raises KnowledgeBaseError when the file is no longer what the change was planned on.
    """
    if _read(root / change.path) != change.before:
        raise KnowledgeBaseError("error.changed-meanwhile", path=change.path)
    journal.keep(change)
    _replace(root / change.path, change.after)


class Journal:
    """What files of one knowledge base were before each change, the latest first to be undone."""

    def __init__(self, folder: str | Path, root: str | Path) -> None:
        """Take the folder for all journals, and the knowledge base."""
        digest = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]
        self._folder = Path(folder, digest)
        self._root = Path(root)

    def keep(self, change: Change) -> None:
        """Keep a change before it is written, so that none is ever without a way back."""
        steps = self._steps()
        number = int(steps[-1].stem) + 1 if steps else 1
        entry = {"path": change.path, "before": change.before, "after": _digest(change.after)}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _replace(self._folder / f"{number:09}.json", json.dumps(entry, ensure_ascii=False))
            for old in steps[: max(len(steps) - STEPS + 1, 0)]:
                old.unlink(missing_ok=True)
        except OSError as error:
            raise UsageError("error.cannot-write", path=str(self._folder), why=error.strerror or str(error)) from error

    def undo(self, *, dry_run: bool = False) -> Change:
        """Take the latest change back and return it; a change that was never written is passed over.

        Raises NothingFoundError when there is none, KnowledgeBaseError when the file was changed since, or when the
        journal cannot be read.
        """
        for step in reversed(self._steps()):
            path, before, after = _entry(step)
            now = _read(self._root / path)
            if now == before:
                if not dry_run:
                    step.unlink(missing_ok=True)
                continue
            if _digest(now) != after:
                raise KnowledgeBaseError("error.undo-changed", hint="hint.undo-changed", path=path, journal=str(step))
            if not dry_run:
                _replace(self._root / path, before)
                step.unlink(missing_ok=True)
            return Change(path, now, before)
        raise NothingFoundError("error.nothing-to-undo")

    def _steps(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]" * 9 + ".json")) if self._folder.is_dir() else []


def _entry(step: Path) -> tuple[str, str, str]:
    try:
        entry = json.loads(step.read_bytes())
        found = entry["path"], entry["before"], entry["after"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeBaseError("error.bad-journal", path=str(step)) from error
    if not all(isinstance(part, str) for part in found):
        raise KnowledgeBaseError("error.bad-journal", path=str(step))
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _read(path: Path) -> str:
    """Return a file to the byte: with its mark, and with its line ends."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeError) as error:
        raise KnowledgeBaseError("error.cannot-read", path=str(path), why=str(error)) from error


def _replace(path: Path, text: str) -> None:
    """Write beside the file, wait for the disk, and rename; a link stays a link, and the file keeps its permissions."""
    target = Path(os.path.realpath(path))
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8"))
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(beside, mode)  # noqa: PTH101
            os.replace(beside, target)  # noqa: PTH105
        except BaseException:
            os.unlink(beside)  # noqa: PTH108
            raise
    except OSError as error:
        raise UsageError(
            "error.cannot-write", hint="hint.cannot-write", path=str(path), why=error.strerror or str(error)
        ) from error
