import pytest

from sil.records.kinds import KINDS
from sil.records.links import Link, Unit, links_of, units_of
from sil.records.load import LoadedFile, LoadedRecord, load_text
from sil.records.rules import FOLDER_RULES, RECORD_RULES, check_records, standing
from sil.records.rules.references import _circles
from sil.records.rules.times import is_before
from sil.records.shape import whole
from sil.records.walk import parts, references_in

TODAY = "2026-11-24"
T = "{en: Text, th: ข้อความ, ja: 文章}"
TEXT = {"en": "Text", "th": "ข้อความ", "ja": "文章"}
LESSON = f"""id: one
    title: {T}
    theme: work
    learned_by: {{countries: [th], orgs: [alpha]}}
    learned_from: {{orgs: [beta]}}
    kind: model
    observation: {T}
    evidence: {{grade: seen, source: post}}
    state: observed
    source: post"""
VISIT = f"""id: visit
title: {T}
kind: workshop
start: 2019-04
status: held
organisers: alpha
summary: {T}
lessons:
  - {LESSON}
follow_ups:
  - {{id: trip, who: alpha, to: [beta], what: {T}, state: unknown, source: post}}
collaborations:
  - {{id: joint, title: {T}, theme: work, stage: idea, stage_known_as_of: 2019, from_lesson: one, source: post}}
learning_questions:
  - {{id: why, text: {T}, answered_by: [visit/one, two]}}
sources:
  post: {{title: Post, grade: A}}
checked: 2026-11-24
"""


def org(id_="alpha", more="", name=None):
    text = f"id: {id_}\nnames: [{{text: {name or id_}, lang: en}}]\nkind: company\nsummary: {T}\n{more}\nchecked: 2026-11-24\n"
    text += "" if "sources:" in more else "sources: {}\n"
    return one(text, "org", f"data/orgs/{id_}.yaml")


def one(text, kind, path):
    file = load_text(text, path, kind)
    assert file.problems == ()
    return file.records[0]


def themes(**broader):
    return [
        LoadedRecord(
            "data/themes.yaml", "theme", id_, {"id": id_, "label": TEXT, "definition": TEXT, "broader": wider}, 1, {}
        )
        for id_, wider in broader.items()
    ]


def visit(text=VISIT):
    return one(text, "exchange", "data/exchanges/visit.yaml")


def codes(*records, broken=()):
    found = standing(check_records(records, broken), TODAY)
    return [fault.code for fault in found if fault.code != "SIL219"]


def unread(kind, id_):
    """A file of which nothing could be read."""
    path = "data/themes.yaml" if kind == "theme" else f"data/{kind}s/{id_}.yaml"
    return LoadedFile(path, kind)


def test_units_of_an_exchange():
    assert [(unit.kind, unit.address, unit.field) for unit in units_of(visit())] == [
        ("exchange", "visit", ""),
        ("lesson", "visit/one", "lessons.0"),
        ("follow-up", "visit/trip", "follow_ups.0"),
        ("collaboration", "visit/joint", "collaborations.0"),
    ]
    alpha = org()
    assert list(units_of(alpha)) == [Unit("org", "alpha", "", alpha.plain)]


def test_links_belong_to_the_unit_they_stand_in():
    assert list(links_of(visit())) == [
        Link("visit", "organisers.0", "org", "alpha"),
        Link("visit", "learning_questions.0.answered_by.0", "lesson", "visit/one"),
        Link("visit", "learning_questions.0.answered_by.1", "lesson", "visit/two"),
        Link("visit/one", "lessons.0.theme", "theme", "work"),
        Link("visit/one", "lessons.0.learned_by.orgs.0", "org", "alpha"),
        Link("visit/one", "lessons.0.learned_from.orgs.0", "org", "beta"),
        Link("visit/trip", "follow_ups.0.who.0", "org", "alpha"),
        Link("visit/trip", "follow_ups.0.to.0", "org", "beta"),
        Link("visit/joint", "collaborations.0.theme", "theme", "work"),
        Link("visit/joint", "collaborations.0.from_lesson", "lesson", "visit/one"),
    ]


def test_references_include_sources_and_ids_in_claims():
    record = org(
        more="parent: [beta, none, Gamma Inc.]\nfounded: {value: 2012, source: site}\nsources: {site: {title: S, grade: A}}"
    )
    named = references_in(parts(whole(KINDS["org"]), record.plain))
    assert list(named) == [("founded.0.source.0", "source", "site"), ("parent.0.value", "org", "beta")]


def test_dangling_ids_and_their_places():
    problems = standing(check_records([visit(), org(), *themes(work=[])]), TODAY)
    assert [(found.code, found.line, found.values["found"]) for found in problems] == [
        ("SIL201", 13, "beta"),
        ("SIL201", 20, "beta"),
        ("SIL201", 24, "two"),
    ]


