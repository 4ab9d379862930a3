"""The cache file may be damaged, foreign, old, locked, read-only or not there: the answers are the same."""

import inspect
import os
import random
import shutil
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
from sil.index.scan import RACY_NS
from sil.index.schema import PAGE_SIZE
from sil.kb import KnowledgeBase
from tests.conftest import ROOT
from tests.index.small import KLONGDINSOR, LABOUR, LITALICO, knowledge_base, state, write


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


STORED = [
    ("records", "plain", "LITALICO"), ("records", "plain", "1200"), ("positions", "places", "1"), ("units", "en", "LITALICO"),
    ("units", "countries", "jp"), ("passages", "text", "LITALICO"), ("names", "name", "LITALICO"),
    ("links", "field", "participants"), ("files", "problems", "SIL"), ("checks", "problems", "SIL"),
    ("labels", "text", "persons"), ("labels", "needle", "quota"),
]  # fmt: skip


def everything(root, cache):
    with KnowledgeBase(root, cache) as kb:
        names = [(match.id, match.name, match.matched, match.score) for match in kb.resolve("Litalico Incorporated")]
        near = [(match.id, match.name, match.score) for match in kb.resolve("Litalko")]
        merged = kb.index.record("org", "wingle"), kb.index.unit("wingle").title
        hits = [(hit.id, hit.title, hit.snippet, hit.why) for hit in kb.search("LITALICO")]
        hits += [(hit.id, hit.title, hit.snippet, hit.why) for hit in kb.search("quota")]
        return names, near, merged, hits, state(kb.index)


@pytest.mark.parametrize(("table", "column", "old"), STORED)
def test_one_bit_flipped_in_a_stored_text(root, cache, table, column, old):
    """The file is sound to SQLite; what was written is answered, not what stands there."""
    write(root, "data/orgs/klongdinsor.yaml", KLONGDINSOR.replace("grade: C", "grade: C, gradee: C"))
    write(root, "data/orgs/ministry-of-labour.yaml", LABOUR.replace("sources: {}", "themes: [nothing]\nsources: {}"))
    expected = everything(root, cache)
    damaged = chr(ord(old[0]) ^ 1) + old[1:]
    database = sqlite3.connect(cache)
    database.execute(f"UPDATE {table} SET {column} = replace({column}, ?, ?)", (old, damaged))
    assert database.total_changes
    assert database.execute(f"SELECT count(*) FROM {table} WHERE instr({column}, ?)", (damaged,)).fetchone()[0]
    database.commit()
    database.close()
    assert everything(root, cache) == expected


BELONGING = [
    ("records", "file", "files"), ("units", "record", "records"), ("labels", "unit", "units"),
    ("merged", "record", "records"), ("name_keys", "name", "names"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column", "of"), BELONGING)
def test_rows_that_say_they_belong_elsewhere(root, cache, table, column, of):
    """The file is sound to SQLite; each row is held to what it belongs to."""
    expected = everything(root, cache)
    database = sqlite3.connect(cache)
    database.execute(f"UPDATE OR IGNORE {table} SET {column} = (SELECT max(number) FROM {of})")
    assert database.total_changes
    database.commit()
    database.close()
    assert everything(root, cache) == expected


@pytest.mark.parametrize("table", ["units", "names"])
def test_a_row_that_is_missed(root, cache, table):
    """What the text index or the lists of grams name is there, or the file is damaged."""
    expected = everything(root, cache)
    database = sqlite3.connect(cache)
    database.execute(f"UPDATE {table} SET number = number + 1000")
    database.commit()
    database.close()
    assert everything(root, cache)[:2] == expected[:2]
    assert everything(root, cache) == expected


def test_lists_of_grams_that_were_not_written_are_not_believed(root, cache):
    expected = everything(root, cache)
    database = sqlite3.connect(cache)
    database.execute("UPDATE name_grams SET entries = zeroblob(length(entries))")
    database.commit()
    database.close()
    assert everything(root, cache) == expected


def test_a_damaged_text_is_not_taken_out_of_the_text_index(root, cache):
    made(root, cache)
    database = sqlite3.connect(cache)
    database.execute("UPDATE passages SET text = replace(text, 'listed', 'lisued')")
    database.commit()
    database.close()
    write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"))
    made(root, cache)
    assert rows(cache)["words"] == rows(made(root, cache.parent / "whole.sqlite"))["words"]


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


class Killed(BaseException):
    """What a kill looks like from inside: nothing is tidied up."""


def kill_after(files):
    def progress(done, _total):
        if done == files:
            raise Killed

    return progress


def rows(cache):
    """Return all rows of all tables, without the times of the last look."""
    database = sqlite3.connect(cache)
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    ours = [name for name in names if name != "look" and not name.startswith(("text", "terms"))]
    found = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in ours}
    found["files"] = [(*row[:7], row[8]) for row in found["files"]]
    database.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, text, instance)")
    found["words"] = sorted(database.execute("SELECT * FROM temp.words"))
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()
    return found


