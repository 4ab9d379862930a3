"""The page for a terminal: plain text, or the same text with colour."""

from sil.light import import_module
from sil.render.layout import lay_out
from sil.render.options import Options
from sil.render.spans import text_of, trimmed
from sil.views.model import View


def render(view: View, options: Options) -> str:
    """Return the page for `options.width` cells."""
    lines = [trimmed(line) for line in lay_out(view.page(), options.width)]
    if options.colour:
        return str(import_module("sil.render.colour").coloured(lines))
    return "".join(f"{text_of(line)}\n" for line in lines)
