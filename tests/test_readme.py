"""The transcripts of the README and the documentation, run again: what they show is what the program prints."""

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "howto").glob("*.md"))]
BLOCK = re.compile(r"<!-- transcript[^>]*-->\n```console\n(.*?)```", re.DOTALL)


def transcripts() -> list[tuple[Path, str, str]]:
    """Return page, command and expected output of each transcript."""
    found = []
    for page in PAGES:
        for block in BLOCK.findall(page.read_text("utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((page, command, output))
    return found


@pytest.mark.parametrize(("page", "command", "output"), transcripts(), ids=lambda value: str(value)[:40])
def test_transcript_is_true(sil, page, command, output):
    arguments = shlex.split(command)
    assert arguments[0] == "sil"
    result = sil(*arguments[1:], env={"COLUMNS": "100"})
    printed = result.out.rstrip("\n")
    expected = output.rstrip("\n")
    if expected.endswith("..."):
        assert printed.startswith(expected.removesuffix("...").rstrip("\n"))
    else:
        assert printed == expected


def test_there_are_transcripts():
    assert len(transcripts()) >= 3


def test_readme_is_a_screen_and_a_half():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 100


def test_every_command_is_named_in_the_readme(sil):
    from sil.cli.program import program

    text = (ROOT / "README.md").read_text("utf-8")
    for command in program().commands:
        assert f"sil {command}" in text


def test_links_lead_somewhere():
    for page in [*PAGES, ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
