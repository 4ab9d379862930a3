"""Thai lines: words of the table stay whole, a word that ends in a needy syllable is no needy syllable; joints of ids."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.text.breaks import wrap
from sil.text.cells import width
from sil.text.tables import load

WHOLE = load("breaks")["unbroken"]


@given(st.lists(st.sampled_from(WHOLE), min_size=2, max_size=8), st.integers(24, 60))
def test_no_line_ends_inside_a_word_of_the_table(words, cells):
    text = "".join(words)
    lines = wrap(text, cells)
    borders = set(accumulate(map(len, lines))) - {len(text)}
    for whole in WHOLE:
        start = text.find(whole)
        while start >= 0:
            assert not any(start < border < start + len(whole) for border in borders)
            start = text.find(whole, start + 1)


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("คณะกรรมการระดับชาติ", 10, ["คณะกรรมการ", "ระดับชาติ"]),
        ("soil-2019-bangkok/corporate-customers-community-tourism", 27,
         ["soil-2019-bangkok/", "corporate-customers-", "community-tourism"]),
        ("https://example.org/a/very/long/address-of-a-page?x=1", 24,
         ["https://example.org/a/", "very/long/address-of-a-", "page?x=1"]),
        ("abcdefghijklmnopqrstuvwxyz", 10, ["abcdefghij", "klmnopqrst", "uvwxyz"]),
    ],
)  # fmt: skip
def test_lines_break_at_words_and_joints(text, cells, lines):
    assert wrap(text, cells) == lines
    assert max(map(width, lines)) <= cells
