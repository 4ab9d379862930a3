"""A PDF by Typst with the fonts of the package: the same page for everybody, whatever fonts their computer has.

The words go to a fixed template as JSON (`page.typ`), so nothing of a record is ever markup.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any

from sil.render.inline import Footnotes, clean, plain, web_address
from sil.render.options import Options
from sil.render.pictures import drawing, pictures_of
from sil.render.pieces import pieces
from sil.render.proportions import is_short, landscape, shares
from sil.render.typeset import typeset
from sil.views.drawing import Picture
from sil.views.model import Block, Bullets, Cell, Facts, Inline, Page, Paragraph, Run, Table, View
from sil.views.timeline import TimePicture

_BOLD = ("strong", "match")
_LINE = 80
"""Terminal cells that a line takes over the whole width of a page, about."""
_INSET = 3
"""Cells that the margins of a column of a table take."""


def render(view: View, options: Options) -> bytes:
    """Return the page as a tagged PDF on A4, with an outline; the same bytes for the same page and day."""
    words = Words(view.page(), options, pictures_of(view))
    template = files("sil.render").joinpath("page.typ").read_text("utf-8")
    return typeset(template, {"data": json.dumps(words.page(), ensure_ascii=False)}, "pdf")


class Words:
    """Turns a page into what the template reads."""

    def __init__(self, page: Page, options: Options, pictures: Mapping[str, Picture | TimePicture]) -> None:
        self._page = page
        self._pictures = pictures
        self._today = options.today
        self._lang = page.lang or options.lang
        self._footnotes = Footnotes.of(page)

    def page(self) -> dict[str, Any]:
        """Return the whole page."""
        page = self._page
        footer = (*page.footer, *(Run(f"{' ' * bool(at)}{text}") for at, text in enumerate(page.meta.values())))
        return {
            "name": plain(page.title),
            "today": self._today,
            "lang": self._lang,
            "landscape": landscape(page),
            "title": self._line(page.title),
            "lead": self._line(page.lead),
            "sections": [
                {
                    "title": self._line(section.title),
                    "picture": self._picture(section.key),
                    "blocks": [self._block(block) for block in section.blocks],
                }
                for section in page.sections
            ],
            "picture": self._picture(""),
            "sources-title": self._line(page.sources_title),
            "sources": [{"number": str(each.number), "content": self._line(each.content)} for each in page.sources],
            "footer": self._line(footer),
        }

    def _picture(self, key: str) -> dict[str, str] | None:
        picture = self._pictures.get(key)
        return None if picture is None else {"svg": drawing(picture, titled=False), "alt": clean(picture.description)}

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "content": self._line(block.content)}
            case Bullets():
                items = [self._cell(item) for item in block.items]
                return {"kind": "bullets", "items": items, "ordered": block.ordered, "marked": block.marked}
            case Facts():
                pairs = [
                    {"label": self._line(label, _LINE // 4), "values": self._cell(values)}
                    for label, values in block.pairs
                ]
                return {"kind": "facts", "pairs": pairs}
            case Table():
                return self._table(block)

    def _table(self, table: Table) -> dict[str, Any]:
        parts = shares(table)
        rooms = [int(_LINE * part) - _INSET for part in parts]
        rows: list[dict[str, Any]] = []
        before: Inline = ()
        for row in table.rows:
            group = row.group if row.group != before else ()
            cells = [self._cell(cell, room) for cell, room in zip(row.cells, rooms, strict=True)]
            rows.append({"group": self._line(group), "cells": cells, "whole": is_short(row.cells, parts)})
            before = row.group
        titles = [self._line(column.title, room) for column, room in zip(table.columns, rooms, strict=True)]
        return {"kind": "table", "caption": self._line(table.caption), "headed": any(titles), "titles": titles,
                "shares": parts, "rows": rows}  # fmt: skip

    def _cell(self, cell: Cell, room: int = _LINE) -> list[list[dict[str, Any]]]:
        return [self._line(content, room) for content in cell]

    def _line(self, content: Inline, room: int = _LINE) -> list[dict[str, Any]]:
        """Return a paragraph as stretches that lead to the same place, each of pieces, of which some must not break."""
        atoms = [atom for run in content for atom in self._atoms(run)]
        cut = _cut(atoms, pieces("".join(atom["text"] for atom in atoms), room))
        return [{"to": to, "pieces": list(same)} for to, same in groupby(cut, key=_goal)]

    def _atoms(self, run: Run) -> Iterator[dict[str, Any]]:
        """Yield a run and its footnote marks, each with where it leads to: an address, or a source as `#source-1`."""
        address = web_address(run)
        if text := clean(run.text) or address:
            yield {"text": text, "lang": run.lang or self._lang, "style": run.style, "strong": run.style in _BOLD,
                   "mark": False, "to": address}  # fmt: skip
        for mark, known in self._footnotes.marks(run):
            yield {"text": f"[{mark}]", "lang": self._lang, "style": "", "strong": False,
                   "mark": True, "to": f"#source-{mark}" if known else None}  # fmt: skip


def _cut(atoms: Sequence[dict[str, Any]], parts: Iterable[tuple[str, bool]]) -> Iterator[dict[str, Any]]:
    """Yield the pieces of a paragraph with the atoms, or parts of atoms, that stand in them."""
    rest = list(reversed(atoms))
    for text, whole in parts:
        held, size = [], len(text)
        while size:
            atom = rest.pop()
            here, later = atom["text"][:size], atom["text"][size:]
            held.append({**atom, "text": here})
            size -= len(here)
            if later:
                rest.append({**atom, "text": later})
        yield from [{"whole": True, "atoms": held}] if whole else ({"whole": False, "atoms": [each]} for each in held)


def _goal(piece: dict[str, Any]) -> str | None:
    """Return where all of a piece leads to; nothing when its parts lead to several places."""
    goals = {atom["to"] for atom in piece["atoms"]}
    return goals.pop() if len(goals) == 1 else None
