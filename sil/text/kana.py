"""Reading of kana in Latin letters (Hepburn); long vowels as they are written: おう is ou, ー repeats the vowel."""

from sil.light import cache
from sil.text.fold import fold
from sil.text.tables import load

_SOKUON, _LONG, _N = "っ", "ー", "ん"


def romaji(text: str) -> str:
    """Return a text, folded, with its kana in Latin letters; characters that are not kana stay."""
    folded = fold(text)
    if folded.isascii():
        return folded
    out = ""
    for place, char in enumerate(folded):
        if char == _LONG:
            out += _lengthened(out[-1:], is_last=place + 1 == len(folded))
        elif char == _SOKUON:
            out += _doubled(_sound(folded, place + 1))
        elif char == _N:
            out += "n'" if _sound(folded, place + 1)[:1] in tuple("aiueoy") else "n"
        else:
            out += _sound(folded, place)
    return out


def _lengthened(vowel: str, *, is_last: bool) -> str:
    """Return what makes a vowel long; within a word that is ei, for the ee of English is a long i (キーパー, keeper)."""
    if vowel not in tuple("aiueo"):
        return ""
    return "i" if vowel == "e" and not is_last else vowel


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = load("kana")
    return table


def _sound(text: str, place: int) -> str:
    """Return the sound that begins at a place: of a kana with the small one after it, or nothing for a small one."""
    if place >= len(text):
        return ""
    table, char = _table(), text[place]
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if char in table["small"] and before in table["kana"] and before not in table["small"] and before != _N:
        return ""
    sound = table["kana"].get(char, char)
    if char not in table["kana"] or after not in table["small"] or char in table["small"] or char == _N:
        return sound
    return _glide(char, sound, table["small"][after])


def _glide(char: str, sound: str, small: str) -> str:
    """Join a kana and a small one: き and ゃ are kya, ふ and ぁ fa, し and ゃ sha, う and ぉ wo."""
    onset = _table()["glides"].get(char, sound[:-1])
    if small[0] == "y" and onset in {"sh", "ch", "j"}:
        return onset + small[1:]
    return onset + small


def _doubled(sound: str) -> str:
    if sound.startswith("ch"):
        return "t"
    return sound[:1] if sound[:1].isascii() and sound[:1] not in tuple("aiueon") else ""
