"""Rules about what is planned and what was done, and the day between them.

What is a fault on some days only says so in its values: `since` which day, or `until` which (ISO dates). So it is
worked out once, and `standing` says what holds today.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sil.problem import Problem
from sil.records.exchange import AgendaItem, Collaboration, FollowUp, Lesson, Step
from sil.records.rules.records import Seen
from sil.records.rules.times import is_before
from sil.text.calendars import earliest, latest

_WITNESSED = ("heard", "seen")
"""Grades of evidence that nobody has before an exchange; what is documented may be known before."""

_NOT_HELD = ("planned", "cancelled")

_ANY_DAY = "", "9999"


def standing(found: Iterable[Problem], today: str) -> list[Problem]:
    """Return the faults that are ones on a day (ISO date)."""
    first, last = _ANY_DAY
    return [
        fault
        for fault in found
        if str(fault.values.get("since", first)) <= today <= str(fault.values.get("until", last))
    ]


def planned_though_over(seen: Seen) -> Iterator[Problem]:
    """Find exchanges that are `planned` still, though their dates are over."""
    end = seen.plain.get("end") or seen.plain.get("start")
    if seen.record.kind == "exchange" and end and seen.plain.get("status") == "planned":
        yield seen.problem("SIL230", "status", end=end, since=_beside(latest(end), 1))


def held_before_it_began(seen: Seen) -> Iterator[Problem]:
    """Find exchanges that are `held`, though they begin later."""
    start = seen.plain.get("start")
    if seen.record.kind == "exchange" and start and seen.plain.get("status") == "held":
        yield seen.problem("SIL231", "status", start=start, until=_beside(earliest(start), -1))


def lessons_before_the_visit(seen: Seen) -> Iterator[Problem]:
    """Find lessons that somebody has heard or seen in an exchange that begins later."""
    start = seen.plain.get("start")
    if not start or seen.plain.get("status") == "cancelled":
        return
    for at, lesson in seen.nested(Lesson):
        grade = lesson["evidence"]["grade"]
        if grade in _WITNESSED:
            day = _beside(earliest(start), -1)
            yield seen.problem("SIL232", f"{at}.evidence", found=lesson["id"], grade=grade, start=start, until=day)


def programme_outside_dates(seen: Seen) -> Iterator[Problem]:
    """Find parts of a programme that begin before the first day of the exchange or after its last."""
    start, end = seen.plain.get("start"), seen.plain.get("end") or seen.plain.get("start")
    if not start or not end or seen.lacks("end"):
        return
    for at, item in seen.nested(AgendaItem):
        time = item.get("time")
        if time and (is_before(time, start) or is_before(end, time)):
            yield seen.problem("SIL233", f"{at}.time", found=time, start=start, end=end)


def dates_to_come(seen: Seen) -> Iterator[Problem]:
    """Find days on which somebody looked, published or decided something that are still to come."""
    dates = [("checked", seen.plain.get("checked"))]
    dates += [(f"sources.{key}.date", source.get("date")) for key, source in seen.plain.get("sources", {}).items()]
    dates += [(f"{at}.date", step["date"]) for at, step in seen.nested(Step)]
    dates += [(f"{at}.stage_known_as_of", work["stage_known_as_of"]) for at, work in seen.nested(Collaboration)]
    for at, day in dates:
        if day:
            yield seen.problem("SIL234", at, found=day, until=_beside(earliest(day), -1))


def due_before_promised(seen: Seen) -> Iterator[Problem]:
    """Find promises that were due before they were made.

    A promise is as old as its history; without one, as the exchange that was held, unless it was kept or dropped since.
    """
    begun = seen.plain.get("start") if seen.plain.get("status") not in _NOT_HELD else None
    for at, promise in seen.nested(FollowUp):
        steps = promise.get("history")
        made = steps[0]["date"] if steps else begun if promise["state"] in ("open", "unknown") else None
        due = promise.get("due")
        if due and made and is_before(due, made):
            yield seen.problem("SIL235", f"{at}.due", found=promise["id"], due=due, made=made)


def kept_with_what_was_not_held(seen: Seen) -> Iterator[Problem]:
    """Find promises that were kept with an exchange that is only planned, or was cancelled."""
    for at, promise in seen.nested(FollowUp):
        other = seen.records.live.get(("exchange", promise.get("fulfilled_by", "")))
        status = other.plain["status"] if other else ""
        if other and promise["state"] == "done" and status in _NOT_HELD:
            yield seen.problem("SIL236", f"{at}.fulfilled_by", found=promise["id"], other=other.id, status=status)


def follows_a_later_one(seen: Seen) -> Iterator[Problem]:
    """Find exchanges that follow one that begins after them."""
    other = seen.records.live.get(("exchange", seen.plain.get("follows", "")))
    start = seen.plain.get("start")
    if other and start and is_before(start, other.plain["start"]):
        yield seen.problem("SIL237", "follows", other=other.id, start=start, later=other.plain["start"])


def _beside(day: str, days: int) -> str:
    """Return the day that comes some days after another (ISO dates); before it when `days` is below zero."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day
