"""A search: the query is understood, candidates are gathered and ordered, and each hit is given its reason."""

from sil.index import Filters, Index, Unit
from sil.index.covering import covered
from sil.index.database import Database
from sil.index.reading import units_by_number
from sil.index.search import Found, first_passage, has_any, labels_in, passage_with, spaced_titles
from sil.index.terms import all_of, needles_of
from sil.index.unit import FOREVER
from sil.light import Callable, Iterable, Mapping, NamedTuple, Sequence, defaultdict, partial
from sil.query import weights
from sil.query.answer import Answer, Facets, Hit, Reason, Understood
from sil.query.causes import Cause, Causes, Search, causes, is_dated, total
from sil.query.grammar import Query, parse
from sil.query.snippet import snippet
from sil.query.understanding import understand
from sil.text.fold import fold
from sil.text.scripts import language_of
from sil.text.spelling import standard

_KINDS = ("org", "policy", "lesson", "exchange", "collaboration", "follow-up", "theme")
"""Order of hits with the same score."""

_FEW = 5
"""Fewer hits than this may be the scraps of a name whose syllables stand apart."""
_LEAST_HEARD = 2
"""Words that may be the syllables of one name; a single word is found by its letters."""

_NEAR = 20
"""Hits behind the last that is shown, which may come before it by their titles."""


def search(
    index: Index,
    query: str,
    filters: Filters,
    lang: str = "en",
    limit: int = 20,
    *,
    where: Sequence[tuple[str, str]] = (),
    facets: bool = False,
) -> Answer:
    """Return what is found for a query, best first, each with its reason; `lang` is the language preferred.

    `filters` and `where` (fields of the record with their values) hold beside those of the query itself. `facets` counts
    all that was found by country, theme, kind and year. Raises UsageError for a field no record has, and for a value that
    a field cannot have.
    """
    parsed = parse(query)
    asked = _Asked(parsed, query, filters, where)
    answer = index.ask(lambda db: _answer(db, index, asked, lang=lang, limit=limit, facets=facets))
    if not answer.count and (parsed.fields or where):
        from sil.query.fields import conditions  # noqa: PLC0415 - only an empty answer to a query with fields pays for it
        from sil.query.held import unmet_in  # noqa: PLC0415

        answer.unmet = index.ask(lambda db: unmet_in(db, conditions(db, parsed, query, filters, where)))
    if answer.count or not parsed.text:
        return answer
    from sil.query.nearest import nearest  # noqa: PLC0415 - only an empty answer pays for comparing spellings

    answer.nearest = nearest(index, parsed.text)
    return answer


class _Asked(NamedTuple):
    """What is asked: the query taken apart and as typed, and what holds beside it."""

    query: Query
    typed: str
    filters: Filters
    where: Sequence[tuple[str, str]]


def _answer(db: Database, index: Index, asked: _Asked, *, lang: str, limit: int, facets: bool) -> Answer:
    query, filters = asked.query, asked.filters
    keeps: Callable[[Unit], bool] | None = None
    if query.fields or asked.where:
        from sil.query.fields import conditions  # noqa: PLC0415 - only a query with fields pays for these
        from sil.query.held import passes  # noqa: PLC0415

        on_fields = conditions(db, query, asked.typed, filters, asked.where)
        filters = on_fields.filters
        if on_fields.wanted or on_fields.unwanted:
            keeps = partial(passes, db, asked=on_fields)
    understood = understand(query, filters, labels_in(db, fold(standard(query.text))), index.names)
    as_asked = understood
    if query.is_plain and understood.essence and not has_any(db, all_of(understood.essence)):
        from sil.query.unknown import recognised  # noqa: PLC0415 - only words that no text has together pay for it

        understood = recognised(db, index.names, understood)
    found = causes(Search(db, query, understood, filters, {}))
    if query.is_plain and understood.essence and _lacks_kinds(db, found, understood):
        from sil.query.unknown import named_by_all  # noqa: PLC0415 - only a question with a kind that is not found pays for it

        understood = named_by_all(index.names, understood)
        found = causes(Search(db, query, understood, filters, {}))
    if query.is_plain and (heard := _heard(db, index, as_asked, understood, found)):
        understood = heard
        found = causes(Search(db, query, understood, filters, {}))
    if any(word.isupper() or "." in word for word in query.text.split()):
        from sil.query.acronyms import prefer_acronyms  # noqa: PLC0415 - only a query with capitals or dots pays for it

        prefer_acronyms(db, query, found)
    if keeps:
        units = units_by_number(db, tuple(found))
        found = {number: of_one for number, of_one in found.items() if keeps(units[number])}
    counted = _facets(units_by_number(db, tuple(found)).values()) if facets else {}
    dated = sum(map(is_dated, found.values()))
    return Answer(understood, _hits(db, found, query.text, lang, limit), len(found), facets=counted, dated=dated)


