"""Words of Thai: nothing is lost, no cluster is cut, what is listed is found, names of other languages stay whole."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.text.cells import clusters
from sil.text.thai_words import thai_words

thai = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=30)


@given(thai)
def test_the_words_are_the_text_and_no_cluster_is_cut(text):
    words = thai_words(text)
    assert "".join(words) == text
    assert all(words)
    assert set(accumulate(map(len, words))) <= set(accumulate(map(len, clusters(text)))) | {len(text)}


@given(thai)
def test_no_vowel_and_no_silent_letter_begins_a_word(text):
    assert all(word[0] not in "ะาๅๆฯ" and word[1:2] != "์" for word in thai_words(text)[1:])


@pytest.mark.parametrize(
    "words",
    [
        "นายจ้าง ต้อง จ้าง คนพิการ",
        "การ เตรียม ความพร้อม สู่ การทำงาน",
        "รายงาน ว่า เวิร์กช็อป ครั้ง ที่สอง",
        "พนักงาน พาร์ตไทม์ นับ เป็น ครึ่ง คน",
        "กระทรวง ต่างๆ",
        "ใน กรุงเทพฯ",
        "ผ่าน อินเทอร์เน็ต",
        "ตัวเลข ที่ คำนวณ เอง",
        "จีน และ ฮ่องกง",
        "",
    ],
)
def test_words_that_statistics_cut(words):
    assert thai_words(words.replace(" ", "")) == words.split()
