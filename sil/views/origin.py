"""The sides of a lesson, and where it comes from as one that learned it sees it: the other side, home, its own practice."""

from sil.records.exchange import Lesson, Party
from sil.views.frame import Frame, words
from sil.views.model import Inline


def sides(party: Party) -> tuple[str, ...]:
    """Return the countries of a party to a lesson by their codes; where it has none, its bodies stand for themselves."""
    return tuple(dict.fromkeys(party.countries or party.orgs))


def said_of(frame: Frame, key: str, **named: str) -> Inline:
    """Return a label about sides, each called by the name of its country, or of the body that it is."""
    return words(frame.label(key, **{place: _side_name(frame, side) for place, side in named.items()}).strip())


def _side_name(frame: Frame, side: str) -> str:
    name = frame.plain_name(side)
    return frame.country_name(side) if name == side else frame.label("side.body", name=name)


def is_own(lesson: Lesson, side: str) -> bool:
    """Say whether a side drew a lesson at home: from no other country, and from no body outside it."""
    return set(sides(lesson.learned_from)) <= {side}


def drawn_at_home(frame: Frame, lesson: Lesson, side: str) -> Inline:
    """Return the mark of a lesson that a side drew at home, naming other bodies there; nothing for any other lesson."""
    if not is_own(lesson, side):
        return ()
    others = [org for org in lesson.learned_from.orgs if org not in lesson.learned_by.orgs]
    if others:
        names = frame.comma.join(map(frame.plain_name, others))
        return frame.says("learned.at-home", "muted", names=names)
    return frame.says("learned.by-itself", "muted")
