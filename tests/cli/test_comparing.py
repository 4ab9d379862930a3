"""Comparisons as people type them: names without quotation marks, words between names, rows by their headings."""

import pytest

from sil.records.organisation import MODEL_BLOCKS
from tests.conftest import ROOT

MEANT = [
    (("litalico", "vs", "kong din so"), 'litalico "kong din so"'),
    (("litalico,klongdinsor",), "litalico klongdinsor"),
    (("litalico, kong din so",), 'litalico "kong din so"'),
    (("litalico", "kong", "din", "so"), 'litalico "kong din so"'),
    (("kong", "din", "so", "litalico"), '"kong din so" litalico'),
    (("litalico vs kong din so",), 'litalico "kong din so"'),
    (("litalico", ",", "klongdinsor"), "litalico klongdinsor"),
    (("litalico", "กับ", "กล่องดินสอ"), 'litalico "กล่องดินสอ"'),
    (("リタリコ、กล่องดินสอ",), 'リタリコ "กล่องดินสอ"'),
    (("th-pwd-empowerment-act", "jp-disability-employment-act"), "--countries th,jp --theme disability-employment"),
]


@pytest.mark.parametrize(("names", "meant"), MEANT, ids=[" ".join(names) for names, _ in MEANT])
def test_the_line_that_compares_what_was_named_is_offered(sil, names, meant):
    result = sil("compare", *names)
    assert result.code in (1, 2)
    assert result.out == ""
    assert f"did you mean `sil compare {meant}`?" in result.err


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (("disability employment", "ecotourism"), "sil report theme disability-employment"),
        (("soil-2019-tokyo", "soil-2019-bangkok"), "sil report trip soil-2019-tokyo"),
        (("soil-2019-bangkok/dmo-joint-management", "litalico"), "sil show soil-2019-bangkok/dmo-joint-management"),
    ],
)
def test_what_is_no_organisation_is_told_of_elsewhere(sil, names, meant):
    assert f"`{meant}`" in sil("compare", *names).err


@pytest.mark.parametrize("names", [("litalico", "nothing such"), ("litalico",), ("th-pwd-empowerment-act", "litalico")])
def test_nothing_is_offered_that_does_not_compare_two(sil, names):
    result = sil("compare", *names)
    assert (result.out, "did you mean" in result.err) == ("", False)


def test_countries_may_have_a_word_between_them(sil):
    assert "--countries jp,th" in sil("compare", "Japan", "vs", "Thailand").err


def rows(sil, text, *others):
    result = sil("compare", "litalico", "klongdinsor", "--rows", text, "-f", "tsv", *others)
    assert result.code == 0
    return [line.split("\t")[1] for line in result.out.splitlines()[1:]]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Revenue streams", ["revenue"]),
        ("แหล่งรายได้", ["revenue"]),
        ("収入源,legal", ["revenue", "legal"]),
        ("What is delivered, step by step, Revenue streams", ["delivery", "revenue"]),
        ("revenue,Revenue streams", ["revenue"]),
    ],
)
def test_a_row_is_named_by_its_heading_too(sil, text, fields):
    assert rows(sil, text) == fields


@pytest.mark.parametrize("text", ["C", "Business model", "C. Business model", "C. 事業モデル"])
def test_a_block_is_all_of_its_rows(sil, text):
    assert rows(sil, text) == list(MODEL_BLOCKS["C"])


def test_a_row_of_countries_is_named_by_its_heading_too(sil):
    asked = ("compare", "--countries", "th,jp", "--theme", "disability-employment", "-f", "tsv", "--rows")
    assert sil(*asked, "Price of one missing person or breach").out == sil(*asked, "price").out


def test_a_row_that_there_is_not_gets_the_nearest(sil):
    result = sil("compare", "litalico", "klongdinsor", "--rows", "revnue streams")
    assert (result.code, result.out) == (2, "")
    assert "did you mean `--rows revenue`?" in result.err


@pytest.mark.parametrize("folder", ["data", "data/orgs", "dta", "data/orgs/../.."])
def test_a_folder_inside_a_knowledge_base_gets_the_whole(sil, folder):
    result = sil("list", "orgs", "--kb", str(ROOT / folder))
    if folder.endswith(".."):
        assert result.code == 0
    else:
        assert (result.code, result.out) == (3, "")
        assert f"did you mean `{ROOT}`?" in result.err


def test_a_folder_around_knowledge_bases_gets_those(sil, tmp_path):
    for name in ("one", "two"):
        sil("init", name)
    result = sil("list", "orgs", "--kb", str(tmp_path))
    assert (result.code, result.out) == (3, "")
    assert f"did you mean `{tmp_path / 'one'}` / `{tmp_path / 'two'}`?" in result.err
    assert f"did you mean `{tmp_path / 'two'}`?" in sil("list", "orgs", "--kb", str(tmp_path / "tow")).err
    assert "sil init" in sil("list", "orgs", "--kb", str(tmp_path / "quite-another")).err
    assert "sil init" in sil("list", "orgs", "--kb", "/no/such/folder").err


@pytest.mark.parametrize(
    ("word", "first"),
    [("disability", "disability-employment"), ("ecotourims", "ecotourism"), ("インクルーシブ", "inclusive-design")],
)
def test_the_theme_that_was_meant_comes_first(sil, word, first):
    for asked in (("report", "theme", word), ("list", "orgs", "--theme", word)):
        result = sil(*asked)
        assert (result.code, result.out) == (1, "")
        assert f"did you mean `{first}`" in result.err
