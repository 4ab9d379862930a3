"""Reports of another day: read from git, the same to the byte as those made on that day."""

import os
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

DAY = "2026-11-24"


@pytest.fixture
def git(tmp_path):
    """Run git in a folder: `git("commit", "-qam", "x", day="2019-10-01T12:00:00")`."""

    def run(*arguments, day=f"{DAY}T12:00:00", cwd=None):
        identity = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        env = {**os.environ, **identity, **dates, "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", *arguments], cwd=cwd or tmp_path / "repo/kb", env=env, check=True, capture_output=True)

    return run


@pytest.fixture
def base(tmp_path, git):
    """The shipped records in a folder of a git repository, committed at noon."""
    shutil.copytree(ROOT / "data", tmp_path / "repo/kb/data")
    shutil.copy(ROOT / "sil.toml", tmp_path / "repo/kb/sil.toml")
    git("init", "-q", cwd=tmp_path / "repo")
    git("add", "-A")
    git("commit", "-qm", "first")
    return tmp_path / "repo/kb"


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


QUESTIONS = [
    ("report", "trip"),
    ("report", "briefing"),
    ("report", "follow-ups"),
    ("report", "learning"),
    ("report", "theme", "disability-employment"),
    ("report", "transfer", "soil-2019-bangkok/social-employment-model", "--to", "jp"),
    ("compare", "litalico", "klongdinsor"),
]


@pytest.mark.parametrize("fmt", ["md", "json", "html"])
def test_the_report_of_a_day_is_the_same_after_later_edits(sil, base, git, fmt):
    made = [sil(*question, "-f", fmt, cwd=base, env={"SIL_TODAY": DAY}).out for question in QUESTIONS]
    for path in (base / "data").rglob("*.yaml"):
        text = (
            path.read_text("utf-8")
            .replace("Thai", "Siamese")
            .replace("companies", "firms")
            .replace("LITALICO", "RITARIKO")
        )
        path.write_text(text, "utf-8")
    edit(base / "data/exchanges/soil-2019-bangkok.yaml", "    state: done\n", "    state: open\n")
    (base / "data/orgs/adb.yaml").unlink()
    git("commit", "-qam", "later", day="2026-11-25T00:30:00")
    now = [sil(*question, "-f", fmt, cwd=base, env={"SIL_TODAY": "2027-01-01"}).out for question in QUESTIONS]
    then = [
        sil(*question, "-f", fmt, "--as-of", DAY, cwd=base, env={"SIL_TODAY": "2027-01-01"}).out
        for question in QUESTIONS
    ]
    assert then == made
    assert all(one != other for one, other in zip(now, made, strict=True))


def test_the_last_commit_of_the_day_counts_and_what_is_not_committed_does_not(sil, base, git):
    edit(base / "data/exchanges/soil-2019-tokyo.yaml", "second workshop, Tokyo", "second workshop, Edo")
    git("commit", "-qam", "evening", day=f"{DAY}T23:59:00")
    edit(base / "data/exchanges/soil-2019-tokyo.yaml", "second workshop, Edo", "second workshop, Nara")
    assert "Edo" in sil("report", "trip", "--as-of", DAY, cwd=base).out.split("\n")[0]
    assert "Nara" in sil("report", "trip", cwd=base).out.split("\n")[0]


def test_a_day_as_people_write_it(sil, base):
    as_iso = sil("report", "trip", "--as-of", DAY, "--lang", "th", cwd=base)
    assert as_iso.code == 0
    assert sil("report", "trip", "--as-of", "24 พฤศจิกายน 2569", "--lang", "th", cwd=base).out == as_iso.out


