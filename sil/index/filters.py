"""Which units are asked for: by kind, country, theme and year."""

from sil.light import Any, NamedTuple, Sequence


class Filters(NamedTuple):
    """Conditions that a unit must meet, all of them; within one, any of its values will do."""

    kinds: tuple[str, ...] = ()
    """`org`, `exchange`, `policy`, `theme`, `lesson`, `follow-up`, `collaboration`."""
    countries: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """Themes; what is tagged with a narrower theme belongs to the wider one too."""
    first_year: int | None = None
    last_year: int | None = None
    """Last year, included."""


NONE = Filters()

_NARROWER = """
u.number IN (
    WITH RECURSIVE wanted (theme) AS (
        VALUES {values}
        UNION
        SELECT t.address FROM links l JOIN units t ON t.number = l.unit JOIN wanted w ON w.theme = l.id
        WHERE l.kind = 'theme' AND l.field = 'broader' AND t.kind = 'theme'
    )
    SELECT g.unit FROM tags g JOIN wanted w ON w.theme = g.theme
    UNION SELECT t.number FROM units t JOIN wanted w ON w.theme = t.address AND t.kind = 'theme'
)"""


def condition(filters: Filters) -> tuple[str, list[Any]]:
    """Return the condition on the table `units u`, and its values."""
    parts: list[str] = []
    values: list[Any] = []
    if filters.kinds:
        parts.append(f"u.kind IN ({marks(filters.kinds)})")
        values += filters.kinds
    if filters.countries:
        parts.append("(" + " OR ".join(["instr(u.countries, ?)"] * len(filters.countries)) + ")")
        values += [f" {country} " for country in filters.countries]
    if filters.themes:
        parts.append(_NARROWER.format(values=", ".join(["(?)"] * len(filters.themes))))
        values += filters.themes
    if filters.first_year is not None:
        parts.append("u.last_year >= ?")
        values.append(filters.first_year)
    if filters.last_year is not None:
        parts.append("u.first_year <= ?")
        values.append(filters.last_year)
    return " AND ".join(parts) or "1", values


def marks(values: Sequence[object]) -> str:
    """Return a question mark for each value, as the list after IN wants them."""
    return ",".join("?" * len(values))
