"""The trip report: what an exchange was, what was learned in both directions, what was promised, what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sil.records.exchange import Collaboration, Exchange, FollowUp, Lesson
from sil.records.organisation import Organisation
from sil.records.types import Text
from sil.views.comparison import comparison_table
from sil.views.frame import Frame, joined, words
from sil.views.model import Block, Bullets, Cell, Column, Facts, Inline, Paragraph, Row, Section, Style, Table
from sil.views.organisations import compare_organisations
from sil.views.report import Report

PROMISE_STYLES: Mapping[str, Style] = {"done": "good", "dropped": "bad", "open": "doubt", "unknown": "doubt"}


@dataclass(frozen=True, slots=True)
class TripMaterial:
    """The records a trip report is made from."""

    exchange: Exchange
    before: tuple[Exchange, ...]
    """Earlier exchanges of the same programme, nearest first."""
    after: tuple[Exchange, ...]
    """Later exchanges of the same programme."""
    organisations: Mapping[str, Organisation]

    @property
    def told(self) -> tuple[Exchange, ...]:
        """The exchange itself and those before it."""
        return (self.exchange, *self.before)


def trip_report(frame: Frame, trip: TripMaterial, today: str) -> Report:
    """Write the trip report of an exchange."""
    promises = [(exchange, promise) for exchange in trip.told for promise in exchange.follow_ups]
    sections = (
        _section(frame, "in-five-lines", _five_lines(frame, trip, promises)),
        _section(frame, "exchange", _facts(frame, trip)),
        _section(frame, "promises", _promises(frame, promises)),
        _section(frame, "met", _met(frame, trip)),
        _section(frame, "learned", _learned(frame, trip)),
        _section(frame, "lessons", _lessons(frame, trip)),
        _section(frame, "questions", _questions(frame, trip)),
        _section(frame, "comparison", _comparisons(frame, trip)),
        _section(frame, "collaborations", _collaborations(frame, trip)),
        _section(frame, "outcomes", _outcomes(frame, trip)),
        _section(frame, "next-steps", _next_steps(frame, trip, promises)),
        _section(frame, "not-known", _not_known(frame, trip)),
    )
    exchange = trip.exchange
    checked = max(part.checked for part in trip.told)
    return Report(
        frame=frame,
        id=f"trip-{exchange.id}",
        title=(*frame.says("report.trip"), *words(": "), *frame.text(exchange.title)),
        as_of=checked,
        sections=tuple(section for section in sections if section.blocks),
        footer=frame.says("report.as-of", date=frame.date(checked), today=frame.date(today)),
    )


def _section(frame: Frame, key: str, blocks: Sequence[Block]) -> Section:
    return Section(key, frame.says(f"trip.{key}"), tuple(blocks))


# --- five lines ------------------------------------------------------------------------------------------------------


def _five_lines(
    frame: Frame, trip: TripMaterial, promises: Sequence[tuple[Exchange, FollowUp]]
) -> list[Block]:
    exchange = trip.exchange
    where = joined([*(frame.text(place) for place in exchange.places)] or [frame.country(exchange.host_country)], ", ")
    lessons = [lesson for _, lesson in _all_lessons(trip)]
    lines: list[Inline] = [
        (*words(f"{frame.period(exchange.start, exchange.end)}, "), *where, *words(": "), *_who_met(frame, trip)),
        *(_learned_line(frame, country, lessons) for country in _learners(lessons)),
        _stages_line(frame, trip),
        _promise_line(frame, promises),
    ]
    return [Bullets(tuple((line,) for line in lines if line)[:5], ordered=True)]


def _who_met(frame: Frame, trip: TripMaterial) -> Inline:
    meetings = trip.exchange.meetings
    if not meetings:
        return frame.names(trip.exchange.organisers)
    return joined((joined((frame.name(org) for org in meeting.orgs), " – ") for meeting in meetings), "; ")


def _learners(lessons: Sequence[Lesson]) -> list[str]:
    return list(dict.fromkeys(country for lesson in lessons for country in lesson.learned_by.countries))


def _learned_line(frame: Frame, country: str, lessons: Sequence[Lesson]) -> Inline:
    titles = [frame.text(lesson.title) for lesson in lessons if country in lesson.learned_by.countries]
    return (*frame.says("trip.learned-by", country=_country_name(frame, country)), *words(" "), *joined(titles, "; "))


def _country_name(frame: Frame, country: str) -> str:
    return frame.label(f"country.{country}")


def _stages_line(frame: Frame, trip: TripMaterial) -> Inline:
    stages = [
        (*frame.text(work.title), *words(" ("), *frame.choice(work.stage), *words(")"))
        for exchange in trip.told
        for work in exchange.collaborations
    ]
    return (*frame.says("trip.joint-work"), *words(" "), *joined(stages, "; ")) if stages else ()


def _promise_line(frame: Frame, promises: Sequence[tuple[Exchange, FollowUp]]) -> Inline:
    if not promises:
        return frame.says("trip.no-promises")
    counts: dict[str, object] = {state: sum(promise.state == state for _, promise in promises) for state in PROMISE_STYLES}
    return words(frame.label("trip.promise-count", **counts))


# --- sections --------------------------------------------------------------------------------------------------------


def _facts(frame: Frame, trip: TripMaterial) -> list[Block]:
    exchange = trip.exchange
    pairs: list[tuple[str, Cell]] = [
        ("when", (words(frame.period(exchange.start, exchange.end)),)),
        ("where", tuple(frame.text(place) for place in exchange.places)),
        ("kind", (frame.choice(exchange.kind),)),
        ("status", (frame.choice(exchange.status),)),
        ("programme", _cell(frame.text(exchange.programme))),
        ("organisers", _cell(frame.names(exchange.organisers))),
        ("funders", _cell(frame.names(exchange.funders))),
        ("participants", tuple(_participant(frame, exchange, org) for org in _participants(exchange))),
        ("themes", _cell(frame.names(exchange.themes))),
        ("goal", _cell(frame.text(exchange.goal))),
        ("before", tuple(_dated(frame, earlier) for earlier in trip.before)),
        ("after", tuple(_dated(frame, later) for later in trip.after)),
    ]
    sources = frame.cite(exchange.id, exchange.sources, exchange.sources)
    facts = Facts(tuple((frame.says(f"fact.{key}"), cell) for key, cell in pairs if cell))
    summary = frame.text(exchange.summary, notes=sources)
    return [Paragraph(summary), facts]


def _cell(inline: Inline) -> Cell:
    return (inline,) if inline else ()


def _dated(frame: Frame, exchange: Exchange) -> Inline:
    return (*words(f"{frame.period(exchange.start, exchange.end)}: "), *frame.text(exchange.title))


def _participants(exchange: Exchange) -> list[str]:
    """Return each organisation once, in the order in which it is first named."""
    return list(dict.fromkeys(part.org for part in exchange.participants))


def _participant(frame: Frame, exchange: Exchange, org: str) -> Inline:
    parts = [part for part in exchange.participants if part.org == org]
    roles = joined((frame.choice(role) for role in dict.fromkeys(part.role for part in parts)), ", ")
    keys = [key for part in parts for key in part.source]
    line = (*frame.name(org), *words(" (", "muted"), *roles, *words(")", "muted"))
    return frame.noted(line, exchange.id, exchange.sources, keys)


def _promises(frame: Frame, promises: Sequence[tuple[Exchange, FollowUp]]) -> list[Block]:
    if not promises:
        return []
    columns = _columns(frame, "promise", "who", "due", "state", "known-by")
    rows = tuple(_promise_row(frame, exchange, promise) for exchange, promise in promises)
    return [Table(columns, rows)]


def _columns(frame: Frame, *keys: str) -> tuple[Column, ...]:
    return tuple(Column(key, frame.says(f"column.{key}")) for key in keys)


def _promise_row(frame: Frame, exchange: Exchange, promise: FollowUp) -> Row:
    what = frame.noted(frame.text(promise.what), exchange.id, exchange.sources, promise.source)
    sides = (frame.names(promise.who), frame.names(promise.to))
    known = tuple(frame.text(text) for text in (promise.evidence, promise.reason) if text)
    due = words(frame.date(promise.due)) if promise.due else frame.says("state.no-date", "muted")
    return Row(
        (
            (what, words(exchange.id, "muted")),
            (joined(sides, " → "),),
            (due,),
            (frame.choice(promise.state, PROMISE_STYLES[promise.state]),),
            known,
        )
    )


def _met(frame: Frame, trip: TripMaterial) -> list[Block]:
    rows = tuple(
        Row(
            (
                (frame.name(meeting.theme, "strong") if meeting.theme else frame.says("state.no-theme", "muted"),),
                (frame.noted(_faces(frame, meeting.orgs), exchange.id, exchange.sources, meeting.source),),
                _cell(frame.text(meeting.note)),
            ),
            group=_dated(frame, exchange),
        )
        for exchange in trip.told
        for meeting in exchange.meetings
    )
    return [Table(_columns(frame, "theme", "met", "note"), rows)] if rows else []


def _faces(frame: Frame, orgs: Sequence[str]) -> Inline:
    return joined((frame.name(org) for org in orgs), " – ")


def _all_lessons(trip: TripMaterial) -> list[tuple[Exchange, Lesson]]:
    return [(exchange, lesson) for exchange in trip.told for lesson in exchange.lessons]


def _learned(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return what each side learned: a row for each theme, a column for each country that learned."""
    lessons = _all_lessons(trip)
    countries = _learners([lesson for _, lesson in lessons])
    if not lessons:
        return [Paragraph(frame.says("trip.no-lessons"))]
    columns = (
        Column("theme", frame.says("column.theme")),
        *(Column(country, frame.says("trip.learned-by", country=_country_name(frame, country))) for country in countries),
    )
    themes = dict.fromkeys(lesson.theme for _, lesson in lessons)
    rows = tuple(
        Row(((frame.name(theme, "strong"),), *(_learned_cell(frame, lessons, theme, country) for country in countries)))
        for theme in themes
    )
    return [Table(columns, rows)]


