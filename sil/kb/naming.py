"""From what a person types to one record: ids, addresses, titles, and names in any spelling and script."""

from sil.errors import AmbiguousError, KnowledgeBaseError, NothingFoundError, UsageError
from sil.index import Filters, Index, StoredRecord
from sil.index.unit import KINDS
from sil.light import TYPE_CHECKING, Callable, Iterator, replace
from sil.text.escape import argument
from sil.text.fold import fold
from sil.text.labels import country_named

if TYPE_CHECKING:
    from sil.match.results import Match, Resolution

RECORD_KINDS = ("org", "exchange", "policy", "theme")

_LIKELY = 0.8
"""From this likeness on a record may well be the one that is meant."""
LETTERS = ("exact", "alias", "spelling")
"""Reasons of those whose name has the letters that were typed."""
_BORNE = ("exact", "alias", "spelling", "legal form", "initials")
"""Reasons of those that bear a name to the letter."""
_LAND = "ประเทศ"
"""Stands before the name of a country in Thai."""
_SAID_WITH = 0.95
"""What is left of the score of one whose country was said with its name."""

_HAVING = 0.9
"""Likeness of a record that has in its title, as whole words, all that was typed."""
_OFFERED = 5
"""Records that are offered in place of one that is not there."""

Choose = Callable[[str, "Resolution"], "Match"]
"""Settles which record is meant when a name could mean several; raises AmbiguousError when it cannot."""
Taken = Callable[[str, "Match"], None]
"""Told of each record that was taken for a name that is not its id."""


def refuse(query: str, resolution: "Resolution") -> "Match":
    """Settle an ambiguous name by refusing to guess."""
    raise AmbiguousError("error.ambiguous", hint="hint.ambiguous", query=query, candidates=resolution.matches)


