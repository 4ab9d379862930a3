"""The texts of a record: every human text in it, with its field, its language and how much its words weigh."""

from sil.index.schema import COLUMNS
from sil.light import Any, Mapping, NamedTuple
from sil.reader import LANGS

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
    ]
    return sorted(found, key=lambda passage: passage.column)


def is_text(value: object) -> bool:
    """Whether a value is a text by language."""
    return isinstance(value, dict) and bool(value) and all(key in LANGS for key in value)


def _texts(value: object, field: str, lang: str) -> list[tuple[str, str, str]]:
    """Return field, language and text of all texts in a value."""
    if isinstance(value, str):
        is_human = lang or field in _PLAIN_TEXTS or field == "id"
        return [(field, lang, value)] if value and is_human else []
    if isinstance(value, list):
        return [found for item in value for found in _texts(item, field, lang)]
    if is_text(value):
        assert isinstance(value, dict)
        return [found for key, text in value.items() for found in _texts(text, field, key)]
    return _in_map(value, field) if isinstance(value, dict) else []


def _in_map(value: Mapping[str, Any], field: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for key, inner in value.items():
        path = f"{field}.{key}"
        lang = str(value.get("lang", "")) if path in _PLAIN_TEXTS else ""
        found += _texts(inner, path, lang)
    return found
