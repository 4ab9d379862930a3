"""The briefing before an exchange: one page first, then an annex for each thing that a delegation looks up."""

from sil.light import Callable, Iterator
from sil.views.briefing.asking import questions, they_ask
from sil.views.briefing.first_page import first_page, programme
from sil.views.briefing.material import BriefingMaterial
from sil.views.briefing.meeting import comparison, counterparts, law, lessons
from sil.views.briefing.speaking import consent, names, notes, terms
from sil.views.frame import Frame, words
from sil.views.model import Block, Section
from sil.views.phase import briefing_note
from sil.views.report import Report
from sil.views.trip.events import exchange_events, promise_events

__all__ = ["BriefingMaterial", "briefing_report"]

Write = Callable[[Frame, BriefingMaterial], list[Block]]

SECTIONS: dict[str, Write] = {
    "one-page": first_page,
    "programme": programme,
    "counterparts": counterparts,
    "comparison": comparison,
    "law": law,
    "questions": questions,
    "they-ask": they_ask,
    "lessons": lessons,
    "names": names,
    "terms": terms,
    "consent": consent,
    "notes": notes,
}
"""Parts of the briefing in their order."""


def briefing_report(frame: Frame, material: BriefingMaterial, *, asked_for: bool = True) -> Report:
    """Write the briefing for an exchange; of one that is over it says so, and whether anybody asked for this one."""
    exchange = material.exchange
    return Report.dated(
        frame,
        f"briefing-{exchange.id}",
        (*frame.says("report.briefing"), *words(frame.colon), *frame.text(exchange.title)),
        tuple(_sections(frame, material)),  # before the events, so that its sources are numbered first
        checked=exchange.checked,
        today=material.today,
        note=briefing_note(frame, exchange, material.today, asked_for=asked_for),
        events=(
            *exchange_events(frame, exchange, material.today),
            *promise_events(frame, material.promises, material.today),
        ),
    )


def _sections(frame: Frame, material: BriefingMaterial) -> Iterator[Section]:
    """Give the first page, then what there is to say, numbered as annexes."""
    written = ((key, tuple(write(frame, material))) for key, write in SECTIONS.items())
    for number, (key, blocks) in enumerate((key, blocks) for key, blocks in written if blocks):
        title = frame.label(f"briefing.{key}")
        yield Section(key, frame.says("briefing.annex", number=number, title=title) if number else words(title), blocks)
