"""The allowed word nearest to one that was not understood."""

from sil.light import Iterable

_LEAST_LIKENESS = 60.0
"""Per cent below which a guess helps nobody."""
_LONGEST = 100
"""Characters of a word that are looked at."""


def nearest(found: str, allowed: Iterable[str]) -> str:
    """Return the allowed word most like `found`, or nothing."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - nobody pays for it until something is wrong

    choices = {_folded(word): word for word in sorted(allowed)}
    best = process.extractOne(
        _folded(found[:_LONGEST]), choices.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
    )
    return choices[best[0]] if best else ""


def _folded(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
