"""The paths of all fields that records can have, as `names.lang`; places in lists and keys of maps are left out."""

from collections.abc import Iterator
from functools import cache

from sil.records.kinds import KINDS, UNADDRESSED
from sil.records.links import UNIT_FIELDS
from sil.records.shape import Keyed, Many, Nested, Shape, fields_of

_INNER = {kind: field for field, kind in UNIT_FIELDS.items()}
"""Field of an exchange that holds the parts of a kind."""


@cache
def field_paths(kind: str | None = None) -> frozenset[str]:
    """Return the paths of the fields of a kind of record or of part of an exchange; without one, of all of them."""
    if kind is None:
        return frozenset().union(*map(field_paths, (*(kind for kind in KINDS if kind not in UNADDRESSED), *_INNER)))
    if kind in _INNER:
        field = f"{_INNER[kind]}."
        return frozenset(path.removeprefix(field) for path in field_paths("exchange") if path.startswith(field))
    return frozenset(_paths(Nested(KINDS[kind])))


def _paths(shape: Shape, before: str = "") -> Iterator[str]:
    if isinstance(shape, Many | Keyed):
        yield from _paths(shape.item, before)
    elif isinstance(shape, Nested):
        for field in fields_of(shape.cls):
            path = f"{before}.{field.name}" if before else field.name
            yield path
            yield from _paths(field.shape, path)