@pytest.mark.parametrize(
    ("day", "code", "said"),
    [
        ("2026-11-23", 3, "first commit of these records is of 2026-11-24"),
        ("2026-11", 2, "--as-of"),
        ("soon", 2, "--as-of"),
    ],
)
def test_a_day_that_cannot_be_shown(sil, base, day, code, said):
    result = sil("report", "trip", "--as-of", day, cwd=base)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_records_that_were_never_committed_have_no_history(sil, tmp_path, git, lang):
    """The folder lies in a repository of something else."""
    (tmp_path / "repo").mkdir()
    shutil.copytree(ROOT / "data", tmp_path / "repo/kb/data")
    (tmp_path / "repo/other.txt").write_text("other", "utf-8")
    git("init", "-q", cwd=tmp_path / "repo")
    git("add", "other.txt", cwd=tmp_path / "repo")
    git("commit", "-qm", "other", cwd=tmp_path / "repo")
    result = sil("report", "trip", "--as-of", DAY, "--lang", lang, cwd=tmp_path / "repo/kb")
    assert (result.code, result.out) == (3, "")
    said = {"en": "git has no history of its records", "th": "git ไม่มีประวัติ", "ja": "履歴がありません"}
    assert said[lang] in result.err
    assert "--as-of" in result.err


def test_settings_alone_are_no_records(sil, base, git):
    """Committed before the records, or left when these were taken out."""
    shutil.rmtree(base.parent / ".git")
    git("init", "-q", cwd=base.parent)
    git("add", "sil.toml")
    git("commit", "-qm", "settings")
    result = sil("report", "trip", "--as-of", DAY, cwd=base)
    assert (result.code, result.out) == (3, "")
    assert "git has no history of its records" in result.err
    git("add", "data")
    git("commit", "-qm", "records", day="2026-11-26T12:00:00")
    result = sil("report", "trip", "--as-of", DAY, cwd=base)
    assert (result.code, result.out) == (3, "")
    assert "the first commit of these records is of 2026-11-26" in result.err
    git("rm", "-rq", "--cached", "data")
    git("commit", "-qm", "without", day="2026-11-28T12:00:00")
    result = sil("report", "trip", "--as-of", "2026-11-29", cwd=base)
    assert (result.code, result.out) == (3, "")
    assert "On 2026-11-29 git held no records" in result.err
    assert "init" not in result.err
    assert sil("report", "trip", "--as-of", "2026-11-27", cwd=base).code == 0


def test_snapshots_that_nobody_asks_for_are_removed_with_their_indexes(sil, base, git, tmp_path):
    """A month after the last question; one that is asked for stays, and one that went is made again."""
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    kept = tmp_path / "cache/sil"
    edit(base / "data/exchanges/soil-2019-tokyo.yaml", "second workshop, Tokyo", "second workshop, Edo")
    git("commit", "-qam", "second", day="2026-11-25T12:00:00")
    edit(base / "data/exchanges/soil-2019-tokyo.yaml", "second workshop, Edo", "second workshop, Nara")
    git("commit", "-qam", "third", day="2026-11-26T12:00:00")

    def ask(day):
        return sil("report", "trip", "--as-of", day, cwd=base, env=env).out.split("\n")[0]

    first = ask(DAY)
    (old,) = (kept / "snapshots").iterdir()
    indexes = set(kept.glob("*.sqlite*"))
    left = kept / "snapshots/killed.123"
    left.mkdir()
    long_ago = (old.stat().st_mtime - 40 * 86400,) * 2
    for folder in (old, left):
        os.utime(folder, long_ago)
    assert "Edo" in ask("2026-11-25")
    assert not old.exists()
    assert not left.exists()
    assert not indexes & set(kept.glob("*.sqlite*"))
    assert ask(DAY) == first
    os.utime(old, long_ago)
    assert ask(DAY) == first
    assert "Nara" in ask("2026-11-26")
    assert old.exists()


def test_a_folder_without_git_is_refused(sil, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "data", tmp_path / "plain/data")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = sil("report", "trip", "--as-of", DAY, cwd=tmp_path / "plain")
    assert (result.code, result.out) == (3, "")
    assert "under git" in result.err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in sil("report", "trip", "--as-of", DAY, cwd=tmp_path / "plain").err


def test_only_reports_and_comparisons_take_a_day(sil):
    result = sil("--as-of", DAY, "list", "orgs")
    assert result.code == 2
    assert "--as-of" in result.err
