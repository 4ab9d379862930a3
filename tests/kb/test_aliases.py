"""Names seen in sources lead to their organisations, and names of others do not."""

import pytest
import yaml

from tests.conftest import ROOT

ALIASES = yaml.safe_load((ROOT / "tests/cases/aliases.yaml").read_text("utf-8"))
SEEN = [(org, str(form)) for org, forms in ALIASES.items() for form in forms]

OTHERS = [
    ("I Like Local", "local-alike"),
    ("Locall", "local-alike"),
    ("Locall.bkk", "local-alike"),
    ("โลคอล", "local-alike"),
    ("ChangeFusion Nepal", "changefusion"),
    ("Ennoble Social Innovation Foundation", "social-innovation-foundation"),
    ("Vulcan Coalition", "klongdinsor"),
    ("Japan Ecolodge Association", "jes"),
    ("エコツーリズム・ネットワーク・ジャパン", "ecocen"),
    ("仙拓", "litalico"),
    ("วิสาหกิจชุมชน", "osep"),
    ("Mae Fah Luang Foundation", "social-innovation-foundation"),
]


@pytest.mark.parametrize(("org", "form"), SEEN)
def test_a_form_that_was_seen_leads_to_its_organisation(shipped, org, form):
    resolution = shipped.resolution(form)
    candidates = [match.id for match in resolution.matches]
    assert candidates[0] == org if resolution.status == "match" else org in candidates[:2]
    assert resolution.status != "none"


def test_every_name_in_a_record_leads_to_it(shipped):
    lost = []
    for organisation in shipped.records.organisations:
        for name in organisation.names:
            resolution = shipped.resolution(name.text)
            candidates = [match.id for match in resolution.matches if match.score >= 0.8]
            if organisation.id not in candidates:
                lost.append((organisation.id, name.text, resolution.status, candidates))
    assert lost == []


@pytest.mark.parametrize(("name", "other"), OTHERS)
def test_look_alikes_are_kept_apart(shipped, name, other):
    resolution = shipped.resolution(name)
    assert resolution.status != "match" or resolution.matches[0].id != other


@pytest.mark.parametrize("name", ["SIF Thailand", "SIF ประเทศไทย", "Thailand SIF", "タイ SIF"])
def test_an_alias_said_with_its_country(shipped, name):
    resolution = shipped.resolution(name)
    assert (resolution.status, resolution.matches[0].id) == ("match", "social-innovation-foundation")


@pytest.mark.parametrize("name", ["SIF Japan", "SIFthailand", "Thailand"])
def test_an_alias_said_with_another_country_is_not_taken_for_it(shipped, name):
    assert not any(match.reason == "part" and match.score > 0.9 for match in shipped.resolution(name).matches)
