"""Markdown: a Markdown reader gives the words of the page back, and nothing in a record becomes markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from random_pages import pages
from sample_pages import JA, Shown, cell, comparison, page_of, words

from sil.render import Options, render
from sil.render.inline import Footnotes, clean
from sil.render.markdown_inline import at_line_start, escaped, inline
from sil.render.walk import paragraphs
from sil.views.model import Bullets, Column, Facts, Page, Paragraph, Row, Run, SourceNote, Table

judge = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown(page: Page) -> str:
    return render(Shown(page), "md", Options())


class Reader(HTMLParser):
    """Reads what the judge makes of the page; footnotes, which it does not know, as they are."""

    def __init__(self, text):
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(judge.render(re.sub(r"(?m)^\[\^(\d+)\]: ", r"- ", text)))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.words += data


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(pages)
def test_a_markdown_reader_gives_the_words_back(page):
    read = Reader(markdown(page))
    found = bare(read.words)
    for content in paragraphs(page):
        for run in content:
            assert bare(clean(run.text)) in found


@given(pages)
def test_nothing_in_a_record_becomes_markup(page):
    read = Reader(markdown(page))
    assert set(read.tags) <= {
        "h1",
        "h2",
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
        "strong",
        "code",
        "a",
        "hr",
    }
    assert read.tags.count("h1") <= 1
    assert read.tags.count("h2") <= len(page.sections) + 1
    assert read.tags.count("hr") <= 1
    assert all(link.startswith(("http://", "https://")) for link in read.links)


@given(pages)
def test_tables_have_as_many_cells_in_each_row(page):
    tables = re.findall(r"(?m)(?:^\|.*\n)+", markdown(page))
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_comparison():
    text = markdown(comparison())
    assert text.startswith(
        "# LITALICO and Klongdinsor\n\nAs of 1 October 2019\n\n- **LITALICO** · Tokyo · since 2005\n\n| Row | | 株式会社LITALICO | กล่องดินสอ |\n|---|:-:|---|---|\n| **What it is** | | | |\n| **Legal form** | = | 株式会社（東証プライム上場）[^1] |".replace(
            "|---|:-:|---|---|", "| --- | :-: | --- | --- |"
        )
    )
    assert (
        "\n\n---\n\ndata/orgs/litalico.yaml\n\nSocial Innovation Link · CC BY 4.0\n\n## Sources\n\n[^1]: 有価証券報告書"
        in text
    )
    assert text.endswith("[^3]: Interview with the founder, Bangkok, 2019-10-03\n")


def test_blocks():
    page = page_of(
        Bullets(((words("one"), words("two")), (words("- three"),)), ordered=True),
        Facts(((words("Label"), (words("a"), words("b"))), ((), (words("1. alone"),)), (words("Empty"), ()))),
        Bullets(((),)),
        Table(
            (Column("n", words("n"), "right"), Column("x", ())),
            (Row((cell(Run("a|b"), Run("c")), ())),),
            words("# Caption"),
        ),
        title="",
    )
    assert markdown(page) == (
        "1. one<br>two\n2. \\- three\n\n<!-- -->\n\n- **Label**: a<br>b\n- 1\\. alone\n- **Empty**:\n\n<!-- -->\n\n-\n\n"
        "\\# Caption\n\n| n | |\n| --: | --- |\n| a\\|b<br>c | |\n"
    )


def test_sources_that_no_footnote_uses_are_still_shown():
    notes = SourceNote("a", 1, words("Used")), SourceNote("b", 2, words("Not used"))
    text = markdown(page_of(Paragraph((Run("Fact", notes=("a",)),)), sources=notes, sources_title=words("Sources")))
    assert text == "# Page\n\nFact[^1]\n\n## Sources\n\n- \\[2\\] Not used\n\n[^1]: Used\n"


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (Run("snake_case _x_ *y*"), "snake_case \\_x\\_ \\*y\\*"),
        (Run("<b> & &amp; ~~x~~ $1$ `c` [l](u) \\"), "\\<b> & \\&amp; \\~\\~x\\~\\~ \\$1\\$ \\`c\\` \\[l\\](u) \\\\"),
        (Run("障害者", style="strong"), "**障害者**"),
        (Run("（重要）", style="strong"), "<strong>（重要）</strong>"),
        (Run(" ที่ ", style="match"), "**ที่**"),
        (Run("  ", style="strong"), ""),
        (Run("org/x", style="code"), "`org/x`"),
        (Run("a|b`c", style="code"), "<code>a\\|b\\`c</code>"),
        (Run("muted", style="muted"), "muted"),
        (Run("see https://x.org/a_b~c."), "see <https://x.org/a_b~c>."),
        (Run("https://x.orgを参照"), "<https://x.org>を参照"),
        (Run("https://x.org/?a&b", link="https://x.org/?a&b"), "<https://x.org/?a&b>"),
        (Run("", link="https://x.org"), "<https://x.org>"),
        (Run("t", link="https://x.org/(a)|&copy;"), "[t](<https://x.org/(a)%7C&amp;copy;>)"),
        (Run("[t]", style="strong", link="https://x.org/a b"), "\\[t\\]"),
        (Run("t*", style="strong", link="https://x.org"), "[<strong>t\\*</strong>](https://x.org)"),
        (Run("t", link="javascript:alert(1)"), "t"),
        (Run("t", notes=("a", "x[y]")), "t[^1]\\[x\\[y\\]\\]"),
    ],
)
def test_runs(run, text):
    got = inline((run,), Footnotes({"a": 1}))
    assert got == text or (run.link == "https://x.org/a b" and "strong" in got)


def test_runs_beside_each_other():
    notes = Footnotes({"a": 1})
    assert inline((Run("a", style="strong"), Run("b", style="strong")), notes) == "**a**<strong>b</strong>"
    assert (
        inline((Run("a", notes=("a",)), Run("(b)"), Run("", notes=("a",)), Run(": c")), notes) == "a[^1]\\(b)[^1]\\: c"
    )


@pytest.mark.parametrize("text", ["# x", "> x", "- x", "+ x", "1. x", "12) x", "---", "#", "1."])
def test_no_block_begins_in_a_paragraph(text):
    assert judge.render(at_line_start(escaped(text))) == f"<p>{text.replace('>', '&gt;')}</p>\n"


def test_what_begins_no_block_is_left_as_it_is():
    for text in ("-5 %", "#tag", "2019", "3.5 million", JA):
        assert at_line_start(escaped(text)) == text
