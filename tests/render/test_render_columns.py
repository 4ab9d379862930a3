"""Column widths: as wide as they like, else fair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.render.columns import LEAST, Measure, measure, solve
from sil.render.spans import Span

measures = st.lists(
    st.integers(0, 200).flatmap(
        lambda natural: st.builds(
            Measure, st.just(natural), st.integers(0, min(natural, 24)), st.integers(natural, natural * 20)
        )
    ),
    min_size=1,
    max_size=6,
)


@given(measures, st.integers(1, 200))
def test_widths_keep_the_limits_and_use_the_room(columns, room):
    widths = solve(columns, room)
    if widths is None:
        assert sum(column.least for column in columns) > room
        return
    assert sum(widths) == min(room, sum(column.natural for column in columns))
    assert all(column.least <= width <= column.natural for column, width in zip(columns, widths, strict=True))


def test_more_text_gets_more_room_but_less_than_in_proportion():
    left, right = solve([Measure(400, 16, 400), Measure(1600, 16, 1600)], 90)
    assert (left, right) == (30, 60)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("short", 5),
        ("ordinary English words only", LEAST),
        ("an extraordinarily-long-word here", 24),
        ("障害者雇用促進法" * 3, LEAST),
    ],
)
def test_least_width_is_that_of_the_longest_latin_word_within_bounds(text, least):
    assert measure([(Span(text),)]).least == least
