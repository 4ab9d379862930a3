"""YAML text read into nodes that know their place; a fault is a value, never an exception.

The C parser of PyYAML gives events; the nodes are built here, in a loop, because composing deep nesting
crashes the C composer. What YAML offers beyond plain data is refused: tags, several documents, aliases that
swell. Scalars are read by the core schema of YAML 1.2.
"""

import re

from sil.light import TYPE_CHECKING, Any, Callable, dataclass, field
from sil.problem import Problem
from sil.records.codes import problem
from sil.records.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from yaml import Mark
    from yaml.error import MarkedYAMLError

MAX_DEPTH = 32
"""Records nest some eight levels; beyond this a file is a mistake or an attack."""

MAX_VALUES = 100_000
"""Most values in one file, counting what aliases stand for as often as they are used."""

_HOLE = Scalar("", 0, 0)
"""Stands where an alias leads nowhere; what holds it goes without."""

_FORBIDDEN = frozenset(
    map(chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF))
)
"""Control characters, and the line ends YAML 1.1 saw where no editor shows one; halves of characters are forbidden too."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a text holds: its root, if it could be read, and its faults."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def read_text(text: str, path: str) -> Document:
    """Read one YAML document; `path` is the name of the file in problems."""
    forbidden = _forbidden_in(text)
    if forbidden:
        line, column = place_in(text, text.index(forbidden))
        return Document(None, (problem("SIL006", path, line, column, character=f"U+{ord(forbidden):04X}"),))
    import yaml  # noqa: PLC0415 - dear; nothing that parses no file may pay for it

    parser = yaml.CSafeLoader(text)
    builder = _Builder(path)
    take: dict[type, Callable[[Any], None]] = {
        yaml.ScalarEvent: builder.scalar, yaml.AliasEvent: builder.alias,
        yaml.MappingStartEvent: builder.open, yaml.MappingEndEvent: builder.mapping_end,
        yaml.SequenceStartEvent: builder.open, yaml.SequenceEndEvent: builder.sequence_end,
        yaml.StreamStartEvent: _pass_over, yaml.StreamEndEvent: builder.stop,
        yaml.DocumentStartEvent: builder.document_start, yaml.DocumentEndEvent: _pass_over,
    }  # fmt: skip
    try:
        while builder.goes_on:
            event = parser.get_event()
            take[type(event)](event)
    except yaml.MarkedYAMLError as error:
        builder.root = None
        builder.problems.append(_syntax_problem(error, path, text))
    finally:
        parser.dispose()
    if builder.root is None and not builder.problems:
        builder.problems.append(problem("SIL007", path))
    return Document(builder.root, tuple(builder.problems))


def _forbidden_in(text: str) -> str:
    """Return the first character of a text that no file may hold; empty when there is none."""
    if text.replace("\n", " ").isprintable():  # as nearly all are; what may be printed is not forbidden
        return ""
    return min(filter(_is_forbidden, set(text)), key=text.index, default="")


def _is_forbidden(char: str) -> bool:
    return char in _FORBIDDEN or "\ud800" <= char <= "\udfff"


def _pass_over(_event: object) -> None:
    """Take an event that says nothing."""


def place_in(text: str, index: int) -> tuple[int, int]:
    """Return line and column of a character of a text."""
    before = re.split("\r\n|\r|\n", text[:index])
    return len(before), len(before[-1]) + 1


def _syntax_problem(error: "MarkedYAMLError", path: str, text: str) -> Problem:
    reason, mark = error.problem or "", error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if reason == "mapping values are not allowed in this context":
        return problem("SIL018", path, line, column)
    if reason == "found unexpected end of stream" and error.context_mark:
        return problem("SIL019", path, error.context_mark.line + 1, error.context_mark.column + 1)
    lines = re.split("\r\n|\r|\n", text)
    if lines[min(line, len(lines)) - 1][column - 1 : column] == "\t":
        return problem("SIL017", path, line, column)
    return problem("SIL008", path, line, column, reason=reason)


@dataclass(slots=True)
class _Open:
    """A sequence or mapping whose end has not come yet."""

    mark: "Mark"
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)
    before: int = 0
    """Number of values in the file before it."""


class _Builder:
    """Builds nodes from events."""

    def __init__(self, path: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.goes_on = True
        self._path = path
        self._documents = 0
        self._values = 0
        """Number of values so far, aliases counted with what they stand for."""
        self._opened: list[_Open] = []
        self._nodes: list[Node] = []
        """Those of the innermost sequence or mapping that is open."""
        self._anchors: dict[str, tuple[Node, int]] = {}
        """Nodes that can be referred to, with the number of values in them."""

    def stop(self, _event: object = None) -> None:
        """Read no further."""
        self.goes_on = False

    def document_start(self, event: Any) -> None:
        """Take the beginning of a document; there is one."""
        self._documents += 1
        if self._documents > 1:
            self._report("SIL009", event.start_mark)
            self.stop()

    def open(self, event: Any) -> None:
        """Take the beginning of a sequence or mapping."""
        if len(self._opened) == MAX_DEPTH:
            self._refuse("SIL015", event.start_mark, limit=MAX_DEPTH)
        if event.tag is not None:
            self._report("SIL012", event.start_mark, tag=event.tag)
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        opened = _Open(event.start_mark, event.anchor, [], self._values)
        self._opened.append(opened)
        self._nodes = opened.nodes

    def scalar(self, event: Any) -> None:
        """Take a single value."""
        text, mark, style = event.value, event.start_mark, event.style
        if event.tag is not None:
            self._report("SIL012", mark, tag=event.tag)
        if style == '"' and (hidden := _forbidden_in(text)):
            self._report("SIL006", mark, character=f"U+{ord(hidden):04X}")
            text = "".join(char for char in text if not _is_forbidden(char))
        self._add(Scalar(text, mark.line + 1, mark.column + 1, not style), 1, mark, event.anchor)

    def alias(self, event: Any) -> None:
        """Take an alias for what it stands for."""
        mark = event.start_mark
        target = self._anchors.get(event.anchor)
        if target is None:
            self._report("SIL013", mark, alias=event.anchor)
            target = _HOLE, 1
        self._add(*target, mark, None)

    def sequence_end(self, _event: object) -> None:
        """Take the end of a sequence."""
        done = self._close()
        items = tuple(item for item in done.nodes if item is not _HOLE)
        self._add(Sequence(items, done.mark.line + 1, done.mark.column + 1), 1, done.mark, done.anchor, done.before)

    def mapping_end(self, _event: object) -> None:
        """Take the end of a mapping; the first of two equal keys counts."""
        done = self._close()
        entries: dict[str, tuple[Scalar, Node]] = {}
        pairs = iter(done.nodes)
        for key, value in zip(pairs, pairs, strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(problem("SIL016", self._path, key.line, key.column))
            elif key.text in entries:
                first = entries[key.text][0].line
                twice = problem("SIL011", self._path, key.line, key.column, name=key.text, first_line=first)
                self.problems.append(twice)
            elif key is not _HOLE and value is not _HOLE:
                entries[key.text] = key, value
        node = Mapping(tuple(entries.values()), done.mark.line + 1, done.mark.column + 1)
        self._add(node, 1, done.mark, done.anchor, done.before)

    def _close(self) -> _Open:
        done = self._opened.pop()
        self._nodes = self._opened[-1].nodes if self._opened else []
        return done

    def _report(self, code: str, mark: "Mark", **values: str | int) -> None:
        self.problems.append(problem(code, self._path, mark.line + 1, mark.column + 1, **values))

    def _refuse(self, code: str, mark: "Mark", **values: str | int) -> None:
        """Give up the whole file."""
        self._report(code, mark, **values)
        self.root = None
        self.stop()

    def _add(self, node: Node, size: int, mark: "Mark", anchor: str | None, before: int = -1) -> None:
        """Add a node that counts as `size` values, and as all since `before` where it can be referred to."""
        self._values += size
        if anchor:
            self._anchors[anchor] = node, size if before < 0 else self._values - before
        if self._opened:
            self._nodes.append(node)
        else:
            self.root = None if isinstance(node, Scalar) and node.is_nothing else node
        if self._values > MAX_VALUES:
            self._refuse("SIL014", mark, limit=MAX_VALUES)
