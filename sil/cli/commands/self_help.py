"""`sil config` and `sil help`."""

from itertools import groupby
from typing import Annotated, Any

import typer

from sil.cli.app import App, app_of
from sil.cli.completion import among
from sil.cli.door import COMMANDS
from sil.errors import UsageError
from sil.records.nearest import nearest
from sil.text.choices import called

_PARTED = " | "
_WIDEST = 24
"""Cells of a name beside which its meaning stands; behind a longer one it stands in the next line."""
_LEAST = 20
"""Cells that the meaning of a name has at least."""
TOPICS = (
    "names", "search", "formats", "grades", "signs", "audience", "dates", "as-of", "exit-codes", "knowledge-base",
    "languages",
)  # fmt: skip
"""What is explained, beside the commands; `search` is both: the command says its options, the topic what can be asked."""


_completed = among(*TOPICS, *COMMANDS)


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
    topic: Annotated[list[str] | None, typer.Argument(help="A command, or a topic.", autocompletion=_completed)] = None,
) -> None:
    """Explain a command or a topic."""
    app = app_of(context)
    root: Any = context.find_root()
    words = topic or []
    if about := _topic(root, " ".join(words)):
        app.output.write(_laid_out(app, app.labels(f"topic.{about}")))
        return
    command, path = root.command, root
    for word in _path(root, words):
        path = type(root)(command := command.get_command(path, word), info_name=word, parent=path, obj=app)
    app.output.write(command.get_help(path) + "\n")
    if not words:
        app.output.write("\n" + _laid_out(app, app.labels("help.topics", topics=", ".join(TOPICS))))


def _topic(root: Any, said: str) -> str:
    """Return the topic that is called so, in any language; empty where that is a command, or nothing."""
    if said in TOPICS or not said or said in _commands(root):
        return said if said in TOPICS else ""
    return called("topic", said, TOPICS)


def _commands(root: Any) -> dict[str, list[str]]:
    """Return the words that lead to each command, by its name with and without that of its group."""
    found: dict[str, list[str]] = {}
    for name, command in root.command.commands.items():
        found[name] = [name]
        for inner in getattr(command, "commands", ()):
            found[f"{name} {inner}"] = found[inner] = [name, inner]
    return found


def _path(root: Any, words: list[str]) -> list[str]:
    """Return the words that lead to a command; UsageError with what is near when there is none."""
    said = " ".join(words)
    known = _commands(root)
    if not said or said in known:
        return known.get(said, [])
    near = nearest(said, (*TOPICS, *known))
    hint = f"hint.did-you-mean:sil help {near}" if near else None
    raise UsageError("error.no-topic", hint=hint, topic=said, topics=", ".join([*root.command.commands, *TOPICS]))


def _laid_out(app: App, text: str) -> str:
    """Return a topic: paragraphs in lines as wide as the terminal, and `name | meaning` in two columns."""
    from sil.text.breaks import wrap
    from sil.text.cells import width

    room = app.environment.width()
    pairs = [line.partition(_PARTED)[0] for line in text.splitlines() if _PARTED in line]
    margin = max((width(name) for name in pairs if width(name) <= _WIDEST), default=0) + 4
    between = "" if app.labels.lang == "ja" else " "
    lines: list[str] = []
    for is_list, part in groupby(text.splitlines(), lambda line: _PARTED in line):
        if not is_list:
            lines += wrap(between.join(part), room)
            continue
        for name, _, meaning in (line.partition(_PARTED) for line in part):
            first, *more = wrap(meaning, max(room - margin, _LEAST))
            is_wide = width(name) > margin - 4
            lines += (
                [f"  {name}", " " * margin + first]
                if is_wide
                else [f"  {name}{' ' * (margin - 2 - width(name))}{first}"]
            )
            lines += [" " * margin + line for line in more]
    return "\n".join(lines) + "\n"
