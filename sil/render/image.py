"""The picture of a view as PNG, for slides and messages that take no SVG; drawn by Typst with the fonts of the package."""

from sil.render.options import Options
from sil.render.pictures import render_svg
from sil.render.typeset import png
from sil.views.model import View


def render(view: View, options: Options) -> bytes:
    """Return the picture of a view; UsageError for a view that has none."""
    return png(render_svg(view, options))
