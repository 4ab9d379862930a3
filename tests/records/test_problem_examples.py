"""Each code has a knowledge base that shows it and one in which it is mended; most lie in `tests/data/problems`."""

import os
import string
from functools import partial
from pathlib import Path

import pytest

from sil.problem import Problem
from sil.records.codes import CODES, problem
from sil.records.rules import check_folder
from sil.records.source_file import MAX_BYTES
from sil.text.labels import Labels

EXAMPLES = Path(__file__).resolve().parents[1] / "data/problems"
TODAY = "2026-11-24"
ALSO = {"SIL020": {"SIL101"}}
"""Codes that cannot come alone."""


def write(root, path, text=""):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def unreadable(root):
    """An entry of a folder that is gone when it is read."""
    write(root, "data/orgs/alpha.yaml")


def dangling(root):
    (root / "data/orgs").mkdir(parents=True)
    (root / "data/orgs/alpha.yaml").symlink_to("nowhere.yaml")


def large(root):
    write(root, "data/orgs/alpha.yaml")
    os.truncate(root / "data/orgs/alpha.yaml", MAX_BYTES + 1)


def looping(root):
    (root / "data").symlink_to("data")


BUILT = {"SIL001": unreadable, "SIL003": dangling, "SIL004": large, "SIL302": looping}
"""Knowledge bases that cannot be kept in a repository."""

OF_SETTINGS = {"SIL305", "SIL306"}
"""Found beside the records, by the knowledge base (`tests/kb/test_settings.py`)."""


def codes(problems, *levels):
    return {found.code for found in problems if found.level in levels or not levels}


def test_every_code_has_its_examples():
    kept = {path.name for path in EXAMPLES.iterdir() if {"bad", "good"} == {entry.name for entry in path.iterdir()}}
    assert kept | set(BUILT) | OF_SETTINGS == set(CODES)
    assert kept.isdisjoint(BUILT)


@pytest.mark.parametrize("code", sorted(set(CODES) - set(BUILT) - OF_SETTINGS))
def test_the_examples_show_their_code_and_nothing_else(code):
    bad, good = (check_folder(EXAMPLES / code / side, TODAY) for side in ("bad", "good"))
    assert codes(bad) == {code} | ALSO.get(code, set())
    assert codes(good, "error", "warning") == set()
    assert code not in codes(good)
    for found in bad:
        assert set(CODES[found.code].values) <= set(found.values), found


@pytest.mark.parametrize("code", sorted(BUILT))
def test_what_cannot_be_kept_is_found_too(code, tmp_path, monkeypatch):
    BUILT[code](tmp_path)
    if code == "SIL001":
        opened = partial(os.open, "/nowhere", os.O_RDONLY)
        monkeypatch.setattr("sil.records.source_file.open", lambda *_: opened(), raising=False)
    (found,) = check_folder(tmp_path)
    assert found.code == code
    assert set(CODES[code].values) <= set(found.values)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_sentences_in_all_languages(code):
    english = Labels("en")
    keys = [f"problem.{code}", f"hint.{code}"]
    keys += [f"hint.{code}.nearest"] if "nearest" in CODES[code].values else []
    for key in keys:
        assert english.has(key)
        named = {lang: fields(Labels(lang), key) for lang in ("en", "th", "ja")}
        assert named["en"] == named["th"] == named["ja"]
        assert named["en"] <= set(CODES[code].values)


def fields(labels, key):
    sentence = labels(key)
    assert sentence
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_a_problem_has_the_level_of_its_code():
    assert problem("SIL203", "data/orgs/a.yaml", 3, 4, found="x") == Problem(
        "data/orgs/a.yaml", 3, 4, "SIL203", "warning", {"found": "x"}
    )
