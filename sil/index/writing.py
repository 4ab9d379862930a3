"""Writing what a file holds into the index, and taking it out again: the only room that knows parsed records.

Of a file that is replaced, units that say the same as before keep their place in the text index, and organisations whose
names are the same keep those: making them anew is most of what writing a record costs.
"""

import json

from sil.index.database import Database
from sil.index.filters import marks
from sil.index.names import name_texts
from sil.index.passages import Passage
from sil.index.postings import NameLists
from sil.index.reading import known_file
from sil.index.scan import Stamp
from sil.index.schema import COLUMNS
from sil.index.seal import opened, seal
from sil.index.terms import spaced, stored_terms, together, whole_needle
from sil.index.units import Entry, entries_of
from sil.light import Any, Iterable, Iterator, Mapping, Sequence, contextmanager, loads
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


class FileWriter:
    """Writes files within a transaction; what it has noted is written at its end (`writing_files`)."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._names = NameLists()

    def put(self, file: LoadedFile, stamp: Stamp, digest: bytes, indexed_ns: int) -> None:
        """Store a file with everything in it, in the place of what was known of it."""
        known = known_file(self._db, file.path)
        number = known.number if known else None
        left = self._taken_out(number) if number else _Left({}, {})
        if number:  # not INSERT OR REPLACE, which costs ten times an INSERT
            self._db.rows("DELETE FROM files WHERE number = ?", (number,))
        told = problems_to_json(file.problems), file.id, _json([[p.at, p.plain, p.positions] for p in file.remnants])
        number = self._db.insert(
            "INSERT INTO files (number, path, size, mtime_ns, ctime_ns, inode, digest, indexed_ns, problems, id, remnants, seal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, file.path, *stamp, digest, indexed_ns, *told, seal(*told)),
        )
        for record in file.records:
            self._add_record(number, record, left)
        self._remove_units(left)

    def remove(self, path: str) -> bool:
        """Take a file out with everything in it; return whether it was there."""
        known = known_file(self._db, path)
        if known:
            self._remove_units(self._taken_out(known.number))
            self._db.rows("DELETE FROM files WHERE number = ?", (known.number,))
        return known is not None

    def settle(self) -> None:
        """Write what was noted."""
        self._names.settle(self._db)

    def _taken_out(self, file: int) -> "_Left":
        """Take the records of a file out, and return what is left of them."""
        rows = self._db.rows("SELECT kind, id, line, plain, file, number, seal FROM records WHERE file = ?", (file,))
        records = [opened(row, 5) for row in rows]
        left = _Left({}, {id_: loads(plain)["names"] for kind, id_, _, plain, *_ in records if kind == "org"})
        for *_, record in records:
            for kind, address, unit in self._db.rows(
                "SELECT kind, address, number FROM units WHERE record = ? ORDER BY number", (record,)
            ):
                left.units.setdefault((kind, address), []).append(unit)
                for table in ("links", "tags", *(["labels"] if kind == "theme" else [])):
                    self._db.rows(f"DELETE FROM {table} WHERE unit = ?", (unit,))  # noqa: S608 - names of ours
            for table, column in (("positions", "record"), ("merged", "record"), ("records", "number")):
                self._db.rows(f"DELETE FROM {table} WHERE {column} = ?", (record,))  # noqa: S608 - names of ours
        return left

    def _add_record(self, file: int, record: LoadedRecord, left: "_Left") -> None:
        db = self._db
        row = (record.kind, record.id, record.line, _json(record.plain), file)
        number = db.insert(
            "INSERT INTO records (kind, id, line, plain, file, seal) VALUES (?, ?, ?, ?, ?, ?)", (*row, seal(*row))
        )
        places = _json(record.positions)
        db.insert(
            "INSERT INTO positions (record, places, seal) VALUES (?, ?, ?)", (number, places, seal(places, number))
        )
        merged = [(record.kind, old, number) for old in record.plain.get("merged_ids", ())]
        sql = "INSERT OR IGNORE INTO merged (kind, id, record, seal) VALUES (?, ?, ?, ?)"
        db.many(sql, [(*row, seal(*row)) for row in merged])
        units = {entry.address: self._add_unit((number, file), entry, left) for entry in entries_of(record)}
        _add_links(db, record, units)
        if record.kind == "theme":
            _add_labels(db, units[record.id], record.plain)
        if record.kind == "org":
            self._put_names(units[record.id], record, left)

    def _add_unit(self, place: tuple[int, int], entry: Entry, left: "_Left") -> int:
        """Store a unit of a record and its file, given by their numbers; the seal holds it to both."""
        db, kept = self._db, left.taken(entry)
        row = (
            entry.kind, entry.address, *(entry.titles.get(lang, "") for lang in LANGS),
            _words(entry.countries), _words(entry.themes), *(entry.years or (None, None)), entry.line,
        )  # fmt: skip
        if kept:
            db.rows("DELETE FROM units WHERE number = ?", (kept,))
        number = db.insert(
            "INSERT INTO units (number, kind, address, en, th, ja, countries, themes, first_year, last_year, line, record, seal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (kept, *row, place[0], seal(*row, *place)),
        )
        db.many("INSERT OR IGNORE INTO tags (theme, unit) VALUES (?, ?)", [(theme, number) for theme in entry.themes])
        stored = _stored_passages(db, number) if kept else []
        if stored != entry.passages:
            _remove_text(db, number, stored)
            _add_text(db, number, entry.passages)
        return number

    def _put_names(self, unit: int, record: LoadedRecord, left: "_Left") -> None:
        names = record.plain["names"]
        if unit in left.kept:
            if left.names.get(record.id) == names:
                return
            self._remove_names(unit)
        for name in name_texts(names):
            shape = shape_of(name.text, name.readings)
            row = (record.id, name.name, name.text, shape.script, int(name.former), int(name.alias), pack(shape))
            number = self._db.insert(
                "INSERT INTO names (unit, id, name, text, script, former, alias, shape, seal) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (unit, *row, seal(*row)),
            )
            self._names.add(number, shape)

    def _remove_names(self, unit: int) -> None:
        sql = "SELECT id, name, text, script, former, alias, shape, number, seal FROM names WHERE unit = ?"
        for *_, shape, number in [opened(row, 7) for row in self._db.rows(sql, (unit,))]:
            self._names.remove(number, shape)
        self._db.rows("DELETE FROM names WHERE unit = ?", (unit,))

    def _remove_units(self, left: "_Left") -> None:
        """Remove what has not come again."""
        for unit in left.rest():
            _remove_text(self._db, unit, _stored_passages(self._db, unit))
            self._remove_names(unit)
            self._db.rows("DELETE FROM units WHERE number = ?", (unit,))


class _Left:
    """What is left in the index of a file whose records were taken out: units, with their texts and names."""

    def __init__(self, units: dict[tuple[str, str], list[int]], names: Mapping[str, object]) -> None:
        self.names = names
        """The names of organisations by their ids."""
        self.units = units
        """Numbers by kind and address, in order."""
        self.kept: set[int] = set()

    def taken(self, entry: Entry) -> int | None:
        """Return the number of a unit that has come again, unless it stands in another order than it did."""
        waiting = self.units.get((entry.kind, entry.address))
        if not waiting or waiting[0] < max(self.kept, default=0):
            return None
        self.kept.add(waiting[0])
        return waiting.pop(0)

    def rest(self) -> list[int]:
        """Return the units that have not come again."""
        return [number for numbers in self.units.values() for number in numbers]


@contextmanager
def writing_files(db: Database) -> Iterator[FileWriter]:
    """Write files, all or nothing; `UnwritableError` when the index cannot be written."""
    with db.writing():
        writer = FileWriter(db)
        yield writer
        writer.settle()


def _add_text(db: Database, unit: int, passages: Sequence[Passage]) -> None:
    cut = [(passage, runs(passage.text)) for passage in passages]
    db.many(
        "INSERT INTO passages (unit, col, field, lang, text, spaced, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(unit, *passage, spaced(found), seal(*passage[1:], unit)) for passage, found in cut],
    )
    sql = f"INSERT INTO text (rowid, {_TEXT_COLUMNS}) VALUES (?, {_TEXT_MARKS})"  # noqa: S608 - names of ours
    db.rows(sql, (unit, *_terms_by_column(cut)))


def _remove_text(db: Database, unit: int, passages: Sequence[Passage]) -> None:
    """Remove the text of a unit; what stands in a text index without content is removed by naming it once more."""
    if passages:
        sql = f"INSERT INTO text (text, rowid, {_TEXT_COLUMNS}) VALUES ('delete', ?, {_TEXT_MARKS})"  # noqa: S608
        db.rows(sql, (unit, *_terms_by_column([(passage, runs(passage.text)) for passage in passages])))
        db.rows("DELETE FROM passages WHERE unit = ?", (unit,))


def _stored_passages(db: Database, unit: int) -> list[Passage]:
    found = db.rows("SELECT field, lang, text, unit, col, seal FROM passages WHERE unit = ? ORDER BY number", (unit,))
    return [Passage(column, *rest) for *rest, _, column in (opened(row, 4) for row in found)]


def _terms_by_column(cut: Sequence[tuple[Passage, Sequence[Run]]]) -> list[str]:
    """Return the terms of each column, of passages and their runs."""
    return [stored_terms(found for passage, found in cut if passage.column == place) for place in range(len(COLUMNS))]


def _add_links(db: Database, record: LoadedRecord, units: Mapping[str, int]) -> None:
    links = [(_field(link, record), link.kind, link.id, units[link.unit]) for link in links_of(record)]
    rows = [(*row, seal(*row)) for row in dict.fromkeys(links)]
    db.many("INSERT INTO links (field, kind, id, unit, seal) VALUES (?, ?, ?, ?, ?)", rows)


def _field(link: Link, record: LoadedRecord) -> str:
    """Return the field of a unit that a link stands in, without the places in lists."""
    parts = [part for part in link.field.split(".") if not part.isdigit()]
    return ".".join(parts if link.unit == record.id else parts[1:])


def _add_labels(db: Database, unit: int, plain: Mapping[str, Any]) -> None:
    """Store the labels of a theme, the preferred ones first."""
    labels = [(lang, text) for lang, text in (plain.get("label") or {}).items()]
    labels += [(lang, text) for lang, texts in (plain.get("other") or {}).items() for text in texts]
    rows = [
        (lang, text, fold(standard(text)), together(text), whole_needle(text), unit, place)
        for place, (lang, text) in enumerate(labels)
    ]
    sql = (
        "INSERT INTO labels (lang, text, folded, expression, needle, unit, place, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    db.many(sql, [(*row, seal(*row)) for row in rows])


def _words(values: Iterable[str]) -> str:
    """Return words with a space on both sides of each, so that one can be looked for whole."""
    return f" {' '.join(values)} " if values else ""


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def problems_to_json(problems: Iterable[Problem]) -> str:
    """Return problems as text."""
    return _json([[p.path, p.line, p.column, p.code, p.level, dict(p.values)] for p in problems])
