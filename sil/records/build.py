"""Records from plain data and back, without checks: the data come from the decoder, or from the index it filled.

`plain_of(build(cls, data)) == data` for all decoded data.
"""

from sil.light import Any, Callable, Mapping, TypeVar, is_dataclass
from sil.records.shape import Basic, Keyed, Many, Nested, Said, Shape, fields_of
from sil.records.values import Text

T = TypeVar("T")

Convert = Callable[[Any], Any]


def build(cls: type[T], plain: Mapping[str, Any]) -> T:
    """Make a record of a type from plain data."""
    converters = _converters(cls)
    values = {}
    for name, value in plain.items():
        convert = converters[name]
        values[name] = value if convert is None else convert(value)
    return cls(**values)


def plain_of(value: Any) -> Any:
    """Return a record, or a value of one, as plain data; fields left at their defaults are left out."""
    if isinstance(value, Text):
        return dict(value.by_lang)
    if isinstance(value, tuple):
        return [plain_of(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_of(item) for key, item in value.items()}
    if is_dataclass(value):
        return _plain_fields(value)
    return value


def _plain_fields(record: Any) -> dict[str, Any]:
    plain = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.required or value != field.default:
            plain[field.name] = plain_of(value)
    return plain


_CONVERTERS: dict[type[Any], dict[str, Convert | None]] = {}


def _converters(cls: type[Any]) -> dict[str, Convert | None]:
    """Return for each field how its value is converted; None where it is taken as it is."""
    if cls not in _CONVERTERS:
        _CONVERTERS[cls] = {field.name: _converter(field.shape) for field in fields_of(cls)}
    return _CONVERTERS[cls]


def _converter(shape: Shape) -> Convert | None:
    match shape:
        case Basic("text"):
            return Text
        case Said():
            return _said
        case Nested(cls):
            return lambda plain: build(cls, plain)
        case Many(item):
            return _many(_converter(item))
        case Keyed(_, item):
            return _keyed(_converter(item))
        case _:
            return None


def _said(value: Any) -> Any:
    return Text(value) if isinstance(value, dict) else value


def _many(convert: Convert | None) -> Convert:
    return tuple if convert is None else lambda items: tuple(map(convert, items))


def _keyed(convert: Convert | None) -> Convert | None:
    return convert and (lambda entries: {key: convert(value) for key, value in entries.items()})
