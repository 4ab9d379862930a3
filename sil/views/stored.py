"""Stored values in words: what a field of a record holds as it was read, for one cell of a list."""

from sil.light import Mapping
from sil.reader import LANGS
from sil.records.values import Text
from sil.text.calendars import is_date
from sil.views.frame import Frame, joined, words
from sil.views.model import Cell, Inline

_COUNTRIES = frozenset(
    {"country", "countries", "host_country", "visiting_countries", "learned_by", "learned_from", "works_in"}
)
_VOCABULARIES = frozenset({"measure", "unit"})
_UNSAID = frozenset({"source", "id", "audience"})
"""Keys inside a value that a cell leaves out: a list has no footnotes."""


def in_words(frame: Frame, field: str, value: object) -> Cell:
    """Return the value of a field: simple values in one line, things of several parts one a paragraph."""
    if isinstance(value, list) and any(isinstance(part, Mapping) for part in value):
        return tuple(line for part in value if (line := _line(frame, field, part)))
    line = _line(frame, field, value)
    return (line,) if line else ()


def _line(frame: Frame, field: str, value: object) -> Inline:
    if value is None:
        return ()
    if isinstance(value, list):
        nested = any(isinstance(part, Mapping) for part in value)
        parts = [line for part in value if (line := _line(frame, field, part))]
        return joined(parts, frame.semicolon if nested else frame.comma)
    if isinstance(value, Mapping):
        return _of_parts(frame, field, value)
    return _scalar(frame, field, value)


def _of_parts(frame: Frame, field: str, value: Mapping[str, object]) -> Inline:
    """Return a text in the reader's language, what is said for each country, or each part behind its label."""
    languages = [lang for lang in (frame.lang, *LANGS) if lang in value]
    if languages and set(value) <= set(LANGS):
        if all(isinstance(text, str) for text in value.values()):
            return frame.text(Text({lang: str(text) for lang, text in value.items()}))
        if all(isinstance(texts, list) for texts in value.values()):
            return _line(frame, field, value[languages[0]])
    pairs = [(key, line) for key, part in value.items() if key not in _UNSAID and (line := _line(frame, key, part))]
    by_country = all(isinstance(part, Mapping) and frame.label.has(f"country.{key}") for key, part in value.items())
    named = ((frame.country_name(key) if by_country else frame.vocabulary("field", key), line) for key, line in pairs)
    return joined(((*words(f"{name}{frame.colon}", "muted"), *line) for name, line in named), frame.comma)


def _scalar(frame: Frame, field: str, value: object) -> Inline:
    label, text = frame.label, str(value)
    if isinstance(value, bool):
        return frame.says("word.yes" if value else "word.no")
    if field in _COUNTRIES and label.has(f"country.{text}"):
        return frame.country(text)
    if field in _VOCABULARIES:
        return words(frame.vocabulary(field, text))
    if label.has(f"choice.{text}"):
        return frame.choice(text)
    if not isinstance(value, str):
        return words(text)
    return words(frame.date(text)) if is_date(text) else words(frame.plain_name(text))
