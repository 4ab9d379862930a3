"""Start-up: what is imported for a name that is found whole, and for text that is only folded, cut and measured."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

WHOLE = "from sil.match import NameIndex; NameIndex.build([('a', ['กล่องดินสอ'])]).resolve('กล่องดินสอ')"
TEXT = """
from sil.text.grams import index_terms; from sil.text.cells import width; from sil.text.escape import harmless
from sil.text.breaks import wrap; from sil.text.fold import fold; from sil.text.scripts import language_of
index_terms('คนพิการ 雇用 work'); width('น้ำ'); wrap('กล่องดินสอ', 20); harmless('x')
"""


def imported(code):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}


@pytest.mark.parametrize("heavy", ["rapidfuzz", "yaml", "budoux"])
def test_a_name_found_whole_needs_nothing_heavy(heavy):
    assert heavy not in imported(WHOLE)


def test_what_compares_many_names_is_imported_for_many():
    compared = WHOLE.replace("resolve('กล่องดินสอ')", "search_many(['klong din so'] * %d)")
    assert "rapidfuzz" not in imported(compared % 1)
    assert "rapidfuzz" in imported(compared % 10)


@pytest.mark.parametrize("heavy", ["re", "json", "typing", "dataclasses", "rapidfuzz", "yaml", "budoux"])
def test_cutting_and_measuring_text_imports_next_to_nothing(heavy):
    before = imported("import sil")
    assert heavy in before or heavy not in imported(TEXT)
