"""`sil resolve`."""

import json
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sil.cli.app import App, app_of
from sil.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from sil.match.results import Resolution

DEFAULT_LIMIT = 5
EXIT_CODES = {"match": ExitCode.DONE, "ambiguous": ExitCode.AMBIGUOUS, "none": ExitCode.NOTHING_FOUND}


def resolve(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Names in any spelling and script.")] = None,
    batch: Annotated[
        str | None, typer.Option(help="File with one name a line, or -; writes one JSON line each.", metavar="FILE")
    ] = None,
) -> None:
    """Say which organisation is meant, with score and reason."""
    from sil.views.resolution import ResolutionView

    app = app_of(context)
    if batch:
        _batch(app, batch)
        return
    if not names:
        raise UsageError("error.no-words", hint="hint.no-words")
    resolved = [(name, app.kb.resolution(name, app.limit(DEFAULT_LIMIT))) for name in names]
    app.emit(ResolutionView(app.kb.frame(), resolved))
    worst = max((EXIT_CODES[resolution.status] for _, resolution in resolved), default=ExitCode.DONE)
    if worst:
        raise typer.Exit(worst)


def _batch(app: App, path: str) -> None:
    """Resolve one name a line; blank lines are skipped, the order is kept."""
    from sil.views.resolution import resolution_data

    for name in _lines(app, path):
        resolution: Resolution = app.kb.resolution(name, app.limit(DEFAULT_LIMIT))
        app.output.write(json.dumps(resolution_data(name, resolution), ensure_ascii=False) + "\n")


def _lines(app: App, path: str) -> list[str]:
    try:
        if path == "-":
            return _names(app.environment.stdin)
        with (app.environment.cwd / path).open(encoding="utf-8-sig") as stream:
            return _names(stream)
    except OSError as error:
        raise UsageError("error.cannot-read", path=path, why=error.strerror or str(error)) from error
    except UnicodeError as error:
        raise UsageError("error.cannot-read", path=path, why=str(error)) from error


def _names(stream: TextIO) -> list[str]:
    names = [line.strip() for line in stream if line.strip()]
    for number, name in enumerate(names, start=1):
        if any("\udc80" <= character <= "\udcff" for character in name):
            raise UnicodeError(f"name {number} is not UTF-8")
    return names
