"""The table of words in three languages: what each row must hold, whoever adds one."""

from collections import Counter

import pytest

from sil.match.glosses import latin_pieces
from sil.match.tables.compile import LANGUAGES, Row, gloss_rows
from sil.match.tables.words import gloss_key
from sil.text.scripts import HAN, KANA, LATIN, THAI, scripts_in

ROWS = list(gloss_rows())
SCRIPTS = {"en": {LATIN}, "th": {THAI}, "ja": {KANA, HAN}}


def keys(row: Row, lang: str) -> list[str]:
    return [gloss_key(word, lang) for word in row[lang]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_written_in_the_script_of_their_language(lang: str) -> None:
    letters = {THAI, KANA, HAN, LATIN}
    strange = [word for _, row in ROWS for word in row[lang] if not scripts_in(word) & letters <= SCRIPTS[lang]]
    assert strange == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_row_says_a_word_twice(lang: str) -> None:
    assert [row[lang] for _, row in ROWS if len(set(keys(row, lang))) < len(row[lang])] == []


def test_rows_have_two_languages_at_least_and_no_column_is_forgotten() -> None:
    assert [row for _, row in ROWS if tuple(row) != LANGUAGES or sum(map(bool, row.values())) < 2] == []


def test_no_two_rows_are_the_same() -> None:
    count = Counter(tuple(frozenset(keys(row, lang)) for lang in LANGUAGES) for _, row in ROWS)
    assert [row for row, times in count.items() if times > 1] == []


def test_english_phrases_are_short_enough_to_be_looked_up() -> None:
    assert [word for _, row in ROWS for word in row["en"] if len(gloss_key(word, "en").split()) > 3] == []


def test_the_table_is_as_large_as_was_promised() -> None:
    assert len(ROWS) > 5700


@pytest.mark.parametrize(
    ("word", "key"), [("names", "name"), ("Nam", "nam"), ("ban", "ban"), ("boxes", "box"), ("cars", "car")]
)
def test_a_short_word_keeps_its_e_so_that_syllables_of_names_are_not_taken_for_it(word: str, key: str) -> None:
    assert gloss_key(word, "en") == key


@pytest.mark.parametrize(
    ("word", "halves"), [("thaihealth", ["thai", "health"]), ("foodbank", ["food", "bank"]), ("klongdinsor", [])]
)
def test_a_word_that_the_table_lacks_may_be_made_of_two_that_it_has(word: str, halves: list[str]) -> None:
    (piece,) = latin_pieces(word)
    assert [inner.text for inner in piece.inner] == halves
