"""What was nearly right: ids with spaces, parts of names, countries, records of another kind, slips in the id of an exchange."""

import pytest

from sil.errors import NothingFoundError, UsageError


@pytest.mark.parametrize("name", ["soil-2019-tokyo", "soil 2019 tokyo", "SOIL 2019 Tokyo"])
def test_a_space_is_a_hyphen_in_an_id(shipped, name):
    assert shipped.names.address(name) == "soil-2019-tokyo"
    assert shipped.names.exchange(name) == "soil-2019-tokyo"


def test_an_organisation_is_found_by_its_id_with_spaces(shipped):
    assert shipped.names.organisation("toyota foundation") == "toyota-foundation"
    for organisation in shipped.records.organisations:
        resolution = shipped.resolution(organisation.id.replace("-", " "))
        assert resolution.matches
        assert organisation.id in {match.id for match in resolution.matches}, organisation.id


def test_what_has_the_whole_of_a_name_in_its_own_comes_before_what_is_only_spelled_alike(shipped):
    with pytest.raises(NothingFoundError) as caught:
        shipped.names.organisation("ministry of tourism")
    assert caught.value.values["nearest"][0].id == "ministry-of-tourism-and-sports-thailand"
    assert caught.value.hint == "hint.did-you-mean:ministry-of-tourism-and-sports-thailand"


@pytest.mark.parametrize(("name", "code"), [("japan", "jp"), ("ไทย", "th"), ("日本", "jp"), ("Thailand", "th")])
def test_a_country_is_said_to_be_one(sil, name, code):
    result = sil("show", name)
    assert result.code == 1
    assert f"sil list orgs --country {code}" in result.err
    assert "avpn" not in result.err


@pytest.mark.parametrize("name", ["障害者雇用促進法", "th-pwd-empowerment-act", "th pwd empowerment act"])
def test_a_law_among_organisations_is_said_to_be_one(shipped, name):
    with pytest.raises(UsageError) as caught:
        shipped.compare([name, "litalico"])
    assert (caught.value.key, caught.value.hint) == ("error.not-organisation", "hint.needs-theme")


def test_a_slip_in_the_id_of_an_exchange_gets_the_nearest_one(sil):
    result = sil("report", "trip", "soil-2019-bankok")
    assert result.code == 2
    assert "`soil-2019-bangkok`" in result.err
    assert "sil list exchanges" in sil("report", "trip", "zzzz").err
