"""The whole program as Typer has it: every command, with help, errors and completion."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from sil import light
from sil.cli.app import Context
from sil.cli.commands import asking, comparing, founding, listing, picturing, reporting, resolving, self_help, writing
from sil.cli.door import tell_version
from sil.cli.options import Command, Group, SubGroup, takes
from sil.cli.specs import TAKES, Argument

EXAMPLES = """\
  sil search "disability employment"
  sil compare litalico "kong din so"
  sil report trip

`sil --help` lists all commands, `sil help TOPIC` explains one thing.
"""


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
    report.command("trip", cls=takes(*TAKES["report trip"]))(typed(reporting.trip))
    report.command("briefing", cls=takes(*TAKES["report briefing"]))(typed(reporting.briefing))
    report.command("theme", cls=takes(*TAKES["report theme"]))(typed(reporting.theme))
    report.command("follow-ups", cls=takes(*TAKES["report follow-ups"]))(typed(reporting.follow_ups))
    report.command("learning", cls=takes(*TAKES["report learning"]))(typed(reporting.learning))
    report.command("transfer", cls=takes(*TAKES["report transfer"]))(typed(reporting.transfer))
    app.command("search", cls=takes(*TAKES["search"]))(typed(asking.search))
    app.command("show", cls=Command)(typed(asking.show))
    app.command("resolve", cls=takes(*TAKES["resolve"]))(typed(resolving.resolve))
    app.command("list", cls=takes(*TAKES["list"]))(typed(listing.list_records))
    app.command("compare", cls=takes(*TAKES["compare"]))(typed(comparing.compare))
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


def typed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command with its parameters declared as Typer wants them."""

    @wraps(command)
    def called(*args: Any, **kwargs: Any) -> Any:
        return command(*args, **kwargs)

    signature = inspect.signature(command)
    parameters = [known.replace(annotation=_declared(known.annotation)) for known in signature.parameters.values()]
    called.__annotations__ = {known.name: known.annotation for known in parameters}
    called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return called


def _declared(annotation: Any) -> Any:
    if annotation is Context:
        return typer.Context
    if light.get_origin(annotation) is not light.Annotated:
        return annotation
    hint, said = light.get_args(annotation)
    make = typer.Argument if isinstance(said, Argument) else typer.Option
    return Annotated[hint, make(*said.flags, **said.said)]


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)] = False,
) -> None:
    if version:
        tell_version(context.obj)
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.obj.environment.stdout.write(f"{context.command.help}\n\n{EXAMPLES}")
