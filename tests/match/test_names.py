"""Pairs of names that people must and must not take for one another (tests/cases)."""

import pytest
import yaml

from sil.index.names import name_texts
from sil.match import NameIndex
from sil.match.memory import MemoryStore
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests/cases/names.yaml").read_text("utf-8"))
RANKING = yaml.safe_load((ROOT / "tests/cases/ranking.yaml").read_text("utf-8"))


def index_with(*names):
    return NameIndex.build([(f"id-{number}", [name]) for number, name in enumerate([*names, *CASES["others"]])])


@pytest.mark.parametrize(("stored", "query"), CASES["same"])
def test_same(stored, query):
    resolution = index_with(stored).resolve(query)
    assert resolution.status == "match"
    assert resolution.matches[0].id == "id-0"
    assert resolution.matches[0].matched == stored


@pytest.mark.parametrize(("stored", "query"), CASES["different"])
def test_different(stored, query):
    assert index_with(stored).resolve(query).status == "none"


@pytest.mark.parametrize("case", CASES["ambiguous"], ids=lambda case: case["query"])
def test_ambiguous(case):
    resolution = index_with(*case["names"]).resolve(case["query"])
    assert resolution.status == "ambiguous"
    assert [match.id for match in resolution.matches] == ["id-0", "id-1"]


@pytest.mark.parametrize("case", RANKING, ids=lambda case: f"{case['query']} / {case['worse']}")
def test_ranking(case):
    best = index_with(case["worse"], case["better"]).search(case["query"])[0]
    assert (best.id, best.reason) == ("id-1", case["reason"])


def shipped_names():
    for path in sorted((ROOT / "data/orgs").glob("*.yaml")):
        record = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        yield record["id"], [name for name in record["names"] if name.get("kind") != "former"]


@pytest.fixture(scope="module")
def register():
    return NameIndex.build([(record, [name["text"] for name in names]) for record, names in shipped_names()])


@pytest.mark.parametrize(("record", "names"), list(shipped_names()))
def test_every_name_of_an_organisation_finds_it(register, record, names):
    for name in names:
        resolution = register.resolve(name["text"])
        assert record in [match.id for match in resolution.matches]
        assert resolution.matches[0].score == 1
        if resolution.status == "match":
            assert resolution.matches[0].id == record


@pytest.fixture(scope="module")
def shipped():
    store = MemoryStore()
    for path in sorted((ROOT / "data/orgs").glob("*.yaml")):
        record = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        for name, text, former, alias, readings in name_texts(record["names"]):
            reading = None if name == text else text
            store.add(record["id"], name, reading=reading, former=former, alias=alias, readings=readings)
    return NameIndex(store)


def test_what_people_type_is_found(shipped):
    asked = yaml.safe_load((ROOT / "tests/cases/everyday.yaml").read_text("utf-8"))
    found = [(record, [match.id for match in shipped.search(query)]) for query, record in asked]
    assert sum(ids[:1] == [record] for record, ids in found) >= 0.93 * len(asked)
    assert sum(record in ids for record, ids in found) >= 0.98 * len(asked)
    wrong = [
        query
        for query, record in asked
        if (resolution := shipped.resolve(query)).status == "match" and resolution.matches[0].id != record
    ]
    assert len(wrong) <= 0.03 * len(asked)
