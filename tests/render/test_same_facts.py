"""The same facts in every format: what other programs read back out of each file is what the view says, whole."""

import io
import itertools
import json
import re
from datetime import datetime
from urllib.parse import unquote

import openpyxl
import pytest
from other_readers import (
    ADDRESSES,
    READERS,
    addresses,
    csv_rows,
    letters,
    lines,
    marks,
    pdf_pages,
    squeezed,
    unseen_addresses,
)

from sil.kb import KnowledgeBase
from sil.render import Options, document, render
from sil.render.inline import plain

TODAY = "2026-11-24"
VIEWS = {
    "compare": lambda kb: kb.compare(["litalico", "klongdinsor"]),
    "countries": lambda kb: kb.compare_countries(["th", "jp"], "disability-employment"),
    "trip": lambda kb: kb.report("trip"),
    "briefing": lambda kb: kb.report("briefing"),
    "theme": lambda kb: kb.report("theme", "disability-employment"),
    "follow-ups": lambda kb: kb.report("follow-ups"),
    "learning": lambda kb: kb.report("learning"),
    "transfer": lambda kb: kb.transfer("soil-2019-bangkok/social-employment-model", "jp"),
    "graph": lambda kb: kb.network(),
    "timeline": lambda kb: kb.timeline(["litalico"]),
}
CASES = [(name, lang) for name in VIEWS for lang in ("en", "th", "ja")]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def view(request, shipped, cache_home):
    name, lang = request.param
    with KnowledgeBase(shipped.root, cache_home / "shipped.sqlite", lang, TODAY) as kb:
        yield VIEWS[name](kb)


def options(view) -> Options:
    return Options(width=100_000, lang=view.page().lang, today=TODAY)


def marked(text: str) -> str:
    """The words without the marks of footnotes, which stand between them."""
    return re.sub(r"\[\d+\]", "", text)


def missing(found: str, page) -> list[str]:
    found = unquote(found)
    return [line for line in map(marked, lines(page)) if unquote(line) not in found]


@pytest.mark.parametrize("fmt", ["md", "html", "docx", "xlsx"])
def test_every_line_and_address_of_the_view_is_in_the_file(view, fmt):
    made = (render if fmt in ("md", "html") else document)(view, fmt, options(view))
    assert missing(marked(READERS[fmt](made)), view.page()) == []
    assert set(map(unquote, addresses(view.page()))) - set(map(unquote, ADDRESSES[fmt](made))) == set()


def test_every_line_and_address_of_the_view_is_in_the_terminal(view):
    found = squeezed(render(view, "terminal", options(view)))
    assert missing(marked(found), view.page()) == []
    assert all(address in found for address in unseen_addresses(view.page()))


def test_every_line_and_address_of_the_view_can_be_copied_from_the_pdf(view):
    made = document(view, "pdf", options(view))
    pages = [letters(marked(page)) for page in pdf_pages(made)]
    whole = "".join(pages)
    lost = [line for line in map(letters, map(marked, lines(view.page()))) if line not in whole]
    assert [line for line in lost if not across(line, pages)] == []
    assert addresses(view.page()) - ADDRESSES["pdf"](made) == set()


def across(line: str, pages: list[str]) -> bool:
    """Whether a row that runs over pages has the line in pieces, in order."""
    return any(
        line[:cut] in one and line[cut:] in other
        for one, other in itertools.pairwise(pages)
        for cut in range(1, len(line))
    )


def test_every_footnote_has_its_number_in_every_document(view):
    made = {fmt: document(view, fmt, options(view)) for fmt in ("docx", "xlsx")}
    made |= {fmt: render(view, fmt, options(view)) for fmt in ("terminal", "html")}
    for fmt, file in made.items():
        text = READERS[fmt](file) if fmt in ("docx", "xlsx") else re.sub(r"<[^>]+>", "", file)
        assert marks(view.page()) <= set(re.findall(r"\[(\d+)\]", text)), fmt


def test_the_flat_rows_are_the_same_in_each_format_that_has_them(view):
    rows = view.rows()
    assert [json.loads(line) for line in render(view, "jsonl", options(view)).splitlines()] == list(rows)
    for fmt, dialect in (("csv", "excel"), ("tsv", "tsv")):
        read = csv_rows(render(view, fmt, options(view)), dialect)
        assert [[fact(value) for value in row.values()] for row in read] == [
            [fact(row[key]) for key in view.header()] for row in rows
        ]
    sheet = openpyxl.load_workbook(io.BytesIO(document(view, "xlsx", options(view))))["data"]
    read = [[fact(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert read == [[fact(row[key]) for key in view.header()] for row in rows]


def fact(value) -> str:
    """A scalar as one text, whatever type its format has for it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:.15g}"
    return squeezed(value or "").removeprefix("'")


def test_json_is_the_view(view):
    assert json.loads(render(view, "json", options(view))) == json.loads(json.dumps(view.data()))


def test_each_heading_stands_once_in_the_web_page_and_in_order(view):
    import lxml.html

    body = lxml.html.document_fromstring(render(view, "html", options(view)))
    page = view.page()
    said = [(head.tag, squeezed(head.text_content())) for head in body.iter("h1", "h2", "h3", "h4")]
    wanted = [("h1", page.title), *(("h2", part.title) for part in page.sections), ("h2", page.sources_title)]
    assert said == [(tag, squeezed(plain(title))) for tag, title in wanted if plain(title)]
