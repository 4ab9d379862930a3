"""A large folder, in which not every file is looked at each time: what is seen at once, and what for some seconds not."""

import os
import time

import pytest

from sil.index import Index, looking
from sil.index.looking import LOOK_NS
from sil.index.scan import RACY_NS
from sil.kb import KnowledgeBase
from tests.index.small import KLONGDINSOR, LABOUR, LITALICO, state, write

ORG = "data/orgs/litalico.yaml"
REAL_CLOCK = time.time_ns


@pytest.fixture(autouse=True)
def large(root, monkeypatch):
    """Every folder counts as large, and was written long enough ago to be believed."""
    monkeypatch.setattr("sil.index.looking.MANY_FILES", 0)
    later(monkeypatch, 2 * RACY_NS)


def edit(root, text, path=ORG):
    """Write in place, as some editors do: the time of the folder stays."""
    write(root, path, text, age=time.time() - 60)


def later(monkeypatch, nanoseconds):
    moment = time.time_ns() + nanoseconds
    monkeypatch.setattr("time.time_ns", lambda: moment)


def no_look(monkeypatch):
    monkeypatch.setattr("sil.index.index.record_files", lambda _: pytest.fail("looked at every file"))


def test_nothing_changed_and_no_file_is_looked_at(index, root, cache, monkeypatch):
    no_look(monkeypatch)
    monkeypatch.setattr("sil.index.index.suspects", lambda *_: pytest.fail("read all stamps"))
    with Index.open(root, cache) as again:
        assert again.refresh() == (6, 0, 0)
        assert again.record("org", "litalico").plain["figures"][0]["value"] == 1200


def test_an_edit_in_place_of_what_is_shown_is_seen(index, root, cache):
    edit(root, LITALICO.replace("1200", "1300"))
    with Index.open(root, cache) as again:
        assert again.refresh() == (6, 0, 0)
        assert again.record("org", "litalico").plain["figures"][0]["value"] == 1300


@pytest.mark.parametrize(
    "question",
    [
        lambda index: index.unit("litalico").title["en"],
        lambda index: next(unit.title["en"] for unit in index.units() if unit.address == "litalico"),
        lambda index: index.records("org")[1].plain["names"][0]["text"],
    ],
)
def test_every_question_that_shows_a_file_looks_at_it(index, root, cache, question):
    edit(root, LITALICO.replace("text: LITALICO,", "text: Litaliko,"))
    with Index.open(root, cache) as again:
        again.refresh()
        assert question(again) == "Litaliko"


def test_links_are_looked_at_with_the_file_they_stand_in(index, root, cache):
    edit(root, KLONGDINSOR.replace("partner-of", "member-of").replace("to: wingle", "to: ministry-of-labour"),
         "data/orgs/klongdinsor.yaml")  # fmt: skip
    with Index.open(root, cache) as again:
        again.refresh()
        assert "klongdinsor" not in [link.source for link in again.links_to("litalico", "org")]
    with Index.open(root, cache) as again:
        again.refresh()
        assert "ministry-of-labour" in [link.target for link in again.links_from("klongdinsor")]


def test_lines_are_looked_at_with_the_file_they_stand_in(index, root, cache):
    edit(root, f"# a comment\n{LITALICO}")
    with Index.open(root, cache) as again:
        again.refresh()
        assert again.positions("org", "litalico")["id"][0] == 2


def test_a_search_and_a_name_are_answered_from_files_as_they_are(index, root, cache):
    edit(root, LITALICO.replace("LITALICO Inc.", "Wonderful Works"))
    with KnowledgeBase(root, cache) as kb:
        assert [hit.id for hit in kb.search("Wonderful Works")][:1] == ["litalico"]
    edit(root, LITALICO.replace("LITALICO Inc.", "Zebra Quartz"))
    with KnowledgeBase(root, cache) as kb:
        assert [match.id for match in kb.resolve("Zebra Quartz")] == ["litalico"]
    edit(root, LITALICO.replace("text: LITALICO,", "text: Litaliko Holdings,"))
    with KnowledgeBase(root, cache) as kb:
        assert [match.id for match in kb.resolve("ลิตาลิโก")] == ["litalico"]
        assert kb.resolve("Litaliko Holdings")[0].name == "Litaliko Holdings"


def test_what_is_not_found_is_looked_for_in_every_file(index, root, cache):
    edit(root, LITALICO.replace("trains people", "trains xylophonists"))
    with KnowledgeBase(root, cache) as kb:
        assert [hit.id for hit in kb.search("xylophonists")] == ["litalico"]
        assert kb.search("theremin") == []


