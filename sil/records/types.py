"""The building blocks of records: texts in several languages, claims, names, sources, and the kinds of field.

Annotations of record types are read at run time by `sil.records.shape`: they are the one place that says
what a field may hold. The validator, the JSON Schemas, the links between records and the reference pages
are all made from them.
"""

from sil.light import Annotated, Iterable, Literal, dataclass
from sil.reader import Audience, Lang
from sil.records.values import Text


@dataclass(frozen=True, slots=True)
class Format:
    """A string with a fixed form: `slug`, `date`, `moment`, `zone`, `country`, `url`."""

    name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A string that is the id of a record of this kind: `org`, `policy`, `theme`, `exchange`, `lesson`.

    A `source` is a key of the record's own `sources`.
    """

    kind: str


Slug = Annotated[str, Format("slug")]
"""ASCII lower-case letters, digits and single hyphens."""

Date = Annotated[str, Format("date")]
"""ISO date of any precision: `2019`, `2019-07`, `2019-07-03`; kept as typed."""

Moment = Annotated[str, Format("moment")]
"""ISO date of any precision, or day and time of day: `2019-07-03T10:00`, on the clock of the place."""

Zone = Annotated[str, Format("zone")]
"""Name of a time zone in the tz database: `Asia/Tokyo`."""

Country = Annotated[str, Format("country")]
"""Two lower-case letters of ISO 3166-1."""

Url = Annotated[str, Format("url")]

OrgId = Annotated[str, Ref("org")]
PolicyId = Annotated[str, Ref("policy")]
ThemeId = Annotated[str, Ref("theme")]
ExchangeId = Annotated[str, Ref("exchange")]
LessonId = Annotated[str, Ref("lesson")]
SourceKey = Annotated[str, Ref("source")]


Value = Text | int | float | str
"""What a claim may say: a number, a text, an ISO date (a string), or one of the four kinds of empty (a string)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What can be kept from an audience."""

    audience: Audience = "public"
    """Whom it is for, with all that stands in it: `team` (nobody else), `partners` (and the team), `public` (everybody)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRecord(Marked):
    """A record that can be kept from an audience, whole or in fields."""

    private: tuple[str, ...] = ()
    """Paths of its fields that are for the team only: `goal`, `figures.revenue`, `lessons.<id>.insight`."""


MARKS = frozenset({"audience", "private"})
"""Fields that say whom something is for; nobody but the team sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Marked):
    """A fact that can be disputed or grow old. In a file the value alone may stand for the whole claim."""

    value: Value
    """What is claimed: number, text, date, or `unknown`, `none`, `not-applicable`, `withheld`."""

    unit: Slug | None = None
    """Unit of a number: `people`, `companies`, `percent`, or a currency as `jpy`, `thb`."""

    code: tuple[Slug, ...] = ()
    """Coded form of a text, so that two cells can be compared: `public-fees`, `company-fees`."""

    as_of: Date | None = None
    """Date or year for which it is true; for something that goes on, since when."""

    until: Date | None = None
    """Date or year since which it is no longer true."""

    of: Text | None = None
    """Which part of the whole it speaks of."""

    source: tuple[SourceKey, ...] = ()
    """Keys of the record's sources that say it."""

    status: Literal["stated", "derived", "self-reported", "conflicting"] = "stated"
    """How well it stands: said by a source, worked out (arithmetic in `note`), said by the organisation of itself,
    or in conflict with another claim here."""

    note: Text | None = None
    """What a reader should know before using it."""

    def succeeds(self, others: Iterable["Claim"]) -> bool:
        """Say whether this holds since another claim on the same ended: `as_of` is then since when, not for when."""
        if not self.as_of or self.until:
            return False
        return any(
            one.as_of and one.until and one.until[:10] <= self.as_of and one.subject() == self.subject()
            for one in others
        )

    def subject(self) -> tuple[object, ...]:
        """Return what makes two claims of a list claims on the same: the unit, and which part they are about."""
        return self.unit, self.of


OrgClaim = Annotated[Claim, Ref("org")]
"""A claim about another organisation: a value that is a bare slug is its id (a string, not a text)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A number with its unit and year, one of a series."""

    measure: Slug
    """What is measured: `staff`, `revenue`, `centres`, `communities`, `people-placed`, `quota-rate` ..."""

    label: Text | None = None
    """Name of the measure, when it is not one of the known ones."""

    def subject(self) -> tuple[object, ...]:
        """Return what makes two figures figures of the same: measure, unit and part."""
        return self.measure, self.unit, self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Marked):
    """Where a claim can be read."""

    title: str
    """Title as printed there."""

    url: str | None = None
    """Address, or a description of where the copy lies."""

    publisher: str | None = None
    """Who published it."""

    date: Date | None = None
    """Date of publication."""

    grade: Literal["A", "B", "C"]
    """A: official body, filing or the organisation itself; B: press, law firm, academic; C: blog, aggregator, copy."""

    note: Text | None = None
    """What to know of it: copy read, part read."""


FOUND_BY = frozenset({"former", "misspelling", "variant", "translation"})
"""Kinds of names that a record is found by and not called by, unless one is marked as preferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Marked):
    """One form of a name, in one script."""

    text: str
    """The name as written, without legal form where the form has a field of its own."""

    lang: Lang
    """Language of this form."""

    kind: Literal["official", "short", "former", "brand", "misspelling", "variant", "translation"] = "official"
    """What kind of name it is; a `translation` is ours and is marked so where it is shown."""

    preferred: bool = False
    """The form to show in this language; one for each language. Without it, the first official, short or brand form is."""

    reading: tuple[str, ...] = ()
    """How it is read: kana, RTGS or another romanisation."""

    since: Date | None = None
    """First date of use."""

    until: Date | None = None
    """Last date of use."""

    note: Text | None = None
    """What to know of this form: where it was seen, with what it is confused."""
