"""The paths of all fields that records can have, as `names.lang`; places in lists and keys of maps are left out."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sil.records.kinds import KINDS, UNADDRESSED, UNIT_FIELDS
from sil.records.shape import Choice, Keyed, Many, Nested, Shape, fields_of

_INNER = {kind: field for field, kind in UNIT_FIELDS.items()}
"""Field of an exchange that holds the parts of a kind."""


@cache
def field_paths(kind: str | None = None) -> frozenset[str]:
    """Return the paths of the fields of a kind of record or of part of an exchange; without one, of all of them."""
    if kind is None:
        return frozenset().union(*map(field_paths, _kinds()))
    return frozenset(_shapes(kind))


def choices_at(path: str, kind: str | None = None) -> tuple[str, ...]:
    """Return the words of which a field holds one, of a kind or of all of them; empty where it may hold anything."""
    starts: dict[str, tuple[type[Any], tuple[str, ...]]] = {one: (cls, ()) for one, cls in KINDS.items()}
    starts |= {inner: (KINDS["exchange"], (field,)) for inner, field in _INNER.items()}
    found = [
        _at(Nested(cls), (*before, *path.split("."))) for one, (cls, before) in starts.items() if kind in (None, one)
    ]
    return tuple(dict.fromkeys(word for shape in found if isinstance(shape, Choice) for word in shape.values))


def _at(shape: Shape | None, path: tuple[str, ...]) -> Shape | None:
    """Return what a field of a shape holds, an item of it where that is many; None where there is no such field."""
    for name in path:
        field = shape.fields.get(name) if isinstance(shape, Nested) else None
        shape = field.shape if field else None
        while isinstance(shape, Many | Keyed):
            shape = shape.item
    return shape


def _kinds() -> tuple[str, ...]:
    return (*(kind for kind in KINDS if kind not in UNADDRESSED), *_INNER)


@cache
def _shapes(kind: str) -> dict[str, Shape]:
    if kind in _INNER:
        field = f"{_INNER[kind]}."
        return {
            path.removeprefix(field): shape for path, shape in _shapes("exchange").items() if path.startswith(field)
        }
    return dict(_below(Nested(KINDS[kind])))


def _below(shape: Shape, before: str = "") -> Iterator[tuple[str, Shape]]:
    """Yield the fields of a shape with what each holds; of a list or a map, what an item of it is."""
    if isinstance(shape, Nested):
        for field in fields_of(shape.cls):
            path, inner = f"{before}.{field.name}" if before else field.name, field.shape
            while isinstance(inner, Many | Keyed):
                inner = inner.item
            yield path, inner
            yield from _below(inner, path)
