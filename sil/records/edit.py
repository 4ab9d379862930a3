"""Small edits of a record's text that leave every other byte as it is: comments, order, quoting, line ends.

The text is not written anew from data: events of the YAML parser say where something stands, and only there lines are
put in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yaml import Mark

BOM = "\ufeff"


class NoPlaceError(Exception):
    """The text has no list under that key to put an item into."""


@dataclass(slots=True)
class _Item:
    """An item of a list: where it begins, where its last word ends, and whether it stands in braces."""

    start: "Mark"
    end: "Mark"
    in_braces: bool


@dataclass(slots=True)
class _List:
    """A list in the text."""

    start: "Mark"
    in_brackets: bool
    items: list[_Item] = field(default_factory=list)


def with_item(text: str, key: str, item: Mapping[str, str]) -> str:
    """Return the text of a record with one more item, a map of strings, at the end of the list under a key of its root.

    Raises NoPlaceError when the record has no such list.
    """
    mark, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    found = _list_under(body, key)
    if found is None or (not found.items and not found.in_brackets):
        raise NoPlaceError(key)
    edited = _in_brackets(body, found, item) if found.in_brackets else _in_lines(body, found, item)
    return mark + edited


def _in_brackets(text: str, found: _List, item: Mapping[str, str]) -> str:
    """Put an item into a list that stands in brackets, after its last one."""
    if found.items:
        at = _offset(text, found.items[-1].end)
        return f"{text[:at]}, {_braced(item)}{text[at:]}"
    at = _offset(text, found.start) + 1
    return f"{text[:at]}{_braced(item)}{text[at:]}"


def _in_lines(text: str, found: _List, item: Mapping[str, str]) -> str:
    """Put an item into a list of one line or more an item, below the last one, in the form that one has."""
    last = found.items[-1]
    dash = " " * found.start.column + "- "
    if last.in_braces:
        lines = [dash + _braced(item)]
    else:
        first, *rest = [f"{name}: {_scalar(value, braced=False)}" for name, value in item.items()]
        lines = [dash.ljust(last.start.column) + first, *(" " * last.start.column + pair for pair in rest)]
    end = "\r\n" if "\r\n" in text else "\n"
    at = _line_end(text, last.end)
    before = text[:at]
    if before and not before.endswith("\n"):
        return before + end + end.join(lines) + text[at:]
    return before + end.join(lines) + end + text[at:]


def _line_end(text: str, end: "Mark") -> int:
    """Return where the line ends on which something ends; a block of lines ends before the lines that are not its own."""
    at = _offset(text, end)
    if end.column == 0:
        at = len(text[:at].rstrip())
    newline = text.find("\n", at)
    return len(text) if newline < 0 else newline + 1


def _offset(text: str, mark: "Mark") -> int:
    """Return the place of a mark in the text; the parser counts lines and columns in characters."""
    at = 0
    for _ in range(mark.line):
        at = text.index("\n", at) + 1
    return int(at + mark.column)


def _braced(item: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {_scalar(value, braced=True)}" for name, value in item.items()) + "}"


def _scalar(value: str, *, braced: bool) -> str:
    """Return a string as YAML writes it, quoted where it would be taken for something else."""
    import yaml  # noqa: PLC0415 - nothing that edits no file may pay for it

    written = yaml.safe_dump([value], allow_unicode=True, width=1_000_000, default_flow_style=braced).strip("\n")
    return written[1:-1] if braced else written.removeprefix("- ")


def _list_under(text: str, key: str) -> _List | None:
    """Return the list under a key of the root, or nothing when there is none."""
    events = _events(text)
    name: str | None = None
    for depth, event in events:
        kind = type(event).__name__
        if depth != 1:
            continue
        if name is None:
            name = getattr(event, "value", "") if kind == "ScalarEvent" else ""
        elif kind == "SequenceStartEvent" and name == key:
            return _read(event, events)
        elif kind not in ("MappingStartEvent", "SequenceStartEvent"):
            name = None
    return None


def _events(text: str) -> Iterator[tuple[int, Any]]:
    """Yield the events of a document, each with the depth it stands at: children of the root at 1."""
    import yaml  # noqa: PLC0415

    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        name = type(event).__name__
        if name.endswith("EndEvent") and name[:3] in ("Map", "Seq"):
            depth -= 1
        yield depth, event
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            depth += 1


def _read(start: Any, events: Iterator[tuple[int, Any]]) -> _List:
    """Read a list to its end."""
    found = _List(start.start_mark, bool(start.flow_style))
    for depth, event in events:
        kind = type(event).__name__
        if depth == 1:
            break
        if depth == 2 and kind.endswith("EndEvent"):
            if found.items[-1].in_braces:
                found.items[-1].end = event.end_mark
        elif depth == 2:
            found.items.append(_Item(event.start_mark, event.end_mark, bool(getattr(event, "flow_style", True))))
        elif not kind.endswith("EndEvent") or _closes_brackets(event):
            found.items[-1].end = event.end_mark
    return found


def _closes_brackets(event: Any) -> bool:
    return bool(event.end_mark.column > event.start_mark.column)
