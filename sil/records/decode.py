"""From nodes to plain data, by the shape of the record type; every fault is reported with its place.

A bad value is left out and the rest survives. A record, or a part of one, that lacks a field it cannot do
without is left out as a whole; what is good of it is a remnant, for those who look for faults.
"""

from sil.light import Any, Callable, dataclass
from sil.problem import Problem
from sil.reader import LANGS
from sil.records.build import plain_of
from sil.records.nearest import nearest
from sil.records.nodes import Mapping, Node, Scalar, Sequence
from sil.records.reading import BAD, Bad, Plain, Positions, Reading, Remnant, inner, shown
from sil.records.scalars import (
    decode_boolean,
    decode_choice,
    decode_format,
    decode_ref,
    decode_string,
    decode_text,
    decode_value,
    is_blank,
)
from sil.records.shape import Basic, Choice, FieldShape, Keyed, Many, Nested, Said, Shape, whole
from sil.records.types import MARKS, Claim, Format, Ref


@dataclass(frozen=True, slots=True)
class Decoded:
    """A record as plain data, or none when it lacks what it cannot do without."""

    plain: Plain | None
    positions: Positions
    problems: tuple[Problem, ...]
    remnants: tuple[Remnant, ...]
    """What is left of the parts that were left out."""
    id: str
    """Id the record gives itself, right or wrong; empty for none."""


def decode(cls: type[Any], node: Node, path: str) -> Decoded:
    """Read a record of a type from the node at the root of a file."""
    reading = Reading(path, _id_in(node))
    plain = _nested(reading, whole(cls), node, "")
    return Decoded(
        None if isinstance(plain, Bad) else plain,
        reading.positions,
        tuple(reading.problems),
        tuple(reading.remnants.values()),
        reading.record,
    )


def _id_in(node: Node) -> str:
    """Return the id a record gives itself, right or wrong."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((shown(value) for key, value in entries if key.text == "id"), "")


def _decode(reading: Reading, shape: Shape, node: Node, at: str) -> Any:
    reading.positions[at] = node.line, node.column
    return _DECODERS[type(shape)](reading, shape, node, at)


def _basic(reading: Reading, shape: Basic, node: Node, at: str) -> Any:
    return _BASIC[shape.name](reading, node, at)


def _said(reading: Reading, shape: Said, node: Node, at: str) -> Any:
    return decode_value(reading, node, at, shape.ref)


_BASIC: dict[str, Callable[[Reading, Node, str], Any]] = {
    "text": decode_text,
    "string": decode_string,
    "boolean": decode_boolean,
}


def _many(reading: Reading, shape: Many, node: Node, at: str) -> list[Any]:
    """Read a list; faults count its items as the file does, places count those that could be read."""
    good: dict[int, Any] = {}
    for index, item in enumerate(node if isinstance(node, Sequence) else (node,)):
        place = inner(at, index)
        if is_blank(item):
            reading.report(_blank(at.rpartition(".")[2]), item, place)
            reading.leave(place, {})
            continue
        value = _decode(reading, shape.item, item, place)
        if isinstance(value, Bad):
            reading.leave(place, {})
            reading.forget(place)
        else:
            good[index] = value
    reading.renumber(at, good)
    return list(good.values())


def _keyed(reading: Reading, shape: Keyed, node: Node, at: str) -> Plain | Bad:
    if not isinstance(node, Mapping):
        return reading.report("SIL104", node, at, found=shown(node))
    good = {}
    for key, item in node.entries:
        place = inner(at, key.text)
        name = _decode(reading, shape.key, key, place)
        value = reading.report("SIL113", key, place) if is_blank(item) else _decode(reading, shape.item, item, place)
        if isinstance(name, Bad) or isinstance(value, Bad):
            reading.leave(place, {})
            reading.forget(place)
        else:
            good[key.text] = value
    return good


def _nested(reading: Reading, shape: Nested, node: Node, at: str) -> Plain | Bad:
    if issubclass(shape.cls, Claim) and _is_bare_value(node):
        node = Mapping(((Scalar("value", node.line, node.column), node),), node.line, node.column)
    if not isinstance(node, Mapping):
        return reading.report("SIL104", node, at, found=shown(node))
    fields = shape.fields
    good: Plain = {}
    for key, value in node.entries:
        if key.text in fields:
            _field(reading, fields[key.text], (key, value), at, good)
        else:
            known = ", ".join(fields)
            reading.report("SIL101", key, at, name=shown(key), allowed=known, nearest=nearest(key.text, fields))
    given = {key.text for key, _ in node.entries}
    for name in shape.required:
        if name not in given:
            reading.report("SIL102", node, inner(at, name))
    if all(name in good for name in shape.required):
        return good
    reading.leave(at, good)
    return BAD


def _is_bare_value(node: Node) -> bool:
    """Whether a value stands for a whole claim: a single value, or a text in languages."""
    if isinstance(node, Mapping):
        return bool(node.entries) and all(key.text in LANGS for key, _ in node.entries)
    return isinstance(node, Scalar)


def _field(reading: Reading, field: FieldShape, entry: tuple[Scalar, Node], at: str, good: Plain) -> None:
    """Read one field into `good`; what is its default is left out there."""
    key, node = entry
    place = inner(at, field.name)
    if is_blank(node):
        reading.report("SIL102" if field.required else _blank(field.name), key, place)
        return
    value = _decode(reading, field.shape, node, place)
    if isinstance(value, Bad):
        reading.leave(place, {})
        reading.forget(place)
    elif field.required and value == []:
        reading.report("SIL102", key, place)
    elif field.required or value != plain_of(field.default):
        good[field.name] = value


def _blank(field: str) -> str:
    """Return the code of a field with nothing in it: somebody began to mark it, and all would see what it keeps."""
    return "SIL118" if field in MARKS else "SIL113"


_DECODERS: dict[type[Any], Callable[[Reading, Any, Node, str], Any]] = {
    Nested: _nested, Many: _many, Keyed: _keyed, Basic: _basic, Said: _said, Format: decode_format, Ref: decode_ref,
    Choice: decode_choice,
}  # fmt: skip
