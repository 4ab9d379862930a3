"""The transfer card: which conditions of a lesson are met in a country, and the fact each verdict rests on.

A condition that rests on a law is judged by what the law's sheet says now; any other as the record states it.
"""

from sil.light import Literal, Mapping, Sequence, dataclass
from sil.records.exchange import Exchange, Lesson
from sil.records.policy import Policy
from sil.records.transfer import Condition, LawFact
from sil.records.types import Claim
from sil.views.frame import Frame, plain_text, words
from sil.views.laws import law_row, short_name
from sil.views.model import Block, Bullets, Cell, Facts, Inline, Paragraph, Row, Section, Style, Table
from sil.views.relation import is_empty
from sil.views.report import Report
from sil.views.trip.blocks import cell_of, columns
from sil.views.trip.learning import direction

Verdict = Literal["met", "not-met", "unknown"]

SIGNS: Mapping[Verdict, tuple[str, Style]] = {"met": ("✓", "good"), "not-met": ("×", "bad"), "unknown": ("?", "doubt")}


@dataclass(frozen=True, slots=True)
class TransferMaterial:
    """A lesson with its exchange, the country it goes to, and the laws by id."""

    exchange: Exchange
    lesson: Lesson
    country: str
    policies: Mapping[str, Policy]


@dataclass(frozen=True, slots=True)
class Judged:
    """A condition with its verdict and the words for the fact it rests on."""

    condition: Condition
    verdict: Verdict
    fact: Cell


def verdict_of(claims: Sequence[Claim], fact: LawFact) -> Verdict:
    """Judge a row of a law: met when one of the codes stands in it and still holds, unknown when it says nothing."""
    standing = [claim for claim in claims if not claim.until and (not is_empty(claim) or claim.value == "none")]
    if any(set(fact.has) & set(claim.code) for claim in standing):
        return "met"
    return "not-met" if standing else "unknown"


def transfer_report(frame: Frame, material: TransferMaterial, today: str) -> Report:
    """Write the card of a lesson for a country."""
    lesson = _lesson(frame, material)  # first, so that its sources are numbered first
    judged = _judged(frame, material)
    parts: dict[str, list[Block]] = {
        "lesson": lesson,
        "conditions": _conditions(frame, judged),
        "settle": _settle(frame, judged),
    }
    return Report.dated(
        frame,
        f"transfer-{material.exchange.id}-{material.lesson.id}-{material.country}",
        frame.says("report.transfer", country=frame.country_name(material.country)),
        (Section(key, frame.says(f"transfer.{key}"), tuple(blocks)) for key, blocks in parts.items()),
        checked=material.exchange.checked,
        today=today,
    )


def _lesson(frame: Frame, material: TransferMaterial) -> list[Block]:
    exchange, lesson = material.exchange, material.lesson
    pairs: list[tuple[str, Cell]] = [
        ("lesson", (frame.noted(frame.text(lesson.title, "strong"), exchange.id, exchange.sources, lesson.source),)),
        ("direction", (direction(frame, lesson),)),
        ("evidence", (frame.choice(lesson.evidence.grade), *cell_of(frame.text(lesson.evidence.note)))),
        ("context", cell_of(frame.text(lesson.context))),
        ("recommendation", cell_of(frame.text(lesson.recommendation))),
    ]
    return [Facts(tuple((frame.says(f"fact.{key}"), cell) for key, cell in pairs if cell))]


def _judged(frame: Frame, material: TransferMaterial) -> list[Judged]:
    """Judge the conditions recorded for the country; those recorded only for others are unknown there."""
    conditions = material.lesson.transfer
    here = [condition for condition in conditions if condition.country == material.country]
    known = {tuple(condition.text.by_lang.items()) for condition in here}
    elsewhere = [condition for condition in conditions if tuple(condition.text.by_lang.items()) not in known]
    return [
        *(_judge(frame, material, condition) for condition in here),
        *(
            Judged(
                condition,
                "unknown",
                (frame.says("transfer.not-judged", "muted", country=frame.country_name(condition.country)),),
            )
            for condition in elsewhere
        ),
    ]


def _judge(frame: Frame, material: TransferMaterial, condition: Condition) -> Judged:
    exchange = material.exchange
    because = frame.noted(frame.text(condition.because), exchange.id, exchange.sources, condition.source)
    law = material.policies.get(condition.rests_on.policy) if condition.rests_on else None
    if condition.rests_on is None or law is None:
        return Judged(condition, condition.state, cell_of(because) or (frame.says("transfer.no-fact", "muted"),))
    row = condition.rests_on.row
    claims: Sequence[Claim] = getattr(law.sheet, row) if law.sheet else ()
    verdict = verdict_of(claims, condition.rests_on)
    named = frame.says("transfer.law", "strong", law=plain_text(short_name(frame, law)), row=law_row(frame, row))
    said = frame.claims(claims, law.id, law.sources) if claims else (frame.says("transfer.silent", "doubt"),)
    lines: list[Inline] = [(*named, *words(frame.colon), *said[0]), *said[1:]]
    if verdict != condition.state:
        lines.append(frame.says("transfer.recorded", "doubt", state=frame.label(f"choice.{condition.state}")))
    elif because:
        lines.append(because)
    return Judged(condition, verdict, tuple(lines))


def _conditions(frame: Frame, judged: Sequence[Judged]) -> list[Block]:
    if not judged:
        return [Paragraph(frame.says("transfer.none"))]
    verdicts = [one.verdict for one in judged]
    counts = {"met": verdicts.count("met"), "not_met": verdicts.count("not-met"), "unknown": verdicts.count("unknown")}
    rows = tuple(Row(((frame.text(one.condition.text),), (_said(frame, one.verdict),), one.fact)) for one in judged)
    return [
        Paragraph(words(frame.label("transfer.verdict", **counts), "strong")),
        Table(columns(frame, "condition", "verdict", "fact"), rows),
    ]


def _said(frame: Frame, verdict: Verdict) -> Inline:
    sign, style = SIGNS[verdict]
    return (*words(f"{sign} ", style), *frame.choice(verdict, style))


def _settle(frame: Frame, judged: Sequence[Judged]) -> list[Block]:
    """Return what stands in the way, then what nobody knows yet."""
    labels = {"not-met": "transfer.work-around", "unknown": "transfer.find-out"}
    lines = [
        frame.says(label, text=plain_text(frame.text(one.condition.text)))
        for verdict, label in labels.items()
        for one in judged
        if one.verdict == verdict
    ]
    return [Bullets(tuple((line,) for line in lines))] if lines else []
