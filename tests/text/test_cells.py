import pytest
import wcwidth
from hypothesis import example, given
from hypothesis import strategies as st

from sil.text.cells import cluster_width, clusters, cut, width
from tests.text.alphabets import anything, clusters_of_all_kinds, written

SAMPLES = [
    "น้ำ", "ผู้", "ที่", "ญี่ปุ่น", "กำ", "ำ", "ํ", "ｶﾅ", "ﾊﾞﾝｸ", "㈱", "株式会社", "が", "か\u3099", "𠮷", "葛\U000e0100", "❤️", "❤", "☕︎", "☕",
    "1️⃣", "#️⃣", "©️", "👨‍👩‍👧", "👍🏽", "🏳️‍🌈", "👁️‍🗨️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇹🇭", "🇹🇭🇯🇵", "🇹", "🇹🇭🇹", "한국", "한", "각", "क्षि", "का", "क्‍ष", "நி", "é", "e\u0301", "",
    "リタリコ LITALICO กล่องดินสอ",
]  # fmt: skip


@pytest.mark.parametrize("text", SAMPLES)
def test_width_is_that_of_the_judge(text):
    assert width(text) == wcwidth.wcswidth(text)


@pytest.mark.parametrize("text", SAMPLES)
def test_clusters_are_those_of_the_judge(text):
    assert list(clusters(text)) == list(wcwidth.iter_graphemes(text))


@given(written.filter(lambda text: "\t" not in text) | clusters_of_all_kinds)
@example("ก์")
def test_width_of_written_text_is_that_of_the_judge(text):
    assert width(text) == wcwidth.wcswidth(text)


@given(anything)
@example("a\u200db")
@example("\u0301")
@example("\U0001f3fb")
@example("ᄀ가")
def test_clusters_are_the_text(text):
    assert "".join(clusters(text)) == text
    assert width(text) == sum(map(width, clusters(text)))


@given(written | clusters_of_all_kinds, st.integers(0, 30))
def test_cut_text_fits_and_is_a_beginning(text, cells):
    short = cut(text, cells)
    assert width(short) <= cells
    if short != text:
        kept = list(clusters(short.removesuffix("…")))
        assert list(clusters(text))[: len(kept)] == kept


@pytest.mark.parametrize(
    ("text", "cells", "short"),
    [
        ("LITALICO", 8, "LITALICO"),
        ("LITALICO", 5, "LITA…"),
        ("株式会社", 5, "株式…"),
        ("株式会社", 4, "株…"),
        ("น้ำใจดี", 3, "น้ำ…"),
        ("น้ำใจ", 2, "…"),
        ("one two", 5, "one…"),
        ("abc", 0, ""),
    ],
)
def test_cut(text, cells, short):
    assert cut(text, cells) == short


def test_cut_with_another_mark():
    assert cut("株式会社", 6, "...") == "株..."
    assert cut("株式会社", 2, "...") == ".."
    assert cut("株式会社", 3, "") == "株"


def test_control_characters_take_no_cell():
    assert width("a\x1bb\n") == width("ab") == 2
    assert width("é\n") == 1


@given(
    st.text(
        st.sampled_from("aé€กำน้ำ็ ิﾞﾟカｶ家\u0e33\u0301\u20e3\u200b\u200d\ufe0f\ufe0e👩🏽💻☺🇹🇭ᄒ각ᅡकि्ष்ா\x07\u00ad\n"),
        max_size=8,
    )
)
def test_a_width_is_that_of_its_clusters(text):
    assert width(text) == sum(map(cluster_width, clusters(text)))
