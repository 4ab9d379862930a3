"""A knowledge base as it was recorded on a day: its files from git, in a folder of the cache.

What was known on a day is what the last commit on or before its end holds; dates in records only say what was true.
"""

import io
import os
import shutil
import subprocess
import tarfile
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from sil.errors import KnowledgeBaseError, UsageError
from sil.locate import SETTINGS, index_file

RECORDS = "data"
KEPT = (RECORDS, SETTINGS)
"""What a knowledge base consists of, in its folder."""

KEPT_DAYS = 30
"""Days that a snapshot stays in the cache after it was asked for."""


def snapshot(root: str | Path, day: str, cache: str | Path | None) -> Path:
    """Return a folder that holds the records as the last commit up to the end of a day (ISO date) has them.

    The day ends at midnight, local time, by the committer's clock. What was not committed by then is not in it.
    Raises KnowledgeBaseError when the folder is not under git, its records were never committed, not by that day, or
    had been taken out by then.
    """
    commit = _last_commit(root, day, *KEPT)
    present = _present(root, commit) if commit else []
    if RECORDS not in present:
        raise _no_records(root, day)
    folder = Path(cache or Path(tempfile.gettempdir(), "sil"), "snapshots", commit)
    if folder.is_dir():
        with suppress(OSError):  # a folder that cannot be written is read all the same
            os.utime(folder)
    else:
        _extract(_git(root, "archive", "--format=tar", commit, "--", *present), folder)
        _sweep(folder.parent)
    return folder


def _last_commit(root: str | Path, day: str, *paths: str) -> str:
    """Return the last commit up to the end of a day that changed some paths; nothing if there is none."""
    return _git(root, "rev-list", "-1", f"--before={day}T23:59:59", "HEAD", "--", *paths).decode("ascii").strip()


def _no_records(root: str | Path, day: str) -> KnowledgeBaseError:
    """Return what to say of a day from which git has no records."""
    first = _git(root, "log", "--reverse", "--format=%cs", "HEAD", "--", RECORDS).decode("ascii").split("\n")[0]
    if not first:
        return KnowledgeBaseError("error.never-committed", hint="hint.not-git", path=str(root))
    if _last_commit(root, day, RECORDS):
        return KnowledgeBaseError("error.taken-out", hint="hint.taken-out", path=str(root), day=day)
    return KnowledgeBaseError("error.nothing-so-old", hint="hint.nothing-so-old", day=day, first=first)


def _sweep(snapshots: Path) -> None:
    """Remove snapshots that nobody has asked for in a month, with their indexes; asked for again, they are made again.

    Each is moved aside before it is removed, so that nobody finds a half; who reads one has just touched it.
    """
    oldest = time.time() - KEPT_DAYS * 86400
    for folder in snapshots.iterdir():
        with suppress(OSError):  # another run was faster, or it is not ours to remove
            if folder.stat().st_mtime < oldest:
                index = index_file(str(folder), str(snapshots.parent))
                aside = folder.rename(folder.with_name(f"{folder.name}.{os.getpid()}"))
                shutil.rmtree(aside, ignore_errors=True)
                for path in (index, f"{index}.lock"):
                    Path(path).unlink(missing_ok=True)


def iso_day(typed: str) -> str:
    """Return a typed day as an ISO date; UsageError when it is not one whole day."""
    from sil.text.calendars import parse_date

    day = parse_date(typed)
    try:
        return date.fromisoformat(day or "").isoformat()
    except ValueError:
        raise UsageError("error.as-of", value=typed) from None


def _present(root: str | Path, commit: str) -> list[str]:
    """Return which parts of a knowledge base a commit has: git refuses to pack what is not there."""
    names = _git(root, "ls-tree", "--name-only", commit).decode("utf-8", "replace").split("\n")
    return [name for name in KEPT if name in {Path(line).name for line in names}]


def _extract(archive: bytes, folder: Path) -> None:
    """Unpack beside the place and move there whole, so that nobody reads a half."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            for member in packed:
                if content := packed.extractfile(member):  # none for folders and links
                    path = scratch / member.name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content.read())
        scratch.rename(folder)
    except OSError:
        if not folder.is_dir():  # unless another run was faster
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _git(root: str | Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - git, with our own arguments
            ["git", "-C", str(root), *arguments],  # noqa: S607 - found as the user has it
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise KnowledgeBaseError("error.no-git", hint="hint.no-git", path=str(root)) from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise KnowledgeBaseError("error.not-git", hint="hint.not-git", path=str(root), why=why) from error
    return done.stdout
