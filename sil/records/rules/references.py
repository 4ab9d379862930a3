"""Rules about ids: what is named must be there, once, and not go round in a circle."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from sil.problem import Problem
from sil.records.kinds import UNIT_FIELDS
from sil.records.load import LoadedRecord
from sil.records.nearest import nearest
from sil.records.rules.records import Records, Seen, fault
from sil.records.walk import references_in


def dangling_ids(seen: Seen) -> Iterator[Problem]:
    """Find ids that belong to no record; ids of merged records go on being good."""
    for at, kind, id_ in references_in(seen.parts):
        address = f"{seen.record.id}/{id_}" if kind == "lesson" and "/" not in id_ else id_
        if kind != "source" and not seen.records.knows(kind, address):
            yield seen.problem("SIL201", at, found=id_, nearest=nearest(id_, seen.records.ids(kind)))


def undefined_sources(seen: Seen) -> Iterator[Problem]:
    """Find sources that are cited and do not stand in the `sources` of the record."""
    for at, kind, key in references_in(seen.parts):
        if kind == "source" and not seen.knows_source(key):
            yield seen.problem("SIL202", at, found=key, nearest=nearest(key, seen.sources))


def unused_sources(seen: Seen) -> Iterator[Problem]:
    """Find sources that stand in `sources` and are cited nowhere in the record."""
    walked = (seen.parts, *(part.parts for part in seen.remnants))
    used = {key for one in walked for _, kind, key in references_in(one) if kind == "source"}
    for key in seen.plain.get("sources", {}):
        if key not in used:
            yield seen.problem("SIL203", f"sources.{key}", found=key)


def ids_used_twice(records: Records) -> Iterator[Problem]:
    """Find ids that belong to two records, of whatever kind; an id that was merged is never used again."""
    owners: dict[str, LoadedRecord] = {}
    for record in records.all:
        first = owners.setdefault(record.id, record)
        if first is not record:
            yield fault(record, "SIL214", "id", found=record.id, other=_where(first))
    for record in records.all:
        for index, old in enumerate(record.plain.get("merged_ids", ())):
            first = owners.setdefault(old, record)
            if first is not record:
                yield fault(record, "SIL214", f"merged_ids.{index}", found=old, other=_where(first))


def _where(record: LoadedRecord) -> str:
    return f"{record.path}:{record.line}"


def inner_ids_used_twice(seen: Seen) -> Iterator[Problem]:
    """Find lessons, follow-ups and collaborations of an exchange that share an id; and questions."""
    for fields in (tuple(UNIT_FIELDS), ("learning_questions",)):
        first: dict[str, str] = {}
        for field in fields:
            for index, item in enumerate(seen.plain.get(field, ())):
                at = f"{field}.{index}"
                other = first.setdefault(item["id"], at)
                if other != at:
                    yield seen.problem("SIL215", f"{at}.id", found=item["id"], other=other)


_TIES = {"theme": ("broader", "related"), "exchange": ("part_of", "follows"), "org": ("relations",)}
"""Fields by which a record of a kind is tied to others of its kind."""


def self_references(seen: Seen) -> Iterator[Problem]:
    """Find records related to themselves, part of themselves, or wider than themselves."""
    for field in _TIES.get(seen.record.kind, ()):
        for at, id_ in _targets(seen.record, field):
            if id_ == seen.record.id:
                yield seen.problem("SIL217", at, found=id_)


def _targets(record: LoadedRecord, field: str) -> Iterator[tuple[str, str]]:
    value = record.plain.get(field, [])
    if isinstance(value, str):
        yield field, value
        return
    for index, item in enumerate(value):
        yield (f"{field}.{index}", item) if isinstance(item, str) else (f"{field}.{index}.to", item["to"])


def circles(records: Records) -> Iterator[Problem]:
    """Find wider themes, larger exchanges and earlier exchanges that lead back to where they started."""
    for kind, field in (("theme", "broader"), ("exchange", "part_of"), ("exchange", "follows")):
        members = {record.id: record for record in records.of_kind(kind)}
        edges = {id_: [target for _, target in _targets(record, field)] for id_, record in members.items()}
        for circle in _circles(edges):
            way = " > ".join((*circle, circle[0]))
            yield fault(members[circle[0]], "SIL218", field, circle=way)


def _circles(edges: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Yield circles of two or more from their least id on; of circles that share a record, one is enough."""
    rest = {id_: [target for target in targets if target != id_] for id_, targets in edges.items()}
    while True:
        try:
            TopologicalSorter(rest).prepare()
        except CycleError as error:
            way = error.args[1][:0:-1]
            start = way.index(min(way))
            yield way[start:] + way[:start]
            rest = {id_: targets for id_, targets in rest.items() if id_ not in way}
        else:
            return
