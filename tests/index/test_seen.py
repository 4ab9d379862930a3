"""Which files are looked into: what all were when they were seen last is kept in one piece, and never trusted against the files."""

import os
import time

import pytest

from sil.index import Index
from sil.index.scan import RACY_NS, record_files, stamp_of
from sil.index.seen import _seal, suspects
from tests.index.small import LITALICO, state, write

ORG = "data/orgs/litalico.yaml"
REAL_CLOCK = time.time_ns


@pytest.fixture(autouse=True)
def settled(root, monkeypatch):
    """All files were written long enough ago to be known by their times."""
    monkeypatch.setattr("time.time_ns", lambda: REAL_CLOCK() + 2 * RACY_NS)


def seen(index):
    return index.ask(lambda db: db.rows("SELECT paths, stamps FROM seen"))


def test_files_that_are_as_they_were_are_not_asked_for_in_the_table(index, root, cache, monkeypatch):
    monkeypatch.setattr("sil.index.seen._indexed", lambda _: pytest.fail("read the table"))
    with Index.open(root, cache) as again:
        assert again.refresh() == (6, 0, 0)
    write(root, ORG, LITALICO.replace("1200", "1300"))
    with Index.open(root, cache) as again:
        assert again.refresh().changed == 1


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM seen",
        "UPDATE seen SET stamps = zeroblob(length(stamps))",
        "UPDATE seen SET stamps = x'00'",
        "UPDATE seen SET paths = paths || 'x'",
        "UPDATE seen SET seal = seal + 1",
    ],
)
def test_a_damaged_piece_changes_nothing(index, root, cache, damage):
    index.ask(lambda db: db).rows(damage)
    write(root, ORG, LITALICO.replace("1200", "1300"))
    with Index.open(root, cache) as again, Index.open(root) as fresh:
        again.refresh()
        assert state(again) == state(fresh)


def test_it_is_kept_again_after_a_change_and_left_when_there_is_none(index, root):
    before = seen(index)
    assert len(before) == 1
    write(root, ORG, LITALICO.replace("1200", "1300"))
    index.refresh()
    after = seen(index)
    assert len(after) == 1
    assert after != before
    index.refresh()
    assert seen(index) == after


def test_one_that_tells_of_another_time_only_costs_time(index, root, cache):
    """As when a process was killed, or overtaken, between the change and the note."""
    before = seen(index)[0]
    write(root, ORG, LITALICO.replace("1200", "1300"))
    index.refresh()
    index.ask(lambda db: db).rows("UPDATE seen SET paths = ?, stamps = ?, seal = ?", (*before, _seal(*before)))
    with Index.open(root, cache) as again:
        assert again.refresh() == (6, 0, 0)
        assert again.record("org", "litalico").plain["figures"][0]["value"] == 1300
        assert seen(again) != [before]


def test_a_young_file_is_suspect_and_a_lone_one_is_new(root, cache):
    write(root, ORG, LITALICO, age=time.time() + 60)
    with Index.open(root, cache) as index:
        index.refresh()
        found = record_files(str(root))
        assert list(index.ask(lambda db: suspects(db, found))) == [ORG]
        elsewhere = index.ask(lambda db: suspects(db, {"data/orgs/new.yaml": (1, RACY_NS, 2, 3)}))
        assert elsewhere.pop("data/orgs/new.yaml") == (1, RACY_NS, 2, 3)
        assert elsewhere == dict.fromkeys(found)


def test_files_numbered_with_all_bits(root, monkeypatch):
    """As on some network drives; SQLite has one bit less."""
    real = os.stat

    def numbered(path, **how):
        status = real(path, **how)
        values = list(status)
        values[1] = status.st_ino | 1 << 63
        extra = {"st_mtime_ns": status.st_mtime_ns, "st_ctime_ns": status.st_ctime_ns}
        return os.stat_result(values, extra)

    monkeypatch.setattr("os.stat", numbered)
    assert stamp_of(str(root / ORG))[3] < 1 << 63
    assert stamp_of(str(root / ORG))[1] == real(root / ORG).st_mtime_ns
