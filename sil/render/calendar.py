"""A calendar file (iCalendar, RFC 5545), as Google Calendar, Outlook and Apple Calendar import it.

Everything is an event: Outlook and Google Calendar leave out the tasks (VTODO) of a file. What has a time of day blocks that time in
its own time zone; whole days are shown as free. An entry keeps its id, so that a file imported later replaces what an
earlier one brought.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

import icalendar

from sil.errors import NothingFoundError, UsageError
from sil.render.inline import plain
from sil.render.options import Options
from sil.views.model import Event, View

_FIRST_DAY = date(2000, 1, 1)


@runtime_checkable
class Eventful(Protocol):
    """A view that may have entries for a calendar."""

    @property
    def events(self) -> Sequence[Event] | None:
        """Return the entries; None for a view that is not about dates."""
        ...


def render(view: View, options: Options) -> str:
    """Return the calendar of a view; the same bytes for the same view and `options.today`.

    Raises UsageError for a view that is not about dates or when icalendar is not installed, and NothingFoundError when
    nothing in the view has a date.
    """
    if not isinstance(view, Eventful) or view.events is None:
        raise UsageError("error.no-calendar", hint="hint.no-calendar")
    if not view.events:
        raise NothingFoundError("error.no-events", hint="hint.no-events")
    page = view.page()
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Social Innovation Link//sil//{(page.lang or options.lang).upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plain(page.title))
    calendar.add("x-wr-caldesc", plain(page.lead))
    today = datetime.fromisoformat(options.today or "2000-01-01").replace(tzinfo=UTC)
    for event in view.events:
        calendar.add_component(_entry(event, today))
    calendar.add_missing_timezones(*_years(view.events))
    return str(calendar.to_ical(sorted=False), "utf-8")


def _years(events: Sequence[Event]) -> tuple[date, date]:
    """Return the time for which the rules of the zones are written: from the year of the first entry to after the last."""
    years = [int(moment[:4]) for event in events for moment in (event.start, event.end) if moment]
    return date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)


def _entry(event: Event, today: datetime) -> icalendar.Event:
    """Return one entry. Its version counts days, so that what was exported later wins."""
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@social-innovation-link")
    entry.add("dtstamp", today)
    entry.add("last-modified", datetime.fromisoformat(_day(event.changed)).replace(tzinfo=UTC))
    entry.add("sequence", (today.date() - _FIRST_DAY).days)
    entry.add("summary", plain(event.what))
    _when(entry, event)
    if place := plain(event.where):
        entry.add("location", place)
    if about := "\n".join(filter(None, map(plain, event.about))):
        entry.add("description", about)
    entry.add("status", event.state.upper())
    return entry


def _when(entry: icalendar.Event, event: Event) -> None:
    """Write when an entry is: a time of day on the clock of its zone, or whole days, of which the last is named."""
    if "T" in event.start:
        zone = ZoneInfo(event.zone) if event.zone else None
        entry.add("dtstart", datetime.fromisoformat(event.start).replace(tzinfo=zone))
        if event.end and event.end > event.start:
            entry.add("dtend", datetime.fromisoformat(event.end).replace(tzinfo=zone))
        entry.add("transp", "OPAQUE")
        return
    entry.add("dtstart", date.fromisoformat(event.start))
    entry.add("dtend", date.fromisoformat(max(event.start, event.end or event.start)) + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")


def _day(changed: str) -> str:
    return changed + "-01" * (2 - changed.count("-"))
