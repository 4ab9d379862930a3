"""`sil report`: the kinds of report."""

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


def briefing(
    context: typer.Context,
    exchange: Annotated[
        str | None,
        typer.Argument(
            help="Id or title of an exchange; default: the next one planned, else the latest trip held.",
            autocompletion=exchanges,
        ),
    ] = None,
) -> None:
    """Brief a delegation: one page first, then those who are met, the law, questions, names, terms and rules."""
    app = app_of(context)
    app.emit(app.kb.report("briefing", exchange))


def follow_ups(context: typer.Context) -> None:
    """Show the promises of all exchanges by who gave them, late ones first, with what to do next."""
    app = app_of(context)
    app.emit(app.kb.report("follow-ups", filters=app.filters()))


def learning(context: typer.Context) -> None:
    """Show who learned what from whom: country by country, theme by theme, organisation by organisation."""
    app = app_of(context)
    app.emit(app.kb.report("learning", filters=app.filters()))
