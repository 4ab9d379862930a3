"""`sil report`: the kinds of report."""

from sil.cli.app import Context, app_of
from sil.cli.completion import countries, exchanges, lessons, themes
from sil.cli.specs import Argument, Option
from sil.errors import ExitCode, UsageError
from sil.light import Annotated


def trip(
    context: Context,
    exchange: Annotated[
        str | None,
        Argument(help="Id or title of an exchange; default: the latest trip held.", autocompletion=exchanges),
    ] = None,
) -> ExitCode:
    """Report a trip: what was learned in both directions, what was promised, what came of it."""
    app = app_of(context)
    app.emit(app.kb.report("trip", exchange))
    return ExitCode.DONE


def briefing(
    context: Context,
    exchange: Annotated[
        str | None,
        Argument(
            help="Id or title of an exchange; default: the next one planned, else the latest trip held.",
            autocompletion=exchanges,
        ),
    ] = None,
) -> ExitCode:
    """Brief a delegation: one page first, then those who are met, the law, questions, names, terms and rules."""
    app = app_of(context)
    app.emit(app.kb.report("briefing", exchange))
    return ExitCode.DONE


def theme(
    context: Context,
    theme: Annotated[str, Argument(help="Id or any label of a theme, in any language.", autocompletion=themes)],
) -> ExitCode:
    """Tell what is known of a theme: meaning, laws, organisations, figures, lessons, promises, joint work, gaps."""
    app = app_of(context)
    app.emit(app.kb.report("theme", theme))
    return ExitCode.DONE


def follow_ups(context: Context) -> ExitCode:
    """Show the promises of all exchanges by who gave them, late ones first, with what to do next."""
    app = app_of(context)
    app.emit(app.kb.report("follow-ups", filters=app.filters()))
    return ExitCode.DONE


def learning(context: Context) -> ExitCode:
    """Show who learned what from whom: country by country, theme by theme, organisation by organisation."""
    app = app_of(context)
    app.emit(app.kb.report("learning", filters=app.filters()))
    return ExitCode.DONE


def transfer(
    context: Context,
    lesson: Annotated[str, Argument(help="Address or title of a lesson.", autocompletion=lessons)],
    to: Annotated[
        str | None, Option("--to", help="Country it would go to, as jp.", metavar="COUNTRY", autocompletion=countries)
    ] = None,
) -> ExitCode:
    """Judge whether a lesson could work in a country: each condition with the fact it rests on."""
    app = app_of(context)
    if to is None:
        raise UsageError("error.needs-to", hint="hint.needs-to")
    app.emit(app.kb.transfer(lesson, app.country(to, "--to")))
    return ExitCode.DONE