@pytest.mark.parametrize("after", range(6))
def test_a_killed_build_goes_on_from_its_last_batch(root, cache, tmp_path, monkeypatch, after):
    settled = time.time_ns() + 2 * RACY_NS
    monkeypatch.setattr("time.time_ns", lambda: settled)
    monkeypatch.setattr("sil.index.update.BATCH", 2)
    whole = made(root, tmp_path / "whole.sqlite")
    with Index.open(root, cache) as index, pytest.raises(Killed):
        index.refresh(kill_after(after))
    assert sorted(path.suffix for path in cache.parent.iterdir()) == [".lock", ".new"]
    told = []
    with Index.open(root, cache) as index:
        assert index.refresh(lambda done, total: told.append((done, total))) == (6, 6, 0)
    assert told == [(number, 6) for number in range(after - after % 2, 7)]
    assert rows(cache) == rows(whole)
    assert sorted(path.suffix for path in cache.parent.iterdir()) == [".lock", ".sqlite"]


def test_files_that_changed_since_a_build_was_killed(root, cache, monkeypatch):
    monkeypatch.setattr("sil.index.update.BATCH", 2)
    with Index.open(root, cache) as index, pytest.raises(Killed):
        index.refresh(kill_after(5))
    write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"), age=None)
    (root / "data/exchanges/trip-2019.yaml").unlink()
    assert answers(root, cache) == answers(root, None)


@pytest.mark.parametrize("left", [b"", b"half", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_cannot_be_gone_on_with_is_begun_anew(root, cache, expected, left):
    cache.parent.mkdir()
    Path(f"{cache}.new").write_bytes(left)
    assert answers(root, cache) == expected
    assert not list(cache.parent.glob("*.new"))


def test_a_build_begun_by_other_code_is_begun_anew(root, cache, expected, monkeypatch):
    with monkeypatch.context() as patch, Index.open(root, cache) as index, pytest.raises(Killed):
        patch.setattr("sil.index.index.made_by", lambda _: "another")
        index.refresh(kill_after(5))
    assert answers(root, cache) == expected


def test_a_build_under_way_is_left_to_its_process(root, cache, expected, monkeypatch):
    """Who cannot wait for it answers from memory."""
    monkeypatch.setattr("sil.index.database.BUSY_SECONDS", 0.05)
    cache.parent.mkdir()
    builder = sqlite3.connect(f"{cache}.lock", isolation_level=None)
    builder.execute("BEGIN EXCLUSIVE")
    assert answers(root, cache) == expected
    assert not cache.exists()
    builder.close()
    assert answers(root, cache) == expected
    assert cache.exists()


@pytest.mark.parametrize("pages", [1, 30, 45])
def test_a_build_on_a_full_disk(root, cache, expected, monkeypatch, pages):
    """The disk has room for the tables and not for the records, or for nothing: memory answers, nothing is left."""
    real = Database.script

    def script(self, sql):
        small = f"PRAGMA max_page_count = {pages}; {sql.replace(str(PAGE_SIZE), '1024')}"
        real(self, small if self.path != ":memory:" else sql)

    monkeypatch.setattr(Database, "script", script)
    assert answers(root, cache) == expected
    assert [path.suffix for path in cache.parent.iterdir()] == [".lock"]


KILL = """
import os, random, signal, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from sil.index import Index
import sil.index.update
sil.index.update.BATCH = 2
root, cache, chance = Path(sys.argv[1]), Path(sys.argv[2]), random.Random(int(sys.argv[4]))
file = root / "data/orgs/litalico.yaml"
text = file.read_text("utf-8")
longest, kills, turn = 0.06, 0, 0
while kills < int(sys.argv[5]):
    turn += 1
    if turn % 4 == 0:
        cache.unlink(missing_ok=True)
    spare = root / "spare"
    spare.write_text(text.replace("1200", str(2000 + turn)), "utf-8")
    spare.replace(file)
    begin = time.monotonic()
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0005, longest))
        with Index.open(root, cache) as index:
            index.refresh()
            index.problems()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    killed = os.WIFSIGNALED(status)
    kills += killed
    longest = longest * 1.02 if killed else 0.8 * (time.monotonic() - begin)
    with Index.open(root, cache) as index:
        files = index.refresh().files
        value = index.record("org", "litalico").plain["figures"][0]["value"]
        found = [(unit.kind, unit.address) for unit in index.units()]
        problems = len(index.problems())
        index.ask(lambda db: print(killed, files, value - turn, len(found), problems, *db.rows("PRAGMA quick_check")[0]))
"""
"""SIGALRM that nobody handles ends a process as a kill does: nothing is tidied up. The moment lies within what a run
last took, however slow the machine is."""


def test_killed_two_hundred_times(root, cache):
    """At any moment of building and of refreshing: the next process answers as from a new index."""
    with Index.open(root) as index:
        index.refresh()
        units, problems = len(index.units()), len(index.problems())
    command = [sys.executable, "-c", KILL, str(root), str(cache), str(ROOT)]
    parts = [
        subprocess.Popen([*command, "1", "200"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True),
    ]
    for part in parts:
        out, err = part.communicate(timeout=120)
        assert err == ""
        lines = [line.split() for line in out.splitlines()]
        assert {tuple(line[1:]) for line in lines} == {("6", "2000", str(units), str(problems), "ok")}
        assert sum(line[0] == "True" for line in lines) == 200


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
