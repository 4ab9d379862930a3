"""Rules about claims: each says where it comes from, and what it was worked out from."""

from collections.abc import Iterator

from sil.problem import Problem
from sil.records.formats import BUDDHIST_ERA, FIRST_BUDDHIST_YEAR
from sil.records.rates import LEAST_RATE, MOST_RATE, Rate
from sil.records.rules.records import Seen
from sil.records.values import CURRENCIES

_NEED_NO_SOURCE = ("unknown", "not-applicable")
_LAST_BUDDHIST_YEAR = 2700


def claims_without_source(seen: Seen) -> Iterator[Problem]:
    """Find claims that cite no source.

    What is `unknown` or `not-applicable` needs none; a bare value (`founded: 2012`) is only noted.
    """
    for at, claim in seen.claims:
        if not (claim.get("source") or claim["value"] in _NEED_NO_SOURCE or seen.lacks(f"{at}.source")):
            yield seen.problem("SIL205" if set(claim) == {"value"} else "SIL204", at)


def derived_without_note(seen: Seen) -> Iterator[Problem]:
    """Find claims that were worked out and do not show their arithmetic in `note`."""
    for at, claim in seen.claims:
        if claim.get("status") == "derived" and not (claim.get("note") or seen.lacks(f"{at}.note")):
            yield seen.problem("SIL212", at)


def buddhist_years(seen: Seen) -> Iterator[Problem]:
    """Find years of the Buddhist era: numbers without a unit between 2400 and 2700."""
    for at, claim in seen.claims:
        value = claim["value"]
        is_year = isinstance(value, int) and FIRST_BUDDHIST_YEAR <= value < _LAST_BUDDHIST_YEAR
        if is_year and "unit" not in claim and "measure" not in claim:
            yield seen.problem("SIL220", f"{at}.value", found=value, nearest=str(value - BUDDHIST_ERA))


def rates_twice(seen: Seen) -> Iterator[Problem]:
    """Find exchange rates for a pair of currencies and a day that have one already: only the first counts."""
    first: dict[tuple[str, str, str], str] = {}
    for at, rate in seen.nested(Rate):
        pair = rate["base"], rate.get("unit", ""), rate.get("as_of", "")
        if first.setdefault(pair, at) != at and all(pair):
            base, unit, day = pair
            yield seen.problem("SIL229", at, base=base, unit=unit, found=day, other=first[pair])


def rates_unusable(seen: Seen) -> Iterator[Problem]:
    """Find exchange rates that are no number or one beyond all sense, have no day, or are not of two currencies."""
    for at, rate in seen.nested(Rate):
        value, unit = rate["value"], rate.get("unit")
        is_number = isinstance(value, int | float) and LEAST_RATE <= value <= MOST_RATE
        if not (is_number and rate.get("as_of") and unit in CURRENCIES and unit != rate["base"]):
            yield seen.problem("SIL223", at)
