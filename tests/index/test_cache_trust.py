"""The cache file may be damaged, foreign, old, locked, read-only or not there: the answers are the same."""

import inspect
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from sil.index import Index, version
from sil.index.building import build
from sil.index.database import Database, UnwritableError
from tests.conftest import ROOT
from tests.index.small import LITALICO, knowledge_base, state, write


@pytest.fixture
def expected(root):
    with Index.open(root) as index:
        return state(index)


def answers(root, cache):
    with Index.open(root, cache) as index:
        index.refresh()
        return state(index)


def made(root, cache):
    with Index.open(root, cache) as index:
        index.refresh()
    return cache


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 4096])
def test_something_else_in_its_place(root, cache, expected, content):
    cache.parent.mkdir()
    cache.write_bytes(content)
    assert answers(root, cache) == expected
    with Index.open(root, cache) as index:
        assert index.refresh().changed == 0


def test_a_foreign_database_in_its_place(root, cache, expected):
    cache.parent.mkdir()
    foreign = sqlite3.connect(cache)
    foreign.execute("CREATE TABLE meta (key, value)")
    foreign.execute("CREATE TABLE files (path)")
    foreign.commit()
    foreign.close()
    assert answers(root, cache) == expected


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere(root, cache, expected, seed):
    """Bytes overwritten or cut off: the same answers, or those of a new index; never another answer or an error."""
    made(root, cache)
    chance = random.Random(seed)
    content = bytearray(cache.read_bytes())
    if seed % 3 == 0:
        del content[chance.randrange(len(content)) :]
    else:
        page = chance.randrange(len(content) // 4096)
        content[page * 4096 : page * 4096 + 2048] = chance.randbytes(2048)
    cache.write_bytes(content)
    assert answers(root, cache) == expected


def test_damage_found_while_asking(root, cache, expected):
    with Index.open(root, cache) as index:
        index.refresh()
        cache.write_bytes(b"\xff" * 8192)
        assert state(index) == expected


def test_damage_found_while_a_file_has_changed(root, cache):
    with Index.open(root, cache) as index:
        index.refresh()
        write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"), age=None)
        cache.write_bytes(b"\xff" * 8192)
        index.refresh()
        assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300


def test_another_version_of_the_code_rebuilds(root, cache, expected, monkeypatch):
    made(root, cache)
    monkeypatch.setattr("sil.index.version.FORMAT", -1)
    with Index.open(root, cache) as index:
        assert index.refresh().changed == 6
        assert state(index) == expected


def test_a_folder_of_the_package_that_is_not_there_counts_as_empty(root, cache, monkeypatch):
    made(root, cache)
    monkeypatch.setattr("sil.index.version._PACKAGE", "/nowhere")
    monkeypatch.setattr("sil.index.version._code", inspect.unwrap(version._code))  # a process looks once
    with Index.open(root, cache) as index:
        assert index.refresh().changed == 6


def test_the_cache_of_another_folder_rebuilds(root, cache, tmp_path):
    made(root, cache)
    other = knowledge_base(tmp_path / "other")
    with Index.open(other, cache) as index:
        assert index.refresh().changed == 6


def test_a_cache_that_cannot_be_made(root, tmp_path, expected):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.sqlite").mkdir()
    assert answers(root, tmp_path / "file" / "index.sqlite") == expected
    assert answers(root, tmp_path / "folder.sqlite") == expected
    assert not list(tmp_path.glob("*.new"))


def test_a_full_disk(root, cache, expected, monkeypatch):
    def full(_self, _sql, _values):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("sil.index.database.Database.many", full)
    with pytest.raises(UnwritableError):
        build(str(cache), lambda db: db.many("", []))
    monkeypatch.undo()
    assert answers(root, cache) == expected


def test_an_error_of_ours_is_not_taken_for_a_bad_disk(cache):
    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        build(str(cache), lambda db: db.script("SELEKT"))
    database = Database()
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database.writing():
        database.rows("SELECT * FROM missing")
    database.close()


def test_what_a_killed_build_left_is_swept(root, cache):
    cache.parent.mkdir()
    left, young = cache.parent / f"{cache.name}.1.new", cache.parent / f"{cache.name}.2.new"
    left.write_text("half")
    young.write_text("half")
    os.utime(left, (0, 0))
    made(root, cache)
    assert sorted(path.name for path in cache.parent.iterdir()) == [cache.name, young.name]


def test_a_locked_cache_answers_from_memory(root, cache, monkeypatch):
    monkeypatch.setattr("sil.index.database.BUSY_SECONDS", 0.05)
    made(root, cache)
    owner = sqlite3.connect(cache, isolation_level=None)
    try:
        owner.execute("BEGIN IMMEDIATE")
        write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"), age=None)
        with Index.open(root, cache) as index:
            assert index.refresh().changed == 1
            assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300
            assert index.problems()
        owner.execute("ROLLBACK")
        owner.execute("BEGIN EXCLUSIVE")
        with Index.open(root, cache) as index:
            assert index.refresh().changed == 6
            assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300
        owner.execute("ROLLBACK")
        with Index.open(root, cache) as index:
            assert index.refresh().changed == 1
            owner.execute("BEGIN EXCLUSIVE")
            assert index.record("org", "klongdinsor")
    finally:
        owner.close()


def test_problems_are_told_when_they_cannot_be_kept(root, cache, expected, monkeypatch):
    monkeypatch.setattr("sil.index.database.BUSY_SECONDS", 0.05)
    with Index.open(made(root, cache), cache) as _:
        pass
    owner = sqlite3.connect(cache, isolation_level=None)
    try:
        with Index.open(root, cache) as index:
            index.refresh()
            owner.execute("BEGIN IMMEDIATE")
            assert index.problems() == expected[4]
    finally:
        owner.close()


def test_a_cache_replaced_by_another_process_is_not_written(root, cache, tmp_path):
    with Index.open(root, cache) as index:
        index.refresh()
        shutil.copy(cache, tmp_path / "copy")
        (tmp_path / "copy").replace(cache)
        before = cache.read_bytes()
        write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"), age=None)
        index.refresh()
        assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300
        assert cache.read_bytes() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_read_only_cache(expected):
    """A cache that may be read only is used as it is; where files have changed, with the changes in memory."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        base = knowledge_base(Path(folder, "kb"))
        cache = made(base, Path(folder, "cache.sqlite"))
        assert as_nobody(base, cache) == "6 0 1200\n"
        write(base, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"), age=None)
        assert as_nobody(base, cache) == "6 1 1300\n"
        os.utime(base / "data/orgs/klongdinsor.yaml")
        assert as_nobody(base, cache) == "6 1 1300\n"
        assert as_nobody(base, Path(folder, "nowhere", "cache.sqlite")) == "6 6 1300\n"


def test_text_that_is_no_utf8_is_damage(root, cache, expected):
    made(root, cache)
    database = sqlite3.connect(cache)
    database.execute("UPDATE units SET en = CAST(x'ff80' AS TEXT)")
    database.commit()
    database.close()
    assert answers(root, cache) == expected


ASK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from sil.index import Index
with Index.open(Path(sys.argv[1]), Path(sys.argv[2])) as index:
    files, changed, removed = index.refresh()
    print(files, changed, index.record("org", "litalico").plain["figures"][0]["value"])
"""


AS_NOBODY = """
import os, sys, tempfile
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from sil.index import Index
with Index.open(Path(sys.argv[1])) as index:
    index.refresh()
os.setuid(65534)
"""
"""Everything is imported before the change of user, who may not read where Python is."""


def as_nobody(root, cache):
    command = [sys.executable, "-c", AS_NOBODY + ASK, str(root), str(cache), str(ROOT)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def start(root, cache, script=ASK):
    command = [sys.executable, "-c", script, str(root), str(cache), str(ROOT)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_several_processes_build_at_once(root, cache):
    processes = [start(root, cache) for _ in range(4)]
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert (out[:2], out[-5:], err) == ("6 ", "1200\n", "")
    with Index.open(root, cache) as index:
        assert index.refresh() == (6, 0, 0)


def test_several_processes_see_a_change_at_once(root, cache):
    made(root, cache)
    for value in range(1300, 1304):
        write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", str(value)), age=None)
        processes = [start(root, cache) for _ in range(3)]
        changed = 0
        for process in processes:
            out, err = process.communicate(timeout=60)
            assert (out.split()[2], err) == (str(value), "")
            changed += int(out.split()[1])
        assert changed >= 1
    with Index.open(root, cache) as index:
        assert index.refresh().changed == 0


WRITE_FOR_EVER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from sil.index import Index
file = Path(sys.argv[1], "data/orgs/litalico.yaml")
text = file.read_text("utf-8")
for turn in range(1, 100000):
    file.write_text(text.replace("1200", str(1200 + turn)), "utf-8")
    with Index.open(Path(sys.argv[1]), Path(sys.argv[2])) as index:
        index.refresh()
    print(turn, flush=True)
"""


def test_killed_while_writing(root, cache):
    """After a kill at any moment the next process answers as a new index does."""
    for moment in (0.02, 0.05, 0.08, 0.11):
        process = start(root, cache, WRITE_FOR_EVER)
        assert process.stdout.readline()
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        text = (root / "data/orgs/litalico.yaml").read_text("utf-8")
        if "1200" not in text:
            write(root, "data/orgs/litalico.yaml", LITALICO, age=None)
        with Index.open(root) as fresh:
            assert answers(root, cache) == state(fresh)
    database = sqlite3.connect(cache)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()
