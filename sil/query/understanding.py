"""What a query means beyond its words: the themes, organisations, countries, kinds and years it names."""

from sil.index.filters import Filters
from sil.index.search import Label
from sil.index.terms import one_of
from sil.light import Iterator, Sequence
from sil.match.letters import letters_of
from sil.match.store import NameStore
from sil.query.answer import CountryMeant, KindMeant, NameMeant, ThemeMeant, Understood, YearsMeant
from sil.query.grammar import Query
from sil.text.asking import essence
from sil.text.fold import fold
from sil.text.spelling import standard

_MOST_WORDS = 8
"""A longer query is a sentence; no stretch of it is tried as a name."""


def understand(query: Query, filters: Filters, labels: Sequence[Label], names: NameStore) -> Understood:
    """Recognise themes, by the labels that stand in the query, organisations, by their exact names, countries and years."""
    folded = fold(standard(query.text))
    as_typed = fold(query.text)
    labels = sorted(labels, key=lambda label: (-len(label.folded), fold(label.text) not in as_typed))
    years = _years(folded) if query.is_plain else ()
    asked = essence(query.text, (said for one in years for said in one.said.split("\n")))
    return Understood(
        words=tuple(part.text for part in query.words if not part.is_phrase),
        phrases=tuple(part.text for part in query.words if part.is_phrase),
        themes=tuple(themes_in(folded, labels, asked.words)),
        names=tuple(_names([part.text for part in query.words], names) or _names(asked.words, names)),
        countries=tuple(CountryMeant(code, said) for code, said in asked.countries.items()),
        kinds=tuple(KindMeant(kind, said) for kind, said in asked.kinds.items()),
        years=years,
        essence=asked.words,
        filters=filters,
    )


def _years(folded: str) -> tuple[YearsMeant, ...]:
    """Return the years that a folded query names, from the first to the last, as one."""
    if not any(char.isdecimal() or char == "元" for char in folded):
        return ()
    from sil.query.dating import dates_in, needles, written  # noqa: PLC0415 - only a query with a number pays for it

    dates = tuple(dates_in(folded))
    if not dates:
        return ()
    years = [date.year for date in dates]
    said = "\n".join(dict.fromkeys(date.said for date in dates))
    return (YearsMeant(min(years), max(years), said, one_of(map(written, dates)), needles(dates)),)


def themes_in(folded: str, labels: Sequence[Label], words: Sequence[str]) -> Iterator[ThemeMeant]:
    """Yield the themes whose labels stand in a folded query, with those of its words that are beside them.

    The longest labels come first; one inside a longer one says nothing of its own.
    """
    taken = [False] * len(folded)
    seen: dict[str, tuple[int, int]] = {}
    for label in labels:
        start = _place(folded, label.folded)
        end = start + len(label.folded)
        if start < 0 or (any(taken[start:end]) and seen.get(label.folded) != (start, end)):
            continue
        taken[start:end] = [True] * (end - start)
        seen[label.folded] = start, end
        yield ThemeMeant(label.theme, label.text, label.lang, tuple(_beside(words, label)))


def _beside(words: Sequence[str], label: Label) -> list[str]:
    """Return the words of a question beside a label that stands in it."""
    left = f" {' '.join(words)} "
    for said in (label.folded, *essence(label.text).words):
        if (place := _place(left, said)) >= 0:
            left = f"{left[:place]} {left[place + len(said) :]}"
    return left.split()


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
    keys = letters_of(text).keys
    raw, core = keys.get("raw", ()), keys.get("core", ())
    rows = [*names.by_key("raw", raw), *names.by_key("core", core), *names.by_key("initials", raw)]
    found = {row.id: NameMeant(row.id, row.name, text) for row in reversed(rows)}
    return list(reversed(found.values()))
