"""Names kept in SQLite answer as names kept in memory do."""

import pytest

from sil.index import Index
from sil.index.names import name_texts
from sil.match.engine import NameIndex
from sil.match.keys import grams_of, keys_of
from sil.match.memory import MemoryStore
from sil.match.store import FAMILIES, GRAM_FAMILIES, SCRIPTS
from tests.conftest import ROOT
from tests.index.small import KLONGDINSOR, write

QUERIES = [
    "LITALICO",
    "リタリコ",
    "ลิตาลิโก",
    "litaliko",
    "kong din so",
    "กล่องดินสอ",
    "Ministry of Labor",
    "MOL",
    "xyzzy",
    "",
]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    with Index.open(ROOT, tmp_path_factory.mktemp("names") / "index.sqlite") as index:
        index.refresh()
        yield index


def in_memory(index):
    store = MemoryStore()
    for record in sorted(index.records("org"), key=lambda record: record.path):
        for name, text, former, readings in name_texts(record.plain["names"]):
            store.add(record.id, name, reading=None if name == text else text, former=former, readings=readings)
    return store


def bare(rows):
    return [row[1:] for row in rows]


@pytest.mark.parametrize("query", QUERIES)
def test_by_key(shipped, query):
    memory = in_memory(shipped)
    for family in FAMILIES:
        keys = keys_of(query).get(family, ())
        assert bare(shipped.names.by_key(family, keys)) == bare(memory.by_key(family, keys))


@pytest.mark.parametrize("query", QUERIES)
def test_by_grams(shipped, query):
    memory = in_memory(shipped)
    for family in GRAM_FAMILIES:
        grams = {gram for key in keys_of(query).get(family, ()) for gram in grams_of(key)}
        for script in SCRIPTS:
            found = list(shipped.names.by_grams(family, script, grams, 1000))
            assert sorted(bare(found)) == sorted(bare(memory.by_grams(family, script, grams, 1000)))
            assert list(shipped.names.by_grams(family, script, grams, 3)) == found[:3]


@pytest.mark.parametrize("query", QUERIES)
def test_the_engine_finds_the_same(shipped, query):
    expected = [match.id for match in NameIndex(in_memory(shipped)).search(query, 3) if match.score > 0.7]
    assert [match.id for match in NameIndex(shipped.names).search(query, 3) if match.score > 0.7] == expected


def test_titles_are_first_names(index):
    assert index.names.title("klongdinsor") == "กล่องดินสอ"
    assert index.names.title("litalico") == "LITALICO"


def test_changed_names_are_found_and_old_ones_are_not(index, root):
    write(root, "data/orgs/klongdinsor.yaml", KLONGDINSOR.replace("klong din so", "pencil box"), age=None)
    index.refresh()
    names = NameIndex(index.names)
    assert names.search("pencil box")[0].id == "klongdinsor"
    assert list(index.names.by_key("raw", ["klongdinso"])) == []
    rows = index.names.by_grams("core", "latin", grams_of("klongdinso"), 10)
    assert "klong din so" not in [row.text for row in rows]
