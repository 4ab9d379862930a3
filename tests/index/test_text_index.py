"""The text engine: any piece of a text is found, the best first, in three languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sil.index import TextIndex
from sil.index.terms import needles_of, rarest, spaced, together, whole_needle
from sil.text.grams import runs

THAI = "กิจการเพื่อสังคมที่จ้างงานผู้พิการทำงานในโรงพยาบาลประจำตำบล น้ำใจและกำลังใจเป็นสิ่งสำคัญ"
JAPANESE = "障害者雇用の法定雇用率は２．３％。就労移行支援事業所でプログラミングを学ぶ。"
ENGLISH = "Companies hire persons with disabilities to work in sub-district hospitals."
OTHERS = [("other-th", "การท่องเที่ยวโดยชุมชน"), ("other-ja", "持続可能な観光"), ("other-en", "Tourism by communities")]


@pytest.fixture(scope="module")
def text():
    with TextIndex.build([("th", THAI), ("ja", JAPANESE), ("en", ENGLISH), *OTHERS]) as index:
        yield index


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ผู้พิการ", "th"),
        ("น้ำ", "th"),
        ("ตำบล", "th"),
        ("雇用", "ja"),
        ("用", "ja"),
        ("ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ", "ja"),
        ("disability hospital", "en"),
        ("HIRING", "en"),
        ("โรงพยาบาล ผู้พิการ", "th"),
        ("観光", "other-ja"),
        ("ท่องเที่ยว", "other-th"),
    ],
)
def test_finds(text, query, first):
    assert text.search(query)[0][0] == first


def test_one_slip_in_a_word_is_forgiven(text):
    assert text.search("โรงพยาบ้าลประจำตำบน")[0][0] == "th"
    assert text.search("就労以降支援")[0][0] == "ja"
    assert text.search("disabilites hosptal")[0][0] == "en"


def test_most_of_the_pieces_weigh_more_than_one_piece_often():
    texts = [("often", "salt salt salt"), ("most", "pepper, salt and a list of other things that goes on and on")]
    others = [(str(number), f"other words about number {number}") for number in range(20)]
    with TextIndex.build([*texts, *others]) as index:
        assert [identifier for identifier, _ in index.search("pepper salt sugar")][:2] == ["most", "often"]


def test_nothing_to_ask_finds_nothing(text):
    for query in ("", "  ", "!?", "𓀀", "xyzzy"):
        assert text.search(query) == []


def test_scores_fall_and_say_whether_all_is_there(text):
    found = text.search("ชุมชน โรงพยาบาล")
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(0 < score <= 0.5 for _, score in found)
    assert text.search("โรงพยาบาล")[0][1] == 1.0
    assert len(text.search("ชุมชน tourism 観光", limit=2)) == 2


def pieces(passage):
    starts = st.integers(0, len(passage) - 2)
    return starts.flatmap(lambda start: st.integers(start + 2, len(passage)).map(lambda end: passage[start:end]))


def asks(piece):
    """A piece that, folded, has two letters side by side; a lone mark, or letters of two words, ask for nothing."""
    return any(len(run) > 1 and any(char.isalnum() for char in run) for _, run in runs(piece))


@settings(max_examples=300, deadline=None)
@given(st.data())
@pytest.mark.parametrize(("name", "passage"), [("th", THAI), ("ja", JAPANESE)])
def test_any_piece_of_a_text_is_found(text, name, passage, data):
    piece = data.draw(pieces(passage).filter(asks))
    assert name in [identifier for identifier, _ in text.search(piece)]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_query_is_an_error(text, query):
    text.search(query)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="กขคงน้ำไเาิ่ 障害者のア ab-1.", min_size=2, max_size=20))
def test_a_text_is_found_by_itself(query):
    with TextIndex.build([("other", "something else entirely"), ("itself", query)]) as index:
        found = index.search(query)
        assert not found or found[0][0] == "itself" or query.strip(" -.") in ("", "a")


def test_on_disk(tmp_path):
    path = tmp_path / "new" / "text.sqlite"
    with TextIndex.build([("th", THAI)], path=path) as built:
        expected = built.search("ผู้พิการ")
    with TextIndex.open(path) as opened:
        assert opened.search("ผู้พิการ") == expected == [("th", 1.0)]
    with TextIndex.build([("ja", JAPANESE)], path=path) as again:
        assert again.search("ผู้พิการ") == []
    assert {file.suffix for file in path.parent.iterdir()} == {".sqlite", ".lock"}


def test_frequent_terms_are_left_out_where_rare_ones_suffice(monkeypatch):
    monkeypatch.setattr("sil.index.terms._MOST_TEXTS", 5)
    monkeypatch.setattr("sil.index.terms._FEWEST_TERMS", 1)
    documents = [(str(number), f"common {'abcdefghij'[number] * 4}o") for number in range(10)]
    with TextIndex.build(documents) as index:
        asked = rarest(index._db.rows, "common ddddo eeeeo missing")
        assert asked.terms == ("ddddo", "eeeeo")
        assert asked.wanted == 4  # "missing" is asked for by its stem too
        assert [identifier for identifier, _ in index.search("common ddddo missing")] == ["3"]


def test_expressions():
    assert together("social enterprises ญี่ปุ่น law") == '("social enterpris") AND ("ญี่ ี่ป ่ปุ ปุ่ ุ่น") AND ("law")'
    assert spaced(runs("Hiring 障害者, ok")) == " hir 障害者 ok "
    assert needles_of("Hiring 障害者 hire") == (" hir ", "障害者")
    assert whole_needle("Disability employment") == f" {'disability'} employment "
    assert whole_needle("就労支援") == "就労支援"
