"""Exchanges: visits, trips and sessions, with the lessons, promises and collaborations that came of them."""

from sil.light import Literal, dataclass
from sil.records.transfer import Condition
from sil.records.types import (
    Country,
    Date,
    ExchangeId,
    LessonId,
    Marked,
    MarkedRecord,
    Moment,
    OrgId,
    Slug,
    Source,
    SourceKey,
    ThemeId,
    Zone,
)
from sil.records.values import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Marked):
    """An organisation's part in an exchange."""

    org: OrgId
    """The organisation."""

    role: Literal["seeker", "provider", "both", "broker", "observer", "speaker", "unknown"]
    """Whether it came to learn, to teach, both, to bring together, to watch, or to speak."""

    strand: ThemeId | None = None
    """Theme of the strand it took part in."""

    note: Text | None = None
    """What to know of its part."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Marked):
    """Organisations that met face to face."""

    orgs: tuple[OrgId, ...]
    """Who met."""

    theme: ThemeId | None = None
    """Theme they met on."""

    note: Text | None = None
    """What to know of it."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningQuestion(Marked):
    """A question brought along."""

    id: Slug
    """Id within the exchange."""

    text: Text
    """The question."""

    asked_by: tuple[OrgId, ...] = ()
    """Who asks."""

    answered_by: tuple[LessonId, ...] = ()
    """Lessons that answer it."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources; none when the question is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Marked):
    """A part of the programme."""

    time: Moment | None = None
    """When it begins: ISO date, or date and time (`2019-07-03T10:00`) on the clock of the place."""

    until: Moment | None = None
    """When it ends, written likewise."""

    title: Text
    """What happened."""

    host: OrgId | None = None
    """Who hosted it."""

    place: Text | None = None
    """Where."""

    purpose: Text | None = None
    """Why."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Marked):
    """A result that was hoped for, and whether it came."""

    text: Text
    """What was hoped for."""

    reached: Literal["yes", "no", "partly", "unknown"] = "unknown"
    """Whether it was reached."""

    evidence: Text | None = None
    """How it is known."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Marked):
    """After-action review."""

    expected: Text | None = None
    """What was meant to happen."""

    happened: Text | None = None
    """What happened."""

    why: Text | None = None
    """Why there was a difference."""

    keep: Text | None = None
    """What to keep."""

    change: Text | None = None
    """What to change."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Marked):
    """One side of a lesson: countries and organisations."""

    countries: tuple[Country, ...] = ()
    """Countries."""

    orgs: tuple[OrgId, ...] = ()
    """Organisations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Marked):
    """How well a lesson stands."""

    grade: Literal["heard", "seen", "documented", "measured", "none"]
    """`heard` from a participant, `seen` on site, `documented` in a text, `measured` with figures."""

    note: Text | None = None
    """What supports or qualifies it."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Marked):
    """A dated change of state."""

    date: Date
    """When."""

    state: Slug
    """New state."""

    why: Text
    """Why it changed, or how it is known."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Marked):
    """Something one side learned from the other."""

    id: Slug
    """Id within the exchange; addressed `<exchange>/<lesson>`."""

    title: Text
    """The lesson as one sentence."""

    theme: ThemeId
    """Theme."""

    learned_by: Party
    """Who learned."""

    learned_from: Party
    """From whom."""

    kind: Literal["model", "service", "law", "partnership", "process", "mistake"]
    """What kind of lesson."""

    observation: Text
    """What was seen or heard."""

    insight: Text | None = None
    """What we make of it."""

    context: Text | None = None
    """What it depends on where it was seen."""

    evidence: Evidence
    """How well it stands."""

    transfer: tuple[Condition, ...] = ()
    """Conditions for it to work elsewhere."""

    recommendation: Text | None = None
    """What to do with it."""

    state: Literal[
        "observed", "analysed", "accepted", "adapted", "declined", "trying", "applied", "validated", "retired"
    ]
    """How far it has come; `applied` and `validated` need evidence."""

    owner: OrgId | None = None
    """Who carries it on."""

    history: tuple[Step, ...] = ()
    """Dated changes of state."""

    source: tuple[SourceKey, ...]
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Marked):
    """A promise."""

    id: Slug
    """Id within the exchange."""

    who: tuple[OrgId, ...] = ()
    """Who promised."""

    to: tuple[OrgId, ...] = ()
    """To whom."""

    what: Text
    """What was promised."""

    due: Date | None = None
    """When it is due."""

    state: Literal["open", "done", "dropped", "unknown"]
    """What became of it; `dropped` needs a reason."""

    reason: Text | None = None
    """Why it was dropped, or what is known of it."""

    evidence: Text | None = None
    """How it is known to be done."""

    fulfilled_by: ExchangeId | None = None
    """Exchange that fulfilled it."""

    history: tuple[Step, ...] = ()
    """Dated changes of state."""

    source: tuple[SourceKey, ...]
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaboration(Marked):
    """Joint work on its way from an idea to something that lasts."""

    id: Slug
    """Id within the exchange."""

    title: Text
    """What it is."""

    theme: ThemeId
    """Theme."""

    parties: tuple[OrgId, ...] = ()
    """Organisations in it."""

    stage: Literal["idea", "introduced", "scoping", "agreed", "resourced", "running", "reviewed", "sustained", "closed"]
    """How far it is known to have come."""

    stage_known_as_of: Date
    """Date at which the stage was last known."""

    gains: dict[Country, Text] | None = None
    """What each side gains, by country."""

    next_step: Text | None = None
    """Next step."""

    blocked_by: Text | None = None
    """What blocks it."""

    from_lesson: LessonId | None = None
    """Lesson it came from."""

    history: tuple[Step, ...] = ()
    """Dated stages with their reasons."""

    note: Text | None = None
    """What is not known."""

    source: tuple[SourceKey, ...]
    """Keys of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(MarkedRecord):
    """One visit, trip, workshop or online session."""

    id: Slug
    """Stable id; the file has the same name."""

    merged_ids: tuple[Slug, ...] = ()
    """Ids of records that were merged into this one."""

    title: Text
    """Title."""

    kind: Literal["study-trip", "expert-visit", "dialogue", "workshop", "online"]
    """What kind of exchange."""

    programme: Text | None = None
    """Programme it belongs to, with its other names."""

    part_of: ExchangeId | None = None
    """Larger exchange it is a part of."""

    follows: ExchangeId | None = None
    """Exchange before it in the same programme."""

    start: Date
    """First day, as precisely as known."""

    end: Date | None = None
    """Last day."""

    places: tuple[Text, ...] = ()
    """Where."""

    host_country: Country | None = None
    """Host country; none for an online session."""

    time_zone: Zone | None = None
    """Time zone of the times in the programme (`Asia/Tokyo`); none when the host country has only one."""

    visiting_countries: tuple[Country, ...] = ()
    """Visiting countries."""

    status: Literal["planned", "held", "cancelled", "unknown"]
    """Whether it took place."""

    organisers: tuple[OrgId, ...] = ()
    """Organisers."""

    funders: tuple[OrgId, ...] = ()
    """Funders."""

    participants: tuple[Participation, ...] = ()
    """Who took part, and how."""

    meetings: tuple[Meeting, ...] = ()
    """Who met whom."""

    themes: tuple[ThemeId, ...] = ()
    """Themes."""

    goal: Text | None = None
    """The change wanted."""

    summary: Text
    """Two or three sentences in each language."""

    learning_questions: tuple[LearningQuestion, ...] = ()
    """Questions brought along."""

    agenda: tuple[AgendaItem, ...] = ()
    """Programme."""

    expected_outcomes: tuple[Outcome, ...] = ()
    """What was hoped for, and whether it came."""

    review: Review | None = None
    """After-action review."""

    lessons: tuple[Lesson, ...] = ()
    """What was learned."""

    follow_ups: tuple[FollowUp, ...] = ()
    """Promises."""

    collaborations: tuple[Collaboration, ...] = ()
    """Joint work."""

    open_questions: tuple[Text, ...] = ()
    """What no source says and somebody should ask."""

    sources: dict[Slug, Source]
    """Sources by key."""

    checked: Date
    """Date of the last check."""
