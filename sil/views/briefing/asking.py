"""Questions of a briefing: what nobody has answered, to whom it goes, and who of our side asks."""

from sil.light import dataclass
from sil.records.exchange import Exchange, LearningQuestion
from sil.records.organisation import Organisation
from sil.views.briefing.material import BriefingMaterial
from sil.views.frame import Frame, words
from sil.views.model import Block, Inline, Row
from sil.views.organisations import compare_organisations
from sil.views.trip.blocks import listed

KEY_ROWS = ("problem", "beneficiaries", "customers", "operation", "revenue", "essentials")
"""Rows that are asked of a body without a comparison sheet; all rows would be a form, not a conversation."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, to whom, and by whom."""

    to: str
    """Id of the organisation; empty where a question found nobody that it could be put to."""
    text: Inline
    by: tuple[str, ...]


def questions(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the questions, grouped by the organisation that can answer; a blank where nobody of ours faces it."""
    rows = tuple(
        Row(
            (
                (ask.text,),
                (frame.names(ask.by) or frame.says("briefing.blank", "muted"),),
            ),
            group=frame.name(ask.to, "strong") if ask.to else frame.says("briefing.to-settle", "doubt"),
        )
        for ask in asked(frame, material)
    )
    return listed(frame, ("question", "asker"), rows)


def asked(frame: Frame, material: BriefingMaterial) -> list[Asked]:
    """Return all questions by addressee: those brought along, then the unknown cells, then what its record asks.

    Last come the questions of our side that nobody who is met can be asked by those who ask them.
    """
    found: list[Asked] = []
    put: set[tuple[str, str]] = set()
    for org in material.counterparts:
        by = tuple(material.partners(org))
        brought = []
        for exchange, question in _unanswered(material):
            if (askers := _askers(question, by)) is not None:
                put.add((exchange.id, question.id))
                brought.append(Asked(org, _said(frame, exchange, question), askers))
        if org in material.organisations:
            record = material.organisations[org]
            unknown = [Asked(org, words(text), by) for text in _unknown(frame, record)]
            open_ones = [Asked(org, frame.text(text), by) for text in record.open_questions]
            brought = [*brought, *unknown, *open_ones]
        found += brought
    met = set(material.counterparts)
    return found + [
        Asked("", _said(frame, exchange, question), question.asked_by)
        for exchange, question in _unanswered(material)
        if (exchange.id, question.id) not in put and not met & {*question.asked_by}
    ]


def they_ask(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the questions that those who are met bring to us: somebody of ours should have the answer ready."""
    rows = tuple(
        Row(((_said(frame, exchange, question),), (frame.says("briefing.blank", "muted"),)), group=frame.name(org))
        for org in material.counterparts
        for exchange, question in _unanswered(material)
        if org in question.asked_by
    )
    return listed(frame, ("question", "answerer"), rows)


def _said(frame: Frame, exchange: Exchange, question: LearningQuestion) -> Inline:
    return frame.noted(frame.text(question.text), exchange.id, exchange.sources, question.source)


def _unanswered(material: BriefingMaterial) -> list[tuple[Exchange, LearningQuestion]]:
    """Return the questions without an answer of this exchange and of the one it follows."""
    before = [exchange for exchange in material.earlier if exchange.id == material.exchange.follows]
    return [
        (exchange, question)
        for exchange in (material.exchange, *before)
        for question in exchange.learning_questions
        if not question.answered_by
    ]


def _askers(question: LearningQuestion, by: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return who of those that face an organisation puts a question to it; None when it is not theirs."""
    if not question.asked_by:
        return by
    ours = tuple(asker for asker in question.asked_by if asker in by)
    return ours or None


def _unknown(frame: Frame, organisation: Organisation) -> list[str]:
    rows = () if organisation.model else KEY_ROWS
    return [question.text for question in compare_organisations(frame, [organisation], rows).questions]
