"""The promise ledger: promises of all exchanges, late ones first, with what to do about each."""

from sil.light import Sequence
from sil.records.exchange import Exchange, FollowUp
from sil.views.frame import Frame, joined, words
from sil.views.model import Block, Cell, Inline, Paragraph, Row, Section, Table
from sil.views.report import Report
from sil.views.trip.blocks import cell_of, columns, dated
from sil.views.trip.events import promise_events
from sil.views.trip.promises import STATES, state_of

Promised = tuple[Exchange, FollowUp]


def follow_ups_report(frame: Frame, promises: Sequence[Promised], today: str) -> Report:
    """Write the ledger of some promises as it stands on a day (ISO date)."""
    checked = max((exchange.checked for exchange, _ in promises), default=today)
    sections = [
        Section("counts", frame.says("follow-ups.counts"), tuple(_counts(frame, promises, today))),
        *(
            Section(state, frame.says(f"follow-ups.{state}"), tuple(_state(frame, promises, state, today)))
            for state in STATES
        ),
    ]
    title, events = frame.says("report.follow-ups"), promise_events(frame, promises, today)
    return Report.dated(frame, "follow-ups", title, sections, checked=checked, today=today, events=events)


def _counts(frame: Frame, promises: Sequence[Promised], today: str) -> list[Block]:
    """Return for each organisation that promised how its promises stand; a promise of several counts for each."""
    if not promises:
        return [Paragraph(frame.says("follow-ups.none"))]
    rows = []
    for org in dict.fromkeys(org for _, promise in promises for org in promise.who):
        states = [state_of(promise, today) for _, promise in promises if org in promise.who]
        counted = (words(str(states.count(state))) if state in states else () for state in STATES)
        rows.append(Row(((frame.name(org, "strong"),), *(cell_of(count) for count in counted))))
    return [Table(columns(frame, "organisation", *STATES), tuple(rows))] if rows else []


def _state(frame: Frame, promises: Sequence[Promised], state: str, today: str) -> list[Block]:
    chosen = [pair for pair in promises if state_of(pair[1], today) == state]
    chosen.sort(key=lambda pair: (pair[1].who, pair[1].due or "9999", pair[0].start, pair[1].id))
    rows = tuple(_row(frame, exchange, promise, today) for exchange, promise in chosen)
    return [Table(columns(frame, "promise", "who", "due", "known-by", "do-next"), rows)] if rows else []


def _row(frame: Frame, exchange: Exchange, promise: FollowUp, today: str) -> Row:
    due = words(frame.date(promise.due)) if promise.due else frame.says("state.no-date", "muted")
    known: Cell = tuple(frame.text(text) for text in (promise.evidence, promise.reason) if text)
    steps: Cell = tuple(
        (*words(f"{frame.date(step.date)}{frame.colon}", "muted"), *frame.choice(step.state))
        for step in promise.history
    )
    return Row(
        (
            (
                frame.noted(frame.text(promise.what), exchange.id, exchange.sources, promise.source),
                dated(frame, exchange),
            ),
            (joined((frame.names(promise.who), frame.names(promise.to)), " → "),),
            (due,),
            (*known, *steps),
            cell_of(_next(frame, promise, today)),
        ),
        group=frame.names(promise.who) or frame.says("follow-ups.nobody", "muted"),
    )


def _next(frame: Frame, promise: FollowUp, today: str) -> Inline:
    state = state_of(promise, today)
    if state in ("late", "unknown"):
        return frame.says(f"do.{state}")
    if state == "open":
        return frame.says("do.remind", date=frame.date(promise.due)) if promise.due else frame.says("do.date")
    return ()
