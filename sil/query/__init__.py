"""Words and filters -> ranked hits, each with its reason."""

from sil.index.filters import Filters
from sil.query.answer import Answer, Hit, NameMeant, Near, Reason, Snippet, ThemeMeant, Understood
from sil.query.search import search

__all__ = [
    "Answer",
    "Filters",
    "Hit",
    "NameMeant",
    "Near",
    "Reason",
    "Snippet",
    "ThemeMeant",
    "Understood",
    "search",
]
