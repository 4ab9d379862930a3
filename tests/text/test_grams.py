import sqlite3

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sil.text.fold import fold
from sil.text.grams import BARRIER, index_terms, query_phrases, query_terms, runs, slip_terms, stem
from sil.text.scripts import language_of
from tests.text.alphabets import HAN, KANA, LATIN, SIGNS, THAI, japanese, thai, written


def is_found(query, text):
    terms = index_terms(text)
    return all(
        any(terms[place : place + len(phrase)] == phrase for place in range(len(terms) - len(phrase) + 1))
        for phrase in query_phrases(query)
    )


@given(st.lists(thai | japanese, min_size=1).map(" ".join), st.data())
def test_any_stretch_of_two_characters_and_more_is_found(text, data):
    folded = fold(text)
    assume(len(folded) > 1)
    start = data.draw(st.integers(0, len(folded) - 2))
    piece = folded[start : data.draw(st.integers(start + 2, len(folded)))]
    assume(any(len(run) > 1 for run in piece.split()))
    assert is_found(piece, text)


@given(written)
def test_whole_words_are_found(text):
    words = [run for kind, run in runs(text) if kind in {"word", "number"}]
    assert all(is_found(word, text) for word in words)
    assert is_found(" ".join(words), text)


@given(thai, thai)
def test_what_is_not_there_is_not_found(text, query):
    one, other = fold(text), fold(query)
    assume(len(other) > 1 and other not in one and " " not in other)
    assert not is_found(other, one)


@given(st.lists(japanese, min_size=1).map(" ".join), japanese)
def test_no_phrase_reaches_over_a_space(text, query):
    one, other = fold(text), fold(query)
    assume(other and other not in one and language_of(other) == "ja" and len(list(runs(other))) == 1)
    assert not is_found(other, one)


@given(st.text(THAI + KANA + HAN + LATIN + SIGNS + "०१यह한яλ\u0301\u093f"))
def test_sqlite_reads_the_terms_as_they_are(text):
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    connection.execute("INSERT INTO t VALUES (?)", (" ".join(index_terms(text)),))
    stored = [row[0] for row in connection.execute("SELECT term FROM v ORDER BY offset")]
    connection.close()
    assert stored == index_terms(text)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("คนพิการ", ["คนพ", "นพิ", "พิก", "ิกา", "การ", BARRIER, "คน", "นพ", "พิ", "ิก", "กา", "าร"]),
        ("雇用 障害", ["雇用", BARRIER, "障害", BARRIER, "雇", "用", "障", "害"]),
        ("Exchanges 2019", ["exchang", "2019", BARRIER, "exchanges"]),
        ("มช", [BARRIER, "มช"]),
        ("b2b", ["b", "2", "b"]),
        ("", []),
    ],
)
def test_two_streams(text, terms):
    assert index_terms(text) == terms


def test_query_terms_are_each_once_without_barriers():
    assert query_terms("雇用 雇用") == ["雇用", "雇", "用"]


def test_a_single_thai_letter_asks_for_nothing():
    assert query_phrases("ก คนพิการ") == [["คนพ", "นพิ", "พิก", "ิกา", "การ"]]
    assert query_phrases("ก") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exchange", "exchanges"), ("company", "companies"), ("study", "studies"), ("class", "classes"), ("run", "running"),
        ("make", "making"), ("base", "based"), ("employ", "employed"), ("train", "training"), ("lesson", "lessons"),
        ("box", "boxes"), ("approach", "approaches"), ("process", "processes"),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["this", "bus", "need", "king", "string", "is", "กก", "été"])
def test_words_that_only_look_like_forms_stay(word):
    assert stem(word) == word


@pytest.mark.parametrize("word", ["กล่องดินสอ", "ผู้พิการ", "น้ำ"])
def test_thai_marks_are_not_lost(word):
    assert "".join(term[0] for term in query_phrases(word)[0]) + query_phrases(word)[0][-1][1:] == word


def test_a_word_with_a_slip_shares_most_of_its_pieces():
    right, wrong = set(slip_terms("tourism")), set(slip_terms("tuorism"))
    assert len(right) == 7
    assert len(right & wrong) == 3
    assert slip_terms("ท่องเที่ยว 観光 2019") == []
    assert slip_terms("Run") == ["\ue001\ue002ru", "\ue001run", "\ue001un\ue002"]
    assert right.isdisjoint(index_terms("tou our uri ris ism"))
