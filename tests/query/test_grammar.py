"""Queries taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.query.grammar import Part, Query, parse


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("disability employment", [("disability", False), ("employment", False)]),
        ('law "social enterprise" thai', [("law", False), ("social enterprise", True), ("thai", False)]),
        ("「障害者雇用」 法律", [("障害者雇用", True), ("法律", False)]),
        ("“two words” more", [("two words", True), ("more", False)]),
        ('"not closed', [("not closed", True)]),
        ('a"b c"d', [("a", False), ("b c", True), ("d", False)]),
        ("  ", []),
        ('""', []),
    ],
)
def test_words_and_phrases(text, parts):
    assert parse(text) == Query(tuple(Part(*part) for part in parts))


@given(st.text(alphabet='ab ก"“”「」 ', max_size=20))
def test_what_is_printed_is_read_as_the_same(text):
    query = parse(text)
    assert parse(str(query)) == query


def test_what_is_left_beside_some_words():
    query = parse('litalico "lessons learned" thailand')
    assert query.without("litalico") == ("lessons learned", "thailand")
    assert query.without("lessons learned") == ("litalico", "thailand")
    assert query.without("litalico lessons learned thailand") == ()
    assert query.text == "litalico lessons learned thailand"
