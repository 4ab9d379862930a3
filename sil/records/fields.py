"""The paths of all fields that records can have, as `names.lang`; places in lists and keys of maps are left out."""

from collections.abc import Iterator
from functools import cache

from sil.records.kinds import KINDS, UNADDRESSED
from sil.records.shape import Keyed, Many, Nested, Shape, fields_of


@cache
def field_paths() -> frozenset[str]:
    """Return the paths of the fields of all kinds of record, from the record and from the parts of an exchange."""
    found = {path for kind, cls in KINDS.items() if kind not in UNADDRESSED for path in _paths(Nested(cls))}
    inner = {path.partition(".")[2] for path in found if path.partition(".")[0] in _PARTS}
    return frozenset(path for path in (*found, *inner) if path)


_PARTS = ("lessons", "follow_ups", "collaborations")


def _paths(shape: Shape, before: str = "") -> Iterator[str]:
    if isinstance(shape, Many | Keyed):
        yield from _paths(shape.item, before)
    elif isinstance(shape, Nested):
        for field in fields_of(shape.cls):
            path = f"{before}.{field.name}" if before else field.name
            yield path
            yield from _paths(field.shape, path)
