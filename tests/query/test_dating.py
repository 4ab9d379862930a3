"""Years in questions: what is one, in any era, and what comes first for it."""

import pytest

from sil.index import Filters
from sil.query import search
from sil.query.dating import Dated, dates_in
from sil.text.fold import fold


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("lessons 2019", [("2019", 2019, 0)]),
        ("บทเรียนปี 2562", [("ปี 2562", 2019, 0)]),
        ("งานปี ๖๒", [("ปี 62", 2019, 0)]),
        ("พ.ศ. 2562", [("พ ศ 2562", 2019, 0)]),
        ("ก.ค. 2562", [("ก ค 2562", 2019, 7)]),
        ("กค 2562", [("กค 2562", 2019, 7)]),
        ("令和元年 バンコク", [("令和元年", 2019, 0)]),
        ("平成30年度の教訓", [("平成30年度", 2018, 0)]),
        ("2020年12月", [("2020年12月", 2020, 12)]),
        ("what happened in Dec 2020", [("dec 2020", 2020, 12)]),
        ("2018-2020", [("2018", 2018, 0), ("2020", 2020, 0)]),
        ("50000 yen", []),
        ("2000 yen", []),
        ("2500人", []),
        ("6000 ตำแหน่ง", []),
        ("sunday 7", []),
    ],
)
def test_what_is_a_year(question, expected):
    assert list(dates_in(fold(question))) == [Dated(*one) for one in expected]


@pytest.mark.parametrize(
    "question", ["lessons 2019", "บทเรียนปี 2562", "บทเรียน พ.ศ. 2562", "令和元年の教訓", "2019年の教訓"]
)
def test_lessons_of_a_year_come_first_and_all_of_them(shipped, question):
    answer = search(shipped, question, Filters(), "en", 5)
    lessons = {unit.address for unit in shipped.units(Filters(kinds=("lesson",), first_year=2019, last_year=2019))}
    assert {hit.id for hit in answer.hits} == lessons
    assert {hit.why.kind for hit in answer.hits} == {"hint"}
    assert [(years.first, years.last) for years in answer.understood.years] == [(2019, 2019)]


def test_a_year_is_preferred_and_not_required(shipped):
    with_year = search(shipped, "workshop Tokyo 1999", Filters(), "en", 3)
    assert with_year.hits[0].id == "soil-2019-tokyo"
    assert search(shipped, "ธันวาคม 2563", Filters(), "th", 1).hits[0].id == "soil-2020-online"


def test_a_phrase_is_no_year(shipped):
    assert search(shipped, '"2019"', Filters(), "en", 1).understood.years == ()
