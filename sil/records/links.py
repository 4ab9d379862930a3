"""What a record names: other records, found by walking its shape; and what is addressed inside it."""

from operator import attrgetter

from sil.light import Iterator, dataclass
from sil.records.kinds import KINDS, UNADDRESSED, UNIT_FIELDS
from sil.records.load import LoadedRecord
from sil.records.reading import Plain
from sil.records.shape import whole
from sil.records.walk import parts, references_in

WITHHELD = "withheld"
"""Stands for ids of laws that are not for an audience (`sil.records.audience`)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A record named by another, or by an item in it."""

    unit: str
    """Address of what names it: `soil-2019-bangkok`, `soil-2019-bangkok/social-employment-model`."""

    field: str
    """Path of the field in the record: `lessons.0.theme`."""

    kind: str
    """`org`, `policy`, `theme`, `exchange` or `lesson`."""

    id: str
    """Id of the record named; a lesson with its exchange, `<exchange>/<lesson>`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something with an address: a record, or an item in one."""

    kind: str
    address: str
    field: str
    """Path in the record; empty for the record itself."""
    plain: Plain


def units_of(record: LoadedRecord) -> Iterator[Unit]:
    """Yield what can be addressed: the record, then the items in it."""
    if record.kind in UNADDRESSED:
        return
    yield Unit(record.kind, record.id, "", record.plain)
    if record.kind == "exchange":
        for field, kind in UNIT_FIELDS.items():
            for index, item in enumerate(record.plain.get(field, ())):
                yield Unit(kind, f"{record.id}/{item['id']}", f"{field}.{index}", item)


def links_of(record: LoadedRecord) -> Iterator[Link]:
    """Yield all links of a record to others; sources are not records."""
    addresses = {unit.field: unit.address for unit in units_of(record)}
    for at, kind, id_ in references_in(parts(whole(KINDS[record.kind]), record.plain, "", attrgetter("naming"))):
        if id_ == WITHHELD:
            continue
        item = ".".join(at.split(".")[:2])
        full = f"{record.id}/{id_}" if kind == "lesson" and "/" not in id_ else id_
        yield Link(addresses.get(item, record.id), at, kind, full)
