"""How much each reason counts: the one place that orders hits of different kinds.

A hit scores by its best reason, and a little more for each other one. Within a reason the strongest text (BM25) gets
the upper end of its span and the others less in proportion.
"""

from sil.light import NamedTuple


class Span(NamedTuple):
    """Scores that a reason gives, from the weakest to the strongest."""

    low: float
    high: float

    def at(self, strength: float) -> float:
        """Return the score for a strength between 0 and 1."""
        return self.low + (self.high - self.low) * strength


ID = 1.0
NAME = 0.97
"""The organisation that is named."""
THEME = 0.95
"""The theme that is named, when nothing else is asked."""
THEME_IN_PART = 0.65
"""The theme that is named beside a country or a kind of record."""
WORDS = Span(0.6, 0.8)
"""All words of the query."""
ESSENCE = Span(0.55, 0.75)
"""All that a question is about, without the words that ask."""
MOST = Span(0.4, 0.6)
"""All that a question is about but for words that no text has."""
DATED = Span(0.4, 0.5)
"""The year, when nothing else is asked but a kind or a country."""
NAMED = 0.5
"""The organisation that is named beside words that it does not have."""
SYNONYM = Span(0.5, 0.75)
"""Another word of a theme that the query names."""
TAGGED = 0.5
"""The theme without any of its words."""
LINKED = 0.45
"""A reference to an organisation that the query names."""
BESIDE = 0.8
"""Share of its score that a hit keeps when the query names another country or kind of record."""
WITHIN = 0.55
"""What began in the year that is asked for, when nothing else is asked but a kind or a country."""
FILTER = 0.5
"""Nothing but filters: all are alike."""
PART = Span(0.05, 0.4)
"""Some of the words."""
AGREEMENT = 0.4
"""Share of the way up to 1 that each further reason adds."""

TITLE = 0.5
"""Share of the way up to 1 that a title adds in which the whole query stands."""

_RANK = 0.5
_ENOUGH, _ENOUGH_BESIDE_OTHERS = 0.5, 0.75
_FEW_WORDS = 4


def enough(words: int, *, beside_others: bool) -> float:
    """Return the share of a query's pieces that a text must have to be a hit for them.

    More is asked when there are hits for better reasons; less of a whole sentence, which says much besides.
    """
    return _ENOUGH_BESIDE_OTHERS if beside_others else _ENOUGH * min(1.0, (_FEW_WORDS / max(words, 1)) ** 0.5)


def in_part(share: float, strength: float) -> float:
    """Return the strength of a text that has a share of the query: most by the share, a little by its rank (BM25)."""
    return share * (1 - _RANK + _RANK * strength)
