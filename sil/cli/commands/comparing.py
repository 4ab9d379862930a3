"""`sil compare`."""

from sil.cli.app import App, Context, app_of
from sil.cli.completion import names as complete_names
from sil.cli.completion import several_countries
from sil.cli.specs import Argument, Option
from sil.errors import ExitCode, SilError, UsageError
from sil.light import Annotated, Mapping, Sequence


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
    wanted = _organisation_rows(rows)
    try:
        comparison = app.kb.compare(names or [], wanted, differences=differences)
    except SilError as error:
        raise _told(app, error, names or []) from error
    app.emit(comparison.gathered() if app.settings.format.value == "terminal" and not questions else comparison)
    return ExitCode.DONE


def _told(app: App, error: SilError, names: Sequence[str]) -> SilError:
    """Return why names cannot be compared, with the line that is likely to be meant as its hint."""
    from sil.cli.regroup import line

    likely = None
    if error.key in ("error.no-match", "error.ambiguous", "error.two-names", "error.no-name", "error.country-as-name"):
        likely = line(app.kb, names)
    elif error.key == "error.not-organisation":
        likely = _about(app, names)
    return type(error)(error.key, hint=f"hint.did-you-mean:{likely}" if likely else error.hint, **error.values)


def _about(app: App, names: Sequence[str]) -> str | None:
    """Return the command that tells what records that are no organisations have in common, or of the one of them."""
    units = [unit for name in names if (unit := app.kb.index.unit(app.kb.names.address(name)))]
    kinds = {unit.kind for unit in units}
    countries = list(dict.fromkeys(code for unit in units for code in unit.countries))
    themes = [theme for theme in units[0].themes if all(theme in unit.themes for unit in units)]
    if kinds == {"policy"} and len(countries) > 1 and themes:
        return f"sil compare --countries {','.join(countries)} --theme {themes[0]}"
    other = next(unit for unit in units if unit.kind != "org")
    commands = {"theme": "report theme", "exchange": "report trip", "policy": None}
    command = commands.get(other.kind, "show")
    return f"sil {command} {other.address}" if command else None


def _refuse_countries(names: list[str]) -> None:
    """Point to --countries when all names are those of countries: no organisation is meant."""
    from sil.text.labels import country_named

    if not any(map(country_named, names)):
        return
    from sil.cli.regroup import without_between

    names = without_between(names)
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

    return _rows(given, [row for rows in MODEL_BLOCKS.values() for row in rows], MODEL_BLOCKS)


def _country_rows(given: str | None) -> list[str]:
    from sil.views.countries import COUNTRY_ROWS

    return _rows(given, COUNTRY_ROWS, {})


def _rows(given: str | None, known: Sequence[str], blocks: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the rows asked for by their fields or headings, or by their block; UsageError for one that there is not."""
    parts, wanted = _split(given or ""), []
    while parts:
        size, rows = next(
            (
                (size, rows)
                for size in range(len(parts), 0, -1)
                if (rows := _named(", ".join(parts[:size]), known, blocks))
            ),
            (1, []),
        )
        if not rows:
            from sil.cli.choices import offer

            hint = offer("--rows ", parts[0], known, "row")
            raise UsageError("error.rows", hint=hint, row=parts[0], rows=", ".join(known))
        wanted += rows
        parts = parts[size:]
    return list(dict.fromkeys(wanted))


def _named(text: str, known: Sequence[str], blocks: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the rows that a text names, which may have commas in it."""
    if text in known:
        return [text]
    from sil.text.choices import called

    row = called("row", text, known)
    block = called("block", text.partition(".")[2].strip() or text, tuple(blocks))
    return [row] if row else list(blocks.get(block, ()))
