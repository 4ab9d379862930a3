"""Guesses at how kanji of names are read."""

import pytest
from hypothesis import given

from sil.text.kana import romaji
from sil.text.kanji import filled, guesses, modern
from sil.text.scripts import KANA, scripts_in
from sil.text.tables import load
from tests.text.alphabets import anything


@pytest.mark.parametrize(
    ("run", "reading"),
    [
        ("西菱", "seiryou"), ("中村", "nakamura"), ("佐々木", "sasaki"), ("枕崎", "makurasaki"), ("桜ゖ丘", "sakuragaoka"),
        ("日光", "nikkou"), ("発展", "hatten"), ("一宝", "ippou"), ("学校", "gakkou"), ("山の上", "yamanoue"),
    ],
)  # fmt: skip
def test_the_commonest_readings_are_among_the_guesses(run, reading):
    assert reading in [romaji(guess) for guess in guesses(run)]


def test_what_is_long_or_not_known_is_not_guessed_at():
    assert guesses("株式会社日本") == ()
    assert guesses("龘靐") == ()
    assert guesses("山") == ()


@pytest.mark.parametrize(
    ("old", "new"), [("慶應義塾大學", "慶応義塾大学"), ("髙島屋", "高島屋"), ("Tokyo", "Tokyo"), ("学校", "学校")]
)
def test_old_forms_of_kanji_are_those_in_use(old, new):
    assert modern(old) == new


@given(anything)
def test_forms_in_use_stay(text):
    assert modern(modern(text)) == modern(text)


def test_what_no_dictionary_reads_is_guessed_or_left_out():
    assert filled("やま絅だ") == "やまけいだ"
    assert filled("やま龘だ") == "やまだ"


@given(anything)
def test_a_guess_is_kana(run):
    assert all(scripts_in(guess) <= {KANA} for guess in guesses(run))


@pytest.mark.parametrize("section", ["sound", "native"])
def test_each_kanji_stands_once_in_a_table(section):
    kanji = "".join(load("kanji")[section].values())
    assert sorted(kanji) == sorted(set(kanji))
