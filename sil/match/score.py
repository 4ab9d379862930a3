"""How near two names are, and why: features of the pair, weighed to a probability by the table `weights`."""

from math import exp

from sil.light import NamedTuple, Sequence, cache
from sil.match.features import Features, Weight, features_of
from sil.match.likeness import PURE, Measures
from sil.match.results import Reason
from sil.match.shape import Shape
from sil.match.tables import load

SURE: dict[Reason, float] = {
    "exact": 1.0, "alias": 1.0, "spelling": 0.99, "legal form": 0.97, "sound": 0.95, "initials": 0.9, "typo": 0.95, "meaning": 0.95,
    "part": 0.95,
}  # fmt: skip
"""The highest score each reason can give."""

_SLIP = 0.75
"""From this likeness on what differs is a slip of the pen."""


_NEARLY_SAME = 0.88
"""From this likeness of the spelling on, whatever else they have in common, two names differ by slips of the pen..."""

_WORD = 0.6
"""... if the words that differ are as like as this: Keio University is not Koç University."""


class Score(NamedTuple):
    """How near a name is, and by what."""

    value: float
    reason: Reason


def compare(one: Shape, other: Shape, weight: Weight, measures: Measures = PURE) -> Score:
    """Return how near two names are, whichever is asked for."""
    features = features_of(one, other, weight, measures)
    reason = _reason(features)
    likely = probability(pair_of(one, other), features)
    written = max(features.spelling, features.words)
    slips = written >= _NEARLY_SAME and features.differing >= _WORD
    return Score(SURE[reason] * (max(likely, written) if slips else likely), reason)


def pair_of(one: Shape, other: Shape) -> str:
    """Return the name of a pair of scripts, in one order."""
    return "-".join(sorted((one.alike, other.alike)))


def probability(pair: str, features: Sequence[float]) -> float:
    """Return the probability that two names mean the same, by the weights of their scripts."""
    weights = _weights()
    table = weights.get(pair) or weights["any"]
    return 1 / (1 + exp(-max(-30.0, min(30.0, sum(w * f for w, f in zip(table, (1.0, *features), strict=True))))))


@cache
def _weights() -> dict[str, list[float]]:
    weights: dict[str, list[float]] = load("weights")["pairs"]
    return weights


def _reason(features: Features) -> Reason:
    """Say by what a name is near."""
    if max(features.spelling, features.words) >= _SLIP:
        return "typo"
    if features.part:
        return "part"
    sound = (features.reading + features.consonants) / 2
    if features.meaning > 0.5 or (features.meaning and features.covered > sound + 0.1):
        return "meaning"
    return "sound" if sound >= features.spelling else "typo"
