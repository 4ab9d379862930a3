"""`sil check` and `sil init`."""

from pathlib import Path
from typing import Annotated

import typer

from sil.cli.app import app_of
from sil.errors import ExitCode, UsageError


def check(context: typer.Context) -> None:
    """Report every problem of every file: place, code, what was expected, what to do."""
    from sil.views.frame import plain_text
    from sil.views.problems import ProblemsView

    app = app_of(context)
    app.for_team_only()
    problems = app.kb.problems()
    view = ProblemsView(app.frame, app.kb.files, problems)
    app.emit(view, wrap=False, warn=False)  # it says itself what is broken
    if view.problems:
        app.output.note(plain_text(view.verdict()))
    if view.errors:
        raise typer.Exit(ExitCode.NOTHING_FOUND)


def init(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(help="New or empty folder.", metavar="DIR")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say which files would be made.")] = False,
) -> None:
    """Make a new knowledge base: folders, settings, schemas, and one example of each kind of record."""
    from sil.cli.skeleton import make, planned

    app = app_of(context)
    if not folder.strip():
        raise UsageError("error.no-name", hint="hint.not-empty", name=folder)
    root = Path(app.environment.path(folder))
    if dry_run:
        for name in planned(root):
            app.note("note.would-make", path=f"{folder}/{name}")
        return
    made = make(root)
    app.note("note.made", path=folder, files=len(made))
    app.note("note.next-init", path=folder)
