"""The reading of one record: where its values stand, and what is wrong with them."""

from sil.light import Any, Iterable, Mapping, dataclass, field
from sil.problem import Problem
from sil.records.codes import problem
from sil.records.nodes import Node, Scalar, Sequence

Position = tuple[int, int]
"""Line and column."""

Positions = Mapping[str, Position]
"""Places of the values of a record by their path in it: `lessons.0.title.th`."""

Plain = dict[str, Any]
"""A record as plain data: maps, lists, strings, numbers, true and false; what is left out is not there."""


class Bad:
    """Stands for a value that could not be read; its fault is already reported."""


BAD = Bad()


@dataclass(frozen=True, slots=True)
class Remnant:
    """What could be read of a part of a file that was left out, so that nothing of it need wait until it is mended."""

    at: str
    """Path of the part, with lists counted as in the file; empty for the whole file."""

    plain: Plain
    """Its fields that are good; none for what has no fields."""

    positions: Positions
    """Places of its values by their path in the file."""


MOST_REMNANTS = 200
"""Parts left out of one file of which what is good is kept; one with more is not a record gone wrong."""

_LONGEST_QUOTE = 60
"""Characters of a wrong value that a message quotes."""


@dataclass(slots=True)
class Reading:
    """One record on its way from nodes to plain data."""

    path: str
    record: str
    """Its id, as far as known."""
    positions: dict[str, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remnants: dict[str, Remnant] = field(default_factory=dict)
    """What is left of the parts that were left out, by their paths."""

    def report(self, code: str, node: Node, at: str, **values: str | int) -> Bad:
        """Note a fault of the value `node` of the field `at`."""
        place = problem(code, self.path, node.line, node.column, record=self.record, field=at, **values)
        self.problems.append(place)
        return BAD

    def renumber(self, at: str, left: Iterable[int]) -> None:
        """Count the items that are left of the list at a path, whose places are counted as in the file, without gaps."""
        changed = {str(old): str(new) for new, old in enumerate(left) if new != old}
        if not changed:
            return
        before = f"{at}."
        for key in [key for key in self.positions if key.startswith(before)]:
            index, dot, more = key.removeprefix(before).partition(".")
            self.positions[f"{before}{changed.get(index, index)}{dot}{more}"] = self.positions.pop(key)

    def leave(self, at: str, plain: Plain) -> None:
        """Keep what is good of a part that is left out."""
        if at in self.remnants or len(self.remnants) >= MOST_REMNANTS:
            return
        within = {key: place for key, place in self.positions.items() if _is_within(key, at)} if plain else {}
        self.remnants[at] = Remnant(at, plain, within)

    def forget(self, at: str) -> None:
        """Forget the places of a value that is dropped."""
        for key in [key for key in self.positions if _is_within(key, at)]:
            del self.positions[key]


def _is_within(key: str, at: str) -> bool:
    return not at or key == at or key.startswith(f"{at}.")


def inner(at: str, name: str | int) -> str:
    """Return the path of a field, or item, within the value at a path."""
    return f"{at}.{name}" if at else str(name)


def shown(node: Node) -> str:
    """Return a value as a message quotes it."""
    if isinstance(node, Scalar):
        return node.text if len(node.text) <= _LONGEST_QUOTE else node.text[:_LONGEST_QUOTE] + "…"
    return "[…]" if isinstance(node, Sequence) else "{…}"
