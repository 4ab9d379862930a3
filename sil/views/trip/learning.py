"""What was learned: both directions side by side, and each lesson whole."""

from sil.records.exchange import Exchange, Lesson
from sil.records.values import Text
from sil.views.frame import Frame, joined, words
from sil.views.model import Block, Cell, Column, Facts, Inline, Paragraph, Row, Table
from sil.views.origin import drawn_at_home, said_of
from sil.views.trip.blocks import brought_by, cell_of, columns, listed
from sil.views.trip.material import TripMaterial


def learned(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return what each side learned: a row for each strand of the programme, a column for each side."""
    if not trip.learners:
        return [Paragraph(frame.says("trip.no-lessons"))] if trip.is_held else []
    titles = [Column(side, said_of(frame, "trip.learned-by", side=side)) for side in trip.learners]
    told = (pair for side in trip.learners for pair in trip.learned_by(side))
    strands = dict.fromkeys(trip.strands.get(lesson.theme, lesson.theme) for _, lesson in told)
    rows = tuple(
        Row(
            (
                (frame.name(strand, "strong"),),
                *(_learned_cell(frame, trip, strand, side) for side in trip.learners),
            )
        )
        for strand in strands
    )
    return [Table((*columns(frame, "theme"), *titles), rows)]


def _learned_cell(frame: Frame, trip: TripMaterial, strand: str, side: str) -> Cell:
    cell = tuple(
        (
            *frame.noted(frame.text(lesson.title), exchange.id, exchange.sources, lesson.source),
            *drawn_at_home(frame, lesson, side),
            *brought_by(frame, exchange, trip.exchange),
        )
        for exchange, lesson in trip.learned_by(side)
        if trip.strands.get(lesson.theme, lesson.theme) == strand
    )
    return cell or (frame.choice("none", "muted"),)


def lessons(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return each lesson whole: what was seen, what we make of it, how well it stands, and what it needs to travel."""
    return [_lesson(frame, exchange, lesson) for exchange, lesson in trip.lessons]


def _lesson(frame: Frame, exchange: Exchange, lesson: Lesson) -> Block:
    source = (exchange.id, exchange.sources)
    pairs: list[tuple[str, Cell]] = [
        ("lesson", (frame.text(lesson.title, "strong"),)),
        ("direction", (direction(frame, lesson),)),
        ("observation", (frame.noted(frame.text(lesson.observation), *source, lesson.source),)),
        ("insight", cell_of(frame.text(lesson.insight))),
        ("context", cell_of(frame.text(lesson.context))),
        ("evidence", (frame.choice(lesson.evidence.grade),
                      *cell_of(frame.noted(frame.text(lesson.evidence.note), *source, lesson.evidence.source)))),
        ("transfer", tuple(
            frame.noted(
                (*frame.country(condition.country), *words(frame.colon), *frame.text(condition.text), *words(" — "),
                 *frame.choice(condition.state, "doubt" if condition.state == "unknown" else "plain"),
                 *_because(frame, condition.because)),
                *source, condition.source,
            )
            for condition in lesson.transfer
        )),
        ("recommendation", cell_of(frame.text(lesson.recommendation))),
        ("state", (frame.choice(lesson.state),)),
    ]  # fmt: skip
    return Facts(tuple((frame.says(f"fact.{key}"), cell) for key, cell in pairs if cell))


def _because(frame: Frame, because: Text | None) -> Inline:
    return frame.bracketed(frame.text(because, "muted"))


def direction(frame: Frame, lesson: Lesson) -> Inline:
    """Return from whom to whom a lesson went."""
    sides = [
        joined(
            [*(frame.country(country) for country in side.countries), *(frame.name(org) for org in side.orgs)],
            frame.comma,
        )
        for side in (lesson.learned_from, lesson.learned_by)
    ]
    return joined(sides, " → ")


def questions(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return the questions brought along, and which lessons answer them."""
    rows = tuple(
        Row(
            (
                (frame.noted(frame.text(question.text), exchange.id, exchange.sources, question.source),),
                cell_of(frame.names(question.asked_by)),
                tuple(frame.name(lesson) for lesson in question.answered_by)
                or (frame.says("state.unanswered", "doubt"),),
            )
        )
        for exchange in trip.told
        for question in exchange.learning_questions
    )
    return listed(frame, ("question", "asked-by", "answered-by"), rows)
