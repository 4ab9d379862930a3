"""Gathers what pictures are made from: ties between organisations, and moments with their figures."""

from collections.abc import Collection, Sequence
from itertools import chain

from sil.index import Filters
from sil.kb.records import Records
from sil.records.exchange import Exchange, Lesson
from sil.records.organisation import Organisation
from sil.records.policy import Policy
from sil.records.types import Claim
from sil.records.values import Text
from sil.views.bars import bars, series_of
from sil.views.drawing import Picture, Tie
from sil.views.frame import Frame, joined, words
from sil.views.laws import short_name
from sil.views.model import Inline
from sil.views.network import Network, learned_ties, ties_of
from sil.views.timeline import Moment, Point, Series, Timeline
from sil.views.trip.blocks import unsure


def network(frame: Frame, records: Records, about: Sequence[str], filters: Filters, home: str) -> Network:
    """Return who met whom and who learned from whom; `about` keeps only what touches these organisations."""
    exchanges = [exchange for exchange in records.exchanges if _in_years(exchange.start, exchange.end, filters)]
    countries = _homes(records)
    ties = ties_of(exchanges, _themes(records, filters))
    if about:
        ties = [tie for tie in ties if tie.start in about or tie.end in about]
    if filters.countries:
        wanted = set(filters.countries)
        ties = [tie for tie in ties if wanted & {countries.get(tie.start), countries.get(tie.end)}]
    title = frame.says("heading.graph")
    if about:
        title = (*title, *words(frame.colon), *frame.names(about))
    return Network(frame, title, ties, countries, home)


FEWEST = 3
"""Organisations from which on a picture says more than a line."""


def met_picture(
    frame: Frame, records: Records, exchanges: Sequence[Exchange], home: str, themes: Collection[str] = ()
) -> Picture | None:
    """Return who met and who learned in some exchanges, on some themes; None where there is too little to draw."""
    return _picture(frame, records, ties_of(exchanges, themes), home)


def learned_picture(
    frame: Frame, records: Records, lessons: Sequence[tuple[Exchange, Lesson]], home: str
) -> Picture | None:
    """Return who learned from whom in some lessons; None where there is too little to draw."""
    return _picture(frame, records, learned_ties(lessons), home)


def _picture(frame: Frame, records: Records, ties: Sequence[Tie], home: str) -> Picture | None:
    if len({end for tie in ties for end in (tie.start, tie.end)}) < FEWEST:
        return None
    return Network(frame, frame.says("heading.graph"), ties, _homes(records), home).picture()


def _homes(records: Records) -> dict[str, str]:
    """Return the country of each organisation."""
    return {organisation.id: organisation.country or "" for organisation in records.organisations}


def timeline(frame: Frame, records: Records, about: Sequence[str], filters: Filters, home: str) -> Timeline:
    """Return exchanges and changes of laws; of the organisations and laws `about`, also their events and figures."""
    themes = _themes(records, filters)
    told = [record for record in map(records.at, about) if isinstance(record, Policy | Organisation | Exchange)]
    subjects = told or [
        policy for policy in records.policies if not themes or themes & set(policy.themes)
    ]  # without names: the laws; all figures of all records would be no picture
    exchanges = [
        exchange
        for exchange in records.exchanges
        if (not themes or themes & set(exchange.themes)) and (not about or _takes_part(exchange, about))
    ]
    moments = [
        *(_exchange(frame, records, exchange) for exchange in exchanges),
        *chain(*(_events(frame, one) for one in subjects)),
    ]
    kept = [
        moment
        for moment in moments
        if _in_years(moment.date, moment.until, filters)
        and (not filters.countries or set(filters.countries) & set(moment.countries))
    ]
    series = [one for subject in told for one in _series(frame, subject)]
    title = frame.says("heading.timeline")
    if about:
        title = (*title, *words(frame.colon), *frame.names(about))
    return Timeline(frame, title, kept, series, home)


def _themes(records: Records, filters: Filters) -> set[str]:
    """Return the themes asked for, with all that are narrower."""
    return {*filters.themes, *records.under("theme", filters.themes)}


def _in_years(start: str, end: str | None, filters: Filters) -> bool:
    first, last = int(start[:4]), int((end or start)[:4])
    return (filters.first_year is None or last >= filters.first_year) and (
        filters.last_year is None or first <= filters.last_year
    )


def _takes_part(exchange: Exchange, about: Sequence[str]) -> bool:
    return exchange.id in about or bool({part.org for part in exchange.participants} & set(about))


def _exchange(frame: Frame, records: Records, exchange: Exchange) -> Moment:
    """Return an exchange in the lanes of its countries; one without host and guests in those of who takes part."""
    sides = (exchange.host_country, *exchange.visiting_countries)
    bodies = (*exchange.organisers, *(part.org for part in exchange.participants))
    homes = _homes(records)
    found = sides if any(sides) else map(homes.get, filter(None, bodies))
    countries = tuple(dict.fromkeys(filter(None, found)))
    what = (*frame.name(exchange.id), *unsure(frame, exchange))
    return Moment(exchange.start, exchange.end, "exchange", countries, what, exchange.id)


def _events(frame: Frame, record: Policy | Organisation | Exchange) -> list[Moment]:
    if isinstance(record, Policy):
        whose = short_name(frame, record)
        country = (record.country,) if record.country else ()
        return [
            Moment(change.date, None, "law", country, joined((whose, frame.text(change.what)), frame.colon), record.id)
            for change in record.changes
        ]
    if isinstance(record, Organisation):
        country = (record.country,) if record.country else ()
        return [
            Moment(event.as_of, event.until, "event", country, _said(frame, event), record.id)
            for event in record.history
            if event.as_of
        ]
    return []


def _said(frame: Frame, claim: Claim) -> Inline:
    return frame.text(claim.value) if isinstance(claim.value, Text) else frame.value(claim.value, claim.unit)


def _series(frame: Frame, record: Policy | Organisation | Exchange) -> list[Series]:
    if not isinstance(record, Policy | Organisation):
        return []
    return [
        Series(
            record.id,
            joined((frame.name(record.id), frame.measure(figures[0])), frame.colon),
            tuple(
                Point(
                    figure.as_of or "",
                    frame.date(figure.as_of),
                    float(figure.value) if isinstance(figure.value, int | float) else 0.0,
                    "".join(run.text for run in frame.value(figure.value, figure.unit)),
                    bar,
                )
                for figure, bar in zip(figures, bars(figures), strict=True)
            ),
        )
        for figures in series_of(record.figures)
    ]
