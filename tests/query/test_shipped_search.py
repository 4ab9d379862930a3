"""What a search finds in the shipped records: the questions the tool was made for."""

import pytest
import yaml

from sil.index import Filters
from sil.query import search
from tests.conftest import ROOT


def top(index, query, count, **filters):
    return [hit.id for hit in search(index, query, Filters(**filters), "en", count).hits]


@pytest.mark.parametrize("query", ["disability employment", "การจ้างงานคนพิการ", "障害者雇用"])
def test_disability_employment_in_three_languages(shipped, query):
    answer = search(shipped, query, Filters(), "en", 20)
    assert answer.hits[0].id == "disability-employment"
    tagged = {unit.address for unit in shipped.units(Filters(themes=("disability-employment",)))}
    assert len([hit for hit in answer.hits[:10] if hit.id in tagged]) >= 9
    assert {hit.kind for hit in answer.hits} >= {"org", "policy", "lesson", "exchange"}


def test_dmo(shipped):
    assert {"jp-dmo-registration", "destination-management", "soil-2019-bangkok/dmo-joint-management"} <= set(
        top(shipped, "DMO", 5)
    )


def test_lessons_on_disability(shipped):
    found = top(shipped, "ผู้พิการ", 20, kinds=("lesson",))
    assert {"soil-2019-bangkok/social-employment-model", "soil-2019-bangkok/japanese-private-employment-model"} <= set(
        found
    )
    assert "soil-2019-bangkok/dmo-joint-management" not in found


@pytest.mark.parametrize("query", ["kong din so", "klongdinsor", "กล่องดินสอ"])
def test_klongdinsor(shipped, query):
    answer = search(shipped, query, Filters(), "en", 5)
    assert answer.hits[0].id == "klongdinsor"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ecotourism", "jp-ecotourism-promotion-act"),
        ("エコツーリズム推進法", "jp-ecotourism-promotion-act"),
        ("ท่องเที่ยวโดยชุมชน", "community-based-tourism"),
        ("โรงพยาบาล ตำบล", "soil-2019-bangkok/social-employment-model"),
        ("มาตรา 35", "th-pwd-empowerment-act"),
    ],
)
def test_others(shipped, query, expected):
    assert expected in top(shipped, query, 8)


def test_every_hit_says_why(shipped):
    for query in ("social enterprise", "ญี่ปุ่น", "観光", "litalico", "Thai trip to Japan", "DMO"):
        for hit in search(shipped, query, Filters(), "th", 20).hits:
            assert hit.why.kind in {"id", "name", "word", "synonym", "part", "hint"}
            assert hit.why.field
            assert hit.why.matched
            assert hit.snippet.text


@pytest.mark.parametrize(
    ("one", "other"), [("พ.ร.บ. คนพิการ", "พรบ คนพิการ"), ("H.I.S.", "HIS"), ("障がい者 罰金", "障碍者 罰金")]
)
def test_two_spellings_find_the_same(shipped, one, other):
    found = [[hit.id for hit in search(shipped, text, Filters(), "en", 100).hits] for text in (one, other)]
    assert found[0] == found[1] != []


@pytest.mark.parametrize("query", ["พ", "ส.ค.ส."])
def test_letters_alone_find_nothing_inside_words(shipped, query):
    assert search(shipped, query, Filters(), "th").hits == ()


def test_an_abbreviation_is_marked_as_it_is_written(shipped):
    hit = search(shipped, "พรบ คนพิการ", Filters(), "en", 1).hits[0]
    assert hit.id == "th-pwd-empowerment-act"
    assert "พ.ร.บ." in hit.why.matched


def test_every_hit_has_a_reason(shipped):
    questions = yaml.safe_load((ROOT / "tests/cases/questions.yaml").read_text("utf-8"))
    asked = [(lang, question) for lang, of_one in questions.items() for question, _ in of_one[::4]]
    asked += [
        ("en", text)
        for label in shipped.labels()[::8]
        for text in (label.text, f"{label.text} Japan", f"{label.text} 2019")
    ]
    asked += [("th", title) for _, _, titles in shipped.ids()[::5] for title in titles.values()]
    empty = [
        (query, hit.id, hit.why)
        for lang, query in asked
        for hit in search(shipped, query, Filters(), lang, 50).hits
        if not hit.why.matched.strip()
    ]
    assert empty == []


def test_scraps_of_a_label_are_no_label(shipped):
    found = {hit.id for hit in search(shipped, "employment quota law Japan", Filters(), "en", 100).hits}
    assert "ecocen" not in found
    assert "jp-disability-employment-act" in found


def test_what_is_found_by_its_meaning_is_shown_in_the_language_of_the_query_where_it_is_said_in_it(shipped):
    hits = search(shipped, "ผู้พิการ", Filters(), "en", 20).hits
    by_meaning = [hit for hit in hits if hit.why.kind == "synonym"]
    assert by_meaning
    shown = [hit.snippet.lang for hit in by_meaning]
    assert shown.count("th") > len(shown) / 2
