"""Machine forms: the data of a view as one JSON document, or its rows as one object a line."""

import json

from sil.light import Mapping
from sil.render.options import Options
from sil.views.model import View

_UNSAFE = (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_ESCAPES = {code: f"\\u{code:04x}" for code in _UNSAFE}
"""Control characters that JSON allows as they are, but that command a terminal, turn the writing, or are no character alone."""


def render_json(view: View, _options: Options) -> str:
    """Return the data, indented."""
    return _safe(json.dumps(view.data(), ensure_ascii=False, indent=2, default=_plain)) + "\n"


def render_jsonl(view: View, _options: Options) -> str:
    """Return one compact object a line."""
    rows = (json.dumps(dict(row), ensure_ascii=False, separators=(",", ":")) for row in view.rows())
    return "".join(f"{_safe(row)}\n" for row in rows)


def _safe(document: str) -> str:
    return document.translate(_ESCAPES)


def _plain(value: object) -> dict[object, object]:
    """Return what JSON can write of a mapping that is no dict."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
