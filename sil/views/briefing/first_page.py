"""The first page of a briefing: why, when, where, who, what is owed and what to ask; and the programme."""

from sil.views.briefing.asking import asked
from sil.views.briefing.material import BriefingMaterial
from sil.views.frame import Frame, words
from sil.views.model import Block, Cell, Facts, Paragraph, Row, Table
from sil.views.trip.blocks import cell_of, columns


def first_page(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the page that a busy head of a delegation reads."""
    exchange = material.exchange
    waiting = [promise for _, promise in material.promises if promise.state in ("open", "unknown")]
    pairs: list[tuple[str, Cell]] = [
        ("briefing.purpose", cell_of(frame.text(exchange.goal))),
        ("fact.when", (words(frame.period(exchange.start, exchange.end)),)),
        ("fact.where", tuple(frame.text(place) for place in exchange.places)),
        ("briefing.hosted-by", cell_of(frame.country(exchange.host_country))),
        ("fact.organisers", cell_of(frame.names(exchange.organisers))),
        ("fact.funders", cell_of(frame.names(exchange.funders))),
        ("briefing.own", cell_of(frame.names(material.own))),
        ("briefing.they", cell_of(frame.names(material.counterparts))),
        ("fact.themes", cell_of(frame.names(exchange.themes))),
        ("briefing.expected", tuple(frame.text(outcome.text) for outcome in exchange.expected_outcomes)),
        ("briefing.open-promises", tuple(frame.text(promise.what) for promise in waiting)),
        ("briefing.to-ask", (frame.says("briefing.count-asked", count=len(asked(frame, material))),)),
    ]
    return [Facts(tuple((frame.says(key), cell) for key, cell in pairs if cell))]


def programme(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the programme in its order."""
    exchange = material.exchange
    if not exchange.agenda:
        return [Paragraph(frame.says("briefing.no-programme", "doubt"))]
    rows = tuple(
        Row(
            (
                cell_of(words(frame.date(item.time)) if item.time else frame.says("state.no-date", "muted")),
                (frame.noted(frame.text(item.title), exchange.id, exchange.sources, item.source),),
                cell_of(frame.name(item.host) if item.host else ()),
                cell_of(frame.text(item.place)),
                cell_of(frame.text(item.purpose)),
            )
        )
        for item in exchange.agenda
    )
    return [Table(columns(frame, "when", "part", "host", "place", "purpose"), rows)]
