"""What a question is about, apart from the words of asking, of kinds of record and of countries in it."""

import re

from sil.light import Iterable, NamedTuple, cache
from sil.text.fold import fold
from sil.text.scripts import HAN, script_of
from sil.text.tables import load

_ASKING = "asking"
_HAN = "\u4e00-\u9fff々"


class Essence(NamedTuple):
    """A question without the words that only ask."""

    words: tuple[str, ...]
    """What is left, folded."""
    kinds: dict[str, str]
    """The kinds of record it names, each with the word for it."""


def essence(text: str, without: Iterable[str] = ()) -> Essence:
    """Return what is left of a question without the words of the table `questions`, and without further folded ones."""
    kinds: dict[str, str] = {}
    left = f" {fold(text)} "
    for word, meaning in [*((word, _ASKING) for word in without), *_words()]:
        if word in left and (parted := _pattern(word).sub(" ", left)) != left:
            left = parted
            if meaning != _ASKING:
                kinds.setdefault(meaning, word)
    return Essence(tuple(left.split()), kinds)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return where a word stands: a Latin one as a whole, a Han one not within a longer one, others anywhere."""
    if word.isascii():
        return re.compile(rf"(?<= ){re.escape(word)}(?= )")
    is_han = script_of(word[0]) == script_of(word[-1]) == HAN
    return re.compile(rf"(?<![{_HAN}]){re.escape(word)}(?![{_HAN}])" if is_han else re.escape(word))


@cache
def _words() -> list[tuple[str, str]]:
    """Return the words with their meanings, the longest first."""
    words = [(fold(word), meaning) for meaning, found in load("questions").items() for word in found]
    return sorted(words, key=lambda pair: -len(pair[0]))
