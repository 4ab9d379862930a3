"""`sil report`."""

from typing import Annotated

import typer

from sil.cli.app import app_of
from sil.cli.completion import exchanges


def trip(
    context: typer.Context,
    exchange: Annotated[
        str | None,
        typer.Argument(help="Id or title of an exchange; default: the latest trip held.", autocompletion=exchanges),
    ] = None,
) -> None:
    """Report a trip: what was learned in both directions, what was promised, what came of it."""
    app = app_of(context)
    app.emit(app.kb.report("trip", exchange))
