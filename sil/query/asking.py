"""What a question is about, apart from the words of asking, of kinds of record, of countries and of years in it."""

import re

from sil.light import Iterable, Iterator, NamedTuple, cache
from sil.text.fold import fold
from sil.text.scripts import HAN, KANA, script_of
from sil.text.tables import load

_ASKING = "asking"
_ALONE, _COUNTED = "alone", "counted"
_COUNTRY = "country."
_HAN, _HIRAGANA, _KATAKANA = "\u4e00-\u9fff々", "\u3041-\u309f", "\u30a1-\u30ffー"
_KATAKANA_RUN = re.compile(f"([{_KATAKANA}]+)")
_HALF_WIDTH = re.compile("[\uff66-\uff9f]+")


class Essence(NamedTuple):
    """A question without the words that only ask."""

    words: tuple[str, ...]
    """What is left, folded."""
    kinds: dict[str, str]
    """The kinds of record it names, each with the word for it."""
    countries: dict[str, str]
    """The countries it names by their code, each with the word for it."""


def essence(text: str, without: Iterable[str] = ()) -> Essence:
    """Return what is left of a question without the words of the table `questions`, and without further folded ones."""
    found: dict[str, str] = {}
    left = f" {kept(text)} "
    for word, meaning in [*((word, _ASKING) for word in without), *_words()]:
        if word in left and (parted := _pattern(word).sub(" ", left)) != left:
            left = parted
            found.setdefault(meaning, word)
    for name, code in country_names():
        if name in left and _standing(name).search(left):
            found.setdefault(f"{_COUNTRY}{code}", name)
            left = _pattern(name).sub(" ", left)
    return Essence(
        tuple(word for word in fold(left).split() if word not in _alone()),
        {meaning: word for meaning, word in found.items() if meaning != _ASKING and not meaning.startswith(_COUNTRY)},
        {meaning.removeprefix(_COUNTRY): word for meaning, word in found.items() if meaning.startswith(_COUNTRY)},
    )


def kept(text: str) -> str:
    """Return a text folded, but with its katakana as it is: particles are written in hiragana, foreign names are not."""
    if text.isascii():
        return fold(text)
    wide = _HALF_WIDTH.sub(lambda found: _composed(found[0]), text)
    parts = (part if _KATAKANA_RUN.fullmatch(part) else fold(f"x{part}x")[1:-1] for part in _KATAKANA_RUN.split(wide))
    return " ".join("".join(parts).replace("・", " ").split())


def _composed(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - for half-width kana only

    return unicodedata.normalize("NFKC", text)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return where a word can be taken out of a question.

    A Latin one as a whole; a Han or katakana one not within a longer one; a single hiragana where it is a particle, that
    is before a word of another script or behind one in letters that take no endings; others anywhere.
    """
    if word.isascii():
        return re.compile(rf"(?<= ){re.escape(word)}(?= )")
    if len(word) == 1 and script_of(word) == KANA:
        return re.compile(rf"{word}(?![{_HIRAGANA}])|(?<=[{_KATAKANA}a-z0-9]){word}")
    return _standing(word) if script_of(word[-1]) != HAN else _apart(word, _HAN)


@cache
def _standing(name: str) -> re.Pattern[str]:
    """Return where a name stands: a Latin one as a whole, a katakana one not within a longer one, others anywhere."""
    if name.isascii():
        return re.compile(rf"(?<= ){re.escape(name)}(?= )")
    return _apart(name, _KATAKANA) if _KATAKANA_RUN.fullmatch(name) else re.compile(re.escape(name))


def _apart(word: str, letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![{letters}]){re.escape(word)}(?![{letters}])")


@cache
def _words() -> list[tuple[str, str]]:
    """Return the words with their meanings, the longest first."""
    words = [
        (kept(word), meaning)
        for meaning, found in load("questions").items()
        if meaning not in (_ALONE, _COUNTED) and not meaning.startswith(_COUNTRY)
        for word in found
    ]
    return sorted(words, key=lambda pair: -len(pair[0]))


@cache
def _alone() -> frozenset[str]:
    return frozenset(map(fold, load("questions")[_ALONE]))


@cache
def country_names() -> list[tuple[str, str]]:
    """Return the names of countries with their codes, the longest first."""
    return sorted(((kept(name), code) for name, code in _named_countries()), key=lambda pair: -len(pair[0]))


def _named_countries() -> Iterator[tuple[str, str]]:
    for table in (load("labels"), load("questions")):
        for key, texts in table.items():
            if key.startswith(_COUNTRY):
                yield from ((text, key.removeprefix(_COUNTRY)) for text in texts if text)
