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


@pytest.mark.parametrize("question", ["พ.ศ. 2562", "พศ 2562", "B.E. 2562", "ค.ศ. 2019", "ปี 2562", "令和元年", "2019"])
def test_a_year_alone_finds_what_is_of_it_however_it_is_written(shipped, question):
    answer = search(shipped, question, Filters(), "th", 100)
    expected = search(shipped, "2019", Filters(), "th", 100)
    assert {hit.id for hit in answer.hits} == {hit.id for hit in expected.hits}
    assert [(years.first, years.last) for years in answer.understood.years] == [(2019, 2019)]


@pytest.mark.parametrize("question", ["คนพิการ ปี 2562", "disability 2019", "障害者 令和元年"])
def test_what_is_of_the_year_comes_first(shipped, question):
    answer = search(shipped, question, Filters(), "en", 100)
    assert 0 < answer.dated < answer.count == len(answer.hits)
    of_year = {unit.address for unit in shipped.units(Filters(first_year=2019, last_year=2019))}
    places = [place for place, hit in enumerate(answer.hits) if hit.id in of_year]
    assert places
    assert max(places) < answer.dated


def test_it_is_said_how_many_are_of_the_year(sil):
    assert "24 of them are of 2019 or speak of it; they come first." in sil("search", "คนพิการ ปี 2562").err
    assert "None of them is of 1955 or speaks of it." in sil("search", "disability 1955").err
    assert "2019" not in sil("search", "disability").err


def test_a_year_in_another_era_is_said_with_the_common_one(sil):
    assert '"令和元年 = 2019"' in sil("search", "令和元年").out
    assert '"พ.ศ. 2562 = 2019"' in sil("search", "พ.ศ. 2562").out
    assert '"2019"' in sil("search", "2019").out
