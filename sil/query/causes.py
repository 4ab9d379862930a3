"""Everything that speaks for each unit: the candidates of a search, with the causes that brought them."""

from sil.index.covering import covered
from sil.index.database import Database
from sil.index.filters import Filters
from sil.index.reading import units_by_number
from sil.index.search import (
    Label,
    having,
    labels_of,
    linking_to,
    passing,
    ranked_texts,
    spaced_texts,
    tagged,
    texts_with,
    with_address,
)
from sil.index.terms import all_of, every, needles_of, one_of, rarest, together
from sil.light import Iterable, NamedTuple, Sequence, defaultdict
from sil.query import weights
from sil.query.answer import NameMeant, ReasonKind, ThemeMeant, Understood, YearsMeant
from sil.query.grammar import Query
from sil.query.telling import told
from sil.text.asking import kept
from sil.text.fold import fold

_MOST_READ = 20
"""Texts that are read to see how much of the query stands in them."""
_FEW = 5
"""With fewer hits than this, texts that have only a part of the query are looked for too."""


class Cause(NamedTuple):
    """One thing that speaks for a unit."""

    score: float
    kind: ReasonKind
    needles: tuple[str, ...] = ()
    """What to look for in its passages (`sil.index.terms.needles_of`)."""
    field: str = ""
    """Field that brought it, when no text did."""
    via: str = ""
    said: str = ""
    matched: str = ""


Causes = dict[int, list[Cause]]
"""Causes by the number of the unit."""


class Search(NamedTuple):
    """A search under way."""

    db: Database
    query: Query
    understood: Understood
    filters: Filters
    found: dict[tuple[str, Filters], list[tuple[int, float]]]
    """What was found by an expression under some filters, with its strength: the same is often asked twice."""


def causes(search: Search) -> Causes:
    """Return what speaks for each unit that is found."""
    found: Causes = defaultdict(list)
    if not search.query.words:
        for number in passing(search.db, search.filters):
            found[number].append(Cause(weights.FILTER, "filter"))
        return _without_excluded(search, found)
    _by_id(search, found)
    _by_words(search, found)
    _by_essence(search, found)
    for theme in search.understood.themes:
        _by_theme(search, theme, found)
    for name in search.understood.names:
        _by_name(search, name, found)
    _by_hints(search, found)
    if len(found) < _FEW:
        _by_parts(search, found)
    _by_country(search, found)
    _by_kind(search, found)
    _by_years(search, found)
    return _without_excluded(search, found)


def _without_excluded(search: Search, found: Causes) -> Causes:
    """Leave out what has any of the words that are not wanted."""
    expression = one_of(
        together(part.text) if part.is_phrase else all_of([part.text]) for part in search.query.excluded
    )
    for number in texts_with(search.db, expression, search.filters):
        found.pop(number, None)
    return found


def _by_country(search: Search, found: Causes) -> None:
    """Let what belongs to a country that the query names come before the rest."""
    codes = tuple(country.code for country in search.understood.countries)
    if codes:
        _prefer(passing(search.db, search.filters._replace(countries=codes)), "country", found)


def _by_kind(search: Search, found: Causes) -> None:
    """Let what is of a kind that the query names come before the rest."""
    kinds = tuple(kind.kind for kind in search.understood.kinds)
    if kinds and not search.filters.kinds:
        _prefer(passing(search.db, search.filters._replace(kinds=kinds)), "kind", found)


def _by_years(search: Search, found: Causes) -> None:
    """Let what falls into years that the query names, or speaks of them, come before the rest."""
    for years in search.understood.years:
        speaking = texts_with(search.db, years.written, search.filters)
        within = passing(search.db, _within(search.filters, years))
        _prefer([*within, *speaking], "year", found)


