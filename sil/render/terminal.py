"""The page for a terminal: plain text, or the same text with colour."""

from sil.light import import_module
from sil.render.layout import lay_out
from sil.render.options import Options
from sil.render.spans import text_of, trimmed
from sil.views.model import View


def render(view: View, options: Options) -> str:
    """Return the page for `options.width` cells."""
    lines = lay_out(view.page(), options.width)
    if options.colour:
        return str(import_module("sil.render.colour").coloured([trimmed(line) for line in lines]))
    return "".join([f"{text_of(line).rstrip(' ')}\n" for line in lines])
