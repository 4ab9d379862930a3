"""An Excel workbook: the text on the first sheet, each table, the sources and the flat rows on sheets of their own.

The flat rows are real numbers and dates; sources are links. No text of a record ever becomes a formula.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

import xlsxwriter

from sil.render.inline import Footnotes, clean, plain, unseen_address, web_address
from sil.render.options import Options
from sil.render.sheet_layout import NARROW, SIZE, fitting, height_of, line_height, parts
from sil.render.sheet_names import SheetNames
from sil.text import cells
from sil.text.escape import harmless
from sil.views.model import Block, Bullets, Cell, Facts, Inline, Page, Paragraph, Scalar, Table, View

FONTS = {"en": "Arial", "th": "Leelawadee UI", "ja": "Yu Gothic"}
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14})(?:\.\d+)?")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_MOST = 32_767
"""Characters that a cell holds."""
_LABELS, _TEXT, _GROUPS, _SOURCES, _ADDRESSES = 30, 90, 24, 80, 60
"""Widths of columns: labels and text beside each other, groups of rows, sources and their addresses."""
_LINK = "#0B57A4"
_LONGEST_ADDRESS = 2000


def render(view: View, options: Options) -> bytes:
    """Return the view as an xlsx file; UsageError when xlsxwriter is not installed."""
    page = view.page()
    target = BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, safe) as book:
        made = datetime.fromisoformat(options.today or "2000-01-01")
        book.set_properties({"title": plain(page.title)[:255], "author": "sil", "created": made})
        writer = Writer(book, page.lang or options.lang, Footnotes.of(page))
        writer.page(page)
        writer.data(view)
    return target.getvalue()


class Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, lang: str, footnotes: Footnotes) -> None:
        self._book = book
        self._lang = lang
        self._footnotes = footnotes
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self._names = SheetNames()

    def page(self, page: Page) -> None:
        """Write the text, then a sheet for each table, then the sources."""
        name, text = self._sheet(plain(page.title))
        self._widths(text, [_LABELS, _TEXT])
        self._heading(text, 0, page.title, 14)
        at = self._lines(text, 1, [(page.lead, ())]) + 1
        for section in page.sections:
            if section.title:
                self._heading(text, at, section.title, 12)
                at += 1
            for before, block in pairwise((None, *section.blocks)):
                if block:
                    at += isinstance(before, Facts) and isinstance(block, Facts)
                    at = self._block(text, at, block, plain(section.title) or plain(page.title), name)
            at += 1
        self._lines(text, at, [(page.footer, ())])
        for number, value in enumerate(page.meta.values()):
            text.write_string(at + 1 + number, 0, clean(value), self._form())
        self._sources(page)

    def data(self, view: View) -> None:
        """Write the flat rows: numbers are numbers and days are days, to sort, filter and count with."""
        keys, rows = list(view.header()), view.rows()
        _, sheet = self._sheet("data")
        widths = fitting([max([len(key), *(cells.width(str(row[key] or "")) for row in rows)]) for key in keys])
        self._widths(sheet, widths)
        for column, key in enumerate(keys):
            sheet.write_string(0, column, key, self._form(bold=True, bg_color="#E4E9ED"))
        for number, row in enumerate(rows, 1):
            for column, key in enumerate(keys):
                self._scalar(sheet, number, column, row[key])
            self._tall(sheet, number, [(str(row[key] or ""), width) for key, width in zip(keys, widths, strict=True)])
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        if keys:
            sheet.autofilter(0, 0, max(len(rows), 1), len(keys) - 1)

    def _heading(self, sheet: Any, at: int, title: Inline, size: int) -> None:
        """Write a line in larger letters, in a row that is high enough for them."""
        sheet.write_string(at, 0, self._words(title), self._form(bold=True, font_size=size, text_wrap=False))
        sheet.set_row(at, line_height(self._lang) * size / SIZE)

    def _block(self, sheet: Any, at: int, block: Block, title: str, home: str) -> int:
        """Write a block below the others; a table goes to its own sheet, and a link leads there."""
        match block:
            case Paragraph():
                return self._lines(sheet, at, [((), (block.content,))])
            case Bullets():
                marks = (f"{number}." if block.ordered else "•" for number in range(1, len(block.items) + 1))
                items = [(self._words(line), mark if not n else "") for mark, item in zip(marks, block.items, strict=True)
                         for n, line in enumerate(item)]  # fmt: skip
                for number, (text, mark) in enumerate(items):
                    sheet.write_string(at + number, 0, mark if block.marked else "", self._form(align="right"))
                    sheet.write_string(at + number, 1, text[:_MOST], self._form())
                    self._tall(sheet, at + number, [(text, _TEXT)])
                return at + len(items)
            case Facts():
                return self._lines(sheet, at, block.pairs)
            case Table():
                name = self._table(block, title, home)
                sheet.write_url(at, 0, f"internal:'{name}'!A1", self._form(font_color=_LINK), f"→ {name}")
                return at + 1

    def _lines(self, sheet: Any, at: int, pairs: Sequence[tuple[Inline, Cell]]) -> int:
        """Write labels with their values; a label alone is a paragraph, which runs on into the next column."""
        for label, values in pairs:
            if label or values:
                form = self._form(bold=True) if values else self._form(text_wrap=False)
                sheet.write_string(at, 0, self._words(label)[:_MOST], form)
                self._cell(sheet, at, 1, values)
                said = "\n".join(map(self._words, values))
                self._tall(sheet, at, [(self._words(label) if values else "", _LABELS), (said, _TEXT)])
                at += 1
        return at

    def _table(self, table: Table, title: str, home: str) -> str:
        name, sheet = self._sheet(plain(table.caption) or title)
        grouped = any(plain(row.group) for row in table.rows)
        back = "←" if table.caption else f"← {home}"
        sheet.write_url(0, 0, f"internal:'{home}'!A1", self._form(font_color=_LINK, text_wrap=False), back)
        if table.caption:
            sheet.write_string(0, 1, self._words(table.caption), self._form(bold=True, text_wrap=False))
        widths = [_GROUPS] * grouped + fitting([self._longest(table, at) for at in range(len(table.columns))])
        self._widths(sheet, widths)
        for column, head in enumerate(table.columns, grouped):
            sheet.write_string(1, column, self._words(head.title), self._form(bold=True, bg_color="#E4E9ED"))
        if grouped:
            sheet.write_blank(1, 0, None, self._form(bg_color="#E4E9ED"))
        rows = [
            (row.group, part)
            for row in table.rows
            for part in parts(row.cells, widths[grouped:], self._lang, self._words)
        ]
        for number, (group, part) in enumerate(rows, 2):
            if grouped:
                sheet.write_string(number, 0, self._words(group), self._form(font_color="#59636E"))
            for column, cell in enumerate(part, grouped):
                self._cell(sheet, number, column, cell, bold=column == grouped)
            said = [self._words(group)] * grouped + ["\n".join(map(self._words, cell)) for cell in part]
            self._tall(sheet, number, list(zip(said, widths, strict=True)))
        sheet.freeze_panes(2, 1 + grouped)
        _printed(sheet, repeat=1)
        return name

    def _sources(self, page: Page) -> None:
        if not page.sources:
            return
        _, sheet = self._sheet(plain(page.sources_title) or "sources")
        self._widths(sheet, [NARROW, _SOURCES, _ADDRESSES])
        sheet.write_string(0, 0, self._words(page.sources_title), self._form(bold=True, text_wrap=False))
        for number, source in enumerate(page.sources, 1):
            content, address = _parted(source.content)
            sheet.write_number(number, 0, source.number, self._form())
            self._cell(sheet, number, 1, (content,))
            self._tall(sheet, number, [(self._words(content), _SOURCES), (address, _ADDRESSES)])
            if address:
                self._link(sheet, (number, 2), address, address, self._form(font_color=_LINK))
        sheet.freeze_panes(1, 0)

    def _longest(self, table: Table, column: int) -> int:
        """Return the width of the longest paragraph of a column in terminal cells."""
        contents = [line for row in table.rows for line in row.cells[column]]
        return max(cells.width(self._words(line)) for line in (table.columns[column].title, *contents))

    def _widths(self, sheet: Any, widths: Sequence[int]) -> None:
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def _tall(self, sheet: Any, row: int, texts: Sequence[tuple[str, int]]) -> None:
        """Make a row as high as its texts need in columns so wide; not every program does that by itself."""
        if height := height_of(texts, self._lang):
            sheet.set_row(row, height)

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, *, bold: bool = False) -> None:
        """Write a cell as a number where it is one, as a link where it has an address, else as text."""
        text = "\n".join(self._words(line) for line in cell)
        form = self._form(bold=bold, lang=next((run.lang for line in cell for run in line if run.lang), ""))
        address = next((found for line in cell for run in line if (found := web_address(run))), None)
        if _NUMBER.fullmatch(text):
            shown = "#,##0.###" if "," in text else "General"
            sheet.write_number(row, column, float(text.replace(",", "")), self._form(bold=bold, num_format=shown))
        elif address:
            self._link(sheet, (row, column), address, text or address, form)
        elif text:
            sheet.write_string(row, column, _held(text), form)

    def _link(self, sheet: Any, place: tuple[int, int], address: str, text: str, form: Any) -> None:
        """Write text that leads to an address, where Excel takes one so long."""
        if len(address) < _LONGEST_ADDRESS and len(text) < _MOST:
            sheet.write_url(*place, address, form, text)
        else:
            sheet.write_string(*place, _held(text), form)

    def _scalar(self, sheet: Any, row: int, column: int, value: Scalar) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, self._form())
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self._form())
        elif value and (day := _day(value)):
            sheet.write_datetime(row, column, day, self._form(num_format="yyyy-mm-dd", align="left"))
        elif value:
            sheet.write_string(row, column, harmless(value)[:_MOST], self._form())

    def _words(self, content: Inline) -> str:
        """Return a paragraph with its footnote marks."""
        return "".join(
            clean(run.text) + "".join(f" [{mark}]" for mark, _ in self._footnotes.marks(run)) for run in content
        ).strip()

    def _sheet(self, wanted: str) -> tuple[str, Any]:
        """Add a sheet under a name that Excel allows and that no other sheet has."""
        name = self._names.new(wanted)
        sheet = self._book.add_worksheet(name)
        _printed(sheet)
        sheet.set_default_row(line_height(self._lang))
        return name, sheet

    def _form(self, lang: str = "", **wishes: object) -> Any:
        """Return the format of a cell, made once."""
        form = {
            "text_wrap": True,
            "valign": "top",
            "font_size": SIZE,
            "font_name": FONTS.get(lang or self._lang, "Arial"),
        }
        settled = tuple(sorted({**form, **wishes}.items()))
        if settled not in self._formats:
            self._formats[settled] = self._book.add_format(dict(settled))
        return self._formats[settled]


def _printed(sheet: Any, repeat: int | None = None) -> None:
    """Make a sheet print on A4, as wide as the page, with its head on each page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(0)
    if repeat is not None:
        sheet.repeat_rows(repeat)


def _parted(content: Inline) -> tuple[Inline, str]:
    """Part the words of a source from the address that stands for itself at their end; the address of a link counts too."""
    if not content:
        return (), ""
    *before, last = content
    address = next((found for run in reversed(content) if (found := web_address(run))), "")
    alone = web_address(last) == address and not unseen_address(last) and not last.notes
    return (tuple(before) if address and alone else content), address


def _held(text: str) -> str:
    """Return as much of a text as a cell holds."""
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None
