"""Slips of typing that the eye does not see: Thai signs that only look right, and characters that cannot be seen."""

import re
import unicodedata
from collections.abc import Iterator

from sil.text.fold import order_thai_marks

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_VOWELS, _TONES = set("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47"), set("\u0e48\u0e49\u0e4a\u0e4b")
_SLIP = re.compile(
    f"""
    เเ                                  # two เ look like แ
    | (?<![ฤฦ])ๅ                        # looks like า; right only behind ฤ and ฦ
    | [ก-ฮ]?[{_MARKS}]+[าำ]?[{_MARKS}]*  # what stands on one consonant, with ํ + า in the place of ำ
    | [ก-ฮ]?ำ[{_MARKS}]+                # a mark behind ำ, which stands on the consonant before it
    | [ก-ฮ]?[ะา][{_MARKS}]+             # or behind a vowel that bears none
    """,
    re.VERBOSE,
)
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_LOOKS = {"เเ": "แ", "ๅ": "า"}
_JOINER = "\u200d"


def thai_slips(text: str) -> Iterator[tuple[str, str]]:
    """Yield each stretch of Thai that is typed wrong, with what was meant; empty where that cannot be said."""
    for match in _SLIP.finditer(text):
        found = match[0]
        meant = _meant(found, text[: match.start()])
        if meant != found:
            yield found, meant


def unseen(text: str) -> Iterator[str]:
    """Yield each character that takes no space and says nothing, as `U+200B`; one that joins signs of a picture is meant."""
    for match in _UNSEEN.finditer(text):
        if match[0] != _JOINER or not _is_picture(text[: match.start()]):
            yield f"U+{ord(match[0]):04X}"


def _meant(found: str, before: str) -> str:
    """Return what a stretch should be: itself, another, or nothing where that cannot be said."""
    if found in _LOOKS:
        return _LOOKS[found]
    if not "ก" <= found[0] <= "ฮ":  # on no consonant: on a sign that shows marks, as ◌, or on nothing
        return "" if not before.strip() or before[-1].isspace() or before[-1] in "ะาๆฯ" else found
    marks = set(found)
    if len(marks & _VOWELS) > 1 or len(marks & _TONES) > 1:
        return ""
    if found[1] in "ะา" and found[2:]:
        found = found[0] + found[2:] + found[1]
    return order_thai_marks(found.replace("ำ", "ํา"))


def _is_picture(before: str) -> bool:
    return unicodedata.category(before[-1:] or " ") in {"So", "Sk"} or before.endswith("\ufe0f")
