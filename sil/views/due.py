"""The state of a promise on a day: what is recorded, or late."""

from sil.text.calendars import latest

WAITING = ("open", "unknown")
"""Recorded states of a promise that still waits for its outcome."""


def state_on(state: str, due: str | None, today: str) -> str:
    """Return the state of a promise on a day (ISO date): `late` when it waits and its last day has passed."""
    return "late" if state in WAITING and due and latest(due) < today else state
