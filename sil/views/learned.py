"""The matrix of learning: who learned what from whom, country by country, theme by theme, body by body."""

from itertools import product

from sil.light import Sequence
from sil.records.exchange import Exchange, Lesson, Party
from sil.views.frame import Frame, words
from sil.views.model import Block, Cell, Column, Inline, Paragraph, Row, Table
from sil.views.origin import is_own, said_of, sides
from sil.views.report import Report, sections_of
from sil.views.trip.blocks import columns

Learned = tuple[Exchange, Lesson]
Pair = tuple[str, str]
"""Side that learned, side it learned from: countries, or bodies without one."""


def learning_report(frame: Frame, lessons: Sequence[Learned], today: str) -> Report:
    """Write the matrix of some lessons; a lesson counts once for each pair of sides it went between."""
    checked = max((exchange.checked for exchange, _ in lessons), default=today)
    parts = {"counts": _counts, "themes": _themes, "organisations": _organisations}
    sections = sections_of(frame, "learning", parts, lessons)
    return Report.dated(frame, "learning", frame.says("report.learning"), sections, checked=checked, today=today)


def _pairs(lesson: Lesson) -> list[Pair]:
    """Return the pairs of sides of a lesson; a side paired with itself drew it at home."""
    learners = sides(lesson.learned_by)
    at_home = [(side, side) for side in learners if is_own(lesson, side)]
    return at_home or list(product(learners, sides(lesson.learned_from)))


def _all_pairs(lessons: Sequence[Learned]) -> list[Pair]:
    """Return all pairs, those between two sides before conclusions of one's own."""
    found = dict.fromkeys(pair for _, lesson in lessons for pair in _pairs(lesson))
    return sorted(found, key=lambda pair: pair[0] == pair[1])


def _said(frame: Frame, pair: Pair) -> Inline:
    learner, teacher = pair
    return said_of(frame, "learning.self" if learner == teacher else "learning.pair", learner=learner, teacher=teacher)


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
    """Return the lessons of which a body is named on either side; a side without one is its countries."""
    rows = tuple(
        Row(
            (
                (_party(frame, lesson.learned_by),),
                (_teacher(frame, lesson),),
                (frame.text(lesson.title),),
                (frame.choice(lesson.state),),
            )
        )
        for _, lesson in lessons
        if lesson.learned_by.orgs or lesson.learned_from.orgs
    )
    titles = (
        Column("learned-by", frame.says("field.learned_by")),
        Column("learned-from", frame.says("field.learned_from")),
        *columns(frame, "lesson", "state"),
    )
    return [Table(titles, rows)] if rows else []


def _party(frame: Frame, party: Party) -> Inline:
    return frame.names(party.orgs) or words(frame.comma.join(map(frame.country_name, party.countries)))


def _teacher(frame: Frame, lesson: Lesson) -> Inline:
    """Return whom a lesson was learned from; its own work, where those who learned name nobody else."""
    learners, teachers = lesson.learned_by, lesson.learned_from
    alone = set(teachers.orgs) <= set(learners.orgs) and all(is_own(lesson, side) for side in sides(learners))
    return frame.says("learning.own-work", "muted") if alone else _party(frame, teachers)
