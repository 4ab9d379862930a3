"""Files and records as they were loaded from the folder, out of the index that keeps them."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sil.index.database import Database
from sil.index.seal import opened
from sil.problem import Problem
from sil.records.folder import kind_of
from sil.records.load import LoadedFile, LoadedRecord
from sil.records.reading import Remnant


def loaded_records(db: Database) -> list[LoadedRecord]:
    """Return all records, by path and place."""
    sql = """
        SELECT r.kind, r.id, r.line, r.plain, r.file, f.path, r.seal, p.places, p.record, p.seal FROM records r
        JOIN files f ON f.number = r.file JOIN positions p ON p.record = r.number ORDER BY f.path, r.number"""
    return [_record(opened(row[:7], 5), opened(row[7:], 2)[0]) for row in db.rows(sql)]


def loaded_files(db: Database) -> list[LoadedFile]:
    """Return all files, those too that could not be read."""
    records: dict[str, list[LoadedRecord]] = {}
    for record in loaded_records(db):
        records.setdefault(record.path, []).append(record)
    rows = (opened(row, 3) for row in db.rows("SELECT problems, id, remnants, path, seal FROM files ORDER BY path"))
    return [
        LoadedFile(
            path,
            kind_of(path) or "",
            tuple(records.get(path, ())),
            tuple(problems_of(problems)),
            tuple(Remnant(at, plain, places) for at, plain, places in json.loads(remnants)),
            id_,
        )
        for problems, id_, remnants, path in rows
    ]


def problems_of(text: str) -> Iterator[Problem]:
    """Yield the problems that are kept as text."""
    for values in json.loads(text):
        yield Problem(*values)


def _record(row: Sequence[Any], places: str) -> LoadedRecord:
    kind, identifier, line, plain, _, path = row
    return LoadedRecord(path, kind, identifier, json.loads(plain), line, json.loads(places))
