"""The exchange itself: when, where, who took part, who met whom, and how those compare."""

from itertools import chain

from sil.records.exchange import Exchange
from sil.views.comparison import comparison_table, relation_signs
from sil.views.frame import Frame, joined, words
from sil.views.model import Block, Bullets, Cell, Facts, Inline, Paragraph, Row, Table
from sil.views.organisations import compare_organisations
from sil.views.trip.blocks import agenda_table, cell_of, dated, faces, listed, terms_table
from sil.views.trip.changed import SIGNS, Changes
from sil.views.trip.material import TripMaterial


def facts(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return the summary of the exchange, and its facts one a line."""
    exchange = trip.exchange
    took_part = "participants" if trip.is_held else "participants-planned"
    pairs: list[tuple[str, Cell]] = [
        ("when", (words(frame.period(exchange.start, exchange.end)),)),
        ("where", tuple(frame.text(place) for place in exchange.places)),
        ("kind", (frame.choice(exchange.kind),)),
        ("status", (frame.choice(exchange.status),)),
        ("programme", cell_of(frame.text(exchange.programme))),
        ("organisers", cell_of(frame.names(exchange.organisers))),
        ("funders", cell_of(frame.names(exchange.funders))),
        (took_part, tuple(_participant(frame, exchange, org) for org in _participants(exchange))),
        ("themes", cell_of(frame.names(exchange.themes))),
        ("goal", cell_of(frame.text(exchange.goal))),
        ("before", tuple(dated(frame, earlier) for earlier in trip.before)),
        ("after", tuple(dated(frame, later) for later in trip.after)),
    ]
    sources = frame.cited.cite(exchange.id, exchange.sources, exchange.sources)
    facts = Facts(tuple((frame.says(f"fact.{key}"), cell) for key, cell in pairs if cell))
    summary = frame.text(exchange.summary, notes=sources)
    return [Paragraph(summary), facts]


def _participants(exchange: Exchange) -> list[str]:
    """Return each organisation once, in the order in which it is first named."""
    return list(dict.fromkeys(part.org for part in exchange.participants))


def _participant(frame: Frame, exchange: Exchange, org: str) -> Inline:
    parts = [part for part in exchange.participants if part.org == org]
    roles = joined((frame.choice(role) for role in dict.fromkeys(part.role for part in parts)), frame.comma)
    keys = [key for part in parts for key in part.source]
    line = (*frame.name(org), *frame.bracketed(roles, "muted"))
    return frame.noted(line, exchange.id, exchange.sources, keys)


def agenda(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return the programme as it is recorded."""
    return agenda_table(frame, trip.exchange)


def terms(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return the themes of the exchange in three languages."""
    return terms_table(frame, trip.themes)


def met(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return who met or is to meet whom here, and who met before."""
    rows = tuple(
        Row(
            (
                (frame.name(meeting.theme, "strong") if meeting.theme else frame.says("state.no-theme", "muted"),),
                (frame.noted(faces(frame, meeting.orgs), exchange.id, exchange.sources, meeting.source),),
                cell_of(frame.text(meeting.note)),
            ),
            group=dated(frame, exchange),
        )
        for exchange in trip.told
        for meeting in exchange.meetings
    )
    met = "met" if trip.is_held else "meeting"
    return [Paragraph(_counted(frame, trip)), *listed(frame, ("theme", met, "note"), rows)] if rows else []


def _counted(frame: Frame, trip: TripMaterial) -> Inline:
    """Return how many bodies met or are to meet, by country, each counted once however often it is named."""
    here = _bodies(trip.exchange)
    countries = [(trip.organisations[org].country if org in trip.organisations else None) or "" for org in here]
    parts = [
        f"{frame.country_name(country) if country else frame.label('met.elsewhere')} {countries.count(country)}"
        for country in sorted(set(countries), key=lambda code: (not code, -countries.count(code), code))
    ]
    counted = "met.counted" if trip.is_held else "met.counted-planned"
    said = frame.says(counted, count=len(here), countries=frame.comma.join(parts))
    every = {org for exchange in trip.told for org in _bodies(exchange)}
    return (*said, *frame.says("met.counted-all", count=len(every))) if trip.before else said


def _bodies(exchange: Exchange) -> list[str]:
    """Return who took part, met or hosted, once each."""
    met = [org for meeting in exchange.meetings for org in meeting.orgs]
    hosts = [item.host for item in exchange.agenda if item.host]
    return list(dict.fromkeys((*_participants(exchange), *met, *hosts)))


def comparisons(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return a comparison for each meeting of organisations with sheets; of an earlier meeting where none met here."""
    meetings = trip.exchange.meetings or tuple(chain.from_iterable(earlier.meetings for earlier in trip.before))
    blocks: list[Block] = []
    changes = Changes(trip.exchange.start, trip.today)
    for meeting in meetings:
        met = [trip.organisations[org] for org in meeting.orgs if org in trip.organisations]
        compared = compare_organisations(
            frame, [organisation for organisation in met if organisation.model], signs=changes.signs
        )
        if len(compared.subjects) > 1:
            table = comparison_table(frame, compared.subjects, compared.compared)
            blocks.append(Table(table.columns, table.rows, caption=faces(frame, meeting.orgs)))
    return [*blocks, _legend(frame, trip, changes)] if blocks else []


def _legend(frame: Frame, trip: TripMaterial, changes: Changes) -> Block:
    """Return what the signs between the cells and before the claims mean; those that were not needed are left out.

    Nothing can have changed since an exchange that was not held.
    """
    if not trip.is_held:
        return Bullets(((relation_signs(frame),),), marked=False)
    start = frame.date(trip.exchange.start)
    given = [f"{sign} {frame.label(f'change.{change}')}" for change, sign in SIGNS.items() if change in changes.given]
    key = "change.since" if given else "change.none"
    said = frame.says(key, "muted", date=start, signs=frame.semicolon.join(given))
    return Bullets(((relation_signs(frame),), (said,)), marked=False)
