"""Rules about what came of an exchange: lessons that are applied, promises that are kept or dropped."""

from collections.abc import Iterator

from sil.problem import Problem
from sil.records.exchange import FollowUp, Lesson
from sil.records.rules.records import Seen

_NEED_EVIDENCE = ("applied", "validated")
_WEAK = ("none", "heard")


def applied_without_evidence(seen: Seen) -> Iterator[Problem]:
    """Find lessons that are `applied` or `validated` on hearsay, or without a source for their evidence."""
    for at, lesson in seen.nested(Lesson):
        evidence = lesson["evidence"]
        if lesson["state"] in _NEED_EVIDENCE and (evidence["grade"] in _WEAK or not evidence.get("source")):
            yield seen.problem("SIL209", f"{at}.state", found=lesson["id"], state=lesson["state"])


def dropped_without_reason(seen: Seen) -> Iterator[Problem]:
    """Find promises that were dropped without a `reason`."""
    for at, promise in seen.nested(FollowUp):
        if promise["state"] == "dropped" and not ("reason" in promise or seen.lacks(f"{at}.reason")):
            yield seen.problem("SIL210", f"{at}.state", found=promise["id"])


def done_without_evidence(seen: Seen) -> Iterator[Problem]:
    """Find promises that were kept without `evidence`, or an exchange they were `fulfilled_by`."""
    for at, promise in seen.nested(FollowUp):
        grounds = ("evidence", "fulfilled_by")
        if promise["state"] == "done" and not any(name in promise or seen.lacks(f"{at}.{name}") for name in grounds):
            yield seen.problem("SIL211", f"{at}.state", found=promise["id"])
