import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sil.records.build import build, plain_of
from sil.records.kinds import KINDS
from sil.records.load import load_text
from sil.records.organisation import Organisation
from sil.records.theme import OtherLabels, Theme
from sil.records.types import Claim
from sil.records.values import Text
from tests.records.generated import records

ANY = st.sampled_from(sorted(KINDS)).flatmap(lambda kind: st.tuples(st.just(kind), records(KINDS[kind])))
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

ORG = {
    "id": "alpha",
    "names": [{"text": "Alpha", "lang": "en", "preferred": True}],
    "kind": "company",
    "founded": [{"value": 2012}, {"value": {"en": "in spring"}, "status": "derived"}],
    "summary": {"en": "A company.", "th": "บริษัท"},
    "sources": {"site": {"title": "Site", "grade": "A"}},
    "checked": "2026-11-24",
}


@given(ANY)
@SLOW
def test_a_record_built_from_plain_data_gives_them_back(example):
    kind, data = example
    assert plain_of(build(KINDS[kind], data)) == data


@given(ANY)
@SLOW
def test_plain_data_written_as_json_are_read_back_with_the_place_of_each_value(example):
    kind, data = example
    text = json.dumps({"themes": [data]} if kind == "theme" else data, ensure_ascii=False, indent=1)
    file = load_text(text, f"data/x/{data.get('id', kind)}.yaml", kind)
    assert file.problems == ()
    (record,) = file.records
    assert record.plain == data
    lines = text.split("\n")
    for at, value in leaves(record.plain):
        line, column = record.positions[at]
        assert lines[line - 1][column - 1 :].startswith(json.dumps(value, ensure_ascii=False)), at


def leaves(value, at=""):
    """Yield path and value of everything in plain data that is no map and no list."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield at, value
        return
    for key, item in items:
        yield from leaves(item, f"{at}.{key}" if at else str(key))


def test_values_become_what_their_field_holds():
    record = build(Organisation, ORG)
    assert record.names[0].text == "Alpha"
    assert record.summary == Text({"en": "A company.", "th": "บริษัท"})
    assert record.founded == (Claim(value=2012), Claim(value=Text({"en": "in spring"}), status="derived"))
    assert record.sources["site"].grade == "A"
    assert record.roles == ()
    assert record.resolved is True


def test_what_is_left_at_its_default_is_not_in_the_plain_data():
    theme = Theme(id="work", label=Text({"en": "Work"}), definition=Text({"en": "Work."}))
    assert plain_of(theme) == {"id": "work", "label": {"en": "Work"}, "definition": {"en": "Work."}}
    assert plain_of(OtherLabels()) == {}


@pytest.mark.parametrize("value", [None, (), {}, "text", 3, 2.5, True])
def test_simple_values_are_plain_already(value):
    assert plain_of(value) == ([] if value == () else value)
