"""Money in its own currency and converted: only with a rate of the data, the nearest in time, which is printed."""

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.records.rates import Rate
from sil.records.types import Claim
from sil.text.calendars import earliest
from sil.views.money import converted
from tests.conftest import ROOT

RATES = """rates:
  - {value: 0.25, base: jpy, unit: thb, as_of: 2014-12-31, source: bank}
  - {value: 4, base: thb, unit: jpy, as_of: 2016, source: bank}
sources:
  bank: {title: A central bank, grade: A}
checked: 2026-11-24
"""


def rate(value, base, unit, as_of) -> Rate:
    return Rate(value=value, base=base, unit=unit, as_of=as_of, source=("bank",))


def money(value, unit, as_of="2019-07-03") -> Claim:
    return Claim(value=value, unit=unit, as_of=as_of)


YEN = rate(0.285, "jpy", "thb", "2019-07-03")


@pytest.mark.parametrize(
    ("claim", "into", "amount"),
    [
        (money(600000, "jpy"), "thb", 171000),
        (money(171000, "thb"), "jpy", 600000),  # a rate holds in both directions
        (money(12_128_000_000, "jpy"), "thb", 3_456_000_000),  # four digits are kept: no rate says more
        (money(1, "jpy"), "thb", 0.285),
        (money(0, "jpy"), "thb", 0),
        (money(-100, "jpy"), "thb", -28.5),
    ],
)
def test_a_sum_in_another_currency(claim, into, amount):
    found = converted(claim, [YEN], into)
    assert (found.amount, found.currency, found.rate) == (amount, into, YEN)


@pytest.mark.parametrize(
    ("claim", "into"),
    [
        (money(5, "jpy"), "eur"),  # no rate between the two
        (money(5, "jpy"), "jpy"),
        (money(5, "people"), "thb"),
        (money(5, "jpy", None), "thb"),  # nobody knows of when the figure is
        (money("unknown", "jpy"), "thb"),
        (money(5, "usd"), "thb"),  # never over a third currency
    ],
)
def test_without_a_rate_nothing_is_guessed(claim, into):
    assert converted(claim, [YEN, rate(108, "usd", "jpy", "2019")], into) is None


@pytest.mark.parametrize("broken", [rate(0, "jpy", "thb", "2019"), rate(1e308, "jpy", "thb", "2019"), rate(1e-320, "jpy", "thb", "2019"), rate("unknown", "jpy", "thb", "2019"), rate(2, "jpy", "thb", None)])  # fmt: skip
def test_a_rate_that_cannot_be_used_is_not(broken):
    assert converted(money(5, "jpy"), [broken], "thb") is None


@pytest.mark.parametrize(
    ("day", "nearest"),
    [
        ("2014", "2014-01-15"),
        ("2016-02", "2016-01-31"),
        ("2019", "2019"),  # the mean of a year is the rate of a figure of that year
        ("2019-07-03", "2019"),
        ("2019-12-01", "2019-12"),
        ("2026", "2019-12"),
    ],
)
def test_the_rate_nearest_to_the_day_of_the_figure_is_taken(day, nearest):
    days = ("2014-01-15", "2016-01-31", "2019", "2019-12")
    found = converted(money(5, "jpy", day), [rate(0.3, "jpy", "thb", day) for day in days], "thb")
    assert found.rate.as_of == nearest


days = st.dates().filter(lambda day: 1000 <= day.year < 2400).map(str)


@given(st.integers(1, 10**12), st.floats(0.001, 1000), days, st.lists(days, min_size=1, max_size=5))
def test_no_other_rate_is_nearer_and_there_and_back_is_the_same(amount, factor, day, others):
    rates = [rate(factor, "jpy", "thb", one) for one in others]
    found = converted(money(amount, "jpy", day), rates, "thb")
    away = [abs(ordinal(one) - ordinal(day)) for one in others]
    assert abs(ordinal(found.rate.as_of) - ordinal(day)) == min(away)
    back = converted(money(found.amount, "thb", day), [found.rate], "jpy")
    assert back.amount == pytest.approx(amount, rel=2e-3)


def ordinal(day: str) -> int:
    import datetime as dt

    return dt.date.fromisoformat(earliest(day)).toordinal()


@pytest.fixture
def base(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "kb/data")
    (tmp_path / "kb/data/rates.yaml").write_text(RATES, "utf-8")
    return tmp_path / "kb"


COMPARED = ("compare", "--countries", "th,jp", "--theme", "disability-employment", "--rows", "price")


