"""View models to text. Only the renderer that is asked for is imported."""

from sil.errors import UsageError
from sil.light import Callable, Mapping, cast, import_module
from sil.render.options import Options
from sil.views.model import View

__all__ = [
    "BINARY",
    "CALENDARS",
    "DATED",
    "DOCUMENTS",
    "FORMATS",
    "IMAGES",
    "PICTURES",
    "Options",
    "document",
    "render",
    "undrawn",
]

FORMATS: Mapping[str, str] = {
    "terminal": "sil.render.terminal:render",
    "md": "sil.render.markdown:render",
    "html": "sil.render.html:render",
    "json": "sil.render.machine:render_json",
    "jsonl": "sil.render.machine:render_jsonl",
    "csv": "sil.render.sheets:render_csv",
    "tsv": "sil.render.sheets:render_tsv",
}
"""Where the renderer of each format that every view has lives, as `module:function`."""

PICTURES: Mapping[str, str] = {
    "svg": "sil.render.pictures:render_svg",
    "mermaid": "sil.render.pictures:render_mermaid",
    "dot": "sil.render.pictures:render_dot",
    "gexf": "sil.render.pictures:render_gexf",
}
"""The formats of pictures; a view that has none refuses them with UsageError."""

IMAGES: Mapping[str, str] = {"png": "sil.render.image:render"}
"""The formats of pictures that are bytes; likewise, and where their library is not installed."""

DOCUMENTS: Mapping[str, str] = {
    "docx": "sil.render.word:render",
    "xlsx": "sil.render.workbook:render",
    "pdf": "sil.render.pdf:render",
}
"""The formats that are bytes; every view has them where their library is installed, else they raise UsageError."""

CALENDARS: Mapping[str, str] = {"ics": "sil.render.calendar:render"}
"""The formats of calendars; a view that is not about dates refuses them with UsageError."""

EXTRAS: Mapping[str, str] = {"docx": "office", "xlsx": "office", "pdf": "pdf", "png": "pdf", "ics": "calendar"}
"""The extra of the package that brings the library of a format."""

BINARY = frozenset({*DOCUMENTS, *IMAGES})
"""The formats that are bytes."""

DATED = frozenset({*DOCUMENTS, *CALENDARS})
"""The formats that say when a file was made."""


def document(view: View, fmt: str, options: Options) -> bytes:
    """Return the file of a view in one of the `BINARY` formats; the same bytes for the same view and `options.today`."""
    return cast("Callable[[View, Options], bytes]", _renderer({**DOCUMENTS, **IMAGES}[fmt], fmt))(view, options)


def undrawn(view: View, fmt: str) -> bool:
    """Whether a format leaves out drawings of a view that it would have if more were installed."""
    return fmt == "docx" and bool(import_module("sil.render.word").undrawn(view))


def _renderer(place: str, fmt: str) -> object:
    """Import a renderer; UsageError that names the extra when its library is not installed."""
    module, function = place.split(":")
    try:
        return getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        if fmt not in EXTRAS or (error.name or "").startswith("sil"):
            raise
        raise UsageError("error.no-extra", hint="hint.no-extra", format=fmt, extra=EXTRAS[fmt]) from error


def render(view: View, fmt: str, options: Options) -> str:
    """Return the text of a view in one of the `FORMATS`, `PICTURES` or `CALENDARS`; line ends are final, write it with `newline=""`."""
    return cast("Callable[[View, Options], str]", _renderer({**FORMATS, **PICTURES, **CALENDARS}[fmt], fmt))(
        view, options
    )
