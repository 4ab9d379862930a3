"""The first page of a briefing: why, when, where, who, what is owed and what to ask; and the programme."""

from sil.views.briefing.asking import asked
from sil.views.briefing.material import BriefingMaterial
from sil.views.due import WAITING
from sil.views.frame import Frame, words
from sil.views.model import Block, Cell, Facts, Paragraph
from sil.views.trip.blocks import agenda_table, cell_of
from sil.views.trip.promises import told_state


def first_page(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the page that a busy head of a delegation reads."""
    exchange = material.exchange
    questions = len(asked(frame, material))
    waiting = [promise for _, promise in material.promises if promise.state in WAITING]
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
        ("briefing.open-promises", tuple(told_state(frame, one, material.today) for one in waiting)),
        ("briefing.to-ask", cell_of(frame.says("briefing.count-asked", count=questions) if questions else ())),
    ]
    return [Facts(tuple((frame.says(key), cell) for key, cell in pairs if cell))]


def programme(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the programme in its order."""
    return agenda_table(frame, material.exchange) or [Paragraph(frame.says("briefing.no-programme", "doubt"))]
