import pytest

from sil.records.load import load_text
from sil.records.scalars import language_of

BASE = """id: alpha
names:
  - {text: Alpha, lang: en}
kind: company
summary: A company.
sources: {}
checked: 2026-11-24
"""
PLAIN = {
    "id": "alpha",
    "names": [{"text": "Alpha", "lang": "en"}],
    "kind": "company",
    "summary": {"en": "A company."},
    "sources": {},
    "checked": "2026-11-24",
}


def read(more="", base=BASE):
    return load_text(base + more, "data/orgs/alpha.yaml", "org")


def plain(more):
    """Return what one more field becomes, without faults."""
    file = read(more)
    assert file.problems == ()
    return {key: value for key, value in file.records[0].plain.items() if PLAIN.get(key) != value}


def faults(more, base=BASE):
    return [(found.code, found.line, found.column) for found in read(more, base).problems]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Alpha", "en"),
        ("มูลนิธิ Alpha", "th"),
        ("Alpha 社", "ja"),
        ("アルファ", "ja"),
        ("ｱﾙﾌｧ", "ja"),
        ("123", "en"),
        ("ไทย日本", "th"),
        ("々", "ja"),
    ],
)
def test_the_language_of_a_text_is_seen_from_its_script(text, lang):
    assert language_of(text) == lang


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ("founded: 2012", {"founded": [{"value": 2012}]}),
        ("founded: 2019-07", {"founded": [{"value": "2019-07"}]}),
        ('founded: "2012"', {"founded": [{"value": "2012"}]}),
        ("founded: [2012, {value: 2013}]", {"founded": [{"value": 2012}, {"value": 2013}]}),
        ("founded: unknown", {"founded": [{"value": "unknown"}]}),
        ("founded: around 2012", {"founded": [{"value": {"en": "around 2012"}}]}),
        ("founded: {en: spring, th: ฤดูใบไม้ผลิ}", {"founded": [{"value": {"en": "spring", "th": "ฤดูใบไม้ผลิ"}}]}),
        ("founded: {value: 1.5}", {"founded": [{"value": 1.5}]}),
        ('founded: {value: "1,277"}', {"founded": [{"value": {"en": "1,277"}}]}),
        ("listed: NO", {"listed": [{"value": {"en": "NO"}}]}),
        ("listed: 12:30", {"listed": [{"value": {"en": "12:30"}}]}),
        ("parent: beta", {"parent": [{"value": "beta"}]}),
        ("parent: Beta Inc.", {"parent": [{"value": {"en": "Beta Inc."}}]}),
        ("parent: none", {"parent": [{"value": "none"}]}),
        ("legal_form: foundation", {"legal_form": [{"value": {"en": "foundation"}}]}),
        ("roles: learner", {"roles": ["learner"]}),
        ("open_questions: มีกี่คน", {"open_questions": [{"th": "มีกี่คน"}]}),
        (
            "identifiers: {scheme: juristic-number, value: 0105556}",
            {"identifiers": [{"scheme": "juristic-number", "value": "0105556"}]},
        ),
        ("identifiers: {scheme: x, value: True}", {"identifiers": [{"scheme": "x", "value": "True"}]}),
        ("resolved: true", {}),
        ("resolved: false", {"resolved": False}),
        ("themes: []", {}),
        ("model: {costs: unknown}", {"model": [{"costs": [{"value": "unknown"}]}]}),
        ("model: {policies: th-act}", {"model": [{"policies": ["th-act"]}]}),
        ("places: |\n  Bangkok\n", {"places": [{"value": {"en": "Bangkok"}}]}),
    ],
)
def test_short_forms_become_the_full_form(more, field):
    assert plain(more) == field


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("contry: jp", [("SIL101", 8, 1)]),
        ("country: [jp]", [("SIL103", 8, 10)]),
        ("country: JP", [("SIL111", 8, 10)]),
        ("merged_ids: [a, B]", [("SIL108", 8, 17)]),
        ("merged_ids: [a, ]", []),
        ("roles:\n  - learner\n  -\n", [("SIL113", 10, 4)]),
        ("roles: [teacher, learnr]", [("SIL107", 8, 18)]),
        ("roles: [[teacher]]", [("SIL107", 8, 9)]),
        ("resolved: 'true'", [("SIL106", 8, 11)]),
        ("resolved: [true]", [("SIL106", 8, 11)]),
        ("listed: Unknown", [("SIL107", 8, 9)]),
        ("listed: not applicable", [("SIL107", 8, 9)]),
        ("listed: [[1]]", [("SIL104", 8, 10)]),
        ("listed: {value: [1]}", [("SIL105", 8, 17)]),
        ("listed: .inf", [("SIL105", 8, 9)]),
        ("listed: false", [("SIL105", 8, 9)]),
        ("founded: 2019-02-30", [("SIL109", 8, 10)]),
        ("founded: 2562-04-18", [("SIL110", 8, 10)]),
        ("founded: {as_of: 2019}", [("SIL102", 8, 10)]),
        ("founded: {value: , as_of: 2019}", [("SIL102", 8, 11)]),
        ("figures: 3", [("SIL102", 8, 10)]),
        ("figures: {value: 1_000, measure: staff}", [("SIL115", 8, 18)]),
        ("open_questions: {de: Wie?, en: How?}", [("SIL112", 8, 18)]),
        ("open_questions: {de: Wie?}", [("SIL112", 8, 18)]),
        ("open_questions: [{en: [x]}]", [("SIL103", 8, 23)]),
        ("open_questions: [{}]", [("SIL103", 8, 18)]),
        ("open_questions: {en: How?, th: }", [("SIL113", 8, 28)]),
        ("open_questions: [[x]]", [("SIL103", 8, 18)]),
        ('country: ""', [("SIL113", 8, 1)]),
        ("country: ~", [("SIL113", 8, 1)]),
        ("people: Somchai", [("SIL104", 8, 9)]),
        ("people: {name: Somchai}", [("SIL102", 8, 9)]),
        ("<<: {kind: company}", [("SIL101", 8, 1)]),
    ],
)
def test_a_bad_field_is_reported_at_its_place_and_left_out(more, expected):
    assert faults(more) == expected
    assert read(more).records[0].plain.items() >= PLAIN.items()


