"""Writes reports: gathers what each is made from, and hands it to its view."""

from sil.errors import UsageError
from sil.index import Filters
from sil.kb.naming import Naming
from sil.kb.records import Records
from sil.light import Callable, Mapping, dataclass
from sil.records.exchange import Exchange
from sil.views.drawing import Picture
from sil.views.frame import Frame
from sil.views.report import Report


@dataclass(frozen=True, slots=True)
class Basis:
    """What reports are written from."""

    records: Records
    names: Naming
    frame: Frame
    home: Callable[[], str]
    """Gives the country whose side the readers are on."""
    today: str
    """ISO date."""


Write = Callable[[Basis, str | None, Filters], Report]


def write_report(basis: Basis, kind: str, about: str | None, filters: Filters) -> Report:
    """Write a report of a kind. Raises UsageError for a kind that does not exist."""
    if kind not in REPORTS:
        raise UsageError("error.choice", option="report", value=kind, allowed=", ".join(REPORTS))
    return REPORTS[kind](basis, about, filters)


def _trip(basis: Basis, about: str | None, _filters: Filters) -> Report:
    from sil.kb.materials import latest_trip, trip_material
    from sil.views.trip import trip_report

    exchange = basis.names.exchange(about) if about else latest_trip(basis.records, basis.today).id
    material = trip_material(basis.records, basis.records.exchange(exchange), basis.today)

    def picture() -> Picture | None:
        from sil.kb.pictured import met_picture

        return met_picture(basis.frame, basis.records, material.told, basis.home())

    return trip_report(basis.frame, material).pictured("met", picture)


def _briefing(basis: Basis, about: str | None, _filters: Filters) -> Report:
    from sil.kb.materials import briefing_material, next_trip
    from sil.views.briefing import briefing_report

    exchange = basis.records.exchange(basis.names.exchange(about)) if about else next_trip(basis.records, basis.today)
    material = briefing_material(basis.records, exchange, basis.home(), basis.today)
    return briefing_report(basis.frame, material, asked_for=bool(about))


def _theme(basis: Basis, about: str | None, _filters: Filters) -> Report:
    if not about:
        raise UsageError("error.needs-theme-name", hint="hint.needs-theme-name")
    from sil.kb.materials import theme_material
    from sil.views.theme import theme_report

    material = theme_material(basis.records, basis.records.theme(about), basis.home(), basis.today)

    def picture() -> Picture | None:
        from sil.kb.pictured import met_picture

        return met_picture(basis.frame, basis.records, material.told, basis.home(), material.under)

    return theme_report(basis.frame, material).pictured("lessons", picture)


def _follow_ups(basis: Basis, _about: str | None, filters: Filters) -> Report:
    from sil.views.ledger import Ledger, follow_ups_report

    chosen, exchanges = _addresses(basis, "follow-up", filters), _exchanges(basis)
    promises = [
        (exchange, promise)
        for exchange in exchanges
        for promise in exchange.follow_ups
        if f"{exchange.id}/{promise.id}" in chosen
    ]
    return follow_ups_report(basis.frame, Ledger(promises, exchanges, basis.today))


def _learning(basis: Basis, _about: str | None, filters: Filters) -> Report:
    from sil.views.learned import learning_report

    chosen = _addresses(basis, "lesson", filters)
    lessons = [
        (exchange, lesson)
        for exchange in _exchanges(basis)
        for lesson in exchange.lessons
        if f"{exchange.id}/{lesson.id}" in chosen
    ]

    def picture() -> Picture | None:
        from sil.kb.pictured import learned_picture

        return learned_picture(basis.frame, basis.records, lessons, basis.home())

    return learning_report(basis.frame, lessons, basis.today).pictured("organisations", picture)


def transfer_card(basis: Basis, name: str, country: str) -> Report:
    """Write the card of a lesson, by its address or title, for a country, by its code.

    Raises NothingFoundError when the name is that of no lesson.
    """
    from sil.views.transfer import TransferMaterial, transfer_report

    address = basis.names.lesson(name)
    exchange = basis.records.exchange(address.partition("/")[0])
    lesson = next(lesson for lesson in exchange.lessons if f"{exchange.id}/{lesson.id}" == address)
    policies = {policy.id: policy for policy in basis.records.policies}
    policies |= {old: policy for policy in basis.records.policies for old in policy.merged_ids}
    return transfer_report(basis.frame, TransferMaterial(exchange, lesson, country, policies), basis.today)


def _addresses(basis: Basis, kind: str, filters: Filters) -> set[str]:
    """Return the addresses of a kind that pass the filters, the same ones that `list` shows."""
    return {unit.address for unit in basis.records.index.units(filters._replace(kinds=(kind,)))}


def _exchanges(basis: Basis) -> list[Exchange]:
    return sorted(basis.records.exchanges, key=lambda exchange: (exchange.start, exchange.id))


REPORTS: Mapping[str, Write] = {
    "trip": _trip,
    "briefing": _briefing,
    "theme": _theme,
    "follow-ups": _follow_ups,
    "learning": _learning,
}
"""Kinds of report."""
