"""Words that no text has: names in other spellings and scripts, slips, spelled letters; and what is not there at all."""

import pytest

from sil.index import Filters
from sil.index.covering import covered
from sil.query import search


@pytest.mark.parametrize(
    ("question", "organisation", "first"),
    [
        ("glong dinsor blind kids", "klongdinsor", "klongdinsor"),
        ("Glong Dinsor บทเรียน", "klongdinsor", "soil-2019-bangkok/japanese-private-employment-model"),
        ("りたりこ 教訓", "litalico", None),
        ("ลิตาลิโก", "litalico", "litalico"),
        ("litalco works", "litalico", "litalico"),
        ("クロンディンソー 絵", "klongdinsor", "klongdinsor"),
        ("ローカルアライク 訪日", "local-alike", "soil-2019-bangkok"),
    ],
)
def test_names_are_found_in_any_spelling_inside_a_question(shipped, question, organisation, first):
    answer = search(shipped, question, Filters(), "en", 5)
    assert organisation in {name.id for name in answer.understood.names}
    assert answer.hits
    assert first in (None, answer.hits[0].id)


@pytest.mark.parametrize("heard", ["kong din so", "klong din so", "glong din sor"])
def test_a_name_heard_in_syllables_brings_what_the_exact_name_brings(shipped, heard):
    exact = search(shipped, "Klongdinsor", Filters(), "en", 50)
    linked = {hit.id for hit in exact.hits if hit.why.kind == "name"}
    answer = search(shipped, heard, Filters(), "en", 50)
    assert {name.id for name in answer.understood.names} == {"klongdinsor"}
    assert linked <= {hit.id for hit in answer.hits}
    assert answer.hits[0].id == "klongdinsor"
    assert answer.understood.spellings == ()


@pytest.mark.parametrize(
    ("question", "said", "word"),
    [
        ("employmnet qouta", "qouta", "quota"),
        ("กฎหมายเอ็นพีโอญี่ปุ่น", "เอ็นพีโอ", "npo"),
        ("ecotourizm law", "ecotourizm", "ecotourism"),
    ],
)
def test_slips_are_read_as_the_word_they_are_near_to(shipped, question, said, word):
    answer = search(shipped, question, Filters(), "en", 3)
    assert (said, word) in answer.understood.spellings
    assert answer.hits
    if word in {"quota", "ecotourism"}:
        assert answer.understood.themes


def test_words_that_are_nowhere_are_told_and_do_not_hide_the_rest(shipped):
    answer = search(shipped, "xylophone ecotourism", Filters(), "en", 5)
    assert answer.understood.missing == ("xylophone",)
    assert answer.hits[0].why.kind in {"part", "synonym"}
    assert not search(shipped, "xylophone", Filters(), "en", 5).hits


def test_common_words_are_no_names(shipped):
    for question in ("happened", "distribution of xylophones", "ไม่มีทางเจอ", "存在しない言葉"):
        assert search(shipped, question, Filters(), "en", 5).understood.names == ()


@pytest.mark.parametrize("query", ["ค่าปรับ", "罰金"])
def test_scraps_of_a_word_are_no_hit(shipped, query):
    hits = search(shipped, query, Filters(), "th", 50).hits
    assert "jp-ecotourism-promotion-act" in {hit.id for hit in hits}
    for hit in hits:
        assert query in hit.snippet.text


@pytest.mark.parametrize(
    ("needles", "text", "share", "pieces"),
    [
        (("คนพิการ",), " การจ้างงานคนพิการ ", 1.0, ("คนพิการ",)),
        (("ค่าปรับ",), " ค่าบริการ รับ ", 0.0, ()),
        (("ดูแลคนพิการ",), " เพื่อคนพิการ ดูแล ", 1.0, ("ดูแล", "คนพิการ")),
        (("訪日団",), " 訪日 ", 2 / 3, ("訪日",)),
        ((" law ", " quota "), " the quota ", 5 / 8, (" quota ",)),
        ((), " anything ", 0.0, ()),
    ],
)
def test_how_much_of_a_query_stands_in_a_text(needles, text, share, pieces):
    assert covered(needles, text) == (pytest.approx(share), pieces)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "no record: xylophone"), ("th", "ไม่มีในระเบียนใด: xylophone"), ("ja", "どの記録にもない語：xylophone")],
)
def test_what_was_not_understood_is_said(sil, lang, said):
    found = sil("search", "xylophone ecotourism", "--lang", lang)
    assert (found.code, said in found.err) == (0, True)
    assert said not in sil("search", "ecotourism", "--lang", lang).err
    assert "quota" in sil("search", "employmnet qouta", "--lang", lang).err


@pytest.mark.parametrize("query", ["xylophone", "zzzz", '"no such phrase"', "ฮฮฮฮ", "鰻鱈"])
def test_the_next_step_when_nothing_is_found_is_a_command_that_works(sil, query):
    nothing = sil("search", query)
    assert nothing.code == 1
    step = nothing.err.rstrip().splitlines()[-1].partition("sil ")[2]
    assert sil(*step.split()).code == 0
