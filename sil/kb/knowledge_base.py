"""The knowledge base as one thing that answers: the library API, and what every command asks."""

import os

from sil.errors import KnowledgeBaseError, UsageError
from sil.index import Filters, Index, open_index
from sil.light import TYPE_CHECKING, Callable, Collection, Self, Sequence, cached_property, partial
from sil.locate import is_knowledge_base, near_folder
from sil.text.fold import fold

if TYPE_CHECKING:
    from pathlib import Path

    from sil.kb.naming import Choose, Naming, Taken
    from sil.kb.records import Records
    from sil.kb.reports import Basis
    from sil.kb.settings import KnowledgeBaseSettings
    from sil.kb.writing import Change
    from sil.match.explain import Explanation
    from sil.match.results import Match, Resolution
    from sil.problem import Problem
    from sil.query import Answer, Hit
    from sil.reader import Audience
    from sil.views.comparison import Comparison
    from sil.views.frame import Frame
    from sil.views.listing import ListItem
    from sil.views.network import Network
    from sil.views.record import Shown
    from sil.views.report import Report
    from sil.views.timeline import Timeline

Progress = Callable[[int, int], None]


class KnowledgeBase:
    """A folder of records, and the index that answers for it."""

    def __init__(
        self,
        root: "str | Path",
        cache: "str | Path | None",
        lang: str = "en",
        today: str = "",
        *,
        audience: "Audience" = "team",
        progress: Progress | None = None,
        choose: "Choose | None" = None,
        taken: "Taken" = lambda _query, _match: None,
    ) -> None:
        self._root = os.fspath(root)
        self.lang = lang
        self.audience = audience
        self._cache = cache
        self._today = today
        self._progress = progress
        self._choose = choose
        self._taken = taken
        self.files = 0
        """Number of record files, once the index was asked for."""

    @cached_property
    def root(self) -> "Path":
        """The folder."""
        from pathlib import Path

        return Path(self._root)

    @property
    def index(self) -> Index:
        """The index, brought up to date with the files.

        Raises KnowledgeBaseError when the folder holds no record files.
        """
        index = self._index
        if not self.files:
            near = None if is_knowledge_base(self._root) else near_folder(self._root)
            raise KnowledgeBaseError("error.no-records", hint=near or "hint.no-records", path=self._root)
        return index

    @cached_property
    def _index(self) -> Index:
        index = open_index(self._root, self._cache, self.audience)
        self.files = index.refresh(self._progress).files
        return index

    @cached_property
    def records(self) -> "Records":
        """The typed records."""
        from sil.kb.records import Records

        return Records(self.index)

    @cached_property
    def settings(self) -> "KnowledgeBaseSettings":
        """What the knowledge base says of itself in `sil.toml`."""
        from sil.kb.settings import settings_of

        return settings_of(self.root)

    @cached_property
    def names(self) -> "Naming":
        """What people call the records."""
        from sil.kb.naming import Naming, refuse

        return Naming(self.index, self.lang, self._choose or refuse, self._taken)

    def close(self) -> None:
        """Close the index."""
        if "_index" in self.__dict__:
            self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- questions -------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int = 20, filters: Filters | None = None) -> "list[Hit]":
        """Return what is found for a query, best first."""
        return list(self.answer(query, limit, filters).hits)

    def answer(
        self,
        query: str,
        limit: int = 20,
        filters: Filters | None = None,
        *,
        where: Sequence[tuple[str, str]] = (),
        facets: bool = False,
    ) -> "Answer":
        """Return what is found for a query, how it was understood, and what is near when nothing was found.

        A query that begins with `@` is a saved one of `sil.toml`, with what follows added to it.
        """
        from sil.query import search

        if not fold(query):
            raise UsageError("error.no-words", hint="hint.no-words")
        query = self.settings.saved(query) if query.startswith("@") else query
        asked = partial(search, self.index, query, filters or Filters(), self.lang, limit, where=where, facets=facets)
        found = asked()
        return asked() if not found.count and self.index.look() else found

    def resolve(self, name: str, limit: int = 5) -> "list[Match]":
        """Return the organisations that a name may mean, best first."""
        return list(self.names.resolution(name, limit).matches)

    def resolution(self, name: str, limit: int = 5) -> "Resolution":
        """Decide which organisation a name means."""
        return self.names.resolution(name, limit)

    def explanations(self, name: str, resolution: "Resolution") -> "dict[str, Explanation]":
        """Return, by id, why each match of a name was taken for it."""
        from sil.match.engine import concept_weight
        from sil.match.explain import explain
        from sil.match.keys import shape_of

        matches = [(match, self.names.readings(match.id, match.matched)) for match in resolution.matches]
        texts = (text for match, readings in matches for text in (match.matched, *readings))
        weight = concept_weight(self.index.names, map(shape_of, (name, *texts)))
        return {match.id: explain(name, match.matched, weight, readings) for match, readings in matches}

    def problems(self) -> "list[Problem]":
        """Return every problem of every file, and between them, as they are today; UsageError unless the team asks."""
        self._refuse_audience()
        from sil.kb.settings import as_spoken, settings_problems
        from sil.records.rules.days import standing

        found = standing(self._index.problems(), self._today)
        return [*as_spoken(found, self.root), *settings_problems(self.root, self._index)]

    # --- changes ---------------------------------------------------------------------------------------------------

    def planned_alias(
        self, name: str, alias: str, lang: str | None, kind: str, reading: str | None = None, *, force: bool = False
    ) -> "Change | None":
        """Plan one more name of an organisation; None when it has that name already.

        Raises UsageError when the alias is the name of another organisation and `force` is not given, or not for the team.
        """
        self._refuse_audience()
        from sil.kb.writing import plan_item
        from sil.text.scripts import language_of

        about, alias = self.names.organisation(name), " ".join(alias.split())
        bearers = self.names.bearers(alias)
        if about in bearers:
            return None
        if bearers and not force:
            raise UsageError("error.alias-taken", hint="hint.alias-taken", alias=alias, id=", ".join(sorted(bearers)))
        unit = self.index.unit(about, "org")
        if unit is None:
            raise LookupError(about)
        item = {
            "text": alias,
            "lang": lang or language_of(alias),
            "kind": kind,
            "reading": " ".join((reading or "").split()),
        }
        return plan_item(self.root, unit.path, "org", "names", {key: value for key, value in item.items() if value})

    def _refuse_audience(self) -> None:
        if self.audience != "team":
            raise UsageError("error.team-only", hint="hint.team-only", audience=self.audience)

    # --- views -----------------------------------------------------------------------------------------------------

    def frame(self) -> "Frame":
        """Return what a view speaks with."""
        from sil.text.labels import Labels
        from sil.views.frame import Frame

        return Frame(Labels(self.lang), self.records.title, lambda: self.records.rates, audience=self.audience)

    def compare(self, names: Sequence[str], rows: Collection[str] = (), *, differences: bool = False) -> "Comparison":
        """Compare organisations by their names or ids; `rows` limits the sheet, `differences` puts those first.

        Raises UsageError for fewer than two, and when two names mean the same record.
        """
        from sil.views.organisations import compare_organisations

        if len(names) < 2:
            raise UsageError("error.two-names", hint="hint.two-names", count=len(names))
        ids: dict[str, str] = {}
        for name in names:
            found = self.names.organisation(name)
            if found in ids:
                raise UsageError("error.same-record", one=ids[found], other=name, id=found)
            ids[found] = name
        organisations = [self.records.organisation(found) for found in ids]
        return compare_organisations(self.frame(), organisations, rows, differences=differences)

    def compare_countries(
        self, countries: Sequence[str], theme: str, rows: Collection[str] = (), *, differences: bool = False
    ) -> "Comparison":
        """Compare the laws, organisations and lessons of countries on a theme."""
        from sil.kb.materials import country_sides
        from sil.views.countries import compare_countries

        if len(set(countries)) < 2:
            raise UsageError("error.two-countries", hint="hint.needs-theme")
        found = self.records.theme(theme)
        sides = country_sides(self.records, found, countries)
        return compare_countries(self.frame(), found, sides, rows, differences=differences)

    def report(self, kind: str = "trip", about: str | None = None, filters: Filters | None = None) -> "Report":
        """Write a report: `trip`, `briefing`, `theme`, `follow-ups` or `learning`.

        The first two are about an exchange: the one named, else the latest trip held and the next one planned; the
        third is about the theme named. `filters` choose the promises or lessons of the other two.
        """
        from sil.kb.reports import write_report

        return write_report(self._basis(), kind, about, filters or Filters())

    def transfer(self, lesson: str, country: str) -> "Report":
        """Judge, for a country by its code, what a lesson needs to work there.

        Raises NothingFoundError when the name is that of no lesson.
        """
        from sil.kb.reports import transfer_card

        return transfer_card(self._basis(), lesson, country)

    def _basis(self) -> "Basis":
        from sil.kb.reports import Basis

        return Basis(self.records, self.names, self.frame(), lambda: self.settings.home_country, self._today)

    def network(self, names: Sequence[str] = (), filters: Filters | None = None) -> "Network":
        """Return who met whom and who learned from whom; `names` keeps only what touches these organisations."""
        from sil.kb.pictured import network

        about = [self.names.organisation(name) for name in names]
        return network(self.frame(), self.records, about, filters or Filters(), self.settings.home_country)

    def timeline(self, names: Sequence[str] = (), filters: Filters | None = None) -> "Timeline":
        """Return exchanges and changes of laws through the years; `names` adds events and figures of these records."""
        from sil.kb.pictured import timeline

        about = [self.names.address(name) for name in names]
        return timeline(self.frame(), self.records, about, filters or Filters(), self.settings.home_country)

    def shown(self, name: str) -> "Shown":
        """Return one record whole, with its links both ways."""
        from sil.kb.shown import shown

        return shown(self.records, self.names.address(name))

    def listed(
        self, kind: str, filters: Filters | None = None, where: Sequence[tuple[str, str]] = (), sort: str | None = None
    ) -> "list[ListItem]":
        """Return the records of one kind (`orgs`, `lessons` ...) that pass the filters."""
        from sil.kb.listed import listed

        return listed(self.index, kind, filters or Filters(), where, sort, today=self._today)
