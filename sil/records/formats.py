"""Strings of a fixed form - ids, dates, countries - and what was probably meant by one that is not."""

import re
import unicodedata
from datetime import date

FIRST_BUDDHIST_YEAR = 2400
"""A year from this one on is taken for a year of the Buddhist era, which is 543 ahead."""

BUDDHIST_ERA = 543

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
YEAR = "[12][0-9]{3}"
DATE = f"{YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"

MOMENT = f"{DATE}|{YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]"

_CODES = (
    "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca "
    "cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga "
    "gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp "
    "ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms "
    "mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs "
    "ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw "
    "tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
COUNTRIES = frozenset(_CODES.split())
"""ISO 3166-1, two letters."""

_MEANT_COUNTRY = {"ja": "jp", "japan": "jp", "thailand": "th", "thai": "th", "uk": "gb", "en": "gb"}
"""Languages and names that are written for a country."""

_LONGEST = 80
"""Characters of a text beyond which nobody guesses what was meant."""

_SLUG = re.compile(SLUG)
_DATE = re.compile(DATE)
_DAY_AND_TIME = r"(?i:(.*\d)(?:[T,]|\s)\s*(\d{1,2})[:.](\d\d)(?::\d\d)?)"
"""Like `MOMENT`, compiled when it is met: few records have a time of day."""


def is_slug(text: str) -> bool:
    """Whether a text is ASCII lower-case letters, digits and single hyphens."""
    return _SLUG.fullmatch(text) is not None


def slug_for(text: str) -> str:
    """Return the id nearest to a text; empty when nothing of it is ASCII."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST]).casefold()
    return "-".join(re.findall("[a-z0-9]+", re.sub("[^a-z0-9 ._/,:-]", "", plain)))


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year that exists, written as ISO 8601 has it."""
    if not _DATE.fullmatch(text):
        return False
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return _exists(year, month, day)


def is_moment(text: str) -> bool:
    """Whether a text is a date that exists, with or without a time of day."""
    return re.fullmatch(MOMENT, text) is not None and is_date(text.partition("T")[0])


def moment_for(text: str) -> str:
    """Return the ISO date, or day and time, probably meant by figures in another order of signs; empty when there is none."""
    timed = re.fullmatch(_DAY_AND_TIME, text[:_LONGEST])
    if not timed:
        return date_for(text)
    near = f"{date_for(timed[1])}T{timed[2]:0>2}:{timed[3]}"
    return near if re.fullmatch(MOMENT, near) else ""


def date_for(text: str) -> str:
    """Return the ISO date probably meant by figures in another order of signs; empty when there is none."""
    parts = [int(part) for part in re.findall(r"\d+", text[:_LONGEST])]
    if len(text) > _LONGEST or not parts or len(parts) > 3 or re.search(r"[^\W\d]", text):
        return ""
    if parts[0] < 100 and parts[-1] >= 1000:
        parts.reverse()
    year, month, day = (*parts, 1, 1)[:3]
    if not _exists(year, month, day) or year < 1000:
        return ""
    return "-".join((f"{year:04}", *(f"{part:02}" for part in parts[1:])))


def is_buddhist(text: str) -> bool:
    """Whether a date is in a year of the Buddhist era."""
    return int(text[:4]) >= FIRST_BUDDHIST_YEAR


def gregorian(text: str) -> str:
    """Return a date of the Buddhist era in the common era."""
    return f"{int(text[:4]) - BUDDHIST_ERA:04}{text[4:]}"


def country_for(text: str) -> str:
    """Return the country code probably meant by a text; empty when there is none."""
    low = text.strip().casefold()
    choices = (low, _MEANT_COUNTRY.get(low, ""), low[:2] if len(low) == 3 else "")
    return next((choice for choice in choices if choice in COUNTRIES), "")


def number_for(text: str) -> str:
    """Return a number written with separators or other digits in plain ASCII digits; empty when it is none."""
    plain = re.sub(r"[\s,_'’]", "", unicodedata.normalize("NFKC", text[:_LONGEST]))
    if len(text) > _LONGEST or not re.fullmatch(r"[-+]?\d+(\.\d+)?", plain):
        return ""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
