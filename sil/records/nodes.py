"""What stands in a YAML file, before it means anything: scalars, sequences and mappings that know their place.

Lines and columns are those of an editor: the first is 1, columns count characters.
"""

import re

from sil.light import Iterator, dataclass

_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_LONGEST_INT = 18
"""Digits of the longest whole number that fits 64 bits; a longer one is read as a float."""
_PREFIXES = ("0o", "0x")


@dataclass(slots=True)
class Scalar:
    """A single value as typed."""

    text: str
    line: int
    column: int
    plain: bool = True
    """Whether it stands without quotes; only then can it be a number, a truth value or nothing."""

    @property
    def value(self) -> str | int | float | bool | None:
        """What YAML 1.2 (core schema) takes it for: `NO` and `2019-07-03` are strings, `0o7` is 7."""
        text = self.text
        if not self.plain:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INT.fullmatch(text):
            return _whole_number(text)
        if _FLOAT.fullmatch(text):
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        return text

    @property
    def is_nothing(self) -> bool:
        """Whether it is no value at all: nothing, `~` or `null` without quotes."""
        return self.plain and self.text in _CONSTANTS and _CONSTANTS[self.text] is None


@dataclass(slots=True)
class Sequence:
    """Items in their order."""

    items: tuple["Node", ...]
    line: int
    column: int

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)


@dataclass(slots=True)
class Mapping:
    """Keys and values in their order; no key twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def _whole_number(text: str) -> int | float | str:
    if len(text.lstrip("+-")) > _LONGEST_INT:
        return float(text) if text[:2] not in _PREFIXES else text
    return int(text, 0) if text[:2] in _PREFIXES else int(text)
