"""Names kept in SQLite answer as names kept in memory do."""

import pytest

from sil.index import Index, open_index
from sil.index.names import name_texts
from sil.match.engine import NameIndex
from sil.match.grams import family_grams, term
from sil.match.keys import keys_of, shape_of
from sil.match.memory import MemoryStore
from sil.match.nearest import nearest
from sil.match.store import GRAM_FAMILIES, KEY_FAMILIES, SCRIPTS
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
        for name, text, former, alias, readings in name_texts(record.plain["names"]):
            reading = None if name == text else text
            store.add(record.id, name, reading=reading, former=former, alias=alias, readings=readings)
    return store


def bare(rows):
    return [row[1:] for row in rows]


@pytest.mark.parametrize("query", QUERIES)
def test_by_key(shipped, query):
    memory = in_memory(shipped)
    for family in KEY_FAMILIES:
        keys = keys_of(query).get(family, ())
        assert bare(shipped.names.by_key(family, keys)) == bare(memory.by_key(family, keys))


@pytest.mark.parametrize("query", QUERIES)
def test_the_nearest_are_the_same(shipped, query):
    memory, shape = in_memory(shipped), shape_of(query)
    terms = [
        term(family, script, gram)
        for family in GRAM_FAMILIES
        for script in SCRIPTS
        for gram in family_grams(shape, family)
    ]
    assert shipped.names.counts(terms) == memory.counts(terms)
    mine, theirs = shipped.names.rows(nearest(shipped.names, shape, 500)), memory.rows(nearest(memory, shape, 500))
    assert sorted(bare(mine.values())) == sorted(bare(theirs.values()))
    assert nearest(shipped.names, shape, 3) == nearest(shipped.names, shape, 500)[:3]


@pytest.mark.parametrize("query", QUERIES)
def test_the_engine_finds_the_same(shipped, query):
    expected = [match.id for match in NameIndex(in_memory(shipped)).search(query, 3) if match.score > 0.7]
    assert [match.id for match in NameIndex(shipped.names).search(query, 3) if match.score > 0.7] == expected


def test_titles_are_first_names(index):
    assert dict(index.names.titles(["klongdinsor", "litalico"])) == {"klongdinsor": "กล่องดินสอ", "litalico": "LITALICO"}


def test_changed_names_are_found_and_old_ones_are_not(index, root):
    write(root, "data/orgs/klongdinsor.yaml", KLONGDINSOR.replace("klong din so", "pencil box"), age=None)
    index.refresh()
    names = NameIndex(index.names)
    assert names.search("pencil box")[0].id == "klongdinsor"
    assert list(index.names.by_key("raw", ["klongdinso"])) == []
    found = index.names.rows(nearest(index.names, shape_of("klong din so"), 500))
    assert "klong din so" not in [row.text for row in found.values()]


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_names_are_found_in_the_index_of_an_audience(root, cache, audience):
    with open_index(str(root), cache, audience) as index:
        index.refresh()
        assert NameIndex(index.names).search("klong din so")[0].id == "klongdinsor"
        write(root, "data/orgs/klongdinsor.yaml", KLONGDINSOR.replace("klong din so", "pencil box"), age=None)
        index.refresh()
        assert NameIndex(index.names).search("pencil box")[0].id == "klongdinsor"
