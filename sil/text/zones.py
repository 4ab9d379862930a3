"""Time zones by the names of the tz database, and the one that a country has where it has only one."""

from sil.text.tables import load


def zone_of(country: str | None) -> str:
    """Return the time zone of a country by its code; nothing where it has several, or is not known."""
    found = load("zones").get(country or "", ())
    return str(found[0]) if len(found) == 1 else ""


def zones_of(country: str | None) -> list[str]:
    """Return the names of the time zones of a country by its code; those of parts of its regions only where all are."""
    found = sorted(map(str, load("zones").get(country or "", ())))
    return [name for name in found if name.count("/") < 2] or found


def is_zone(text: str) -> bool:
    """Whether a text is the name of a time zone."""
    return any(text in names for names in load("zones").values())


def zones() -> list[str]:
    """Return the names of all time zones in order."""
    return sorted({name for names in load("zones").values() for name in names})
