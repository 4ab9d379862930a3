"""The query language on the shipped records: what each operator keeps, and what it says when it cannot."""

import json

import pytest


@pytest.fixture
def ids(sil):
    def found(*arguments):
        document = json.loads(sil("search", *arguments, "--limit", "500", "--json").out or '{"hits": []}')
        return {hit["id"] for hit in document["hits"]}

    return found


def test_fields_are_filters(ids, sil):
    lessons = ids("kind:lesson")
    assert lessons == {item["id"] for item in json.loads(sil("list", "lessons", "--json").out)["items"]}
    assert ids("kind:lesson country:th") <= lessons
    assert ids("law country:jp") == ids("law", "--country", "jp")
    assert ids("theme:disability-employment kind:policy") == ids("theme:การจ้างงานคนพิการ", "kind:policies")
    assert ids("kind:exchange year:2020..") == {"soil-2020-online"}
    assert ids("kind:foundation") == {
        item["id"] for item in json.loads(sil("list", "orgs", "--where", "kind=foundation", "--json").out)["items"]
    }


def test_minus_or_and_phrases(ids):
    assert ids("kind:org -country:jp") == ids("kind:org") - ids("kind:org", "country:jp")
    assert ids("employment kind:policy") - ids("employment -levy kind:policy")
    assert (
        set() < ids("DMO OR ecotourism", "kind:policy") <= ids("DMO", "kind:policy") | ids("ecotourism", "kind:policy")
    )
    assert ids("กฎหมาย -ญี่ปุ่น") < ids("กฎหมาย")


def test_any_field_of_the_record_is_one(ids):
    assert ids("names.kind:misspelling") == ids("--where", "names.kind=misspelling", "kind:org")
    assert "ecotourism-japan" in ids("resolved:false")
    assert ids("source:C kind:org") | ids("kind:org -source:C") == ids("kind:org")
    assert ids("learned_from.countries:th", "kind:lesson") < ids("kind:lesson")
    assert ids("source:bangkokpost kind:lesson") <= ids("kind:lesson")


def test_full_width_signs_are_signs(ids):
    assert ids("kind：lesson　country：th") == ids("kind:lesson country:th")
    assert ids("「障害者雇用」") == ids('"障害者雇用"')


@pytest.mark.parametrize(
    ("query", "place", "said"),
    [
        ("contry:jp law", 0, "country"),
        ("กฎหมาย contry:jp", 7, "country"),
        ("法律 country:xx", 5, "th, jp"),
        ("law theme:nothing", 4, "disability-employment"),
        ("law year:soon", 4, "2018..2019"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_a_caret_points_at_the_place(sil, query, place, said, lang):
    result = sil("search", query, "--lang", lang)
    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert lines[1].strip() == query
    assert lines[2] == "  " + " " * place + "^"
    assert said in result.err


def test_what_looks_like_syntax_can_be_quoted(sil):
    for text in ("contry:jp", "-law", "OR", "year:soon"):
        assert sil("search", f'"{text}"').code in (0, 1)


def test_counts_add_up(sil):
    document = json.loads(sil("search", "employment", "--facets", "--limit", "500", "--json").out)
    facets = document["facets"]
    assert set(facets) == {"country", "theme", "kind", "year"}
    assert sum(facets["kind"].values()) == document["count"] == len(document["hits"])
    for kind, count in facets["kind"].items():
        assert count == sum(hit["kind"] == kind for hit in document["hits"])
    assert all(len(year) == 4 for year in facets["year"])
    assert "facets" not in json.loads(sil("search", "employment", "--json").out)


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_groups_and_marks(sil, lang):
    page = sil("search", "employment", "--group", "kind", "--lang", lang, "--limit", "12").out
    assert "«" in page
    heads = {"en": "organisation\n", "th": "องค์กร\n", "ja": "団体\n"}
    assert heads[lang] in page
    assert sil("search", "employment", "--group", "nonsense").code == 2


def test_saved_searches(sil, tmp_path):
    sil("init", "kb", cwd=tmp_path)
    settings = tmp_path / "kb" / "sil.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[searches]\nlessons = "kind:lesson"\n', "utf-8")
    found = json.loads(sil("search", "@lessons", "--json", cwd=tmp_path / "kb").out)
    assert {hit["kind"] for hit in found["hits"]} == {"lesson"}
    unknown = sil("search", "@nothing", cwd=tmp_path / "kb")
    assert unknown.code == 2
    assert "@lessons" in unknown.err


def test_a_country_in_the_words_comes_first_and_is_not_required(sil):
    for query, country in (("Japan quota", "jp"), ("โควตา ไทย", "th"), ("タイ 法定雇用率", "th")):
        document = json.loads(sil("search", query, "--json").out)
        assert country in document["hits"][0]["country"]
        assert country in {one["code"] for one in document["understood"]["countries"]}


def test_a_field_no_record_has_is_refused_beside_the_query_too(sil):
    refused = sil("search", "employment quota", "--where", "naems=short")
    assert refused.code == 2
    assert 'No record has a field "naems"' in refused.err
    assert "names" in refused.err
    assert "near: kind, id\n" in sil("search", "kimd:org").err
