"""`sil search` and `sil show`."""

from sil.cli.app import App, Context, app_of
from sil.cli.completion import among, names
from sil.cli.minus import plain
from sil.cli.specs import Argument, Option
from sil.errors import ExitCode, UsageError
from sil.light import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from sil.query import Answer

DEFAULT_LIMIT = 20
GROUPS = ("kind", "country")


def search(
    context: Context,
    words: Annotated[
        list[str], Argument(help='Words in any of the three languages, -word, OR, field:value; "a phrase".')
    ],
    *,
    facets: Annotated[bool, Option("--facets", help="Count what was found by country, theme, kind, year.")] = False,
    group: Annotated[
        str | None, Option(help=f"Group hits by {', '.join(GROUPS)}.", metavar="FIELD", autocompletion=among(*GROUPS))
    ] = None,
) -> ExitCode:
    """Find organisations, exchanges, lessons, policies and promises, and say why each is there."""
    from sil.views.search import SearchView

    app = app_of(context)
    if group is not None and group not in GROUPS:
        from sil.cli.choices import refused

        raise refused("--group", group, GROUPS, "group")
    query = " ".join(map(_as_typed, words) if len(words) > 1 else map(plain, words))
    kinds, own = _kinds(app)
    filters = app.filters()._replace(kinds=kinds)
    answer = app.kb.answer(query, app.limit(DEFAULT_LIMIT), filters, where=[*app.where(), *own], facets=facets)
    app.emit_found(SearchView(app.kb.frame(), query, answer, group), found=bool(answer.hits), wrap=False)
    _say_found(app, query, len(answer.hits), answer.count)
    _say_dated(app, answer)
    if not answer.hits or answer.understood.spellings or answer.understood.missing:
        _say_understood(app, answer)
    if not answer.hits:
        _say_nearest(app, answer)
        return ExitCode.NOTHING_FOUND
    return ExitCode.DONE


def _kinds(app: App) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Return the kinds of what is wanted, and conditions on the record's own kind, as `foundation`; in any language."""
    from sil.index.unit import KINDS

    kinds = [_kind(given) for given in app.options.get("kind", ())]
    return tuple(kind for kind in kinds if kind in KINDS), [("kind", kind) for kind in kinds if kind not in KINDS]


def _kind(given: str) -> str:
    """Return the kind that is meant; UsageError if none is."""
    from sil.index.unit import KINDS
    from sil.query.fields import kind_meant

    if kind := kind_meant(given):
        return kind
    from sil.cli.choices import offer
    from sil.records.fields import choices_at

    hint = offer("--kind ", given, (*choices_at("kind"), *KINDS), "kind", several=True)
    raise UsageError("error.choice", hint=hint, option="--kind", value=given, allowed=", ".join(KINDS))


def _as_typed(word: str) -> str:
    """Return one argument of several as a part of a query.

    The shell took the quotation marks of `theme:"two words"` and of `-"two words"`.
    """
    word = plain(word)
    if word.startswith("-") and " " in word and ":" not in word and '"' not in word:
        return f'-"{word[1:]}"'
    name, colon, value = word.partition(":")
    if colon and " " in value and name.lstrip("-").replace("_", "").isalpha() and '"' not in value:
        return f'{name}:"{value}"'
    return word


def _say_found(app: App, query: str, shown: int, count: int) -> None:
    if not shown:
        app.note("error.nothing-found", query=query)
    elif shown < count:
        app.note("note.found-some", shown=shown, count=count)
    else:
        app.note("note.found", count=count)


def _say_dated(app: App, answer: "Answer") -> None:
    """Say how many hits are of the years that the query names beside other words, for these come first."""
    asked = answer.understood
    if answer.hits and asked.years and asked.essence:
        from sil.views.search import told

        years = ", ".join(told(one) for one in asked.years)
        app.note("note.dated" if answer.dated else "note.dated-none", years=years, count=answer.dated)


def _say_understood(app: App, answer: "Answer") -> None:
    from sil.views.search import understood_line

    if understood := understood_line(app.kb.frame(), answer.understood):
        app.note("note.understood", understood=understood)


def _say_nearest(app: App, answer: "Answer") -> None:
    if answer.unmet:
        app.say_unmet(answer.unmet)
        return
    if answer.nearest:
        names = ", ".join(f"{near.text} ({near.id}, {near.score:.2f})" for near in answer.nearest)
        app.note("note.nearest", names=names)
    app.note("note.try", command=f"sil show {answer.nearest[0].id}" if answer.nearest else "sil list themes")


def show(
    context: Context,
    name: Annotated[str, Argument(help="Id, address or name of a record, in any spelling.", autocompletion=names)],
) -> ExitCode:
    """Show one record whole, with its links both ways, its sources and its place."""
    from sil.views.record import RecordView

    app = app_of(context)
    app.emit(RecordView(app.kb.frame(), app.kb.shown(name)))
    return ExitCode.DONE
