"""The trip report: what an exchange was, what was learned in both directions, what was promised, what came of it."""

from sil.light import Callable
from sil.views.frame import Frame, words
from sil.views.model import Block
from sil.views.phase import trip_note
from sil.views.report import Report, sections_of
from sil.views.trip.event import agenda, comparisons, facts, met, terms
from sil.views.trip.events import exchange_events, promise_events
from sil.views.trip.failures import did_not_work
from sil.views.trip.learning import learned, lessons, questions
from sil.views.trip.material import TripMaterial
from sil.views.trip.promises import collaborations, next_steps, not_known, outcomes, promises
from sil.views.trip.summary import five_lines

__all__ = ["TripMaterial", "trip_report"]

Write = Callable[[Frame, TripMaterial], list[Block]]

SECTIONS: dict[str, Write] = {
    "in-five-lines": five_lines,
    "promises": promises,
    "exchange": facts,
    "programme": agenda,
    "met": met,
    "learned": learned,
    "comparison": comparisons,
    "collaborations": collaborations,
    "lessons": lessons,
    "questions": questions,
    "outcomes": outcomes,
    "did-not-work": did_not_work,
    "next-steps": next_steps,
    "not-known": not_known,
    "terms": terms,
}
"""Parts of the report in their order."""

PLANNED = {part: f"trip.{part}-planned" for part in ("met", "comparison", "questions", "outcomes")}
"""Titles of parts that tell the plan of an exchange that was not held, or not yet."""


def trip_report(frame: Frame, trip: TripMaterial) -> Report:
    """Write the trip report of an exchange; a part about which nothing is recorded is left out.

    Of an exchange that was not held, or not yet, the plan is told, and what had been learned and promised before.
    """
    titles = {} if trip.is_held else PLANNED
    if not trip.is_held and not trip.exchange.lessons:
        titles = {**titles, "learned": "trip.learned-before"}
    return Report.dated(
        frame,
        f"trip-{trip.exchange.id}",
        (*frame.says("report.trip"), *words(frame.colon), *frame.text(trip.exchange.title)),
        sections_of(frame, "trip", SECTIONS, trip, titles),
        checked=max(part.checked for part in trip.told),
        today=trip.today,
        note=trip_note(frame, trip.exchange, trip.today),
        events=(*exchange_events(frame, trip.exchange, trip.today), *promise_events(frame, trip.promises, trip.today)),
    )
