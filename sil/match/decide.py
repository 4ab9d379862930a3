"""When a match is a match: the thresholds, in one place.

Scores are probabilities that two names mean the same, fitted on half of the entities of a development set
(`bench/fit_names.py`). The thresholds were chosen on that half and judged on the other: registers of 1,000 and 10,000
organisations, queries in another script.
"""

from sil.light import Sequence
from sil.match.results import Match, Reason, Resolution, Status

ENOUGH = 0.68
"""From this score on a record may be meant; in a small register it is, when no other is near."""

SMALL = 1000
"""Names of a register up to which this is enough. A name that is not there has, by chance, one that is like it, the more
so the more names there are: the odds that are asked for grow with the cube root of their number."""

LIKELY, AHEAD = 0.3, 20.0
"""From this score on a record is meant too, when it is so many times that of the next: what is like a name by chance is
seldom alone."""

SAME: tuple[Reason, ...] = ("exact", "alias")
"""Reasons of a record that bears the same characters."""

APART = 0.88
"""A record is meant when the next one scores less than this share of it."""


def enough(names: int) -> float:
    """Return the score from which on a record is meant in a register of so many names."""
    odds = ENOUGH / (1 - ENOUGH) * float(max(1.0, names / SMALL) ** (1 / 3))
    return odds / (1 + odds)


def decide(matches: Sequence[Match], limit: int, names: int = 0) -> Resolution:
    """Decide among matches, best first, of a register of so many names."""
    close = [match for match in matches if match.score >= ENOUGH and _is_close(matches[0], match)]
    if len(close) > 1:
        return Resolution("ambiguous", tuple(close), names)
    status: Status = "match" if matches and _is_meant(matches, names) else "none"
    return Resolution(status, tuple(matches[:limit]), names)


def _is_meant(matches: Sequence[Match], names: int) -> bool:
    """Whether the best is near enough, or likely and far ahead of the next."""
    best, after = matches[0], max((match.score for match in matches[1:2]), default=0)
    return best.score >= enough(names) or (best.score >= LIKELY and best.score >= AHEAD * after)


def _is_close(best: Match, other: Match) -> bool:
    """Whether two matches cannot be told apart; the same characters are always nearer than anything else."""
    if best.reason in SAME and other.reason not in SAME:
        return False
    return other.score > best.score * APART
