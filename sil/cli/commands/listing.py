"""`sil list`."""

from sil.cli.app import App, Context, app_of
from sil.cli.completion import among
from sil.cli.completion import columns as complete_columns
from sil.cli.specs import Argument, Option
from sil.errors import ExitCode, UsageError
from sil.light import Annotated
from sil.reader import LANGS
from sil.views.listing import COLUMNS, OTHERWISE

NO_LIMIT = 1_000_000


def list_records(
    context: Context,
    kind: Annotated[
        str, Argument(help=f"One of {', '.join(COLUMNS)}.", metavar="KIND", autocompletion=among(*COLUMNS))
    ],
    columns: Annotated[
        str | None, Option(help="Columns, as id,name,country.", metavar="COLUMNS", autocompletion=complete_columns)
    ] = None,
    sort: Annotated[
        str | None,
        Option(help="Column to sort by; -COLUMN from the end.", metavar="COLUMN", autocompletion=complete_columns),
    ] = None,
) -> ExitCode:
    """List records of one kind."""
    from sil.views.listing import Listing

    app = app_of(context)
    if kind not in COLUMNS:
        raise UsageError("error.list-kind", hint=near_kind(kind), kind=kind, kinds=", ".join(COLUMNS))
    items = app.kb.listed(kind, app.filters(), app.where(), sort)
    limit = app.limit(NO_LIMIT)
    view = Listing(app.kb.frame(), kind, items[:limit], _columns(kind, columns, items), len(items))
    app.emit_found(view, found=bool(items))
    _count(app, min(limit, len(items)), len(items))
    if not items:
        from sil.kb.listed import unmet_of

        own = [("kind", given) for given in app.options.get("kind", ())]
        app.say_unmet(unmet_of(app.kb.index, kind, [*app.where(), *own], today=app.today))
        return ExitCode.NOTHING_FOUND
    return ExitCode.DONE


def near_kind(word: str) -> str | None:
    """Return the hint that names the list a word may mean: as it is called elsewhere, in any language, or by its letters."""
    from difflib import get_close_matches

    from sil.text.labels import Labels

    spoken = [Labels(lang) for lang in LANGS]
    known = {said(f"kinds.{kind}").casefold(): kind for kind in COLUMNS for said in spoken}
    known |= {other: kind for kind in COLUMNS for other in (kind, *OTHERWISE[kind])}
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.7)
    return f"hint.did-you-mean:sil list {known[near[0]]}" if near else None


def _columns(kind: str, given: str | None, items: list) -> list[str]:  # type: ignore[type-arg]
    wanted = [column.strip() for column in (given or "").split(",") if column.strip()] or list(COLUMNS[kind])
    known = {*COLUMNS[kind], *(key for item in items for key in item.plain)}
    for column in wanted:
        if column not in known:
            raise UsageError("error.column", column=column, kind=kind, columns=", ".join(sorted(known)))
    return wanted


def _count(app: App, shown: int, count: int) -> None:
    if shown < count:
        app.note("note.found-some", shown=shown, count=count)
    else:
        app.note("note.found", count=count)
