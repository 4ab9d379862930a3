"""The table of words as it runs: asked for a name, read whole for many, made again when it is missing, old or damaged."""

import os
import sqlite3
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.errors import KnowledgeBaseError
from sil.match import NameIndex, glosses
from sil.match.glosses import glued_pieces, latin_pieces, open_table
from sil.match.tables import compile as compiling
from sil.match.tables import words
from sil.match.tables.words import FILE, Glosses, gloss_key

ROWS = [row for _, row in compiling.gloss_rows()]


def asked() -> Glosses:
    return open_table(FILE)


def whole() -> Glosses:
    table = asked()
    for lang in compiling.LANGUAGES:
        table.words(lang, lambda: map(str, range(words._MANY + 1)))
    return table


ASKED, WHOLE = asked(), whole()


def vocabulary(lang: str):
    known = st.sampled_from([gloss_key(word, lang) for row in ROWS for word in row[lang]])
    letters = {"en": "abcdefg", "th": "กขคงจชดตาิเ์", "ja": "あいうかシス山川大学"}[lang]
    return st.lists(known | st.text(letters, min_size=1, max_size=4), min_size=1, max_size=6)


@pytest.mark.parametrize("lang", compiling.LANGUAGES)
@given(data=st.data())
def test_a_name_is_cut_alike_whether_its_words_are_asked_for_or_all_are_there(lang, data):
    parts = data.draw(vocabulary(lang))
    with pytest.MonkeyPatch.context() as patch:
        found = []
        for table in (ASKED, WHOLE):
            patch.setattr(glosses, "_glosses", lambda table=table: table)
            ASKED._asked.clear()
            pieces = latin_pieces(" ".join(parts)) if lang == "en" else glued_pieces.__wrapped__("".join(parts), lang)
            found.append(list(pieces))
    assert found[0] == found[1]


def test_the_table_binds_the_words_that_share_a_row_and_no_others():
    written = [{(lang, gloss_key(word, lang)) for lang in compiling.LANGUAGES for word in row[lang]} for row in ROWS]
    assert set(bound(stored_rows().values())) == set(bound(written))


def stored_rows():
    stored = defaultdict(set)
    for lang in compiling.LANGUAGES:
        for word, numbers in WHOLE.words(lang, list).concepts.items():
            for number in numbers:
                stored[number].add((lang, word))
    return stored


def bound(rows):
    return (frozenset(pair) for row in rows for pair in combinations(row, 2))


def test_no_word_stands_for_what_binds_it_to_nothing_new():
    stored = stored_rows()
    often = Counter(bound(stored.values()))
    idle = [
        word
        for row in stored.values()
        for word in row
        if all(often[frozenset((word, other))] > 1 for other in row if other != word)
    ]
    assert idle == []


def test_the_longest_word_is_looked_for():
    assert max(len(word) for lang in ("th", "ja") for word in WHOLE.words(lang, list).concepts) <= glosses.LONGEST


def test_kinds_of_body_are_known_by_their_concepts():
    kinds = ASKED.kinds()
    foundation = ASKED.words("th", lambda: ["มูลนิธิ"]).concepts["มูลนิธิ"]
    assert "foundation" in kinds[foundation[0]]


def test_one_name_reads_no_language_whole_and_many_do(monkeypatch):
    for cached in (glosses.kind_concepts, glosses.glued_pieces):
        cached.cache_clear()
    table = asked()
    monkeypatch.setattr(glosses, "_glosses", lambda: table)
    index = NameIndex.build([("a", ["มูลนิธิช้างเผือก"]), ("b", ["日本環境協会"])])
    assert index.search("White Elephant Foundation")[0].id == "a"
    assert table._whole == {}
    NameIndex.build([(name, [f"มูลนิธิ{name}เพื่อการศึกษา"]) for name in map("".join, product("กขคงจชดต", repeat=3))])
    assert set(table._whole) == {"th"}


def test_threads_share_the_table():
    index = NameIndex.build([("a", ["มูลนิธิช้างเผือก"])])
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(index.search, [f"White Elephant Foundation {n}" for n in range(20)]))
    assert all(matches[0].id == "a" for matches in found)


def meaning(table: Glosses) -> int:
    return len(table.words("th", lambda: ["มูลนิธิ"]).concepts)


@pytest.fixture
def place(tmp_path) -> str:
    return str(tmp_path / "glosses.sqlite")


@pytest.mark.parametrize("damage", [b"", b"no database at all, but some text of the length of a page" * 99])
def test_a_table_that_is_damaged_is_made_again(place, damage):
    Path(place).write_bytes(damage)
    assert meaning(open_table(place)) == 1
    assert words.is_current(place)
    assert [path.name for path in Path(place).parent.iterdir()] == ["glosses.sqlite"]


def test_a_table_is_made_where_it_is_missing_or_older_than_its_words(place, monkeypatch):
    assert meaning(open_table(place)) == 1
    made = Path(place).stat().st_ino
    assert meaning(open_table(place)) == 1
    assert Path(place).stat().st_ino == made
    os.utime(place, ns=(0, words.newest() - 1))
    assert meaning(open_table(place)) == 1
    assert words.is_current(place)


def test_a_table_that_cannot_be_written_is_kept_in_memory(tmp_path):
    nowhere = str(tmp_path / "no folder" / "glosses.sqlite")
    assert meaning(open_table(nowhere)) == 1


def test_a_path_may_hold_any_character(tmp_path):
    place = tmp_path / "100% #1?"
    place.mkdir()
    compiling.write(str(place / "g.sqlite"))
    assert meaning(open_table(str(place / "g.sqlite"))) == 1


@pytest.mark.parametrize("damage", [None, b"", b"x" * 5000])
def test_an_installation_without_its_table_says_so(place, damage, monkeypatch):
    monkeypatch.setattr(words, "SOURCES", "/nowhere")
    if damage is not None:
        Path(place).write_bytes(damage)
    with pytest.raises(KnowledgeBaseError) as told:
        meaning(open_table(place))
    assert told.value.key == "error.glosses"
    assert told.value.hint == "hint.reinstall"


def test_the_table_is_the_same_bytes_each_time(tmp_path):
    for name in "ab":
        compiling.write(str(tmp_path / name))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sqlite3.connect(tmp_path / "a").execute("PRAGMA integrity_check").fetchall() == [("ok",)]
