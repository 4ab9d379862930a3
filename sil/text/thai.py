"""Reading Thai letter by letter, without a dictionary of words: in Latin letters, and as a skeleton of consonants.

Thai is written in syllables without borders. Vowels stand before, above, below and behind their consonant, or are not
written at all; what is written under ์ is not read. The reader walks from left to right and decides for each consonant
whether it begins a syllable or closes the one before. It errs on rare words; the skeleton does not depend on it.
"""

from itertools import groupby, pairwise

from sil.light import Iterator, cache
from sil.text.fold import fold
from sil.text.latin import without_doubles
from sil.text.scripts import THAI, script_of
from sil.text.tables import load
from sil.text.thai_letters import (
    SIGNS,
    SILENT,
    audible,
    consonants,
    has_own_vowel,
    has_vowel,
    is_consonant,
    is_pair,
    is_silent,
    marks,
    silent_letters,
    spoken,
)

_DROPPED = {"ร": "J", "ล": "K"}
"""Marks of the second consonant of an onset, which is often not spoken: กล่อง is klong or kong."""
_WAYS = ("thai", "loan", "spoken")
_LEADERS = "เแโใไ"
_SHUT_SIGNS = "ะำ"
_AFTER_E = (("ียะ", "ia"), ("ีย", "ia"), ("ือะ", "uea"), ("ือ", "uea"), ("าะ", "o"), ("อะ", "oe"), ("ิ", "oe"), ("ะ", "e"))
_AFTER_PAIR = ("ีย", "ือ", "า", "ิ")
"""What is written behind two consonants that เ leads."""
_AFTER_TWO = ("ีย", "ือ")
"""What is written behind two consonants that เ leads though they are no onset: เสถียร is sa-thian."""
_MUTE_R_AFTER = "กตทชดพ"
_OPEN_SIGNS, _LAST = tuple("าิีุู"), tuple("นมรลง")
"""Vowels that need no final, and finals of a last syllable whose vowel is not written."""


def readings(text: str) -> tuple[str, ...]:
    """Return a text, folded, with its Thai in Latin letters, a space after each syllable, in one way or more.

    First as a Thai reads it; then, if they differ, with what a loanword had, letters that ์ silences and its own final
    sounds (โลคอล is lo khon and lo khol), and as it is often spoken (กล่อง is klong and kong).
    """
    return tuple(dict.fromkeys(_romanised(text)))


def _romanised(text: str) -> tuple[str, ...]:
    folded = fold(text)
    if folded.isascii():
        return (folded,)
    parts: list[str] = []
    for thai, chars in groupby(folded, lambda char: script_of(char) == THAI):
        run = "".join(chars)
        parts += _syllables(run) if thai else [run.strip()]
    joined = " ".join(filter(None, parts))
    return tuple(" ".join(joined.translate(_sounds(way)).split()) for way in _WAYS)


def skeletons(text: str) -> tuple[str, ...]:
    """Return the consonants of a Thai text by letter, in the classes shared with Latin; other scripts are left out.

    Then, if they differ, those with the letters that ์ silences.
    """
    heard = audible(fold(text))
    return tuple(dict.fromkeys((_bones(heard.translate(_sounds("thai"))), _bones(heard.translate(spoken())))))


def _bones(heard: str) -> str:
    letters = consonants()
    heard = heard.replace("รร", "").replace("ำ", "ม")
    if "ญ" in heard:
        pairs = pairwise(heard + " ")
        heard = "".join(char for char, after in pairs if not _is_y(char, after))
    return without_doubles("".join([letters[char][2] for char in heard if char in letters]))


def _syllables(run: str) -> Iterator[str]:
    """Yield the syllables of a run of folded Thai letters, in Latin letters and what `_sounds` knows."""
    text = audible(run)
    place, shut = 0, False
    while place < len(text):
        word = _word_at(text, place)
        if word:
            sound, end, shut = _words()[word], place + len(word), False
        elif text[place] in _LEADERS:
            sound, end, shut = _led(text, place)
        elif is_silent(text, place):
            sound, end, shut = _shut(text, place, "")
        elif not is_consonant(text, place):
            sound, end, shut = SIGNS.get(text[place], ""), place + 1, False
        elif has_vowel(text, place):
            sound, end, shut = _written(text, place)
        else:
            sound, end, shut = _bare(text, place, shut)
        if sound:
            yield sound
        place = end


@cache
def _sounds(way: str) -> dict[int, str]:
    """Return what stands for the marks of a reading, and for silent letters, in one of its ways."""
    heard = {ord(mark): sounds[_WAYS.index(way)] for mark, sounds in load("thai")["marks"].items()}
    silent = {ord(char) + SILENT: sounds[0] for char, sounds in consonants().items()}
    return heard | (silent | {ord("ร") + SILENT: ""} if way == "loan" else dict.fromkeys(silent, ""))


@cache
def _words() -> dict[str, str]:
    return {audible(fold(word)): reading for word, reading in load("thai")["words"].items()}


@cache
def _words_by_letter() -> dict[str, list[str]]:
    """Return the words of the table by their first letter, the longest first."""
    words = sorted(_words(), key=len, reverse=True)
    return {letter: [word for word in words if word[0] == letter] for letter in {word[0] for word in words}}


def _word_at(text: str, place: int) -> str:
    """Return the longest word of the table that begins here and is not a part of a longer syllable."""
    for word in _words_by_letter().get(text[place], ()):
        if text.startswith(word, place) and text[place + len(word) : place + len(word) + 1] not in marks():
            return word
    return ""


def _is_y(char: str, after: str) -> bool:
    """Whether ญ begins a syllable, where it is heard as y."""
    return char == "ญ" and after in SIGNS