def test_ids_of_merged_and_of_broken_records_are_good():
    relation = "relations: [{to: old, kind: partner-of}]"
    assert codes(org(more=relation), org("beta", "merged_ids: old")) == []
    assert codes(org(more=relation), broken=[unread("org", "old")]) == []
    assert codes(org(more="themes: any"), broken=[unread("theme", "themes")]) == []
    assert codes(org(more=relation), broken=[unread("policy", "old")]) == ["SIL201"]


def test_lessons_of_a_broken_or_merged_exchange_are_good():
    text = VISIT.replace("[visit/one, two]", "[gone/one, visit/one]")
    others = [org(), org("beta"), *themes(work=[])]
    assert codes(visit(text), *others) == ["SIL201"]
    assert codes(visit(text), *others, broken=[unread("exchange", "gone")]) == []
    assert codes(visit(text.replace("title:", "merged_ids: gone\ntitle:", 1)), *others) == []


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("2012", "SIL205"),
        ("{value: 2012, as_of: 2020}", "SIL204"),
        ("none", "SIL205"),
        ("{value: none, as_of: 2020}", "SIL204"),
        ("unknown", None),
        ("{value: not-applicable, as_of: 2020}", None),
    ],
)
def test_claims_need_a_source(claim, code):
    assert codes(org(more=f"founded: {claim}")) == ([code] if code else [])


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2019", "2020", True),
        ("2019-04", "2019-07", True),
        ("2019", "2019-07", False),
        ("2019-07", "2019", False),
        ("2019-07-03", "2019-07", False),
        ("2020", "2019-07", False),
    ],
)
def test_dates_are_compared_as_far_as_both_go(first, second, before):
    assert is_before(first, second) is before


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("identifiers: {scheme: stock-code, value: 6187, until: 2021}", []),
        ("identifiers: {scheme: stock-code, value: 1, since: 2022, until: 2021}", ["SIL206"]),
        ("relations: [{to: alpha, kind: partner-of, since: 2022, until: 2021}]", ["SIL217", "SIL206"]),
        ("figures: {value: 2555, measure: staff, unit: people, source: s}\nsources: {s: {title: S, grade: A}}", []),
        ("figures: {value: 2555, measure: staff, source: s}\nsources: {s: {title: S, grade: A}}", []),
        ("founded: {value: 2555, source: s}\nsources: {s: {title: S, grade: A}}", ["SIL220"]),
        ("founded: {value: 3000, source: s}\nsources: {s: {title: S, grade: A, date: 2027}}", ["SIL208", "SIL234"]),
        ("resolved: false", ["SIL221"]),
        ("resolved: false\nrelations: [{to: beta, kind: possibly-same-as}]", []),
    ],
)
def test_rules_of_one_organisation(more, expected):
    assert codes(org(more=more), org("beta")) == expected


def test_a_policy_ends_after_it_begins():
    text = (
        f"id: act\nnames: [{{text: Act, lang: en}}]\nkind: act\nthemes: work\nsummary: {T}\n"
        "in_force:\n  - {value: 2019, until: 2012, source: s}\n  - {value: unknown, until: 2012, source: s}\n"
        "sources: {s: {title: S, grade: A}}\nchecked: 2026\n"
    )
    act = one(text, "policy", "data/policies/act.yaml")
    assert [(found.code, found.line) for found in standing(check_records([act, *themes(work=[])]), TODAY)] == [
        ("SIL206", 7)
    ]


def test_steps_are_in_order_and_not_after_the_check():
    steps = f"history: [{{date: 2019-07, state: a, why: {T}}}, {{date: 2018, state: b, why: {T}}}, {{date: 2030, state: c, why: {T}}}]"
    text = VISIT.replace("state: unknown,", f"state: unknown, {steps},").replace(", two]", "]")
    assert codes(visit(text), org(), org("beta"), *themes(work=[])) == ["SIL207", "SIL208", "SIL234"]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("{grade: seen, source: post}", []),
        ("{grade: heard, source: post}", ["SIL209"]),
        ("{grade: none, source: post}", ["SIL209"]),
        ("{grade: measured}", ["SIL209"]),
    ],
)
def test_a_validated_lesson_needs_evidence(evidence, expected):
    text = VISIT.replace("{grade: seen, source: post}", evidence).replace("state: observed", "state: validated")
    assert codes(visit(text.replace(", two]", "]")), org(), org("beta"), *themes(work=[])) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("done, fulfilled_by: visit", []),
        (f"done, evidence: {T}", []),
        ("done", ["SIL211"]),
        ("dropped", ["SIL210"]),
        ("open", []),
    ],
)
def test_promises_that_are_over_say_why(state, expected):
    text = VISIT.replace("state: unknown", f"state: {state}").replace(", two]", "]")
    assert codes(visit(text), org(), org("beta"), *themes(work=[])) == expected


