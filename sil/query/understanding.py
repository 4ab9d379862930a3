"""What a query means beyond its words: the themes and organisations it names."""

from sil.index.filters import Filters
from sil.index.search import Label
from sil.light import Iterator, Sequence, cache
from sil.match.keys import shape_of
from sil.match.store import NameStore
from sil.query.answer import CountryMeant, KindMeant, NameMeant, ThemeMeant, Understood
from sil.query.asking import essence
from sil.query.grammar import Query
from sil.text.fold import fold
from sil.text.tables import load

_MOST_WORDS = 8
"""A longer query is a sentence; no stretch of it is tried as a name."""


def understand(query: Query, filters: Filters, labels: Sequence[Label], names: NameStore) -> Understood:
    """Recognise themes, by the labels that stand in the query, organisations, by their exact names, and countries."""
    countries = tuple(_countries(query))
    asked = essence(query.text, _said(countries))
    return Understood(
        words=tuple(part.text for part in query.words if not part.is_phrase),
        phrases=tuple(part.text for part in query.words if part.is_phrase),
        themes=tuple(_themes(fold(query.text), labels, _said(countries))),
        names=tuple(_names([part.text for part in query.words], names) or _names(asked.words, names)),
        countries=countries,
        kinds=tuple(KindMeant(kind, said) for kind, said in asked.kinds.items()),
        essence=asked.words,
        filters=filters,
    )


def _themes(folded: str, labels: Sequence[Label], countries: Sequence[str]) -> Iterator[ThemeMeant]:
    """Yield the themes of the longest labels; a label inside a longer one says nothing of its own."""
    taken = [False] * len(folded)
    seen: dict[str, tuple[int, int]] = {}
    for label in labels:
        start = _place(folded, label.folded)
        end = start + len(label.folded)
        if start < 0 or (any(taken[start:end]) and seen.get(label.folded) != (start, end)):
            continue
        taken[start:end] = [True] * (end - start)
        seen[label.folded] = start, end
        rest = essence(f"{folded[:start]} {folded[end:]}", countries).words
        yield ThemeMeant(label.theme, label.text, label.lang, rest)


def _place(folded: str, label: str) -> int:
    """Return where a label stands in a query; one in Latin letters must stand there as whole words."""
    place = folded.find(label)
    while place >= 0:
        end = place + len(label)
        if not (_joined(folded[place - 1 : place], label[0]) or _joined(label[-1], folded[end : end + 1])):
            return place
        place = folded.find(label, place + 1)
    return -1


def _joined(before: str, after: str) -> bool:
    """Whether two characters belong to one Latin word or number."""
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _countries(query: Query) -> Iterator[CountryMeant]:
    """Yield the countries that are named, by a word in Latin letters or within Thai or Japanese."""
    for part in query.words:
        said = fold(part.text)
        for name, code in _country_names().items():
            if said == name or (not name.isascii() and name in said):
                yield CountryMeant(code, part.text)


@cache
def _country_names() -> dict[str, str]:
    """Return the code of each country by its folded name in each language."""
    labels = load("labels")
    named = ((key.partition(".")[2], texts) for key, texts in labels.items() if key.startswith("country."))
    return {fold(text): code for code, texts in named for text in texts if text}


def _said(countries: Sequence[CountryMeant]) -> list[str]:
    """Return the names of countries that stand in a query, folded."""
    codes = {country.code for country in countries}
    return [name for name, code in _country_names().items() if code in codes]


def _names(words: Sequence[str], names: NameStore) -> list[NameMeant]:
    """Return organisations that words, or a stretch of them, name exactly; the longest stretch wins."""
    if len(words) > _MOST_WORDS:
        words = [" ".join(words)]
    found: list[NameMeant] = []
    taken: set[int] = set()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            stretch = range(start, start + size)
            if taken.isdisjoint(stretch):
                meant = _named(" ".join(words[start : start + size]), names)
                taken.update(stretch if meant else ())
                found += meant
    return found


def _named(text: str, names: NameStore) -> list[NameMeant]:
    keys = shape_of(text).keys
    raw, core = keys.get("raw", ()), keys.get("core", ())
    rows = [*names.by_key("raw", raw), *names.by_key("core", core), *names.by_key("initials", raw)]
    found = {row.id: NameMeant(row.id, row.name, text) for row in reversed(rows)}
    return list(reversed(found.values()))
