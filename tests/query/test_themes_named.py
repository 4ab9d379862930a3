"""Themes: guessed like names when a word is misspelt, shown with what belongs to them, and said as the reason of a hit."""

import json

import pytest


@pytest.mark.parametrize(
    ("typed", "theme"),
    [
        ("disabilty employment", "disability-employment"),
        ("ท่องเทียวชุมชน", "community-based-tourism"),
        ("障害者雇傭", "disability-employment"),
    ],
)
def test_a_misspelt_theme_is_guessed(sil, typed, theme):
    refused = sil("show", typed)
    assert refused.code == 1
    assert theme in refused.err
    assert f"`{theme}`" in refused.err.rstrip().splitlines()[-1]


def test_where_an_organisation_is_wanted_no_theme_is_offered(sil):
    assert "employment-quota" not in sil("compare", "disabilty employment", "litalico").err


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_a_theme_is_shown_with_each_record_once(sil, lang):
    page = sil("show", "disability-employment", "--lang", lang, env={"COLUMNS": "120"}).out
    links = json.loads(sil("show", "disability-employment", "--json").out)["links"]["from"]
    mentioned = [line for line in page.splitlines() if "│ soil-2019-bangkok " in line]
    assert len(mentioned) == 1
    assert sum(link["id"] == "soil-2019-bangkok" for link in links) > 1
    for record in ("jp-disability-employment-act", "klongdinsor", "employment-quota"):
        assert record in page


@pytest.mark.parametrize(
    ("lang", "is_theme", "tagged"),
    [
        ("en", "is this theme", "or a narrower one"),
        ("th", "คือหัวข้อนี้", "หรือหัวข้อย่อย"),
        ("ja", "はこのテーマ", "下位のテーマに属する"),
    ],
)
def test_each_hit_says_by_which_word_of_the_theme_it_came(sil, lang, is_theme, tagged):
    hits = json.loads(sil("search", "障碍者雇用", "--limit", "50", "--lang", lang, "--json").out)["hits"]
    assert is_theme in hits[0]["why"]
    synonyms = [hit for hit in hits if hit["reason"]["kind"] == "synonym"]
    assert len(synonyms) > 5
    assert any(tagged in hit["why"] for hit in synonyms)
    for hit in synonyms:
        assert "障碍者雇用" in hit["why"]
        assert hit["reason"]["via"] == "disability-employment"
