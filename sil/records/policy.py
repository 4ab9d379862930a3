"""Policies: a law, scheme or standard that drives a model."""

from sil.light import Literal, dataclass, get_args
from sil.records.types import (
    Claim,
    Country,
    Date,
    Figure,
    Marked,
    MarkedRecord,
    Name,
    OrgId,
    Slug,
    Source,
    SourceKey,
    ThemeId,
)
from sil.records.values import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Marked):
    """A section of a law, in our own words."""

    number: str
    """Number as it is cited: `33`, `Art. 44`."""

    says: Text
    """What it says."""

    since: Date | None = None
    """Date from which this wording holds."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Marked):
    """A dated change of a policy."""

    date: Date
    """When it took effect, or was made."""

    what: Text
    """What changed."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySheet(Marked):
    """The comparison sheet of a policy: rows that can be laid side by side for two countries."""

    obligation: tuple[Claim, ...] = ()
    """Who must do what."""
    threshold: tuple[Claim, ...] = ()
    """From what size on, or by which criteria."""
    alternatives: tuple[Claim, ...] = ()
    """Other ways to comply."""
    price: tuple[Claim, ...] = ()
    """Price of not complying, for one missing person or one breach."""
    release: tuple[Claim, ...] = ()
    """Whether paying frees from the duty."""
    place: tuple[Claim, ...] = ()
    """Where the people may work, or where it applies."""
    preparation: tuple[Claim, ...] = ()
    """Who prepares people, communities or bodies, and who pays for it."""
    incentive: tuple[Claim, ...] = ()
    """Rewards: tax, allowances, recognition."""
    authority: tuple[Claim, ...] = ()
    """Who administers it."""
    counting: tuple[Claim, ...] = ()
    """How it is counted, and on which day."""
    sanction: tuple[Claim, ...] = ()
    """Sanctions beside the price."""
    results: tuple[Claim, ...] = ()
    """Results by year."""
    limits: tuple[Claim, ...] = ()
    """Known limits and failures."""


PolicyRow = Literal[
    "obligation",
    "threshold",
    "alternatives",
    "price",
    "release",
    "place",
    "preparation",
    "incentive",
    "authority",
    "counting",
    "sanction",
    "results",
    "limits",
]
"""A row of the sheet."""

POLICY_ROWS: tuple[PolicyRow, ...] = get_args(PolicyRow)
"""Rows of the sheet in the order they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(MarkedRecord):
    """One law, scheme or standard."""

    id: Slug
    """Stable id; the file has the same name."""

    merged_ids: tuple[Slug, ...] = ()
    """Ids of records that were merged into this one."""

    names: tuple[Name, ...]
    """All names and translations seen."""

    country: Country | None = None
    """Country where it holds."""

    kind: Literal["act", "scheme", "standard", "programme"]
    """What kind of policy it is."""

    themes: tuple[ThemeId, ...]
    """Themes it bears on."""

    summary: Text
    """Two or three sentences in each language."""

    authority: tuple[OrgId, ...] = ()
    """Organisations that administer it."""

    in_force: tuple[Claim, ...] = ()
    """Period in force: the value is the first day, `until` the last."""

    articles: tuple[Article, ...] = ()
    """What its sections say, in our own words."""

    sheet: PolicySheet | None = None
    """Comparison sheet."""

    figures: tuple[Figure, ...] = ()
    """Dated numbers: rates, thresholds, levies, results."""

    changes: tuple[Change, ...] = ()
    """Dated changes."""

    open_questions: tuple[Text, ...] = ()
    """What no source says and somebody should ask."""

    sources: dict[Slug, Source]
    """Sources by key."""

    checked: Date
    """Date of the last check."""
