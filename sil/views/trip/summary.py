"""Five lines for a busy director."""

from sil.light import Sequence
from sil.records.exchange import Exchange
from sil.views.frame import Frame, joined, sentence_part, words
from sil.views.model import Block, Bullets, Inline
from sil.views.origin import drawn_at_home, said_of
from sil.views.trip.blocks import brought_by, faces, unsure
from sil.views.trip.material import TripMaterial
from sil.views.trip.promises import counted

LINES = 5


def five_lines(frame: Frame, trip: TripMaterial) -> list[Block]:
    """Return when, where and who; what each side learned; joint work; promises."""
    lines = [
        _event_line(frame, trip),
        *(_learned_line(frame, trip, side) for side in trip.learners[: LINES - 3]),
        _work_line(frame, trip),
        counted(frame, trip.promises, trip.today) if trip.promises else frame.says("trip.no-promises"),
    ]
    return [Bullets(tuple((line,) for line in lines if line), ordered=True)]


def _event_line(frame: Frame, trip: TripMaterial) -> Inline:
    exchange = trip.exchange
    where = [frame.text(place) for place in exchange.places] or [frame.country(exchange.host_country)]
    who = [faces(frame, meeting.orgs) for meeting in exchange.meetings] or [frame.names(exchange.organisers)]
    when = words(frame.period(exchange.start, exchange.end))
    placed = (*joined((when, *where), frame.comma), *unsure(frame, exchange))
    return joined((placed, joined(who, frame.semicolon)), frame.colon)


def _learned_line(frame: Frame, trip: TripMaterial, side: str) -> Inline:
    titles = [
        (exchange, (*sentence_part(frame.text(lesson.title)), *drawn_at_home(frame, lesson, side)))
        for exchange, lesson in trip.learned_by(side)
    ]
    label = said_of(frame, "trip.learned-by", side=side)
    return (*label, *words(frame.colon), *_listed(frame, trip, titles))


def _work_line(frame: Frame, trip: TripMaterial) -> Inline:
    stages = [
        (exchange, (*sentence_part(frame.text(work.title)), *frame.bracketed(frame.choice(work.stage))))
        for exchange, work in trip.collaborations
    ]
    return (*frame.says("trip.joint-work"), *words(frame.colon), *_listed(frame, trip, stages)) if stages else ()


def _listed(frame: Frame, trip: TripMaterial, parts: Sequence[tuple[Exchange, Inline]]) -> Inline:
    """Return parts in one line, those of an earlier exchange marked: each, or all at once where they have one origin."""
    (first, _), *others = parts
    if others and first.id != trip.exchange.id and all(exchange.id == first.id for exchange, _ in others):
        when = frame.period(first.start, first.end)
        return (
            *joined((part for _, part in parts), frame.semicolon),
            *frame.says("trip.all-earlier", "muted", date=when),
        )
    marked = ((*part, *brought_by(frame, exchange, trip.exchange)) for exchange, part in parts)
    return joined(marked, frame.semicolon)
