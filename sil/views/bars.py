"""Bars of figures over years, as text: they stand in a table in every format, beside the numbers they show."""

from sil.light import Sequence
from sil.records.types import Figure

CELLS = 12
"""Width of the longest bar in terminal cells."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


def series_of(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Return the figures that can be laid beside each other over time: one measure, unit and part, two dates or more."""
    found: dict[tuple[str, str | None, str], list[Figure]] = {}
    for figure in figures:
        if isinstance(figure.value, int | float) and not isinstance(figure.value, bool) and figure.as_of:
            part = figure.of.pick("en")[0] if figure.of else ""
            found.setdefault((figure.measure, figure.unit, part), []).append(figure)
    ordered = (tuple(sorted(series, key=_date)) for series in found.values())
    return [series for series in ordered if len({figure.as_of for figure in series}) > 1]


def _date(figure: Figure) -> str:
    return figure.as_of or ""


def bars(figures: Sequence[Figure]) -> list[str]:
    """Return a bar for each figure of a series, the largest `CELLS` wide; none for what is not above zero."""
    values = [value if isinstance(value := figure.value, int | float) else 0 for figure in figures]
    largest = max(values, default=0)
    return [_bar(value, largest) for value in values]


def _bar(value: float, largest: float) -> str:
    if value <= 0:
        return ""
    eighths = max(round(value / largest * CELLS * 8), 1)
    whole, part = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")
