"""What of the records is for whom: files as an audience may see them, made from files as they are.

The one place that leaves things out. It stands before the index, so that whatever is asked, found, counted or written
for an audience comes from files in which the rest was never there:

- What is marked is gone, with all in it; so are the marks.
- Whoever is hidden is not named by others. A part that cannot do without what is hidden is hidden with it.
- A source that only hidden parts cite is gone.
- A row of a comparison sheet that is hidden says `withheld`: neither told nor asked.
- A file with an error is gone whole: the error may be a mark written wrong.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sil.reader import AUDIENCES, Audience
from sil.records.exchange import FollowUp, LearningQuestion
from sil.records.kinds import KINDS
from sil.records.links import WITHHELD, units_of
from sil.records.load import LoadedFile, LoadedRecord, broken_in
from sil.records.marks import Path, calls, has_marks, paths_of, within
from sil.records.organisation import ModelSheet
from sil.records.policy import PolicySheet
from sil.records.reading import Plain, Position, inner
from sil.records.shape import FieldShape, Keyed, Many, Nested, Shape, fields_of, whole
from sil.records.types import MARKS, Ref
from sil.records.walk import Part, parts, references_in

Hidden = frozenset[tuple[str, str]]
"""Kind and address of what an audience may not know of; the id is `*` when any of a kind may be among it."""

_TOLD_IF_EMPTY: dict[type[Any], tuple[str, ...]] = {LearningQuestion: ("answered_by",), FollowUp: ("who", "due")}
"""Fields without which a document says that there is none; hiding what they hold hides the whole."""


_SHEETS = (ModelSheet, PolicySheet)


class _Gone:
    """Stands for a value that is not for the audience."""


_GONE: Final = _Gone()


def may_see(audience: Audience, mark: Audience) -> bool:
    """Whether something with a mark is for an audience."""
    return AUDIENCES.index(audience) <= AUDIENCES.index(mark)


def for_audience(files: Sequence[LoadedFile], audience: Audience) -> list[LoadedFile]:
    """Return the files as an audience may see them; a file of which nothing is left is not among them.

    Problems are left out, because they quote what they were found in; all is told to the team, which `sil check` is for.
    """
    if audience == "team":
        return list(files)
    sound = [file for file in files if all(found.level != "error" for found in file.problems)]
    broken = frozenset(_named_in(file for file in files if file not in sound))
    seen: dict[str, list[LoadedRecord]] = {}
    for record in seen_records([record for file in sound for record in file.records], audience, broken):
        seen.setdefault(record.path, []).append(record)
    return [LoadedFile(file.path, file.kind, tuple(seen[file.path])) for file in sound if file.path in seen]


def seen_records(
    records: Sequence[LoadedRecord], audience: Audience, broken: Hidden = frozenset()
) -> list[LoadedRecord]:
    """Return the records that an audience may see, as it may see them; `broken` names some that cannot be judged."""
    known = {unit for record in records for unit in _addresses(record)}
    hidden = broken
    while True:  # hiding a theme hides its lessons, and hiding those what rests on them
        seen = [record for record in (_seen(record, audience, hidden) for record in records) if record]
        left = {unit for record in seen for unit in _addresses(record)}
        if hidden == broken | (known - left):
            return seen
        hidden = broken | (known - left)


def _seen(record: LoadedRecord, audience: Audience, hidden: Hidden) -> LoadedRecord | None:
    """Return a record as an audience may see it: the same one where there is nothing to leave out."""
    names = {name for _, address in hidden for name in (address, *address.split("/"))}
    if not has_marks(record.plain) and "*" not in names and not _mentions(record.plain, names):
        return record
    return _Copying(record, audience, hidden).copy()


def _mentions(value: object, names: set[str]) -> bool:
    """Whether one of some names, or an address that begins with one, stands anywhere in plain data."""
    if isinstance(value, str):
        return value in names or value.partition("/")[0] in names
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_mentions(item, names) for item in inside)


def hidden_with(record: LoadedRecord) -> list[tuple[str, str]]:
    """Return the paths of what the marks of a record hide, and of what else is hidden because it cannot do without."""
    copying = _Copying(record, "public", frozenset())
    copying.copy()
    return copying.taken_along


def _named_in(files: Iterable[LoadedFile]) -> Iterator[tuple[str, str]]:
    """Yield what files with errors may hold."""
    for file in files:
        yield from broken_in(replace(file, records=()))
        yield from (unit for record in file.records for unit in _addresses(record))
        if file.kind == "theme":
            yield "theme", "*"


def _addresses(record: LoadedRecord) -> Iterator[tuple[str, str]]:
    """Yield kind and address of all that a record holds, under its older ids too."""
    for unit in units_of(record):
        _, slash, name = unit.address.partition("/")
        for identifier in (record.id, *record.plain.get("merged_ids", ())):
            yield unit.kind, f"{identifier}{slash}{name}"


@dataclass(slots=True)
class _Copying:
    """One record on its way to an audience."""

    record: LoadedRecord
    audience: Audience
    hidden: Hidden
    places: list[tuple[str, Position]] = field(default_factory=list)
    """Where the values stand that go along, by their new paths."""
    taken_along: list[tuple[str, str]] = field(default_factory=list)
    marked_sources: frozenset[str] = frozenset()

    def copy(self) -> LoadedRecord | None:
        record, shape = self.record, whole(KINDS[self.record.kind])
        paths = paths_of(record.plain)
        self.marked_sources = frozenset(self._marked_sources(within(paths, "sources")))
        plain = self._value(shape, record.plain, "", "", paths)
        if isinstance(plain, _Gone):
            return None
        places = dict(self.places)
        unsaid = _cited(shape, record.plain) - _cited(shape, plain)
        for key in unsaid & set(plain.get("sources", ())):
            del plain["sources"][key]
            places = {at: place for at, place in places.items() if not f"{at}.".startswith(f"sources.{key}.")}
        return replace(record, plain=plain, positions=places)

    def _marked_sources(self, paths: tuple[Path, ...]) -> Iterator[str]:
        for key, source in self.record.plain.get("sources", {}).items():
            if () in (*paths, *within(paths, key)) or not self._is_for(source):
                yield key

    def _is_for(self, value: Plain) -> bool:
        return may_see(self.audience, value.get("audience", "public"))

    def _value(self, shape: Shape, value: Any, at: str, to: str, paths: tuple[Path, ...]) -> Any:
        """Return a value without what is hidden in it; its path was `at` and becomes `to`."""
        before = len(self.places)
        self._place(at, to)
        copied: Any
        match shape:
            case Nested():
                copied = self._nested(shape, value, at, to, paths)
            case Many(item):
                copied = self._many(item, value, at, to, paths)
            case Keyed(_, item):
                copied = self._keyed(item, value, at, to, paths)
            case _:
                copied = _GONE if self._names_hidden(shape, value) else value
                for lang in value if isinstance(value, dict) else ():
                    self._place(inner(at, lang), inner(to, lang))
        if isinstance(copied, _Gone):
            del self.places[before:]
        return copied

    def _place(self, at: str, to: str) -> None:
        if at in self.record.positions:
            self.places.append((to, self.record.positions[at]))

    def _nested(self, shape: Nested, value: Plain, at: str, to: str, paths: tuple[Path, ...]) -> Plain | _Gone:
        if not self._is_for(value):
            return _GONE
        copied: Plain = {}
        for part in shape.fields.values():
            if part.name not in value or part.name in MARKS:
                continue
            held = self._field(part, value[part.name], at, to, within(paths, part.name))
            if not isinstance(held, _Gone):
                copied[part.name] = held
            elif part.required or part.name in _TOLD_IF_EMPTY.get(shape.cls, ()):
                self.taken_along.append((inner(at, part.name), at))
                return _GONE
        return copied

    def _field(self, part: FieldShape, value: Any, at: str, to: str, paths: tuple[Path, ...]) -> Any:
        """Return what of a field goes along; a list or map that was not empty is gone when nothing of it is left."""
        before = len(self.places)
        held = (
            _GONE if () in paths else self._value(part.shape, value, inner(at, part.name), inner(to, part.name), paths)
        )
        if sheet := _sheet_in(part.shape):
            held = _with_rows_withheld(sheet, value, held)
        if not isinstance(held, _Gone) and (held or not value):
            return held
        del self.places[before:]
        return _empty(part.shape) if part.required else _GONE

    def _many(self, item: Shape, values: list[Any], at: str, to: str, paths: tuple[Path, ...]) -> list[Any]:
        copied: list[Any] = []
        for index, value in enumerate(values):
            called = within(paths, *calls(value))
            if () not in called:
                held = self._value(item, value, inner(at, index), inner(to, len(copied)), (*paths, *called))
                if not isinstance(held, _Gone):
                    copied.append(held)
        return copied

    def _keyed(self, item: Shape, values: Plain, at: str, to: str, paths: tuple[Path, ...]) -> Plain:
        copied = {}
        for key, value in values.items():
            called = within(paths, key)
            if () not in called:
                held = self._value(item, value, inner(at, key), inner(to, key), (*paths, *called))
                if not isinstance(held, _Gone):
                    copied[key] = held
        return copied

    def _names_hidden(self, shape: Shape, value: Any) -> bool:
        """Whether a value is the id of something hidden."""
        for _, kind, name in references_in([Part("", shape, value)]):
            if kind == "source":
                return name in self.marked_sources
            exchange, slash, _ = name.partition("/")
            if kind == "lesson":
                address = name if slash else f"{self.record.id}/{name}"
                if not self.hidden.isdisjoint({("exchange", exchange if slash else self.record.id), (kind, address)}):
                    return True
            elif not self.hidden.isdisjoint({(kind, name), (kind, "*")}):
                return True
        return False


def _cited(shape: Shape, plain: Plain) -> set[str]:
    return {key for _, kind, key in references_in(parts(shape, plain)) if kind == "source"}


def _empty(shape: Shape) -> Any:
    """Return what is left of a field that must be there; gone where nothing can be."""
    match shape:
        case Keyed():
            return {}
        case Many(Ref()):
            return []
    return _GONE


def _sheet_in(shape: Shape) -> type[Any] | None:
    """Return the type of the comparison sheets that a field holds; None for another field."""
    item = shape.item if isinstance(shape, Many) else shape
    return item.cls if isinstance(item, Nested) and item.cls in _SHEETS else None


def _with_rows_withheld(cls: type[Any], value: Any, held: Any) -> Any:
    """Return comparison sheets in which the rows of which nothing is left say so."""
    before = value if isinstance(value, list) else [value]
    after = [] if isinstance(held, _Gone) else held if isinstance(held, list) else [held]
    rows = {part.name: part.shape for part in fields_of(cls) if isinstance(part.shape, Many)}
    lost = [row for row in rows if any(row in sheet for sheet in before) and not any(row in sheet for sheet in after)]
    if not lost:
        return held
    first, *others = after or [{}]
    said = {row: [WITHHELD if rows[row] == Many(Ref("policy")) else {"value": WITHHELD}] for row in lost}
    sheets = [{**first, **said}, *others]
    return sheets if isinstance(value, list) else sheets[0]
