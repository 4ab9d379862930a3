"""Conditions on fields: which of them the index answers, and how the others are looked up in the record itself."""

from sil.errors import UsageError
from sil.index import Filters, Unit
from sil.index.database import Database
from sil.index.reading import record
from sil.index.search import all_labels
from sil.index.unit import INNER, KINDS, kind_named
from sil.light import Mapping, NamedTuple, Sequence
from sil.query.grammar import Part, Query, place_of
from sil.reader import LANGS
from sil.text.calendars import year_range
from sil.text.cells import width
from sil.text.fold import fold
from sil.text.labels import country_named, country_names

OF_THE_INDEX = ("country", "theme", "kind", "year")
"""Fields that are asked of the index; any other is looked up in the record."""


class Conditions(NamedTuple):
    """What a query asks of fields."""

    filters: Filters
    wanted: tuple[tuple[str, str], ...] = ()
    """Fields of the record and their values, all of them."""
    unwanted: tuple[tuple[str, str], ...] = ()
    """Fields and values that what is found must not have."""


def conditions(
    db: Database, query: Query, typed: str, filters: Filters, where: Sequence[tuple[str, str]]
) -> Conditions:
    """Return what the fields of a query ask, together with the filters and fields given beside it.

    Raises UsageError, with the place in the query as typed, for a field no record has and for a value that cannot be.
    """
    found = {
        part: (part.field, _value(db, typed, part) if part.field in OF_THE_INDEX else part.text)
        for part in query.fields
    }
    for part in query.fields:
        _refuse_unknown(typed, part, "hint.query")
    given = [Part(value, field=field) for field, value in where]
    for part in given:
        _refuse_unknown(f"{part.field}={part.text}", part)
    where = [
        (part.field, _value(db, f"{part.field}={part.text}", part, None) if part.field in OF_THE_INDEX else part.text)
        for part in given
    ]
    kept = [found[part] for part in query.fields if not part.is_excluded]
    return Conditions(
        _together(filters, kept),
        (*where, *(pair for pair in kept if pair[0] not in OF_THE_INDEX or _is_own_kind(pair))),
        tuple(found[part] for part in query.fields if part.is_excluded),
    )


def _is_own_kind(pair: tuple[str, str]) -> bool:
    return pair[0] == "kind" and pair[1] not in KINDS


def _together(filters: Filters, pairs: Sequence[tuple[str, str]]) -> Filters:
    """Return filters that ask for both; within one field of the query any value will do."""
    by_field: dict[str, tuple[str, ...]] = {
        field: tuple(value for name, value in pairs if name == field and not _is_own_kind((name, value)))
        for field in OF_THE_INDEX
    }
    years = [year_range(value) for value in by_field["year"]]
    first = max((year for year, _ in years if year), default=None)
    last = min((year for _, year in years if year), default=None)
    return filters._replace(
        kinds=_both(filters.kinds, by_field["kind"]),
        countries=_both(filters.countries, by_field["country"]),
        themes=_both(filters.themes, by_field["theme"]),
        first_year=max(filter(None, (filters.first_year, first)), default=None),
        last_year=min(filter(None, (filters.last_year, last)), default=None),
    )


def _both(given: tuple[str, ...], asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values that both sides allow; a value that nothing has when they share none."""
    if not given or not asked:
        return given or asked
    return tuple(value for value in given if value in asked) or ("",)


def _value(db: Database, typed: str, part: Part, hint: str | None = "hint.query") -> str:
    """Return the value of a field of the index in the form the index has it."""
    found: str | None
    if part.field == "country":
        found = country_named(part.text)
        known = ", ".join(country_names())
    elif part.field == "theme":
        labels = all_labels(db)
        wanted = fold(part.text)
        found = next((label.theme for label in labels if wanted in (label.theme, label.folded)), None)
        known = ", ".join(dict.fromkeys(label.theme for label in labels))
    elif part.field == "kind":
        found = kind_named(part.text) or part.text  # any other kind is that of the record's own field
        known = ""
    else:
        found = part.text if _is_year_range(part.text) else None
        known = "2019, 2018..2019"
    if found is None:
        raise UsageError("error.query-value", hint=hint, **_pointed(typed, part), value=part.text, known=known)
    return found


def _is_year_range(text: str) -> bool:
    try:
        year_range(text)
    except ValueError:
        return False
    return True


def _refuse_unknown(typed: str, part: Part, hint: str | None = None) -> None:
    """Refuse a field that no kind of record has, and name the nearest."""
    if part.field not in OF_THE_INDEX and (near := near_fields(part.field)) is not None:
        raise UsageError("error.query-field", hint=hint, **_pointed(typed, part), known=near)


def near_fields(field: str, kind: str | None = None) -> str | None:
    """Return the fields nearest to one that no record has, or none of a kind; None when it is a field of theirs."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a query with such a field pays for these

    from sil.records.fields import field_paths  # noqa: PLC0415

    known = field_paths(kind) if kind else {*OF_THE_INDEX, "source", *field_paths()}
    first, last = field.partition(".")[0], field.rpartition(".")[2]
    if (not kind or first in known) and last in {*LANGS, *(path.rpartition(".")[2] for path in known)}:
        return None
    tops = [path for path in sorted(known) if "." not in path]
    return ", ".join(get_close_matches(field, sorted(known), n=3) or (tops if kind else OF_THE_INDEX))


def _pointed(typed: str, part: Part) -> dict[str, str]:
    """Return the query with a caret under the place of a part, for a message."""
    at = place_of(typed, part)
    return {"query": typed, "caret": " " * width(typed[:at]) + "^", "field": part.field}


# --- the record itself --------------------------------------------------------------------------------------------------


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
    return has(field_of(plain, field), value)


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
