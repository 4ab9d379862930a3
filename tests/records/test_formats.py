import pytest

from sil.records.formats import (
    country_for,
    date_for,
    gregorian,
    is_buddhist,
    is_date,
    is_moment,
    is_slug,
    moment_for,
    number_for,
    slug_for,
)
from sil.records.nearest import nearest


@pytest.mark.parametrize("text", ["a", "a1", "soil-2019-bangkok", "2019"])
def test_slugs(text):
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "A", "-a", "a-", "a--b", "a_b", "a b", "ä", "a/b", "a\n", "กข", "１"])
def test_what_is_no_slug(text):
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Alpha Beta", "alpha-beta"),
        ("alpha_beta", "alpha-beta"),
        ("Café, Inc.", "cafe-inc"),
        ("ＡＶＰＮ", "avpn"),
        ("กล่องดินสอ", ""),
        ("LITALICO パートナーズ", "litalico"),
    ],
)
def test_the_slug_meant(text, slug):
    assert slug_for(text) == slug


@pytest.mark.parametrize("text", ["2019", "2019-07", "2019-07-03", "2020-02-29", "1932"])
def test_dates(text):
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19",
        "2019-7",
        "2019-13",
        "2019-00",
        "2019-02-30",
        "2019-02-29",
        "2019-07-03T10:00",
        "2019/07",
        "๒๕๖๒",
        "0999",
        "2019-",
    ],
)
def test_what_is_no_date(text):
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019/07/03", "2019-07-03"),
        ("2019.7", "2019-07"),
        ("3/7/2019", "2019-07-03"),
        ("๓/๗/๒๕๖๒", "2562-07-03"),
        ("２０１９", "2019"),
        ("2019-02-30", ""),
        ("2019-00", ""),
        ("July 2019", ""),
        ("2019-07-03T10:00", ""),
        ("12", ""),
        ("soon", ""),
        ("1" * 5000, ""),
    ],
)
def test_the_date_meant(text, date):
    assert date_for(text) == date


@pytest.mark.parametrize("text", ["2019", "2019-07", "2019-07-03", "2019-07-03T00:00", "2019-07-03T23:59"])
def test_moments(text):
    assert is_moment(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-07-03 10:00", "2019-07-03T10:00"),
        ("2019-07-03T9:30", "2019-07-03T09:30"),
        ("2019-07-03T09:30:00", "2019-07-03T09:30"),
        ("3/7/2019, 10.00", "2019-07-03T10:00"),
        ("2562-07-03 10:00", "2562-07-03T10:00"),
        ("2019/07/03", "2019-07-03"),
        ("2019-07 10:00", ""),
        ("2019-02-30T10:00", ""),
        ("2019-07-03T24:00", ""),
        ("2019-07-03T10", ""),
        ("10:00", ""),
        ("in the morning", ""),
    ],
)
def test_the_moment_meant(text, moment):
    assert not is_moment(text)
    assert moment_for(text) == moment


def test_buddhist_years():
    assert is_buddhist("2562-04")
    assert is_buddhist("2400")
    assert not is_buddhist("2399-12-31")
    assert not is_buddhist("2019")
    assert gregorian("2562-04-18") == "2019-04-18"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("JP", "jp"),
        ("ja", "jp"),
        ("Thailand", "th"),
        ("tha", "th"),
        ("uk", "gb"),
        ("en", "gb"),
        ("xx", ""),
        ("ไทย", ""),
    ],
)
def test_the_country_meant(text, country):
    assert country_for(text) == country


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,277", "1277"),
        ("1_000.5", "1000.5"),
        ("１２", "12"),
        ("๑๒๗๗", "1277"),
        ("-3", "-3"),
        ("1.2.3", ""),
        ("12:30", ""),
        ("1" * 99, ""),
    ],
)
def test_the_number_meant(text, number):
    assert number_for(text) == number


@pytest.mark.parametrize(
    ("found", "near"),
    [("organizer", "organiser"), ("Learner", "learner"), ("not applicable", "not-applicable"), ("xyzzy", ""), ("", "")],
)
def test_the_nearest_word(found, near):
    assert nearest(found, ("organiser", "learner", "not-applicable")) == near


def test_nothing_is_near_when_nothing_is_allowed():
    assert nearest("organiser", ()) == ""
