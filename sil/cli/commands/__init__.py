"""The commands: each fetches, asks, renders - nothing else. This module puts them together."""

from typing import Annotated, Any

import typer

from sil.cli.commands import asking, comparing, founding, listing, picturing, reporting, resolving, self_help, writing
from sil.cli.options import Command, Group, SubGroup, takes

EXAMPLES = """\
  sil search "disability employment"
  sil compare litalico "kong din so"
  sil report trip

`sil --help` lists all commands, `sil help TOPIC` explains one thing.
"""

FILTERED = ("country", "theme", "kind", "year", "where", "limit")


def program() -> Any:
    """Return the whole program as one command."""
    app = typer.Typer(
        cls=Group,
        name="sil",
        help="Ask a knowledge base of organisations, exchange visits and lessons learned, in Thai, Japanese and English.",
        epilog='Example: sil compare litalico "kong din so"',
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        invoke_without_command=True,
        no_args_is_help=False,
    )
    app.callback()(_root)
    report = typer.Typer(cls=SubGroup, help="Write a report.", no_args_is_help=True, rich_markup_mode=None)
    report.command("trip", cls=Command)(reporting.trip)
    report.command("briefing", cls=Command)(reporting.briefing)
    report.command("follow-ups", cls=takes("country", "theme", "year"))(reporting.follow_ups)
    report.command("learning", cls=takes("country", "theme", "year"))(reporting.learning)
    report.command("transfer", cls=Command)(reporting.transfer)
    app.command("search", cls=takes("country", "theme", "kind", "year", "limit"))(asking.search)
    app.command("show", cls=Command)(asking.show)
    app.command("resolve", cls=takes("limit"))(resolving.resolve)
    app.command("list", cls=takes(*FILTERED))(listing.list_records)
    app.command("compare", cls=takes("theme"))(comparing.compare)
    app.add_typer(report, name="report")
    app.command("graph", cls=takes("country", "theme", "year"))(picturing.graph)
    app.command("timeline", cls=takes("country", "theme", "year"))(picturing.timeline)
    app.command("check", cls=Command)(founding.check)
    add = typer.Typer(cls=SubGroup, help="Add to a record.", no_args_is_help=True, rich_markup_mode=None)
    add.command("alias", cls=Command)(writing.alias)
    app.add_typer(add, name="add")
    app.command("undo", cls=Command)(writing.undo)
    app.command("init", cls=Command)(founding.init)
    app.command("config", cls=Command)(self_help.config)
    app.command("help", cls=Command)(self_help.help_on)
    return typer.main.get_command(app)


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)] = False,
) -> None:
    if version:
        from sil import __version__

        context.obj.environment.stdout.write(f"sil {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.obj.environment.stdout.write(f"{context.command.help}\n\n{EXAMPLES}")
