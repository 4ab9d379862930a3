"""Reading stored things back: files, records, units, links."""

from sil.index.database import Database, Values
from sil.index.filters import NONE, Filters, condition, marks
from sil.index.seal import BrokenSealError, opened
from sil.index.unit import Link, StoredRecord, Unit
from sil.light import Any, Iterator, NamedTuple, Sequence, TypeVar, loads
from sil.reader import LANGS

T = TypeVar("T", StoredRecord, Unit)

_UNIT = """
SELECT
    u.kind, u.address, u.en, u.th, u.ja, u.countries, u.themes, u.first_year, u.last_year, u.line, u.record,
    r.file, u.number, f.path, u.seal
FROM units u JOIN records r ON r.number = u.record JOIN files f ON f.number = r.file"""
_RECORD = """
SELECT r.kind, r.id, r.line, r.plain, r.file, f.path, r.seal FROM records r JOIN files f ON f.number = r.file"""


class Known(NamedTuple):
    """A file as it was indexed."""

    number: int
    digest: bytes


def known_file(db: Database, path: str) -> Known | None:
    """Return a file as it was indexed."""
    found = db.rows("SELECT number, digest FROM files WHERE path = ?", (path,))
    return Known(*found[0]) if found else None


def broken_files(db: Database) -> int:
    """Return how many files have an error."""
    return int(db.rows("""SELECT count(*) FROM files WHERE instr(problems, '"error"')""")[0][0])


def record(db: Database, kind: str, identifier: str) -> StoredRecord | None:
    """Return a record by its id, or by the id of a record that was merged into it."""
    found = db.rows(f"{_RECORD} WHERE r.kind = ? AND r.id = ? ORDER BY f.path LIMIT 1", (kind, identifier))
    if not found:
        sql = f"{_RECORD} WHERE r.number = ? ORDER BY f.path LIMIT 1"
        found = [row for number in _merged(db, identifier, kind) for row in db.rows(sql, (number,))]
        found.sort(key=lambda row: row[-2])
    return _noted(db, [_stored_record(found[0])])[0] if found else None


def records(db: Database, kind: str) -> list[StoredRecord]:
    """Return all records of a kind by id."""
    rows = db.rows(f"{_RECORD} WHERE r.kind = ? ORDER BY r.id, f.path", (kind,))
    return _noted(db, [_stored_record(row) for row in rows])


def unit(db: Database, address: str, kind: str | None = None) -> Unit | None:
    """Return the unit with an address; of a merged id that of the record it was merged into."""
    for candidate in _with_merged(db, address):
        sql = f"{_UNIT} WHERE u.address = ? AND u.kind = ifnull(?, u.kind) ORDER BY f.path, u.number LIMIT 1"
        found = db.rows(sql, (candidate, kind))
        if found:
            return _noted(db, [_unit(found[0])])[0]
    return None


def units(db: Database, filters: Filters = NONE) -> list[Unit]:
    """Return the units that meet the filters, by kind and address."""
    where, values = condition(filters)
    return _noted(
        db,
        [_unit(row) for row in db.rows(f"{_UNIT} WHERE {where} ORDER BY u.kind, u.address, f.path, u.number", values)],
    )


def units_by_number(db: Database, numbers: Sequence[int]) -> dict[int, Unit]:
    """Return units by their numbers."""
    sql = f"{_UNIT} WHERE u.number IN ({marks(numbers)})"
    found = {unit.number: unit for unit in _noted(db, [_unit(row) for row in db.rows(sql, numbers)])}
    if len(found) < len(set(numbers)):
        raise BrokenSealError(numbers)
    return found


def addresses(db: Database) -> list[tuple[str, str, dict[str, str]]]:
    """Return address, kind and titles of all units, for completion and for proposals."""
    sql = "SELECT address, kind, en, th, ja FROM units ORDER BY address, kind, en, th, ja"
    return [(address, kind, _titles(texts)) for address, kind, *texts in db.rows(sql)]


