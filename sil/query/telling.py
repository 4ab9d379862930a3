"""How what a query was taken for is told: in the words that were typed, beside what they mean."""

from sil.query.answer import YearsMeant
from sil.text.fold import fold
from sil.text.spelling import standard


def told(years: YearsMeant, query: str) -> str:
    """Return the years of a query as they were typed, and which they are if that is not what was typed."""
    typed = [_as_typed(said, query.split()) for said in years.said.split("\n")]
    meant = str(years.first) if years.first == years.last else f"{years.first}–{years.last}"
    figures = " ".join(typed)
    is_said = all(str(year) in figures for year in (years.first, years.last))
    return ", ".join(typed) if is_said else f"{', '.join(typed)} = {meant}"


def _as_typed(said: str, words: list[str]) -> str:
    """Return the words of a query that are a folded stretch of it; the stretch itself where it is glued to others."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            typed = " ".join(words[start:end])
            if fold(standard(typed)) == said:
                return typed
    return said