def _learned_cell(frame: Frame, lessons: Sequence[tuple[Exchange, Lesson]], theme: str, country: str) -> Cell:
    cell = tuple(
        frame.noted(frame.text(lesson.title), exchange.id, exchange.sources, lesson.source)
        for exchange, lesson in lessons
        if lesson.theme == theme and country in lesson.learned_by.countries
    )
    return cell or (frame.choice("none", "muted"),)


def _lessons(frame: Frame, trip: TripMaterial) -> list[Block]:
    return [_lesson(frame, exchange, lesson) for exchange, lesson in _all_lessons(trip)]


def _lesson(frame: Frame, exchange: Exchange, lesson: Lesson) -> Block:
    source = (exchange.id, exchange.sources)
    pairs: list[tuple[str, Cell]] = [
        ("lesson", (frame.text(lesson.title, "strong"),)),
        ("direction", (_direction(frame, lesson),)),
        ("observation", (frame.noted(frame.text(lesson.observation), *source, lesson.source),)),
        ("insight", _cell(frame.text(lesson.insight))),
        ("context", _cell(frame.text(lesson.context))),
        ("evidence", (frame.choice(lesson.evidence.grade),
                      *_cell(frame.noted(frame.text(lesson.evidence.note), *source, lesson.evidence.source)))),
        ("transfer", tuple(
            frame.noted(
                (*frame.country(condition.country), *words(": "), *frame.text(condition.text), *words(" — "),
                 *frame.choice(condition.state, "doubt" if condition.state == "unknown" else "plain"),
                 *_because(frame, condition.because)),
                *source, condition.source,
            )
            for condition in lesson.transfer
        )),
        ("recommendation", _cell(frame.text(lesson.recommendation))),
        ("state", (frame.choice(lesson.state),)),
    ]  # fmt: skip
    return Facts(tuple((frame.says(f"fact.{key}"), cell) for key, cell in pairs if cell))