def _by_hints(search: Search, found: Causes) -> None:
    """Find all that is of the kind or of the year, when the query asks for nothing else."""
    asked = search.understood
    if search.query.is_plain and not (asked.essence or asked.names) and (asked.kinds or asked.years):
        filters = search.filters._replace(
            kinds=search.filters.kinds or tuple(kind.kind for kind in asked.kinds),
            countries=search.filters.countries or tuple(country.code for country in asked.countries),
        )
        hints = [one.said for part in (asked.kinds, asked.countries) for one in part]
        said = ", ".join([*hints, *(told(years, search.query.text) for years in asked.years)])
        for years in asked.years:
            filters = _within(filters, years)
            for number, strength in _strengths(search, years.written):
                found[number].append(Cause(weights.DATED.at(strength), "word", years.needles))
        for number, unit in units_by_number(search.db, passing(search.db, filters)).items():
            began = any(years.first <= (unit.first_year or 0) <= years.last for years in asked.years)
            cause = Cause(weights.WITHIN if began else weights.FILTER, "hint", field="kind", matched=said)
            found[number].append(cause)


def _within(filters: Filters, years: YearsMeant) -> Filters:
    """Return filters that ask for years too."""
    return filters._replace(
        first_year=max(filters.first_year or years.first, years.first),
        last_year=min(filters.last_year or years.last, years.last),
    )


def _prefer(units: Iterable[int], field: str, found: Causes) -> None:
    """Raise units that the query only hints at, and lower the rest."""
    wanted = set(units)
    for number, of_one in found.items():
        if number in wanted:
            of_one.append(Cause(0.0, "hint", field=field))
        elif not any(cause.kind == "id" for cause in of_one):
            of_one[:] = [cause._replace(score=cause.score * weights.BESIDE) for cause in of_one]


def is_dated(found: Sequence[Cause]) -> bool:
    """Whether a unit is of the years that the query names, or speaks of them."""
    return any(cause.kind == "hint" and cause.field == "year" for cause in found)


def total(found: Sequence[Cause]) -> float:
    """Return the score of a unit: that of its best cause, raised by others of another nature (text, tag, link, id)."""
    if len(found) == 1:
        return found[0].score
    best = max(cause.score for cause in found)
    further = len({(cause.kind, cause.field, cause.via) if cause.field else "text" for cause in found}) - 1
    return best + (1 - best) * (1 - (1 - weights.AGREEMENT) ** further)


def _by_id(search: Search, found: Causes) -> None:
    address = search.query.text.strip().lower()
    for number in with_address(search.db, address, search.filters):
        found[number].append(Cause(weights.ID, "id", field="id", matched=address))


def _by_words(search: Search, found: Causes) -> None:
    hints = {country.said for country in search.understood.countries}
    dated = {word for years in search.understood.years for word in years.said.split()}
    hints |= dated
    groups = search.query.groups()
    asked = [
        one_of(together(part.text) if part.is_phrase else all_of([part.text]) for part in group)
        for group in groups
        if not all(kept(part.text) in hints for part in group)
    ]
    if not asked and not search.understood.years:
        asked = [one_of(all_of([part.text]) for part in group) for group in groups]
    needles = needles_of(" ".join(part.text for part in search.query.words if kept(part.text) not in dated))
    needles += _figures(search)
    for number, strength in _strengths(search, every(asked)):
        found[number].append(Cause(weights.WORDS.at(strength), "word", needles))


def _figures(search: Search) -> tuple[str, ...]:
    """Return what to look for where the years stand that the query names."""
    return tuple(needle for years in search.understood.years for needle in years.needles)


def _by_essence(search: Search, found: Causes) -> None:
    """Find what has all that a question is about, though not the words that only ask."""
    asked = search.understood
    words = [word for word in asked.essence if word not in asked.missing]
    if search.query.is_plain and words and not asked.names:
        span = weights.MOST if asked.missing else weights.ESSENCE
        needles = needles_of(" ".join(words)) + _figures(search)
        for number, strength in _strengths(search, all_of(words)):
            found[number].append(Cause(span.at(strength), "part" if asked.missing else "word", needles))


