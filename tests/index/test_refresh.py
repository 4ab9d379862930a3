"""The index follows the files: after each change it says what an index made anew says."""

import os
import time

import pytest

from sil.errors import KnowledgeBaseError
from sil.index import Index
from sil.index.scan import RACY_NS
from tests.index.small import KLONGDINSOR, LABOUR, LITALICO, THEMES, state, write


def fresh(root):
    with Index.open(root) as index:
        return state(index)


def test_the_first_time_everything_is_read(root, cache):
    with Index.open(root, cache) as index:
        assert index.refresh() == (6, 6, 0)
        assert index.refresh() == (6, 0, 0)
    with Index.open(root, cache) as index:
        assert index.refresh() == (6, 0, 0)
        assert state(index) == fresh(root)


def test_a_question_before_a_refresh_brings_one_about(root, cache):
    with Index.open(root, cache) as index:
        assert index.record("org", "litalico")


def test_an_edit_is_seen(index, root):
    write(root, "data/orgs/litalico.yaml", LITALICO.replace("Inc.", "Corporation"))
    assert index.refresh() == (6, 1, 0)
    assert index.record("org", "litalico").plain["names"][1]["text"] == "LITALICO Corporation"
    assert state(index) == fresh(root)


def test_an_edit_that_keeps_the_size_is_seen(index, root):
    write(root, "data/orgs/litalico.yaml", LITALICO.replace("1200", "1300"), age=None)
    assert index.refresh().changed == 1
    assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300


def test_an_edit_within_one_tick_of_the_clock_is_seen(root, cache):
    """Size and time as they were: only the content shows it, and it is looked at while the file is that young."""
    now = time.time()
    write(root, "data/orgs/litalico.yaml", LITALICO, age=now)
    with Index.open(root, cache) as index:
        index.refresh()
        path = root / "data/orgs/litalico.yaml"
        inode = path.stat().st_ino
        with path.open("r+", encoding="utf-8") as file:
            file.write(LITALICO.replace("1200", "1300"))
        os.utime(path, (now, now))
        assert path.stat().st_ino == inode
        assert index.refresh().changed == 1
        assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300


def test_a_young_file_is_not_looked_at_for_ever(root, cache, monkeypatch):
    write(root, "data/orgs/litalico.yaml", LITALICO, age=time.time())
    with Index.open(root, cache) as index:
        index.refresh()
        later = time.time_ns() + RACY_NS + 1
        monkeypatch.setattr("time.time_ns", lambda: later)
        assert index.refresh().changed == 0
        monkeypatch.setattr("sil.index.changes.content_of", lambda path: pytest.fail(f"read {path}"))
        assert index.refresh().changed == 0


def test_touching_reads_but_does_not_parse(index, root, monkeypatch):
    monkeypatch.setattr("sil.index.update.load_file", lambda *_: pytest.fail("parsed"))
    for file in root.glob("data/orgs/*.yaml"):
        os.utime(file)
    assert index.refresh() == (6, 0, 0)
    before = time.time() - 100
    for file in root.glob("data/orgs/*.yaml"):
        os.utime(file, (before, before))
    assert index.refresh() == (6, 0, 0)


def test_other_rights_and_links_read_but_do_not_parse(index, root, monkeypatch):
    """They change a time of the file, and nothing in it."""
    monkeypatch.setattr("sil.index.update.load_file", lambda *_: pytest.fail("parsed"))
    (root / "data/orgs/litalico.yaml").chmod(0o600)
    (root / "link").hardlink_to(root / "data/orgs/klongdinsor.yaml")
    assert index.refresh() == (6, 0, 0)


def test_what_is_the_same_in_a_changed_file_is_kept(index, root):
    """Texts and names that did not change stay where they are; the rest is as in a new index."""

    def numbers():
        return [index.ask(lambda db, of=of: db.rows(f"SELECT max(number) FROM {of}")) for of in ("passages", "names")]

    before = numbers()
    write(root, "data/orgs/litalico.yaml", f"# a comment\n{LITALICO.replace('1200', '1300')}", age=None)
    assert index.refresh().changed == 1
    assert numbers() == before
    assert state(index) == fresh(root)
    write(root, "data/orgs/litalico.yaml", LITALICO.replace("trains people", "trains xylophonists"), age=None)
    index.refresh()
    after = numbers()
    assert after[0] > before[0]
    assert after[1] == before[1]
    assert state(index) == fresh(root)


def test_units_that_change_places_stand_as_in_a_new_index(index, root):
    head, *rest = THEMES.split("- id:")
    write(root, "data/themes.yaml", head + "".join(f"- id:{part}" for part in reversed(rest)), age=None)
    index.refresh()
    with Index.open(root) as new:
        new.refresh()
        order = "SELECT address FROM units WHERE kind = 'theme' ORDER BY number"
        assert index.ask(lambda db: db.rows(order)) == new.ask(lambda db: db.rows(order))
        assert index.labels() == new.labels()
        assert state(index) == state(new)


