"""The sign between cells: a table of cases, and the laws of the relation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.records.types import Claim
from sil.records.values import Text
from sil.views.relation import nearest_relation, relation, relation_of_parts

UNKNOWN = (Claim(value="unknown"),)
NONE = (Claim(value="none"),)
NOT_APPLICABLE = (Claim(value="not-applicable"),)
WITHHELD = (Claim(value="withheld"),)


def says(text, *codes, lang="en"):
    return (Claim(value=Text({lang: text}), code=codes),)


def counts(value, unit="people", of=None):
    return (Claim(value=value, unit=unit, of=Text({"en": of}) if of else None),)


CASES = [
    ([(), says("x")], "unknown"),
    ([UNKNOWN, says("x")], "unknown"),
    ([UNKNOWN, UNKNOWN], "unknown"),
    ([WITHHELD, says("x")], "unknown"),
    ([NOT_APPLICABLE, NOT_APPLICABLE], "not-applicable"),
    ([NOT_APPLICABLE, UNKNOWN], "unknown"),
    ([NOT_APPLICABLE, says("x")], "different"),
    ([NONE, NONE], "same"),
    ([NONE, says("x")], "different"),
    ([says("a public fee", "public-fees"), says("paid by the state", "public-fees")], "similar"),
    ([says("a public fee", "public-fees"), says("A public fee", "public-fees")], "same"),
    ([says("one", "public-fees", "sales"), says("two", "sales")], "similar"),
    ([says("the same words", "sales"), says("the same words", "grants")], "different"),
    ([says("Limited company"), says("limited  COMPANY")], "same"),
    ([says("training at a centre for two years"), says("training at a centre for three years")], "similar"),
    ([says("alpha"), says("omega zeta")], "different"),
    ([says("สมาคม", lang="th"), says("association")], "different"),
    ([counts(100), counts(100)], "same"),
    ([counts(100), counts(110)], "similar"),
    ([counts(100), counts(200)], "different"),
    ([counts(2.2, "percent", "regular workers"), counts(2.2, "percent", "Regular workers")], "same"),
    ([counts(2.2, "percent", "regular workers"), counts(2.2, "percent", "all employees")], "different"),
    ([counts(100, "jpy"), counts(100, "thb")], "different"),
    ([says("x", "a"), says("x", "a"), says("x", "b")], "different"),
    ([says("x", "a"), says("x", "a"), says("x", "a", "b")], "similar"),
]


@pytest.mark.parametrize(("cells", "expected"), CASES)
def test_relation_of_cells(cells, expected):
    assert relation(cells) == expected


CLAIMS = st.one_of(
    st.sampled_from(["unknown", "none", "not-applicable", "withheld"]).map(lambda value: Claim(value=value)),
    st.integers(0, 5).map(lambda value: Claim(value=value, unit="people")),
    st.builds(
        lambda text, codes: Claim(value=Text({"en": text}), code=tuple(codes)),
        st.text("ab ", min_size=1, max_size=6),
        st.lists(st.sampled_from(["a", "b"]), max_size=2, unique=True),
    ),
)
CELLS = st.lists(CLAIMS, max_size=3).map(tuple)


@given(CELLS, CELLS)
def test_relation_has_no_direction(one, other):
    assert relation([one, other]) == relation([other, one])


@given(CELLS)
def test_a_cell_is_never_different_from_itself(cell):
    assert relation([cell, cell]) in ("same", "unknown", "not-applicable")


@given(st.lists(CELLS, min_size=2, max_size=4))
def test_one_unknown_cell_makes_the_row_unknown(cells):
    assert relation([*cells, UNKNOWN]) == "unknown"


LEVY, COPAY, RULE = says("a levy", "levy", "flat"), says("a share", "copay"), says("the wage", "levy", "wage")


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ([[RULE], [LEVY]], "similar"),
        ([[RULE], [LEVY, COPAY]], "different"),  # a second law makes nothing more alike
        ([[RULE], [LEVY, ()]], "similar"),  # one that says nothing in this row is passed over
        ([[RULE], [LEVY, NONE]], "similar"),
        ([[RULE], [UNKNOWN, ()]], "unknown"),
        ([[RULE], []], "unknown"),
        ([[RULE], [UNKNOWN, LEVY]], "similar"),
        ([[NOT_APPLICABLE], [NOT_APPLICABLE, ()]], "not-applicable"),
        ([[LEVY, LEVY], [LEVY]], "same"),
        ([[LEVY], [LEVY], [COPAY, LEVY]], "different"),
    ],
)
def test_sides_of_several_laws_are_as_alike_as_their_least_alike_pair(sides, expected):
    assert relation_of_parts(sides) == expected


@given(st.lists(st.sampled_from([cell for cells, _ in CASES for cell in cells if cell]), min_size=2, max_size=3))
def test_one_law_each_is_compared_as_before(cells):
    assert relation_of_parts([[cell] for cell in cells]) == relation(cells)


@given(st.lists(st.sampled_from([LEVY, COPAY, RULE]), min_size=1, max_size=3), st.sampled_from([LEVY, COPAY, RULE]))
def test_one_more_law_never_makes_a_row_more_alike(laws, more):
    order = ("different", "similar", "same")
    assert order.index(relation_of_parts([[RULE], [*laws, more]])) <= order.index(relation_of_parts([[RULE], laws]))


@pytest.mark.parametrize(
    ("part", "others", "expected"),
    [
        (LEVY, [RULE, COPAY], "similar"),
        (COPAY, [RULE, LEVY], "different"),
        (LEVY, [COPAY, LEVY], "same"),
        (LEVY, [(), UNKNOWN], "unknown"),
        (LEVY, [], "unknown"),
    ],
)
def test_a_law_bears_the_sign_of_its_nearest_counterpart(part, others, expected):
    assert nearest_relation(part, others) == expected
