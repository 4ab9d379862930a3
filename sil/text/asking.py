"""What a question is about, apart from the words of asking, of kinds of record, of countries and of years in it."""

import unicodedata
from itertools import groupby

from sil.light import Callable, Iterable, Iterator, NamedTuple, cache
from sil.text.fold import fold
from sil.text.scripts import HAN, KANA, THAI, script_of
from sil.text.spelling import standard
from sil.text.tables import load

_ASKING = "asking"
_COUNTRY = "country."
_LONG = 4
"""Letters from which on a Thai word is not met by chance within others."""


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
        if word in left and (places := list(_places(left, word, _may_go(word)))):
            left = _parted(left, word, places)
            found.setdefault(meaning, word)
    for name, code in country_names():
        if name in left and any(True for _ in _places(left, name, _stands(name))):
            found.setdefault(f"{_COUNTRY}{code}", name)
            left = _parted(left, name, _places(left, name, _may_go(name)))
    return Essence(
        tuple(word for word in fold(left).split() if word not in _alone()),
        {meaning: word for meaning, word in found.items() if meaning != _ASKING and not meaning.startswith(_COUNTRY)},
        {meaning.removeprefix(_COUNTRY): word for meaning, word in found.items() if meaning.startswith(_COUNTRY)},
    )


def topic(text: str) -> str:
    """Return a text without the longer Thai words that only ask; the text itself if nothing else is left.

    Their pieces are rare in texts that tell, and would outweigh what is asked about. The Japanese ones are single letters
    and do not: leaving them out was measured, and finds less.
    """
    left = fold(standard(text))
    for word, meaning in _words():
        if meaning == _ASKING and len(word) >= _LONG and script_of(word[0]) == THAI:
            left = left.replace(word, " ")
    return left if left.strip() else text


def kept(text: str) -> str:
    """Return a text folded in the spelling that is searched, but with its katakana as it is: particles are written in hiragana, foreign names are not."""
    text = standard(text)
    if text.isascii():
        return fold(text)
    wide = "".join(
        unicodedata.normalize("NFKC", "".join(run)) if is_half else "".join(run)
        for is_half, run in groupby(text, _is_half)
    )
    runs = ((is_katakana, "".join(run)) for is_katakana, run in groupby(wide, _is_katakana))
    parts = (run if is_katakana else fold(f"x{run}x")[1:-1] for is_katakana, run in runs)
    return " ".join("".join(parts).replace("・", " ").split())


Beside = Callable[[str, str], bool]
"""Whether a word counts between two characters; nothing stands for the ends of a text."""


def _places(text: str, word: str, counts: Beside) -> Iterator[int]:
    """Yield where a word stands and counts; no two places overlap."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        is_one = counts(text[at - 1 : at], text[end : end + 1])
        if is_one:
            yield at
        at = text.find(word, end if is_one else at + 1)


def _parted(text: str, word: str, places: Iterable[int]) -> str:
    """Return a text with a space for a word at each of some places."""
    parts, start = [], 0
    for place in places:
        parts.append(text[start:place])
        start = place + len(word)
    return " ".join([*parts, text[start:]])


def _may_go(word: str) -> Beside:
    """Return where a word can be taken out of a question.

    A Latin one as a whole; a Han or katakana one not within a longer one; a single hiragana where it is a particle, that
    is before a word of another script or behind one in letters that take no endings; others anywhere.
    """
    if not word.isascii() and len(word) == 1 and script_of(word) == KANA:
        return lambda before, after: not _is_hiragana(after) or _is_katakana(before) or _is_plain(before)
    if script_of(word[-1]) == HAN:
        return lambda before, after: not (_is_han(before) or _is_han(after))
    return _stands(word)


def _stands(name: str) -> Beside:
    """Return where a name stands: a Latin one as a whole, a katakana one not within a longer one, others anywhere."""
    if name.isascii():
        return lambda before, after: before == after == " "
    if all(map(_is_katakana, name)):
        return lambda before, after: not (_is_katakana(before) or _is_katakana(after))
    return lambda _before, _after: True


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char == "々"


def _is_hiragana(char: str) -> bool:
    return "\u3041" <= char <= "\u309f"


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30ff"


def _is_half(char: str) -> bool:
    return "\uff66" <= char <= "\uff9f"


def _is_plain(char: str) -> bool:
    """Whether a character is a Latin small letter or a digit."""
    return "a" <= char <= "z" or "0" <= char <= "9"


def _words() -> Iterable[tuple[str, str]]:
    """Return the words with their meanings, the longest first."""
    words: Iterable[tuple[str, str]] = load("questions")["words"]
    return words


@cache
def _alone() -> frozenset[str]:
    return frozenset(load("questions")["alone"])


def country_names() -> Iterable[tuple[str, str]]:
    """Return the names of countries with their codes, the longest first."""
    names: Iterable[tuple[str, str]] = load("questions")["countries"]
    return names
