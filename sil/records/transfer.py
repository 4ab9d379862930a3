"""What a lesson needs in order to work elsewhere, and the facts of law such a condition rests on."""

from sil.light import Literal, dataclass
from sil.records.policy import PolicyRow
from sil.records.types import Country, Marked, PolicyId, Slug, SourceKey
from sil.records.values import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFact(Marked):
    """A cell of the comparison sheet of a policy, and what it must say."""

    policy: PolicyId
    """The policy."""

    row: PolicyRow
    """Row of its comparison sheet."""

    has: tuple[Slug, ...]
    """Codes of which one must stand in the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Marked):
    """A condition for a lesson to work elsewhere."""

    text: Text
    """The condition."""

    country: Country
    """Country it is judged for."""

    state: Literal["met", "not-met", "unknown"]
    """Whether it was met there when the record was written; `rests_on` says what holds now."""

    because: Text | None = None
    """The fact this rests on."""

    rests_on: LawFact | None = None
    """The law by which it is judged: met when a code stands in the row, not met when the row says something else."""

    source: tuple[SourceKey, ...] = ()
    """Keys of sources."""
