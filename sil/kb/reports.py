"""Writes reports: gathers what each is made from, and hands it to its view."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sil.errors import UsageError
from sil.index import Filters
from sil.kb.materials import briefing_material, latest_trip, next_trip, trip_material
from sil.records.exchange import Exchange
from sil.views.briefing import briefing_report
from sil.views.learned import learning_report
from sil.views.ledger import follow_ups_report
from sil.views.report import Report
from sil.views.trip import trip_report

if TYPE_CHECKING:
    from sil.kb.knowledge_base import KnowledgeBase

Write = Callable[["KnowledgeBase", str | None, Filters, str], Report]


def write_report(kb: "KnowledgeBase", kind: str, about: str | None, filters: Filters, today: str) -> Report:
    """Write a report of a kind. Raises UsageError for a kind that does not exist."""
    if kind not in REPORTS:
        raise UsageError("error.choice", option="report", value=kind, allowed=", ".join(REPORTS))
    return REPORTS[kind](kb, about, filters, today)


def _trip(kb: "KnowledgeBase", about: str | None, _filters: Filters, today: str) -> Report:
    exchange = kb.names.exchange(about) if about else latest_trip(kb.records).id
    return trip_report(kb.frame(), trip_material(kb.records, kb.records.exchange(exchange)), today)


def _briefing(kb: "KnowledgeBase", about: str | None, _filters: Filters, today: str) -> Report:
    exchange = kb.records.exchange(kb.names.exchange(about)) if about else next_trip(kb.records, today)
    material = briefing_material(kb.records, exchange, kb.settings.home_country)
    return briefing_report(kb.frame(), material, today, asked_for=bool(about))


def _follow_ups(kb: "KnowledgeBase", _about: str | None, filters: Filters, today: str) -> Report:
    chosen = _addresses(kb, "follow-up", filters)
    promises = [
        (exchange, promise)
        for exchange in _exchanges(kb)
        for promise in exchange.follow_ups
        if f"{exchange.id}/{promise.id}" in chosen
    ]
    return follow_ups_report(kb.frame(), promises, today)


def _learning(kb: "KnowledgeBase", _about: str | None, filters: Filters, today: str) -> Report:
    chosen = _addresses(kb, "lesson", filters)
    lessons = [
        (exchange, lesson)
        for exchange in _exchanges(kb)
        for lesson in exchange.lessons
        if f"{exchange.id}/{lesson.id}" in chosen
    ]
    return learning_report(kb.frame(), lessons, today)


def _addresses(kb: "KnowledgeBase", kind: str, filters: Filters) -> set[str]:
    """Return the addresses of a kind that pass the filters, the same ones that `list` shows."""
    return {unit.address for unit in kb.index.units(filters._replace(kinds=(kind,)))}


def _exchanges(kb: "KnowledgeBase") -> list[Exchange]:
    return sorted(kb.records.exchanges, key=lambda exchange: (exchange.start, exchange.id))


REPORTS: Mapping[str, Write] = {
    "trip": _trip,
    "briefing": _briefing,
    "follow-ups": _follow_ups,
    "learning": _learning,
}
"""Kinds of report."""
