"""`sil config` and `sil help`."""

from typing import Annotated, Any

import typer

from sil.cli.app import App, app_of
from sil.errors import UsageError

_PARTED = " | "
_LEAST = 20
"""Cells that the meaning of a name has at least."""
TOPICS = ("names", "search", "formats", "exit-codes", "knowledge-base", "languages")


def config(
    context: typer.Context,
    origin: Annotated[bool, typer.Option("--origin", help="Say where each setting came from.")] = False,
) -> None:
    """Print the settings in force."""
    from sil.views.settings import SettingsView

    app = app_of(context)
    app.emit(SettingsView(app.frame, app.settings.all(), with_origin=origin))


def help_on(
    context: typer.Context,
    topic: Annotated[list[str] | None, typer.Argument(help="A command, or a topic.")] = None,
) -> None:
    """Explain a command or a topic."""
    app = app_of(context)
    root: Any = context.find_root()
    words = topic or []
    if len(words) == 1 and words[0] in TOPICS:
        app.output.write(_laid_out(app, app.labels(f"topic.{words[0]}")))
        return
    command, path = root.command, root
    for word in words:
        found = command.get_command(path, word) if hasattr(command, "get_command") else None
        if found is None:
            raise UsageError("error.no-topic", topic=" ".join(words), topics=_topics(root))
        path = type(root)(found, info_name=word, parent=path, obj=app)
        command = found
    app.output.write(command.get_help(path) + "\n")
    if not words:
        app.output.write("\n" + _laid_out(app, app.labels("help.topics", topics=", ".join(TOPICS))))


def _laid_out(app: App, text: str) -> str:
    """Return a topic: its paragraph in lines as wide as the terminal, and `name | meaning` in two columns."""
    from sil.text.breaks import wrap
    from sil.text.cells import width

    room = app.environment.width()
    pairs = [tuple(line.split(_PARTED, 1)) for line in text.splitlines() if _PARTED in line]
    names = max((width(name) for name, _ in pairs), default=0) + 4
    between = "" if app.labels.lang == "ja" else " "
    lines = wrap(between.join(line for line in text.splitlines() if _PARTED not in line), room)
    for name, meaning in pairs:
        first, *more = wrap(meaning, max(room - names, _LEAST))
        lines += [f"  {name}{' ' * (names - 2 - width(name))}{first}", *(" " * names + line for line in more)]
    return "\n".join(lines) + "\n"


def _topics(root: Any) -> str:
    commands: list[str] = root.command.list_commands(root)
    return ", ".join([*commands, *TOPICS])
