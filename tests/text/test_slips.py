"""Slips of typing: every wrong form of a Thai syllable is seen and mended, and no right one is touched."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sil.text.fold import fold
from sil.text.slips import thai_slips, unseen
from tests.conftest import ROOT

MISTYPED = [
    ("เเละ", "และ"), ("นํ้า", "น้ำ"), ("น้ํา", "น้ำ"), ("นำ้", "น้ำ"), ("สํานัก", "สำนัก"), ("ก่ี", "กี่"), ("ที่่", "ที่"), ("กิิน", "กิน"),
    ("คะ่", "ค่ะ"), ("คา้", "ค้า"), ("มๅ", "มา"), ("สิทธ์ิ", "สิทธิ์"), ("สำ่", "ส่ำ"),
]  # fmt: skip
RIGHT = [
    "น้ำ", "กล่องดินสอ", "ผู้พิการ", "และ", "สิทธิ์", "ค่ะ", "ฤๅษี", "พุทฺธํ สรณํ คจฺฉามิ", "เก็บ", "ที่", "ญี่ปุ่น", "กี่", "จ้ะ", "ๆ", "ฯลฯ", "วรรณยุกต์ ◌่",
    "LITALICO", "株式会社", "",
]  # fmt: skip
DOUBTFUL = ["ก้่", " ่", "า ้"]


@pytest.mark.parametrize(("typed", "meant"), MISTYPED)
def test_a_slip_is_mended(typed, meant):
    ((found, mended),) = thai_slips(typed)
    assert typed.replace(found, mended) == meant


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text):
    assert list(thai_slips(text)) == []


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_cannot_be_mended_is_told_all_the_same(text):
    assert [meant for _, meant in thai_slips(text)] == [""]


SYLLABLE = st.tuples(
    st.sampled_from("กคนสรลมทห"),
    st.sampled_from(["", *"ัิีึืุู"]),
    st.sampled_from(["", *"่้๊๋"]),
    st.sampled_from(["", "า", "ะ", "ำ"]),
)


@given(SYLLABLE, st.permutations(range(3)))
def test_marks_in_any_order_are_the_same_syllable(syllable, order):
    consonant, vowel, tone, end = syllable
    assume(not (vowel and end))
    right = consonant + vowel + tone + end
    assert list(thai_slips(right)) == []
    typed = consonant + "".join((vowel, tone, end)[place] for place in order)
    slips = dict(thai_slips(typed))
    for found, meant in slips.items():
        typed = typed.replace(found, meant)
    assert typed == right


@given(st.text(st.sampled_from("กนาำะเแิี่้์ํ abc"), max_size=12))
def test_mending_says_what_is_searched_and_is_done_once(text):
    for found, meant in thai_slips(text):
        assert found != meant
        assert not meant or list(thai_slips(meant)) == []


def test_tables_and_records_are_typed_well():
    texts = [path.read_text("utf-8") for path in (ROOT / "data").rglob("*.yaml")]
    texts += [path.read_text("utf-8") for path in (ROOT / "sil/text/tables/labels").glob("*.yaml")]
    assert [slip for text in texts for slip in thai_slips(text)] == []
    assert [char for text in texts for char in unseen(text)] == []
    assert len(texts) > 60


@pytest.mark.parametrize("char", "\u200b\u200c\u200e\u2060\ufeff\u00ad\u202e")
def test_characters_that_nobody_sees_are_named(char):
    assert unicodedata.category(char) in {"Cf", "Zl", "Zp"}
    assert list(unseen(f"บริษัท{char}จำกัด")) == [f"U+{ord(char):04X}"]
    assert fold(char) in ("", " ")


def test_what_joins_the_signs_of_a_picture_is_meant():
    assert list(unseen("👩\u200d🔬 🏳\ufe0f\u200d🌈")) == []
    assert list(unseen("น\u200dน")) == ["U+200D"]
