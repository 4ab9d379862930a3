"""Decoding of single values: texts in languages, what a claim says, ids, dates, words of a fixed set."""

import math

from sil.light import Callable
from sil.reader import LANGS
from sil.records.formats import (
    COUNTRIES,
    country_for,
    date_for,
    gregorian,
    is_buddhist,
    is_date,
    is_moment,
    is_slug,
    moment_for,
    number_for,
    slug_for,
)
from sil.records.nearest import nearest
from sil.records.nodes import Mapping, Node, Scalar
from sil.records.reading import BAD, Bad, Reading, inner, shown
from sil.records.shape import Choice
from sil.records.types import Format, Ref
from sil.records.values import EMPTY
from sil.text.zones import is_zone, zones

_JAPANESE = (
    ("々", "〇"), ("\u3040", "ヿ"), ("㐀", "鿿"), ("\uf900", "\ufaff"), ("ｦ", "ﾟ"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""First and last characters of the blocks of Japanese writing."""


def language_of(text: str) -> str:
    """Return the language a text without one is taken to be in, from its script."""
    if text.isascii():
        return "en"
    chars = set(text)
    if any("\u0e00" <= char <= "\u0e7f" for char in chars):
        return "th"
    return "ja" if any(first <= char <= last for char in chars for first, last in _JAPANESE) else "en"


def decode_text(reading: Reading, node: Node, at: str) -> dict[str, str] | Bad:
    """Read a text: a string, or a map of languages."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        return {language_of(text): text}
    if not isinstance(node, Mapping) or all(is_blank(value) for _, value in node.entries):
        return reading.report("SIL103", node, at, found=shown(node))
    texts = {}
    for key, value in node.entries:
        text = _language(reading, key, value, at)
        if text:
            texts[key.text] = text
            reading.positions[inner(at, key.text)] = value.line, value.column
    return texts or BAD


def _language(reading: Reading, key: Scalar, value: Node, at: str) -> str:
    if key.text not in LANGS:
        near = nearest(key.text, LANGS)
        reading.report("SIL112", key, at, found=key.text, allowed=", ".join(LANGS), nearest=near)
    elif not isinstance(value, Scalar):
        reading.report("SIL103", value, inner(at, key.text), found=shown(value))
    elif is_blank(value):
        reading.report("SIL113", key, inner(at, key.text))
    else:
        return value.text.strip()
    return ""


def is_blank(node: Node) -> bool:
    """Whether a value says nothing."""
    return isinstance(node, Scalar) and (not node.text or node.text.isspace() or node.is_nothing)


def decode_value(reading: Reading, node: Node, at: str, ref: Ref | None = None) -> object | Bad:
    """Read what a claim says: a number, a text, a date, one of the four kinds of empty, or an id."""
    if isinstance(node, Mapping):
        return decode_text(reading, node, at)
    if not isinstance(node, Scalar) or isinstance(node.value, bool):
        return reading.report("SIL105", node, at, found=shown(node))
    value = node.value
    if isinstance(value, int | float):
        return value if math.isfinite(value) else reading.report("SIL105", node, at, found=node.text)
    return _said(reading, node, at, ref)


def _said(reading: Reading, node: Scalar, at: str, ref: Ref | None) -> object | Bad:
    """Read a string in a claim."""
    text = node.text.strip()
    word = text.casefold().replace(" ", "-").replace("_", "-")
    if word in EMPTY and word != text:
        return reading.report("SIL107", node, at, found=text, allowed=", ".join(EMPTY), nearest=word)
    if word in EMPTY or (ref and is_slug(text)):
        return text
    if _may_be_date(text):
        return decode_date(reading, node, at)
    if len(text) == 4 and is_date(text) and not is_buddhist(text):
        return text
    if node.plain and (number := number_for(text)):
        return reading.report("SIL115", node, at, found=text, nearest=number)
    return decode_text(reading, node, at)


def _may_be_date(text: str) -> bool:
    """Whether a text is two or three numbers with hyphens between them, the first with four figures."""
    year, *parts = text.split("-")
    return (
        len(parts) in {1, 2}
        and len(year) == 4
        and all(part.isascii() and part.isdecimal() for part in (year, *parts))
        and all(len(part) <= 2 for part in parts)
    )


def decode_string(reading: Reading, node: Node, at: str) -> str | Bad:
    """Read a string as typed, also one that looks like a number."""
    if not isinstance(node, Scalar):
        return reading.report("SIL103", node, at, found=shown(node))
    return node.text.strip()


def decode_boolean(reading: Reading, node: Node, at: str) -> bool | Bad:
    """Read true or false."""
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    return reading.report("SIL106", node, at, found=shown(node))


def decode_choice(reading: Reading, shape: Choice, node: Node, at: str) -> str | Bad:
    """Read one word of a fixed set."""
    if isinstance(node, Scalar) and node.text in shape.values:
        return node.text
    found, allowed = shown(node), ", ".join(shape.values)
    return reading.report("SIL107", node, at, found=found, allowed=allowed, nearest=nearest(found, shape.values))


def decode_slug(reading: Reading, node: Node, at: str) -> str | Bad:
    """Read an id."""
    text = decode_string(reading, node, at)
    if isinstance(text, Bad) or is_slug(text):
        return text
    return reading.report("SIL108", node, at, found=shown(node), nearest=slug_for(text))


def decode_ref(reading: Reading, shape: Ref, node: Node, at: str) -> str | Bad:
    """Read the id of another record; a lesson can be named with its exchange, `<exchange>/<lesson>`."""
    if shape.kind == "lesson" and isinstance(node, Scalar) and node.text.count("/") == 1:
        exchange, lesson = node.text.split("/")
        if is_slug(exchange) and is_slug(lesson):
            return node.text
    return decode_slug(reading, node, at)


def decode_date(reading: Reading, node: Node, at: str) -> str | Bad:
    """Read an ISO date of any precision."""
    return _decode_time(reading, node, at, code="SIL109", is_right=is_date, mended=date_for)


def decode_moment(reading: Reading, node: Node, at: str) -> str | Bad:
    """Read an ISO date of any precision, or a day and a time of day."""
    return _decode_time(reading, node, at, code="SIL116", is_right=is_moment, mended=moment_for)


def _decode_time(
    reading: Reading, node: Node, at: str, *, code: str, is_right: Callable[[str], bool], mended: Callable[[str], str]
) -> str | Bad:
    """Read a date or moment in the form that is right; of another one what was likely meant is told under a code."""
    text = decode_string(reading, node, at)
    if isinstance(text, Bad):
        return text
    near = text if is_right(text) else mended(text)
    if near and is_buddhist(near):
        return reading.report("SIL110", node, at, found=text, nearest=gregorian(near))
    return text if near == text else reading.report(code, node, at, found=shown(node), nearest=near)


def decode_zone(reading: Reading, node: Node, at: str) -> str | Bad:
    """Read the name of a time zone."""
    text = decode_string(reading, node, at)
    if isinstance(text, Bad) or is_zone(text):
        return text
    return reading.report("SIL117", node, at, found=shown(node), nearest=nearest(shown(node), zones()))


def decode_country(reading: Reading, node: Node, at: str) -> str | Bad:
    """Read a country."""
    text = decode_string(reading, node, at)
    if isinstance(text, Bad) or text in COUNTRIES:
        return text
    return reading.report("SIL111", node, at, found=shown(node), nearest=country_for(text))


_FORMATS: dict[str, Callable[[Reading, Node, str], str | Bad]] = {
    "slug": decode_slug,
    "date": decode_date,
    "moment": decode_moment,
    "zone": decode_zone,
    "country": decode_country,
    "url": decode_string,
}


def decode_format(reading: Reading, shape: Format, node: Node, at: str) -> str | Bad:
    """Read a string of a fixed form."""
    return _FORMATS[shape.name](reading, node, at)
