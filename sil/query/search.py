"""A search: the query is understood, candidates are gathered and ordered, and each hit is given its reason."""

from collections.abc import Sequence

from sil.index import Filters, Index, Unit
from sil.index.database import Database
from sil.index.reading import units_by_number
from sil.index.search import Found, first_passage, labels_in, passage_with
from sil.query.answer import Answer, Hit, Reason, Understood
from sil.query.causes import Cause, Search, causes, total
from sil.query.grammar import Query, parse
from sil.query.snippet import snippet
from sil.query.understanding import understand
from sil.text.fold import fold

_KINDS = ("org", "policy", "lesson", "exchange", "collaboration", "follow-up", "theme")
"""Order of hits with the same score."""


def search(index: Index, query: str, filters: Filters, lang: str = "en", limit: int = 20) -> Answer:
    """Return what is found for a query, best first, each with its reason; `lang` is the language preferred."""
    parsed = parse(query)
    answer = index.ask(
        lambda db: _answer(Search(db, parsed, _understood(db, index, parsed, filters), filters), lang, limit)
    )
    if answer.count:
        return answer
    from sil.query.nearest import nearest  # noqa: PLC0415 - only an empty answer pays for comparing spellings

    answer.nearest = nearest(index, parsed.text)
    return answer


def _understood(db: Database, index: Index, query: Query, filters: Filters) -> Understood:
    return understand(query, filters, labels_in(db, fold(query.text)), index.names)


def _answer(search: Search, lang: str, limit: int) -> Answer:
    db = search.db
    found = causes(search)
    scores = {number: total(of_one) for number, of_one in found.items()}
    best = sorted(scores, key=lambda number: (-scores[number], number))[: limit * 2]
    units = units_by_number(db, best)
    best.sort(key=lambda number: (-round(scores[number], 4), _KINDS.index(units[number].kind), units[number].address))
    hits = tuple(_hit(db, units[number], found[number], scores[number], lang) for number in best[:limit])
    return Answer(search.understood, hits, len(found))


def _hit(db: Database, unit: Unit, found: Sequence[Cause], score: float, lang: str) -> Hit:
    cause = max(found, key=lambda cause: cause.score)
    passage = passage_with(db, unit.number, cause.needles, lang)
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
    if cause.field and not (passage and cause.field == passage.field):
        return Reason(cause.kind, cause.field, "", cause.matched, cause.via, cause.said)
    if passage is None:
        return Reason(cause.kind, "id", "", cause.matched, cause.via, cause.said)
    kind = "id" if passage.field == "id" else cause.kind
    return Reason(kind, passage.field, passage.lang, marked or cause.matched, cause.via, cause.said)
