import pytest
from hypothesis import given

from sil.match.grams import damping_of, entries_of, grams_of, number_of, term
from sil.match.keys import keys_of, script_of, shape_of
from sil.match.memory import MemoryStore
from sil.match.nearest import nearest
from sil.match.readings import bound_ways
from sil.match.store import FAMILIES, GRAM_FAMILIES, KEY_FAMILIES, SCRIPTS
from sil.text.fold import fold
from tests.text.alphabets import anything


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("LITALICO", "latin"), ("株式会社LITALICO", "latin"), ("リタリコ", "japanese"), ("บริษัท LITALICO จำกัด", "latin"),
        ("กล่องดินสอ", "thai"), ("มูลนิธิ SIF", "thai"), ("Ромашка", "latin"), ("", "latin"), ("株式会社", "japanese"),
    ],
)  # fmt: skip
def test_script_of_the_proper_part(name, script):
    assert script_of(name) == script


def without_concepts(name):
    return {family: keys for family, keys in keys_of(name).items() if family != "concept"}


def test_keys_by_family():
    assert without_concepts("株式会社LITALICO Works") == {
        "raw": ("株式会社litalicoworks",),
        "core": ("litalicoworks",),
        "reading": ("ritarikowoks", "ritariko"),
        "thai": ("LTLKS", "LTLK"),
        "kana": ("rtrkwks", "rtrk"),
        "initials": ("lw",),
    }
    keys = without_concepts("มูลนิธิกล่องดินสอ")
    assert keys["core"] == ("มูลนิธิกล่องดินสอ",)
    assert "kronkdinso" in keys["reading"]
    assert "KLNTNS" in keys["thai"]
    assert keys_of("ไออาร์พีซี")["core"] == ("ไออาร์พีซี", "irpc")
    assert keys_of("日本エコツーリズム協会")["core"] == ("日本えこつーりずむ協会",)
    assert keys_of("...") == {}


def test_initials_with_and_without_small_words():
    assert keys_of("Designated Areas for Sustainable Tourism Administration")["initials"] == ("dafsta", "dasta")
    assert "initials" not in keys_of("The Society")


@given(anything)
def test_keys_are_of_known_families_and_never_empty(name):
    keys = keys_of(name)
    assert set(keys) <= set(FAMILIES)
    assert all(found and all(found) for found in keys.values())
    assert ("raw" in keys) == ("core" in keys)
    assert script_of(name) in SCRIPTS


@given(anything)
def test_grams_are_each_once_and_fit_an_index(name):
    for keys in keys_of(name).values():
        for key in keys:
            grams = grams_of(key)
            assert grams
            assert len(set(grams)) == len(grams)
            assert not any(" " in gram for gram in grams)


def test_grams_of_latin_and_other_keys():
    assert grams_of("ab") == ("\ue001ab", "ab\ue001")
    assert grams_of("日本") == ("\ue001日", "日本", "本\ue001", "\ue001日本", "日本\ue001")
    assert grams_of("") == ()


def test_a_store_answers_by_key_and_by_grams():
    store = MemoryStore()
    store.add("a", "Siam Bank")
    store.add("b", "Siam Cement")
    store.add("b", "สยามซีเมนต์")
    assert [row.id for row in store.by_key("core", ["siambank", "siamcement", "no"])] == ["a", "b"]
    assert set(nearest(store, shape_of("Siam Cment"), 2)) == {1, 2}
    assert len(nearest(store, shape_of("Siam Cment"), 2)) == 2
    assert nearest(store, shape_of("xyzzy"), 5) == []
    terms = [term("core", "latin", gram) for gram in grams_of("siamcment")]
    assert {number_of(entry) for entries in store.postings(terms).values() for entry in entries} == {0, 1}
    assert store.counts(terms) == {found: len(entries) for found, entries in store.postings(terms).items()}
    assert {row.name for row in store.rows([0, 2]).values()} == {"Siam Bank", "สยามซีเมนต์"}
    assert dict(store.titles(["b"])) == {"b": "Siam Cement"}
    assert set(GRAM_FAMILIES) | set(KEY_FAMILIES) == set(FAMILIES)


def test_words_of_three_languages_share_a_concept():
    university = [set(keys_of(name)["concept"]) for name in ("University of Phayao", "มหาวิทยาลัยพะเยา", "東京大学")]
    assert set.intersection(*university)
    assert keys_of("Developmental")["concept"] == keys_of("Development")["concept"]


def test_a_long_word_is_taken_apart_where_it_is_translated_word_by_word():
    part = next(part for part in shape_of("北海道教育大学").parts if part.inner)
    assert {concept for inner in part.inner for concept in inner.concepts} >= {
        concept for word in ("education", "university") for concept in shape_of(word).parts[0].concepts
    }


def test_words_for_a_kind_of_place_are_left_out_of_the_parts():
    assert [part.reading for part in shape_of("Oyama-shi").parts] == [part.reading for part in shape_of("Oyama").parts]
    assert shape_of("Oyama").keys["reading"][0] in shape_of("Oyama-shi").keys["reading"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nxy", "น้อย"),
        ("Kusacu", "くさつ"),
        ("Gexeed", "ジェクシード"),
        ("Christa", "クリスタ"),
        ("Tyosi", "ちょうし"),
        ("Odera", "おおてら"),
        ("sasybw", "させぼ"),
        ("krwngtheph", "กรุงเทพ"),
    ],
)
def test_other_ways_to_take_a_spelling(one, other):
    one, other = shape_of(one).keys, shape_of(other).keys
    assert set(one["kana"]) & set(other["kana"]) or set(one["reading"]) & set(other["reading"])


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("茅ヶ崎", ["茅ヶ崎"]),
        ("茅ケ崎", ["茅け崎", "茅ヶ崎"]),
        ("龍之口", ["龍之口", "龍の口"]),
        ("受け入れ", ["受け入れ", "受ヶ入れ"]),
        ("之", ["之"]),
        ("けやき", ["けやき"]),
    ],
)
def test_what_binds_kanji_may_be_ga_or_no(written, taken):
    assert list(bound_ways(fold(written))) == [*taken]


def test_the_little_ke_is_read_ga():
    assert set(shape_of("関ヶ原").keys["reading"]) & set(shape_of("関が原").keys["reading"])
    assert "sekikahara" in shape_of("関ヶ原").keys["reading"]


def test_a_given_reading_wins():
    assert shape_of("明星", ("めいせい",)).keys["reading"] == ("mese",)
    parts = shape_of("明星工業", ("めいせいこうぎょう",)).parts
    assert parts[0].reading in {("mese",), ("mesekokyou",)}


def test_a_given_reading_of_a_word_with_a_meaning():
    assert shape_of("希望", ("のぞみ",)).parts[0].reading == ("nosomi",)
    assert shape_of("", ("のぞみ",)).parts == ()


@given(anything)
def test_entries_tell_the_number_and_long_names_apart_from_short_ones(name):
    entries = dict(entries_of(4097, shape_of(name)))
    assert {number_of(entry) for entry in entries.values()} <= {4097}
    assert all(0 < damping_of(entry) <= 1 for entry in entries.values())
    assert max(entries.values(), default=0) < 2**32