def test_an_edit_elsewhere_is_seen_when_the_time_is_over(index, root, cache, monkeypatch):
    edit(root, LITALICO.replace("1200", "1300"))
    with Index.open(root, cache) as again:
        assert again.refresh().changed == 0
    later(monkeypatch, LOOK_NS + 1)
    with Index.open(root, cache) as again:
        assert again.refresh().changed == 1


def test_a_clock_that_went_back_has_every_file_looked_at(index, root, cache, monkeypatch):
    edit(root, LITALICO.replace("1200", "1300"))
    later(monkeypatch, -1_000_000_000)
    with Index.open(root, cache) as again:
        assert again.refresh().changed == 1


def test_check_looks_at_every_file(index, root, cache):
    edit(root, LITALICO.replace("themes: [disability-employment]", "themes: [nothing]"))
    with Index.open(root, cache) as again:
        assert again.refresh().changed == 0
        assert "SIL201" in {problem.code for problem in again.problems()}


def by_rename(root):
    spare = write(root, "spare", LITALICO.replace("1200", "1300"), age=time.time() - 7200)
    spare.replace(root / ORG)


def by_another_folder(root):
    (root / "data/orgs").rename(root / "data/old")
    write(root, ORG, LITALICO.replace("1200", "1300"))


@pytest.mark.parametrize(
    "change",
    [
        by_rename,
        by_another_folder,
        lambda root: write(root, "data/orgs/new.yaml", LABOUR.replace("id: ministry-of-labour", "id: new")),
        lambda root: (root / ORG).unlink(),
        lambda root: (root / ORG).rename(root / "data/orgs/.hidden.yaml"),
        lambda root: edit(root, "themes: []\n", "data/themes.yaml"),
        lambda root: (root / "data/themes.yaml").unlink(),
        lambda root: [
            file.unlink() for file in (*root.glob("data/policies/*"), root / "data/policies") if file.is_file()
        ],
    ],
)
def test_what_came_went_or_was_replaced_is_seen_at_once(index, root, cache, change):
    change(root)
    with Index.open(root, cache) as again:
        counts = again.refresh()
        assert counts.changed or counts.removed
        with Index.open(root) as fresh:
            assert state(again) == state(fresh)


def test_a_folder_that_changed_a_moment_ago_is_not_believed(root, cache, monkeypatch):
    monkeypatch.setattr("time.time_ns", REAL_CLOCK)
    with Index.open(root, cache) as index:
        index.refresh()
    os.utime(root / "data/orgs")
    looked = []
    real = looking.believed
    monkeypatch.setattr("sil.index.index.believed", lambda *given: looked.append(real(*given)))
    for _ in range(2):
        with Index.open(root, cache) as index:
            index.refresh()
    assert looked == [None, None]


def test_an_edit_in_place_that_sets_the_times_back_is_seen(index, root, cache):
    """Size, time and inode stay; the time of the last change of any kind does not."""
    before = (root / ORG).stat()
    with (root / ORG).open("r+", encoding="utf-8") as file:
        file.write(LITALICO.replace("1200", "1300"))
    os.utime(root / ORG, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = (root / ORG).stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)
    with Index.open(root, cache) as again:
        assert again.record("org", "litalico").plain["figures"][0]["value"] == 1300


def test_times_in_the_future_are_not_believed(root, cache):
    write(root, ORG, LITALICO, age=time.time() + 3600)
    with Index.open(root, cache) as index:
        index.refresh()
    inode, status = (root / ORG).stat().st_ino, (root / ORG).stat()
    with (root / ORG).open("r+", encoding="utf-8") as file:
        file.write(LITALICO.replace("1200", "1300"))
    os.utime(root / ORG, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (root / ORG).stat().st_ino == inode
    with Index.open(root, cache) as index:
        index.refresh()
        assert index.record("org", "litalico").plain["figures"][0]["value"] == 1300


def test_a_look_that_cannot_be_noted_is_made_again(root, cache, monkeypatch):
    with Index.open(root, cache) as index:
        index.refresh()
        index.ask(lambda db: db.rows("SELECT 1"))
    later(monkeypatch, LOOK_NS + 1)
    monkeypatch.setattr("sil.index.database.BUSY_SECONDS", 0.01)
    with Index.open(root, cache) as owner, owner._db.writing(), Index.open(root, cache) as index:
        assert index.refresh() == (6, 0, 0)
        assert index.record("org", "litalico")
