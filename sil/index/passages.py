"""The texts of a record: every human text in it, with its field, its language and how much its words weigh."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sil.index.schema import COLUMNS
from sil.index.unit import LANGS

_NAME, _TITLE, _THEME, _SUMMARY, _BODY, _CITED = range(len(COLUMNS))

_COLUMN_OF = {
    "id": _NAME, "names": _NAME, "title": _TITLE, "what": _TITLE, "label": _THEME, "other": _THEME,
    "summary": _SUMMARY, "definition": _SUMMARY, "goal": _SUMMARY, "observation": _SUMMARY, "insight": _SUMMARY,
    "sources": _CITED,
}  # fmt: skip
"""Column of a field of a unit, with all that stands in it; any other is the body."""

_PLAIN_TEXTS = {"names.text", "names.reading", "identifiers.value", "sources.title", "sources.publisher"}
"""Fields whose strings are human texts although they are not maps of languages."""


class Passage(NamedTuple):
    """One text in one language."""

    column: int
    """Place in `COLUMNS`."""
    field: str
    """Path of the field, without places in lists: `model.problem.value`."""
    lang: str
    """Language; empty where none is known."""
    text: str


def passages(plain: Mapping[str, Any]) -> list[Passage]:
    """Return the texts of a unit, those that weigh most first; keys of sources are not part of a path."""
    found = [
        Passage(_COLUMN_OF.get(name, _BODY), field, lang, text)
        for name, value in plain.items()
        for field, lang, text in _texts(list(value.values()) if name == "sources" else value, name, "")
        if text
    ]
    return sorted(found, key=lambda passage: passage.column)


def is_text(value: object) -> bool:
    """Whether a value is a text by language."""
    return isinstance(value, dict) and bool(value) and all(key in LANGS for key in value)


def _texts(value: object, field: str, lang: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        if lang or field in _PLAIN_TEXTS or field == "id":
            yield field, lang, value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, field, lang)
    elif is_text(value):
        assert isinstance(value, dict)
        for key, text in value.items():
            yield from _texts(text, field, key)
    elif isinstance(value, dict):
        yield from _in_map(value, field)


def _in_map(value: Mapping[str, Any], field: str) -> Iterator[tuple[str, str, str]]:
    for key, inner in value.items():
        path = f"{field}.{key}"
        lang = str(value.get("lang", "")) if path in _PLAIN_TEXTS else ""
        yield from _texts(inner, path, lang)
