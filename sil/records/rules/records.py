"""The records that rules look at: all of them together, and one at a time."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sil.problem import Problem
from sil.records.codes import problem
from sil.records.folder import id_of
from sil.records.kinds import FILE_TYPES, KINDS
from sil.records.links import units_of
from sil.records.load import LoadedFile, LoadedRecord, broken_in
from sil.records.reading import Plain, Position, inner
from sil.records.shape import Nested, whole
from sil.records.types import Claim
from sil.records.walk import Part, parts, shape_at


class Records:
    """All records of a knowledge base, by kind and id.

    `broken` are files of which something could not be read, so that nobody is told it does not exist.
    """

    def __init__(self, records: Iterable[LoadedRecord], broken: Iterable[LoadedFile] = ()) -> None:
        self.all = tuple(sorted(records, key=lambda record: (record.path, record.line)))
        self.live: dict[tuple[str, str], LoadedRecord] = {}
        """The first record of each kind and id; lessons by their address."""
        self.merged: dict[tuple[str, str], LoadedRecord] = {}
        """Records by the ids that were merged into them."""
        self.broken = {file.path: file for file in broken}
        """Files of which something could not be read, by their paths."""
        self._broken = {name for file in self.broken.values() for name in broken_in(file)}
        for record in self.all:
            for unit in units_of(record):
                self.live.setdefault((unit.kind, unit.address), record)
            for old in record.plain.get("merged_ids", ()):
                self.merged.setdefault((record.kind, old), record)

    def of_kind(self, kind: str) -> Iterator[LoadedRecord]:
        """Yield the records of a kind."""
        return (record for record in self.all if record.kind == kind)

    def knows(self, kind: str, id_: str) -> bool:
        """Whether there is such a record: under this id, under an older one, or one that cannot be read.

        A source is known by the path of its file and its key.
        """
        exchange, slash, _ = id_.partition("/")
        if kind == "lesson" and self._is_broken_or_merged("exchange", exchange):
            return True
        return (kind, id_) in self.live or any(
            self._is_broken_or_merged(kind, name) for name in (id_, f"{exchange}{slash}*")
        )

    def _is_broken_or_merged(self, kind: str, id_: str) -> bool:
        return not self._broken.isdisjoint({(kind, id_), (kind, "*")}) or (kind, id_) in self.merged

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind."""
        return [id_ for known, id_ in self.live if known == kind]


class Seen:
    """One record, walked once for all rules."""

    def __init__(self, record: LoadedRecord, records: Records) -> None:
        self.record = record
        self.plain = record.plain
        self.records = records
        self.at = ""
        """Path at which it stands in its record."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All values in it, with paths and shapes."""
        return tuple(parts(whole(KINDS[self.record.kind]), self.plain))

    @cached_property
    def remnants(self) -> "tuple[SeenRemnant, ...]":
        """What is left of the parts of its file that could not be read."""
        file = self.records.broken.get(self.record.path)
        return tuple(remnants_of(file, self.records)) if file else ()

    def knows_source(self, key: str) -> bool:
        """Whether a source is defined in its record, or may be, as it could not be read."""
        return self.lacks("sources", exactly=True) or self.lacks(f"sources.{key}", exactly=True) or key in self.sources

    @cached_property
    def sources(self) -> Mapping[str, Any]:
        """The sources of its record, by their keys."""
        found: Mapping[str, Any] = self.plain.get("sources", {})
        return found

    def lacks(self, at: str, *, exactly: bool = False) -> bool:
        """Whether something at or within a field is not there because it could not be read."""
        file = self.records.broken.get(self.record.path)
        if file is None:
            return False
        place = as_in_file(at, file, self.at)
        return any(left.at == place or (not exactly and left.at.startswith(f"{place}.")) for left in file.remnants)

    @cached_property
    def claims(self) -> tuple[tuple[str, Plain], ...]:
        """All claims in it, with their paths."""
        return tuple((at, value) for at, value in self.nested(Claim))

    def nested(self, cls: type[Any]) -> Iterator[tuple[str, Plain]]:
        """Yield the parts of a type, with their paths."""
        for at, shape, value in self.parts:
            if isinstance(shape, Nested) and issubclass(shape.cls, cls):
                yield at, value

    def problem(self, code: str, at: str, **values: str | int) -> Problem:
        """Make a problem at a field of the record."""
        return fault(self.record, code, at, **values)


class SeenRemnant(Seen):
    """What is left of a part of a file that could not be read: what stands in it is whole, itself it lacks something."""

    def __init__(self, record: LoadedRecord, at: str, records: Records) -> None:
        super().__init__(record, records)
        self.at = at
        self._shape = shape_at(whole(FILE_TYPES[record.kind]), at)

    @cached_property
    def sources(self) -> Mapping[str, Any]:
        """The sources of the record it was in, of which it may be what is left."""
        record = next((one for one in self.records.all if one.path == self.record.path), self.record)
        left = next((part.plain for part in self.remnants if not part.at), {})
        return {**left.get("sources", {}), **record.plain.get("sources", {})}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All values in it, with paths in the file and shapes; without itself."""
        return tuple(parts(self._shape, self.plain, self.at))[1:] if self.plain else ()


def remnants_of(file: LoadedFile, records: Records) -> Iterator[SeenRemnant]:
    """Yield what is left of the parts of a file that could not be read."""
    name = file.id or id_of(file.path)
    for left in file.remnants:
        line, _ = left.positions.get(left.at, (1, 1))
        record = LoadedRecord(file.path, file.kind, name, left.plain, line, left.positions)
        yield SeenRemnant(record, left.at, records)


def as_in_file(at: str, file: LoadedFile, start: str = "") -> str:
    """Return the path of a field with the lists counted as in its file, where some of their items were left out.

    `start` is the beginning of a path that is counted so already.
    """
    left = {part.at for part in file.remnants}
    counted = start if f"{at}.".startswith(f"{start}.") else ""
    for name in filter(None, at.removeprefix(counted).split(".")):
        counted = inner(counted, _number(counted, int(name), left) if name.isdecimal() else name)
    return counted


def _number(around: str, number: int, left: set[str]) -> int:
    """Return the number that an item of a list has in the file, among those that were left out."""
    at = -1
    while number >= 0:
        at += 1
        number -= inner(around, at) not in left
    return at


def fault(record: LoadedRecord, code: str, at: str, **values: str | int) -> Problem:
    """Make a problem at a field of a record, or at the nearest field around it whose place is known."""
    line, column = _place(record, at)
    return problem(code, record.path, line, column, record=record.id, field=at, **values)


def _place(record: LoadedRecord, at: str) -> Position:
    while at:
        if at in record.positions:
            return record.positions[at]
        at = at.rpartition(".")[0]
    return record.line, 1
