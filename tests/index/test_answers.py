"""What the index answers about records, units and links."""

import os
from pathlib import Path

import pytest

from sil.index import Filters, Index
from sil.index.scan import record_files
from sil.records.folder import record_files as listed_files
from sil.records.load import load_folder
from sil.records.rules import check_folder
from tests.conftest import ROOT
from tests.index.small import KINDS, write


def addresses(units):
    return [unit.address for unit in units]


def test_records_are_those_of_the_files(index, root):
    loaded = {(record.kind, record.id): record for record in load_folder(root).records}
    stored = {(record.kind, record.id): record for kind in KINDS for record in index.records(kind)}
    assert {key: (r.path, r.line, r.plain) for key, r in stored.items()} == {
        key: (r.path, r.line, r.plain) for key, r in loaded.items()
    }
    for (kind, id_), record in loaded.items():
        assert index.positions(kind, id_) == dict(record.positions)


def test_record_by_id(index):
    found = index.record("org", "litalico")
    assert (found.kind, found.id, found.path, found.line) == ("org", "litalico", "data/orgs/litalico.yaml", 1)
    assert found.plain["names"][0]["text"] == "LITALICO"
    assert index.record("org", "nobody") is None
    assert index.record("policy", "litalico") is None
    assert index.positions("org", "nobody") == {}


def test_merged_ids_lead_to_the_record_that_took_them(index):
    assert index.record("org", "wingle") == index.record("org", "litalico")
    assert index.unit("wingle").address == "litalico"


def test_a_merged_exchange_takes_its_lessons_along(index, root):
    moved = (
        (root / "data/exchanges/trip-2019.yaml")
        .read_text("utf-8")
        .replace("id: trip-2019\n", "id: trip-2019\nmerged_ids: [old-trip]\n", 1)
    )
    write(root, "data/exchanges/trip-2019.yaml", moved, age=None)
    index.refresh()
    assert index.unit("old-trip/placement").address == "trip-2019/placement"
    assert index.unit("old-trip/nothing") is None


def test_records_of_a_kind_come_by_id(index):
    assert [record.id for record in index.records("org")] == ["klongdinsor", "litalico", "ministry-of-labour"]


def test_units_of_an_exchange(index):
    lesson = index.unit("trip-2019/placement")
    assert lesson.kind == "lesson"
    assert lesson.title == {"ja": "就労支援は企業の中で続く"}
    assert lesson.countries == ("th", "jp")
    assert lesson.themes == ("disability-employment",)
    assert (lesson.first_year, lesson.last_year) == (2019, 2019)
    assert (lesson.path, lesson.line) == ("data/exchanges/trip-2019.yaml", 16)
    promise = index.unit("trip-2019/return-visit")
    assert promise.kind == "follow-up"
    assert promise.title["en"] == "Visit Bangkok in the next year"
    assert promise.countries == ("jp", "th")
    assert promise.themes == ("disability-employment",)
    assert index.unit("trip-2019/nothing") is None


def test_titles_prefer_what_the_record_prefers(index):
    assert index.unit("litalico").title == {"en": "LITALICO", "ja": "リタリコ", "th": "ลิตาลิโก"}
    assert index.unit("klongdinsor").title_in("ja") == ("Klongdinsor", "en")
    assert index.unit("trip-2019/placement").title_in("en") == ("就労支援は企業の中で続く", "ja")
    assert index.unit("quota").title["ja"] == "法定雇用率"


def test_a_policy_in_force_has_no_last_year(index):
    assert index.unit("jp-quota-act").first_year == 1960
    assert index.unit("jp-quota-act").last_year == 9999


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(kinds=("lesson",)), ["trip-2019/drawing", "trip-2019/placement"]),
        (Filters(kinds=("org",), countries=("th",)), ["klongdinsor", "ministry-of-labour"]),
        (Filters(kinds=("org", "policy"), countries=("jp",)), ["litalico", "jp-quota-act"]),
        (Filters(kinds=("policy",), themes=("disability-employment",)), ["jp-quota-act"]),
        (Filters(kinds=("theme",), themes=("disability-employment",)), ["disability-employment", "quota"]),
        (Filters(themes=("quota",)), ["jp-quota-act", "quota"]),
        (Filters(kinds=("exchange", "policy"), first_year=2018, last_year=2019), ["trip-2019", "jp-quota-act"]),
        (Filters(kinds=("exchange", "policy"), last_year=1970), ["jp-quota-act"]),
        (Filters(kinds=("exchange", "org"), first_year=2020), []),
        (Filters(countries=("de",)), []),
    ],
)
def test_filters(index, filters, expected):
    assert addresses(index.units(filters)) == expected


def test_links_both_ways(index):
    from_lesson = {(link.field, link.kind, link.target) for link in index.links_from("trip-2019/placement")}
    assert from_lesson == {
        ("theme", "theme", "disability-employment"),
        ("learned_by.orgs", "org", "klongdinsor"),
        ("learned_from.orgs", "org", "litalico"),
    }
    to_lesson = index.links_to("trip-2019/placement")
    assert [(link.source, link.source_kind, link.field) for link in to_lesson] == [
        ("trip-2019/joint-training", "collaboration", "from_lesson")
    ]
    assert ("org", "klongdinsor", "relations.to", "wingle") in {
        (link.source_kind, link.source, link.field, link.target) for link in index.links_to("litalico")
    }
    assert index.links_to("litalico", "policy") == []


def test_everything_can_be_named(index):
    known = {address: (kind, titles) for address, kind, titles in index.ids()}
    assert len(known) == 12
    assert known["trip-2019/drawing"] == ("lesson", {"en": "Drawing kits travel well", "th": "ชุดวาดเขียนเดินทางได้ดี"})


def test_the_light_scan_finds_what_the_records_room_lists(root):
    write(root, "data/orgs/.hidden.yaml", "")
    write(root, "data/orgs/notes.txt", "")
    (root / "data/orgs/folder.yaml").mkdir()
    (root / "data/orgs/dangling.yaml").symlink_to(root / "nowhere")
    undecodable = os.fsencode(root / "data/orgs") + b"/\xff.yaml"
    os.close(os.open(undecodable, os.O_CREAT | os.O_WRONLY))
    for folder in (root, ROOT, root / "data/orgs", root / "nowhere"):
        assert sorted(record_files(str(folder))) == [file.path for file in listed_files(Path(folder))]


def test_problems_are_those_of_a_full_check(index, root):
    write(root, "data/orgs/stray.txt", "")
    assert index.problems() == check_folder(root)


def test_problems_of_the_shipped_records(tmp_path):
    with Index.open(ROOT, tmp_path / "index.sqlite") as index:
        assert index.problems() == check_folder(ROOT)


def test_without_a_cache_file(root, index):
    with Index.open(root) as memory:
        assert memory.records("org") == index.records("org")
