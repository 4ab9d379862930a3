"""Runs of Latin letters written by their names: ไออาร์พีซี is IRPC, ジェイビーシーシー is JBCC (table `letters`)."""

from sil.light import cache, lru_cache
from sil.text.tables import load

_TONES = dict.fromkeys(map(ord, "่้๊๋็"))


@lru_cache(maxsize=1 << 13)
def spelled_letters(word: str, fewest: int = 2) -> str:
    """Return the Latin letters whose names make up a whole word of Thai or kana, folded; nothing if they do not."""
    plain = word.translate(_TONES)
    found: dict[int, str] = {0: ""}
    for place in range(len(plain)):
        if place not in found:
            continue
        for size in range(_longest(), 0, -1):
            letter = _names().get(plain[place : place + size])
            end = place + size
            if letter and end <= len(plain) and (end not in found or len(found[end]) > len(found[place]) + 1):
                found[end] = found[place] + letter
    letters = found.get(len(plain), "")
    return letters if len(letters) >= fewest else ""


@cache
def _names() -> dict[str, str]:
    return {
        name.translate(_TONES): letter
        for names in load("letters").values()
        for letter, spellings in names.items()
        for name in spellings
    }


@cache
def _longest() -> int:
    return max(map(len, _names()))
