"""The comparison view: subjects side by side, row by row, with the sign of their relation and the open questions."""

from itertools import groupby

from sil.light import Sequence, dataclass, replace
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Block, Bullets, Cell, Column, Data, FlatRow, Inline, Page, Row, Section, Table
from sil.views.relation import SIGNS, Relation

SCHEMA_VERSION = 1

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
        self.title = title
        self.subjects = tuple(subjects)
        self.compared = tuple(differences_first(frame, rows) if differences else rows)
        self.questions = tuple(questions)

    def data(self) -> Data:
        """Return the machine form: records, rows, questions, sources."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "records": [subject.id for subject in self.subjects],
            "rows": [self._row_data(row) for row in self.compared],
            "questions": [{"to": ask.to, "text": ask.text, "row": ask.row} for ask in self.questions],
            "sources": self._frame.source_data(),
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
        about = tuple((joined((subject.title, *subject.about), " · "),) for subject in self.subjects if subject.about)
        blocks: list[Block] = [Bullets(about)] if about else []
        if table.rows:
            blocks.append(table)
        blocks.append(Bullets(tuple((line,) for line in (self._blank_line(), relation_signs(self._frame)) if line)))
        return Section("sheet", (), tuple(blocks))

    def _blank_line(self) -> Inline:
        blank = [row.label for row in self.compared if row.is_blank]
        if not blank:
            return ()
        return self._frame.says("compare.blank", rows=self._frame.semicolon.join(blank))

    def _asked(self) -> Section:
        asked = sorted(self.questions, key=lambda ask: self._column_of(ask.to))
        blocks = [
            Table(
                (
                    Column("to", self._frame.says("heading.to")),
                    Column("question", self._frame.says("heading.question")),
                ),
                tuple(Row(((self._addressee(ask.to),), (words(ask.text),))) for ask in asked),
            )
        ]
        return Section("questions", self._frame.says("heading.questions"), tuple(blocks) if asked else ())

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
