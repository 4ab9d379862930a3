"""Exchange rates: what money of one country was worth in that of another, each rate with its day and its source."""

from sil.light import dataclass
from sil.records.types import Claim, Date, MarkedRecord, Slug, Source
from sil.records.values import Currency

LEAST_RATE, MOST_RATE = 1e-9, 1e9
"""What one unit of a currency can be worth in another; anything beyond is a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Claim):
    """What one unit of `base` was worth: `value` in the currency `unit`, on the day, month or year `as_of`."""

    base: Currency
    """The currency that is priced: 1 of it is worth `value` of `unit`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates(MarkedRecord):
    """The file of exchange rates."""

    id: Slug = "rates"
    """Always `rates`; need not be written."""

    rates: tuple[Rate, ...] = ()
    """Rates in any order; of two that are equally near to a figure the first counts."""

    sources: dict[Slug, Source]
    """Sources by key."""

    checked: Date
    """Date of the last check."""
