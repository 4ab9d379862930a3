"""What a trip report is made from."""

from sil.light import Mapping, dataclass
from sil.records.exchange import Collaboration, Exchange, FollowUp, Lesson
from sil.records.organisation import Organisation
from sil.records.theme import Theme
from sil.views.origin import is_own, sides
from sil.views.phase import is_held


@dataclass(frozen=True, slots=True)
class TripMaterial:
    """The records a trip report is made from."""

    exchange: Exchange
    before: tuple[Exchange, ...]
    """Earlier exchanges of the same programme, nearest first."""
    after: tuple[Exchange, ...]
    """Later exchanges of the same programme."""
    organisations: Mapping[str, Organisation]
    strands: Mapping[str, str]
    """For each theme the widest theme above it: the strand of the programme it belongs to."""
    themes: tuple[Theme, ...]
    """Themes of the exchange."""
    today: str
    """Day the report is made on (ISO date): it says which promises are late, and whether the exchange was held yet."""

    @property
    def is_held(self) -> bool:
        """Whether the exchange took place; of one that did not, or not yet, the plan is told."""
        return is_held(self.exchange, self.today)

    @property
    def told(self) -> tuple[Exchange, ...]:
        """The exchange itself and those before it: what had been learned and promised before is told too."""
        return (self.exchange, *self.before)

    @property
    def lessons(self) -> list[tuple[Exchange, Lesson]]:
        """All lessons told, each with its exchange."""
        return [(exchange, lesson) for exchange in self.told for lesson in exchange.lessons]

    @property
    def promises(self) -> list[tuple[Exchange, FollowUp]]:
        """All promises told, each with its exchange."""
        return [(exchange, promise) for exchange in self.told for promise in exchange.follow_ups]

    @property
    def collaborations(self) -> list[tuple[Exchange, Collaboration]]:
        """All joint work told, each with its exchange."""
        return [(exchange, work) for exchange in self.told for work in exchange.collaborations]

    @property
    def learners(self) -> list[str]:
        """Sides that learned something, those that learned from another side first, in the order of the lessons."""
        found = [(side, lesson) for _, lesson in self.lessons for side in sides(lesson.learned_by)]
        crossed = (side for side, lesson in found if not is_own(lesson, side))
        return list(dict.fromkeys((*crossed, *(side for side, _ in found))))

    def learned_by(self, side: str) -> list[tuple[Exchange, Lesson]]:
        """Return what a side learned, from another side or at home: here first, then in the exchanges before."""
        return [pair for pair in self.lessons if side in sides(pair[1].learned_by)]