def _lacks_kinds(db: Database, found: Causes, understood: Understood) -> bool:
    """Whether a question names kinds, and its words bring none of them: then they may be a name, as in "kong din so lessons"."""
    kinds = {meant.kind for meant in understood.kinds}
    if not kinds or understood.names or understood.themes:
        return False
    return kinds.isdisjoint(unit.kind for unit in units_by_number(db, tuple(found)).values())


def _heard(
    db: Database, index: Index, as_asked: Understood, understood: Understood, found: Causes
) -> Understood | None:
    """Return the question as the name of an organisation heard by sound, when its words bring that one and few others."""
    if understood.names or understood.themes or len(as_asked.essence) < _LEAST_HEARD or not 0 < len(found) < _FEW:
        return None
    organisations = {unit.address for unit in units_by_number(db, tuple(found)).values() if unit.kind == "org"}
    if not organisations:
        return None
    from sil.query.unknown import named_by_all  # noqa: PLC0415 - only few hits with an organisation among them pay for it

    heard = named_by_all(index.names, as_asked)
    return heard if {name.id for name in heard.names} & organisations else None


def _hits(db: Database, found: Causes, text: str, lang: str, limit: int) -> tuple[Hit, ...]:
    scores = {number: total(of_one) for number, of_one in found.items()}
    later = {number: not is_dated(of_one) for number, of_one in found.items()}
    best = sorted(scores, key=lambda number: (later[number], -scores[number], number))[: limit + _NEAR]
    units = units_by_number(db, best)
    for number, share in _titled(db, needles_of(text), best).items():
        scores[number] += (1 - scores[number]) * weights.TITLE * share
    kinds = {number: _KINDS.index(unit.kind) for number, unit in units.items()}
    best.sort(key=lambda one: (later[one], -round(scores[one], 4), kinds[one], units[one].address))
    read = _read(text, lang)
    return tuple(_hit(db, units[number], found[number], scores[number], read) for number in best[:limit])


def _read(text: str, lang: str) -> tuple[str, ...]:
    """Return the languages a text found is best shown in: that of the query, where its letters tell, and the reader's."""
    asked = language_of(text)
    return (lang,) if asked == "en" else tuple(dict.fromkeys((asked, lang)))


def _titled(db: Database, needles: Sequence[str], units: Sequence[int]) -> dict[int, float]:
    """Return how much of a query stands in a title or name of each unit."""
    shares: dict[int, float] = {}
    for unit, title in spaced_titles(db, units) if needles else ():
        shares[unit] = max(shares.get(unit, 0.0), covered(needles, title)[0])
    return shares


def _facets(units: Iterable[Unit]) -> Facets:
    """Count what was found by country, theme, kind and year, the most frequent first."""
    counts: Mapping[str, dict[str, int]] = {name: defaultdict(int) for name in ("country", "theme", "kind", "year")}
    for unit in units:
        first = unit.first_year or 0
        last = unit.last_year if unit.last_year and unit.last_year != FOREVER else first
        years = map(str, range(first, last + 1)) if first else ()
        values = {"country": set(unit.countries), "theme": set(unit.themes), "kind": (unit.kind,), "year": years}
        for name, of_one in values.items():
            for value in of_one:
                counts[name][value] += 1
    return {
        name: tuple(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))) for name, counter in counts.items()
    }


def _hit(db: Database, unit: Unit, found: Sequence[Cause], score: float, langs: Sequence[str]) -> Hit:
    lang = langs[-1]
    cause = max(found, key=lambda cause: cause.score)
    passage = passage_with(db, unit.number, cause.needles, langs, are_equal=cause.kind == "synonym")
    shown = passage or first_passage(db, unit.number, lang) or Found("id", "", unit.address, ())
    piece = snippet(shown.text, shown.lang, shown.needles)
    marked = " … ".join(dict.fromkeys(piece.text[begin:end] for begin, end in piece.marks))
    title, title_lang = unit.title_in(lang)
    return Hit(
        unit.address, unit.kind, title, title_lang, ",".join(unit.countries) or None, round(score, 4),
        shown.field, shown.lang, piece, _reason(cause, passage, marked), unit.path, unit.line,
    )  # fmt: skip


def _reason(cause: Cause, passage: Found | None, marked: str) -> Reason:
    """Return the reason of a cause: what stands in the passage, unless the cause is a field without text."""
    if cause.kind == "filter":
        return Reason("filter", "", "", "")
    if cause.field and not (passage and cause.field == passage.field):
        return Reason(cause.kind, cause.field, "", cause.matched, cause.via, cause.said)
    if passage is None:
        return Reason(cause.kind, "id", "", cause.matched, cause.via, cause.said)
    kind = "id" if passage.field == "id" else cause.kind
    return Reason(kind, passage.field, passage.lang, marked or cause.matched, cause.via, cause.said)
