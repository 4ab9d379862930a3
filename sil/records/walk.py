"""Walking over the plain data of a record along the shape of its type, and what is named on the way."""

from operator import attrgetter

from sil.light import Any, Callable, Iterable, Iterator, Mapping, NamedTuple
from sil.records.formats import is_slug
from sil.records.reading import inner
from sil.records.shape import FieldShape, Keyed, Many, Nested, Said, Shape
from sil.records.types import Ref
from sil.records.values import EMPTY


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


def references_in(walked: Iterable[Part]) -> Iterator[tuple[str, str, str]]:
    """Yield path, kind and id of what is named in the walked parts of a record."""
    for at, shape, value in walked:
        if isinstance(shape, Ref):
            yield at, shape.kind, value
        elif isinstance(shape, Said) and shape.ref and isinstance(value, str) and value not in EMPTY and is_slug(value):
            yield at, shape.ref.kind, value


def shape_at(shape: Shape, at: str) -> Shape:
    """Return the shape of the value at a path within one of a shape."""
    for name in filter(None, at.split(".")):
        match shape:
            case Many(item) | Keyed(_, item):
                shape = item
            case Nested():
                shape = shape.fields[name].shape
            case _:
                raise LookupError(at)
    return shape
