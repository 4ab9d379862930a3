"""Pictures of the views that have one: SVG for people, Mermaid, dot and GEXF for other programs."""

from typing import Protocol, runtime_checkable

from sil.errors import UsageError
from sil.render.network_svg import network_svg
from sil.render.network_text import dot, gexf, mermaid
from sil.render.options import Options
from sil.render.timeline_svg import timeline_svg
from sil.views.drawing import Picture
from sil.views.model import View
from sil.views.timeline import TimePicture


@runtime_checkable
class Drawn(Protocol):
    """A view that has a picture."""

    def picture(self) -> Picture | TimePicture:
        """Return what a drawing needs."""
        ...


def drawing(picture: Picture | TimePicture, *, titled: bool = True) -> str:
    """Return a picture as an SVG document; `titled` writes its title above it."""
    if isinstance(picture, Picture):
        return network_svg(picture, titled=titled)
    return timeline_svg(picture, titled=titled)


def pictures_of(view: View) -> dict[str, Picture | TimePicture]:
    """Return the pictures that a document shows, by the key of their section; that of the whole view under ``""``."""
    whole = {"": view.picture()} if isinstance(view, Drawn) else {}
    found = whole | {section.key: section.picture() for section in view.page().sections if section.picture}
    return {key: picture for key, picture in found.items() if picture is not None and not _is_empty(picture)}


def _is_empty(picture: Picture | TimePicture) -> bool:
    return not (picture.ties if isinstance(picture, Picture) else picture.dates)


def render_svg(view: View, _options: Options) -> str:
    """Return the picture of a view; UsageError for a view that has none."""
    if not isinstance(view, Drawn):
        raise UsageError("error.no-picture", hint="hint.no-picture", format="svg")
    return drawing(view.picture())


def render_mermaid(view: View, _options: Options) -> str:
    """Return the network of a view as a Mermaid flowchart; UsageError for a view that has none."""
    return mermaid(_network(view, "mermaid"))


def render_dot(view: View, _options: Options) -> str:
    """Return the network of a view as a Graphviz digraph; UsageError for a view that has none."""
    return dot(_network(view, "dot"))


def render_gexf(view: View, _options: Options) -> str:
    """Return the network of a view as GEXF; UsageError for a view that has none."""
    return gexf(_network(view, "gexf"))


def _network(view: View, fmt: str) -> Picture:
    if isinstance(view, Drawn) and isinstance(picture := view.picture(), Picture):
        return picture
    raise UsageError("error.no-picture", hint="hint.no-network", format=fmt)
