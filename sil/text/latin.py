"""How a Latin spelling sounds to a Thai and to a Japanese ear: one key for the many ways to write a foreign name."""

from itertools import pairwise

from sil.light import Iterator, cache, lru_cache
from sil.text.fold import fold
from sil.text.tables import load

_VOWELS = "aeiouy"
_OPEN = tuple("aeiou")
_GLIDES = {"w": "u", "y": "i"}


def thai_skeleton(text: str) -> str:
    """Return the consonants of a Latin text in the classes shared with Thai: of `Glong Dinsor`, KLNTNS."""
    return _spell(text, "thai")


def kana_skeleton(text: str) -> str:
    """Return the consonants of a Latin text in the classes shared with kana: of `Litalico`, rtrk."""
    return _spell(text, "kana")


def reading(text: str) -> str:
    """Return a Latin text in the one spelling in which readings are compared; vowels stay, spaces do not."""
    return _spell(text, "reading")


def ways(text: str) -> Iterator[str]:
    """Yield the ways to take a folded Latin text: as it stands, and with letters that another language reads otherwise."""
    yield text
    vowelled = _vowelled(text)
    if vowelled != text:
        yield vowelled
    for way in load("latin")["ways"]:
        found = text
        for written, meant in way.items():
            found = found.replace(written, meant)
        if found != text:
            yield found


def _vowelled(text: str) -> str:
    """Return a text with u and i for w and y behind a consonant and before none of the vowels: kahwkw is kahuku.

    So names are written that were taken letter by letter from Arabic or Persian, whose u and i are the letters w and y.
    """
    if "w" not in text and "y" not in text:
        return text
    found = ""
    for place, char in enumerate(text):
        after = text[place + 1 : place + 2]
        closed = found[-1:].isalpha() and found[-1:] not in _OPEN and after not in (*_OPEN, "h")
        found += _GLIDES.get(char, char) if closed else char
    return found


@lru_cache(maxsize=1 << 12)
def _spell(text: str, section: str) -> str:
    return without_doubles("".join(_spell_word(word, section) for word in fold(text).split()))


@lru_cache(maxsize=1 << 14)
def _spell_word(word: str, section: str) -> str:
    """Rewrite one word by the rules of a section of the table `latin`."""
    rules = _rules(section)
    single = without_doubles(word) if section != "reading" else word
    heard = single
    if "r" in single or "h" in single:
        heard = "".join(char for place, char in enumerate(single) if char not in "rh" or not _is_mute(single, place))
    spelled: list[str] = []
    place = 0
    while place < len(heard):
        for written, sound in rules.get(heard[place], ()):
            if heard.startswith(written, place):
                spelled.append(sound)
                place += len(written)
                break
        else:
            spelled.append(heard[place])
            place += 1
    return without_doubles("".join(spelled))


def without_doubles(text: str) -> str:
    """Return a text without the second of two equal letters."""
    return "".join([char for before, char in pairwise(f"\0{text}") if char != before])


@cache
def _rules(section: str) -> dict[str, list[tuple[str, str]]]:
    """Return the rules of a section by the first letter of what they rewrite, the longest first."""
    rules = sorted(load("latin")[section].items(), key=lambda rule: -len(rule[0]))
    return {letter: [rule for rule in rules if rule[0][0] == letter] for letter in {written[0] for written, _ in rules}}


def _is_mute(word: str, place: int) -> bool:
    """Whether the r or h here closes a syllable: after a vowel, and not before one."""
    after = word[place + 1 : place + 2]
    return place > 0 and word[place - 1] in _VOWELS and (not after or after not in _VOWELS)
