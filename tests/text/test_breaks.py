import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.text.breaks import wrap
from sil.text.cells import clusters, width
from tests.text.alphabets import clusters_of_all_kinds, written

THAI = "ฝั่งไทยได้เรียนรู้เรื่องการจ้างงานผู้พิการ (มาตรา 35) และบริษัทในประเทศญี่ปุ่น"
JAPANESE = "障害者雇用促進法（法定雇用率）。民間企業は、従業員の一定割合以上の障害者を「雇用」しなければならない。"
ENGLISH = "The Thai group learned how companies in Japan employ persons with disabilities (see the law)."
URL = "https://xmergence.com/2019/04/18/thai-japan-social-innovation-link/"


def bare(text):
    return "".join(text.split()).replace("\u3000", "")


@given(written | clusters_of_all_kinds, st.integers(1, 40), st.none() | st.integers(0, 40))
def test_nothing_is_lost_and_nothing_is_too_wide(text, cells, first):
    lines = wrap(text, cells, first)
    assert bare("".join(lines)) == bare(text)
    for number, line in enumerate(lines):
        room = cells if number or first is None else first
        assert width(line) <= room or len(list(clusters(line))) == 1


@given(written | clusters_of_all_kinds, st.integers(1, 40))
def test_no_cluster_is_broken(text, cells):
    whole = {cluster for cluster in clusters(text) if cluster.strip()}
    assert {cluster for line in wrap(text, cells) for cluster in clusters(line) if cluster.strip()} <= whole


@pytest.mark.parametrize("text", [THAI, JAPANESE, ENGLISH, f"{JAPANESE}{THAI} {URL}"])
@pytest.mark.parametrize("cells", range(6, 60, 3))
def test_kinsoku(text, cells):
    for line in wrap(text, cells):
        assert line[0] not in "、。，．）」』】！？ーっゃゅょ)ะาๆฯ"
        assert line[-1] not in "（「『【(เแโใไ"


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        (THAI, 30, ["ฝั่งไทยได้เรียนรู้เรื่องการจ้างงานผู้พิการ", "(มาตรา 35) และบริษัทในประเทศญี่ปุ่น"]),
        (THAI, 8, ["ฝั่งไทยได้", "เรียนรู้", "เรื่องการ", "จ้างงาน", "ผู้พิการ", "(มาตรา", "35) และ", "บริษัทใน", "ประเทศ", "ญี่ปุ่น"]),
        (
            JAPANESE,
            20,
            [
                "障害者雇用促進法",
                "（法定雇用率）。",
                "民間企業は、従業員の",
                "一定割合以上の",
                "障害者を",
                "「雇用」しなければな",
                "らない。",
            ],
        ),
        ("Hello world again", 11, ["Hello world", "again"]),
        ("株式会社LITALICO", 10, ["株式会社", "LITALICO"]),
        ("株式会社LITALICO", 5, ["株式", "会社", "LITAL", "ICO"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("  indented", 20, ["  indented"]),
        ("a\n\nb", 5, ["a", "", "b"]),
        ("one word !", 8, ["one", "word !"]),
        ("a ( b c", 4, ["a", "( b", "c"]),
        ("", 5, [""]),
    ],
)
def test_lines(text, cells, lines):
    assert wrap(text, cells) == lines


def test_a_name_of_a_country_stays_whole():
    assert all("ญี่ปุ่น" in line for line in wrap("ประเทศญี่ปุ่น", 8)[1:])


def test_a_word_that_fits_no_line_is_cut_and_an_id_that_fits_one_is_not():
    assert wrap(f"see {URL}", 20)[:2] == ["see", URL[:20]]
    assert wrap("see soil-2019-bangkok", 20) == ["see", "soil-2019-bangkok"]


def test_a_first_line_with_less_room():
    assert wrap("กล่องดินสอ", 20, first=3) == ["", "กล่องดินสอ"]
    assert wrap("one two", 7, first=3) == ["one", "two"]


def test_closers_that_fill_a_line_are_kept():
    assert "".join(wrap("。" * 9, 4)) == "。" * 9
