"""What a briefing is made from, and who in it is on which side."""

from sil.light import Mapping, dataclass
from sil.records.exchange import Exchange, FollowUp, Lesson
from sil.records.organisation import Organisation
from sil.records.theme import Theme
from sil.views.countries import CountrySide
from sil.views.phase import is_held

LOOKING_ON = ("broker", "observer")
"""Roles of those who bring together or watch: they take part, and are not who is visited."""


@dataclass(frozen=True, slots=True)
class BriefingMaterial:
    """The records a briefing is made from."""

    exchange: Exchange
    earlier: tuple[Exchange, ...]
    """Exchanges that began before this one, latest first."""
    organisations: Mapping[str, Organisation]
    themes: tuple[tuple[Theme, tuple[CountrySide, ...]], ...]
    """Themes of the exchange, each with what is known of the countries that take part."""
    today: str
    """Day the briefing is made on (ISO date): it says which promises are late."""
    under: frozenset[str]
    """The themes of the exchange and all those below them."""
    home: str
    """Country whose side the readers are on; empty when neither the settings nor the exchange say."""

    def country_of(self, org: str) -> str | None:
        """Return the country of an organisation."""
        return self.organisations[org].country if org in self.organisations else None

    @property
    def own(self) -> list[str]:
        """Organisations of our side, once each."""
        orgs = dict.fromkeys(part.org for part in self.exchange.participants)
        return [org for org in orgs if self.home and self.country_of(org) == self.home]

    @property
    def counterparts(self) -> list[str]:
        """Organisations that are met: those of other countries, without those that only bring together or watch."""
        own = set(self.own)
        parts = [part for part in self.exchange.participants if part.org not in own]
        return list(dict.fromkeys(part.org for part in parts if part.role not in LOOKING_ON))

    def strands(self, org: str) -> set[str]:
        """Return the themes of the strands that an organisation takes part in."""
        return {part.strand for part in self.exchange.participants if part.org == org and part.strand}

    def partners(self, org: str) -> list[str]:
        """Return who of our side faces a counterpart: those it meets, else those of its strand."""
        own = self.own
        met = [other for meeting in self.exchange.meetings if org in meeting.orgs for other in meeting.orgs]
        faced = [other for other in own if other in met]
        return faced or [
            other
            for other in own
            if self.strands(other) & self.strands(org)
            and any(part.org == other and part.role not in LOOKING_ON for part in self.exchange.participants)
        ]

    @property
    def promises(self) -> list[tuple[Exchange, FollowUp]]:
        """Promises made for this exchange, then those of earlier ones, latest first."""
        return [(exchange, promise) for exchange in (self.exchange, *self.earlier) for promise in exchange.follow_ups]

    @property
    def lessons(self) -> list[tuple[Exchange, Lesson]]:
        """Lessons of earlier exchanges on the same themes, or learned from or by those who are met."""
        met = set(self.counterparts)
        return [
            (exchange, lesson)
            for exchange in self.earlier
            for lesson in exchange.lessons
            if lesson.theme in self.under or met & {*lesson.learned_from.orgs, *lesson.learned_by.orgs}
        ]

    def last_contact(self, org: str) -> Exchange | None:
        """Return the latest earlier exchange, held, in which an organisation took part."""
        return next(
            (
                exchange
                for exchange in self.earlier
                if is_held(exchange, self.today) and any(part.org == org for part in exchange.participants)
            ),
            None,
        )
