"""Abbreviations with and without dots, and words written in several ways, are one in what is searched."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.index.terms import spaced
from sil.text.grams import index_terms, query_phrases, runs
from sil.text.spelling import respelled, standard


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("พ.ร.บ. คนพิการ", "พรบ คนพิการ"),
        ("พ.ร.บ.คนพิการ", "พรบ คนพิการ"),
        ("ตามพ.ร.บ คนพิการ", "ตาม พรบ คนพิการ"),
        ("มี.ค. 2562", "มีค 2562"),
        ("เม.ย.", "เมย"),
        ("H.I.S.", "his"),
        ("Ｈ．Ｉ．Ｓ．", "his"),
        ("the U.S.-based C.I.C", "the us bas cic"),
        ("障がい者 障碍者", "障害者 障害者"),
        ("ends here. A new one", "end her a new one"),
        ("3.5 version 1.2.3", "3 5 version 1 2 3"),
        ("www.example.org", "www exampl org"),
        ("ม.33", "ม 33"),
    ],
)
def test_what_is_searched(written, expected):
    assert spaced(runs(written)).split() == expected.split()


@pytest.mark.parametrize(
    "one,other", [("พ.ร.บ.", "พรบ"), ("ส.ค.ส", "สคส"), ("B.E.", "BE"), ("障がい者雇用", "障碍者雇用")]
)
def test_two_spellings_are_one_term(one, other):
    assert index_terms(one) == index_terms(other)
    assert query_phrases(one) == query_phrases(other) != []


texts = st.text(alphabet=st.sampled_from("กขพรบศมี.．aHIS 障がい害碍者3"), max_size=30)


@given(texts)
def test_standard_is_stable_and_its_stretches_do_not_overlap(text):
    once = standard(text)
    assert standard(once) == once
    found = sorted(respelled(text))
    assert all(one.end <= other.begin for one, other in pairwise(found))
