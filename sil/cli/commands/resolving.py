"""`sil resolve`."""

from sil.cli.app import App, Context, app_of
from sil.cli.specs import Argument, Option
from sil.errors import ExitCode, UsageError
from sil.light import TYPE_CHECKING, Annotated, Iterator
from sil.text.escape import argument

if TYPE_CHECKING:
    from typing import TextIO

    from sil.match.results import Resolution

DEFAULT_LIMIT = 5
LIKELY = 0.3
"""Score from which on the nearest record is offered to take a name that was not found."""
_STEP = 20
"""Names between two reports of progress."""

EXIT_CODES = {"match": ExitCode.DONE, "ambiguous": ExitCode.AMBIGUOUS, "none": ExitCode.NOTHING_FOUND}


def resolve(
    context: Context,
    names: Annotated[list[str] | None, Argument(help="Names in any spelling and script.")] = None,
    batch: Annotated[
        str | None, Option(help="File with one name a line, or -; writes one JSON line each.", metavar="FILE")
    ] = None,
    column: Annotated[
        str | None,
        Option(help="Column of the names, when the file of --batch is CSV with a header.", metavar="NAME"),
    ] = None,
    explain: Annotated[bool, Option("--explain", help="Say word by word why each was taken.")] = False,
) -> ExitCode:
    """Say which organisation is meant, with score and reason."""
    from sil.views.resolution import ResolutionView

    app = app_of(context)
    if batch is not None:
        if names:
            raise UsageError("error.names-and-batch", names=", ".join(names))
        if explain:
            raise UsageError("error.not-for-command", option="--explain", command="resolve --batch")
        _refuse_format(app)
        _batch(app, batch, column)
        return ExitCode.DONE
    if column is not None:
        raise UsageError("error.column-without-batch", column=column)
    if not names:
        raise UsageError("error.no-words", hint="hint.no-words")
    resolved = [(name, app.kb.resolution(name, app.limit(DEFAULT_LIMIT))) for name in names]
    explanations = [app.kb.explanations(*one) for one in resolved] if explain else []
    app.emit(ResolutionView(app.kb.frame(), resolved, explanations))
    for name, resolution in resolved:
        if resolution.status == "none":
            app.note("error.no-match", query=name)
            app.note("note.try", command=f"sil search {argument(name)}")
            app.note("note.add-name", command=f"sil add alias {_nearest(resolution)} {argument(name)}")
    return max(EXIT_CODES[resolution.status] for _, resolution in resolved)


def _nearest(resolution: "Resolution") -> str:
    """Return the id of the nearest record where it may well be meant, else a word for the reader to replace."""
    likely = resolution.matches and resolution.matches[0].score >= LIKELY
    return resolution.matches[0].id if likely else "ID"


def _refuse_format(app: App) -> None:
    """Refuse a format asked for that a batch, which is JSON lines, is not written in."""
    chosen = app.settings.format
    if chosen.value not in ("terminal", "json", "jsonl") and chosen.origin != "configuration":
        raise UsageError("error.choice", option="--batch --format", value=chosen.value, allowed="jsonl")


def _batch(app: App, path: str, column: str | None) -> None:
    """Resolve one name a line; blank ones are skipped, the order is kept."""
    import json

    from sil.views.resolution import resolution_data

    names = _lines(app, path, column)

    def resolved() -> Iterator[str]:
        for done, name in enumerate(names, start=1):
            resolution: Resolution = app.kb.resolution(name, app.limit(DEFAULT_LIMIT))
            yield json.dumps(resolution_data(name, resolution), ensure_ascii=False) + "\n"
            _tell(app, done, len(names))

    if saved := app.output.write_each(resolved()):
        app.note("note.written", path=saved)


def _tell(app: App, done: int, total: int) -> None:
    """Report progress on standard error: over one line on a terminal, now and then and at the end elsewhere."""
    if app.environment.is_terminal(app.environment.stderr):
        if done % _STEP == 0 or done == total:
            app.output.progress(app.labels("note.resolving", done=done, total=total), last=done == total)
    elif done % (50 * _STEP) == 0 or done == total:
        app.note("note.resolving", done=done, total=total)


def _lines(app: App, path: str, column: str | None) -> list[str]:
    try:
        if path == "-":
            return _names(app.environment.stdin, column)
        with open(app.environment.path(path), encoding="utf-8-sig", newline="") as stream:  # noqa: PTH123
            return _names(stream, column)
    except OSError as error:
        raise UsageError("error.cannot-read", path=path, why=error.strerror or str(error)) from error
    except UnicodeError as error:
        raise UsageError("error.cannot-read", path=path, why=str(error)) from error


def _names(stream: "TextIO", column: str | None) -> list[str]:
    """Return the names of a text, one a line, or of a column of a CSV; UnicodeError for bytes that are no UTF-8."""
    if column is None:
        found = list(stream)
    else:
        import csv

        rows = csv.DictReader(stream)
        if column not in (rows.fieldnames or ()):
            raise UsageError("error.no-column", column=column, columns=", ".join(rows.fieldnames or ()))
        found = [row[column] or "" for row in rows]
    names = [name.strip() for name in found if name.strip()]
    for number, name in enumerate(names, start=1):
        if any("\udc80" <= character <= "\udcff" for character in name):
            raise UnicodeError(f"name {number} is not UTF-8")
    return names
