import shlex

import pytest
from hypothesis import given

from sil.text.escape import argument, harmless
from tests.text.alphabets import anything


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\tb", "a b"),
        ("a\r\nb\x85c", "a\nb\nc"),
        ("a\rb\x07\x00\x7f", "a␍b␇␀␡"),
        ("\x9b31m", "31m"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("\u2066x\u2069\u200e", "x"),
        ("\ud800", "\ufffd"),
        ("กล่องดินสอ 株式会社 👨‍👩‍👧", "กล่องดินสอ 株式会社 👨‍👩‍👧"),
    ],
)
def test_nothing_that_a_terminal_obeys(text, shown):
    assert harmless(text) == shown


@given(anything)
def test_harmless_text_is_harmless(text):
    shown = harmless(text)
    assert harmless(shown) == shown
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in shown.replace("\n", ""))
    shown.encode("utf-8")


@given(anything)
def test_an_argument_is_one_word_to_a_shell(text):
    words = shlex.split(argument(text))
    assert words[-1] == text
    assert len(words) == 1 + text.startswith("-")
