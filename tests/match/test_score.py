"""The score of two names is the same whichever is asked for, and shapes survive being stored."""

import pytest
from hypothesis import given

from sil.match.keys import shape_of
from sil.match.likeness import PURE, fast
from sil.match.readings import kana_readings
from sil.match.score import compare
from sil.match.shape import pack, unpack
from tests.text.alphabets import anything


@given(anything, anything)
def test_a_score_is_symmetric(one, other):
    there, back = (compare(shape_of(a), shape_of(b), lambda _: 3.0) for a, b in ((one, other), (other, one)))
    assert there == back
    assert 0 <= there.value <= 1


@given(anything, anything)
def test_a_score_is_the_same_by_rapidfuzz_and_without(one, other):
    mine, theirs = (compare(shape_of(one), shape_of(other), lambda _: 3.0, measures) for measures in (PURE, fast()))
    assert mine == theirs


@given(anything)
def test_a_stored_shape_is_read_as_it_was(name):
    assert unpack(pack(shape_of(name))) == shape_of(name)


def test_kanji_are_read_where_the_extra_is_installed():
    pytest.importorskip("sudachipy")
    assert "ほりば" in kana_readings("堀場")
    assert "horiba" in shape_of("堀場").keys["reading"]


def test_names_that_share_a_reading_come_before_those_that_are_near():
    same, near = (compare(shape_of("Zaisho"), shape_of(name), lambda _: 3.0) for name in ("ざいしょ", "ざいしよう"))
    assert same.value > near.value


def test_a_short_word_that_differs_is_no_slip_of_the_pen_however_much_else_is_the_same():
    def score(one, other):
        return compare(shape_of(one), shape_of(other), lambda concept: 4.0).value

    assert score("Keio University", "Koç University") < score("Keio University", "Keioo University")
    assert score("Keio University", "Keioo University") >= 0.88
