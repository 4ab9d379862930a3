"""The matrix of learning: who learned what from whom, country by country, theme by theme, body by body."""

from itertools import product

from sil.light import Sequence
from sil.records.exchange import Exchange, Lesson
from sil.views.frame import Frame, words
from sil.views.model import Block, Cell, Column, Inline, Paragraph, Row, Table
from sil.views.origin import is_own
from sil.views.report import Report, sections_of
from sil.views.trip.blocks import columns

Learned = tuple[Exchange, Lesson]
Pair = tuple[str, str]
"""Country that learned, country it learned from."""


def learning_report(frame: Frame, lessons: Sequence[Learned], today: str) -> Report:
    """Write the matrix of some lessons; a lesson counts once for each pair of countries it went between."""
    checked = max((exchange.checked for exchange, _ in lessons), default=today)
    parts = {"counts": _counts, "themes": _themes, "organisations": _organisations}
    sections = sections_of(frame, "learning", parts, lessons)
    return Report.dated(frame, "learning", frame.says("report.learning"), sections, checked=checked, today=today)


def _pairs(lesson: Lesson) -> list[Pair]:
    """Return the pairs of countries of a lesson; a country paired with itself drew it at home."""
    learners, teachers = dict.fromkeys(lesson.learned_by.countries), dict.fromkeys(lesson.learned_from.countries)
    at_home = [(country, country) for country in learners if is_own(lesson, country)]
    return at_home or list(product(learners, teachers))


def _all_pairs(lessons: Sequence[Learned]) -> list[Pair]:
    """Return all pairs, those between countries before conclusions of one's own."""
    found = dict.fromkeys(pair for _, lesson in lessons for pair in _pairs(lesson))
    return sorted(found, key=lambda pair: pair[0] == pair[1])


def _said(frame: Frame, pair: Pair) -> Inline:
    learner, teacher = (frame.country_name(country) for country in pair)
    return frame.says("learning.self" if pair[0] == pair[1] else "learning.pair", learner=learner, teacher=teacher)


def _counts(frame: Frame, lessons: Sequence[Learned]) -> list[Block]:
    if not lessons:
        return [Paragraph(frame.says("trip.no-lessons"))]
    rows = tuple(
        Row(((_said(frame, pair),), (words(str(sum(pair in _pairs(lesson) for _, lesson in lessons))),)))
        for pair in _all_pairs(lessons)
    )
    total = Paragraph(frame.says("learning.total", count=len(lessons)))
    direction, count = columns(frame, "learner-teacher", "count")
    return [total, *([Table((direction, Column(count.key, count.title, align="right")), rows)] if rows else [])]


def _themes(frame: Frame, lessons: Sequence[Learned]) -> list[Block]:
    pairs = _all_pairs(lessons)
    rows = tuple(
        Row(((frame.name(theme, "strong"),), *(_titles(frame, lessons, theme, pair) for pair in pairs)))
        for theme in dict.fromkeys(lesson.theme for _, lesson in lessons)
    )
    titles = (Column("-".join(pair), _said(frame, pair)) for pair in pairs)
    return [Table((*columns(frame, "theme"), *titles), rows)] if pairs else []


def _titles(frame: Frame, lessons: Sequence[Learned], theme: str, pair: Pair) -> Cell:
    found = [pair_ for pair_ in lessons if pair_[1].theme == theme and pair in _pairs(pair_[1])]
    return tuple(
        frame.noted(frame.text(lesson.title), exchange.id, exchange.sources, lesson.source)
        for exchange, lesson in found
    )


def _organisations(frame: Frame, lessons: Sequence[Learned]) -> list[Block]:
    rows = tuple(
        Row(
            (
                (frame.names(lesson.learned_by.orgs),),
                (frame.names(lesson.learned_from.orgs),),
                (frame.text(lesson.title),),
                (frame.choice(lesson.state),),
            )
        )
        for _, lesson in lessons
        if lesson.learned_by.orgs and lesson.learned_from.orgs
    )
    titles = (
        Column("learned-by", frame.says("field.learned_by")),
        Column("learned-from", frame.says("field.learned_from")),
        *columns(frame, "lesson", "state"),
    )
    return [Table(titles, rows)] if rows else []
