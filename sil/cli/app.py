"""The application of one run: the options given, and what is made from them when it is first needed."""

import time

from sil import locate
from sil.cli.environment import Environment
from sil.cli.output import Output
from sil.cli.settings import Settings
from sil.errors import UsageError
from sil.light import TYPE_CHECKING, Any, cached_property

if TYPE_CHECKING:
    import typer

    from sil.index import Filters
    from sil.kb import KnowledgeBase
    from sil.kb.writing import Journal
    from sil.match.results import Match, Resolution
    from sil.query.answer import Unmet
    from sil.reader import Audience
    from sil.text.labels import Labels
    from sil.views.frame import Frame
    from sil.views.model import View

MOST_DIGITS = 9
_MOST_VALUES = 8
"""Values of a field that are named."""
MANY_FILES = 200
"""From so many files on, a first reading shows its progress."""


class App:
    """Options, settings, knowledge base and output of one run; nothing is loaded before it is asked for."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.options: dict[str, Any] = {}

    @cached_property
    def settings(self) -> Settings:
        """The settings in force, with their origins."""
        return Settings(self.options, self.environment)

    @cached_property
    def labels(self) -> "Labels":
        """The words of the reader's language."""
        from sil.text.labels import Labels

        return Labels(self.settings.lang.value)

    @cached_property
    def output(self) -> Output:
        """Where results and notes go."""
        return Output(self.environment, self.settings, self.options)

    @cached_property
    def kb(self) -> "KnowledgeBase":
        """The knowledge base, found as the contract says."""
        from sil.kb import KnowledgeBase

        root = self._root()
        return KnowledgeBase(
            root,
            locate.cache_file(root, self.environment.env),
            self.settings.lang.value,
            self.today,
            audience=self.audience,
            progress=self._progress,
            choose=self._choose,
            taken=self._say_taken,
        )

    @property
    def audience(self) -> "Audience":
        """Whom answers are for."""
        audience: Audience = self.settings.audience.value  # type: ignore[assignment]
        return audience

    def for_team_only(self) -> None:
        """Refuse to show files as they are to an audience from which parts of them are kept."""
        if self.audience != "team":
            raise UsageError("error.team-only", hint="hint.team-only", audience=self.audience)

    @cached_property
    def journal(self) -> "Journal":
        """The journal of the changes of the knowledge base; UsageError where there is no place for one."""
        from sil.kb.writing import Journal

        folder = locate.state_folder(self.environment.env)
        if folder is None:
            raise UsageError("error.no-state-folder")
        return Journal(folder, self.settings.kb.value)

    def _root(self) -> str:
        """Return the folder of records; of another day, when one is asked for."""
        root = self.settings.kb.value
        if not self.options.get("as_of"):
            return root
        if self.audience != "team":
            raise UsageError("error.as-of-audience", hint="hint.as-of-audience", audience=self.audience)
        from sil.kb.history import snapshot

        return str(snapshot(root, self.today, locate.cache_folder(self.environment.env)))

    @cached_property
    def today(self) -> str:
        """Today as an ISO date; `--as-of` is another day, `SIL_TODAY` makes a run repeatable."""
        if given := self.options.get("as_of"):
            from sil.kb.history import iso_day

            return iso_day(given)
        named = self.environment.env.get("SIL_TODAY")
        if not named:
            return time.strftime("%Y-%m-%d")
        from datetime import date

        try:
            return date.fromisoformat(named).isoformat()
        except ValueError:
            raise UsageError("error.today", value=named) from None

    def close(self) -> None:
        """Let go of the knowledge base."""
        if "kb" in self.__dict__:
            self.kb.close()

    # --- saying ----------------------------------------------------------------------------------------------------

    def emit(self, view: "View", *, wrap: bool = True, warn: bool = True) -> None:
        """Render a view in the format asked for, to the place asked for; `warn` of records that may be missing."""
        from sil.render import DOCUMENTS, undrawn

        path = self.output.emit(view, wrap=wrap, today=lambda: self.today)
        if path:
            self.note("note.written", path=path)
        if self.settings.format.value in DOCUMENTS and undrawn(view, self.settings.format.value):
            self.note("note.undrawn")
        if warn:
            self._warn_of_broken_files()

    def _warn_of_broken_files(self) -> None:
        """Say that records may be missing, with whatever was answered; only the team can do something about it."""
        if "kb" in self.__dict__ and self.audience == "team" and (broken := self.kb.index.broken_files()):
            self.note("note.problems", count=broken)

    def emit_found(self, view: "View", *, found: bool, wrap: bool = True) -> None:
        """Render the answer to a question; where nothing was found, only for other programs: people read the notes."""
        if found or self.settings.format.value != "terminal":
            self.emit(view, wrap=wrap)
        else:
            self._warn_of_broken_files()

    @cached_property
    def frame(self) -> "Frame":
        """What a view speaks with that names no record."""
        from sil.records.values import Text
        from sil.views.frame import Frame

        return Frame(self.labels, lambda address: Text({"en": address}))

    def note(self, key: str, **values: object) -> None:
        """Say something that is not data, on standard error."""
        self.output.note(self.labels(key, **values))

    def _progress(self, done: int, total: int) -> None:
        if total >= MANY_FILES and self.environment.is_terminal(self.environment.stderr):
            self.output.progress(self.labels("note.indexing", done=done, total=total), last=done >= total)

    def _say_taken(self, query: str, match: "Match") -> None:
        from sil.views.resolution import reason

        self.note(
            "note.taken", query=query, id=match.id, name=match.name, matched=match.matched,
            score=f"{match.score:.2f}", reason=reason(self.labels, match),
        )  # fmt: skip

    def candidates(self, matches: "tuple[Match, ...]", *, numbered: bool = False) -> None:
        """List candidates on standard error."""
        from sil.views.resolution import reason

        for number, match in enumerate(matches, start=1):
            mark = f"{number}." if numbered else ""
            score, why = f"{match.score:.2f}", reason(self.labels, match)
            line = self.labels("note.candidate", id=match.id, name=match.name, score=score, reason=why)
            self.output.note(mark + line)

    def _choose(self, query: str, resolution: "Resolution") -> "Match":
        """Ask which record is meant where somebody can answer; refuse elsewhere."""
        from sil.kb import refuse

        if not self.environment.is_interactive or self.options.get("no_input"):
            return refuse(query, resolution)
        self.note("error.ambiguous", query=query)
        self.candidates(resolution.matches, numbered=True)
        answer = self.output.ask(self.labels("ask.which"))
        if answer.isdigit() and 1 <= int(answer) <= len(resolution.matches):
            return resolution.matches[int(answer) - 1]
        return refuse(query, resolution)

    def say_unmet(self, unmet: "tuple[Unmet, ...]") -> None:
        """Say of conditions on fields that nothing meets which values there are, and which are near."""
        from sil.cli.choices import offer

        for field, value, known in unmet:
            values = ", ".join(f"{one} ({count})" for one, count in known[:_MOST_VALUES])
            more = ", …" if len(known) > _MOST_VALUES else ""
            self.note("note.values" if known else "note.no-values", field=field, value=value, values=values + more)
            if near := offer(f"--where {field}=", value, [one for one, _ in known], field):
                key, _, name = near.partition(":")
                self.note("note.try", command=self.labels(key, name=name))

    # --- filters ---------------------------------------------------------------------------------------------------

    def filters(self) -> "Filters":
        """Return the filters given as options."""
        from sil.index import Filters

        return Filters(
            kinds=tuple(self.options.get("kind", ())),
            countries=tuple(self.country(country) for country in self.options.get("country", ())),
            themes=tuple(self.kb.records.theme(theme).id for theme in self.options.get("theme", ())),
            first_year=self._years()[0],
            last_year=self._years()[1],
        )

    def country(self, given: str, option: str = "--country") -> str:
        """Return the code of a country given to an option by its code or its name in any of the languages."""
        from sil.text.labels import country_named, country_names

        code = country_named(given.strip())
        if code is None:
            from sil.cli.choices import offer

            near = offer(f"{option} ", given, tuple(country_names()), "country", several=option == "--country")
            known = ", ".join(f"{key} ({self.labels(f'country.{key}')})" for key in country_names())
            raise UsageError("error.no-country", hint=near or "hint.no-country", country=given, known=known)
        return code

    def _years(self) -> tuple[int | None, int | None]:
        from sil.text.calendars import year_range

        given = self.options.get("year")
        if not given:
            return None, None
        try:
            return year_range(given)
        except ValueError:
            raise UsageError("error.years", value=given) from None

    def limit(self, default: int) -> int:
        """Return how many results are wanted."""
        given = self.options.get("limit")
        if given is None:
            return default
        if not given.isascii() or not given.isdigit() or len(given) > MOST_DIGITS or int(given) < 1:
            raise UsageError("error.number", option="--limit", value=given, low=1)
        return int(given)

    def where(self) -> list[tuple[str, str]]:
        """Return the field filters as pairs."""
        pairs = []
        for given in self.options.get("where", ()):
            field, equals, value = given.partition("=")
            if not equals or not field:
                raise UsageError("error.where", value=given)
            pairs.append((field, value))
        return pairs


class Context:
    """What a command is called with; Typer's own context stands in its place where Typer calls."""

    def __init__(self, app: App) -> None:
        self.obj = app


def app_of(context: "typer.Context | Context") -> App:
    """Return the application of this run."""
    app: App = context.obj
    return app