def test_look_alikes_are_told_once_and_relations_tell_them_apart():
    assert codes(org("alpha", name="Ａlpha  Inc."), org("beta", name="alpha inc.")) == ["SIL213"]
    number = "identifiers: [{scheme: lei, value: 5493}, {scheme: lei, value: 5493}]"
    (found,) = standing(check_records([org("alpha", number), org("beta", number)]), TODAY)
    assert (found.code, found.path, found.line, found.values["shared"]) == (
        "SIL213",
        "data/orgs/beta.yaml",
        5,
        "lei 5493",
    )
    for kind in ("possibly-same-as", "not-to-be-confused-with", "part-of", "successor-of"):
        relation = f"relations: [{{to: beta, kind: {kind}}}]"
        assert codes(org("alpha", relation, name="x"), org("beta", name="x")) == []
    assert codes(org("alpha", "relations: [{to: beta, kind: partner-of}]", name="x"), org("beta", name="x")) == [
        "SIL213"
    ]


def test_an_id_is_used_once():
    assert codes(org(), org()) == ["SIL214"]
    assert codes(org(), org("beta", "merged_ids: alpha")) == ["SIL214"]
    assert codes(org("alpha", "merged_ids: old"), org("beta", "merged_ids: old")) == ["SIL214"]
    assert codes(org("work"), *themes(work=[])) == ["SIL214"]  # `sil show work` names no kind


def test_inner_ids_are_used_once():
    text = VISIT.replace("id: trip", "id: one").replace(", two]", "]")
    assert codes(visit(text), org(), org("beta"), *themes(work=[])) == ["SIL215"]


def test_one_name_is_preferred():
    names = "[{text: A, lang: en, preferred: true}, {text: B, lang: en, preferred: true}, {text: C, lang: ja, preferred: true}]"
    text = f"id: alpha\nnames: {names}\nkind: company\nsummary: {T}\nsources: {{}}\nchecked: 2026\n"
    assert codes(one(text, "org", "data/orgs/alpha.yaml")) == ["SIL216"]


def test_nothing_leads_back_to_itself():
    assert codes(*themes(a=["a"])) == ["SIL217"]
    assert codes(*themes(a=["b"], b=["c"], c=["a"], d=["a"])) == ["SIL218"]
    assert codes(
        visit(VISIT.replace("kind: workshop", "kind: workshop\npart_of: visit").replace(", two]", "]")),
        org(),
        org("beta"),
        *themes(work=[]),
    ) == ["SIL217"]


@pytest.mark.parametrize(
    ("edges", "circles"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, []),
        ({"b": ["a"], "a": ["b"]}, [["a", "b"]]),
        ({"c": ["a"], "a": ["b"], "b": ["c"]}, [["a", "b", "c"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b"], ["c", "d"]]),
        ({"a": ["gone"]}, []),
    ],
)
def test_circles(edges, circles):
    assert sorted(_circles(edges)) == circles


def test_missing_languages_are_noted_but_not_of_persons():
    record = org(
        more="people: {name: Somchai, role: {en: Head}}\nlisted: {value: {en: Tokyo}, source: s}\nsources: {s: {title: S, grade: A}}"
    )
    problems = standing(check_records([record]), TODAY)
    assert [(found.code, found.values["field"], found.values["missing"]) for found in problems] == [
        ("SIL219", "people.0.role", "th, ja"),
        ("SIL219", "listed.0.value", "th, ja"),
    ]


def test_a_problem_without_a_known_place_stands_at_the_record():
    record = LoadedRecord(
        "data/orgs/a.yaml", "org", "a", {"id": "a", "names": [], "summary": {}, "founded": [{"value": 1}]}, 7, {}
    )
    assert {(found.line, found.column) for found in check_records([record])} == {(7, 1)}


@pytest.mark.parametrize("rule", [*RECORD_RULES, *FOLDER_RULES], ids=lambda rule: rule.__name__)
def test_every_rule_says_what_it_finds(rule):
    assert rule.__doc__.startswith("Find ")


def test_a_hidden_name_is_told_once_in_a_text_and_a_hidden_theme_too():
    hidden = org("beta", "audience: team", name="Quiet Fund")
    text = "{en: Quiet Fund and Quiet Fund pay., th: Quiet Fund, ja: Quiet Fund}"
    assert codes(org(more=f"open_questions: [{text}]"), hidden).count("SIL225") == 1
    theme = one(
        "themes:\n  - {id: still, label: {en: Still water, th: น้ำนิ่ง, ja: 静かな水}, definition: {en: x, th: x, ja: x}, audience: team}\n",
        "theme",
        "data/themes.yaml",
    )
    assert "SIL225" in codes(org(more="open_questions: [{en: About still water., th: น้ำ, ja: 水}]"), theme)
    assert "SIL225" not in codes(org(more="open_questions: [{en: About still waters., th: น้ำ, ja: 水}]"), theme)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{en: Renamed 株式会社ウイングル, th: เปลี่ยนชื่อเป็น 株式会社ウイングル, ja: 株式会社ウイングルに改称}", []),
        ("{en: LITALICO, th: LITALICO, ja: LITALICO}", []),
        ("{en: บริษัท A, th: บริษัท A, ja: 会社}", ["SIL228"]),
        ("{en: A company, th: 会社, ja: บริษัท}", ["SIL228", "SIL228"]),
    ],
)
def test_names_may_stand_in_any_text(text, expected):
    assert codes(org(more=f"open_questions: [{text}]")) == expected
