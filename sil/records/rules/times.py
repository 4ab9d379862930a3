"""Rules about dates: time runs forward, and nothing was known before it was looked at.

Dates of different precision are compared as far as both go: 2019 is neither before nor after 2019-07.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sil.problem import Problem
from sil.records.exchange import AgendaItem, Step
from sil.records.formats import is_moment
from sil.records.rules.records import Seen
from sil.text.zones import zone_of, zones_of

_SPANS = (("start", "end"), ("since", "until"), ("as_of", "until"), ("time", "until"))
"""Fields that begin and end a span of time."""


def is_before(date: str, other: str) -> bool:
    """Whether a date is surely before another."""
    length = min(len(date), len(other))
    return date[:length] < other[:length]


def backward_spans(seen: Seen) -> Iterator[Problem]:
    """Find what ends before it begins."""
    for at, value in seen.nested(object):
        for first, last in _SPANS:
            yield from _backward(seen, f"{at}.{last}".lstrip("."), value.get(first), value.get(last))
    for index, claim in enumerate(seen.plain.get("in_force", ())):
        yield from _backward(seen, f"in_force.{index}.until", str(claim["value"]), claim.get("until"))


def _backward(seen: Seen, at: str, start: str | None, end: str | None) -> Iterator[Problem]:
    if start and end and is_moment(start) and is_before(end, start):
        yield seen.problem("SIL206", at, start=start, end=end)


def times_without_zone(seen: Seen) -> Iterator[Problem]:
    """Find times of day in a programme of which nobody can say on whose clock they are."""
    if seen.record.kind != "exchange" or seen.plain.get("time_zone") or zone_of(seen.plain.get("host_country")):
        return
    if seen.lacks("time_zone") or seen.lacks("host_country"):
        return
    for at, item in seen.nested(AgendaItem):
        if "T" in item.get("time", ""):
            zones = ", ".join(zones_of(seen.plain.get("host_country")))
            yield seen.problem("SIL222", f"{at}.time", found=item["time"], nearest=zones)


def history_out_of_order(seen: Seen) -> Iterator[Problem]:
    """Find entries of a history that are older than the one before."""
    for at, _, value in seen.parts:
        if at == "history" or at.endswith(".history"):
            dated = [(f"{at}.{index}", step.get("date") or step.get("as_of")) for index, step in enumerate(value)]
            yield from _disorder(seen, ((place, date) for place, date in dated if date))


def _disorder(seen: Seen, dated: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for (_, before), (place, after) in pairwise(dated):
        if is_before(after, before):
            yield seen.problem("SIL207", place, earlier=after, later=before)


def dates_after_check(seen: Seen) -> Iterator[Problem]:
    """Find claims, sources and steps younger than the last check of the record."""
    checked = seen.plain.get("checked", "")
    dates = [(f"{at}.as_of", claim.get("as_of")) for at, claim in seen.claims]
    dates += [(f"{at}.date", step["date"]) for at, step in seen.nested(Step)]
    dates += [(f"sources.{key}.date", source.get("date")) for key, source in seen.plain.get("sources", {}).items()]
    for at, date in dates:
        if checked and date and is_before(checked, date):
            yield seen.problem("SIL208", at, found=date, checked=checked)
