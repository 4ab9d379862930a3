"""Colour for a page that is laid out: the one place that knows rich."""

from collections.abc import Mapping, Sequence
from io import StringIO
from types import MappingProxyType

from rich.console import Console
from rich.text import Text

from sil.render.spans import Line, Look

LOOKS: Mapping[Look, str] = MappingProxyType(
    {
        "title": "bold",
        "heading": "bold cyan",
        "label": "cyan",
        "note": "bright_black",
        "rule": "bright_black",
        "strong": "bold",
        "muted": "bright_black",
        "code": "cyan",
        "match": "bold magenta",
        "good": "green",
        "bad": "red",
        "doubt": "yellow",
        "bar": "blue",
    }
)
"""Named colours only: the terminal's own palette keeps them readable on dark and on light."""


def coloured(lines: Sequence[Line]) -> str:
    """Return the lines with ANSI colour; without it they are the plain form, byte for byte."""
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        no_color=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    for line in lines:
        console.print(_text(line), soft_wrap=True)
    return out.getvalue()


def _text(line: Line) -> Text:
    text = Text(end="")
    for span in line:
        text.append(span.text, LOOKS.get(span.look, ""))
    return text
