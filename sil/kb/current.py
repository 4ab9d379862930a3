"""An exchange as it is told today: each body by the id it has now, and for each side of a lesson its countries."""

from sil.light import Callable, Iterable, Iterator, Mapping, cache, replace
from sil.records.exchange import Exchange, Lesson, Party
from sil.records.organisation import Organisation


class Known(Mapping[str, Organisation]):
    """The organisations by their ids, also by those they had before they were merged; read when they are looked up."""

    def __init__(self, find: Callable[[str], Organisation | None], every: Callable[[], Iterable[Organisation]]) -> None:
        """Take what reads one by any id of it, None where there is none, and what reads all."""
        self._find = cache(find)
        self._every = every

    def __getitem__(self, identifier: str) -> Organisation:
        one = self._find(identifier)
        if one is None:
            raise KeyError(identifier)
        return one

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for one in self._every() for name in (one.id, *one.merged_ids)))

    def __len__(self) -> int:
        return len(list(iter(self)))


def current(exchange: Exchange, known: Mapping[str, Organisation]) -> Exchange:
    """Return an exchange that names each organisation by the id it has now, so that one that was merged is not two.

    A side of a lesson that names bodies but no country gets the countries of those bodies.
    """

    def now(org: str) -> str:
        return known[org].id if org in known else org

    def each(orgs: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(now, orgs)))

    def side(party: Party) -> Party:
        homes = (known[org].country for org in party.orgs if org in known)
        countries = party.countries or tuple(dict.fromkeys(home for home in homes if home))
        return replace(party, countries=countries, orgs=each(party.orgs))

    def lesson(one: Lesson) -> Lesson:
        owner = now(one.owner) if one.owner else None
        return replace(one, learned_by=side(one.learned_by), learned_from=side(one.learned_from), owner=owner)

    return replace(
        exchange,
        organisers=each(exchange.organisers),
        funders=each(exchange.funders),
        participants=tuple(replace(part, org=now(part.org)) for part in exchange.participants),
        meetings=tuple(replace(meeting, orgs=each(meeting.orgs)) for meeting in exchange.meetings),
        learning_questions=tuple(replace(one, asked_by=each(one.asked_by)) for one in exchange.learning_questions),
        agenda=tuple(replace(item, host=now(item.host) if item.host else None) for item in exchange.agenda),
        lessons=tuple(map(lesson, exchange.lessons)),
        follow_ups=tuple(replace(one, who=each(one.who), to=each(one.to)) for one in exchange.follow_ups),
        collaborations=tuple(replace(work, parties=each(work.parties)) for work in exchange.collaborations),
    )
