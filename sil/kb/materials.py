"""Gathers the records that comparisons of countries and reports are made from."""

from sil.errors import NothingFoundError
from sil.kb.records import Records
from sil.light import TYPE_CHECKING, Callable, Iterable, Mapping, Sequence, TypeVar
from sil.records.exchange import Collaboration, Exchange, FollowUp, Lesson
from sil.records.theme import Theme

if TYPE_CHECKING:
    from sil.views.briefing.material import BriefingMaterial
    from sil.views.countries import CountrySide
    from sil.views.theme import ThemeMaterial
    from sil.views.trip.material import TripMaterial

Part = TypeVar("Part", Lesson, FollowUp, Collaboration)


def country_sides(records: Records, theme: Theme, countries: Sequence[str]) -> "list[CountrySide]":
    """Return what is known of each country on a theme and those below it."""
    from sil.views.countries import CountrySide

    laws, bodies = (records.under(kind, [theme.id]) for kind in ("policy", "org"))
    lessons = _under(records, theme, "lesson", lambda exchange: exchange.lessons)
    return [
        CountrySide(
            country,
            tuple(law for law in records.policies if law.country == country and law.id in laws),
            tuple(org for org in records.organisations if org.country == country and org.id in bodies),
            tuple(
                (f"{exchange.id}/{lesson.id}", lesson, exchange.sources)
                for exchange, lesson in lessons
                if country in lesson.learned_by.countries
            ),
        )
        for country in dict.fromkeys(countries)
    ]


def _under(
    records: Records, theme: Theme, kind: str, parts: Callable[[Exchange], Iterable[Part]]
) -> list[tuple[Exchange, Part]]:
    """Return the parts of exchanges of a kind that belong to a theme or a narrower one, each with its exchange, by time."""
    chosen = records.under(kind, [theme.id])
    return [
        (exchange, part)
        for exchange in _by_time(records)
        for part in parts(exchange)
        if f"{exchange.id}/{part.id}" in chosen
    ]


def _by_time(records: Records) -> list[Exchange]:
    return sorted(records.exchanges, key=lambda exchange: (exchange.start, exchange.id))


def latest_trip(records: Records, today: str) -> Exchange:
    """Return the latest exchange held by a day (ISO date); online sessions are not trips."""
    held = _held(records, today)
    if not held:
        raise NothingFoundError("error.no-exchange", hint="hint.no-exchange")
    return max(held, key=lambda exchange: (exchange.start, exchange.id))


def _held(records: Records, today: str) -> list[Exchange]:
    from sil.views.phase import is_held

    return [exchange for exchange in records.exchanges if is_held(exchange, today) and exchange.kind != "online"]


def next_trip(records: Records, today: str) -> Exchange:
    """Return the next exchange from a day on (ISO date), else the latest trip that was held.

    Raises NothingFoundError when there is neither; it names the last that is planned still, though its dates are past.
    """
    from sil.views.phase import phase_on

    phases = [(exchange, phase_on(exchange, today)) for exchange in _by_time(records)]
    for exchange, phase in phases:
        if phase in ("ahead", "near"):
            return exchange
    overdue = [exchange for exchange, phase in phases if phase == "overdue"]
    if overdue and not _held(records, today):
        raise NothingFoundError("error.still-planned", hint="hint.still-planned", exchange=overdue[-1].id)
    return latest_trip(records, today)


def briefing_material(records: Records, exchange: Exchange, home: str, today: str) -> "BriefingMaterial":
    """Return an exchange with what was before it, those who meet, and the laws of its themes.

    `home` is the country whose side the readers are on; where it takes no part, the first visiting country is.
    """
    from sil.views.briefing import BriefingMaterial

    known = records.known
    roles = {part.org: known[part.org].country for part in exchange.participants if part.org in known}
    countries = [exchange.host_country, *exchange.visiting_countries]
    side = home if home in {*countries, *roles.values()} else next(iter(exchange.visiting_countries), "")
    ordered = list(dict.fromkeys(country for country in (side, *countries) if country))
    earlier = [
        other
        for other in records.exchanges
        if other.id != exchange.id and (other.start, other.id) < (exchange.start, "")
    ]
    themes = [theme for theme in records.themes if theme.id in exchange.themes]
    return BriefingMaterial(
        exchange=exchange,
        earlier=tuple(sorted(earlier, key=lambda other: (other.start, other.id), reverse=True)),
        organisations=known,
        themes=tuple((theme, tuple(country_sides(records, theme, ordered))) for theme in themes),
        today=today,
        under=records.under("theme", exchange.themes),
        home=side,
    )


def theme_material(records: Records, theme: Theme, home: str, today: str) -> "ThemeMaterial":
    """Return a theme with those below it, the countries that have laws or organisations of it, and its exchanges.

    The country `home` stands first, then the others by code.
    """
    from sil.views.theme import ThemeMaterial

    about = records.under("exchange", [theme.id])
    under = {kind: records.under(kind, [theme.id]) for kind in ("org", "policy")}
    chosen = [organisation for organisation in records.organisations if organisation.id in under["org"]]
    laws = [policy for policy in records.policies if policy.id in under["policy"]]
    bodies, acts = (organisation.country for organisation in chosen), (law.country for law in laws)
    ordered = sorted(
        {country for country in (*bodies, *acts) if country}, key=lambda country: (country != home, country)
    )
    return ThemeMaterial(
        theme=theme,
        narrower=tuple(other.id for other in records.themes if theme.id in other.broader),
        sides=tuple(country_sides(records, theme, ordered)),
        others=tuple(organisation for organisation in chosen if not organisation.country),
        under=records.under("theme", [theme.id]),
        lessons=tuple(_under(records, theme, "lesson", lambda exchange: exchange.lessons)),
        promises=tuple(_under(records, theme, "follow-up", lambda exchange: exchange.follow_ups)),
        collaborations=tuple(_under(records, theme, "collaboration", lambda exchange: exchange.collaborations)),
        exchanges=tuple(exchange for exchange in _by_time(records) if exchange.id in about),
        known=tuple(_by_time(records)),
        today=today,
    )


def trip_material(records: Records, exchange: Exchange, today: str) -> "TripMaterial":
    """Return an exchange with those before and after it in its programme, and the organisations in them."""
    from sil.views.trip import TripMaterial

    links = records.index.links_to(exchange.id, "exchange")
    after = [
        records.exchange(link.source) for link in links if (link.source_kind, link.field) == ("exchange", "follows")
    ]
    strands = {theme.id: _widest(theme, {other.id: other for other in records.themes}) for theme in records.themes}
    themes = tuple(theme for theme in records.themes if theme.id in exchange.themes)
    before = tuple(_before(records, exchange))
    return TripMaterial(exchange, before, tuple(after), records.known, strands, themes, today)


def _widest(theme: Theme, themes: Mapping[str, Theme]) -> str:
    """Return the widest theme above a theme, along the first broader one of each; a circle ends where it closes."""
    seen = [theme.id]
    while theme.broader and theme.broader[0] in themes and theme.broader[0] not in seen:
        theme = themes[theme.broader[0]]
        seen.append(theme.id)
    return seen[-1]


def _before(records: Records, exchange: Exchange) -> list[Exchange]:
    """Return the exchanges that an exchange follows, nearest first; a circle ends where it closes."""
    chain: list[Exchange] = []
    while exchange.follows and records.index.record("exchange", exchange.follows):
        exchange = records.exchange(exchange.follows)
        if exchange in chain:
            break
        chain.append(exchange)
    return chain
