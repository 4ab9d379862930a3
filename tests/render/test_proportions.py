"""Paper: it lies on its side only for what is mostly a wide table; short rows stay whole; a table that goes on says where."""

import io

import docx
import pypdf
import pypdfium2
import pytest
from sample_pages import EN, TH, Shown, page_of, table_of, words

from sil.render import Options, document
from sil.render.proportions import is_short, landscape, shares
from sil.views.model import Column, Paragraph, Row, Table

TODAY = Options(today="2026-11-24")
WIDE = table_of(["a", "b", "c", "d"], [[EN] * 4] * 3)
NARROW = table_of(["a", "b", "c"], [[EN] * 3] * 3)


@pytest.mark.parametrize(
    ("blocks", "lies"),
    [
        ((WIDE,), True),
        ((NARROW,), False),
        ((WIDE, NARROW, Paragraph(words(EN * 2))), True),
        ((WIDE, NARROW, NARROW), False),
        ((WIDE, Paragraph(words(TH * 20))), False),
        ((), False),
    ],
)
def test_paper_lies_on_its_side_when_most_words_stand_in_wide_tables(blocks, lies):
    view = Shown(page_of(*blocks))
    assert landscape(view.page()) is lies
    for box in [page.mediabox for page in pypdf.PdfReader(io.BytesIO(document(view, "pdf", TODAY))).pages]:
        assert (box.width > box.height) is lies
    paper = docx.Document(io.BytesIO(document(view, "docx", TODAY))).sections[0]
    assert (paper.page_width > paper.page_height) is lies


def test_a_short_row_is_told_from_a_long_one():
    assert is_short(((words(TH),), (words("ok"),)), (0.5, 0.5))
    assert not is_short(((words(TH * 3),), (words("ok"),)), (0.3, 0.7))
    assert not is_short(((words("a"),) * 7,), (1.0,))


def test_a_short_word_stands_in_one_line():
    parts = shares(table_of(["long", "状態", ""], [[EN * 9, "完了", "="]] * 3))
    assert (
        178 * parts[1] > 4 * 1.6 + 3.6
    )  # millimetres: four columns of text at nine points, and the margins of the cell
    assert parts[2] < parts[1] < 0.1


def test_a_column_has_room_for_its_longest_word_and_a_list_in_japanese_is_not_one():
    names = "Change Fusion、Social Innovation Foundation、Klongdinsor、Local Alike社"
    parts = shares(table_of(["", "A", "誰が"], [["How beneficiaries take part", EN * 9, names]] * 3))
    assert 493 * parts[0] > len("beneficiaries") * 5.2 + 10  # points: letters at 9.5 points in bold, and margins
    assert parts[2] < 0.3
    assert sum(shares(table_of(["a"] * 60, [["unreasonably"] * 60]))) == pytest.approx(1)
    assert shares(Table((), ())) == []


def pages_of(table):
    made = pypdfium2.PdfDocument(document(Shown(page_of(table)), "pdf", TODAY))
    pages = [made[at].get_textpage().get_text_bounded() for at in range(len(made))]
    made.close()
    return pages


def test_no_short_row_of_a_pdf_is_cut_by_the_end_of_a_page():
    cell = ("first line", *("between",) * 3, "last line")
    row = Row(tuple(tuple(words(line) for line in cell) for _ in range(2)))
    pages = pages_of(Table((Column("a", words("A")), Column("b", words("B"))), (row,) * 60))
    assert len(pages) > 3
    assert all(page.count("first line") == page.count("last line") for page in pages)


def test_a_group_of_rows_that_goes_on_is_named_again_and_never_stands_alone():
    columns = (Column("a", words("A")), Column("b", words("B")))
    rows = [Row((((words(f"row {number}")),), (words(EN),)), words(f"Group {number // 7}")) for number in range(70)]
    for page in pages_of(Table(columns, tuple(rows))):
        said = [line for line in page.splitlines() if line.startswith(("row ", "Group "))]
        assert said[0].startswith("Group ")
        assert said[-1].startswith("row ")
