"""Everyday questions about the shipped records: the right record is among the first three."""

import pytest
import yaml

from sil.index import Filters
from sil.query import search
from sil.text.asking import essence
from tests.conftest import ROOT

QUESTIONS = yaml.safe_load((ROOT / "tests/cases/questions.yaml").read_text("utf-8"))


def is_answered(index, lang, question, right):
    return bool({hit.id for hit in search(index, question, Filters(), lang, 3).hits} & set(right))


def test_questions_are_answered(shipped):
    known = {address for address, _, _ in shipped.ids()}
    assert all(len(asked) >= 55 for asked in QUESTIONS.values())
    assert {record for asked in QUESTIONS.values() for _, right in asked for record in right} <= known
    missed = [
        question
        for lang, asked in QUESTIONS.items()
        for question, right in asked
        if not is_answered(shipped, lang, question, right)
    ]
    assert len(missed) <= sum(map(len, QUESTIONS.values())) // 20, missed


@pytest.mark.parametrize(
    ("question", "words", "kinds"),
    [
        ("what does Japan require of employers", ("require", "employers"), []),
        ("Thai law on hiring", ("hiring",), ["policy"]),
        ("lawyers", ("lawyers",), []),
        ("จ้างงานเชิงสังคมคืออะไร", ("จ้างงานเชิงสังคม",), []),
        ("บทเรียนเรื่องดีเอ็มโอ", ("ดีเอ็มโอ",), ["lesson"]),
        ("障害者雇用とは", ("障害者雇用",), []),
        ("what is", (), []),
        ("", (), []),
    ],
)
def test_what_a_question_is_about(question, words, kinds):
    found = essence(question)
    assert (found.words, list(found.kinds)) == (words, kinds)


def test_a_kind_that_is_named_comes_first_and_is_said(shipped):
    answer = search(shipped, "Thai law on hiring people with disabilities", Filters(), "en", 3)
    assert answer.hits[0].kind == "policy"
    assert [(one.kind, one.said) for one in answer.understood.kinds] == [("policy", "law")]


@pytest.mark.parametrize("question", ["kong din so lessons", "Glong Dinsor lessons", "บทเรียนของกล่องดินสอ"])
def test_words_that_bring_none_of_the_kind_named_are_taken_as_a_name(shipped, question):
    answer = search(shipped, question, Filters(), "en", 3)
    assert answer.hits[0].id == "soil-2019-bangkok/japanese-private-employment-model"
    assert {meant.id for meant in answer.understood.names} == {"klongdinsor"}
