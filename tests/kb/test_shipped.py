"""The shipped knowledge base: what the exchange of 2019 must say, in every language and in both directions."""

import json

import pytest

from sil.records.organisation import MODEL_BLOCKS
from tests.conftest import ROOT

LANGS = ("en", "th", "ja")
LESSONS = (
    "japanese-private-employment-model",
    "social-employment-model",
    "dmo-joint-management",
    "corporate-customers-community-tourism",
)
COLLABORATIONS = (
    "japanese-companies-in-thailand-social-hiring",
    "value-added-service-model-thailand",
    "visitors-between-community-tourism-networks",
)
ORGS = [
    "litalico",
    "klongdinsor",
    "social-innovation-foundation",
    "local-alike",
    "ecotourism-japan",
    "changefusion",
    "avpn",
    "japan-foundation-asia-center",
    "undp",
    "nia",
    "adb",
    "msdhs",
    "ministry-of-labour-thailand",
    "dasta",
    "ecocen",
    "jes",
    "dep",
    "thaihealth",
    "tat",
    "jeed",
    "mhlw",
    "japan-tourism-agency",
    "taejai",
    "trrm",
]
POLICIES = [
    "th-pwd-empowerment-act",
    "jp-disability-employment-act",
    "jp-comprehensive-support-act",
    "jp-dmo-registration",
    "jp-ecotourism-promotion-act",
    "th-cbt-standard",
    "th-social-enterprise-act",
]
THEMES = [
    "disability-employment",
    "social-employment",
    "transition-to-work",
    "sustainable-tourism",
    "community-based-tourism",
    "destination-management",
    "social-enterprise",
    "social-innovation",
]
FULL_SHEETS = ("litalico", "klongdinsor", "social-innovation-foundation", "local-alike", "ecocen", "jes")


def test_the_ids_that_others_rely_on_are_there(shipped):
    for org in ORGS:
        assert shipped.index.record("org", org), org
    for policy in POLICIES:
        assert shipped.index.record("policy", policy), policy
    for theme in THEMES:
        assert shipped.index.record("theme", theme), theme
    for exchange in ("soil-2019-bangkok", "soil-2019-tokyo", "soil-2020-online"):
        assert shipped.index.record("exchange", exchange), exchange
    assert len(shipped.records.organisations) >= 30


def test_check_is_clean(shipped):
    assert shipped.problems() == []


def test_every_organisation_has_a_summary_in_three_languages(shipped):
    for organisation in shipped.records.organisations:
        assert set(organisation.summary.by_lang) == set(LANGS), organisation.id


def test_themes_have_labels_and_synonyms_in_three_languages(shipped):
    for theme in shipped.records.themes:
        assert set(theme.label.by_lang) == set(LANGS), theme.id
        assert theme.other.en and theme.other.th and theme.other.ja, theme.id


@pytest.mark.parametrize("org", FULL_SHEETS)
def test_full_sheets_leave_no_row_out(shipped, org):
    (sheet, *_) = shipped.records.organisation(org).model
    for rows in MODEL_BLOCKS.values():
        for row in rows:
            assert getattr(sheet, row) or row == "policies", f"{org}: {row}"


@pytest.mark.parametrize("policy", ["th-pwd-empowerment-act", "jp-disability-employment-act"])
def test_the_two_employment_laws_have_full_sheets(shipped, policy):
    from sil.records.policy import POLICY_ROWS

    (law,) = [law for law in shipped.records.policies if law.id == policy]
    for row in POLICY_ROWS:
        assert getattr(law.sheet, row), row


def test_the_network_of_the_post_stays_unresolved(shipped):
    organisation = shipped.records.organisation("ecotourism-japan")
    assert not organisation.resolved
    candidates = {relation.to for relation in organisation.relations if relation.kind == "possibly-same-as"}
    assert {"ecocen", "jes"} <= candidates


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("exchange", [None, "soil-2019-bangkok"])
def test_the_trip_report_tells_all_of_the_post(sil, shipped, lang, exchange):
    arguments = ("report", "trip", *([exchange] if exchange else []), "--lang", lang)
    report = json.loads(sil(*arguments, "--json").out)
    text = json.dumps(report, ensure_ascii=False)
    source = shipped.records.exchange("soil-2019-bangkok")
    lessons = {lesson.id: lesson for lesson in source.lessons}
    for lesson in LESSONS:
        assert lessons[lesson].title.by_lang[lang] in text
    works = {work.id: work for work in source.collaborations}
    for work in COLLABORATIONS:
        assert works[work].title.by_lang[lang] in text
    assert source.follow_ups[0].what.by_lang[lang] in text


def test_both_directions_stand_side_by_side(sil):
    report = json.loads(sil("report", "trip", "--json").out)
    (section,) = [section for section in report["sections"] if section["key"] == "learned"]
    (table,) = section["blocks"]
    assert [column["key"] for column in table["columns"]] == ["theme", "th", "jp"]
    assert len(table["rows"]) == 2
    for row in table["rows"]:
        assert all(len(cell["text"]) > 20 for cell in row["cells"][1:])


def test_the_default_report_is_about_tokyo(sil):
    assert json.loads(sil("report", "trip", "--json").out)["id"] == "trip-soil-2019-tokyo"


QUERIES = [
    ("disability employment", (), {"disability-employment", "th-pwd-empowerment-act", "jp-disability-employment-act"}),
    ("การจ้างงานคนพิการ", (), {"disability-employment", "th-pwd-empowerment-act", "jp-disability-employment-act"}),
    ("障害者雇用", (), {"disability-employment", "jp-disability-employment-act"}),
    ("DMO", (), {"destination-management", "jp-dmo-registration", "soil-2019-bangkok/dmo-joint-management"}),
    ("ผู้พิการ", ("--kind", "lesson"), {f"soil-2019-bangkok/{lesson}" for lesson in LESSONS[:2]}),
    ("kong din so", (), {"klongdinsor"}),
    ("กล่องดินสอ", (), {"klongdinsor"}),
]


@pytest.mark.parametrize(("query", "options", "expected"), QUERIES)
def test_searches_find_the_right_records_first(sil, query, options, expected):
    document = json.loads(sil("search", query, *options, "--json").out)
    first = [hit["id"] for hit in document["hits"][: len(expected) + 1]]
    assert expected <= set(first) or first[0] in expected
    assert all(hit["why"] for hit in document["hits"])


def test_every_source_address_is_used_where_it_stands():
    """The records name sources with titles and addresses; nothing in them names this workshop."""
    for path in (ROOT / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert text.startswith("# yaml-language-server: $schema="), path
