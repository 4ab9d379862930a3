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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("employment -tokyo", [Part("employment"), Part("tokyo", is_excluded=True)]),
        ('-"two words"', [Part("two words", is_phrase=True, is_excluded=True)]),
        ("country:jp", [Part("jp", field="country")]),
        ("country：jp kind：lesson", [Part("jp", field="country"), Part("lesson", field="kind")]),
        ('-theme:"social enterprise"', [Part("social enterprise", is_phrase=True, is_excluded=True, field="theme")]),
        ("names.lang:th", [Part("th", field="names.lang")]),
        ("year:2018..2019", [Part("2018..2019", field="year")]),
        ("law OR act", [Part("law"), Part("act", is_other=True)]),
        ("law or act", [Part("law"), Part("or"), Part("act")]),
        ("OR law", [Part("law")]),
        ("law OR", [Part("law"), Part("OR", is_phrase=True)]),
        ('"OR" "-1" "country:jp"', [Part("OR", True), Part("-1", True), Part("country:jp", True)]),
        (
            "https://example.org 10:30 well-known note: -",
            [Part("https://example.org"), Part("10:30"), Part("well-known"), Part("note:"), Part("-")],
        ),
    ],
)
def test_operators(text, parts):
    assert parse(text) == Query(tuple(parts))


def test_one_of_each_group_will_do():
    query = parse("a OR b c -d e:f")
    assert [[part.text for part in group] for group in query.groups()] == [["a", "b"], ["c"]]
    assert [part.text for part in query.excluded] == ["d"]
    assert [(part.field, part.text) for part in query.fields] == [("e", "f")]
    assert query.text == "a b c"


@given(st.text())
def test_any_text_can_be_quoted(text):
    quoted = '"' + " ".join(text.replace('"', " ").split()) + '"'
    assert all(part.is_phrase and not part.field and not part.is_excluded for part in parse(quoted).parts)


@given(st.text() | st.text(alphabet='abOR ก"“”「」 -－:：.', max_size=20))
def test_what_is_printed_is_read_as_the_same(text):
    query = parse(text)
    assert parse(str(query)) == query


def test_what_is_left_beside_some_words():
    query = parse('litalico "lessons learned" thailand')
    assert query.without("litalico") == ("lessons learned", "thailand")
    assert query.without("lessons learned") == ("litalico", "thailand")
    assert query.without("litalico lessons learned thailand") == ()
    assert query.text == "litalico lessons learned thailand"