def _closes(text: str, place: int) -> bool:
    """Whether the consonant here closes the syllable before it."""
    return is_consonant(text, place) and bool(consonants()[text[place]][1]) and not has_vowel(text, place)


def _onset(text: str, place: int) -> tuple[str, int]:
    """Return the sound of the one or two consonants here, and the place behind them."""
    sounds = consonants()
    first, second = sounds[text[place]][0], text[place + 1 : place + 2]
    if not is_pair(text, place) or has_own_vowel(text, place) or _parted(text, place):
        return first, place + 1
    if text[place] in "หอ":
        return sounds[second][0], place + 2
    return first + _DROPPED.get(second, sounds[second][0]), place + 2


def _parted(text: str, place: int) -> bool:
    """Whether the pair of consonants here is led by a vowel that only the first has: โทรี, เพล, but โปร, แปล, เปลี่ยน."""
    leader, second, behind = text[place - 1 : place], text[place + 1], place + 2
    if text[behind : behind + 1] in ("", *_LEADERS):
        return leader not in tuple("ใไ") and second not in {"แ": "รล", "โ": "ร"}.get(leader, "") and text[place] != "ห"
    if leader == "เ" and text.startswith(_AFTER_PAIR, behind):
        return False
    return leader in tuple(_LEADERS) and text[behind] in SIGNS and text[behind] != "ะ"


def _shut(text: str, place: int, sound: str) -> tuple[str, int, bool]:
    """Close a syllable with the consonant here, if it does; an r behind it that nothing follows is mute."""
    start = place
    while is_silent(text, place):
        sound, place = sound + text[place], place + 1
    if not _closes(text, place) or _is_last_syllable(text, place):
        return sound, place, place > start
    sound += consonants()[text[place]][1]
    mute = text[place] in _MUTE_R_AFTER and text[place + 1 : place + 2] == "ร" and not has_vowel(text, place + 1)
    place += 1 + mute
    while is_silent(text, place):
        sound, place = sound + text[place], place + 1
    return sound, place, True


def _is_last_syllable(text: str, place: int) -> bool:
    """Whether two consonants here are a syllable of their own, and the last: อุ-ดม, ประชา-กร, but มาตร, สมุทร."""
    vowel, pair, behind = text[place - 1 : place], text[place : place + 2], text[place + 2 : place + 3]
    if vowel not in _OPEN_SIGNS or pair[1:] not in _LAST or pair[0] == "ร" or behind not in ("", *_LEADERS):
        return False
    return pair != "ตร" and (pair != "ทร" or vowel == "า")


def _led(text: str, place: int) -> tuple[str, int, bool]:
    """Read a syllable whose vowel is written before its consonant."""
    leader = text[place]
    if not is_consonant(text, place + 1):
        return {"เ": "e", "แ": "ae", "โ": "o"}.get(leader, "ai"), place + 1, False
    onset, end = _onset(text, place + 1)
    if leader == "เ" and is_consonant(text, end) and text.startswith(_AFTER_TWO, end + 1):
        onset, end = f"{onset}a {consonants()[text[end]][0]}", end + 1
    if leader in "ใไ":
        skip = text[end : end + 1] == "ย" and not has_vowel(text, end)
        return onset + "ai", end + skip, True
    if leader in "แโ":
        vowel = "ae" if leader == "แ" else "o"
        return (onset + vowel, end + 1, True) if text[end : end + 1] == "ะ" else _shut(text, end, onset + vowel)
    return _led_by_e(text, end, onset)


def _led_by_e(text: str, end: int, onset: str) -> tuple[str, int, bool]:
    """Read what follows เ and a consonant: เ-ีย ia, เ-ือ uea, เ-า ao, เ-อ oe, เ-ย oei, or e."""
    for written, sound in _AFTER_E:
        if text.startswith(written, end):
            return _shut(text, end + len(written), onset + sound)
    if text[end : end + 1] == "า":
        return onset + "ao", end + 1, True
    if text[end : end + 1] == "อ" and not has_own_vowel(text, end):
        return _shut(text, end + 1, onset + "oe")
    if text[end : end + 1] == "ย" and not has_vowel(text, end):
        return onset + "oei", end + 1, True
    return _shut(text, end, onset + "e")


def _written(text: str, place: int) -> tuple[str, int, bool]:
    """Read a syllable whose vowel is written behind, above or below its consonant."""
    onset, end = _onset(text, place)
    sign = text[end]
    if text.startswith("รร", end):
        sound, end, shut = _shut(text, end + 2, onset + "a")
        return (sound, end, True) if shut else (sound + "n", end, True)
    if text.startswith("ัว", end) and not has_vowel(text, end + 1):
        return _shut(text, end + 2, onset + "ua")
    if sign in "อว":
        return _shut(text, end + 1, onset + ("o" if sign == "อ" else "ua"))
    sound = onset + SIGNS[sign]
    end += 2 if text.startswith("ือ", end) else 1
    return (sound, end, True) if sign in _SHUT_SIGNS else _shut(text, end, sound)


def _bare(text: str, place: int, shut: bool) -> tuple[str, int, bool]:
    """Read consonants without a written vowel: two are a syllable with o, an odd one before them has a."""
    end = place
    while is_consonant(text, end) and not has_vowel(text, end):
        end += 1
    count = end - place
    if count == 1 and shut and not text[end:].rstrip(silent_letters()):
        return text[end:], len(text), True
    onset, behind = _onset(text, place)
    if behind - place == 2 and count % 2 and _closes(text, behind):
        return _shut(text, behind, onset + "o")
    if count % 2 == 0 and _closes(text, place + 1):
        return _shut(text, place + 1, consonants()[text[place]][0] + "o")
    return consonants()[text[place]][0] + "a", place + 1, False
