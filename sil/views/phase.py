"""Where an exchange stands on a day, by its status and its dates: only of what was held is told what it brought."""

from sil.light import Literal
from sil.records.exchange import Exchange
from sil.text.calendars import earliest, latest
from sil.views.frame import Frame, words
from sil.views.model import Inline

Phase = Literal["ahead", "near", "overdue", "held", "cancelled", "unknown"]


def phase_on(exchange: Exchange, today: str) -> Phase:
    """Return where an exchange stands on a day (ISO date).

    What begins later is `ahead`, whatever is recorded. A plan whose dates include the day is `near`: it has begun or is
    about to; one whose dates are over is `overdue`, as nobody wrote down what became of it.
    """
    if exchange.status == "cancelled":
        return "cancelled"
    if earliest(exchange.start) > today:
        return "ahead"
    if exchange.status == "planned":
        return "near" if latest(exchange.end or exchange.start) >= today else "overdue"
    return exchange.status


def is_held(exchange: Exchange, today: str) -> bool:
    """Whether an exchange is recorded as held and has begun by a day (ISO date)."""
    return phase_on(exchange, today) == "held"


def trip_note(frame: Frame, exchange: Exchange, today: str) -> Inline:
    """Return what the reader of a trip report must know first of one that was not held; nothing for one that was."""
    phase = phase_on(exchange, today)
    if phase == "held":
        return ()
    instead = "briefing" if phase in ("ahead", "near") else ""
    return _note(frame, f"trip.is-{phase}", instead, exchange)


def briefing_note(frame: Frame, exchange: Exchange, today: str, *, asked_for: bool) -> Inline:
    """Return what the reader of a briefing must know first of an exchange that is not ahead; nothing for one that is."""
    phase = phase_on(exchange, today)
    if phase in ("ahead", "near"):
        return ()
    chosen = () if asked_for else (*frame.says("briefing.none-planned", "strong"), *words(" "))
    instead = "trip" if phase in ("held", "overdue") else ""
    return (*chosen, *_note(frame, f"briefing.is-{phase}", instead, exchange))


def _note(frame: Frame, key: str, instead: str, exchange: Exchange) -> Inline:
    """Return a note; for the team, who can make it, with the command of the report that is wanted instead."""
    note = (*frame.says(key, "strong"), *words(" "))
    if not instead or frame.audience != "team":
        return note
    command = words(f"sil report {instead} {exchange.id}", "code")
    return (*note, *frame.says(f"report.{instead}"), *words(frame.colon), *command, *frame.says("mark.stop"))
