"""What the fields of a record hold: whether they meet conditions, and which values there are when none does."""

from sil.index import Unit
from sil.index.database import Database
from sil.index.reading import record, units_by_number
from sil.index.search import passing
from sil.index.unit import INNER, KINDS
from sil.light import Iterable, Iterator, Mapping, Sequence, cache, defaultdict
from sil.query.answer import Unmet
from sil.query.fields import OF_THE_INDEX, Conditions
from sil.text.calendars import year_range
from sil.text.cells import width
from sil.text.fold import fold

_WIDEST = 40
"""Cells of a value; a longer one is a text, which nobody types whole."""


def passes(db: Database, unit: Unit, asked: Conditions) -> bool:
    """Say whether what is found has all wanted fields and none of the unwanted."""
    if not asked.wanted and not asked.unwanted:
        return True
    plain = plain_of(db, unit)
    return all(_has_it(unit, plain, *pair) for pair in asked.wanted) and not any(
        _has_it(unit, plain, *pair) for pair in asked.unwanted
    )


def _has_it(unit: Unit, plain: Mapping[str, object], field: str, value: str) -> bool:
    if field == "country":
        return value in unit.countries
    if field == "theme":
        return value in unit.themes or unit.address == value
    if field == "year":
        first, last = year_range(value)
        begins, ends = unit.first_year or 0, unit.last_year or unit.first_year or 0
        return bool(ends) and (first is None or ends >= first) and (last is None or begins <= last)
    if field == "kind" and value in KINDS:
        return unit.kind == value
    if field == "source":
        return _has_source(plain, value)
    return has(held(plain, field, unit.kind), value)


def plain_of(db: Database, unit: Unit) -> Mapping[str, object]:
    """Return the stored fields of what is found; those of a lesson with the sources of its exchange that it names."""
    kind = "exchange" if unit.kind in INNER else unit.kind
    identifier = unit.address.partition("/")[0]
    stored = record(db, kind, identifier)
    plain: Mapping[str, object] = stored.plain if stored else {}
    if unit.kind not in INNER:
        return plain
    found = part_of(plain, unit) or {"exchange": identifier}
    sources = plain.get("sources")
    keys = found.get("source")
    named = (
        {key: value for key, value in sources.items() if key in keys}
        if isinstance(sources, dict) and isinstance(keys, list)
        else {}
    )
    return {**found, "sources": named}


def part_of(plain: Mapping[str, object], unit: Unit) -> dict[str, object]:
    """Return the fields of a lesson, promise or joint work out of those of its exchange, which it names; {} when gone."""
    inner = plain.get(INNER[unit.kind])
    exchange = unit.address.partition("/")[0]
    parts = inner if isinstance(inner, list) else []
    return next(({**part, "exchange": exchange} for part in parts if f"{exchange}/{part['id']}" == unit.address), {})


def held(plain: Mapping[str, object], field: str, kind: str) -> object:
    """Return what a field of a record of a kind holds.

    A name that is no field of the record itself, as `grade`, is that of a field inside others, wherever it is.
    """
    first = field.partition(".")[0]
    if first in plain or first in _own_fields(kind):
        return field_of(plain, field)
    return list(_inside(plain, field))


@cache
def _own_fields(kind: str) -> frozenset[str]:
    from sil.records.fields import field_paths  # noqa: PLC0415 - only a field that the record has not pays for it

    return frozenset(path for path in field_paths(kind) if "." not in path)


def _inside(node: object, field: str) -> Iterator[object]:
    """Yield what fields of a name hold, however deep they are."""
    if isinstance(node, list):
        for item in node:
            yield from _inside(item, field)
    elif isinstance(node, Mapping):
        first, _, rest = field.partition(".")
        for key, value in node.items():
            if key == first:
                yield field_of(value, rest) if rest else value
            else:
                yield from _inside(value, field)


def field_of(plain: object, path: str) -> object:
    """Return what a field holds; a dotted path goes into nested fields, and into all items of lists."""
    for part in path.split("."):
        if isinstance(plain, list):
            plain = [item[part] for item in plain if isinstance(item, dict) and part in item]
        elif isinstance(plain, Mapping) and part not in plain:  # a map by keys, as `sources`
            plain = [item[part] for item in plain.values() if isinstance(item, Mapping) and part in item] or None
        else:
            plain = plain[part] if isinstance(plain, Mapping) else None
    return plain


def has(found: object, wanted: str) -> bool:
    """Say whether a value, or any of those in it, is the wanted one, case and width aside."""
    if isinstance(found, list):
        return any(has(item, wanted) for item in found)
    if isinstance(found, Mapping):
        return any(has(item, wanted) for item in found.values())
    if isinstance(found, bool):
        return wanted.lower() == ("true" if found else "false")
    return found is not None and fold(str(found)) == fold(wanted)


def _has_source(plain: Mapping[str, object], wanted: str) -> bool:
    """Say whether a source has the grade, the key, or a title, publisher or address with these words."""
    sources = plain.get("sources")
    if not isinstance(sources, Mapping):
        return False
    words = fold(wanted)
    return any(
        fold(str(source.get("grade"))) == words
        or fold(key) == words
        or (
            len(words) > 1 and any(words in fold(str(source.get(name) or "")) for name in ("title", "publisher", "url"))
        )
        for key, source in sources.items()
    )


# --- conditions that nothing meets ------------------------------------------------------------------------------------


def unmet_in(db: Database, asked: Conditions) -> tuple[Unmet, ...]:
    """Return the conditions on the record's own fields that nothing meets of all that passes the filters."""
    wanted = [
        (field, value)
        for field, value in asked.wanted
        if field not in (*OF_THE_INDEX, "source") or (field == "kind" and value not in KINDS)
    ]
    units = units_by_number(db, passing(db, asked.filters)).values() if wanted else ()
    return unmet(((unit.kind, plain_of(db, unit)) for unit in units), wanted)


def unmet(records: Iterable[tuple[str, Mapping[str, object]]], wanted: Sequence[tuple[str, str]]) -> tuple[Unmet, ...]:
    """Return the conditions, fields with their values, that none of some records, each with its kind, meets by itself."""
    found: list[tuple[str, str, dict[str, int]]] = [(field, value, defaultdict(int)) for field, value in wanted]
    met: set[tuple[str, str]] = set()
    for kind, plain in records:
        for field, value, counts in found:
            there = held(plain, field, kind)
            for one in set(_values(there)):
                counts[one] += 1
            if has(there, value):
                met.add((field, value))
    return tuple(
        Unmet(field, value, tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))))
        for field, value, counts in found
        if (field, value) not in met
    )


def _values(there: object) -> Iterator[str]:
    """Yield the short values in what a field holds."""
    if isinstance(there, list):
        for item in there:
            yield from _values(item)
    elif isinstance(there, Mapping):
        for item in there.values():
            yield from _values(item)
    elif there is not None and width(str(there)) <= _WIDEST:
        yield str(there).lower() if isinstance(there, bool) else str(there)
