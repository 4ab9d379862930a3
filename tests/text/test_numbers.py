import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.text.numbers import format_money, format_number, format_percent


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1277, "1,277"), (12128000000, "12,128,000,000"), (45.9, "45.9"), (3.0, "3"), (-1234.5, "-1,234.5")],
)
def test_numbers(value, text):
    assert [format_number(value, lang) for lang in ("en", "th", "ja")] == [text] * 3


def test_percent():
    assert format_percent(45.9, "ja") == "45.9%"


@pytest.mark.parametrize(
    ("value", "currency", "en", "th", "ja"),
    [
        (12128000000, "jpy", "JPY 12.128 billion", "12,128 ล้านเยน", "121億2,800万円"),
        (12128005123, "jpy", "JPY 12,128,005,123", "12,128,005,123 เยน", "121億2,800万5,123円"),
        (1500000, "thb", "THB 1.5 million", "1.5 ล้านบาท", "150万バーツ"),
        (117530, "thb", "THB 117,530", "117,530 บาท", "117,530バーツ"),
        (50000, "jpy", "JPY 50,000", "50,000 เยน", "5万円"),
        (2000000000000, "jpy", "JPY 2,000 billion", "2,000,000 ล้านเยน", "2兆円"),
        (0, "jpy", "JPY 0", "0 เยน", "0円"),
        (45.5, "usd", "USD 45.5", "45.5 ดอลลาร์สหรัฐ", "45.5米ドル"),
        (-5000000, "eur", "-EUR 5 million", "-5 ล้านยูโร", "-500万ユーロ"),
    ],
)
def test_money(value, currency, en, th, ja):
    assert [format_money(value, currency, lang) for lang in ("en", "th", "ja")] == [en, th, ja]


@given(st.integers(0, 10**15))
def test_no_yen_is_lost(value):
    digits = {"兆": 10**12, "億": 10**8, "万": 10**4}
    text, total = format_money(value, "jpy", "ja").removesuffix("円").replace(",", ""), 0
    for sign, size in digits.items():
        count, found, rest = text.rpartition(sign)
        total, text = (total + int(count) * size, rest) if found else (total, text)
    assert total + int(text or 0) == value
