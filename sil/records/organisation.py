"""Organisations: who they are, what they are called, what is known of them, and their comparison sheet."""

from sil.light import Literal, dataclass
from sil.records.types import (
    Claim,
    Country,
    Date,
    Figure,
    Marked,
    MarkedRecord,
    Name,
    OrgClaim,
    OrgId,
    PolicyId,
    Slug,
    Source,
    SourceKey,
    ThemeId,
)
from sil.records.values import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Marked):
    """A number or code given by a register."""

    scheme: Slug
    """Register: `stock-code`, `edinet`, `juristic-number`, `corporate-number`, `lei`, `website` ..."""

    value: str
    """The number or code as written."""

    since: Date | None = None
    """First date it holds."""

    until: Date | None = None
    """Last date it holds."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Marked):
    """A person who speaks for the organisation. No detail of health or disability, ever."""

    name: Text
    """Name in the scripts seen."""

    role: Text
    """Role in the organisation."""

    since: Date | None = None
    """First date seen in the role."""

    until: Date | None = None
    """Last date in the role."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Marked):
    """Something the organisation can teach or give, or wants to learn."""

    text: Text
    """What it is."""

    theme: ThemeId | None = None
    """Theme it belongs to."""

    until: Date | None = None
    """Date after which it should be asked again."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Marked):
    """A tie to another organisation."""

    to: OrgId
    """The other organisation."""

    kind: Literal[
        "member-of",
        "funds",
        "funded-by",
        "incubated-by",
        "part-of",
        "successor-of",
        "partner-of",
        "works-for",
        "sibling-of",
        "possibly-same-as",
        "not-to-be-confused-with",
    ]
    """Kind of tie, read from this record to the other."""

    since: Date | None = None
    """First date seen."""

    until: Date | None = None
    """Last date."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""

    note: Text | None = None
    """The case for and against, or how it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSheet(Marked):
    """The comparison sheet: how the work is done and paid, row by row, in seven blocks.

    The blocks follow the social business model canvas, Alter's operational models, the tables used for
    work-integration enterprises (quota, other ways to comply, penalty) and Mulgan's questions of transfer.
    """

    line: Text | None = None
    """Service line, when the organisation runs several."""

    # A. Need and people
    problem: tuple[Claim, ...] = ()
    """The problem it answers."""
    beneficiaries: tuple[Claim, ...] = ()
    """Who benefits."""
    customers: tuple[Claim, ...] = ()
    """Who pays."""
    stakeholders: tuple[Claim, ...] = ()
    """Who else has a stake."""
    participation: tuple[Claim, ...] = ()
    """How beneficiaries take part."""

    # B. Service model
    operation: tuple[Claim, ...] = ()
    """Operational model."""
    delivery: tuple[Claim, ...] = ()
    """What is delivered, step by step."""
    place: tuple[Claim, ...] = ()
    """Place of work or delivery."""
    duration: tuple[Claim, ...] = ()
    """How long it lasts for one person or community."""
    channels: tuple[Claim, ...] = ()
    """How people and customers are reached."""

    # C. Business model
    revenue: tuple[Claim, ...] = ()
    """Revenue streams, with share and year where known."""
    price: tuple[Claim, ...] = ()
    """Price, and who pays it."""
    costs: tuple[Claim, ...] = ()
    """Main costs."""
    grants: tuple[Claim, ...] = ()
    """Grants and subsidies."""
    surplus: tuple[Claim, ...] = ()
    """Use of the surplus."""
    break_even: tuple[Claim, ...] = ()
    """Whether, and since when, it covers its costs."""
    legal: tuple[Claim, ...] = ()
    """Legal form and ownership."""

    # D. Law and policy driver
    policies: tuple[PolicyId, ...] = ()
    """Policies that drive the model."""
    obligation: tuple[Claim, ...] = ()
    """What the law obliges, and whom."""
    alternatives: tuple[Claim, ...] = ()
    """Other ways to comply."""
    incentive: tuple[Claim, ...] = ()
    """Penalty or incentive."""
    authority: tuple[Claim, ...] = ()
    """Who administers it."""
    effect: tuple[Claim, ...] = ()
    """Effect of the law on this model."""

    # E. Partners and mechanism
    government: tuple[Claim, ...] = ()
    """Part of government."""
    companies: tuple[Claim, ...] = ()
    """Part of companies."""
    community: tuple[Claim, ...] = ()
    """Part of the community."""
    intermediaries: tuple[Claim, ...] = ()
    """Intermediaries."""
    coordination: tuple[Claim, ...] = ()
    """Body that coordinates."""

    # F. Results
    outputs: tuple[Claim, ...] = ()
    """What was delivered, in numbers."""
    outcomes: tuple[Claim, ...] = ()
    """What changed for people."""
    evidence: tuple[Claim, ...] = ()
    """Grade of the evidence."""
    limits: tuple[Claim, ...] = ()
    """Limits and failures."""

    # G. Travel readiness
    essentials: tuple[Claim, ...] = ()
    """What must not change when it travels."""
    adaptable: tuple[Claim, ...] = ()
    """What can be adapted."""
    preconditions: tuple[Claim, ...] = ()
    """What must be there before."""
    tried_elsewhere: tuple[Claim, ...] = ()
    """Where it was tried, and what came of it."""


MODEL_BLOCKS: dict[str, tuple[str, ...]] = {
    "A": ("problem", "beneficiaries", "customers", "stakeholders", "participation"),
    "B": ("operation", "delivery", "place", "duration", "channels"),
    "C": ("revenue", "price", "costs", "grants", "surplus", "break_even", "legal"),
    "D": ("policies", "obligation", "alternatives", "incentive", "authority", "effect"),
    "E": ("government", "companies", "community", "intermediaries", "coordination"),
    "F": ("outputs", "outcomes", "evidence", "limits"),
    "G": ("essentials", "adaptable", "preconditions", "tried_elsewhere"),
}
"""Rows of the sheet in the order they are shown, by block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(MarkedRecord):
    """One organisation."""

    id: Slug
    """Stable id; the file has the same name."""

    merged_ids: tuple[Slug, ...] = ()
    """Ids of records that were merged into this one; they keep resolving."""

    names: tuple[Name, ...]
    """All names seen, in all scripts."""

    identifiers: tuple[Identifier, ...] = ()
    """Numbers and codes given by registers."""

    resolved: bool = True
    """False when no source says which body is meant; `relations` then names the candidates."""

    country: Country | None = None
    """Country of the seat."""

    places: tuple[Claim, ...] = ()
    """Seat and offices, as texts."""

    works_in: tuple[Claim, ...] = ()
    """Where it works, which need not be where its seat is."""

    kind: Literal[
        "social-enterprise",
        "foundation",
        "company",
        "association",
        "network",
        "intermediary",
        "funder",
        "ministry",
        "agency",
        "multilateral",
        "programme",
        "unknown",
    ]
    """What kind of body it is."""

    roles: tuple[Literal["organiser", "learner", "teacher", "observer", "funder", "partner", "context"], ...] = ()
    """Its parts in exchanges; `context` for a body that only explains others."""

    legal_form: tuple[Claim, ...] = ()
    """Legal form."""

    founded: tuple[Claim, ...] = ()
    """When it was founded; each claim one source's date."""

    listed: tuple[Claim, ...] = ()
    """Stock exchange listings."""

    parent: tuple[OrgClaim, ...] = ()
    """Body it belongs to; the value is the id of an organisation, or a text."""

    themes: tuple[ThemeId, ...] = ()
    """Themes it works on."""

    summary: Text
    """Two or three sentences in each language."""

    people: tuple[Person, ...] = ()
    """People who speak for it."""

    history: tuple[Claim, ...] = ()
    """Dated events; `as_of` is the day."""

    figures: tuple[Figure, ...] = ()
    """Numbers with unit and year."""

    offers: tuple[Offer, ...] = ()
    """What it can teach or give."""

    needs: tuple[Offer, ...] = ()
    """What it wants to learn."""

    model: tuple[ModelSheet, ...] = ()
    """Comparison sheet; one for each service line."""

    relations: tuple[Relation, ...] = ()
    """Ties to other organisations."""

    open_questions: tuple[Text, ...] = ()
    """What no source says and somebody should ask."""

    sources: dict[Slug, Source]
    """Sources by key; the keys are used by the claims of this record."""

    checked: Date
    """Date of the last check of the whole record."""
