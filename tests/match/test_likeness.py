"""rapidfuzz is the judge of the measures that stand in for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sil.match import likeness
from sil.text.fold import fold

FEW = st.text(alphabet="abcก ", max_size=20)
NAMES = st.text(max_size=40)
pairs = st.one_of(st.tuples(FEW, FEW), st.tuples(NAMES, NAMES))


@pytest.mark.parametrize("measure", likeness.Measures._fields)
@settings(max_examples=3000)
@given(pair=pairs)
def test_the_measures_are_those_of_rapidfuzz(measure, pair):
    folded = tuple(map(fold, pair))
    mine, theirs = getattr(likeness.PURE, measure)(*folded), getattr(likeness.fast(), measure)(*folded)
    assert mine == theirs
