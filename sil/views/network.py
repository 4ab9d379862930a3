"""Who met whom, and who learned from whom: a network of organisations, as a picture and in words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from sil.records.exchange import Exchange, Lesson, Party
from sil.views.drawing import Node, Picture, Tie, TieKind
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Block, Cell, Column, Data, FlatRow, Inline, Page, Paragraph, Row, Section, Table

SCHEMA_VERSION = 1

KINDS: tuple[TieKind, ...] = ("learned", "met")


def ties_of(exchanges: Sequence[Exchange], themes: Collection[str] = ()) -> list[Tie]:
    """Return the ties of exchanges, those of one pair and kind as one; `themes` limits lessons and meetings.

    Nobody has met in an exchange that is only planned or was cancelled.
    """
    lessons = [(exchange, lesson) for exchange in exchanges for lesson in exchange.lessons]
    learned = learned_ties((exchange, lesson) for exchange, lesson in lessons if not themes or lesson.theme in themes)
    met = (
        (min(pair), max(pair), exchange.id)
        for exchange in exchanges
        if exchange.status not in ("planned", "cancelled")
        for meeting in exchange.meetings
        if not themes or meeting.theme in themes
        for pair in combinations(meeting.orgs, 2)
    )
    return [*learned, *_joined_ties("met", met)]


def learned_ties(lessons: Iterable[tuple[Exchange, Lesson]]) -> list[Tie]:
    """Return the ties of lessons, those of one pair as one."""
    found = (
        (teacher, learner, f"{exchange.id}/{lesson.id}")
        for exchange, lesson in lessons
        for teacher, learner in _directions(lesson)
    )
    return _joined_ties("learned", found)


def _joined_ties(kind: TieKind, found: Iterable[tuple[str, str, str]]) -> list[Tie]:
    behind: dict[tuple[str, str], list[str]] = {}
    for start, end, address in found:
        behind.setdefault((start, end), []).append(address)
    return [Tie(start, end, kind, tuple(dict.fromkeys(each))) for (start, end), each in behind.items()]


def _directions(lesson: Lesson) -> list[tuple[str, str]]:
    """Return the pairs of teacher and learner; nobody learns from oneself."""
    pairs = ((teacher, learner) for teacher in _side(lesson.learned_from) for learner in _side(lesson.learned_by))
    return [(teacher, learner) for teacher, learner in pairs if teacher != learner]


def _side(party: Party) -> tuple[str, ...]:
    """Return the organisations of a side; its countries, as `country:th`, when it names none."""
    return party.orgs or tuple(f"country:{country}" for country in party.countries)


class Network:
    """The network of some exchanges."""

    def __init__(
        self, frame: Frame, title: Inline, ties: Sequence[Tie], countries: Mapping[str, str], home: str
    ) -> None:
        """Take the ties, the country of each organisation in them, and the country whose column stands first."""
        self._frame = frame
        self._title = title
        self.ties = tuple(sorted(ties, key=lambda tie: (KINDS.index(tie.kind), tie.start, tie.end)))
        ids = dict.fromkeys(end for tie in self.ties for end in (tie.start, tie.end))
        self.nodes = tuple(self._node(one, countries) for one in ids)
        self._home = home

    def _node(self, one: str, countries: Mapping[str, str]) -> Node:
        kind, _, code = one.partition(":")
        if code and kind == "country":
            return Node(one, self._frame.country_name(code), "", code)
        run = self._frame.name(one)[0]
        return Node(one, run.text, run.lang, countries.get(one, ""))

    # --- shapes ----------------------------------------------------------------------------------------------------

    def data(self) -> Data:
        """Return nodes and ties."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "nodes": [{"id": node.id, "name": node.name, "country": node.country or None} for node in self.nodes],
            "edges": [
                {
                    "from": tie.start,
                    "to": tie.end,
                    "kind": tie.kind,
                    "count": len(tie.behind),
                    "behind": list(tie.behind),
                }
                for tie in self.ties
            ],
        }

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("kind", "from", "to", "count", "behind")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each tie."""
        return [
            {
                "kind": tie.kind,
                "from": tie.start,
                "to": tie.end,
                "count": len(tie.behind),
                "behind": " ".join(tie.behind),
            }
            for tie in self.ties
        ]

    def picture(self) -> Picture:
        """Return what a drawing needs; its description says in words what is seen."""
        label = self._frame.label
        codes = sorted({node.country for node in self.nodes}, key=lambda code: (code != self._home, not code, code))
        return Picture(
            title=plain_text(joined((self._title, self._frame.made_for()), " · ")),
            description=self._frame.semicolon.join(self._sentence(tie) for tie in self.ties),
            lang=self._frame.lang,
            nodes=self.nodes,
            ties=self.ties,
            countries={code: self._frame.country_name(code) if code else label("graph.no-country") for code in codes},
            legend={kind: label(f"graph.{kind}") for kind in KINDS if any(tie.kind == kind for tie in self.ties)},
            times=label("graph.times") if any(len(tie.behind) > 1 for tie in self.ties) else "",
        )

    def _sentence(self, tie: Tie) -> str:
        names = {node.id: node.name for node in self.nodes}
        return self._frame.label(f"graph.says-{tie.kind}", start=names[tie.start], end=names[tie.end])

    def page(self) -> Page:
        """Return the ties in words, a table for each kind."""
        sections = [self._section(kind) for kind in KINDS]
        found = tuple(section for section in sections if section.blocks)
        nothing = Section("nothing", (), (Paragraph(self._frame.says("graph.nothing")),))
        return self._frame.page("graph", self._title, found or (nothing,))

    def _section(self, kind: TieKind) -> Section:
        frame = self._frame
        keys = ("teacher", "learner", "lessons") if kind == "learned" else ("one", "other", "exchanges")
        columns = tuple(Column(key, frame.says(f"column.{key}")) for key in keys)
        names = {node.id: words(node.name, lang=node.lang) for node in self.nodes}
        rows = [
            Row(((names[tie.start],), (names[tie.end],), self._behind(tie))) for tie in self.ties if tie.kind == kind
        ]
        blocks: tuple[Block, ...] = (Table(columns, tuple(rows)),) if rows else ()
        return Section(kind, frame.says(f"graph.{kind}"), blocks)

    def _behind(self, tie: Tie) -> Cell:
        if tie.kind == "met":
            return (joined((self._frame.name(exchange) for exchange in tie.behind), self._frame.semicolon),)
        return tuple(self._frame.name(lesson) for lesson in tie.behind)