def _because(frame: Frame, because: Text | None) -> Inline:
    return (*words(" ("), *frame.text(because, "muted"), *words(")")) if because else ()


def _direction(frame: Frame, lesson: Lesson) -> Inline:
    sides = [
        joined([*(frame.country(country) for country in side.countries), *(frame.name(org) for org in side.orgs)], ", ")
        for side in (lesson.learned_from, lesson.learned_by)
    ]
    return joined(sides, " → ")


def _questions(frame: Frame, trip: TripMaterial) -> list[Block]:
    rows = tuple(
        Row(
            (
                (frame.noted(frame.text(question.text), exchange.id, exchange.sources, question.source),),
                _cell(frame.names(question.asked_by)),
                tuple(frame.name(lesson) for lesson in question.answered_by)
                or (frame.says("state.unanswered", "doubt"),),
            )
        )
        for exchange in trip.told
        for question in exchange.learning_questions
    )
    return [Table(_columns(frame, "question", "asked-by", "answered-by"), rows)] if rows else []


def _comparisons(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return a comparison for each meeting of organisations with sheets; of an earlier meeting where none met here."""
    meetings = trip.exchange.meetings or tuple(chain.from_iterable(earlier.meetings for earlier in trip.before))
    blocks: list[Block] = []
    for meeting in meetings:
        met = [trip.organisations[org] for org in meeting.orgs if org in trip.organisations]
        compared = compare_organisations(frame, [organisation for organisation in met if organisation.model])
        if len(compared.subjects) > 1:
            table = comparison_table(frame, compared.subjects, compared.compared)
            blocks.append(Table(table.columns, table.rows, caption=_faces(frame, meeting.orgs)))
    return blocks


def _collaborations(frame: Frame, trip: TripMaterial) -> list[Block]:
    rows = tuple(
        _collaboration_row(frame, exchange, work) for exchange in trip.told for work in exchange.collaborations
    )
    return [Table(_columns(frame, "collaboration", "parties", "stage", "gains", "next"), rows)] if rows else []


def _collaboration_row(frame: Frame, exchange: Exchange, work: Collaboration) -> Row:
    title = frame.noted(frame.text(work.title, "strong"), exchange.id, exchange.sources, work.source)
    stage = (*frame.choice(work.stage), *words(f" ({frame.date(work.stage_known_as_of)})", "muted"))
    gains = tuple(
        (*frame.country(country), *words(": "), *frame.text(gain)) for country, gain in (work.gains or {}).items()
    )
    following = [(*frame.says("column.blocked-by"), *words(": "), *frame.text(work.blocked_by))] if work.blocked_by else []
    return Row(
        (
            (title,),
            (frame.names(work.parties),),
            (stage, *_cell(frame.text(work.note, "muted"))),
            gains,
            (*_cell(frame.text(work.next_step)), *following),
        )
    )


def _outcomes(frame: Frame, trip: TripMaterial) -> list[Block]:
    rows = tuple(
        Row(
            (
                (frame.noted(frame.text(outcome.text), exchange.id, exchange.sources, outcome.source),),
                (frame.choice(outcome.reached, "doubt" if outcome.reached == "unknown" else "plain"),),
                _cell(frame.text(outcome.evidence)),
            )
        )
        for exchange in trip.told
        for outcome in exchange.expected_outcomes
    )
    return [Table(_columns(frame, "hoped-for", "reached", "known-by"), rows)] if rows else []


def _next_steps(
    frame: Frame, trip: TripMaterial, promises: Sequence[tuple[Exchange, FollowUp]]
) -> list[Block]:
    open_promises = [frame.text(promise.what) for _, promise in promises if promise.state in ("open", "unknown")]
    works = [work for exchange in trip.told for work in exchange.collaborations if work.next_step]
    steps = [
        *((*frame.says("next.promise"), *words(" "), *text) for text in open_promises),
        *((*frame.text(work.title, "strong"), *words(": "), *frame.text(work.next_step)) for work in works),
        *(frame.text(lesson.recommendation) for _, lesson in _all_lessons(trip) if lesson.recommendation),
    ]
    return [Bullets(tuple((step,) for step in steps))] if steps else []


def _not_known(frame: Frame, trip: TripMaterial) -> list[Block]:
    questions = [(frame.text(text),) for exchange in trip.told for text in exchange.open_questions]
    return [Bullets(tuple(questions))] if questions else []
