"""Years, and months of years, in a question, in any era and language people write."""

import re

from sil.index.terms import all_of, needles_of, one_of, together
from sil.light import Iterable, Iterator, NamedTuple, cache
from sil.text.calendars import format_date, parse_date
from sil.text.fold import fold
from sil.text.tables import load

_YEARS = range(1868, 2101)
"""A number that is none of these years, in any era, is a number."""
_THAI_CENTURY = "25"
"""What stands before the two figures of a Thai year when people write no more."""


class Dated(NamedTuple):
    """A year, or a month of one, that stands in a question."""

    said: str
    """The words, folded."""
    year: int
    month: int = 0


def dates_in(folded: str) -> Iterator[Dated]:
    """Yield the years and months of a folded question."""
    for found in _pattern().finditer(folded):
        short = found["short"]
        iso = parse_date(f"{_THAI_CENTURY}{short}" if short else found[0].replace("年度", "年"))
        if iso and len(iso) <= len("2019-07") and int(iso[:4]) in _YEARS:
            yield Dated(found[0].strip(), int(iso[:4]), int(iso[5:] or 0))


def written(dated: Dated) -> str:
    """Return the expression for texts in which a year, or a month of it, is written in one way or another."""
    year, month = dated.year, dated.month
    if not month:
        return one_of((all_of([str(year)]), all_of([str(year + 543)])))
    thai = load("calendars")["months"]["th"][month - 1]
    japanese = (together(f"{year} {month}"), together(f"{year} {month:02}"))  # 年 and 月 are no terms of their own
    iso = f"{year}-{month:02}"
    return one_of(
        [together(format_date(iso, "en")), *(all_of([f"{thai} {one}"]) for one in (year, year + 543)), *japanese]
    )


def needles(dates: Iterable[Dated]) -> tuple[str, ...]:
    """Return what to look for in the passages in which years are written: their figures."""
    return needles_of(" ".join(f"{date.year} {date.year + 543}" for date in dates))


@cache
def _pattern() -> re.Pattern[str]:
    """Return what a year looks like in a folded text: with its month before or behind it, and with its era."""
    table = load("calendars")
    months = _any(name for section in ("months", "short_months") for names in table[section].values() for name in names)
    eras = _any(word for era in table["eras"].values() for word in era["words"] if len(word) > 1)
    first = _any(table["first_year"])
    counted = _any(load("questions")["counted"])
    return re.compile(
        rf"(?:(?<![a-z])(?:{months}) ?)?"
        rf"(?:ปี ?(?P<short>\d\d)(?!\d)|(?:ปี ?)?(?:(?<![a-z])(?:{eras}) ?(?:\d{{1,4}}|{first})|(?<!\d)\d{{4}})(?!\d)(?! ?(?:{counted}))(?:年度?)?)"
        rf"(?:\d{{1,2}}月)?"
    )


def _any(words: Iterable[str]) -> str:
    """Return the pattern for any of some words, the longest first, with or without the spaces in them."""
    folded = sorted({fold(word) for word in words if word}, key=lambda word: -len(word))
    return "|".join(re.escape(word).replace(r"\ ", " ?") for word in folded)
