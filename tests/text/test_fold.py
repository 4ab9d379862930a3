import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sil.text.fold import _fold_in_steps, fold, folded_letters, order_thai_marks
from tests.text.alphabets import THAI, anything, clusters_of_all_kinds, written


@given(anything)
@example("ํ")
@example("กํ\u200d้าํา")
@example("เเเ")
@example("か\u200d\u3099")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(written)
def test_folding_written_text_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(anything | written | clusters_of_all_kinds | st.text(THAI + "ฺํ๎า\u0301\u200dかが\u3099ｶﾞᾊ한\u1161é ", max_size=8))
@example("ำำ")
@example("ᾊ่")
@example("ํำ")
def test_character_by_character_or_step_by_step_is_the_same(text):
    assert fold(text) == _fold_in_steps(text)


@given(written)
def test_letters_in_their_places_are_the_folded_text(text):
    letters = folded_letters(text)
    if letters is not None:
        assert len(letters) == len(text)
        assert " ".join(letters.split()) == fold(text)


def test_what_becomes_more_or_fewer_letters_is_not_folded_in_its_place():
    assert folded_letters("Kong ดินสอ 雇用２") == "kong ดินสอ 雇用2"
    for text in ("㈱", "ß", "a\u0301", "か\u3099", "\u200b", "ß\u200b", "เเ", "ก่ี", "นํ้า"):
        assert folded_letters(text) is None


def test_each_character_folds_to_something_stable():
    for code in range(0x110000):
        once = fold(chr(code))
        assert fold(once) == once, hex(code)


@given(anything)
def test_only_letters_marks_numbers_and_single_spaces_are_left(text):
    folded = fold(text)
    assert "  " not in folded
    assert folded == folded.strip()
    assert all(char == " " or unicodedata.category(char)[0] in "LMN" for char in folded)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＬＩＴＡＬＩＣＯ", "litalico"),
        ("㈱LITALICO", "株 litalico"),
        ("リタリコ", "りたりこ"),
        ("ﾘﾀﾘｺ", "りたりこ"),
        ("ｶﾞ", "が"),
        ("か\u3099", "が"),
        ("ガ", "が"),
        ("ヴ", "ゔ"),
        ("ソーシャル・イノベーション", "そーしゃる いのべーしょん"),
        ("Café Übergröße", "cafe ubergrosse"),
        ("Ørsted Łódź Æon", "orsted lodz aeon"),
        ("พ.ศ. ๒๕๖๒", "พ ศ 2562"),
        ("ﬁne", "fine"),
        ("co\u00adop", "coop"),
        ("  a\t\nb  ", "a b"),
        ("STP&I", "stp i"),
        ("葛\U000e0100飾", "葛飾"),
        ("", ""),
    ],
)
def test_one_form_for_the_ways_of_typing(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "usual"),
    [("นํ้า", "น้ำ"), ("น้ํา", "น้ำ"), ("นำ้", "น้ำ"), ("กํา", "กำ"), ("ท่ี", "ที่"), ("ผู้", "ผู้"), ("เเม่", "แม่"), ("สิ่่ง", "สิ่ง")],
)
def test_thai_marks_in_one_order(typed, usual):
    assert fold(typed) == fold(usual) == order_thai_marks(usual) == usual


@pytest.mark.parametrize(("one", "other"), [("มา", "ม่า"), ("คน", "คัน"), ("は", "ば"), ("ハ", "パ"), ("つ", "っ")])
def test_marks_that_make_another_word_stay(one, other):
    assert fold(one) != fold(other)
