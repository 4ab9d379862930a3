import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sil.records.docstrings import field_docs, type_doc
from sil.records.folder import record_files
from sil.records.kinds import FILE_TYPES
from sil.records.nodes import Mapping, Scalar
from sil.records.schema import FILES, schema_of, schema_text
from sil.records.shape import fields_of
from sil.records.types import Claim, Figure
from sil.records.yaml_reader import read_text
from tests.records.generated import records

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests/data/problems"
VALIDATORS = {cls: Draft202012Validator(schema_of(cls)) for cls in FILES.values()}


def data(node):
    """Return what another program would read."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key.text: data(value) for key, value in node.entries}
    return [data(item) for item in node]


def complaints(root, file):
    node = read_text((root / file.path).read_text(encoding="utf-8"), file.path).root
    return [error.message for error in VALIDATORS[FILE_TYPES[file.kind]].iter_errors(data(node))]


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_are_schemas_and_in_step_with_the_types(name):
    text = schema_text(FILES[name])
    Draft202012Validator.check_schema(json.loads(text))
    assert (ROOT / "data/schemas" / name).read_text(encoding="utf-8") == text, "run `python tools/generate.py`"


@pytest.mark.parametrize("file", record_files(ROOT), ids=lambda file: file.path)
def test_the_schemas_accept_the_shipped_records(file):
    assert complaints(ROOT, file) == []


@given(st.sampled_from(list(FILES.values())).flatmap(lambda cls: st.tuples(st.just(cls), records(cls))))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_schemas_accept_what_is_decoded(example):
    cls, plain = example
    assert list(VALIDATORS[cls].iter_errors(plain)) == []


GOOD = [
    pytest.param(path / "good", file, id=f"{path.name}/{file.path}")
    for path in sorted(EXAMPLES.iterdir())
    for file in record_files(path / "good")
]
BAD_SHAPES = [
    "SIL101",
    "SIL102",
    "SIL103",
    "SIL104",
    "SIL105",
    "SIL106",
    "SIL107",
    "SIL108",
    "SIL110",
    "SIL111",
    "SIL112",
    "SIL113",
]


@pytest.mark.parametrize(("root", "file"), GOOD)
def test_the_schemas_accept_the_good_examples(root, file):
    assert complaints(root, file) == []


@pytest.mark.parametrize("code", BAD_SHAPES)
def test_the_schemas_reject_bad_shapes(code):
    root = EXAMPLES / code / "bad"
    assert [message for file in record_files(root) for message in complaints(root, file)]


def test_short_forms_are_accepted():
    claim = schema_of(FILES["organisation.schema.json"])["$defs"]["Claim"]
    assert claim["anyOf"][0] == {"$ref": "#/$defs/value"}
    assert claim["anyOf"][1]["additionalProperties"] is False


@pytest.mark.parametrize("cls", FILE_TYPES.values())
def test_every_field_is_documented(cls):
    assert type_doc(cls)
    assert set(field_docs(cls)) == {field.name for field in fields_of(cls)}


def test_a_type_has_the_docs_of_the_type_it_extends():
    assert list(field_docs(Figure)) == [*field_docs(Claim), "measure", "label"]
    assert field_docs(Claim)["of"] == "Which part of the whole it speaks of."
