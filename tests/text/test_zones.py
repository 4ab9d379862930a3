from zoneinfo import ZoneInfo

import pytest

from sil.records.formats import COUNTRIES
from sil.text.tables import load
from sil.text.zones import is_zone, zone_of, zones


@pytest.mark.parametrize("country", ["th", "jp", "sg", "np"])
def test_a_country_with_one_zone_has_it(country):
    expected = {"th": "Asia/Bangkok", "jp": "Asia/Tokyo", "sg": "Asia/Singapore", "np": "Asia/Kathmandu"}
    assert zone_of(country) == expected[country]


@pytest.mark.parametrize("country", ["us", "id", "xx", "", None])
def test_a_country_with_several_has_none(country):
    assert zone_of(country) == ""


def test_every_zone_is_one_of_the_tz_database():
    for name in zones():
        assert is_zone(name)
        assert ZoneInfo(name).key == name
    assert not is_zone("Asia/Tokio")
    assert set(load("zones")) <= COUNTRIES
