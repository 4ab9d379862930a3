"""How the cells of one row relate: the sign that a comparison prints.

A cell says what it says in words; words of two people are never the same. So cells carry codes
(`Claim.code`), and codes are compared first: shared ones mean the same kind of thing, that is similar. Numbers are
compared where their units agree, rates only where they are shares of the same (`of`); else they differ. Only where
neither is there, words are compared, by the share of character trigrams (Dice) in a language both have.
"""

from itertools import combinations, product

from sil.light import Iterable, Literal, Sequence, dataclass
from sil.records.types import Claim
from sil.records.values import EMPTY, Text
from sil.text.fold import fold

Relation = Literal["same", "similar", "different", "unknown", "not-applicable"]

SIGNS: dict[Relation, str] = {"same": "=", "similar": "≈", "different": "≠", "unknown": "?", "not-applicable": "–"}

SAME_WORDS = 0.9
SIMILAR_WORDS = 0.5
SIMILAR_NUMBERS = 0.2
"""Two numbers are similar when they differ by at most this share of the larger one."""


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What can be compared of a cell."""

    empty: str | None
    """One of the four kinds of empty; None when something is known."""
    codes: frozenset[str]
    numbers: frozenset[tuple[str, float]]
    """Numbers with their units."""
    words: dict[str, str]
    """All texts of the cell by language, folded."""


def facts_of(claims: Sequence[Claim]) -> CellFacts:
    """Gather what can be compared; a cell without claims, or with nothing but empties, is empty."""
    known = [claim for claim in claims if not is_empty(claim)]
    words: dict[str, str] = {}
    for claim in known:
        texts = claim.value.by_lang if isinstance(claim.value, Text) else {"": str(claim.value)}
        for lang, text in texts.items():
            words[lang] = f"{words.get(lang, '')} {fold(text)}".strip()
    return CellFacts(
        empty=None if known else next((str(claim.value) for claim in claims), "unknown"),
        codes=frozenset(code for claim in known for code in claim.code),
        numbers=frozenset(
            (_unit(claim), float(claim.value)) for claim in known if isinstance(claim.value, int | float)
        ),
        words=words,
    )


def _unit(claim: Claim) -> str:
    """Return what a number counts; a rate is a rate of something, and no other rate is like it."""
    if claim.unit == "percent" and claim.of:
        return f"percent of {fold(claim.of.pick('en')[0])}"
    return claim.unit or ""


def is_empty(claim: Claim) -> bool:
    """Say whether a claim is one of the four kinds of empty."""
    return isinstance(claim.value, str) and claim.value in EMPTY


def relation(cells: Iterable[Sequence[Claim]]) -> Relation:
    """Return the relation of all cells of a row: the weakest of its pairs."""
    facts = [facts_of(cell) for cell in cells]
    if any(fact.empty in ("unknown", "withheld") for fact in facts):
        return "unknown"
    if all(fact.empty == "not-applicable" for fact in facts):
        return "not-applicable"
    found = {_pair(one, other) for one, other in combinations(facts, 2)}
    weakest: tuple[Relation, ...] = ("different", "similar", "same")
    return next((step for step in weakest if step in found), "same")


def relation_of_parts(sides: Iterable[Sequence[Sequence[Claim]]]) -> Relation:
    """Return the relation of sides that have several parts each, as the laws of a country: the weakest of the parts' pairs.

    A part that says nothing is passed over where another part of its side says something.
    """
    speaking = [[part for part in side if facts_of(part).empty is None] or [_all(side)] for side in sides]
    found = {relation(parts) for parts in product(*speaking)}
    weakest: tuple[Relation, ...] = ("unknown", "different", "similar", "same")
    return next((step for step in weakest if step in found), "not-applicable")


def nearest_relation(part: Sequence[Claim], others: Iterable[Sequence[Claim]]) -> Relation:
    """Return the relation of a part to the one most like it among those of the other sides; unknown where all are silent."""
    if facts_of(part).empty == "not-applicable":
        return "not-applicable"
    found = {relation((part, other)) for other in others if facts_of(other).empty not in ("unknown", "withheld")}
    strongest: tuple[Relation, ...] = ("same", "similar", "different")
    return next((step for step in strongest if step in found), "unknown")


def _all(parts: Sequence[Sequence[Claim]]) -> list[Claim]:
    return [claim for part in parts for claim in part]


def _pair(one: CellFacts, other: CellFacts) -> Relation:
    if one.empty or other.empty:
        return "same" if one.empty == other.empty else "different"
    if one.codes and other.codes:
        return _by_codes(one, other)
    if one.numbers and other.numbers:
        return _numbers(one.numbers, other.numbers)
    return _words(one.words, other.words)


def _by_codes(one: CellFacts, other: CellFacts) -> Relation:
    """Compare codes; equal codes mean the same kind of thing, and the same thing only if the words agree too."""
    if one.codes == other.codes and _words(one.words, other.words) == "same":
        return "same"
    return "similar" if one.codes & other.codes else "different"


def _numbers(one: frozenset[tuple[str, float]], other: frozenset[tuple[str, float]]) -> Relation:
    if one == other:
        return "same"
    near = any(
        unit == unit_of_other and abs(number - peer) <= SIMILAR_NUMBERS * max(abs(number), abs(peer))
        for unit, number in one
        for unit_of_other, peer in other
    )
    return "similar" if near else "different"


def _words(one: dict[str, str], other: dict[str, str]) -> Relation:
    share = max((_dice(one[lang], other[lang]) for lang in one.keys() & other.keys()), default=0.0)
    if share >= SAME_WORDS:
        return "same"
    return "similar" if share >= SIMILAR_WORDS else "different"


def _dice(one: str, other: str) -> float:
    if one == other:
        return 1.0
    mine, theirs = _trigrams(one), _trigrams(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _trigrams(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
