"""What the fields of a record type may hold, read from its annotations.

The one way to know a record type: decoding, building, schemas, links and the reference pages all ask here.
"""

from sil.light import (
    MISSING,
    Annotated,
    Any,
    Literal,
    UnionType,
    cached_property,
    dataclass,
    fields,
    get_args,
    get_origin,
    is_dataclass,
    replace,
)
from sil.records.types import MARKS, Format, Ref, Value
from sil.records.values import Text


@dataclass(frozen=True, slots=True)
class Basic:
    """A value without inner form: a text in languages, a string, true or false."""

    name: Literal["text", "string", "boolean"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim may say: a number, a text, a date, a kind of empty, or, for some claims, an id."""

    ref: Ref | None = None
    """Kind of record an id names."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a fixed set of words."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list; in a file a single value may stand for a list of one."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Keyed:
    """A map from keys of one form to values of another."""

    key: "Shape"
    item: "Shape"


@dataclass(frozen=True)
class Nested:
    """Fields of another record type."""

    cls: type[Any]
    ref: Ref | None = None
    """Kind of record that is named when it is a claim and its value an id."""

    @cached_property
    def fields(self) -> dict[str, "FieldShape"]:
        """The fields by name, in the order in which they are written."""
        known = fields_of(self.cls)
        return {field.name: field if self.ref is None else _naming(field, self.ref) for field in known}

    @cached_property
    def naming(self) -> dict[str, "FieldShape"]:
        """The fields that may name a record of another file, or hold what does."""
        return {name: field for name, field in self.fields.items() if _names_records(field.shape)}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """Names of the fields that must be there."""
        return tuple(name for name, field in self.fields.items() if field.required)


Shape = Basic | Said | Format | Ref | Choice | Many | Keyed | Nested

_BASIC: dict[Any, Basic | Said] = {
    Text: Basic("text"),
    Value: Said(),
    str: Basic("string"),
    bool: Basic("boolean"),
}

REQUIRED: Any = MISSING
"""Default of a field that has none."""


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a record type."""

    name: str
    shape: Shape
    required: bool
    default: Any
    """Value when the field is left out; `REQUIRED` when it must not be."""


_FIELDS: dict[type[Any], tuple[FieldShape, ...]] = {}


def fields_of(cls: type[Any]) -> tuple[FieldShape, ...]:
    """Return the fields of a record type, in the order in which they are written: marks come last."""
    if cls not in _FIELDS:
        _FIELDS[cls] = tuple(
            FieldShape(field.name, shape_of(field.type), field.default is MISSING, field.default)
            for field in sorted(fields(cls), key=lambda field: field.name in MARKS)
        )
    return _FIELDS[cls]


_WHOLE: dict[type[Any], Nested] = {}


def whole(cls: type[Any]) -> Nested:
    """Return the shape of a record type."""
    return _WHOLE.setdefault(cls, Nested(cls))


def shape_of(annotation: Any) -> Shape:
    """Describe an annotation; `None` as a second choice only says that the field may be left out."""
    if annotation in _BASIC:
        return _BASIC[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is UnionType and type(None) in arguments:
        return shape_of(_either([argument for argument in arguments if argument is not type(None)]))
    if origin is Annotated:
        return _annotated(*arguments)
    if origin is Literal:
        return Choice(arguments)
    if origin is tuple:
        return Many(shape_of(arguments[0]))
    if origin is dict:
        return Keyed(shape_of(arguments[0]), shape_of(arguments[1]))
    if is_dataclass(annotation) and isinstance(annotation, type):
        return Nested(annotation)
    raise TypeError(f"record types cannot hold {annotation!r}")


def _either(hints: list[Any]) -> Any:
    return hints[0] if len(hints) == 1 else hints[0] | _either(hints[1:])


def _annotated(base: Any, mark: Format | Ref) -> Shape:
    """Describe a string with a form, an id, or a claim whose value can be an id."""
    return mark if base is str or isinstance(mark, Format) else Nested(base, mark)


def _names_records(shape: Shape) -> bool:
    match shape:
        case Ref(kind):
            return kind != "source"
        case Said(ref):
            return ref is not None
        case Many(item) | Keyed(_, item):
            return _names_records(item)
        case Nested():
            return bool(shape.naming)
        case _:
            return False


def _naming(field: FieldShape, ref: Ref) -> FieldShape:
    return replace(field, shape=Said(ref)) if isinstance(field.shape, Said) else field
