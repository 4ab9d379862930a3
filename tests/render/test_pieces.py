"""What a line of a PDF may not cut: Thai words with the signs and footnotes that cling to them."""

from itertools import accumulate

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from other_readers import letters, squeezed
from sample_pages import Shown, page_of, words

from sil.render import Options, document
from sil.render.pieces import pieces
from sil.text.cells import width
from sil.views.model import Column, Row, Table
from tests.text.alphabets import written

THAI = "ตัวเลขที่คำนวณเองผ่านอินเทอร์เน็ตของพนักงานพาร์ตไทม์ในฮ่องกงระหว่างการเตรียมความพร้อมสู่การทำงาน"


@given(written, st.integers(4, 60))
def test_the_pieces_are_the_text_and_fit_into_a_line(text, room):
    cut = list(pieces(text, room))
    assert "".join(piece for piece, _ in cut) == text
    assert all(piece == "".join(piece.split()) and width(piece) <= room for piece, whole in cut if whole)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ค่าจ้าง 300 บาท", ["ค่าจ้าง", "บาท"]),
        ("รวมถึงผู้ดูแล (มาตรา 35) ด้วย", ["รวมถึง", "ผู้ดูแล", "(มาตรา", "ด้วย"]),
        ("คนพิการ[1][2], นายจ้าง[3].", ["คนพิการ[1]", "นายจ้าง[3]."]),
        ("การจ้างงานในJapanและไทย", ["การจ้างงาน", "ใน", "และ", "ไทย"]),
        ("雇用คนพิการ", ["คนพิการ"]),
        ("LITALICO 雇用", []),
        ("障害者雇用[1][2]（注）。", ["用[1]"]),
        ("雇用する。[3]", ["る。[3]"]),
        ("paid wages[4].", ["wages[4]."]),
        ("สหราชอาณาจักร", []),
    ],
)
def test_thai_words_hold_together(text, whole):
    assert [piece for piece, holds in pieces(text, 10) if holds] == whole


def test_no_line_of_a_narrow_column_ends_inside_a_word():
    columns = tuple(Column(str(number), words(str(number))) for number in range(5))
    shown = Shown(page_of(Table(columns, (Row(tuple((words(THAI),) for _ in columns)),))))
    made = pypdfium2.PdfDocument(document(shown, "pdf", Options()))
    lines = [letters(squeezed(line)) for line in made[0].get_textpage().get_text_bounded().splitlines()]
    inside = [line for line in lines if line and line in letters(THAI)]
    made.close()
    assert len(inside) >= 20
    borders = [0, *accumulate(len(letters(piece)) for piece, _ in pieces(THAI, 60))]
    for line in inside:
        start = letters(THAI).index(line)
        assert {start, start + len(line)} <= set(borders)
