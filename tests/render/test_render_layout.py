"""Laws of the page laid out in cells: nothing too wide, nothing lost, straight right edges."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_pages import pages
from sample_pages import EN, JA, TH, Shown, cell, comparison, page_of, table_of, words
from wcwidth import wcswidth

from sil.render import Options, render
from sil.render.inline import clean, unseen_address
from sil.render.walk import paragraphs
from sil.text.cells import width
from sil.views.model import Bullets, Column, Facts, Page, Paragraph, Row, Run, SourceNote, Table

WIDTHS = (40, 60, 80, 120)


def shown(page: Page, cells: int = 80) -> str:
    return render(Shown(page), "terminal", Options(width=cells))


def unlaid(text: str) -> str:
    """The words without the layout: the lines of each cell joined again, no spaces."""
    parts: list[str] = []
    columns: list[str] = []
    for line in text.splitlines():
        if line.startswith("│"):
            pieces = line[1:-1].split("│")
            if len(columns) != len(pieces):
                parts += columns
                columns = [""] * len(pieces)
            columns = [column + piece for column, piece in zip(columns, pieces, strict=True)]
        else:
            parts += [*columns, line]
            columns = []
    return bare("".join(parts + columns))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def table_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(tuple("┌├╞│└"))]


@given(pages, st.sampled_from(WIDTHS) | st.integers(20, 130))
def test_no_line_is_wider_than_the_width(page, cells):
    for line in shown(page, cells).splitlines():
        assert width(line) <= cells
        assert line == line.rstrip(" ")


@given(pages, st.sampled_from(WIDTHS))
def test_no_text_is_lost(page, cells):
    found = unlaid(shown(page, cells))
    for content in paragraphs(page):
        for run in content:
            assert bare(clean(run.text)) in found
            assert bare(unseen_address(run) or "") in found
            for note in run.notes:
                assert {"a": "[1]", "b": "[2]", "gone": "[gone]"}[note] in found


@given(pages, st.sampled_from(WIDTHS))
def test_every_line_of_a_table_ends_at_the_same_cell(page, cells):
    edges: set[int] = set()
    for line in shown(page, cells).splitlines():
        if line.startswith("┌"):
            edges = {width(line)}
        if line.startswith(tuple("├╞│└")):
            assert width(line) in edges
            assert line[-1] in "┤╡│┘"


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("cells", WIDTHS)
def test_comparison_fits_and_stands_straight_by_the_judge(lang, cells):
    text = shown(comparison(lang), cells)
    assert max(wcswidth(line) for line in text.splitlines()) <= cells
    assert len({wcswidth(line) for line in table_lines(text)}) == (1 if cells >= 80 else 0)


def test_difficult_cells_end_at_the_same_cell():
    rows = [("น้ำ", "ที่"), ("ｶﾅ", "ｶﾞｲﾄﾞ"), ("株式会社", "㈱"), ("📘", "👩‍🏫"), ("🇹🇭", "がぎ"), ("plain", "text")]
    lines = table_lines(shown(page_of(table_of(("a", "b"), rows))))
    assert {wcswidth(line) for line in lines} == {wcswidth(lines[0])}
    assert len(lines) == len(rows) + 4


def test_a_list_of_short_rows_has_no_rules_between_them():
    text = shown(page_of(table_of(("id", "name"), [("a", "LITALICO"), ("b", "กล่องดินสอ")])))
    assert text.splitlines()[3:] == [
        "┌────┬──────────┐",
        "│ id │ name     │",
        "╞════╪══════════╡",
        "│ a  │ LITALICO │",
        "│ b  │ กล่องดินสอ │",
        "└────┴──────────┘",
    ]


def test_rows_of_several_lines_are_parted_by_rules_and_groups_by_a_heading():
    rows = tuple(Row((cell(Run(name)), cell(Run(EN), Run("short"))), words("Group")) for name in "ab")
    text = shown(page_of(Table((Column("x", ()), Column("y", ())), rows)), 60)
    assert "│ Group" in text
    assert sum(line.startswith("├───┼") for line in text.splitlines()) == 1
    assert "│ a │ • The company" in text
    assert "│   │ • short" in text
    assert "╞" not in text


def test_a_table_is_as_wide_as_its_group_headings():
    rows = (Row((cell(Run("1")), cell(Run("2"))), words("A group with a long name")),)
    text = shown(page_of(Table((Column("x", ()), Column("y", ())), rows)))
    assert "│ A group with a long name │\n" in text
    assert "│ 1 │ 2                    │\n" in text


def test_cells_keep_to_their_side():
    columns = (Column("n", words("number"), "right"), Column("s", words("state"), "center"))
    text = shown(page_of(Table(columns, (Row((cell(Run("7")), cell(Run("ok")))),))))
    assert "│      7 │  ok   │" in text


def test_a_table_becomes_cards_where_it_does_not_fit():
    table = Table(
        (
            Column("row", words("Row")),
            Column("sign", ()),
            Column("a", words("LITALICO")),
            Column("b", words("กล่องดินสอ")),
        ),
        (
            Row((cell(Run("Law")), cell(Run("≠")), cell(Run(JA)), cell(Run("one"), Run(TH))), words("Block")),
            Row(((), (), (), ())),
        ),
        words("What the law says"),
    )
    text = shown(page_of(table), 44)
    assert not table_lines(text)
    assert text.splitlines()[3:11] == [
        "What the law says",
        "Row · LITALICO · กล่องดินสอ",
        "",
        "── Block",
        "",
        "Law  ≠",
        "  LITALICO: 障害者雇用促進法（法定雇用率）に",
        "    より、民間企業は従業員の一定割合以上の",
    ]
    assert "  กล่องดินสอ:\n    • one\n    • ฝั่งไทย" in text
    assert text.endswith("  LITALICO: –\n  กล่องดินสอ: –\n")


def test_cards_without_titles_begin_with_the_first_row():
    long = Table((Column("a", ()),), (Row((cell(Run("x" * 50)),)),))
    assert shown(page_of(long, title=""), 40).splitlines() == ["x" * 38, "  " + "x" * 12]


def test_a_table_without_rows_still_shows_its_columns():
    text = shown(page_of(table_of(("id", "name"), [])))
    assert [line[0] for line in table_lines(text)] == ["┌", "│", "└"]
    assert shown(page_of(table_of(("i" * 30, "name"), []), title=""), 30) == f"{'i' * 30}\n· name\n"


def test_a_table_without_columns_is_its_caption():
    assert shown(page_of(Table((), (), words("Nothing")), title="")) == "Nothing\n"


def test_facts_stand_beside_their_labels_or_below_them():
    facts = Facts(
        ((words("本社"), (words("東京都"),)), (words("Themes"), (words("work"), words("learning"))), (words("Fee"), ()))
    )
    wide = shown(page_of(facts, title=""), 60)
    assert wide == "本社    東京都\nThemes  work\n        learning\nFee\n"
    narrow = shown(page_of(facts, title=""), 40)
    assert narrow == "本社: 東京都\nThemes:\n  work\n  learning\nFee: –\n"


def test_lists_hang():
    items = tuple((words(f"{number} {EN}"), words("more")) for number in range(10))
    lines = shown(page_of(Bullets(items, ordered=True), title="")).splitlines()
    assert lines[:3] == [f" 1. 0 {EN[:74]}", f"    {EN[75:]}", "    more"]
    assert shown(page_of(Bullets(((), (words("x"),))), title="")) == "•\n• x\n"


def test_a_footnote_mark_never_begins_a_line():
    for count in range(60, 90):
        content = (
            Run(
                "あ" * 5 + "い" * (count - 70) + "の障害者を雇用する義務を負い未達成の場合は納付金を納める",
                notes=("a",),
            ),
        )
        page = page_of(Paragraph(content), sources=(SourceNote("a", 1, words("Source")),), title="")
        assert not [line for line in shown(page, 40).splitlines()[:-3] if line.startswith("[")]


def test_sources_are_listed_whole():
    address = "https://example.org/" + "path/" * 30
    note = SourceNote("a", 1, (Run("Report", link=address), Run(". "), Run(address, link=address)))
    text = shown(page_of(Paragraph((Run("Fact", notes=("a",)),)), sources=(note,), sources_title=words("Sources")), 60)
    assert "Fact[1]\n\nSources\n───────\n[1] Report" in text
    assert unlaid(text).count(bare(address)) == 2


def test_page_shows_date_headings_and_footer():
    text = shown(comparison())
    assert text.startswith(
        "LITALICO and Klongdinsor\n════════════════════════\nAs of 1 October 2019\n\n• LITALICO · Tokyo"
    )
    assert "\n\nQuestions to ask\n────────────────\nWhat is not known yet, as a question" in text
    assert text.endswith("\n\ndata/orgs/litalico.yaml\n")


def test_an_address_that_the_text_shows_is_not_repeated():
    content = (Run("litalico.co.jp", link="https://litalico.co.jp/"), Run(" and "), Run("here", link="http://x.org"))
    assert shown(page_of(Paragraph(content), title="")) == "litalico.co.jp and here <http://x.org>\n"


def test_addresses_that_are_not_of_the_web_are_no_links():
    content = (Run("a", link="javascript:alert(1)"), Run("b", link="https://x.org/\x1b[31m"))
    assert shown(page_of(Paragraph(content), title="")) == "ab\n"
