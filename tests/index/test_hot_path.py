"""An answer from an unchanged cache brings in no parser, no record types, no terminal, no string distances."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

SEARCH = """
import sys
sys.path.insert(0, sys.argv[3])
from sil.index import Filters, Index
from sil.query import search
with Index.open(sys.argv[1], sys.argv[2]) as index:
    changed = index.refresh().changed
    print(changed, search(index, "disability employment", Filters(), "th", 10).count)
    index.record("org", "litalico"), index.links_to("litalico"), index.ids()
print("loaded", *sorted(sys.modules))
"""

TOO_DEAR = (
    "yaml",
    "rich",
    "rapidfuzz",
    "typer",
    "hashlib",
    "ssl",
    "asyncio",
    "hypothesis",
    "sil.records",
    "sil.render",
    "sil.views",
    "sil.cli",
)


def run(root, cache):
    command = [sys.executable, "-c", SEARCH, str(root), str(cache), str(ROOT)]
    first, loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return first.split(), loaded.split()[1:]


@pytest.mark.parametrize("name", TOO_DEAR)
def test_what_is_not_imported(root, cache, name):
    run(root, cache)
    (changed, count), loaded = run(root, cache)
    assert (changed, int(count) > 3) == ("0", True)
    assert [module for module in loaded if module == name or module.startswith(f"{name}.")] == []


def test_a_change_brings_the_parser_in(root, cache):
    (changed, _), loaded = run(root, cache)
    assert changed == "6"
    assert "yaml" in loaded
