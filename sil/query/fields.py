"""Conditions on fields: which of them the index answers, and what their values mean."""

from sil.errors import UsageError
from sil.index import Filters
from sil.index.database import Database
from sil.index.search import all_labels
from sil.index.unit import KINDS, kind_named
from sil.light import Mapping, NamedTuple, Sequence
from sil.query.grammar import Part, Query, place_of
from sil.reader import LANGS
from sil.text.calendars import year_range
from sil.text.cells import width
from sil.text.fold import fold
from sil.text.labels import country_named, country_names

_OFFERED = 3
"""Values that are offered in place of one that there is not."""
_MOST_KNOWN = 8
"""Values that are named when none is near."""

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
        part: (part.field, _value(db, typed, part) if part.field in OF_THE_INDEX else coded(part.field, part.text))
        for part in query.fields
    }
    for part in query.fields:
        _refuse_unknown(typed, part, "hint.query")
    given = [Part(value, field=field) for field, value in where]
    for part in given:
        _refuse_unknown(f"{part.field}={part.text}", part)
    where = [
        (
            part.field,
            _value(db, f"{part.field}={part.text}", part, "--where ") if part.field in OF_THE_INDEX else part.text,
        )
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


def _value(db: Database, typed: str, part: Part, before: str = "") -> str:
    """Return the value of a field of the index in the form the index has it; `before` is what a condition begins with."""
    if part.field == "year":
        if not _is_year_range(part.text):
            raise UsageError("error.query-value", **_pointed(typed, part), value=part.text, known="2019, 2018..2019")
        return part.text
    if part.field == "country" and (code := country_named(part.text)):
        return code
    if part.field == "kind" and (kind := kind_meant(part.text)):
        return kind
    names = _names(db, part.field)
    if part.field == "theme" and fold(part.text) in names:
        return names[fold(part.text)]
    from sil.records.nearest import likely  # noqa: PLC0415 - only a mistake pays for it

    near = likely(fold(part.text), names, _OFFERED, inside=True)
    offers = [f"{before}{part.field}{'=' if before else ':'}{one}" for one in near]
    hint = f"hint.did-you-mean:{'` / `'.join(offers)}" if offers else "hint.themes" if part.field == "theme" else None
    known = near or tuple(dict.fromkeys(names.values()))[:_MOST_KNOWN]
    raise UsageError("error.query-value", hint=hint, **_pointed(typed, part), value=part.text, known=", ".join(known))


def _names(db: Database, field: str) -> Mapping[str, str]:
    """Return the values of a field of the index by their names."""
    if field == "theme":
        labels = all_labels(db)
        return {label.folded: label.theme for label in labels} | {label.theme: label.theme for label in labels}
    from sil.text.choices import names  # noqa: PLC0415 - only a mistake pays for it

    if field == "country":
        return names(field, tuple(country_names()))
    return names(field, (*_own_kinds(), *KINDS))


def kind_meant(word: str) -> str | None:
    """Return the kind that a word means, of what is found or of records of their own (`foundation`), in any language.

    None when it means none.
    """
    if kind := kind_named(word):
        return kind
    if word in _own_kinds():
        return word
    from sil.text.choices import called  # noqa: PLC0415 - only a kind in other words pays for it

    return called("kind", word, (*_own_kinds(), *KINDS)) or None


def coded(field: str, value: str, kind: str | None = None) -> str:
    """Return a value as records have it: of a field, of a kind or any, that holds one of some words, also by its label."""
    if field == "country":
        return country_named(value) or value
    from sil.records.fields import choices_at  # noqa: PLC0415 - only a condition on a field of the record pays for it

    allowed = choices_at(field, kind)
    if not allowed or value in allowed:
        return value
    from sil.text.choices import called  # noqa: PLC0415 - only a value in other words pays for it

    return called(field, value, allowed) or value


def _own_kinds() -> tuple[str, ...]:
    from sil.records.fields import choices_at  # noqa: PLC0415 - only a kind in other words pays for it

    return choices_at("kind")


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
    from sil.records.fields import field_paths  # noqa: PLC0415 - only a query with such a field pays for it

    known = field_paths(kind) if kind else {*OF_THE_INDEX, "source", *field_paths()}
    inner = {path.rpartition(".")[2] for path in known}
    first, last = field.partition(".")[0], field.rpartition(".")[2]
    if (not kind or first in known or first in inner) and last in {*LANGS, *inner}:
        return None
    from sil.records.nearest import likely  # noqa: PLC0415 - only a mistake pays for it
    from sil.text.choices import names  # noqa: PLC0415

    tops = sorted(path for path in known if "." not in path)
    near = likely(fold(field), names("field", tops), _OFFERED) or likely(
        field, {path: path for path in sorted(known)}, _OFFERED
    )
    return ", ".join(near or (tops if kind else (*OF_THE_INDEX, "…")))


def _pointed(typed: str, part: Part) -> dict[str, str]:
    """Return the query with a caret under the place of a part, for a message."""
    at = place_of(typed, part)
    return {"query": typed, "caret": " " * width(typed[:at]) + "^", "field": part.field}
