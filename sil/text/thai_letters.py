"""Thai letters as they stand in a word: which are consonants, which have a vowel of their own, which ์ silences."""

from sil.light import cache
from sil.text.tables import load

_TONES_AND_SIGNS = dict.fromkeys(map(ord, "่้๊๋็ฺํ๎ๆฯๅ"))
_KILLER = "์"
SILENT = 0xD400
"""Between a letter and the private character it is when ์ silences it."""
SIGNS = {"ะ": "a", "ั": "a", "า": "a", "ำ": "am", "ิ": "i", "ี": "i", "ึ": "ue", "ื": "ue", "ุ": "u", "ู": "u"}
"""How a vowel that is written behind, above or below its consonant sounds."""
_LED_BY_H = "งญณนมยรลว"


def audible(run: str) -> str:
    """Return folded Thai without tones; a letter that ์ silences is a private character."""
    kept = ""
    for char in run.translate(_TONES_AND_SIGNS).replace("ฤ", "ริ"):
        if char == _KILLER:
            kept = kept[:-1] if kept[-1:] in tuple("ิุ") else kept
            kept = kept[:-1] + (chr(ord(kept[-1]) + SILENT) if kept[-1:] in consonants() else "")
        else:
            kept += char
    return kept


@cache
def consonants() -> dict[str, list[str]]:
    """Return for each consonant its sound at the beginning of a syllable, at its end, and its class."""
    table: dict[str, list[str]] = load("thai")["consonants"]
    return table


@cache
def silent_letters() -> str:
    """Return all letters that ์ silences."""
    return "".join(map(chr, spoken()))


@cache
def spoken() -> dict[int, str]:
    """Return for each silent letter the letter itself, but for an r, which English does not speak there either."""
    return {ord(char) + SILENT: "" if char == "ร" else char for char in consonants()}


@cache
def marks() -> tuple[str, ...]:
    """Return the vowels written behind, above or below a consonant."""
    return tuple(SIGNS)


def is_consonant(text: str, place: int) -> bool:
    """Whether a consonant that is heard stands here."""
    return text[place : place + 1] in consonants()


def is_silent(text: str, place: int) -> bool:
    """Whether a letter that ์ silences stands here."""
    return "\ue000" < text[place : place + 1] < "\uf000"


def is_pair(text: str, place: int) -> bool:
    """Whether two consonants here may begin a syllable together: กร, หม, อย."""
    first, second = text[place : place + 1], text[place + 1 : place + 2]
    led = (first == "ห" and second and second in _LED_BY_H) or (first == "อ" and second == "ย")
    return bool(led) or first + second in load("thai")["clusters"]


def has_own_vowel(text: str, place: int) -> bool:
    """Whether a vowel is written behind, above or below the consonant here."""
    after, next_after = text[place + 1 : place + 2], text[place + 2 : place + 3]
    if after in marks() or text.startswith("รร", place + 1):
        return True
    if after == "อ":
        return next_after not in marks()
    return after == "ว" and is_consonant(text, place + 2) and not has_own_vowel(text, place + 2)


def has_vowel(text: str, place: int) -> bool:
    """Whether a vowel is written behind, above or below the consonant here, or the pair that begins here."""
    return has_own_vowel(text, place) or (is_pair(text, place) and has_own_vowel(text, place + 1))
