"""Walking over the plain data of a record along the shape of its type."""

from operator import attrgetter

from sil.light import Any, Callable, Iterator, Mapping, NamedTuple
from sil.records.reading import inner
from sil.records.shape import FieldShape, Keyed, Many, Nested, Shape


class Part(NamedTuple):
    """A value within a record."""

    at: str
    """Its path: `lessons.0.title`."""
    shape: Shape
    value: Any


Fields = Callable[[Nested], Mapping[str, FieldShape]]
"""Says into which fields of a record type to walk."""


def parts(shape: Shape, value: Any, at: str = "", fields: Fields = attrgetter("fields")) -> Iterator[Part]:
    """Yield a value and all values within it, each before what it holds."""
    yield Part(at, shape, value)
    match shape:
        case Many(item):
            for index, element in enumerate(value):
                yield from parts(item, element, inner(at, index), fields)
        case Keyed(_, item):
            for key, element in value.items():
                yield from parts(item, element, inner(at, key), fields)
        case Nested():
            for name, field in fields(shape).items():
                if name in value:
                    yield from parts(field.shape, value[name], inner(at, name), fields)
        case _:
            pass
