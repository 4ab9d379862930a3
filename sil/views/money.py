"""Money of one country in that of another: only by a rate of the data, the one nearest to the day of the figure."""

from datetime import date
from math import floor, log10

from sil.light import Iterable, NamedTuple
from sil.records.rates import LEAST_RATE, MOST_RATE, Rate
from sil.records.types import Claim
from sil.text.calendars import earliest, is_date, latest

DIGITS = 4
"""Digits of a converted sum that are kept: a rate says no more."""


class Converted(NamedTuple):
    """A sum in another currency, and the rate it was worked out with."""

    amount: float
    currency: str
    rate: Rate


def converted(claim: Claim, rates: Iterable[Rate], into: str) -> Converted | None:
    """Return the sum of a claim in another currency; None without a day, or without a rate between the two.

    The rate is the one whose day is nearest; of a year or month the middle counts. Rates hold in both directions, and are
    never chained over a third currency.
    """
    day = claim.as_of or claim.until
    if not isinstance(claim.value, int | float) or not day or not is_date(day) or claim.unit == into:
        return None
    usable = [rate for rate in rates if {rate.base, rate.unit} == {claim.unit, into} and _is_usable(rate)]
    if not usable:
        return None
    rate = min(usable, key=lambda one: abs(_middle(one.as_of or "") - _middle(day)))
    factor = float(str(rate.value))
    amount = claim.value * factor if rate.base == claim.unit else claim.value / factor
    return Converted(_rounded(amount), into, rate)


def _is_usable(rate: Rate) -> bool:
    return isinstance(rate.value, int | float) and LEAST_RATE <= rate.value <= MOST_RATE and bool(rate.as_of)


def _middle(day: str) -> float:
    """Return the middle of what a partial date covers, in days."""
    first, last = (date.fromisoformat(edge(day)).toordinal() for edge in (earliest, latest))
    return (first + last) / 2


def _rounded(amount: float) -> float:
    if not amount:
        return 0
    kept = round(amount, DIGITS - 1 - floor(log10(abs(amount))))
    return int(kept) if kept == int(kept) else kept
