"""Every fault of a knowledge base: those between records are worked out once for each state of its folder, and kept."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sil.index.database import Ask, Database, UnwritableError
from sil.index.loaded import loaded_files, problems_of
from sil.index.seal import opened, seal
from sil.index.writing import problems_to_json
from sil.problem import Problem
from sil.records.folder import stray_entries
from sil.records.load import is_broken
from sil.records.rules import check_records


class Stored(NamedTuple):
    """What the index knows of faults."""

    in_files: list[Problem]
    generation: int
    """Number of the state of the folder."""
    between: list[Problem] | None
    """Faults between records; None when they were not worked out for this state."""


def problems(db: Database, ask: Ask, root: str) -> list[Problem]:
    """Return the faults of the folder, of its files, and between records."""
    stored = ask(_stored)
    between = stored.between
    if between is None:
        files = ask(loaded_files)
        between = check_records((record for file in files for record in file.records), filter(is_broken, files))
        _keep(db, stored.generation, between)
    return sorted([*stray_entries(Path(root)), *stored.in_files, *between])


def _stored(db: Database) -> Stored:
    rows = db.rows("SELECT problems, id, remnants, seal FROM files")
    in_files = [found for row in rows for found in problems_of(opened(row, 3)[0])]
    ((generation,),) = db.rows("SELECT value FROM meta WHERE key = 'generation'")
    kept = db.rows("SELECT problems, seal FROM checks WHERE generation = ?", (generation,))
    return Stored(in_files, generation, list(problems_of(*opened(kept[0], 1))) if kept else None)


def _keep(db: Database, generation: int, found: Iterable[Problem]) -> None:
    """Keep what was worked out, unless the folder has changed meanwhile or the file cannot be written."""
    try:
        with db.writing():
            sql = """
                INSERT OR REPLACE INTO checks (generation, problems, seal)
                SELECT value, ?, ? FROM meta WHERE key = 'generation' AND value = ?"""
            text = problems_to_json(found)
            db.rows(sql, (text, seal(text), generation))
    except UnwritableError:
        return