class Naming:
    """Names of one index."""

    def __init__(self, index: Index, lang: str, choose: Choose, taken: Taken) -> None:
        self._index = index
        self._lang = lang
        self._choose = choose
        self._taken = taken

    def bearers(self, name: str) -> set[str]:
        """Return the organisations that have a name to the letter, or as their id."""
        from sil.match.engine import NameIndex

        name = _said(name)
        self._index.look()
        stored = self._index.record("org", name)
        found = {match.id for match in NameIndex(self._index.names).search(name) if match.reason in LETTERS}
        return found | ({stored.id} if stored else set())

    def resolution(self, name: str, limit: int = 5) -> "Resolution":
        """Decide which organisation a name means: an id, or a name in any spelling and script."""
        from sil.match.results import Match, Resolution

        name, state = _said(name), self._index.state
        stored = self._index.record("org", name)
        if stored is not None:
            return Resolution("match", (Match(stored.id, self._title(stored.id), 1.0, name, "exact"),))
        from sil.match.engine import NameIndex  # only a name that is no id is compared

        found = NameIndex(self._index.names).resolve(name, limit)
        if found.status != "match":
            found = self._in_its_country(name) or found
        matches = tuple(replace(match, name=self._title(match.id)) for match in found.matches)
        if found.status == "none":
            self._index.look()
            if spaced := self._index.record("org", _as_id(name)):
                return Resolution("match", (Match(spaced.id, self._title(spaced.id), 1.0, name, "exact"),))
        if self._index.state != state:
            return self.resolution(name, limit)
        return replace(found, matches=matches)

    def _in_its_country(self, name: str) -> "Resolution | None":
        """Decide for a name that is said with its country, as `SIF Thailand`: by what bears the rest of it, and is there."""
        from sil.match.decide import decide
        from sil.match.engine import NameIndex
        from sil.text.asking import kept

        for rest, code in _without_country(kept(name)):
            found = NameIndex(self._index.names).search(rest)
            there = [match for match in found if match.reason in _BORNE and self._is_in(match.id, code)]
            if there:
                scored = [replace(match, score=round(match.score * _SAID_WITH, 4), reason="part") for match in there]
                return decide(scored, len(scored))
        return None

    def _is_in(self, identifier: str, code: str) -> bool:
        unit = self._index.unit(identifier)
        return unit is not None and code in unit.countries

    def readings(self, identifier: str, name: str) -> tuple[str, ...]:
        """Return the readings that an organisation gives for one of its names."""
        record = self._index.record("org", identifier)
        names = record.plain["names"] if record else ()
        known = [one for one in names if one["text"] == name] if isinstance(names, list) else []
        return tuple(reading for one in known for reading in one.get("reading", ()))

    def _title(self, identifier: str) -> str:
        unit = self._index.unit(identifier)
        return unit.title_in(self._lang)[0] if unit else identifier

    def organisation(self, name: str, near: tuple[str, ...] = ("org",)) -> str:
        """Return the id of the organisation a name means; when none is meant, records of the kinds `near` are offered.

        Raises NothingFoundError when none is near, AmbiguousError when several are and nobody can settle it,
        UsageError when the name is that of a record of another kind.
        """
        resolution = self.resolution(name)
        if resolution.status == "none":
            raise self._no_organisation(name, near)
        match = resolution.matches[0] if resolution.status == "match" else self._choose(name, resolution)
        if match.id != name.strip():
            self._taken(name, match)
        return match.id

    def _no_organisation(self, name: str, kinds: tuple[str, ...]) -> Exception:
        self.refuse_broken(name.strip())
        titled = self._titled(name)
        other = self._index.unit(name.strip()) or self._index.unit(titled[0] if titled else _as_id(name))
        if other:
            hint = "hint.needs-theme" if other.kind == "policy" else None
            return UsageError("error.not-organisation", hint=hint, query=name, kind=other.kind)
        if code := country_named(name.strip()):
            return NothingFoundError("error.country-as-name", hint="hint.country-as-name", query=name, code=code)
        near = self._near(name, kinds)
        hint = f"hint.did-you-mean:{near[0].id}" if near and near[0].score >= _LIKELY else "hint.no-match"
        return NothingFoundError("error.no-match", hint=hint, query=name, word=argument(name), nearest=near)

    def _near(self, name: str, kinds: tuple[str, ...]) -> "tuple[Match, ...]":
        """Return the records of some kinds nearest to a name that none bears: those with it in their titles, then by spelling."""
        from sil.match.results import Match
        from sil.query.nearest import nearest

        having = [
            Match(address, self._title(address), _HAVING, title, "part")
            for address, kind, titles in self._index.ids()
            for title in titles.values()
            if kind in kinds and f" {fold(name)} " in f" {fold(title)} "
        ]
        alike = [
            Match(near.id, self._title(near.id), near.score, near.text, "typo")
            for near in nearest(self._index, name)
            if near.kind in kinds
        ]
        best: dict[str, Match] = {}
        for match in having + alike:
            best.setdefault(match.id, match)
        return tuple(best.values())[:_OFFERED]

    def address(self, name: str) -> str:
        """Return the address of the record of any kind that an id, address, title or name means."""
        name = name.strip()
        kinds = [kind for kind in RECORD_KINDS if name and self._index.record(kind, name)]
        if len(kinds) == 1 and (record := self._index.record(kinds[0], name)):
            return record.id
        if unit := self._index.unit(name):
            return unit.address
        titled = self._titled(name)
        spaced = None if titled else self._index.unit(_as_id(name))
        if spaced and spaced.kind != "org":
            return spaced.address
        if not titled:
            return self.organisation(name, KINDS)
        return titled[0] if len(titled) == 1 else self._choice_of(name, titled)

    def exchange(self, name: str) -> str:
        """Return the id of the exchange meant by an id, a title or a part of a title in any language.

        Raises UsageError when none is, AmbiguousError when several are and nobody can settle it.
        """
        if found := self._called("exchange", name.strip()):
            return found
        self.refuse_broken(name.strip())
        near = self._near(name, ("exchange",)) if fold(name) else ()
        hint = f"hint.did-you-mean:{near[0].id}" if near else "hint.no-exchange"
        raise UsageError("error.not-exchange", hint=hint, query=name)

    def lesson(self, name: str) -> str:
        """Return the address of the lesson meant by an address, a title or a part of a title in any language.

        Raises NothingFoundError when none is, with the lessons that a search for the words finds; AmbiguousError when
        several are and nobody can settle it.
        """
        if found := self._called("lesson", name.strip()):
            return found
        self.refuse_broken(name.strip().partition("/")[0])
        raise NothingFoundError(
            "error.not-lesson", hint="hint.lessons", query=name, nearest=self._found("lesson", name)
        )

    def _called(self, kind: str, name: str) -> str:
        """Return the address of what a name means among the records of a kind; empty when it means none."""
        unit = self._index.unit(name, kind) or self._index.unit(_as_id(name), kind)
        if unit and unit.kind == kind:
            return unit.address
        wanted = fold(name)
        titled = [
            address
            for address, of_kind, titles in self._index.ids()
            if kind == of_kind and wanted and any(wanted in fold(text) for text in (address, *titles.values()))
        ]
        return titled[0] if len(titled) == 1 else self._choice_of(name, titled) if titled else ""

    def _found(self, kind: str, words: str) -> "tuple[Match, ...]":
        """Return the records of a kind that a search for words finds, best first."""
        from sil.match.results import Match
        from sil.query import search

        hits = search(self._index, words, Filters(kinds=(kind,)), self._lang, _OFFERED).hits if fold(words) else ()
        return tuple(Match(hit.id, hit.title, hit.score, hit.why.matched, "words") for hit in hits)

    def _titled(self, name: str) -> list[str]:
        """Return the addresses of what bears a name to the letter: titles, names of policies, labels of themes.

        Organisations are among them only beside others: alone they are found by sound and spelling too.
        """
        wanted = fold(name)
        found = [
            address
            for address, kind, titles in self._index.ids()
            if kind != "org" and wanted in {fold(title) for title in titles.values()}
        ]
        found += [policy.id for policy in self._index.records("policy") if wanted in _folded_names(policy)]
        found += [label.theme for label in self._index.labels() if label.folded == wanted]
        if found:
            found += [match.id for match in self.resolution(name).matches if match.reason in LETTERS]
        return list(dict.fromkeys(found))

    def _choice_of(self, name: str, addresses: list[str]) -> str:
        from sil.match.results import Match, Resolution

        matches = tuple(Match(address, self._title(address), 1.0, name, "exact") for address in addresses)
        return self._choose(name, Resolution("ambiguous", matches)).id

    def refuse_broken(self, identifier: str) -> None:
        """Raise KnowledgeBaseError when a file of this id is there and could not be read."""
        broken = [
            problem
            for problem in self._index.problems()
            if problem.level == "error" and problem.path.endswith(f"/{identifier}.yaml")
        ]
        if broken:
            path = broken[0].path
            raise KnowledgeBaseError("error.broken-record", hint="hint.broken-record", path=path, count=len(broken))


def _said(name: str) -> str:
    """Return a name without the spaces around it; UsageError if nothing is left that can be looked for."""
    if not fold(name):
        raise UsageError("error.no-name", hint="hint.no-name", name=name.strip())
    return name.strip()


def _as_id(name: str) -> str:
    """Return the id that a name would be if its spaces were hyphens."""
    return "-".join(fold(name).split())


def _folded_names(record: StoredRecord) -> set[str]:
    names = record.plain["names"]
    return {fold(str(name["text"])) for name in names} if isinstance(names, list) else set()


def _without_country(words: str) -> Iterator[tuple[str, str]]:
    """Yield what is left of a folded name that begins or ends with a country, and the code of that."""
    from sil.text.asking import country_names

    for country, code in country_names():
        for rest in (words.removesuffix(country), words.removeprefix(country)):
            parted = not country.isascii() or rest.startswith(" ") or rest.endswith(" ")
            if rest.strip() not in {"", words} and parted:
                yield rest.strip().removesuffix(_LAND).strip(), code
