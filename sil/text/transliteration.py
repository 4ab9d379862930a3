"""Thai letter by letter in Latin script, as catalogues and translation programs write it: each letter, heard or not."""

from sil.light import cache
from sil.text.fold import fold
from sil.text.scripts import THAI, script_of
from sil.text.tables import load

_LEADERS = "เแโใไ"


def letter_by_letter(text: str) -> str:
    """Return a text, folded, with each Thai letter as one of Latin script, whether it is heard or not (ISO 11940).

    Vowels stand behind their consonant, vowel signs that only differ in a mark are one: หลวง is hlwng, เมือง meuxng.
    """
    letters = _letters()
    out, leader = "", ""
    for char in fold(text):
        found = letters.get(char, "" if script_of(char) == THAI else char)
        if char in _LEADERS:
            out, leader = out + leader, found
        else:
            out, leader = out + found + leader, ""
    return out + leader


@cache
def _letters() -> dict[str, str]:
    """Return for each Thai letter the Latin one that stands for it."""
    table = load("thai")
    return {**{char: sounds[0] for char, sounds in table["consonants"].items()}, **table["letters"]}