@pytest.mark.parametrize(
    ("found", "base"),
    [
        ("SIL102", BASE.replace("kind: company\n", "")),
        ("SIL102", BASE.replace("kind: company", "kind:")),
        ("SIL107", BASE.replace("kind: company", "kind: firm")),
        ("SIL109", BASE.replace("2026-11-24", "yesterday")),
        ("SIL108", BASE.replace("id: alpha", "id: Alpha Inc")),
        ("SIL104", BASE.replace("sources: {}", "sources: []")),
        ("SIL102", BASE.replace("\n  - {text: Alpha, lang: en}", " []")),
        ("SIL103", BASE.replace("summary: A company.", "summary: [A company.]")),
        ("SIL103", BASE.replace("summary: A company.", "summary: {en: ''}")),
        ("SIL103", BASE.replace("checked: 2026-11-24", "checked: [2026]")),
    ],
)
def test_a_record_that_lacks_what_it_needs_is_left_out_and_named(found, base):
    file = read(base=base)
    assert file.records == ()
    assert [fault.code for fault in file.problems] == [found]
    assert file.problems[0].values["record"] in {"alpha", "Alpha Inc"}


def test_a_record_without_a_good_name_says_both_faults():
    assert faults("", BASE.replace("lang: en}", "lang: english}")) == [("SIL102", 2, 1), ("SIL107", 3, 25)]


def test_places_are_those_of_the_items_that_are_left():
    file = read("figures:\n  - {value: 1}\n  - {value: 2, measure: staff}\n")
    record = file.records[0]
    assert record.plain["figures"] == [{"value": 2, "measure": "staff"}]
    assert record.positions["figures.0.value"] == (10, 13)
    assert "figures.1" not in record.positions
    assert "figures.0.unit" not in record.positions


def test_a_bad_source_is_left_out_alone():
    base = BASE.replace(
        "sources: {}", "sources:\n  a: {title: A, grade: A}\n  B: {title: B, grade: B}\n  c: {title: C}\n  d:\n"
    )
    file = read(base=base)
    assert [found.code for found in file.problems] == ["SIL108", "SIL102", "SIL113"]
    assert list(file.records[0].plain["sources"]) == ["a"]
    assert not [at for at in file.records[0].positions if at.startswith(("sources.B", "sources.c", "sources.d"))]


def test_messages_name_the_nearest_value():
    (found,) = read("contry: jp").problems
    assert found.values["nearest"] == "country"
    assert found.values["record"] == "alpha"
    (found,) = read("founded: 3/7/2019\n", BASE.replace("2026-11-24", "24/11/2026")).problems
    assert found.values["nearest"] == "2026-11-24"


def test_a_long_value_is_quoted_short():
    (found,) = read("roles: " + "x" * 1000).problems
    assert len(found.values["found"]) < 100


@pytest.mark.parametrize(
    ("lesson", "codes"),
    [("one", []), ("visit/one", []), ("visit/one/two", ["SIL108"]), ("Visit/one", ["SIL108"])],
)
def test_a_lesson_is_named_with_or_without_its_exchange(lesson, codes):
    text = (
        "id: visit\ntitle: x\nkind: online\nstart: 2019\nstatus: held\nsummary: x\nsources: {}\nchecked: 2020\n"
        f"learning_questions: {{id: q, text: Why?, answered_by: {lesson}}}\n"
    )
    file = load_text(text, "data/exchanges/visit.yaml", "exchange")
    assert [found.code for found in file.problems] == codes


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ("people: [Somchai, Hikari]", ["people.0", "people.1"]),
        (
            "people:\n  - Somchai\n  - {name: Aiko}\n  - Hikari\n  -\n  - Mali\n",
            ["people.0", "people.1.role", *(f"people.{at}" for at in (2, 3, 4))],
        ),
        ("figures:\n  - 3\n  - {value: [1], measure: staff}\n", ["figures.0.measure", "figures.1.value"]),
        ("roles: [teacher, learnr, observer, funder, learner, teachr]", ["roles.1", "roles.5"]),
    ],
)
def test_items_of_a_list_are_counted_as_the_file_has_them(more, fields):
    assert [one.values["field"] for one in read(more).problems] == fields
