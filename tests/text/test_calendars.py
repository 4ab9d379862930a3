from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.text.calendars import date_readings, earliest, format_date, format_period, is_date, latest, parse_date
from tests.text.alphabets import anything

DAYS = st.dates(date(1873, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("พ.ศ. 2562", "2019"), ("2562", "2019"), ("๒๕๖๒", "2019"), ("ปี 2562", "2019"), ("18 เมษายน 2562", "2019-04-18"),
        ("วันที่ ๑๘ เม.ย. พ.ศ. ๒๕๖๒", "2019-04-18"), ("เมษายน 2562", "2019-04"), ("18/4/2562", "2019-04-18"),
        ("3/7/2562", "2019-07-03"), ("ค.ศ. 2019", "2019"), ("2562-04-18", "2019-04-18"), ("18 เดือนเมษายน ปี 2562", "2019-04-18"),
        ("平成31年4月18日", "2019-04-18"), ("平成31年", "2019"), ("令和元年", "2019"), ("令和元年5月1日", "2019-05-01"), ("H31.4.18", "2019-04-18"),
        ("R1.5.1", "2019-05-01"), ("昭和64年1月7日", "1989-01-07"), ("明治45年", "1912"), ("大正15年", "1926"),
        ("2019年4月18日", "2019-04-18"), ("２０１９年４月", "2019-04"), ("西暦2019年", "2019"), ("2019年", "2019"),
        ("18 April 2019", "2019-04-18"), ("April 18, 2019", "2019-04-18"), ("18th of Apr. 2019", "2019-04-18"),
        ("Apr 2019", "2019-04"), ("Sept 2019", "2019-09"), ("2019/7/3", "2019-07-03"), ("25/12/2019", "2019-12-25"),
        ("04/2019", "2019-04"), ("2019-07-03", "2019-07-03"), ("2019-07", "2019-07"), ("2019", "2019"), (" 2019 ", "2019"),
        ("20190703", "2019-07-03"), ("BE 2562", "2019"), ("A.D. 2019", "2019"), ("05/05/2019", "2019-05-05"),
    ],
)  # fmt: skip
def test_what_people_type(typed, iso):
    assert parse_date(typed) == iso


@pytest.mark.parametrize(
    "typed",
    ["", "hello", "2019 hello", "31/02/2019", "2019-13", "5", "May 5", "18 April", "令和元年4月", "昭和64年2月", "1999-2000", "12/2019/4/5",
     "9999", "2800", "4月18日", "month of April", "2019年度", "April May 2019", "พ.ศ. ค.ศ. 2562", "29 February 2019", "年2019", "1 2 3 2019 4"],
)  # fmt: skip
def test_what_is_no_date(typed):
    assert date_readings(typed) == ()
    assert parse_date(typed) is None


def test_what_may_be_two_dates_is_not_guessed():
    assert date_readings("03/07/2019") == ("2019-07-03", "2019-03-07")
    assert parse_date("03/07/2019") is None


@pytest.mark.parametrize(
    ("iso", "en", "th", "ja"),
    [
        ("2019", "2019", "พ.ศ. 2562", "2019年"),
        ("2019-04", "April 2019", "เมษายน 2562", "2019年4月"),
        ("2019-04-18", "18 April 2019", "18 เมษายน 2562", "2019年4月18日"),
        ("2019-07-03T10:00", "3 July 2019, 10:00", "3 กรกฎาคม 2562 เวลา 10:00 น.", "2019年7月3日 10:00"),
        ("next year", "next year", "next year", "next year"),
        ("2562", "2562", "2562", "2562"),
    ],
)
def test_dates_as_they_are_written(iso, en, th, ja):
    assert [format_date(iso, lang) for lang in ("en", "th", "ja")] == [en, th, ja]


@given(DAYS, st.integers(0, 2), st.sampled_from(["en", "th", "ja"]))
def test_what_is_written_can_be_read(day, precision, lang):
    iso = str(day)[: (4, 7, 10)[precision]]
    assert is_date(iso)
    assert parse_date(format_date(iso, lang)) == iso


@given(DAYS, st.integers(0, 2))
def test_a_partial_date_spans_its_days(day, precision):
    iso = str(day)[: (4, 7, 10)[precision]]
    assert earliest(iso) <= str(day) <= latest(iso)
    assert is_date(earliest(iso))
    assert is_date(latest(iso))
    assert earliest(iso)[: len(iso)] == latest(iso)[: len(iso)] == iso


def test_the_last_day_of_february():
    assert [latest(f"{year}-02") for year in (2019, 2020, 1900, 2000)] == [
        "2019-02-28",
        "2020-02-29",
        "1900-02-28",
        "2000-02-29",
    ]


@given(anything)
def test_any_text_is_read_or_refused(text):
    assert all(map(is_date, date_readings(text)))


@pytest.mark.parametrize(
    "text", ["2019-1", "2019-02-30", "2019-", "２０１９", "2019-00", "0000", "20190101", "2019-04-18-01"]
)
def test_what_is_not_iso(text):
    assert not is_date(text)


@pytest.mark.parametrize(
    ("start", "end", "en", "th", "ja"),
    [
        ("2027-02-03", "2027-02-05", "3–5 February 2027", "3–5 กุมภาพันธ์ 2570", "2027年2月3日～5日"),
        ("2027-02-28", "2027-03-02", "28 February – 2 March 2027", "28 กุมภาพันธ์ – 2 มีนาคม 2570", "2027年2月28日～3月2日"),
        ("2026-12-30", "2027-01-02", "30 December 2026 – 2 January 2027", "30 ธันวาคม 2569 – 2 มกราคม 2570", "2026年12月30日～2027年1月2日"),
        ("2019-04", "2019-07", "April–July 2019", "เมษายน–กรกฎาคม 2562", "2019年4月～7月"),
        ("2019-12", "2020-01", "December 2019 – January 2020", "ธันวาคม 2562 – มกราคม 2563", "2019年12月～2020年1月"),
        ("2018", "2019", "2018–2019", "พ.ศ. 2561–2562", "2018～2019年"),
        ("2005", "2010-03", "2005 – March 2010", "พ.ศ. 2548 – มีนาคม 2553", "2005年～2010年3月"),
        ("2019-07-03", "2019-07-03", "3 July 2019", "3 กรกฎาคม 2562", "2019年7月3日"),
        ("2019-07-03T10:00", "2019-07-03T12:30", "3 July 2019, 10:00–12:30", "3 กรกฎาคม 2562 เวลา 10:00–12:30 น.", "2019年7月3日 10:00–12:30"),
        ("2019-07-03T10:00", "2019-07-04T09:00", "3 July 2019, 10:00 – 4 July 2019, 09:00", "3 กรกฎาคม 2562 เวลา 10:00 น. – 4 กรกฎาคม 2562 เวลา 09:00 น.", "2019年7月3日 10:00～2019年7月4日 09:00"),
        ("soon", "2019", "soon – 2019", "soon – พ.ศ. 2562", "soon～2019年"),
    ],
)  # fmt: skip
def test_periods_as_they_are_written(start, end, en, th, ja):
    assert [format_period(start, end, lang) for lang in ("en", "th", "ja")] == [en, th, ja]


@given(DAYS, DAYS, st.sampled_from(["en", "th", "ja"]))
def test_a_period_is_never_longer_than_its_two_dates_and_holds_the_last(one, other, lang):
    first, last = sorted(day.isoformat() for day in (one, other))
    written = format_period(first, last, lang)
    assert len(written) <= len(format_date(first, lang)) + len(" – ") + len(format_date(last, lang))
    assert written.endswith(format_date(last, lang)) or lang == "ja"
