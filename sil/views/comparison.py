"""The comparison view: subjects side by side, row by row, with the sign of their relation and the open questions."""

from itertools import groupby

from sil.light import Sequence, dataclass, replace
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Block, Bullets, Cell, Column, Data, FlatRow, Inline, Page, Paragraph, Row, Section, Table
from sil.views.relation import SIGNS, Relation

SCHEMA_VERSION = 1

MANY = 20
"""Questions to one body from which on a screen shows what they are about instead of each."""

DIFFERENCES_FIRST: tuple[Relation, ...] = ("different", "similar", "unknown", "same", "not-applicable")


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """One cell: what it shows, and the facts a machine asks for."""

    shown: Cell
    as_of: str | None = None
    status: str = "stated"
    """`stated`, `derived`, `self-reported`, `conflicting`, or the kind of empty."""
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the cell, a line for each claim."""
        return "\n".join(plain_text(line) for line in self.shown)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row of the sheet."""

    block: str
    block_title: str
    key: str
    label: str
    relation: Relation
    cells: tuple[ComparedCell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell says anything."""
        return all(cell.status in ("unknown", "withheld") for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown cell as a question to the one who can answer it."""

    to: str
    text: str
    row: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A column: an organisation, or a country with its laws."""

    id: str
    title: Inline
    about: Cell = ()
    known: Cell = ()
    """What is known of it beside the sheet, where the sheet says little."""


def differences_first(frame: Frame, rows: Sequence[ComparedRow]) -> list[ComparedRow]:
    """Return the rows by relation, those that differ before all others, each group under the name of its relation."""
    ordered = sorted(rows, key=lambda row: DIFFERENCES_FIRST.index(row.relation))
    return [
        replace(row, block_title=f"{SIGNS[row.relation]} {frame.label(f'relation.{row.relation}')}") for row in ordered
    ]


class Comparison:
    """Subjects side by side."""

    def __init__(
        self,
        frame: Frame,
        title: Inline,
        subjects: Sequence[Subject],
        rows: Sequence[ComparedRow],
        questions: Sequence[Question],
        *,
        differences: bool = False,
    ) -> None:
        self._frame = frame
        self._is_gathered = False
        self.title = title
        self.subjects = tuple(subjects)
        self.compared = tuple(differences_first(frame, rows) if differences else rows)
        self.questions = tuple(questions)

    def gathered(self) -> "Comparison":
        """Return the same for a screen: of those who are asked very much, only what the questions are about."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._is_gathered = True
        return other

    def data(self) -> Data:
        """Return the machine form: records, rows, questions, sources."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "records": [subject.id for subject in self.subjects],
            "rows": [self._row_data(row) for row in self.compared],
            "questions": [{"to": ask.to, "text": ask.text, "row": ask.row} for ask in self.questions],
            "sources": self._frame.cited.data(),
        }

    def _row_data(self, row: ComparedRow) -> dict[str, object]:
        return {
            "block": row.block,
            "key": row.key,
            "label": row.label,
            "relation": row.relation,
            "cells": [
                {"text": cell.text, "as_of": cell.as_of, "status": cell.status, "sources": list(cell.sources)}
                for cell in row.cells
            ],
        }

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows: three for each subject."""
        columns = (key for one in self.subjects for key in (one.id, f"{one.id} as_of", f"{one.id} sources"))
        return ("block", "key", "label", "relation", *columns, "questions")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each row of the sheet, a column for each subject."""
        return [self._flat(row) for row in self.compared]

    def _flat(self, row: ComparedRow) -> FlatRow:
        flat: dict[str, str] = {"block": row.block, "key": row.key, "label": row.label, "relation": row.relation}
        for subject, cell in zip(self.subjects, row.cells, strict=True):
            flat[subject.id] = cell.text
            flat[f"{subject.id} as_of"] = cell.as_of or ""
            flat[f"{subject.id} sources"] = " ".join(cell.sources)
        asked = [ask.text for ask in self.questions if ask.row == row.key]
        return {**flat, "questions": " / ".join(asked)}

    def page(self) -> Page:
        """Return the document: subjects, table, what is unknown, questions, sources."""
        frame = self._frame
        identifier = "compare-" + "-".join(subject.id.replace("/", "-") for subject in self.subjects)
        written = (section for section in (self._sheet(), self._asked()) if section.blocks)
        return frame.page(identifier, self.title, written)

    def _sheet(self) -> Section:
        table = comparison_table(self._frame, self.subjects, self.compared)
        about = tuple(
            (joined((subject.title, *subject.about), " · "), *subject.known)
            for subject in self.subjects
            if subject.about or subject.known
        )
        blocks: list[Block] = [Bullets(about)] if about else []
        if table.rows:
            blocks.append(table)
        legend = relation_signs(self._frame) if table.rows else ()
        blocks.append(Bullets(tuple((line,) for line in (self._blank_line(), legend) if line)))
        return Section("sheet", (), tuple(blocks))

    def _blank_line(self) -> Inline:
        blank = [row.label for row in self.compared if row.is_blank]
        if not blank:
            return ()
        if len(blank) == len(self.compared):
            return self._frame.says("compare.all-blank")
        return self._frame.says("compare.blank", rows=self._frame.semicolon.join(blank))

    def _asked(self) -> Section:
        """Return the questions by who is asked, a row for each block of the sheet."""
        frame = self._frame
        parties = self._asked_alike()
        rows = [
            Row(
                ((words(block, "strong"),), self._questions(list(asked), short=self._is_short(party[0]))),
                group=joined(map(self._addressee, party), frame.comma),
            )
            for party in parties
            for block, asked in groupby(self._asked_of(party[0]), key=self._block)
        ]
        columns = (Column("block", frame.says("heading.block")), Column("question", frame.says("heading.question")))
        blocks: list[Block] = [Table(columns, tuple(rows))] if rows else []
        if short := [to for party in parties for to in party if self._is_short(to)]:
            count = sum(len(self._asked_of(to)) for to in short)
            blocks.append(Paragraph(frame.says("compare.gathered", "muted", count=count)))
        return Section("questions", frame.says("heading.questions"), tuple(blocks))

    def _asked_alike(self) -> list[list[str]]:
        """Return who is asked, by column; those together of whom in short the same is asked."""
        parties: dict[object, list[str]] = {}
        for to in sorted(dict.fromkeys(ask.to for ask in self.questions), key=self._column_of):
            about = tuple(ask.row for ask in self._asked_of(to)) if self._is_short(to) else to
            parties.setdefault(about, []).append(to)
        return list(parties.values())

    def _asked_of(self, to: str) -> list[Question]:
        return [ask for ask in self.questions if ask.to == to]

    def _is_short(self, to: str) -> bool:
        return self._is_gathered and len(self._asked_of(to)) > MANY

    def _block(self, ask: Question) -> str:
        return next((row.block_title for row in self.compared if row.key == ask.row), "")

    def _questions(self, asked: Sequence[Question], *, short: bool) -> Cell:
        """Return the questions of a block, one a line; in short the rows they are about."""
        if not short:
            return tuple(words(ask.text) for ask in asked)
        labels = {row.key: row.label for row in self.compared}
        return (words(self._frame.semicolon.join(labels[ask.row] for ask in asked)),)

    def _column_of(self, subject: str) -> int:
        return next((at for at, column in enumerate(self.subjects) if column.id == subject), len(self.subjects))

    def _addressee(self, subject: str) -> Inline:
        return next((column.title for column in self.subjects if column.id == subject), self._frame.name(subject))


def relation_signs(frame: Frame) -> Inline:
    """Return the line that explains the signs between cells."""
    return words("   ".join(f"{sign} {frame.label(f'relation.{name}')}" for name, sign in SIGNS.items()), "muted")


def comparison_table(frame: Frame, subjects: Sequence[Subject], rows: Sequence[ComparedRow]) -> Table:
    """Return the table of the rows of which something is known, in blocks."""
    columns = (
        Column("row", frame.says("heading.row")),
        Column("relation", (), align="center"),
        *(Column(subject.id, subject.title) for subject in subjects),
    )
    shown: list[Row] = []
    for title, members in groupby((row for row in rows if not row.is_blank), key=lambda row: row.block_title):
        for row in members:
            cells = (words(row.label, "strong"),), (words(SIGNS[row.relation]),)
            shown.append(Row((*cells, *(cell.shown for cell in row.cells)), group=words(title, "strong")))
    return Table(columns, tuple(shown))
