"""How a Latin spelling sounds to a Thai and to a Japanese ear: one key for the many ways to write a foreign name."""

from itertools import groupby

from sil.light import Iterator, cache, lru_cache
from sil.text.fold import fold
from sil.text.tables import load

_VOWELS = "aeiouy"


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
    for way in load("latin")["ways"]:
        found = text
        for written, meant in way.items():
            found = found.replace(written, meant)
        if found != text:
            yield found


@lru_cache(maxsize=1 << 12)
def _spell(text: str, section: str) -> str:
    return "".join(_spell_word(word, section) for word in fold(text).split())


@lru_cache(maxsize=1 << 14)
def _spell_word(word: str, section: str) -> str:
    """Rewrite one word by the rules of a section of the table `latin`."""
    rules, sizes = _rules(section)
    single = "".join(char for char, _ in groupby(word)) if section != "reading" else word
    heard = "".join(char for place, char in enumerate(single) if not _is_mute(single, place))
    spelled: list[str] = []
    place = 0
    while place < len(heard):
        for size in sizes:
            sound = rules.get(heard[place : place + size])
            if sound is not None:
                spelled.append(sound)
                place += min(size, len(heard) - place)
                break
        else:
            spelled.append(heard[place])
            place += 1
    return "".join(char for char, _ in groupby("".join(spelled)))


@cache
def _rules(section: str) -> tuple[dict[str, str], range]:
    """Return the rules of a section, and the lengths of what they rewrite, the longest first."""
    rules: dict[str, str] = load("latin")[section]
    return rules, range(max(map(len, rules)), 0, -1)


def _is_mute(word: str, place: int) -> bool:
    """Whether an r or h closes a syllable: after a vowel, and not before one."""
    after = word[place + 1 : place + 2]
    return word[place] in "rh" and place > 0 and word[place - 1] in _VOWELS and (not after or after not in _VOWELS)
