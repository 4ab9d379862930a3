"""Writing what a file holds into the index, and taking it out again: the only room that knows parsed records."""

import json

from sil.index import postings
from sil.index.database import Database
from sil.index.filters import marks
from sil.index.names import name_texts
from sil.index.passages import Passage
from sil.index.scan import Stamp
from sil.index.schema import COLUMNS
from sil.index.seal import opened, seal
from sil.index.terms import spaced, stored_terms, together, whole_needle
from sil.index.units import Entry, entries_of
from sil.light import Any, Iterable, Mapping, Sequence
from sil.match.keys import shape_of
from sil.match.shape import pack
from sil.problem import Problem
from sil.reader import LANGS
from sil.records.links import Link, links_of
from sil.records.load import LoadedFile, LoadedRecord
from sil.text.fold import fold
from sil.text.grams import Run, runs
from sil.text.spelling import standard

_TEXT_COLUMNS = ", ".join(COLUMNS)
_TEXT_MARKS = marks(COLUMNS)


def add_file(db: Database, file: LoadedFile, stamp: Stamp, digest: bytes, indexed_ns: int) -> None:
    """Store a file with everything in it; the keys of its names wait to be settled."""
    problems = problems_to_json(file.problems)
    number = db.insert(
        "INSERT INTO files (path, size, mtime_ns, inode, digest, indexed_ns, problems, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (file.path, *stamp, digest, indexed_ns, problems, seal(problems)),
    )
    for record in file.records:
        _add_record(db, number, record)


def remove_file(db: Database, number: int) -> None:
    """Take a file out with everything in it."""
    for (record,) in db.rows("SELECT number FROM records WHERE file = ?", (number,)):
        for (unit,) in db.rows("SELECT number FROM units WHERE record = ?", (record,)):
            _remove_unit(db, unit)
        for table, column in (("positions", "record"), ("merged", "record"), ("records", "number")):
            db.rows(f"DELETE FROM {table} WHERE {column} = ?", (record,))  # noqa: S608 - names of ours
    db.rows("DELETE FROM files WHERE number = ?", (number,))


def _add_record(db: Database, file: int, record: LoadedRecord) -> None:
    row = (record.kind, record.id, record.line, _json(record.plain))
    number = db.insert(
        "INSERT INTO records (file, kind, id, line, plain, seal) VALUES (?, ?, ?, ?, ?, ?)",
        (file, *row, seal(*row)),
    )
    places = _json(record.positions)
    db.insert("INSERT INTO positions (record, places, seal) VALUES (?, ?, ?)", (number, places, seal(places)))
    merged = [(record.kind, old, number) for old in record.plain.get("merged_ids", ())]
    db.many("INSERT OR IGNORE INTO merged (kind, id, record) VALUES (?, ?, ?)", merged)
    units = {entry.address: _add_unit(db, number, entry) for entry in entries_of(record)}
    _add_links(db, record, units)
    if record.kind == "theme":
        _add_labels(db, units[record.id], record.plain)
    if record.kind == "org":
        _add_names(db, units[record.id], record)


def _add_unit(db: Database, record: int, entry: Entry) -> int:
    row = (
        entry.kind, entry.address, *(entry.titles.get(lang, "") for lang in LANGS),
        _words(entry.countries), _words(entry.themes), *(entry.years or (None, None)), entry.line,
    )  # fmt: skip
    number = db.insert(
        "INSERT INTO units (record, kind, address, en, th, ja, countries, themes, first_year, last_year, line, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (record, *row, seal(*row)),
    )
    db.many("INSERT OR IGNORE INTO tags (theme, unit) VALUES (?, ?)", [(theme, number) for theme in entry.themes])
    cut = [(passage, runs(passage.text)) for passage in entry.passages]
    db.many(
        "INSERT INTO passages (unit, col, field, lang, text, spaced, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, *passage, spaced(found), seal(*passage[1:])) for passage, found in cut],
    )
    sql = f"INSERT INTO text (rowid, {_TEXT_COLUMNS}) VALUES (?, {_TEXT_MARKS})"  # noqa: S608 - names of ours
    db.rows(sql, (number, *_terms_by_column(cut)))
    return number


def _remove_unit(db: Database, unit: int) -> None:
    """Remove a unit; what stands in a text index without content is removed by naming it once more."""
    found = db.rows("SELECT field, lang, text, col, seal FROM passages WHERE unit = ? ORDER BY number", (unit,))
    cut = [(Passage(column, *rest), runs(rest[2])) for *rest, column in (opened(row, 3) for row in found)]
    sql = f"INSERT INTO text (text, rowid, {_TEXT_COLUMNS}) VALUES ('delete', ?, {_TEXT_MARKS})"  # noqa: S608
    db.rows(sql, (unit, *_terms_by_column(cut)))
    sql = "SELECT id, name, text, script, former, shape, number, seal FROM names WHERE unit = ?"
    for *_, shape, number in (opened(row, 6) for row in db.rows(sql, (unit,))):
        postings.remove(db, number, shape)
    for table in ("names", "labels", "passages", "links", "tags"):
        db.rows(f"DELETE FROM {table} WHERE unit = ?", (unit,))  # noqa: S608 - names of ours
    db.rows("DELETE FROM units WHERE number = ?", (unit,))


def _terms_by_column(cut: Sequence[tuple[Passage, Sequence[Run]]]) -> list[str]:
    """Return the terms of each column, of passages and their runs."""
    return [stored_terms(found for passage, found in cut if passage.column == place) for place in range(len(COLUMNS))]


def _add_links(db: Database, record: LoadedRecord, units: Mapping[str, int]) -> None:
    links = [(_field(link, record), link.kind, link.id, units[link.unit]) for link in links_of(record)]
    rows = [(*row, seal(*row[:3])) for row in dict.fromkeys(links)]
    db.many("INSERT INTO links (field, kind, id, unit, seal) VALUES (?, ?, ?, ?, ?)", rows)


def _field(link: Link, record: LoadedRecord) -> str:
    """Return the field of a unit that a link stands in, without the places in lists."""
    parts = [part for part in link.field.split(".") if not part.isdigit()]
    return ".".join(parts if link.unit == record.id else parts[1:])


def _add_names(db: Database, unit: int, record: LoadedRecord) -> None:
    for name in name_texts(record.plain["names"]):
        shape = shape_of(name.text, name.readings)
        row = (record.id, name.name, name.text, shape.script, int(name.former), pack(shape))
        number = db.insert(
            "INSERT INTO names (unit, id, name, text, script, former, shape, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (unit, *row, seal(*row)),
        )
        postings.wait(db, number)


def _add_labels(db: Database, unit: int, plain: Mapping[str, Any]) -> None:
    """Store the labels of a theme, the preferred ones first."""
    labels = [(lang, text) for lang, text in (plain.get("label") or {}).items()]
    labels += [(lang, text) for lang, texts in (plain.get("other") or {}).items() for text in texts]
    db.many(
        "INSERT INTO labels (folded, unit, place, lang, text, expression, needle) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (fold(standard(text)), unit, place, lang, text, together(text), whole_needle(text))
            for place, (lang, text) in enumerate(labels)
        ],
    )


def _words(values: Iterable[str]) -> str:
    """Return words with a space on both sides of each, so that one can be looked for whole."""
    return f" {' '.join(values)} " if values else ""


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def problems_to_json(problems: Iterable[Problem]) -> str:
    """Return problems as text."""
    return _json([[p.path, p.line, p.column, p.code, p.level, dict(p.values)] for p in problems])
