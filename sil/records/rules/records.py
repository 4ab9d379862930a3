"""The records that rules look at: all of them together, and one at a time."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from sil.problem import Problem
from sil.records.codes import problem
from sil.records.kinds import KINDS
from sil.records.links import units_of
from sil.records.load import LoadedRecord
from sil.records.reading import Plain, Position
from sil.records.shape import Nested, whole
from sil.records.types import Claim
from sil.records.walk import Part, parts


class Records:
    """All records of a knowledge base, by kind and id.

    `broken` names records that are there and cannot be read, so that nobody is told they do not exist.
    """

    def __init__(self, records: Iterable[LoadedRecord], broken: Iterable[tuple[str, str]] = ()) -> None:
        self.all = tuple(sorted(records, key=lambda record: (record.path, record.line)))
        self.live: dict[tuple[str, str], LoadedRecord] = {}
        """The first record of each kind and id; lessons by their address."""
        self.merged: dict[tuple[str, str], LoadedRecord] = {}
        """Records by the ids that were merged into them."""
        self._broken = set(broken)
        for record in self.all:
            for unit in units_of(record):
                self.live.setdefault((unit.kind, unit.address), record)
            for old in record.plain.get("merged_ids", ()):
                self.merged.setdefault((record.kind, old), record)

    def of_kind(self, kind: str) -> Iterator[LoadedRecord]:
        """Yield the records of a kind."""
        return (record for record in self.all if record.kind == kind)

    def knows(self, kind: str, id_: str) -> bool:
        """Whether there is such a record: under this id, under an older one, or one that cannot be read."""
        if kind == "lesson" and self._is_broken_or_merged("exchange", id_.partition("/")[0]):
            return True
        return (kind, id_) in self.live or self._is_broken_or_merged(kind, id_)

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

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All values in it, with paths and shapes."""
        return tuple(parts(whole(KINDS[self.record.kind]), self.plain))

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
