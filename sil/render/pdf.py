"""A PDF by Typst with the fonts of the package: the same page for everybody, whatever fonts their computer has.

The words go to a fixed template as JSON (`page.typ`), so nothing of a record is ever markup.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from sil.render.inline import Footnotes, clean, plain, web_address
from sil.render.network_svg import network_svg
from sil.render.options import Options
from sil.render.pictures import pictures_of
from sil.render.proportions import landscape, shares
from sil.render.typeset import typeset
from sil.text.tables import load
from sil.views.drawing import Picture
from sil.views.model import Block, Bullets, Cell, Facts, Inline, Page, Paragraph, Run, Table, View

_BOLD = ("strong", "match")


def render(view: View, options: Options) -> bytes:
    """Return the page as a tagged PDF on A4, with an outline; the same bytes for the same page and day."""
    words = Words(view.page(), options, pictures_of(view))
    template = files("sil.render").joinpath("page.typ").read_text("utf-8")
    return typeset(template, {"data": json.dumps(words.page(), ensure_ascii=False)}, "pdf")


class Words:
    """Turns a page into what the template reads."""

    def __init__(self, page: Page, options: Options, pictures: Mapping[str, Picture]) -> None:
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
            "unbroken": load("breaks")["unbroken"],
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
        return (
            None if picture is None else {"svg": network_svg(picture, titled=False), "alt": clean(picture.description)}
        )

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "content": self._line(block.content)}
            case Bullets():
                items = [self._cell(item) for item in block.items]
                return {"kind": "bullets", "items": items, "ordered": block.ordered, "marked": block.marked}
            case Facts():
                pairs = [{"label": self._line(label), "values": self._cell(values)} for label, values in block.pairs]
                return {"kind": "facts", "pairs": pairs}
            case Table():
                return self._table(block)

    def _table(self, table: Table) -> dict[str, Any]:
        rows: list[dict[str, Any]] = []
        before: Inline = ()
        for row in table.rows:
            group = row.group if row.group != before else ()
            rows.append({"group": self._line(group), "cells": [self._cell(cell) for cell in row.cells]})
            before = row.group
        titles = [self._line(column.title) for column in table.columns]
        return {"kind": "table", "caption": self._line(table.caption), "headed": any(titles), "titles": titles,
                "shares": shares(table), "rows": rows}  # fmt: skip

    def _cell(self, cell: Cell) -> list[list[dict[str, Any]]]:
        return [self._line(content) for content in cell]

    def _line(self, content: Inline) -> list[dict[str, Any]]:
        return [self._run(run) for run in content if run.text or run.link or run.notes]

    def _run(self, run: Run) -> dict[str, Any]:
        address = web_address(run)
        marks = [{"text": mark, "known": known} for mark, known in self._footnotes.marks(run)]
        return {"text": clean(run.text) or address or "", "lang": run.lang or self._lang, "style": run.style,
                "strong": run.style in _BOLD, "link": address, "marks": marks}  # fmt: skip
