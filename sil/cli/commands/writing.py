"""`sil add` and `sil undo`: the commands that change record files."""

from pathlib import Path
from typing import Annotated

import typer

from sil import locate
from sil.cli.app import App, app_of
from sil.cli.choices import refused
from sil.cli.completion import names as complete_names
from sil.errors import UsageError
from sil.reader import LANGS
from sil.text.escape import argument

NAME_KINDS = ("official", "short", "former", "brand", "misspelling", "variant")

DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the change as a diff and write nothing.")]


def alias(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(help="The organisation, by id or name.", metavar="NAME", autocompletion=complete_names)
    ],
    text: Annotated[str, typer.Argument(help="The name that it is to be found by.", metavar="ALIAS")],
    *,
    language: Annotated[
        str | None, typer.Option(help="Language of the alias: en, th, ja; default: by its script.", metavar="LANG")
    ] = None,
    kind: Annotated[str, typer.Option(help=f"What kind of name: {', '.join(NAME_KINDS)}.", metavar="KIND")] = "variant",
    reading: Annotated[str | None, typer.Option(help="How it is read.", metavar="READING")] = None,
    force: Annotated[bool, typer.Option("--force", help="Also when it is already the name of another.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Teach an organisation one more name; it is found by it from then on."""
    app, text = app_of(context), " ".join(text.split())
    app.for_team_only()
    if language is not None and language not in LANGS:
        raise refused("--language", language, LANGS, "lang")
    if kind not in NAME_KINDS:
        raise refused("--kind", kind, NAME_KINDS, "kind")
    change = app.kb.planned_alias(name, text, language, kind, reading, force=force)
    if change is None:
        app.note("note.alias-known", alias=text)
        return
    if dry_run:
        app.output.write(change.diff())
        return
    _refuse_packaged(app)
    from sil.kb.writing import write

    write(app.kb.root, change, app.journal)
    app.note("note.changed", path=change.path, line=change.line)
    app.note("note.try", command=f"sil resolve {argument(text)}")


def undo(context: typer.Context, dry_run: DryRun = False) -> None:
    """Take back the latest change that sil made; the file is then what it was, to the byte."""
    app = app_of(context)
    app.for_team_only()
    change = app.journal.undo(dry_run=dry_run)
    if dry_run:
        app.output.write(change.diff())
    else:
        app.note("note.undone", path=change.path)


def _refuse_packaged(app: App) -> None:
    """Keep the knowledge base that comes with an installed package as it is: an upgrade would lose the change."""
    inside = Path(locate.PACKAGE, "packaged")
    if inside.is_dir() and Path(app.kb.root).resolve() == inside.resolve():
        raise UsageError("error.packaged", hint="hint.packaged", path=str(app.kb.root))
