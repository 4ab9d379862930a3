"""Reading kanji of names without a dictionary of words: each by its commonest sound, or by its commonest native word.

Two guesses for short runs, for names that a dictionary misreads and where none is installed (table `kanji`).
"""

from sil.light import cache
from sil.text.scripts import HAN, KANA, script_of
from sil.text.tables import load

_FIRST = "\u4e00"
"""No kanji of the table stands before it, nor does any Thai letter or kana behind it."""
_LONGEST = 4
"""Kanji of a run that is read in this way; longer ones are made of words."""

_STOPPED = {"つ": "かさたは", "ち": "かさたは", "く": "か"}
"""What is spoken as a stop (っ) before the rows that begin with these."""
_ROWS = {"か": "かきくけこ", "さ": "さしすせそ", "た": "たちつてと", "は": "はひふへほ"}
_AGAIN = "々"
_HARD = str.maketrans("はひふへほ", "ぱぴぷぺぽ")


def guesses(run: str) -> tuple[str, ...]:
    """Return up to two readings of a run of kanji and kana, in hiragana; none if it is long or has a kanji not known."""
    if not 1 < len(run) <= _LONGEST:
        return ()
    plain = "".join(run[place - 1] if char == _AGAIN and place else char for place, char in enumerate(run))
    return tuple(dict.fromkeys(filter(None, (_native(plain.replace("ゖ", "が")), _sound(plain)))))


def _native(run: str) -> str:
    found = [_table("native").get(char, char if script_of(char) == KANA else "") for char in run]
    return "".join(found) if all(found) else ""


def _sound(run: str) -> str:
    found = [_table("sound").get(char, "") for char in run]
    if not all(found):
        return ""
    out = found[0]
    for reading in found[1:]:
        row = next((first for first, row in _ROWS.items() if reading[0] in row), "")
        if row and row in _STOPPED.get(out[-1], "") and len(out) > 1:
            out = out[:-1] + "っ" + (reading[0].translate(_HARD) + reading[1:] if row == "は" else reading)
        else:
            out += reading
    return out


def modern(text: str) -> str:
    """Return a text with the forms of kanji that are in use today in place of old ones: 學 is 学."""
    return text.translate(_modern()) if any(char >= _FIRST for char in text) else text


def filled(reading: str) -> str:
    """Return a reading in kana in which kanji were left that no dictionary knows, with a guess for each, or without it."""
    return "".join(
        char if script_of(char) != HAN else _table("sound").get(char) or _table("native").get(char, "")
        for char in reading
    )


@cache
def _modern() -> dict[int, str]:
    return {ord(old): new for new, olds in load("kanji")["old"].items() for old in olds}


@cache
def _table(section: str) -> dict[str, str]:
    return {char: reading for reading, chars in load("kanji")[section].items() for char in chars}
