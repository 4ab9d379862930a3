"""When a match is a match: the thresholds, in one place.

Scores are probabilities that two names mean the same, fitted on half of the entities of a development set
(`bench/fit_names.py`). The thresholds were chosen on that half and judged on the other: registers of 1,000 and 10,000
organisations, queries in another script.
"""

from sil.light import Sequence
from sil.match.results import Match, Reason, Resolution, Status

ENOUGH = 0.68
"""From this score on a record may be meant."""

LIKELY, AHEAD = 0.3, 30.0
"""From this score on it may be meant too, when it is so many times that of the next."""

SAME: tuple[Reason, ...] = ("exact", "alias")
"""Reasons of a record that bears the same characters."""

APART = 0.88
"""A record is meant when the next one scores less than this share of it."""


def decide(matches: Sequence[Match], limit: int) -> Resolution:
    """Decide among matches, best first."""
    good = [match for match in matches if match.score >= ENOUGH]
    if not good:
        status: Status = "match" if matches and _is_alone(matches) else "none"
        return Resolution(status, tuple(matches[:limit]))
    close = [match for match in good if _is_close(good[0], match)]
    if len(close) == 1:
        return Resolution("match", tuple(matches[:limit]))
    return Resolution("ambiguous", tuple(close))


def _is_alone(matches: Sequence[Match]) -> bool:
    """Whether the best is likely, and nothing else is near it."""
    best, after = matches[0], max((match.score for match in matches[1:2]), default=0)
    return best.score >= LIKELY and best.score >= AHEAD * after


def _is_close(best: Match, other: Match) -> bool:
    """Whether two matches cannot be told apart; the same characters are always nearer than anything else."""
    if best.reason in SAME and other.reason not in SAME:
        return False
    return other.score > best.score * APART
