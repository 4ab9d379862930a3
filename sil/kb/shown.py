"""Gathers one record with its links both ways, for `show`."""

from sil.index import Filters, Index, Link, StoredRecord
from sil.index.unit import INNER
from sil.kb.records import Records, record_of
from sil.light import Any
from sil.views.record import BelowLine, LinkLine, Shown


def shown(records: Records, address: str) -> Shown:
    """Return the record, or the part of an exchange, that has an address."""
    index = records.index
    unit = index.unit(address)
    record_kind = "exchange" if unit and unit.kind in INNER else unit.kind if unit else "org"
    stored = index.record(record_kind, address.split("/", 1)[0])
    if unit is None or stored is None:
        raise LookupError(address)
    record, plain = _part(stored, unit.kind, address)
    outer = record_of(stored)
    return Shown(
        kind=unit.kind,
        address=unit.address,
        record=record,
        plain=plain,
        path=unit.path,
        line=unit.line,
        sources=getattr(outer, "sources", {}),
        links_to=tuple(_line(link, link.kind, link.target) for link in index.links_from(unit.address)),
        links_from=tuple(_line(link, link.source_kind, link.source) for link in index.links_to(unit.address)),
        below=_below(index, unit.address) if unit.kind == "theme" else (),
    )


def _below(index: Index, theme: str) -> tuple[BelowLine, ...]:
    """Return what is under a theme by narrower ones alone, in the order of these."""
    units = index.units(Filters(themes=(theme,)))
    narrower = [unit.address for unit in units if unit.kind == "theme" and unit.address != theme]
    lines = [
        BelowLine(unit.address, unit.kind, tuple(one for one in narrower if one in unit.themes))
        for unit in units
        if unit.kind != "theme" and theme not in unit.themes
    ]
    return tuple(sorted(lines, key=lambda line: narrower.index(line.themes[0])))


def _part(stored: StoredRecord, kind: str, address: str) -> tuple[object, Any]:
    record = record_of(stored)
    if kind not in INNER:
        return record, stored.plain
    field, name = INNER[kind], address.split("/", 1)[1]
    at = next(place for place, part in enumerate(getattr(record, field)) if part.id == name)
    plain: Any = stored.plain[field]
    return getattr(record, field)[at], plain[at]


def _line(link: Link, kind: str, address: str) -> LinkLine:
    return LinkLine(link.field, address, kind)
