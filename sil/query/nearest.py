"""What a query that found nothing may have meant: names and words that look or sound like it."""

from rapidfuzz import fuzz, process

from sil.index import Index
from sil.match.engine import NameIndex
from sil.query.answer import Near
from sil.text.fold import fold

_MOST = 3
_LEAST, _LEAST_WORDS = 0.4, 0.65
"""A score below this is chance: of a name, and of the spelling of a title or label."""


def nearest(index: Index, text: str) -> tuple[Near, ...]:
    """Return up to three names, titles, ids or labels that are nearest to a text, best first."""
    found = [Near(match.matched, match.id, "org", match.score) for match in NameIndex(index.names).search(text, _MOST)]
    found += _words(index, fold(text))
    best: dict[tuple[str, str], Near] = {}
    for near in sorted(found, key=lambda near: -near.score):
        best.setdefault((near.kind, near.id), near)
    return tuple(near for near in best.values() if near.score >= _LEAST)[:_MOST]


def _words(index: Index, folded: str) -> list[Near]:
    """Return the titles, ids and labels whose spelling is nearest."""
    known = [(title, kind, address) for address, kind, titles in index.ids() for title in titles.values()]
    known += [(address, kind, address) for address, kind, _ in index.ids()]
    known += [(label.text, "theme", label.theme) for label in index.labels()]
    choices = [fold(text) for text, _, _ in known]
    near = process.extract(folded, choices, scorer=fuzz.ratio, limit=_MOST * 2)
    return [
        Near(known[place][0], known[place][2], known[place][1], round(score / 100, 4))
        for _, score, place in near
        if score >= _LEAST_WORDS * 100
    ]
