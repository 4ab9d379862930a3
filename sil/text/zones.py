"""Time zones by the names of the tz database, and the one that a country has where it has only one."""

from sil.text.tables import load


def zone_of(country: str | None) -> str:
    """Return the time zone of a country by its code; nothing where it has several, or is not known."""
    found = load("zones").get(country or "", ())
    return str(found[0]) if len(found) == 1 else ""


def is_zone(text: str) -> bool:
    """Whether a text is the name of a time zone."""
    return any(text in names for names in load("zones").values())


def zones() -> list[str]:
    """Return the names of all time zones in order."""
    return sorted({name for names in load("zones").values() for name in names})
