"""No input makes matching fail: not when it is stored, not when it is asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sil.match import NameIndex
from sil.match.keys import shape_of
from sil.match.score import compare
from tests.text.alphabets import anything, clusters_of_all_kinds, written

HOSTILE = {
    "empty": "",
    "spaces": " \t\u3000\u200b",
    "nul": "\0",
    "nul within": "LITA\0LICO",
    "separators of ours": "a\x1b\x1c\x1d\x1e\x1fb",
    "emoji": "👨‍👩‍👧👍🏽🇹🇭",
    "right to left": "مؤسسة \u202eשלום",
    "lone thai marks": "่้๊ัี์",
    "lone kana marks": "゛゜ーっゃん",
    "leaders alone": "เแโใไ",
    "lone surrogate": "\ud800",
    "private use": "\ue001\ue100",
    "long latin": "litalico " * 1200,
    "long latin word": "a" * 10_000,
    "long thai": "กล่องดินสอ" * 1000,
    "long japanese": "株式会社日本教育大学" * 2000,
    "long forms": "Co., Ltd. " * 1000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_stored_and_asked_for(text):
    index = NameIndex.build([("bad", [text]), ("good", ["LITALICO", "กล่องดินสอ", "日本教育大学"])])
    for query in (text, "kong din so", "LITALICO"):
        index.search(query)
        index.resolve(query)
    assert index.resolve("LITALICO").matches[0].id == "good"


names = st.one_of(anything, written, clusters_of_all_kinds)


@settings(max_examples=60)
@given(st.lists(names, max_size=4), names)
def test_anything_is_stored_and_asked_for(stored, query):
    index = NameIndex.build([(str(number), [name]) for number, name in enumerate(stored)])
    assert index.search_many([query])[0] == index.search(query)
    assert all(0 <= match.score <= 1 for match in index.search(query))


@given(names, names)
def test_a_score_is_the_same_from_both_sides(one, other):
    assert compare(shape_of(one), shape_of(other), lambda _: 3.0) == compare(
        shape_of(other), shape_of(one), lambda _: 3.0
    )
