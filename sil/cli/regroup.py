"""Names that the words of a comparison were meant to be: of several words without quotation marks, or with words between.

Only a comparison that cannot be made pays for it, and its line is offered, never run.
"""

from itertools import combinations, pairwise

from sil.light import TYPE_CHECKING, Iterator, Sequence, cache
from sil.text.escape import argument
from sil.text.fold import fold

if TYPE_CHECKING:
    from sil.kb import KnowledgeBase

BETWEEN = frozenset({"vs", "versus", "v", "and", "with", "กับ", "และ", "เทียบกับ", "と", "対", "&", "x"})
"""Words that stand between names and belong to none, folded."""
_SEPARATORS = str.maketrans(";/、，", ",,,,")
_MOST = 8
"""Words of which names are made, at most: every way to part them is looked at."""


def line(kb: "KnowledgeBase", names: Sequence[str]) -> str | None:
    """Return the command line that compares the organisations that the words name, best; None if they name no two."""

    @cache
    def match(text: str) -> tuple[float, str]:
        found = kb.names.resolution(text) if fold(text) else None
        return (found.matches[0].score, found.matches[0].id) if found and found.status == "match" else (0.0, "")

    words, borders = _words(names)
    best: tuple[float, list[str]] = (0.0, [])
    for parts in _parted(words, borders) if len(words) <= _MOST else ():
        matches = [match(part) for part in parts]
        if len({found for _, found in matches if found}) == len(parts) > 1:
            best = max(best, (sum(score for score, _ in matches) / len(parts), parts))
    typed = (one if one.replace("-", "").isalnum() else argument(one) for one in best[1])
    return f"sil compare {' '.join(typed)}" if best[1] else None


def without_between(names: Sequence[str]) -> list[str]:
    """Return the names without the words that only stand between them."""
    return [name for name in names if fold(name) not in BETWEEN]


def _words(names: Sequence[str]) -> tuple[list[str], set[int]]:
    """Return the words of which names may be made, and the places between them that no name goes across.

    What was given as one, as between quotation marks, is one word, unless it holds more than a name.
    """
    words: list[str] = []
    borders: set[int] = set()
    for name in names:
        pieces = name.translate(_SEPARATORS).split(",")
        holds_more = len(pieces) > 1 or not BETWEEN.isdisjoint(map(fold, name.split()))
        for piece in pieces:
            borders |= {len(words)} if holds_more else set()
            for word in piece.split() if holds_more else [piece.strip()]:
                if not fold(word) or fold(word) in BETWEEN:
                    borders.add(len(words))
                else:
                    words.append(word)
    return words, borders


def _parted(words: Sequence[str], borders: set[int]) -> Iterator[list[str]]:
    """Yield every way to make names of words that stand together."""
    free = [place for place in range(1, len(words)) if place not in borders]
    fixed = {place for place in borders if 0 < place < len(words)}
    for size in range(len(free) + 1):
        for chosen in combinations(free, size):
            places = [0, *sorted(fixed | set(chosen)), len(words)]
            yield [" ".join(words[start:end]) for start, end in pairwise(places)]
