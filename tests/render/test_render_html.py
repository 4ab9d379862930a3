"""The HTML file: whole, balanced, without script, and true to the page."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from random_pages import pages
from sample_pages import Shown, cell, comparison, page_of, table_of, words

from sil.render import Options, render
from sil.render.inline import clean
from sil.render.walk import paragraphs
from sil.views.model import Column, Page, Paragraph, Row, Run, SourceNote, Table

_VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page and asserts that its tags are balanced."""

    def __init__(self, text):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words += data

    def values(self, name):
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def html(page: Page, lang: str = "en") -> str:
    return render(Shown(page), "html", Options(lang=lang))


@given(pages)
def test_every_run_is_there_and_nothing_else_works(page):
    read = Reader(html(page))
    for content in paragraphs(page):
        for run in content:
            assert clean(run.text) in read.words
    known = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "footer",
        "h1",
        "h2",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "div",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "strong",
        "mark",
        "code",
        "sup",
        "a",
        "time",
    }
    assert {tag for tag, _ in read.tags} <= known
    assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on") or name == "src"]
    assert all(re.match(r"https?://|#(source|ref)-\d+$", href or "") for href in read.values("href"))


@given(pages)
def test_footnotes_lead_both_ways(page):
    read = Reader(html(page))
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in read.values("href") if href.startswith("#")} <= set(ids)
    assert {f"ref-{mark}" for mark in re.findall(r'href="#source-(\d)"', html(page))} == {
        name for name in ids if name.startswith("ref")
    }


def test_the_file_stands_alone():
    text = html(comparison("th"))
    assert text.startswith('<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n')
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in text
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in text
    assert "url(" not in style
    assert "@import" not in style
    assert "<script" not in text
    for name in ("Sarabun", "Noto Sans Thai", "Noto Sans JP", "Yu Gothic", "@media print", "max-width: 600px"):
        assert name in style


def test_other_languages_are_marked():
    content = (
        Run("กล่องดินสอ", "th"),
        Run("here", "en"),
        Run("株式会社", "ja", "strong"),
        Run("why", "", "match"),
        Run("?", style="doubt"),
    )
    text = html(page_of(Paragraph(content)))
    assert (
        '<p><span lang="th">กล่องดินสอ</span>here<strong lang="ja">株式会社</strong><mark>why</mark>'
        '<span class="doubt">?</span></p>' in text
    )


def test_the_reader_s_language_where_the_page_names_none():
    assert '<html lang="ja">' in html(Page("x", words("t"), "", ()), "ja")


def test_tables_have_scopes_labels_and_groups():
    columns = (Column("row", words("Row")), Column("sign", (), "center"), Column("a", words('"A" & <B>'), "right"))
    rows = (
        Row((cell(Run("r1")), cell(Run("=")), cell(Run("x"), Run("y"))), words("Group")),
        Row((cell(Run("r2")), (), cell(Run("z"))), words("Group")),
        Row((cell(Run("r3")), (), ()), (Run(""),)),
    )
    text = html(page_of(Table(columns, rows, words("Caption"))))
    assert "<caption>Caption</caption>" in text
    assert '<tr><th scope="col">Row</th><td></td><th scope="col" class="right">"A" &amp; &lt;B&gt;</th></tr>' in text
    assert text.count('<tr class="group"><th scope="rowgroup" colspan="3">') == 1
    assert '<th scope="row">r1</th><td class="center">=</td>' in text
    assert '<td data-label="&quot;A&quot; &amp; &lt;B&gt;" class="right"><p>x</p><p>y</p></td>' in text


def test_notes_and_links():
    notes = (
        SourceNote("a", 1, (Run("Report", link='https://x.org/?a=1&b="2"'),)),
        SourceNote("b", 2, (Run("", link="https://y.org"),)),
    )
    content = (Run("Fact", notes=("a", "gone")), Run(" again", notes=("a",)))
    text = html(page_of(Paragraph(content), sources=notes, sources_title=words("Sources")))
    assert (
        '<p>Fact<sup><a id="ref-1" href="#source-1">[1]</a></sup><sup>[gone]</sup> again<sup><a href="#source-1">[1]</a></sup></p>'
        in text
    )
    assert (
        '<li id="source-1" value="1"><a href="https://x.org/?a=1&amp;b=&quot;2&quot;" class="named">Report</a> '
        '<a class="back" href="#ref-1" aria-label="[1]">↩</a></li>' in text
    )
    assert '<li id="source-2" value="2"><a href="https://y.org">https://y.org</a></li>' in text


def test_what_stands_under_the_page():
    text = html(comparison())
    assert '<meta name="dcterms.date" content="2019-10-01">' in text
    assert '</h1>\n<p class="lead">As of 1 October 2019</p>' in text
    assert "<p>data/orgs/litalico.yaml</p>\n<p>Social Innovation Link · CC BY 4.0</p>" in text


def test_on_paper_a_short_row_stays_whole_and_a_long_one_goes_on_overleaf():
    table = table_of(("a", "b"), [("short", "few words"), ("long", "many words " * 200)])
    made = render(Shown(page_of(table)), "html", Options())
    rows = [attributes for tag, attributes in Reader(made).tags if tag == "tr"]
    assert [row.get("class") for row in rows] == [None, None, "long"]  # the first is the head
    assert "tr.long { break-inside: auto; }" in made
