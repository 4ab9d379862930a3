"""Typed records out of the index: one, all of a kind, and the title of anything that has an address."""

from sil.errors import NothingFoundError
from sil.index import Filters, Index, StoredRecord
from sil.light import TYPE_CHECKING, Any, Collection, cache, cached_property, import_module
from sil.records.values import Text
from sil.text.escape import argument
from sil.text.fold import fold

if TYPE_CHECKING:
    from sil.kb.current import Known
    from sil.records.exchange import Exchange
    from sil.records.organisation import Organisation
    from sil.records.policy import Policy
    from sil.records.rates import Rates
    from sil.records.theme import Theme

_OFFERED = 3
"""Themes that are offered in place of one that is not there."""

TYPES = {
    "org": ("sil.records.organisation", "Organisation"),
    "exchange": ("sil.records.exchange", "Exchange"),
    "policy": ("sil.records.policy", "Policy"),
    "theme": ("sil.records.theme", "Theme"),
    "rates": ("sil.records.rates", "Rates"),
}
"""Where the type of each kind is; making one costs more than Python's own start, so only a record needed brings it in."""


class Records:
    """The records of an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._titles: dict[str, Text] = {}

    def title(self, address: str) -> Text:
        """Return the title of a record; an address that is not known is its own title."""
        if address not in self._titles:
            unit = self.index.unit(address)
            self._titles[address] = Text(unit.title if unit and any(unit.title.values()) else {"en": address})
        return self._titles[address]

    def organisation(self, identifier: str) -> "Organisation":
        """Return an organisation by its id."""
        found: Organisation = self._one("org", identifier)
        return found

    def exchange(self, identifier: str) -> "Exchange":
        """Return an exchange by its id, as it is told today."""
        from sil.kb.current import current

        return current(self._one("exchange", identifier), self.known)

    @cached_property
    def organisations(self) -> "list[Organisation]":
        """All organisations."""
        return self._all("org")

    @cached_property
    def exchanges(self) -> "list[Exchange]":
        """All exchanges, as they are told today."""
        from sil.kb.current import current

        return [current(exchange, self.known) for exchange in self._all("exchange")]

    @cached_property
    def known(self) -> "Known":
        """The organisations by any id they have or had."""
        from sil.kb.current import Known

        return Known(self._organisation, lambda: self.organisations)

    @cached_property
    def policies(self) -> "list[Policy]":
        """All policies."""
        return self._all("policy")

    @cached_property
    def rates(self) -> "Rates | None":
        """The exchange rates; None where none are recorded."""
        return next(iter(self._all("rates")), None)

    @cached_property
    def themes(self) -> "list[Theme]":
        """All themes."""
        return self._all("theme")

    def theme(self, name: str) -> "Theme":
        """Return a theme by its id or any of its labels; NothingFoundError names what is near."""
        wanted = fold(name)
        for theme in self.themes:
            if theme.id == name or wanted in {fold(label) for label in labels_of(theme)}:
                return theme
        from sil.records.nearest import likely

        names = {text: theme.id for theme in self.themes for text in (theme.id, *labels_of(theme))}
        near = "` / `".join(likely(name, names, _OFFERED, inside=True))
        hint = "hint.near-themes" if near else "hint.themes"
        raise NothingFoundError("error.no-theme", hint=hint, theme=name, near=near)

    def under(self, kind: str, themes: Collection[str]) -> frozenset[str]:
        """Return the addresses of a kind that belong to themes or to narrower ones: what `list --theme` shows."""
        if not themes:
            return frozenset()
        return frozenset(unit.address for unit in self.index.units(Filters(kinds=(kind,), themes=tuple(themes))))

    def at(self, address: str) -> Any:
        """Return the record at an address, that of the whole exchange for a part of it; None when there is none."""
        identifier = address.split("/", 1)[0]
        found = (self.index.record(kind, identifier) for kind in TYPES)
        return next((record_of(stored) for stored in found if stored), None)

    def _organisation(self, identifier: str) -> "Organisation | None":
        stored = self.index.record("org", identifier)
        return record_of(stored) if stored else None

    def _one(self, kind: str, identifier: str) -> Any:
        stored = self.index.record(kind, identifier)
        if stored is None:
            raise NothingFoundError("error.no-match", hint="hint.no-match", query=identifier, word=argument(identifier))
        return record_of(stored)

    def _all(self, kind: str) -> list[Any]:
        return [record_of(stored) for stored in self.index.records(kind)]


def labels_of(theme: "Theme") -> tuple[str, ...]:
    """Return all labels of a theme in all languages."""
    return (*theme.label.by_lang.values(), *theme.other.en, *theme.other.th, *theme.other.ja)


def record_of(stored: StoredRecord) -> Any:
    """Return the typed record of a stored one."""
    from sil.records.build import build

    return build(_type(stored.kind), stored.plain)


@cache
def _type(kind: str) -> type[Any]:
    module, name = TYPES[kind]
    found: type[Any] = getattr(import_module(module), name)
    return found
