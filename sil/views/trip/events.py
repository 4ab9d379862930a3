"""What of a report goes into a calendar: the exchange, its programme, and the days on which promises are due.

Only dates that a record gives: what is known to the month only covers the month and says so, what has no date stands in
the description of the exchange.
"""

from sil.light import Iterable, Mapping, Sequence
from sil.records.exchange import AgendaItem, Exchange, FollowUp
from sil.records.types import Source
from sil.text.calendars import earliest, latest
from sil.text.zones import zone_of
from sil.views.frame import Frame, joined, words
from sil.views.model import Cell, Event, EventState, Inline
from sil.views.phase import is_held
from sil.views.trip.promises import state_of

STATES: Mapping[str, EventState] = {
    "planned": "tentative",
    "held": "confirmed",
    "cancelled": "cancelled",
    "unknown": "tentative",
}
"""State of the entries of an exchange: a plan may still move, so a calendar must not show it as settled."""

WHOLE_DAY = len("2019-07-03")
UNKNOWN_LENGTH = 1
"""Hours that a part of a programme takes in a calendar when its end is not recorded; the entry says so."""

PREFIXES = {"late": "event.late", "done": "event.done", "dropped": "event.dropped"}
"""What stands before a promise, by its state; `event.due` before all others."""


def exchange_events(frame: Frame, exchange: Exchange, today: str) -> list[Event]:
    """Return the exchange itself as it stands on a day (ISO date), then the parts of its programme that have a date."""
    dated = [item for item in exchange.agenda if item.time]
    seen: dict[str, int] = {}
    events = [_exchange(frame, exchange, today)]
    for item in dated:
        name = _fingerprint(item)
        seen[name] = seen.get(name, 0) + 1
        events.append(_part(frame, exchange, item, f"{exchange.id}/{name}-{seen[name]}"))
    return events


def promise_events(frame: Frame, promises: Iterable[tuple[Exchange, FollowUp]], today: str) -> list[Event]:
    """Return the day on which each promise is due, as it stands on a day (ISO date); those without a day are left out.

    Promises that were kept or dropped stay, marked, so that a calendar that has them already learns of it.
    """
    return [_promise(frame, exchange, promise, today) for exchange, promise in promises if promise.due]


def _exchange(frame: Frame, exchange: Exchange, today: str) -> Event:
    participants = frame.names(dict.fromkeys(part.org for part in exchange.participants))
    undated = [item for item in exchange.agenda if not item.time]
    parts = ((*words("- "), *frame.text(item.title)) for item in undated)
    lines = [
        *_cell(frame.text(exchange.summary)),
        *_labelled(frame, "organisers", frame.names(exchange.organisers)),
        *_labelled(frame, "participants" if is_held(exchange, today) else "participants-planned", participants),
        *((frame.says("event.undated"), *parts) if undated else ()),
    ]
    return Event(
        id=exchange.id,
        what=_marked(frame, frame.text(exchange.title), exchange.start, exchange.end),
        start=earliest(exchange.start),
        end=latest(exchange.end or exchange.start),
        where=_places(frame, exchange),
        about=(*lines, *_grounds(frame, exchange.id, exchange.sources, _telling(exchange))),
        state=STATES[exchange.status],
        changed=exchange.checked,
    )


def _part(frame: Frame, exchange: Exchange, item: AgendaItem, about: str) -> Event:
    time = item.time or exchange.start
    timed = "T" in time
    known = item.until if item.until and ("T" in item.until) == timed and item.until > time else None
    end = known or (_later(time) if timed else None)
    lines = [
        *_cell(frame.text(item.purpose)),
        *((frame.says("event.no-end", hours=UNKNOWN_LENGTH),) if timed and not known else ()),
        *_labelled(frame, "host", frame.name(item.host) if item.host else ()),
        *_labelled(frame, "exchange", frame.text(exchange.title)),
    ]
    return Event(
        id=about,
        what=frame.text(item.title) if timed else _marked(frame, frame.text(item.title), time, end),
        start=time if timed else earliest(time),
        end=end if timed else latest(end or time),
        zone=exchange.time_zone or zone_of(exchange.host_country),
        where=frame.text(item.place) or _places(frame, exchange),
        about=(*lines, *_grounds(frame, exchange.id, exchange.sources, item.source)),
        state=STATES[exchange.status],
        changed=exchange.checked,
    )


def _later(moment: str) -> str:
    """Return the moment at which a part without an end is taken to end."""
    from datetime import datetime, timedelta  # noqa: PLC0415 - only a part with an hour and no end needs it

    later = datetime.fromisoformat(moment) + timedelta(hours=UNKNOWN_LENGTH)
    return later.isoformat(timespec="minutes")


def _promise(frame: Frame, exchange: Exchange, promise: FollowUp, today: str) -> Event:
    due, state = promise.due or "", state_of(promise, today)
    address = f"{exchange.id}/{promise.id}"
    known = [frame.text(text) for text in (promise.evidence, promise.reason) if text]
    lines = [
        *_labelled(frame, "who", joined((frame.names(promise.who), frame.names(promise.to)), " → ")),
        *_labelled(frame, "due-by", words(frame.date(due))),
        *_labelled(frame, "state", frame.choice(state)),
        *known,
        *_labelled(frame, "exchange", frame.text(exchange.title)),
    ]
    return Event(
        id=address,
        what=(
            *frame.says(PREFIXES.get(state, "event.due")),
            *frame.text(promise.what),
        ),
        start=latest(due),
        end=latest(due),
        about=(*lines, *_grounds(frame, address, exchange.sources, promise.source)),
        state="cancelled" if state == "dropped" else "confirmed",
        changed=exchange.checked,
    )


def _telling(exchange: Exchange) -> Sequence[str]:
    """Return the keys of the sources that tell who took part and met: those of its lessons stand with the lessons."""
    keys = [key for part in exchange.participants for key in part.source]
    keys += [key for meeting in exchange.meetings for key in meeting.source]
    return tuple(dict.fromkeys(keys)) or tuple(exchange.sources)


def _marked(frame: Frame, title: Inline, start: str, end: str | None) -> Inline:
    """Return a title; where the days are not known, with what is known of them."""
    if len(start) >= WHOLE_DAY and len(end or start) >= WHOLE_DAY:
        return title
    return (*title, *frame.says("event.day-unknown", when=frame.period(start, end)))


def _places(frame: Frame, exchange: Exchange) -> Inline:
    places = [frame.text(place) for place in exchange.places]
    return joined((*places, frame.country(exchange.host_country)), frame.comma)


def _labelled(frame: Frame, key: str, value: Inline) -> Cell:
    return ((*frame.says(f"event.{key}"), *words(frame.colon), *value),) if value else ()


def _cell(value: Inline) -> Cell:
    return (value,) if value else ()


def _grounds(frame: Frame, address: str, sources: Mapping[str, Source], keys: Sequence[str]) -> Cell:
    """Return the lines that say on which record and sources an entry rests."""
    cited = [sources[key] for key in keys if key in sources]
    named = (joined((words(source.title), words(source.url or "")), " ") for source in cited)
    return (
        (*frame.says("event.record"), *words(frame.colon), *words(address)),
        *((*frame.says("event.source"), *words(frame.colon), *line) for line in named),
    )


def _fingerprint(item: AgendaItem) -> str:
    """Return what stays the same of a part of a programme when its hour, place or host changes: its title."""
    from zlib import crc32  # noqa: PLC0415 - only a calendar needs it

    return f"{crc32(item.title.pick('en')[0].encode('utf-8', 'replace')):08x}"
