"""Why two names were taken for one: what each sounds like, which word met which, and what it weighed."""

from sil.light import Literal, NamedTuple, Sequence
from sil.match.features import Weight, features_of
from sil.match.glosses import Piece
from sil.match.keys import shape_of
from sil.match.letters import letters_of
from sil.match.likeness import PURE
from sil.match.parts import NameParts, parts_of
from sil.match.score import pair_of, probability
from sil.text.forms import strip_forms

How = Literal["meaning", "sound", "nothing"]

_ALIKE = 0.55
"""From this likeness of sound on two words are shown as a pair."""


class WordPair(NamedTuple):
    """A word of the name asked for, and what it met in the stored one."""

    said: str
    """Empty where a word of the stored name was met by nothing."""
    found: str
    """Empty where nothing met it."""
    how: How
    likeness: float
    """0 to 1; of the sound. 1 for the same meaning."""


class Explanation(NamedTuple):
    """What two names have in common."""

    scripts: str
    """Kinds of script of the pair: `latin-thai`, `han-latin`; the weights are those of the pair."""
    said: tuple[str, ...]
    """How the name asked for sounds, in Latin letters."""
    heard: tuple[str, ...]
    """How the stored name sounds."""
    set_aside: tuple[str, ...]
    """Legal forms, of either, that were not compared."""
    words: tuple[WordPair, ...]
    features: dict[str, float]
    """What was measured, 0 to 1; what is 0 is left out (`sil.match.features`)."""
    likely: float
    """Probability that both mean the same, by the features alone."""
    reading: str = ""
    """The reading of the stored name that was compared, where its record gives one that is nearer than the name."""


def explain(query: str, name: str, weight: Weight, readings: Sequence[str] = ()) -> Explanation:
    """Explain how a name asked for and a stored one compare, by the name or the nearest of its readings.

    `weight` says how telling a concept is (`sil.match.engine.concept_weight`).
    """
    by_name = _compared(query, name, weight)
    by_reading = [_compared(query, reading, weight)._replace(reading=reading) for reading in readings]
    return max((by_name, *by_reading), key=lambda explanation: explanation.likely)


def _compared(query: str, name: str, weight: Weight) -> Explanation:
    one, other = shape_of(query), shape_of(name)
    features = features_of(one, other, weight)
    return Explanation(
        scripts=pair_of(one, other),
        said=one.keys.get("reading", ())[:2],
        heard=other.keys.get("reading", ())[:2],
        set_aside=tuple(dict.fromkeys(form for text in (query, name) for form in strip_forms(text)[1])),
        words=tuple(_pairs(_parts(query), _parts(name))),
        features={key: round(value, 3) for key, value in features._asdict().items() if value},
        likely=round(probability(pair_of(one, other), features), 4),
    )


def _parts(text: str) -> NameParts:
    letters = letters_of(text)
    return parts_of(letters.core, letters.script)


def _pairs(said: NameParts, found: NameParts) -> list[WordPair]:
    """Pair the words: those that share a meaning first, then those that sound alike, the likest first."""
    left, right = list(zip(said.parts, said.spoken, strict=True)), list(zip(found.parts, found.spoken, strict=True))
    pairs: list[tuple[int, WordPair]] = []
    for place, (piece, _) in enumerate(left):
        twin = next((mate for mate in right if set(piece.concepts) & set(mate[0].concepts)), None)
        if twin:
            right.remove(twin)
            pairs.append((place, WordPair(piece.text, twin[0].text, "meaning", 1.0)))
    met = {place for place, _ in pairs}
    open_ = [(place, *left[place]) for place in range(len(left)) if place not in met]
    ranked = sorted(
        ((_sound(ways, mate[1]), place, piece, mate) for place, piece, ways in open_ for mate in right),
        key=lambda pair: -pair[0],
    )
    for likeness, place, piece, mate in ranked:
        if likeness >= _ALIKE and place not in met and mate in right:
            met.add(place)
            right.remove(mate)
            pairs.append((place, WordPair(piece.text, mate[0].text, "sound", round(likeness, 2))))
    pairs += [(place, WordPair(piece.text, "", "nothing", 0.0)) for place, piece, _ in open_ if place not in met]
    return [pair for _, pair in sorted(pairs, key=lambda pair: pair[0])] + [_unmet(mate[0]) for mate in right]


def _unmet(piece: Piece) -> WordPair:
    return WordPair("", piece.text, "nothing", 0.0)


def _sound(one: Sequence[str], other: Sequence[str]) -> float:
    return max((PURE.plain(mine, theirs) / 100 for mine in one for theirs in other), default=0.0)
