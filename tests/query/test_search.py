"""What a search finds in a small knowledge base, in which order, and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sil.errors import UsageError
from sil.index import Filters, Index
from sil.query import search
from sil.query.grammar import parse
from tests.index.small import LITALICO, knowledge_base, write


def ask(index, query, lang="en", limit=20, **filters):
    return search(index, query, Filters(**filters), lang, limit)


def ids(answer):
    return [hit.id for hit in answer.hits]


def hit(answer, address):
    return next(hit for hit in answer.hits if hit.id == address)


def marked(found):
    return [found.snippet.text[begin:end] for begin, end in found.snippet.marks]


def test_a_thai_query_finds_a_lesson_that_stands_in_japanese_only(small):
    found = hit(ask(small, "การจ้างงานคนพิการ", lang="th"), "trip-2019/placement")
    assert found.why.kind == "synonym"
    assert found.why.via == "disability-employment"
    assert found.why.said == "การจ้างงานคนพิการ"
    assert (found.why.field, found.why.lang, found.why.matched) == ("title", "ja", "就労支援")
    assert marked(found) == ["就労支援"]
    assert found.title_lang == "ja"


@pytest.mark.parametrize("query", ["disability employment", "การจ้างงานคนพิการ", "障害者雇用", "ผู้พิการ", "PWD"])
def test_a_theme_comes_first_and_all_that_is_tagged_with_it_is_there(small, query):
    answer = ask(small, query)
    assert answer.hits[0].id == "disability-employment"
    assert {"litalico", "klongdinsor", "trip-2019", "trip-2019/placement"} <= set(ids(answer))
    assert [theme.id for theme in answer.understood.themes] == ["disability-employment"]


def test_a_tag_without_words_is_a_reason_of_its_own(small):
    found = hit(ask(small, "PWD", lang="th"), "klongdinsor")
    assert (found.why.kind, found.why.field, found.why.via) == ("synonym", "themes", "disability-employment")
    assert found.snippet.text == "กิจการเพื่อสังคมที่ออกแบบชุดวาดเขียนสำหรับเด็กตาบอด"


def test_a_theme_beside_other_words_needs_them_too(small):
    answer = ask(small, "PWD drawing")
    assert ids(answer) == ["klongdinsor"]
    assert answer.understood.themes[0].rest == ("drawing",)


def test_the_longest_label_is_meant(small):
    assert [theme.id for theme in ask(small, "employment quota").understood.themes] == ["quota"]
    assert [theme.id for theme in ask(small, "quotas").understood.themes] == []
    assert [theme.id for theme in ask(small, "pwdx").understood.themes] == []
    assert [theme.id for theme in ask(small, "โควตาการจ้างงาน").understood.themes] == ["quota"]
    assert {theme.id for theme in ask(small, "design PWD").understood.themes} == {"design", "disability-employment"}


@pytest.mark.parametrize("query", ["LITALICO", "litalico", "リタリコ", "ลิตาลิโก", "Litalico Inc"])
def test_an_organisation_that_is_named_comes_first_and_what_refers_to_it_follows(small, query):
    answer = ask(small, query)
    assert answer.hits[0].id == "litalico"
    assert [name.id for name in answer.understood.names] == ["litalico"]
    found = hit(answer, "trip-2019/return-visit")
    assert (found.why.kind, found.why.field, found.why.via, found.why.matched) == (
        "name",
        "who",
        "litalico",
        LITALICO_NAME[query],
    )


LITALICO_NAME = {
    "LITALICO": "LITALICO", "litalico": "LITALICO", "リタリコ": "リタリコ", "ลิตาลิโก": "ลิตาลิโก", "Litalico Inc": "LITALICO Inc.",
}  # fmt: skip


def test_an_organisation_beside_other_words(small):
    assert ids(ask(small, "ministry of labour trip"))[0] == "trip-2019"
    assert "trip-2019/placement" in ids(ask(small, "litalico 職場"))


def test_an_id_is_an_answer(small):
    for query in ("trip-2019/placement", "Trip-2019/Placement "):
        first = ask(small, query).hits[0]
        assert (first.id, first.score, first.why.kind) == ("trip-2019/placement", 1.0, "id")


def test_words_in_an_id(small):
    found = hit(ask(small, "jp quota act"), "jp-quota-act")
    assert (found.why.kind, found.why.field) == ("id", "id")


def test_words_anywhere_in_a_record_and_the_passage_that_has_most_of_them(small):
    found = hit(ask(small, "drawing children"), "klongdinsor")
    assert (found.why.kind, found.why.field, found.why.lang) == ("word", "summary", "en")
    assert found.why.matched == "drawing … children"
    assert marked(found) == ["drawing", "children"]
    assert (found.path, found.line, found.country) == ("data/orgs/klongdinsor.yaml", 1, "th")


def test_the_language_asked_for_is_preferred_where_both_have_the_words(small):
    assert hit(ask(small, "annual securities", lang="th"), "litalico").field == "sources.title"
    assert ask(small, "trip-2019", lang="th").hits[0].title == "การเดินทางศึกษาดูงานที่โตเกียว"


def test_a_phrase_stands_together(small):
    assert ids(ask(small, '"work for them"')) == ["litalico"]
    assert "litalico" not in ids(ask(small, '"them for work"'))
    assert ask(small, '"them for work"').understood.phrases == ("them for work",)


def test_titles_weigh_more_than_what_is_cited(small):
    assert ids(ask(small, "drawing"))[0] == "trip-2019/drawing"


def test_a_slip_is_forgiven_and_said(small):
    answer = ask(small, "กล่องดินษอ")
    assert answer.hits[0].id == "klongdinsor"
    assert answer.hits[0].why.kind == "part"
    assert answer.hits[0].score < 0.6


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kinds": ("lesson",)}, {"trip-2019/placement"}),
        ({"kinds": ("org",), "countries": ("jp",)}, {"litalico"}),
        ({"themes": ("quota",)}, {"jp-quota-act", "quota"}),
        ({"first_year": 2019, "last_year": 2019, "kinds": ("exchange",)}, {"trip-2019"}),
        ({"first_year": 2020, "kinds": ("exchange",)}, set()),
        ({"kinds": ("policy",), "countries": ("th",)}, set()),
    ],
)
def test_filters(small, filters, expected):
    answer = ask(small, "障害者雇用", **filters)
    assert set(ids(answer)) == expected
    assert answer.count == len(expected)
    assert answer.understood.filters == Filters(**filters)


def test_filters_apply_to_names_and_ids(small):
    assert "litalico" not in ids(ask(small, "litalico", kinds=("lesson",)))
    assert ids(ask(small, "litalico", kinds=("collaboration",))) == ["trip-2019/joint-training"]


def test_the_limit_cuts_and_the_count_does_not(small):
    whole, short = ask(small, "PWD"), ask(small, "PWD", limit=2)
    assert ids(short) == ids(whole)[:2]
    assert short.count == whole.count == len(whole.hits)


def test_scores_fall(small):
    for query in ("PWD", "litalico", "drawing kits", "Tokyo"):
        scores = [found.score for found in ask(small, query).hits]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_nothing_found_names_what_is_near(small):
    answer = ask(small, '"litaliqo"')
    assert (answer.hits, answer.count) == ((), 0)
    assert answer.nearest[0].id == "litalico"
    assert len(answer.nearest) <= 3
    assert [near.score for near in answer.nearest] == sorted((near.score for near in answer.nearest), reverse=True)
    assert ask(small, '"dezign"').nearest[0].id == "design"
    assert ask(small, "1").nearest == ()


def test_a_long_text_is_a_query_too(small):
    text = "Which companies train people and find work for them, and which makers of kits for blind children are there?"
    assert {"litalico", "klongdinsor"} <= set(ids(ask(small, text)))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aI\"กน้ำ障害者雇 ｱ-/()*:^{}'%_\0\ud7ff𓀀1"), max_size=12))
def test_no_query_is_an_error(small, query):
    try:
        answer = ask(small, query)
    except UsageError as error:  # it names a field that no record has, and that is said with its place
        assert error.key == "error.query-field"
        assert parse(query).fields
        return
    assert answer.count >= len(answer.hits)


def test_damage_found_in_the_middle_of_a_search(tmp_path):
    root, cache = knowledge_base(tmp_path / "kb"), tmp_path / "index.sqlite"
    with Index.open(root, cache) as index:
        index.refresh()
        expected = ids(ask(index, "PWD"))
        cache.write_bytes(b"\xff" * 8192)
        assert ids(ask(index, "PWD")) == expected


def test_an_edit_is_found_at_once(tmp_path):
    root = knowledge_base(tmp_path / "kb")
    with Index.open(root, tmp_path / "index.sqlite") as index:
        assert ask(index, "quidditch").count == 0
        write(root, "data/orgs/litalico.yaml", LITALICO.replace("listed", "quidditch"), age=None)
        index.refresh()
        assert ids(ask(index, "quidditch")) == ["litalico"]
        assert "litalico" not in ids(ask(index, "listed"))
