"""`sil graph` and `sil timeline`."""

from typing import TYPE_CHECKING, Annotated

import typer

from sil.cli.app import App, app_of
from sil.cli.completion import names as complete_names
from sil.errors import ExitCode

if TYPE_CHECKING:
    from sil.views.model import View

Names = Annotated[
    list[str] | None,
    typer.Argument(help="Only what has to do with these records, by id or name.", autocompletion=complete_names),
]


def graph(context: typer.Context, names: Names = None) -> None:
    """Draw who met whom and who learned from whom; -o graph.svg is the picture, other formats say it in words."""
    app = app_of(context)
    view = app.kb.network(names or (), app.filters())
    _emit(app, view, found=bool(view.ties))


def timeline(context: typer.Context, names: Names = None) -> None:
    """Draw exchanges and changes of laws through the years; with names, also their events and figures."""
    app = app_of(context)
    view = app.kb.timeline(names or (), app.filters())
    _emit(app, view, found=bool(view.moments or view.series))


def _emit(app: App, view: "View", *, found: bool) -> None:
    app.emit(view)
    if not found:
        raise typer.Exit(ExitCode.NOTHING_FOUND)