def _by_theme(search: Search, theme: ThemeMeant, found: Causes) -> None:
    """Find what has any label of a theme and the rest of the query; and, by its tags, what has only the rest."""
    labels = labels_of(search.db, theme.id)
    rest = all_of(theme.rest)
    scattered = _scattered(search, labels)
    needles = tuple(dict.fromkeys(label.needle for label in labels))
    for number, strength in _strengths(search, every([one_of(label.expression for label in labels), rest])):
        if number in scattered:
            continue
        found[number].append(Cause(weights.SYNONYM.at(strength), "synonym", needles, via=theme.id, said=theme.label))
    allowed = texts_with(search.db, rest, search.filters) if rest else None
    is_part = bool(search.understood.countries or search.understood.kinds)
    for number, is_theme in tagged(search.db, theme.id, search.filters):
        if allowed is None or number in allowed:
            score = (weights.THEME_IN_PART if is_part else weights.THEME) if is_theme and not rest else weights.TAGGED
            cause = Cause(score, "synonym", field="themes", via=theme.id, said=theme.label, matched=labels[0].text)
            found[number].append(cause)


def _scattered(search: Search, labels: Sequence[Label]) -> set[int]:
    """Return the units in which the pieces of a label of several scripts, as 第33条, stand apart and no label whole."""
    found = _with_labels(search, [label for label in labels if label.is_loose])
    if found:
        found -= _with_labels(search, [label for label in labels if not label.is_loose])
        found -= having(search.db, found, [label.needle for label in labels])
    return found


def _with_labels(search: Search, labels: Sequence[Label]) -> set[int]:
    expression = one_of(label.expression for label in labels)
    return texts_with(search.db, expression, search.filters)


def _by_name(search: Search, name: NameMeant, found: Causes) -> None:
    """Find the organisation that is named, and what refers to it; where more is asked, only what has the rest too."""
    asked = search.understood
    said = {word for one in asked.names for word in fold(one.said).split()} | set(asked.missing)
    expression = all_of(word for word in asked.essence if word not in said)
    allowed = texts_with(search.db, expression, search.filters) if expression else None
    needles = needles_of(name.name)
    for number in with_address(search.db, name.id, search.filters, "org"):
        is_all = (allowed is None or number in allowed) and {kind.kind for kind in asked.kinds} <= {"org"}
        is_all = is_all and {one.said for one in asked.names} == {name.said} and not asked.years
        score = weights.NAME if is_all else weights.NAMED
        found[number].append(Cause(score, "name", needles, "names.text", name.id, name.said, name.name))
    for number, field in linking_to(search.db, "org", name.id, search.filters):
        if allowed is None or number in allowed:
            found[number].append(Cause(weights.LINKED, "name", (), field, name.id, name.said, name.name))


def _by_parts(search: Search, found: Causes) -> None:
    """Find what has a good part of the query, unless it asks for a phrase: some of the words, or long pieces of them."""
    if search.understood.phrases:
        return
    text = " ".join(search.understood.essence) or search.query.text
    asked = rarest(search.db.rows, text)
    strengths = dict(_strengths(search, asked.expression))
    near = list(strengths)[:_MOST_READ]
    needles = needles_of(text)
    enough = weights.enough(len(needles), beside_others=bool(found))
    for number, said in spaced_texts(search.db, near).items():
        share, pieces = covered(needles, said)
        if share >= enough and number not in found:
            found[number].append(Cause(weights.PART.at(weights.in_part(share, strengths[number])), "part", pieces))


def _strengths(search: Search, expression: str) -> list[tuple[int, float]]:
    """Return the units that an expression finds, with strengths of which the highest is 1."""
    key = expression, search.filters
    if key not in search.found:
        found = ranked_texts(search.db, expression, search.filters)
        search.found[key] = [(number, strength / found[0][1]) for number, strength in found]
    return search.found[key]
