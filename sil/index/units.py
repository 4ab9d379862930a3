"""A record taken apart into what is addressed, found and linked; plain data in, plain data out."""

from sil.index.passages import Passage, passages
from sil.index.unit import FOREVER
from sil.light import Any, Iterator, Mapping, NamedTuple, Sequence
from sil.records.kinds import UNIT_FIELDS
from sil.records.links import units_of
from sil.records.load import LoadedRecord
from sil.records.types import FOUND_BY

_FOREVER = str(FOREVER)


class Entry(NamedTuple):
    """A unit about to be written."""

    kind: str
    address: str
    titles: dict[str, str]
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    years: tuple[int, int] | None
    line: int
    passages: list[Passage]


def entries_of(record: LoadedRecord) -> Iterator[Entry]:
    """Yield the units of a record: itself, then what is listed inside it."""
    whole = None
    for unit in units_of(record):
        plain = unit.plain if unit.field else _own(record)
        line = record.positions[unit.field][0] if unit.field else record.line
        entry = Entry(
            unit.kind, unit.address, _titles(unit.kind, plain), _countries(plain), _themes(plain), _years(plain), line,
            passages(plain),
        )  # fmt: skip
        if whole:
            countries, themes = entry.countries or whole.countries, entry.themes or whole.themes
            entry = entry._replace(countries=countries, themes=themes, years=whole.years)
        else:
            whole = entry
        yield entry


def _own(record: LoadedRecord) -> Mapping[str, Any]:
    """Return the fields of a record without the units listed in it."""
    return {field: value for field, value in record.plain.items() if field not in UNIT_FIELDS}


def _titles(kind: str, plain: Mapping[str, Any]) -> dict[str, str]:
    if "names" in plain:
        return _preferred_names(plain["names"])
    field = {"theme": "label", "follow-up": "what"}.get(kind, "title")
    return dict(plain[field])


def _preferred_names(names: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return for each language the preferred name, else the first that the record is called by.

    A language that has only names to be found by is left out, so that the name in another language is shown;
    when no language has any other, the first of each is taken.
    """
    called = [name for name in names if name.get("preferred") or name.get("kind") not in FOUND_BY]
    ranked = sorted(called or names, key=lambda name: not name.get("preferred"))
    return {name["lang"]: name["text"] for name in reversed(ranked)}


def _countries(plain: Mapping[str, Any]) -> tuple[str, ...]:
    found = [plain.get("country"), plain.get("host_country"), *plain.get("visiting_countries", ())]
    for side in ("learned_by", "learned_from"):
        found += plain.get(side, {}).get("countries", ())
    return tuple(dict.fromkeys(country for country in found if country))


def _themes(plain: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([plain["theme"]] if "theme" in plain else plain.get("themes", ())))


def _years(plain: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the first and last year of an exchange, or of a policy in force."""
    if "start" in plain:
        return _year(plain["start"]), _year(plain.get("end", plain["start"]))
    spans = [(claim["value"], claim.get("until", _FOREVER)) for claim in plain.get("in_force", ())]
    begins = [_year(begin) for begin, _ in spans if _is_date(begin)]
    return (min(begins), max(_year(end) for _, end in spans)) if begins else None


def _is_date(value: object) -> bool:
    return str(value)[:4].isdecimal()


def _year(date: object) -> int:
    return int(str(date)[:4])
