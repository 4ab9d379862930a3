"""What is asked of the text index: phrases that must all stand in a text, or the rarest terms of a query."""

from sil.light import Any, Callable, Iterable, NamedTuple, Sequence
from sil.text.grams import BARRIER, Run, asked_runs, query_phrases, query_terms, runs, stem, terms_of
from sil.text.scripts import HAN, KANA, THAI, script_of

Rows = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""Runs a statement with its values and returns all rows."""

_MOST_TERMS = 24
_FEWEST_TERMS = 6
_MOST_TEXTS = 4000
"""An OR visits every text that has one of its terms, so frequent terms are left out once the rare ones have filled
this; 24 terms rank as well as all (measured on Thai and Japanese questions, keywords and slips)."""


class Rarest(NamedTuple):
    """The rarer terms of a query."""

    terms: tuple[str, ...]
    """Those that the index has, the rarest first."""
    wanted: int
    """How many there are, with those that the index does not have."""
    texts: tuple[int, ...]
    """How many texts have each of the terms."""

    @property
    def expression(self) -> str:
        """The expression for texts that have any of them."""
        return " OR ".join(_phrase([term]) for term in self.terms)


def stored_terms(texts: Iterable[Sequence[Run]]) -> str:
    """Return the terms of the texts of one column, given by their runs, as the text index takes them.

    No phrase reaches over two texts.
    """
    return f" {BARRIER} ".join(" ".join(terms_of(found)) for found in texts)


def spaced(found: Iterable[Run]) -> str:
    """Return a text, given by its runs, as it is looked into for needles: Latin words as stems, spaces around each run."""
    return f" {' '.join(stem(run) if run.isascii() else run for _, run in found)} "


def needles_of(text: str) -> tuple[str, ...]:
    """Return what to look for in spaced texts to find each run of a text."""
    return tuple(dict.fromkeys(run if is_glued(run) else f" {stem(run)} " for _, run in asked_runs(text)))


def whole_needle(text: str) -> str:
    """Return what to look for in spaced texts to find a text whole."""
    needle = spaced(runs(text))
    return needle.strip() if is_glued(needle.strip()) else needle


def all_of(texts: Iterable[str]) -> str:
    """Return the expression for texts that contain every run of the given texts; empty if there is nothing to ask."""
    return every(_phrase(terms) for text in texts for terms in query_phrases(text))


def one_of(expressions: Iterable[str]) -> str:
    """Return the expression for texts that any of some expressions finds."""
    return " OR ".join(dict.fromkeys(expression for expression in expressions if expression))


def together(text: str) -> str:
    """Return the expression for texts in which the words of a phrase stand side by side."""
    phrases: list[list[str]] = [[]]
    for _, run in runs(text):
        if is_glued(run):
            phrases += [*query_phrases(run), []]
        else:
            phrases[-1].append(stem(run))
    return every(_phrase(terms) for terms in phrases if terms)


def every(expressions: Iterable[str]) -> str:
    """Return the expression for texts that all of some expressions find."""
    asked = list(dict.fromkeys(expression for expression in expressions if expression))
    return " AND ".join(f"({expression})" for expression in asked) if len(asked) > 1 else "".join(asked)


def rarest(rows: Rows, text: str, further: Sequence[str] = ()) -> Rarest:
    """Return the rarest terms of a query, with further terms if it has any."""
    wanted = [*query_terms(text), *further]
    marks = ",".join("?" * len(wanted))
    found = rows(f"SELECT term, doc FROM terms WHERE term IN ({marks}) ORDER BY doc, term", wanted)  # noqa: S608
    chosen: list[str] = []
    counts: list[int] = []
    for term, count in found[:_MOST_TERMS]:
        if sum(counts) + count > _MOST_TEXTS and len(chosen) >= _FEWEST_TERMS:
            break
        chosen.append(term)
        counts.append(count)
    return Rarest(tuple(chosen), len(chosen) + len(wanted) - len(found), tuple(counts))


def is_glued(run: str) -> bool:
    """Whether a run is of a script that is written without spaces."""
    return script_of(run[:1]) in {THAI, KANA, HAN} if run else False


def _phrase(terms: Iterable[str]) -> str:
    return f'"{" ".join(terms)}"'
