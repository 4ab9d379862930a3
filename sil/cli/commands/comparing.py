"""`sil compare`."""

from typing import Annotated

import typer

from sil.cli.app import App, app_of
from sil.cli.completion import names as complete_names
from sil.errors import UsageError


def compare(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Two organisations or more, by id or name in any spelling.", autocompletion=complete_names),
    ] = None,
    countries: Annotated[
        str | None, typer.Option(help="Compare countries instead, as th,jp; needs --theme.", metavar="A,B")
    ] = None,
    rows: Annotated[str | None, typer.Option(help="Only these rows, as legal,revenue.", metavar="ROWS")] = None,
) -> None:
    """Lay models side by side, or the laws, organisations and lessons of countries."""
    app = app_of(context)
    if countries is not None:
        themes = app.options.get("theme") or []
        if len(themes) != 1:
            raise UsageError("error.needs-theme", hint="hint.needs-theme")
        app.emit(app.kb.compare_countries([app.country(country) for country in _split(countries)], themes[0]))
        return
    _refuse_countries(app, names or [])
    app.emit(app.kb.compare(names or [], _rows(rows)))


def _refuse_countries(app: App, names: list[str]) -> None:
    """Point to --countries when all names are those of countries: no organisation is meant."""
    codes = [app.labels.named("country", name) for name in names]
    if len(names) > 1 and all(codes):
        known = ",".join(code for code in codes if code)
        raise UsageError(
            "error.countries-as-names", hint="hint.countries-as-names", names=", ".join(names), codes=known
        )


def _split(given: str) -> list[str]:
    return [part.strip() for part in given.split(",") if part.strip()]


def _rows(given: str | None) -> list[str]:
    from sil.records.organisation import MODEL_BLOCKS

    wanted = _split(given or "")
    known = [row for rows in MODEL_BLOCKS.values() for row in rows]
    for row in wanted:
        if row not in known:
            raise UsageError("error.rows", row=row, rows=", ".join(known))
    return wanted