def test_a_deleted_file_takes_everything_with_it(index, root):
    (root / "data/orgs/litalico.yaml").unlink()
    assert index.refresh() == (5, 0, 1)
    assert index.record("org", "litalico") is None
    assert index.record("org", "wingle") is None
    assert index.unit("litalico") is None
    assert state(index) == fresh(root)


def test_a_renamed_file(index, root):
    moved = LITALICO.replace("id: litalico", "id: litalico-inc")
    (root / "data/orgs/litalico.yaml").rename(root / "data/orgs/litalico-inc.yaml")
    write(root, "data/orgs/litalico-inc.yaml", moved)
    assert index.refresh() == (6, 1, 1)
    assert index.record("org", "litalico") is None
    assert index.record("org", "wingle").id == "litalico-inc"
    assert state(index) == fresh(root)


def test_files_swapped_by_renaming(index, root):
    one, other = root / "data/orgs/litalico.yaml", root / "data/orgs/klongdinsor.yaml"
    write(root, "data/orgs/litalico.yaml", KLONGDINSOR)
    write(root, "data/orgs/klongdinsor.yaml", LITALICO)
    index.refresh()
    spare = root / "spare"
    one.rename(spare), other.rename(one), spare.rename(other)
    assert index.refresh().changed == 2
    assert index.record("org", "litalico").path == "data/orgs/litalico.yaml"
    assert state(index) == fresh(root)


def test_a_record_moved_to_a_file_of_another_kind_of_content(index, root):
    write(root, "data/themes.yaml", THEMES.replace("id: design", "id: product-design"))
    assert index.refresh().changed == 1
    assert index.unit("design") is None
    assert index.unit("product-design").kind == "theme"


def test_everything_gone(index, root):
    for file in root.rglob("*.yaml"):
        file.unlink()
    assert index.refresh() == (0, 0, 6)
    assert index.ids() == []
    assert index.names.by_key("core", ["litalico"]) == []


def test_many_changes_leave_what_a_new_index_holds(index, root):
    for turn in range(4):
        write(root, "data/orgs/litalico.yaml", LITALICO.replace("LITALICO Inc.", f"LITALICO number {turn}"), age=None)
        write(root, f"data/orgs/new-{turn}.yaml", LABOUR.replace("id: ministry-of-labour", f"id: new-{turn}"), age=None)
        if turn:
            (root / f"data/orgs/new-{turn - 1}.yaml").unlink()
        index.refresh()
    assert state(index) == fresh(root)


def test_a_broken_file_is_told_of_each_time_and_takes_nothing_else_away(index, root, cache):
    write(root, "data/orgs/litalico.yaml", "id: litalico\nnames: [\n")
    assert index.refresh() == (6, 1, 0)
    assert index.record("org", "litalico") is None
    assert index.record("org", "klongdinsor")
    found = index.problems()
    assert [problem.code for problem in found if problem.path == "data/orgs/litalico.yaml"] == ["SIL008"]
    assert "SIL201" not in {problem.code for problem in found if problem.values.get("found") == "litalico"}
    with Index.open(root, cache) as again:
        assert again.refresh().changed == 0
        assert again.problems() == found
    write(root, "data/orgs/litalico.yaml", LITALICO)
    index.refresh()
    assert not [
        problem
        for problem in index.problems()
        if problem.path == "data/orgs/litalico.yaml" and problem.level == "error"
    ]


def test_problems_are_worked_out_once_for_each_state(index, root, monkeypatch):
    write(root, "data/orgs/litalico.yaml", LITALICO.replace("themes: [disability-employment]", "themes: [nothing]"))
    index.refresh()
    found = index.problems()
    assert "SIL201" in {problem.code for problem in found}
    monkeypatch.setattr("sil.index.checking.check_records", lambda *_: pytest.fail("worked out again"))
    assert index.problems() == found


def test_progress_is_told(root, cache):
    told = []
    with Index.open(root, cache) as index:
        index.refresh(lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(7)]


def test_a_folder_that_cannot_be_read(root, cache, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    with Index.open(root, cache) as index, pytest.raises(KnowledgeBaseError):
        index.refresh()


def test_a_file_that_cannot_be_read_has_a_problem(index, root):
    (root / "data/orgs/dangling.yaml").symlink_to(root / "nowhere")
    os.mkfifo(root / "data/orgs/pipe.yaml")
    assert index.refresh() == (8, 2, 0)
    assert {p.path: p.code for p in index.problems() if p.code in {"SIL002", "SIL003"}} == {
        "data/orgs/dangling.yaml": "SIL003", "data/orgs/pipe.yaml": "SIL002",
    }  # fmt: skip
    assert index.refresh() == (8, 0, 0)


def test_a_file_that_was_just_written_and_then_deleted_is_gone(root, cache):
    answers = []
    with Index.open(root, cache) as index:
        index.refresh()
    write(root, "data/orgs/new.yaml", LABOUR.replace("id: ministry-of-labour", "id: new"), age=None)
    for _ in range(2):
        with Index.open(root, cache) as index:
            index.refresh()
            answers.append(index.record("org", "new") is not None)
        (root / "data/orgs/new.yaml").unlink(missing_ok=True)
    assert answers == [True, False]
