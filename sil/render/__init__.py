"""View models to text. Only the renderer that is asked for is imported."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from sil.render.options import Options
from sil.views.model import View

__all__ = ["FORMATS", "PICTURES", "Options", "render"]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "terminal": "sil.render.terminal:render",
        "md": "sil.render.markdown:render",
        "html": "sil.render.html:render",
        "json": "sil.render.machine:render_json",
        "jsonl": "sil.render.machine:render_jsonl",
        "csv": "sil.render.sheets:render_csv",
        "tsv": "sil.render.sheets:render_tsv",
    }
)
"""Where the renderer of each format that every view has lives, as `module:function`."""

PICTURES: Mapping[str, str] = MappingProxyType(
    {
        "svg": "sil.render.pictures:render_svg",
        "mermaid": "sil.render.pictures:render_mermaid",
        "dot": "sil.render.pictures:render_dot",
        "gexf": "sil.render.pictures:render_gexf",
    }
)
"""The formats of pictures; a view that has none refuses them with UsageError."""


def render(view: View, fmt: str, options: Options) -> str:
    """Return the text of a view in one of the `FORMATS` or `PICTURES`; line ends are final, write it with `newline=""`."""
    module, function = {**FORMATS, **PICTURES}[fmt].split(":")
    renderer = cast("Callable[[View, Options], str]", getattr(import_module(module), function))
    return renderer(view, options)
