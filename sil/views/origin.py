"""Where a lesson comes from, as a country that learned it sees it: the other side, a body at home, or its own practice."""

from sil.records.exchange import Lesson
from sil.views.frame import Frame
from sil.views.model import Inline


def is_own(lesson: Lesson, country: str) -> bool:
    """Say whether a country drew a lesson at home: from no other country, and from no body outside it."""
    teacher = lesson.learned_from
    return set(teacher.countries) <= {country} and bool(teacher.countries or not teacher.orgs)


def drawn_at_home(frame: Frame, lesson: Lesson, country: str) -> Inline:
    """Return the mark of a lesson that a country drew at home, naming other bodies there; nothing for any other lesson."""
    if not is_own(lesson, country):
        return ()
    others = [org for org in lesson.learned_from.orgs if org not in lesson.learned_by.orgs]
    if others:
        names = frame.comma.join(map(frame.plain_name, others))
        return frame.says("learned.at-home", "muted", names=names)
    return frame.says("learned.by-itself", "muted")
