"""Partial dates: what people type read as ISO, and ISO written as people read it.

A date is kept as ISO text of any precision: `2019`, `2019-07`, `2019-07-03`. Thai years are of the Buddhist era: a bare
year from 2400 to 2699 is read so, for no record speaks of that future. Japanese eras count from their first year (元年).
"""

from itertools import groupby

from sil.light import Iterator, NamedTuple, cache
from sil.text.fold import fold
from sil.text.scripts import THAI, scripts_in
from sil.text.tables import load

_BUDDHIST_YEARS = range(2400, 2700)
_BUDDHIST_SHIFT = 543
_LAST_YEAR = 2399


class _Typed(NamedTuple):
    """The parts of a typed date: numbers as typed, and what the words between them say."""

    numbers: tuple[str, ...]
    units: tuple[str, ...]
    """Unit after each number, or nothing."""
    month: int
    era: str


def is_date(text: str) -> bool:
    """Whether a text is an ISO date of any precision that exists."""
    parts = text.split("-")
    if not text.isascii() or [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        return False
    return all(map(str.isdigit, parts)) and _iso(*map(int, parts)) == text


def date_readings(text: str) -> tuple[str, ...]:
    """Return what a typed date may mean, as ISO: one reading when it is certain, several to ask about, none for no date.

    `03/07/2019` is 3 July or March 7: two readings.
    """
    if is_date(text.strip()) and int(text.strip()[:4]) not in _BUDDHIST_YEARS:
        return (text.strip(),)
    typed = _typed(text)
    if typed is None:
        return ()
    era = typed.era or ("buddhist" if scripts_in(text) & {THAI} and _last_is_buddhist(typed.numbers) else "")
    orders = dict.fromkeys(_orders(typed))
    return tuple(dict.fromkeys(filter(None, (_reading(order, era) for order in orders))))


def parse_date(text: str) -> str | None:
    """Return a typed date as ISO; nothing when it is no date, or may be several."""
    readings = date_readings(text)
    return readings[0] if len(readings) == 1 else None


def year_range(text: str) -> tuple[int | None, int | None]:
    """Return the first and the last year of `2019`, `2018..2019`, `..2019` or `2018..`, in any era people write.

    Raises ValueError for anything else, and for a range that ends before it begins.
    """
    first, dots, last = text.partition("..")
    years = _year(first), _year(last if dots else first)
    if not any(years) or (years[0] and years[1] and years[0] > years[1]):
        raise ValueError(text)
    return years


def _year(text: str) -> int | None:
    """Return a year; nothing for an open end of a range."""
    if not text.strip():
        return None
    date = parse_date(text.strip())
    if date is None or len(date) != len("2019"):
        raise ValueError(text)
    return int(date)


def format_date(date: str, lang: str) -> str:
    """Return an ISO date, with or without a time of day (or two: `T10:00–12:00`), as a language writes it; other text stays."""
    day, _, time = date.partition("T")
    if not is_date(day):
        return date
    whole, month, year, with_time = load("calendars")["written"][lang]
    written = str((year, month, whole)[day.count("-")]).format(**_written_parts(day, lang))
    return str(with_time).format(date=written, time="–".join(part[:5] for part in time.split("–"))) if time else written


def format_period(start: str, end: str, lang: str) -> str:
    """Return the period from one ISO date to another as a language writes it: what both share is written once."""
    if start == end:
        return format_date(start, lang)
    day, _, time = start.partition("T")
    if time and day == end.partition("T")[0]:
        return format_date(f"{start}–{end.partition('T')[2]}", lang)
    how = _shared(start, end)
    values = {f"from_{key}": value for key, value in _written_parts(start, lang).items()} if how != "other" else {}
    values |= (
        _written_parts(end, lang) if values else {"start": format_date(start, lang), "end": format_date(end, lang)}
    )
    return str(load("calendars")["periods"][lang][how]).format(**values)


def _shared(start: str, end: str) -> str:
    """Return the unit in which two dates of one precision differ; `other` where each has to be written out."""
    first, last = start.split("-"), end.split("-")
    if len(first) != len(last) or not (is_date(start) and is_date(end)):
        return "other"
    differs = next(place for place, (one, other) in enumerate(zip(first, last, strict=True)) if one != other)
    return {(1, 0): "year", (2, 1): "month", (3, 2): "day", (3, 1): "days"}.get((len(first), differs), "other")


def _written_parts(day: str, lang: str) -> dict[str, int | str]:
    """Return year, month (its number and its name) and day of a partial ISO date as a language writes them."""
    numbers = [int(part) for part in day.split("-")]
    parts: dict[str, int | str] = {
        "year": numbers[0] + (_BUDDHIST_SHIFT if lang == "th" else 0),
        "number": numbers[1] if len(numbers) > 1 else "",
        "day": numbers[2] if len(numbers) > 2 else "",
    }
    if len(numbers) > 1 and lang in load("calendars")["months"]:
        parts["month"] = load("calendars")["months"][lang][numbers[1] - 1]
    return parts


def earliest(date: str) -> str:
    """Return the first day that a partial ISO date covers."""
    return date[:10] + "-01" * (2 - date[:10].count("-"))


def latest(date: str) -> str:
    """Return the last day that a partial ISO date covers."""
    parts = [int(part) for part in date[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else _days(year, month)
    return f"{year:04}-{month:02}-{day:02}"


def _last_is_buddhist(numbers: tuple[str, ...]) -> bool:
    return int(numbers[-1]) in _BUDDHIST_YEARS


def _typed(text: str) -> _Typed | None:
    """Take a typed date apart; nothing when it holds a word that no date has."""
    numbers: list[str] = []
    units: list[str] = []
    month, era = 0, ""
    for is_number, chars in groupby(fold(text).replace(" ", "\t"), str.isdecimal):
        part = "".join(chars)
        for kind, value in [("number", part)] if is_number else _meanings(part.replace("\t", "")):
            if kind == "number":
                numbers.append(value)
                units.append("")
            elif kind == "unit" and units:
                units[-1] = units[-1] or value
            elif kind == "month" and not month:
                month = int(value)
            elif kind == "era" and not era:
                era = value
            elif kind != "filler":
                return None
    return _Typed(tuple(numbers), tuple(units), month, era) if numbers else None


def _meanings(letters: str) -> Iterator[tuple[str, str]]:
    """Yield what the words of a stretch of letters mean, the longest word first."""
    while letters:
        word = next((word for word in _words() if letters.startswith(word)), letters)
        yield _words().get(word, ("unknown", word))
        letters = letters[len(word) :]


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Return the words of dates, folded and without spaces, longest first, with what they mean."""
    table = load("calendars")
    entries = [(word, "filler", "") for word in table["fillers"]]
    entries += [(word, "number", "1") for word in table["first_year"]]
    entries += [(word, "unit", unit) for unit, words in table["units"].items() for word in words]
    entries += [(word, "era", era) for era, about in table["eras"].items() for word in about["words"]]
    for section in ("months", "short_months"):
        names = (enumerate(names, start=1) for names in table[section].values())
        entries += [(word, "month", str(number)) for months in names for number, word in months if word]
    found = {fold(word).replace(" ", ""): (kind, value) for word, kind, value in entries}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


def _orders(typed: _Typed) -> Iterator[tuple[str, ...]]:
    """Yield the numbers of a typed date as year, month, day, in each order in which they may be meant."""
    numbers, (month, day) = typed.numbers, (typed.month, "")
    if any(typed.units):
        named = dict(zip(typed.units, numbers, strict=True))
        if len(named) == len(numbers) and "year" in named and "" not in named:
            yield tuple(filter(None, (named["year"], named.get("month") or str(month or ""), named.get("day", day))))
    elif month:
        years = [place for place, number in enumerate(numbers) if len(number) > 2 or typed.era]
        if years and len(numbers) < 3:
            yield (
                numbers[years[-1]],
                str(month),
                *(number for place, number in enumerate(numbers) if place != years[-1]),
            )
    elif len(numbers) == 1 and len(numbers[0]) == 8:
        yield numbers[0][:4], numbers[0][4:6], numbers[0][6:]
    elif len(numbers[0]) == 4 or (typed.era and len(numbers[-1]) < 3):
        yield numbers
    elif len(numbers[-1]) == 4 and len(numbers) in {2, 3}:
        yield numbers[::-1]
        if len(numbers) == 3 and int(numbers[-1]) not in _BUDDHIST_YEARS:
            yield numbers[2], numbers[0], numbers[1]


def _reading(order: tuple[str, ...], era: str) -> str:
    """Return year, month and day as ISO, the year counted in the era; nothing for a day that does not exist."""
    if len(order) > 3 or any(len(number) > 4 for number in order):
        return ""
    year, *rest = map(int, order)
    if not era:
        era = "buddhist" if year in _BUDDHIST_YEARS else "common"
    about = load("calendars")["eras"][era]
    date = _iso(year + int(about["add"]), *rest)
    within = not date or "from" not in about or (latest(date) >= about["from"] and earliest(date) <= about["to"])
    return date if within else ""


def _iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a date as ISO; nothing if there is no such day."""
    if not 1 <= year <= _LAST_YEAR or (month is not None and not 1 <= month <= 12):
        return ""
    if day is not None and not 1 <= day <= _days(year, month or 1):
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31
