"""The promise ledger: promises of all exchanges, late ones first, with what to do about each."""

from sil.light import Sequence, dataclass
from sil.records.exchange import Exchange, FollowUp
from sil.views.frame import Frame, words
from sil.views.model import Block, Cell, Inline, Paragraph, Row, Section
from sil.views.report import Report
from sil.views.trip.blocks import cell_of, dated, listed
from sil.views.trip.events import promise_events
from sil.views.trip.promises import STATES, counted, known_by, state_of

Promised = tuple[Exchange, FollowUp]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The promises chosen, the exchanges that may have kept them, and the day (ISO date) on which they stand so."""

    promises: Sequence[Promised]
    held: Sequence[Exchange]
    today: str

    def standing(self, state: str) -> list[Promised]:
        """Return the promises of a state, by who promised and by the day they are due."""
        chosen = [pair for pair in self.promises if state_of(pair[1], self.today) == state]
        return sorted(chosen, key=lambda pair: (pair[1].who, pair[1].due or "9999", pair[0].start, pair[1].id))


def follow_ups_report(frame: Frame, ledger: Ledger) -> Report:
    """Write the ledger of some promises as it stands on its day."""
    checked = max((exchange.checked for exchange, _ in ledger.promises), default=ledger.today)
    sections = [
        Section("counts", frame.says("follow-ups.counts"), tuple(_counts(frame, ledger))),
        *(Section(state, frame.says(f"follow-ups.{state}"), tuple(_state(frame, ledger, state))) for state in STATES),
    ]
    title, events = frame.says("report.follow-ups"), promise_events(frame, ledger.promises, ledger.today)
    return Report.dated(frame, "follow-ups", title, sections, checked=checked, today=ledger.today, events=events)


def _counts(frame: Frame, ledger: Ledger) -> list[Block]:
    """Return how the promises stand, then for each who promised: one that several bodies made together is one."""
    if not ledger.promises:
        return [Paragraph(frame.says("follow-ups.none"))]
    rows = []
    for who in dict.fromkeys(promise.who for state in STATES for _, promise in ledger.standing(state)):
        states = [state_of(promise, ledger.today) for _, promise in ledger.promises if promise.who == who]
        together = frame.says("follow-ups.together", "muted") if len(who) > 1 else ()
        shown = (cell_of(words(str(states.count(state)))) if state in states else () for state in STATES)
        rows.append(Row((((*_promised(frame, who), *together),), *shown)))
    return [Paragraph(counted(frame, ledger.promises, ledger.today)), *listed(frame, ("promised", *STATES), rows)]


def _promised(frame: Frame, who: Sequence[str]) -> Inline:
    return frame.names(who) or frame.says("follow-ups.nobody", "muted")


def _state(frame: Frame, ledger: Ledger, state: str) -> list[Block]:
    rows = [_row(frame, exchange, promise, ledger) for exchange, promise in ledger.standing(state)]
    return listed(frame, ("promise", "to-whom", "due", "known-by", "do-next"), rows)


def _row(frame: Frame, exchange: Exchange, promise: FollowUp, ledger: Ledger) -> Row:
    due = words(frame.date(promise.due)) if promise.due else frame.says("state.no-date", "muted")
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
            cell_of(frame.names(promise.to)),
            (due,),
            (*known_by(frame, promise, ledger.held), *steps),
            cell_of(_next(frame, promise, ledger.today)),
        ),
        group=_promised(frame, promise.who),
    )


def _next(frame: Frame, promise: FollowUp, today: str) -> Inline:
    state = state_of(promise, today)
    if state in ("late", "unknown"):
        return frame.says(f"do.{state}")
    if state == "open":
        return frame.says("do.remind", date=frame.date(promise.due)) if promise.due else frame.says("do.date")
    return ()
