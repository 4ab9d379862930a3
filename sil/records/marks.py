"""What the marks of a record name: paths of fields, and whether there is such a field."""

from sil.light import Any, Iterator
from sil.problem import Problem
from sil.records.codes import problem
from sil.records.kinds import KINDS
from sil.records.nearest import nearest
from sil.records.reading import Plain, Positions
from sil.records.shape import Keyed, Many, Nested, Shape, whole
from sil.records.types import MARKS

Path = tuple[str, ...]
"""Steps from a record to a field: names of fields, keys of maps, and what calls an item of a list by name."""

CALLED = ("id", "measure", "scheme")
"""Fields whose value calls an item of a list by name; a place in a list would soon be that of another item."""


def paths_of(plain: Plain) -> tuple[Path, ...]:
    """Return the paths of the fields of a record that are for the team only."""
    return tuple(tuple(path.split(".")) for path in plain.get("private", ()))


def within(paths: tuple[Path, ...], *steps: str) -> tuple[Path, ...]:
    """Return what is left of the paths that begin with one of these steps."""
    return tuple(path[1:] for path in paths if path and path[0] in steps)


def calls(item: object) -> tuple[str, ...]:
    """Return the names that an item of a list is called by."""
    return tuple(str(item[field]) for field in CALLED if field in item) if isinstance(item, dict) else ()


def has_marks(value: object) -> bool:
    """Whether a record, or anything in it, is marked."""
    if isinstance(value, dict):
        return not MARKS.isdisjoint(value) or any(map(has_marks, value.values()))
    return isinstance(value, list) and any(map(has_marks, value))


def bad_paths(kind: str, plain: Plain, path: str, positions: Positions) -> Iterator[Problem]:
    """Find paths that name no field of the record: what they were to keep private would be seen by all."""
    for index, typed in enumerate(plain.get("private", ())):
        steps = tuple(typed.split("."))
        missed = _missed(whole(KINDS[kind]), plain, steps)
        if missed is not None:
            before, known = missed
            near = nearest(steps[before], known)
            place = positions.get(f"private.{index}", (0, 0))
            yield problem(
                "SIL119", path, *place, record=str(plain.get("id", "")), field=f"private.{index}", found=typed,
                allowed=", ".join(known), nearest=".".join((*steps[:before], near)) if near else "",
            )  # fmt: skip


def _missed(shape: Shape, value: Any, steps: Path, done: int = 0) -> tuple[int, list[str]] | None:
    """Return which step of a path leads nowhere, and where it could lead instead; None for a good path."""
    if done == len(steps):
        return None
    ways = list(_ways(shape, value))
    tried = [_missed(inner, held, steps, done + 1) for name, inner, held in ways if name == steps[done]]
    if not tried:
        return done, list(dict.fromkeys(name for name, _, _ in ways))
    return None if None in tried else max(found for found in tried if found)


def _ways(shape: Shape, value: Any) -> Iterator[tuple[str, Shape, Any]]:
    """Yield the steps that lead on from a value, with what they lead to; a list is passed through."""
    match shape:
        case Nested():
            held = value or {}
            yield from (
                (field.name, field.shape, held.get(field.name))
                for field in shape.fields.values()
                if field.name not in MARKS
            )
        case Many(item):
            for element in value or [None]:
                yield from ((name, item, element) for name in calls(element))
                yield from _ways(item, element)
        case Keyed(_, item):
            for key, element in (value or {}).items():
                yield key, item, element
            for element in (value or {"": None}).values():
                yield from _ways(item, element)
        case _:
            return
