"""What is asked of the text index: phrases that must all stand in a text, or the rarest terms of a query."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sil.text.grams import BARRIER, index_terms, query_phrases, query_terms

Rows = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""Runs a statement with its values and returns all rows."""

_MOST_TERMS = 24
_FEWEST_TERMS = 6
_MOST_TEXTS = 4000
"""An OR visits every text that has one of its terms, so frequent terms are left out once the rare ones have filled
this; 24 terms rank as well as all (measured on Thai and Japanese questions, keywords and slips)."""


def stored_terms(texts: Iterable[str]) -> str:
    """Return the terms of the texts of one column, as the text index takes them; no phrase reaches over two texts."""
    return f" {BARRIER} ".join(" ".join(index_terms(text)) for text in texts)


def all_of(texts: Iterable[str]) -> str:
    """Return the expression for texts that contain every run of the given texts; empty if there is nothing to ask."""
    return " AND ".join(dict.fromkeys(_phrase(terms) for text in texts for terms in query_phrases(text)))


def one_of(texts: Iterable[str]) -> str:
    """Return the expression for texts that contain one of the given texts whole."""
    return " OR ".join(f"({expression})" for text in texts if (expression := all_of([text])))


def rarest_of(rows: Rows, text: str) -> str:
    """Return the expression for texts that share the rarest terms of a query; empty if none is known."""
    wanted = query_terms(text)
    marks = ",".join("?" * len(wanted))
    found = rows(f"SELECT term, doc FROM terms WHERE term IN ({marks}) ORDER BY doc, term LIMIT {_MOST_TERMS}", wanted)  # noqa: S608
    chosen: list[str] = []
    texts = 0
    for term, count in found:
        texts += count
        if texts > _MOST_TEXTS and len(chosen) >= _FEWEST_TERMS:
            break
        chosen.append(term)
    return " OR ".join(_phrase([term]) for term in chosen)


def _phrase(terms: Iterable[str]) -> str:
    return f'"{" ".join(terms)}"'
