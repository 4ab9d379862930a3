"""A report as a view: sections with a key each; the same blocks go to every format."""

from sil.light import Callable, Iterable, Mapping, Sequence, TypeVar, dataclass, replace
from sil.views.drawing import Picture
from sil.views.frame import Frame, plain_text
from sil.views.model import Block, Bullets, Cell, Data, Event, Facts, FlatRow, Inline, Page, Paragraph, Section

SCHEMA_VERSION = 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report."""

    frame: Frame
    id: str
    title: Inline
    as_of: str
    sections: tuple[Section, ...]
    lead: Inline = ()
    """Line below the title."""
    events: tuple[Event, ...] | None = None
    """Entries for a calendar; None where the report is not about dates."""

    @classmethod
    def dated(
        cls, frame: Frame, identifier: str, title: Inline, sections: Iterable[Section], *, checked: str, today: str,
        note: Inline = (), events: Iterable[Event] | None = None,
    ) -> "Report":  # fmt: skip
        """Return a report of the sections that say something; below the title a note, then of when it is.

        `checked` is the day of the latest check of what it rests on, `today` that of its making (ISO dates).
        """
        lead = frame.says("report.as-of", date=frame.date(checked), today=frame.date(today))
        return cls(
            frame=frame,
            id=identifier,
            title=title,
            as_of=checked,
            sections=tuple(section for section in sections if section.blocks),
            lead=(*note, *lead),
            events=None if events is None else tuple(events),
        )

    def data(self) -> Data:
        """Return the machine form: sections with their blocks."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self.frame.made_for_data(),
            "id": self.id,
            "title": plain_text(self.title),
            "lang": self.frame.lang,
            "as_of": self.as_of,
            "sections": [
                {
                    "key": section.key,
                    "title": plain_text(section.title),
                    "blocks": [block_data(block) for block in section.blocks],
                }
                for section in self.sections
            ],
            "sources": self.frame.cited.data(),
        }

    def pictured(self, key: str, picture: Callable[[], Picture | None]) -> "Report":
        """Return the report with a picture in one of its sections."""
        sections = (replace(each, picture=picture) if each.key == key else each for each in self.sections)
        return replace(self, sections=tuple(sections))

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("section", "block", "label", "text")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each item of each section: what it is called, and what it says."""
        return [
            {"section": section.key, "block": at, "label": label, "text": text}
            for section in self.sections
            for at, block in enumerate(section.blocks, start=1)
            for label, text in block_lines(block)
        ]

    def page(self) -> Page:
        """Return the document."""
        return self.frame.page(self.id, self.title, self.sections, lead=self.lead, as_of=self.as_of)


def sections_of(
    frame: Frame,
    report: str,
    parts: Mapping[str, Callable[[Frame, T], Iterable[Block]]],
    material: T,
    titles: Mapping[str, str] | None = None,
) -> list[Section]:
    """Write the parts of a report in their order, each under the label `<report>.<key>`, or that of `titles`."""
    labels = {key: f"{report}.{key}" for key in parts} | dict(titles or {})
    return [Section(key, frame.says(labels[key]), tuple(write(frame, material))) for key, write in parts.items()]


def cell_text(cell: Cell) -> str:
    """Return the words of a cell, a line for each paragraph."""
    return "\n".join(plain_text(line) for line in cell)


def inline_data(inline: Inline) -> dict[str, object]:
    """Return a text for the machine form, with the sources behind it."""
    return {"text": plain_text(inline), "sources": [note for run in inline for note in run.notes]}


def block_data(block: Block) -> dict[str, object]:
    """Return a block for the machine form."""
    if isinstance(block, Paragraph):
        return {"type": "paragraph", **inline_data(block.content)}
    if isinstance(block, Bullets):
        return {"type": "list", "ordered": block.ordered, "items": [_cell_data(item) for item in block.items]}
    if isinstance(block, Facts):
        pairs = [{"label": plain_text(label), **_cell_data(value)} for label, value in block.pairs]
        return {"type": "facts", "items": pairs}
    return {
        "type": "table",
        "caption": plain_text(block.caption),
        "columns": [{"key": column.key, "title": plain_text(column.title)} for column in block.columns],
        "rows": [
            {"group": plain_text(row.group), "cells": [_cell_data(cell) for cell in row.cells]} for row in block.rows
        ],
    }


def _cell_data(cell: Cell) -> dict[str, object]:
    return {"text": cell_text(cell), "sources": [note for line in cell for run in line for note in run.notes]}


def block_lines(block: Block) -> list[tuple[str, str]]:
    """Return the items of a block as pairs of label and text; a table gives a pair for each cell but the first."""
    if isinstance(block, Paragraph):
        return [("", plain_text(block.content))]
    if isinstance(block, Bullets):
        return [("", cell_text(item)) for item in block.items]
    if isinstance(block, Facts):
        return [(plain_text(label), cell_text(value)) for label, value in block.pairs]
    titles = [plain_text(column.title) for column in block.columns]
    return [
        (" / ".join(part for part in (cell_text(row.cells[0]), title) if part), cell_text(cell))
        for row in block.rows
        for title, cell in zip(titles[1:], row.cells[1:], strict=True)
        if cell_text(cell)
    ]
