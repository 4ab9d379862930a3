"""How wide the columns of a table are: as wide as they like when there is room, else a fair share of it."""

from math import sqrt

from sil.light import Sequence, dataclass
from sil.render.spans import Line, text_of, width_of
from sil.text import cells
from sil.text.scripts import language_of

_BETWEEN = dict.fromkeys(map(ord, "、。，：；・／（）「」『』【】"), " ")
"""Signs of Japanese, which part words as spaces do."""

LEAST = 16
"""A column of text narrower than this is hard to read; the table is then shown as cards."""

LONGEST_WORD = 24
"""A word longer than this (an address) is broken rather than let it widen its column; Thai and Japanese always are."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column needs, in cells."""

    natural: int
    """Its widest paragraph."""
    least: int
    """Below this it cannot be read."""
    total: int
    """All its text on one line."""


def measure(paragraphs: Sequence[Line], narrow: int = LEAST) -> Measure:
    """Measure the paragraphs of a column, which may be `narrow` when it has no longer word."""
    widths = [width_of(line) for line in paragraphs]
    natural = max(widths, default=0)
    if natural <= narrow:
        return Measure(natural, natural, sum(widths))
    words = {word for line in paragraphs for word in text_of(line).translate(_BETWEEN).split(" ") if len(word) > narrow}
    longest = max((cells.width(word) for word in words if language_of(word) == "en"), default=0)
    return Measure(natural, min(natural, max(narrow, min(longest, LONGEST_WORD))), sum(widths))


def solve(measures: Sequence[Measure], room: int) -> list[int] | None:
    """Return the width of each column, or nothing when the room cannot hold them."""
    if sum(each.natural for each in measures) <= room:
        return [each.natural for each in measures]
    if sum(each.least for each in measures) > room:
        return None
    return _rounded(_shares(measures, room), measures, room)


def _shares(measures: Sequence[Measure], room: int) -> list[float]:
    """Share the room by the square root of the text, which gives the lowest table, within each column's limits."""
    widths: dict[int, float] = {}
    free = {number: max(1.0, sqrt(each.total)) for number, each in enumerate(measures)}
    while free:
        unit = (room - sum(widths.values())) / sum(free.values())
        bounded = {n: min(max(unit * free[n], measures[n].least), measures[n].natural) for n in free}
        excess = sum(bounded.values()) - unit * sum(free.values())
        settled = [n for n in free if (bounded[n] - unit * free[n]) * excess > 0] or list(free)
        for number in settled:
            widths[number] = bounded[number]
            del free[number]
    return [widths[number] for number in range(len(measures))]


def _rounded(shares: Sequence[float], measures: Sequence[Measure], room: int) -> list[int]:
    """Round down, then give the cells left over to the columns that lost most."""
    widths = [int(share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda n: widths[n] - shares[n])
    for number in by_loss[: room - sum(widths)]:
        if widths[number] < measures[number].natural:
            widths[number] += 1
    return widths
