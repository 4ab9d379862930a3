"""Phrase borders are those of budoux, which is the judge."""

import budoux
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sil.text.phrases import phrases

PARSERS = {"th": budoux.load_default_thai_parser(), "ja": budoux.load_default_japanese_parser()}
TEXTS = [
    "สำนักงานส่งเสริมวิสาหกิจเพื่อสังคมจัดให้มีการแลกเปลี่ยนความรู้ระหว่างองค์กรของสองประเทศ",
    "障害のある人の雇用を増やすため、特例子会社の制度を学びにタイの社会的企業の代表が日本を訪れました。",
    "ก", "ab", "、", "日本", "",
]  # fmt: skip


@pytest.mark.parametrize("lang", PARSERS)
@pytest.mark.parametrize("text", TEXTS)
def test_phrases_are_those_of_budoux(lang, text):
    assert phrases(text, lang) == PARSERS[lang].parse(text)


@given(st.text(alphabet="".join(TEXTS) + "a1 \n(é\0"), st.sampled_from(list(PARSERS)))
@example("\0\0", "ja")
def test_so_are_those_of_any_text(text, lang):
    assert phrases(text, lang) == PARSERS[lang].parse(text)
