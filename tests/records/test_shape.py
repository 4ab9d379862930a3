import pytest

from sil.light import Annotated, Literal
from sil.records.kinds import FILE_TYPES
from sil.records.organisation import MODEL_BLOCKS, ModelSheet, Organisation
from sil.records.policy import POLICY_ROWS, PolicySheet
from sil.records.shape import Basic, Choice, Keyed, Many, Nested, Said, fields_of, shape_of
from sil.records.types import Claim, Date, Figure, Format, OrgClaim, OrgId, Ref, Slug, Source, Value
from sil.records.values import Text


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (str, Basic("string")),
        (bool, Basic("boolean")),
        (Text, Basic("text")),
        (Text | None, Basic("text")),
        (Value, Said()),
        (Value | None, Said()),
        (Date, Format("date")),
        (Date | None, Format("date")),
        (OrgId, Ref("org")),
        (Literal["yes", "no"], Choice(("yes", "no"))),
        (tuple[OrgId, ...], Many(Ref("org"))),
        (dict[Slug, Source], Keyed(Format("slug"), Nested(Source))),
        (dict[Slug, Text] | None, Keyed(Format("slug"), Basic("text"))),
        (Claim, Nested(Claim)),
        (OrgClaim, Nested(Claim, Ref("org"))),
    ],
)
def test_an_annotation_is_described(annotation, shape):
    assert shape_of(annotation) == shape


@pytest.mark.parametrize("annotation", [list[str], int, object, Annotated[str, "x"] | bytes])
def test_an_annotation_that_records_cannot_hold_is_refused(annotation):
    with pytest.raises(TypeError):
        shape_of(annotation)


def test_fields_come_in_their_order_with_their_defaults():
    fields = {field.name: field for field in fields_of(Organisation)}
    assert next(iter(fields)) == "id"
    assert fields["id"].required
    assert not fields["country"].required
    assert fields["country"].default is None
    assert fields["resolved"].default is True


def test_a_figure_has_the_fields_of_a_claim():
    assert [field.name for field in fields_of(Figure)][:2] == ["value", "unit"]
    assert {field.name for field in fields_of(Figure) if field.required} == {"value", "measure"}


def test_a_claim_about_an_organisation_may_say_its_id():
    value = Nested(Claim, Ref("org")).fields["value"]
    assert value.shape == Said(Ref("org"))


@pytest.mark.parametrize("cls", FILE_TYPES.values())
def test_every_record_type_can_be_described(cls):
    assert fields_of(cls)


def test_the_blocks_of_the_sheets_name_all_rows():
    rows = [row for block in MODEL_BLOCKS.values() for row in block]
    assert ["line", *rows, "audience"] == [field.name for field in fields_of(ModelSheet)]
    assert [*POLICY_ROWS, "audience"] == [field.name for field in fields_of(PolicySheet)]