@pytest.mark.parametrize(
    ("lang", "baht", "yen"),
    [
        ("en", "THB 109,500 (≈ JPY 438,000 at THB 1 = JPY 4, 2016)", "JPY 600,000 (≈ THB 150,000 at JPY 1 = THB 0.25, 31 December 2014)"),
        ("th", "109,500 บาท (≈ 438,000 เยน ที่อัตรา 1 บาท = 4 เยน, พ.ศ. 2559)", "600,000 เยน (≈ 150,000 บาท ที่อัตรา 1 เยน = 0.25 บาท, 31 ธันวาคม 2557)"),
        ("ja", "109,500バーツ（≈ 438,000円、1バーツ = 4円、2016年のレート）", "60万円（≈ 15万バーツ、1円 = 0.25バーツ、2014年12月31日のレート）"),
    ],
)  # fmt: skip
def test_the_price_of_one_missing_person_in_both_currencies(sil, base, lang, baht, yen):
    (row,) = json.loads(sil(*COMPARED, "--json", "--lang", lang, cwd=base).out)["rows"]
    assert baht in row["cells"][0]["text"]
    assert yen in row["cells"][1]["text"]
    assert all("rates/bank" in cell["sources"] for cell in row["cells"])


def test_what_users_of_a_service_pay_is_no_price_of_a_missing_person(sil):
    question = ("compare", "--countries", "th,jp", "--theme", "disability-employment", "--rows", "price,preparation")
    price, preparation = json.loads(sil(*question, "--json").out)["rows"]
    assert "copay" not in price["cells"][1]["text"]
    assert "copay" in preparation["cells"][1]["text"]


def test_without_rates_money_stays_in_its_own_currency(sil):
    (row,) = json.loads(sil(*COMPARED, "--json").out)["rows"]
    assert "THB 109,500" in row["cells"][0]["text"]
    assert not any("≈" in cell["text"] for cell in row["cells"])


@pytest.mark.parametrize("fmt", ["terminal", "md", "html", "csv", "tsv", "json", "jsonl"])
@pytest.mark.parametrize("question", [COMPARED, ("report", "theme", "disability-employment"), ("report", "briefing", "soil-2019-tokyo")])  # fmt: skip
def test_every_format_has_the_converted_sum(sil, base, question, fmt):
    assert "THB 150,000" in sil(*question, "-f", fmt, cwd=base, env={"COLUMNS": "2000"}).out


def test_organisations_are_compared_in_the_currencies_of_their_countries(sil, base):
    path = base / "data/orgs/litalico.yaml"
    text = path.read_text("utf-8")
    model = "model:\n" if "\nmodel:\n" in text else None
    assert model
    line = next(line for line in text.split("\n") if line.strip().startswith("price:"))
    priced = f"{line}\n      - {{value: 800, unit: jpy, as_of: 2016, source: []}}"
    path.write_text(text.replace(line, priced, 1), "utf-8")
    question = ("compare", "litalico", "klongdinsor", "--rows", "price", "--json")
    assert "JPY 800 (≈ THB 200 at THB 1 = JPY 4, 2016)" in sil(*question, cwd=base).out
    text = (base / "data/rates.yaml").read_text("utf-8")
    (base / "data/rates.yaml").write_text(text.replace("value: 4", "value: 5"), "utf-8")
    assert "JPY 800 (≈ THB 160 at THB 1 = JPY 5, 2016)" in sil(*question, cwd=base).out
    (base / "data/rates.yaml").unlink()
    assert "≈" not in sil(*question, cwd=base).out


def test_rates_are_checked_and_are_nothing_that_is_found(sil, base):
    assert sil("check", cwd=base).code == 0
    for broken in ("value: 0", "value: -4", "value: unknown", "value: {en: four}"):
        (base / "data/rates.yaml").write_text(RATES.replace("value: 4", broken), "utf-8")
        assert "data/rates.yaml:3" in sil("check", cwd=base).out
    (base / "data/rates.yaml").write_text(RATES.replace("source: bank", "source: nobody"), "utf-8")
    assert "SIL202" in sil("check", cwd=base).out
    (base / "data/rates.yaml").write_text(RATES.replace("base: jpy", "base: yen"), "utf-8")
    assert "SIL107" in sil("check", cwd=base).out
    assert sil("show", "rates", cwd=base).code != 0
    assert "A central bank" not in sil("search", "central bank", cwd=base).out


def test_each_of_two_laws_of_a_country_bears_its_own_sign(sil):
    question = ("compare", "--countries", "th,jp", "--theme", "disability-employment", "--rows", "authority", "--json")
    (row,) = json.loads(sil(*question).out)["rows"]
    lines = row["cells"][1]["text"].split("\n")
    assert row["relation"] == "different"
    assert [line for line in lines if line[0] in "≠≈"] == [lines[0], "≈ Disability Employment Act: "]
    assert lines[0].startswith("≠ Comprehensive Support Act: Municipalities")  # one thing: behind the name
    assert len(lines) == 4  # two things: below the name
    assert row["cells"][0]["text"][0] not in "≠≈"  # one law needs none
