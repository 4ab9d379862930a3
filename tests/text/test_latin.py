import pytest
from hypothesis import given

from sil.text.latin import kana_skeleton, reading, thai_skeleton
from tests.text.alphabets import anything


@pytest.mark.parametrize(
    ("one", "other"), [("Litalico", "ritariko"), ("Vulcan", "barukan"), ("Smith", "sumisu"), ("filter", "hiruta")]
)
def test_kana_hears_no_difference(one, other):
    assert kana_skeleton(one) == kana_skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Phuket", "Puket"), ("Chiang Mai", "Jiangmai"), ("Thonglor", "tonglo"), ("Kanchanaburi", "ganjanaburi")],
)
def test_thai_hears_no_difference(one, other):
    assert thai_skeleton(one) == thai_skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Litalico", "ritarikoo"),
        ("klong din so", "Khlongdinsor"),
        ("Thonglo", "tonglor"),
        ("Tohoku", "touhoku"),
        ("Sathorn", "sathon"),
    ],
)
def test_readings_agree(one, other):
    assert reading(one) == reading(other)


def test_letters_without_a_rule_stay():
    assert reading("한국 7") == "한국7"


@given(anything)
def test_any_text_is_spelled(text):
    for spell in (reading, thai_skeleton, kana_skeleton):
        assert " " not in spell(text)