def beginning(db: Database, text: str, kinds: Sequence[str], limit: int) -> list[tuple[str, dict[str, str]]]:
    """Return address and titles of the units of some kinds whose address, or a title of which, begins with a text."""
    sql = f"""
        SELECT address, en, th, ja FROM units
        WHERE kind IN ({marks(kinds)}) AND 1 IN (instr(address, ?), instr(en, ?), instr(th, ?), instr(ja, ?))
        ORDER BY address, kind, en, th, ja LIMIT ?"""  # noqa: S608 - question marks
    return [(address, _titles(texts)) for address, *texts in db.rows(sql, (*kinds, text, text, text, text, limit))]


def links_from(db: Database, address: str) -> list[Link]:
    """Return what a unit refers to, in the order of its fields."""
    sql = """
        SELECT l.field, l.kind, l.id, l.unit, u.address, u.kind, f.path, l.seal FROM links l JOIN units u ON u.number = l.unit
        JOIN records r ON r.number = u.record JOIN files f ON f.number = r.file
        WHERE u.address = ? ORDER BY f.path, l.rowid"""
    return _links(db, sql, (address,))


def links_to(db: Database, address: str, kind: str | None = None) -> list[Link]:
    """Return what refers to a unit, by its address or by an id that was merged into it."""
    sql = """
        SELECT l.field, l.kind, l.id, l.unit, u.address, u.kind, f.path, l.seal FROM links l JOIN units u ON u.number = l.unit
        JOIN records r ON r.number = u.record JOIN files f ON f.number = r.file
        WHERE l.kind = ifnull(:kind, l.kind) AND (l.id = :address OR (l.kind, l.id) IN (
            SELECT m.kind, m.id FROM merged m JOIN records s ON s.number = m.record WHERE s.id = :address
        )) ORDER BY u.kind, u.address, f.path, l.rowid"""
    return _links(db, sql, {"kind": kind, "address": address})


def positions(db: Database, kind: str, identifier: str) -> dict[str, tuple[int, int]]:
    """Return line and column of each field of a record, by its path."""
    sql = """
        SELECT p.places, p.record, f.path, p.seal FROM positions p JOIN records r ON r.number = p.record JOIN files f ON f.number = r.file
        WHERE r.kind = ? AND r.id = ? ORDER BY f.path, r.number LIMIT 1"""
    found = [opened(row, 2) for row in db.rows(sql, (kind, identifier))]
    db.shown.update(path for *_, path in found)
    return {path: (line, column) for path, (line, column) in loads(found[0][0]).items()} if found else {}


def _noted(db: Database, items: list[T]) -> list[T]:
    """Note the files that something was taken from."""
    db.shown.update(item.path for item in items)
    return items


def _links(db: Database, sql: str, values: Values) -> list[Link]:
    rows = [opened(row, 4) for row in db.rows(sql, values)]
    db.shown.update(path for *_, path in rows)
    return [Link(address, kind, *link) for *link, _, address, kind, _ in rows]


def _with_merged(db: Database, address: str) -> Iterator[str]:
    yield address
    identifier, slash, inner = address.partition("/")
    numbers = _merged(db, identifier)
    sql = f"""
        SELECT r.id FROM records r JOIN files f ON f.number = r.file
        WHERE r.number IN ({marks(numbers)}) ORDER BY f.path, r.number"""  # noqa: S608 - question marks
    for (successor,) in db.rows(sql, numbers):
        yield f"{successor}{slash}{inner}"


def _merged(db: Database, identifier: str, kind: str | None = None) -> list[int]:
    """Return the numbers of the records that an id was merged into."""
    sql = "SELECT kind, id, record, seal FROM merged WHERE id = ? AND kind = ifnull(?, kind)"
    return [opened(row, 3)[2] for row in db.rows(sql, (identifier, kind))]


def _stored_record(row: Sequence[Any]) -> StoredRecord:
    kind, identifier, line, plain, _, path = opened(row, 5)
    return StoredRecord(kind, identifier, path, line, loads(plain))


def _unit(row: Sequence[Any]) -> Unit:
    kind, address, en, th, ja, countries, themes, first_year, last_year, line, _, _, number, path = opened(row, 12)
    return Unit(
        number, kind, address, _titles((en, th, ja)), tuple(countries.split()), tuple(themes.split()),
        first_year, last_year, path, line,
    )  # fmt: skip


def _titles(texts: Sequence[str]) -> dict[str, str]:
    return {lang: text for lang, text in zip(LANGS, texts, strict=True) if text}
