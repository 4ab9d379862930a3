"""What is said of a time after an exchange began: which claims of a comparison are new, changed, or no longer true.

Judged by the dates of the claims alone, not by when somebody wrote them down. A date that may lie on either side (2019 for
an exchange of July 2019) proves nothing and is not marked.
"""

from sil.light import Iterable, Literal, Mapping, Sequence
from sil.records.types import Claim
from sil.records.values import Text
from sil.text.calendars import earliest
from sil.text.fold import fold

Change = Literal["changed", "new", "ended"]

SIGNS: Mapping[Change, str] = {"changed": "Δ", "new": "+", "ended": "×"}


class Changes:
    """Finds what changed from the beginning of an exchange (ISO date) to a day, and remembers which signs it gave."""

    def __init__(self, start: str, today: str) -> None:
        self._start = earliest(start)
        self._today = today
        self.given: set[Change] = set()

    def signs(self, claims: Sequence[Claim]) -> list[str]:
        """Return the sign of each claim of one cell; empty where nothing changed, or nobody can say."""
        found = [self._change(claim, claims) for claim in claims]
        self.given.update(change for change in found if change)
        return [SIGNS[change] if change else "" for change in found]

    def _change(self, claim: Claim, others: Iterable[Claim]) -> Change | None:
        """Return what became of a claim; it changed when the same thing was otherwise before: same unit, same part."""
        if claim.until and self._is_after(claim.until) and earliest(claim.until) <= self._today:
            return "ended"
        if not self._is_after(claim.as_of):
            return None
        before = [one for one in others if not self._is_after(one.as_of) and _is_same_thing(one, claim)]
        if any(one.value == claim.value for one in before):
            return None
        return "changed" if before else "new"

    def _is_after(self, day: str | None) -> bool:
        return bool(day) and earliest(str(day)) >= self._start


def _is_same_thing(one: Claim, other: Claim) -> bool:
    are_numbers = isinstance(one.value, int | float) and isinstance(other.value, int | float)
    are_texts = isinstance(one.value, Text) and isinstance(other.value, Text) and bool(one.of)
    return (are_numbers or are_texts) and one.unit == other.unit and _part(one) == _part(other)


def _part(claim: Claim) -> str:
    return fold(claim.of.pick("en")[0]) if claim.of else ""
