"""Promises, joint work, and what is still to be done."""

from sil.light import Mapping, Sequence
from sil.records.exchange import Collaboration, Exchange, FollowUp, Outcome
from sil.views.due import WAITING, state_on
from sil.views.frame import Frame, joined, words
from sil.views.model import Block, Bullets, Cell, Inline, Row, Style
from sil.views.phase import is_held
from sil.views.trip.blocks import cell_of, dated, listed
from sil.views.trip.material import TripMaterial

STATES: Mapping[str, Style] = {"late": "bad", "open": "doubt", "unknown": "doubt", "done": "good", "dropped": "muted"}
"""States in the order of the ledger; `late` is an open promise, or one of unknown outcome, whose day has passed."""


def state_of(promise: FollowUp, today: str) -> str:
    """Return the state of a promise on a day (ISO date)."""
    return state_on(promise.state, promise.due, today)


def told_state(frame: Frame, promise: FollowUp, today: str) -> Inline:
    """Return a promise in one line: what, then in brackets how it stands on a day (ISO date) and when it is due."""
    state = state_of(promise, today)
    due = (*frame.says("event.due-by"), *words(frame.colon), *words(frame.date(promise.due))) if promise.due else ()
    standing = joined((frame.choice(state, STATES[state]), due), frame.semicolon)
    return (*frame.text(promise.what), *frame.bracketed(standing))


def counted(frame: Frame, promises: Sequence[tuple[Exchange, FollowUp]], today: str) -> Inline:
    """Return in a line how many promises stand how on a day (ISO date), and who owes those that are late."""
    states = [(state_of(promise, today), promise) for _, promise in promises]
    owed = frame.names(dict.fromkeys(org for state, promise in states if state == "late" for org in promise.who))
    found = [(name, [promise for state, promise in states if state == name]) for name in STATES]
    parts = (
        (*frame.says(f"promised.{state}", count=len(those)), *(frame.bracketed(owed) if state == "late" else ()))
        for state, those in found
        if those
    )
    return (*frame.says("trip.promised"), *words(frame.colon), *joined(parts, frame.comma))


def promises(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return the promises made here and before, with what became of each."""
    held = (*trip.told, *trip.after)
    rows = tuple(promise_row(frame, exchange, promise, held, trip.today) for exchange, promise in trip.promises)
    return listed(frame, ("promise", "who", "due", "state", "known-by"), rows)


def promise_row(frame: Frame, exchange: Exchange, promise: FollowUp, held: Sequence[Exchange], today: str) -> Row:
    """Return a promise: what, who to whom, due, state, how it is known; `held` are exchanges that may have kept it."""
    state = state_of(promise, today)
    due = words(frame.date(promise.due)) if promise.due else frame.says("state.no-date", "muted")
    cells = (
        (frame.noted(frame.text(promise.what), exchange.id, exchange.sources, promise.source),),
        (joined((frame.names(promise.who), frame.names(promise.to)), " → "),),
        (due,),
        (frame.choice(state, STATES[state]),),
        known_by(frame, promise, held),
    )
    return Row(cells, group=dated(frame, exchange))


def known_by(frame: Frame, promise: FollowUp, held: Sequence[Exchange]) -> Cell:
    """Return how the state of a promise is known; of one kept with an exchange, who of those who promised was there."""
    texts = tuple(frame.text(text) for text in (promise.evidence, promise.reason) if text)
    kept = next((exchange for exchange in held if exchange.id == promise.fulfilled_by), None)
    if kept is None:
        return texts
    there = {part.org for part in kept.participants} | {org for meeting in kept.meetings for org in meeting.orgs}
    sides = {
        "promise.was-there": [org for org in promise.who if org in there],
        "promise.not-there": [org for org in promise.who if org not in there],
    }
    named = ((*frame.says(key), *words(frame.colon), *frame.names(orgs)) for key, orgs in sides.items() if orgs)
    return ((*frame.says("promise.kept-with"), *words(frame.colon), *dated(frame, kept)), *named, *texts)


def collaborations(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return joint work with the stage it is known to have reached."""
    rows = tuple(collaboration_row(frame, exchange, work) for exchange, work in trip.collaborations)
    return listed(frame, ("collaboration", "parties", "stage", "gains", "next"), rows)


def collaboration_row(frame: Frame, exchange: Exchange, work: Collaboration, theme: Inline = ()) -> Row:
    """Return joint work: what, with its theme where that is to be told, parties, stage, gains, next step."""
    title = frame.noted(frame.text(work.title, "strong"), exchange.id, exchange.sources, work.source)
    stage = (*frame.choice(work.stage), *frame.bracketed(words(frame.date(work.stage_known_as_of), "muted"), "muted"))
    gains = tuple(
        (*frame.country(country), *words(frame.colon), *frame.text(gain))
        for country, gain in (work.gains or {}).items()
    )
    following = (
        [(*frame.says("column.blocked-by"), *words(frame.colon), *frame.text(work.blocked_by))]
        if work.blocked_by
        else []
    )
    return Row(
        (
            ((*title, *theme),),
            (frame.names(work.parties),),
            (stage, *cell_of(frame.text(work.note, "muted"))),
            gains,
            (*cell_of(frame.text(work.next_step)), *following),
        )
    )


def outcomes(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return what was hoped for, and whether it came."""
    rows = tuple(
        Row(
            (
                (frame.noted(frame.text(outcome.text), exchange.id, exchange.sources, outcome.source),),
                cell_of(_reached(frame, trip, exchange, outcome)),
                cell_of(frame.text(outcome.evidence)),
            )
        )
        for exchange in trip.told
        for outcome in exchange.expected_outcomes
    )
    return listed(frame, ("hoped-for", "reached", "known-by"), rows)


def _reached(frame: Frame, trip: TripMaterial, exchange: Exchange, outcome: Outcome) -> Inline:
    """Return whether a hope was reached; nothing for one of an exchange that was not held yet."""
    is_unknown = outcome.reached == "unknown"
    if is_unknown and not is_held(exchange, trip.today):
        return ()
    return frame.choice(outcome.reached, "doubt" if is_unknown else "plain")


def next_steps(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return what is still to be done: open promises, next steps of joint work, recommendations of lessons."""
    open_promises = [frame.text(promise.what) for _, promise in trip.promises if promise.state in WAITING]
    works = [work for _, work in trip.collaborations if work.next_step]
    steps = [
        *((*frame.says("next.promise"), *words(" "), *text) for text in open_promises),
        *((*frame.text(work.title, "strong"), *words(frame.colon), *frame.text(work.next_step)) for work in works),
        *(frame.text(lesson.recommendation) for _, lesson in trip.lessons if lesson.recommendation),
    ]
    return [Bullets(tuple((step,) for step in steps))] if steps else []


def not_known(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return what no source says and somebody should ask."""
    questions = [(frame.text(text),) for exchange in trip.told for text in exchange.open_questions]
    return [Bullets(tuple(questions))] if questions else []
