"""What a search answers with."""

from sil.index.filters import Filters
from sil.light import Literal, Mapping, NamedTuple

ReasonKind = Literal["id", "name", "word", "synonym", "part", "hint", "filter"]
"""`id`: the query is its id. `name`: the query names an organisation, which this is or refers to. `word`: it has the
words of the query. `synonym`: it has another word of the theme that the query names, or is tagged with the theme.
`part`: it has some of the words, or most of a word. `hint`: it is of the kind, country or year that the query names, and
nothing else is asked. `filter`: the query asks for no words, and it passes the filters."""

Facets = Mapping[str, tuple[tuple[str, int], ...]]
"""Numbers of what was found by `country`, `theme`, `kind` and `year`: values with their counts, the most frequent first."""


class Reason(NamedTuple):
    """Why a hit is there; all that its sentence needs."""

    kind: ReasonKind
    field: str
    """Field that was found, without places in lists: `names.text`, `themes`, `participants.org`."""
    lang: str
    """Language of what was found; empty where it has none."""
    matched: str
    """What was found there, as it is written there."""
    via: str = ""
    """Id of the theme or organisation that led there."""
    said: str = ""
    """What in the query named it."""


class Snippet(NamedTuple):
    """A piece of the text that was found."""

    text: str
    lang: str
    marks: tuple[tuple[int, int], ...]
    """Beginning and end of each stretch that was searched for, in characters of `text`."""
    cut_before: bool
    """Whether the text goes on before the piece."""
    cut_after: bool


class Hit(NamedTuple):
    """One thing that was found."""

    id: str
    """Address."""
    kind: str
    title: str
    """Title, in the language asked for if there is one."""
    title_lang: str
    country: str | None
    """Countries, with commas between them; those of a lesson from the learner to the teacher."""
    score: float
    """0 to 1; the steps of `sil.query.weights`."""
    field: str
    """Field of the snippet."""
    lang: str
    """Language of the snippet."""
    snippet: Snippet
    why: Reason
    path: str
    line: int


class ThemeMeant(NamedTuple):
    """A theme that the query names."""

    id: str
    label: str
    """The label that stands in the query."""
    lang: str
    rest: tuple[str, ...]
    """Words of the query beside it, folded."""


class NameMeant(NamedTuple):
    """An organisation that the query names."""

    id: str
    name: str
    """The name that stands in the query, as the record writes it."""
    said: str
    """The words of the query."""


class CountryMeant(NamedTuple):
    """A country that the query names: what belongs to it comes first."""

    code: str
    said: str
    """The words of the query."""


class KindMeant(NamedTuple):
    """A kind of record that the query names: what is of it comes first."""

    kind: str
    said: str


class YearsMeant(NamedTuple):
    """Years that the query names: what falls into them, or speaks of them, comes first."""

    first: int
    last: int
    said: str
    """The words of the query, folded."""
    written: str
    """Expression for texts in which they are written."""
    needles: tuple[str, ...] = ()
    """What to look for in their passages."""


class Spelling(NamedTuple):
    """A word of the query that no text has, and the word it is taken for."""

    said: str
    word: str


class Understood(NamedTuple):
    """What a query was taken for."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    themes: tuple[ThemeMeant, ...]
    names: tuple[NameMeant, ...]
    countries: tuple[CountryMeant, ...]
    kinds: tuple[KindMeant, ...]
    years: tuple[YearsMeant, ...]
    """None, or one."""
    essence: tuple[str, ...]
    """The words, folded, without those that only ask or name a kind, a country or a year."""
    filters: Filters
    spellings: tuple[Spelling, ...] = ()
    missing: tuple[str, ...] = ()
    """Words of the essence that no text has, and that nothing was found for."""


class Near(NamedTuple):
    """Something that the query may have meant."""

    text: str
    id: str
    kind: str
    score: float


class Unmet(NamedTuple):
    """A condition on a field that nothing meets."""

    field: str
    value: str
    known: tuple[tuple[str, int], ...]
    """The values that the field has, each with the number of records, the most frequent first."""


class Answer:
    """Hits, best first, and what the query was taken for."""

    __slots__ = ("count", "dated", "facets", "hits", "nearest", "understood", "unmet")

    def __init__(
        self,
        understood: Understood,
        hits: tuple[Hit, ...],
        count: int,
        nearest: tuple[Near, ...] = (),
        *,
        facets: Facets | None = None,
        dated: int = 0,
    ) -> None:
        self.understood = understood
        self.hits = hits
        self.count = count
        """How many were found in all."""
        self.dated = dated
        """How many of them are of the years that the query names, or speak of them: these come first."""
        self.nearest = nearest
        """When nothing was found: what is near, best first."""
        self.unmet: tuple[Unmet, ...] = ()
        """When nothing was found: the conditions on fields of the record that nothing meets."""
        self.facets: Facets = facets or {}
        """When asked for: how all that was found is spread."""
