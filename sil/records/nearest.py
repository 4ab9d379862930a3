"""The allowed word nearest to one that was not understood."""

from sil.light import Iterable, Mapping

_LEAST_LIKENESS = 60.0
"""Per cent below which a guess helps nobody."""
_LONGEST = 100
"""Characters of a word that are looked at."""


def nearest(found: str, allowed: Iterable[str]) -> str:
    """Return the allowed word most like `found`, or nothing."""
    near = likely(found, {word: word for word in sorted(allowed)}, 1)
    return near[0] if near else ""


def likely(found: str, names: Mapping[str, str], most: int, *, inside: bool = False) -> tuple[str, ...]:
    """Return what the names stand for that are most like `found`, the likeliest first.

    With `inside`, those come first that begin with it or in which it stands whole.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - nobody pays for it until something is wrong

    choices = {_folded(name): what for name, what in names.items()}
    wanted = _folded(found[:_LONGEST])
    near = process.extract(wanted, choices.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS, limit=None)
    having = [name for name in choices if inside and wanted and wanted in name]
    having.sort(key=lambda name: not name.startswith(wanted))
    return tuple(dict.fromkeys(choices[name] for name in (*having, *(name for name, _, _ in near))))[:most]


def _folded(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
