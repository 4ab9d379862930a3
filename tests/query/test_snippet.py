"""Pieces of text around what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.index.terms import needles_of, whole_needle
from sil.query.snippet import snippet

LONG = "ก่อนหน้านี้มีข้อความยาว " * 10 + "กล่องดินสอทำงานกับผู้พิการ" + " หลังจากนี้ก็มีข้อความยาว" * 10


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Companies hire persons with disabilities.", "hiring disability", ["hire", "disabilities"]),
        ("ประกาศเรื่องผู้พิการ", "พิการ", ["พิการ"]),
        ("น้ำใจ", "น้ำ", ["น้ำ"]),
        ("ﾘﾀﾘｺは障害者雇用の会社", "リタリコ 雇用", ["ﾘﾀﾘｺ", "雇用"]),
        ("プログラミング", "ぷろぐ", ["プログ"]),
        ("ＬＩＴＡＬＩＣＯ社", "litalico", ["ＬＩＴＡＬＩＣＯ"]),
        ("Café, cafe", "CAFE", ["Café", "cafe"]),
        ("日本版DMOの登録", "dmo", ["DMO"]),
        ("ปี ๒๕๖๒", "2562", ["๒๕๖๒"]),
        ("impact", "act", []),
        ("雇用雇用", "雇用", ["雇用雇用"]),
        ("", "a", []),
    ],
)
def test_marks(text, query, expected):
    found = snippet(text, "", needles_of(query))
    assert [found.text[begin:end] for begin, end in found.marks] == expected
    assert found.text == text


def test_a_phrase_is_marked_whole():
    found = snippet("The law on social enterprises, and social work", "en", [whole_needle("social enterprise")])
    assert [found.text[begin:end] for begin, end in found.marks] == ["social enterprises"]


def test_a_long_text_is_cut_around_the_first_mark():
    found = snippet(LONG, "th", ["ผู้พิการ"])
    assert found.cut_before
    assert found.cut_after
    assert [found.text[begin:end] for begin, end in found.marks] == ["ผู้พิการ"]
    assert found.text in LONG
    assert len(found.text) < 180
    assert snippet(LONG, "th", []).cut_before is False


@given(st.text(alphabet="กน้ำที่ aéé漢ｶﾞ", max_size=400), st.integers(0, 30))
def test_nothing_is_cut_inside_a_character_with_its_marks(text, place):
    found = snippet(text, "", needles_of(text[place : place + 5]))
    assert found.text in text
    assert not found.cut_before or found.text[:1] not in "้ำี่\u0301ﾞ"
    assert all(0 <= begin < end <= len(found.text) for begin, end in found.marks)


@given(st.text(alphabet="กน้ำที่ aé漢ｶ。Bc", max_size=60), st.integers(0, 50))
def test_marks_are_the_same_however_a_text_is_folded(text, place):
    needles = needles_of(text[place : place + 5])
    alone, spelled = snippet(text, "", needles), snippet(f"{text} พ.ร.บ.", "", needles)  # one that is folded in pieces
    assert alone.marks == tuple(mark for mark in spelled.marks if mark[1] <= len(text))
