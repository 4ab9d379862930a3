"""`sil config` and `sil help`."""

from typing import Annotated, Any

import typer

from sil.cli.app import App, app_of
from sil.errors import UsageError

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
        app.output.write(_wrapped(app, app.labels(f"topic.{words[0]}")))
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
        app.output.write("\n" + _wrapped(app, app.labels("help.topics", topics=", ".join(TOPICS))))


def _wrapped(app: App, text: str) -> str:
    from sil.text.breaks import wrap

    lines = [piece for line in text.splitlines() for piece in wrap(line, app.environment.width())]
    return "\n".join(lines) + "\n"


def _topics(root: Any) -> str:
    commands: list[str] = root.command.list_commands(root)
    return ", ".join([*commands, *TOPICS])
