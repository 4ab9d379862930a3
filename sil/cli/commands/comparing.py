"""`sil compare`."""

from sil.cli.app import Context, app_of
from sil.cli.completion import names as complete_names
from sil.cli.completion import several_countries
from sil.cli.specs import Argument, Option
from sil.errors import ExitCode, UsageError
from sil.light import Annotated, Sequence


def compare(
    context: Context,
    names: Annotated[
        list[str] | None,
        Argument(help="Two organisations or more, by id or name in any spelling.", autocompletion=complete_names),
    ] = None,
    *,
    countries: Annotated[
        str | None,
        Option(
            help="Compare countries instead, as th,jp; needs --theme.", metavar="A,B", autocompletion=several_countries
        ),
    ] = None,
    rows: Annotated[str | None, Option(help="Only these rows, as legal,revenue.", metavar="ROWS")] = None,
    differences: Annotated[bool, Option("--differences", help="What differs first, whatever its block.")] = False,
    questions: Annotated[bool, Option("--questions", help="Each question in full, however many there are.")] = False,
) -> ExitCode:
    """Lay models side by side, or the laws, organisations and lessons of countries."""
    app = app_of(context)
    if countries is not None:
        themes = app.options.get("theme") or []
        if len(themes) != 1:
            raise UsageError("error.needs-theme", hint="hint.needs-theme")
        if names:
            raise UsageError("error.names-and-countries", hint="hint.needs-theme", names=", ".join(names))
        codes = [app.country(country, "--countries") for country in _split(countries)]
        app.emit(app.kb.compare_countries(codes, themes[0], _country_rows(rows), differences=differences))
        return ExitCode.DONE
    _refuse_countries(names or [])
    if app.options.get("theme"):
        raise UsageError("error.not-for-command", option="--theme", command="compare NAME NAME")
    comparison = app.kb.compare(names or [], _organisation_rows(rows), differences=differences)
    app.emit(comparison.gathered() if app.settings.format.value == "terminal" and not questions else comparison)
    return ExitCode.DONE


def _refuse_countries(names: list[str]) -> None:
    """Point to --countries when all names are those of countries: no organisation is meant."""
    from sil.text.labels import country_named

    codes = [country_named(name) for name in names]
    if len(names) > 1 and all(codes):
        known = ",".join(code for code in codes if code)
        raise UsageError(
            "error.countries-as-names", hint="hint.countries-as-names", names=", ".join(names), codes=known
        )


def _split(given: str) -> list[str]:
    return [part.strip() for part in given.split(",") if part.strip()]


def _organisation_rows(given: str | None) -> list[str]:
    from sil.records.organisation import MODEL_BLOCKS

    return _rows(given, [row for rows in MODEL_BLOCKS.values() for row in rows])


def _country_rows(given: str | None) -> list[str]:
    from sil.views.countries import COUNTRY_ROWS

    return _rows(given, COUNTRY_ROWS)


def _rows(given: str | None, known: Sequence[str]) -> list[str]:
    """Return the rows asked for; UsageError for one that the comparison does not have."""
    wanted = _split(given or "")
    for row in wanted:
        if row not in known:
            raise UsageError("error.rows", row=row, rows=", ".join(known))
    return wanted
