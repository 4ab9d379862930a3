"""What did not work: hopes that were not met, promises given up, what blocks joint work, mistakes, and the review."""

from sil.light import Iterator
from sil.records.exchange import Exchange
from sil.records.values import Text
from sil.views.frame import Frame, joined, words
from sil.views.model import Block, Bullets, Inline
from sil.views.trip.material import TripMaterial


def did_not_work(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return what is recorded as not having worked, each with what it was."""
    lines = tuple((line,) for exchange in trip.told for line in _of(frame, exchange))
    return [Bullets(lines)] if lines else []


def _of(frame: Frame, exchange: Exchange) -> Iterator[Inline]:
    for outcome in exchange.expected_outcomes:
        if outcome.reached in ("no", "partly"):
            yield _said(frame, "outcome", outcome.text, outcome.evidence, frame.choice(outcome.reached, "doubt"))
    for promise in exchange.follow_ups:
        if promise.state == "dropped":
            yield _said(frame, "promise", promise.what, promise.reason, frame.choice("dropped", "bad"))
    for work in exchange.collaborations:
        if work.blocked_by:
            yield _said(frame, "work", work.title, work.blocked_by)
    for lesson in exchange.lessons:
        if lesson.kind == "mistake":
            yield _said(frame, "mistake", lesson.title, lesson.insight)
    if exchange.review:
        for name in ("why", "change"):
            text: Text | None = getattr(exchange.review, name)
            if text:
                yield _said(frame, f"review-{name}", text, None)


def _said(frame: Frame, what: str, text: Text, why: Text | None, state: Inline = ()) -> Inline:
    """Return a line: what kind of thing, the thing, its state, and why."""
    label = (*frame.says(f"failure.{what}", "muted"), *words(frame.colon, "muted"))
    return (*label, *joined((frame.text(text), state, frame.text(why)), " — "))
