"""What of the records is for whom, part by part: what is marked is gone, and nothing names it."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.records.audience import for_audience, hidden_with, seen_records
from sil.records.kinds import KINDS
from sil.records.load import load_text
from sil.records.rules import check_records
from sil.records.schema import FILES
from sil.records.shape import Keyed, Many, Nested, fields_of
from sil.records.types import MARKS, Marked, MarkedRecord
from tests.records.generated import records

FOLDERS = {"org": "orgs", "exchange": "exchanges", "policy": "policies"}
TEXT = {"en": "Words.", "th": "คำ", "ja": "言葉。"}


def org(identifier="alpha", **fields):
    plain = {
        "id": identifier,
        "names": [{"text": identifier.title(), "lang": "en"}],
        "kind": "company",
        "summary": TEXT,
    }
    return file("org", {**plain, "sources": {}, "checked": "2026-11-24", **fields})


def visit(identifier="visit", **fields):
    plain = {"id": identifier, "title": TEXT, "kind": "workshop", "start": "2019-04", "status": "held", "summary": TEXT}
    return file("exchange", {**plain, "sources": {"post": SOURCE}, "checked": "2026-11-24", **fields})


def law(identifier="law", **fields):
    plain = {
        "id": identifier,
        "names": [{"text": "Law", "lang": "en"}],
        "kind": "act",
        "themes": ["work"],
        "summary": TEXT,
    }
    return file("policy", {**plain, "sources": {}, "checked": "2026-11-24", **fields})


def themes(*plain):
    return file("theme", {"themes": [{"label": TEXT, "definition": TEXT, **one} for one in plain]})


def file(kind, plain):
    path = "data/themes.yaml" if kind == "theme" else f"data/{FOLDERS[kind]}/{plain['id']}.yaml"
    return load_text(json.dumps(plain, ensure_ascii=False, indent=1), path, kind)


SOURCE = {"title": "Post", "grade": "C"}
PERSON = {"name": TEXT, "role": TEXT}


def lesson(identifier="one", **fields):
    return {
        "id": identifier, "title": TEXT, "theme": "work", "learned_by": {"countries": ["th"]}, "kind": "model",
        "learned_from": {"countries": ["jp"]}, "observation": TEXT, "evidence": {"grade": "seen"}, "state": "observed",
        "source": ["post"], **fields,
    }  # fmt: skip


def seen(*files, audience="public"):
    """Return what is left for an audience, by the ids of records."""
    return {record.id: record.plain for one in for_audience(files, audience) for record in one.records}


@pytest.mark.parametrize(
    ("mark", "audience", "there"),
    [("team", "team", True), ("team", "partners", False), ("team", "public", False), ("partners", "team", True),
     ("partners", "partners", True), ("partners", "public", False), ("public", "public", True)],
)  # fmt: skip
def test_a_mark_says_who_sees_a_part_and_a_whole_record(mark, audience, there):
    part = org(people=[{**PERSON, "audience": mark}])
    assert ("people" in seen(part, audience=audience)["alpha"]) is there
    assert ("alpha" in seen(org(audience=mark), audience=audience)) is there


def test_nobody_but_the_team_sees_marks():
    file = org(people=[{**PERSON, "audience": "partners"}], audience="partners", private=["offers"])
    assert not re.search("audience|private", json.dumps(seen(file, audience="partners")))
    assert seen(file, audience="team")["alpha"]["private"] == ["offers"]


@pytest.mark.parametrize("path", ["lessons.one.insight", "lessons.insight"])
def test_a_path_hides_a_field_of_the_item_it_calls_or_of_all_items(path):
    lessons = [lesson("one", insight=TEXT), lesson("two", insight=TEXT)]
    left = seen(visit(lessons=lessons, private=[path]))["visit"]["lessons"]
    assert [("insight" in one) for one in left] == [False, path == "lessons.one.insight"]


@pytest.mark.parametrize(
    ("path", "good"),
    [("goal", True), ("lessons.one", True), ("lessons.one.insight", True), ("lessons.insight", True),
     ("sources.post", True), ("sources.url", True), ("lessons.two", False), ("lessons.0", False), ("gaol", False),
     ("goal.th", False), ("", False), ("audience", False), ("lessons.one.evidence.source", True), ("review.why", True),
     ("lessons..insight", False), ("Goal", False), ("true", False)],
)  # fmt: skip
def test_a_path_that_names_no_field_is_an_error_and_the_file_is_kept_back(path, good):
    file = visit(lessons=[lesson()], private=[path])
    assert ([found.level for found in file.problems] == []) is good
    assert ("visit" in seen(file)) is good


@pytest.mark.parametrize(
    "wrong",
    [{"audience": "Team"}, {"audience": ""}, {"audience": None}, {"audience": ["team"]}, {"audience": {"team": True}},
     {"audiense": "team"}, {"private": True}, {"private": ["people.0"]}, {"private": None}, {"private": [None]},
     {"people": [{**PERSON, "audience": "nobody"}]}, {"people": [{**PERSON, "private": True}]}, {"kind": "circus"}],
)  # fmt: skip
def test_a_mark_written_wrong_opens_nothing(wrong):
    file = org(**{"people": [PERSON], **wrong})
    left = seen(file)
    assert left == {} or wrong == {"audience": ["team"]}
    assert seen(visit(organisers=["alpha"]), file)["visit"].get("organisers") is None


def test_a_file_that_is_no_record_is_not_named():
    broken = load_text("id: [", "data/orgs/alpha.yaml", "org")
    assert "organisers" not in seen(broken, visit(organisers=["alpha"]))["visit"]


def test_who_is_hidden_is_not_named():
    hidden = org("alpha", merged_ids=["alfa"], audience="team")
    others = visit(
        organisers=["alpha", "beta"],
        participants=[{"org": "alfa", "role": "seeker"}, {"org": "beta", "role": "provider"}],
        lessons=[lesson(learned_by={"countries": ["th"], "orgs": ["alpha"]}, owner="alpha")],
        follow_ups=[{"id": "f", "what": TEXT, "who": ["alpha"], "state": "open", "source": ["post"]}],
    )
    tied = org("beta", relations=[{"to": "alpha", "kind": "funds"}], parent=[{"value": "alpha"}])
    left = seen(hidden, others, tied, themes({"id": "work"}))
    assert not re.search("alpha|alfa", json.dumps(left))
    assert left["visit"]["organisers"] == ["beta"]
    assert left["visit"]["lessons"][0]["learned_by"] == {"countries": ["th"]}
    assert "follow_ups" not in left["visit"]


def test_a_theme_that_is_hidden_hides_its_lessons_and_what_names_them():
    exchange = visit(
        themes=["work", "secret"],
        lessons=[lesson("one", theme="secret"), lesson("two")],
        learning_questions=[
            {"id": "q", "text": TEXT, "answered_by": ["one"]}, {"id": "r", "text": TEXT, "answered_by": ["one", "two"]},
            {"id": "s", "text": TEXT},
        ],
        collaborations=[
            {"id": "c", "title": TEXT, "theme": "work", "stage": "idea", "stage_known_as_of": "2019", "source": ["post"],
             "from_lesson": "one"},
        ],
    )  # fmt: skip
    left = seen(exchange, themes({"id": "work"}, {"id": "secret", "audience": "team"}))
    plain = left["visit"]
    assert plain["themes"] == ["work"]
    assert [one["id"] for one in plain["lessons"]] == ["two"]
    assert "from_lesson" not in plain["collaborations"][0]
    asked = {one["id"]: one.get("answered_by") for one in plain["learning_questions"]}
    assert asked == {"r": ["two"], "s": None}, "what only a hidden lesson answers is not asked again"


def test_a_source_that_only_hidden_parts_cite_is_gone():
    claims = [{"value": 1, "source": ["open"]}, {"value": 2, "source": ["open", "minutes"], "audience": "team"}]
    sources = dict.fromkeys(("open", "minutes", "uncited"), SOURCE)
    assert set(seen(org(founded=claims, sources=sources))["alpha"]["sources"]) == {"open", "uncited"}


def test_a_source_that_is_hidden_is_not_cited():
    sources = {"post": {**SOURCE, "audience": "team"}, "site": SOURCE}
    left = seen(org(founded=[{"value": 1, "source": ["post", "site"]}], sources=sources))["alpha"]
    assert left["founded"] == [{"value": 1, "source": ["site"]}]
    assert set(left["sources"]) == {"site"}


@pytest.mark.parametrize(
    "mark", [{"private": ["model.price", "model.policies"]}, {"private": ["model"]}, {"sheet": "team"}]
)
def test_a_hidden_row_is_withheld_and_not_unknown(mark):
    row = {"value": TEXT}
    sheet = {"price": [row], "policies": ["law"], "problem": [row]}
    if "sheet" in mark:
        (left,) = seen(org(model=[{**sheet, "audience": "team"}]), law())["alpha"]["model"]
    else:
        (left,) = seen(org(model=[sheet], **mark), law())["alpha"]["model"]
    assert left["price"] == [{"value": "withheld"}]
    assert left["policies"] == ["withheld"]
    assert "costs" not in left, "what nobody knows stays unknown"
    if mark == {"private": ["model.price", "model.policies"]}:
        assert left["problem"] == [row]


def test_a_row_with_something_left_says_only_that():
    claims = [{"value": TEXT}, {"value": "none", "audience": "team"}]
    assert seen(law(sheet={"price": claims}))["law"]["sheet"]["price"] == [{"value": TEXT}]
    assert seen(law(sheet={"price": claims[1:]}))["law"]["sheet"]["price"] == [{"value": "withheld"}]


def test_what_cannot_do_without_is_hidden_too_and_check_says_so():
    file = visit(lessons=[lesson(evidence={"grade": "seen", "audience": "team"})])
    assert "lessons" not in seen(file)["visit"]
    assert hidden_with(file.records[0]) == [("lessons.0.evidence", "lessons.0")]
    found = [(fault.code, fault.values["field"], fault.values.get("hidden")) for fault in check_records(file.records)]
    assert ("SIL224", "lessons.0.evidence", "lessons.0") in found
    assert seen(org(private=["names"])) == {}


def test_places_are_those_of_what_is_left():
    file = visit(lessons=[lesson("one", audience="team"), lesson("two")])
    (record,) = file.records
    (left,) = seen_records([record], "public")
    assert left.positions["lessons.0"] == record.positions["lessons.1"]
    assert left.positions["lessons.0.title.th"] == record.positions["lessons.1.title.th"]
    assert not [at for at in left.positions if at.startswith("lessons.1")]


def test_everything_in_a_record_can_be_marked():
    queue, met = [*FILES.values()], set()
    while queue:
        cls = queue.pop()
        if cls not in met:
            met.add(cls)
            queue += [inner for field in fields_of(cls) for inner in nested(field.shape)]
    assert {cls for cls in met if not issubclass(cls, Marked)} == {FILES["themes.schema.json"]}
    assert all(issubclass(cls, MarkedRecord) for cls in KINDS.values())


def nested(shape):
    match shape:
        case Nested(cls):
            return [cls]
        case Many(item) | Keyed(_, item):
            return nested(item)
    return []


@given(st.sampled_from(sorted(FOLDERS)).flatmap(lambda kind: st.tuples(st.just(kind), records(KINDS[kind]))))
def test_what_is_seen_is_a_record_and_hides_nothing_more(example):
    kind, plain = example
    once = for_audience([file(kind, plain)], "public")
    assert for_audience(once, "public") == once
    assert for_audience(once, "partners") == once
    for one in once:
        for record in one.records:
            assert MARKS.isdisjoint(keys(record.plain))
            read = file(kind, record.plain)
            assert [found.code for found in read.problems if found.level == "error"] in ([], ["SIL102"]), read.problems


def keys(value):
    if isinstance(value, dict):
        return {*value, *(key for inner in value.values() for key in keys(inner))}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()


@given(records(KINDS["exchange"]))
def test_partners_see_all_that_the_public_sees(plain):
    one = [file("exchange", plain)]
    few, more, everything = (for_audience(one, audience) for audience in ("public", "partners", "team"))
    assert {record.id for file in few for record in file.records} <= {
        record.id for file in more for record in file.records
    }
    assert len(few) <= len(more) <= len(everything)
