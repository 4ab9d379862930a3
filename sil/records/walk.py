"""Walking over the plain data of a record along the shape of its type."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sil.records.reading import inner
from sil.records.shape import Keyed, Many, Nested, Shape


class Part(NamedTuple):
    """A value within a record."""

    at: str
    """Its path: `lessons.0.title`."""
    shape: Shape
    value: Any


def parts(shape: Shape, value: Any, at: str = "") -> Iterator[Part]:
    """Yield a value and all values within it, each before what it holds."""
    yield Part(at, shape, value)
    match shape:
        case Many(item):
            for index, element in enumerate(value):
                yield from parts(item, element, inner(at, index))
        case Keyed(_, item):
            for key, element in value.items():
                yield from parts(item, element, inner(at, key))
        case Nested():
            for field in shape.fields():
                if field.name in value:
                    yield from parts(field.shape, value[field.name], inner(at, field.name))
        case _:
            pass
