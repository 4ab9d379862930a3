"""What the room answers: matches, each with its score and reason, and what they amount to."""

from sil.light import Literal, dataclass

Reason = Literal["exact", "alias", "spelling", "legal form", "initials", "sound", "meaning", "typo", "part", "words"]
"""Why a name was taken, from the surest on: the same characters; those of
a name it goes by beside its official one (`กรุงศรี` of Bank of Ayudhya); the same after folding case, width, spaces and
marks; the same without legal form; initials; the same or nearly the same sound; the same meaning; a slip of the pen; a
part of the name; words that stand in a record without a name, as a lesson."""

Status = Literal["match", "ambiguous", "none"]


@dataclass(frozen=True, slots=True)
class Match:
    """One record that may be meant."""

    id: str
    name: str
    """The record's first name."""

    score: float
    """0 to 1; 1 only for the same characters."""

    matched: str
    """The stored name that was taken for it."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which record is meant: one, several that cannot be told apart, or none near enough."""

    status: Status
    matches: tuple[Match, ...]
    """Best first. For `ambiguous` all that may be meant; for `none` the nearest, for the reader to judge."""

    names: int = 0
    """Names that were looked through."""
