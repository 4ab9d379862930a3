"""Gathers the records of a list: filtered by kind, country, theme, year and field, sorted by a column."""

from sil.errors import UsageError
from sil.index import Filters, Index, Unit
from sil.index.unit import INNER
from sil.light import Sequence
from sil.query.answer import Unmet
from sil.query.fields import coded, near_fields
from sil.query.held import has, held, part_of, unmet
from sil.text.fold import fold
from sil.views.due import state_on
from sil.views.listing import COLUMNS, ListItem

KINDS = {
    "orgs": "org", "exchanges": "exchange", "lessons": "lesson", "policies": "policy", "themes": "theme",
    "follow-ups": "follow-up", "collaborations": "collaboration",
}  # fmt: skip


def listed(
    index: Index, kind: str, filters: Filters, where: Sequence[tuple[str, str]], sort: str | None, *, today: str
) -> list[ListItem]:
    """Return the records of one kind that pass all filters.

    `--kind` filters by the record's own field `kind` (as `foundation`); `where` by any field. `today` (ISO date) says which promises are late.
    Raises UsageError for a field or column that the kind does not have.
    """
    for field, _ in where:
        _refuse_unknown(field, kind)
    units = index.units(filters._replace(kinds=(KINDS[kind],)))
    items = [_item(index, kind, unit, today) for unit in units]
    conditions = _coded(kind, [*where, *(("kind", wanted) for wanted in filters.kinds)])
    kinds = [value for field, value in conditions if field == "kind"]
    others = [(field, value) for field, value in conditions if field != "kind"]
    found = [item for item in items if _passes(item, KINDS[kind], others, kinds)]
    return _sorted(found, kind, sort) if sort else found


def unmet_of(index: Index, kind: str, where: Sequence[tuple[str, str]], *, today: str) -> tuple[Unmet, ...]:
    """Return the conditions on fields that no record of one kind meets, with the values that there are."""
    units = index.units(Filters(kinds=(KINDS[kind],)))
    return unmet(((KINDS[kind], _item(index, kind, unit, today).plain) for unit in units), _coded(kind, where))


def _coded(kind: str, where: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return conditions with their values as records have them."""
    return [(field, coded(field, value, KINDS[kind])) for field, value in where]


def _item(index: Index, kind: str, unit: Unit, today: str) -> ListItem:
    is_part = unit.kind in INNER
    stored = index.record("exchange" if is_part else unit.kind, unit.address.partition("/")[0])
    plain = stored.plain if stored else {}
    if is_part:
        plain = part_of(plain, unit)
    if kind == "themes":
        plain = {**plain, "records": len(index.units(Filters(themes=(unit.address,)))) - 1}
    if kind == "follow-ups" and plain:
        return ListItem(
            unit.address, plain, {"state": state_on(str(plain["state"]), str(plain.get("due") or ""), today)}
        )
    return ListItem(unit.address, plain)


def _refuse_unknown(field: str, kind: str) -> None:
    near = near_fields(field, KINDS[kind])
    if near is not None and field not in COLUMNS[kind]:
        raise UsageError("error.list-field", field=field, kind=kind, near=near)


def _passes(item: ListItem, kind: str, conditions: Sequence[tuple[str, str]], kinds: Sequence[str]) -> bool:
    if kinds and not any(has(item.plain.get("kind"), one) for one in kinds):
        return False
    return all(has(held(item.plain, field, kind), value) for field, value in conditions)


def _sorted(items: list[ListItem], kind: str, sort: str) -> list[ListItem]:
    column = sort.removeprefix("-")
    known = {*COLUMNS[kind], *(key for item in items for key in item.plain)}
    if column not in known:
        raise UsageError("error.column", column=column, kind=kind, columns=", ".join(sorted(known)))
    return sorted(items, key=lambda item: _sort_key(item, column), reverse=sort.startswith("-"))


def _sort_key(item: ListItem, column: str) -> tuple[bool, float, str]:
    """Sort numbers by size, texts folded, and what has no value last."""
    value = item.address if column == "id" else item.plain.get(column)
    number = float(value) if isinstance(value, int | float) else 0.0
    text = fold(str(list(value.values())[0] if isinstance(value, dict) and value else value))  # noqa: RUF015
    return (value is None, number, text)
