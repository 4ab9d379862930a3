import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.match import Match, NameIndex, Resolution, glosses
from sil.match.decide import ENOUGH, decide, enough
from sil.match.engine import resolve, search
from sil.match.keys import shape_of
from sil.match.memory import MemoryStore
from tests.text.alphabets import anything, written


@pytest.fixture
def index():
    return NameIndex.build(
        [
            ("klongdinsor", ["กล่องดินสอ", "Klongdinsor Co., Ltd."]),
            ("litalico", ["LITALICO", "リタリコ"]),
            ("jes", ["Japan Ecotourism Society"]),
        ]
    )


def test_a_match_says_what_was_taken_and_why(index):
    assert index.search("klongdinsor") == [
        Match("klongdinsor", "กล่องดินสอ", 0.97, "Klongdinsor Co., Ltd.", "legal form")
    ]
    assert index.resolve("ＬＩＴＡＬＩＣＯ") == Resolution(
        "match", (Match("litalico", "LITALICO", 0.99, "LITALICO", "spelling"),), names=5
    )


def test_many_are_answered_in_order(index):
    answers = index.search_many(["กล่องดินสอ", "nothing like it", "JES"], limit=1)
    assert [[match.id for match in answer if match.score > 0.7] for answer in answers] == [["klongdinsor"], [], ["jes"]]
    assert all(len(answer) <= 1 for answer in answers)


def test_nothing_near_is_none_with_the_nearest_names(index):
    resolution = index.resolve("Japan Environment Academy")
    assert resolution.status == "none"
    assert resolution.matches[0].id == "jes"
    assert index.resolve("").matches == ()


def test_an_empty_register_answers_none():
    assert NameIndex.build([]).resolve("LITALICO") == Resolution("none", ())


def test_a_reading_finds_the_name_it_belongs_to():
    store = MemoryStore()
    store.add("koasa", "小浅商事", reading="こあさしょうじ")
    store.add("koasa", "小浅商事")
    for query in ("コアサショウジ", "コアサショウシ", "koasa shoji", "Koasa Shōji"):
        assert resolve(store, query).status == "match"
        assert search(store, query)[0].matched == "小浅商事"
        assert search(store, query)[0].reason == "sound"


def test_who_bears_a_name_today_comes_before_who_has_given_it_up():
    store = MemoryStore()
    store.add("old", "LITALICO Partners Inc.")
    store.add("old", "LITALICO Inc.", former=True)
    store.add("new", "LITALICO Inc.")
    for query in ("LITALICO Inc.", "litalico", "リタリコ"):
        assert resolve(store, query).status == "match"
        assert search(store, query)[0].id == "new"


def test_a_former_name_alone_is_found():
    store = MemoryStore()
    store.add("old", "WINGLE", former=True)
    assert resolve(store, "wingle").status == "match"


def test_two_that_bear_the_same_name_are_ambiguous():
    index = NameIndex.build([("a", ["Sakura"]), ("b", ["Sakura"]), ("c", ["Sakura Bank"])])
    resolution = index.resolve("Sakura")
    assert resolution.status == "ambiguous"
    assert {match.id for match in resolution.matches} == {"a", "b"}


def test_a_name_that_a_record_goes_by_is_an_alias_and_as_near_as_its_own():
    store = MemoryStore()
    store.add("ayudhya", "Bank of Ayudhya")
    store.add("ayudhya", "กรุงศรี", alias=True)
    index = NameIndex(store)
    (own,), (alias,), (spaced,) = map(index.search, ("Bank of Ayudhya", "กรุงศรี", "กรุง ศรี"))
    assert [(match.reason, match.score) for match in (own, alias)] == [("exact", 1), ("alias", 1)]
    assert (alias.name, alias.matched, spaced.reason) == ("Bank of Ayudhya", "กรุงศรี", "spelling")
    assert index.resolve("กรุงศรี").status == "match"


def test_the_exact_name_wins_over_initials():
    index = NameIndex.build([("long", ["Social Innovation Fund"]), ("short", ["SIF"])])
    assert index.resolve("SIF").matches[0].id == "short"
    assert index.resolve("SIF").status == "match"


def test_thresholds():
    def match(record, score, reason):
        return Match(record, record, score, record, reason)

    assert decide([match("a", 0.3, "typo"), match("b", 0.005, "typo")], 5).status == "match"
    assert decide([match("a", 0.3, "typo"), match("b", 0.1, "typo")], 5).status == "none"
    assert decide([match("a", 0.05, "sound")], 5).status == "none"
    assert decide([match("a", 0.9, "sound"), match("b", 0.88, "sound")], 5).status == "ambiguous"
    assert decide([match("a", 0.73, "sound"), match("b", 0.1, "sound")], 5).status == "match"
    assert decide([match("a", 0.9, "sound"), match("b", 0.7, "sound")], 1) == Resolution(
        "match", (match("a", 0.9, "sound"),)
    )


def test_the_more_names_there_are_the_nearer_one_must_be_unless_it_is_alone():
    def status(score, after, names):
        return decide([Match(r, r, s, r, "sound") for r, s in (("a", score), ("b", after))], 5, names).status

    assert enough(0) == enough(1000) == pytest.approx(ENOUGH)
    assert enough(1000) < enough(10_000) < enough(100_000) < 0.95
    assert status(0.8, 0.1, 1000) == "match"
    assert status(0.8, 0.1, 10_000) == "none"
    assert status(0.8, 0.02, 10_000) == status(0.9, 0.1, 10_000) == "match"
    assert status(0.8, 0.78, 10_000) == "ambiguous"


@given(st.lists(written, min_size=1, max_size=5), st.data())
def test_a_stored_name_is_found_by_itself(names, data):
    index = NameIndex.build([(str(number), [name]) for number, name in enumerate(names)])
    name = data.draw(st.sampled_from(names))
    found = index.search(name)
    if found:
        assert names[int(found[0].id)] == name
        assert found[0].score == 1
        assert found[0].reason == "exact"
    else:
        assert not any(char.isalnum() for char in name)


@given(anything, st.integers(1, 4))
def test_any_query_is_answered(query, limit):
    index = NameIndex.build(
        [("a", ["กล่องดินสอ"]), ("b", ["LITALICO"]), ("c", ["日本エコツーリズム協会", "JES"]), ("d", ["!"])]
    )
    found = index.search(query, limit)
    assert len(found) <= limit
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(0 <= match.score <= 1 for match in found)


def test_a_name_found_by_its_letters_is_not_taken_apart(index, monkeypatch):
    def unread():
        raise AssertionError("no table of words is needed")

    for cached in (glosses.kind_concepts, glosses.glued_pieces, shape_of):
        cached.cache_clear()
    monkeypatch.setattr(glosses, "_glosses", unread)
    assert index.resolve("KLONGDINSOR").status == "match"
    with pytest.raises(AssertionError, match="no table"):
        index.resolve("klong din so")


def test_the_kanji_of_a_name_are_read_as_its_record_says():
    store = MemoryStore()
    store.add("meisei", "明星", readings=["めいせい"])
    store.add("myojo", "明城")
    assert [match.id for match in search(store, "Meisei")][:1] == ["meisei"]
