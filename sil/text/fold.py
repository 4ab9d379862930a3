"""Folding: one form for all the ways in which the same word is typed.

The steps, in this order: compatibility decomposition (full and half width, ㈱, ①), case, accents of Latin and its kin
dropped, katakana to hiragana, digits of any script to ASCII, everything that is neither letter, mark nor number to a
space, invisible characters dropped, composition (が typed as two code points is one), the marks of a Thai consonant in
one order with ํ + า as ำ, spaces collapsed. Thai vowels and tones and Japanese voicing marks are letters of their
words and stay.
"""

import unicodedata
from itertools import pairwise

from sil.light import cache, lru_cache

# Letters that Unicode does not decompose although a typist without them would.
_BASE_LETTERS = {
    "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
}  # fmt: skip
_ACCENTS = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F))
_VARIANTS = (0xE0100, 0xE01EF)
_KATAKANA_TO_HIRAGANA = ord("ァ") - ord("ぁ")
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
# Order of the marks on one Thai consonant: phinthu, vowels, tones, ์, ๎, ํ.
_THAI_MARKS = {mark: place for place, mark in enumerate("\u0e3a\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47")}
_THAI_MARKS |= {mark: 20 + place for place, mark in enumerate("\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e\u0e4d")}
_MARKS = frozenset(_THAI_MARKS)
_STACKED = _MARKS | {_SARA_AM}
_OUT_OF_ORDER = frozenset(
    {(one, other) for one in _MARKS for other in _MARKS if _THAI_MARKS[one] >= _THAI_MARKS[other]}
    | {(one, other) for one in (_NIKHAHIT, _SARA_AM) for other in (*_MARKS, _SARA_AA, _SARA_AM)}
)
"""Neighbours that are put in order, become one, or might stand on the same consonant."""
_JAMO = frozenset(map(chr, range(0x1160, 0x1200)))
"""Vowels and finals of Hangul, which join what stands before them."""
_IOTA = "\u0345"
"""Greek mark that is a letter when case is folded, wherever other marks have moved it."""
_VOICING = 9
"""Combining class of voicing marks and the like, up to which no mark changes place with a Thai one."""
_SHORT = 64
"""Characters of a text that is likely to come again."""
_NEIGHBOURS = "\ue0ff"
"""Stands for a character whose form depends on its neighbours; folding keeps no private character."""


def fold(text: str) -> str:
    """Return the form in which texts are compared; folding it again changes nothing."""
    return _folded_once(text) if len(text) <= _SHORT else _folded(text)


def _folded(text: str) -> str:
    """Fold character by character, which nearly all texts allow; where neighbours matter, step by step."""
    folded = text.translate(_FOLDED)
    if folded.isascii():
        return " ".join(folded.split())
    return _fold_in_steps(text) if _has_neighbours(folded) else " ".join(folded.split())


def folded_letters(text: str) -> str | None:
    """Return a text folded character by character, each in its place, without spaces joined; None where it is not so."""
    if any(len(_FOLDED[ord(char)]) != 1 for char in set(text)):
        return None
    folded = text.translate(_FOLDED)
    return None if _has_neighbours(folded) else folded


def _has_neighbours(folded: str) -> bool:
    """Whether characters of a text that was folded one by one have a say in each other's form."""
    if _NEIGHBOURS in folded or "เเ" in folded:
        return True
    return not _STACKED.isdisjoint(folded) and not _OUT_OF_ORDER.isdisjoint(pairwise(folded))


_folded_once = lru_cache(maxsize=1 << 12)(_folded)
"""For words and names, which are folded again and again."""


def _fold_in_steps(text: str) -> str:
    """Fold a text by the steps as they are defined."""
    composed = unicodedata.normalize("NFC", "".join(map(_fold_char, _decomposed(text))))
    return " ".join(order_thai_marks(composed).split())


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())


def order_thai_marks(text: str) -> str:
    """Bring the marks of each Thai consonant into one order, each once; ํ with า is ำ, two เ are แ."""
    if not any(mark in text for mark in _THAI_MARKS):
        return text.replace("เเ", "แ")
    out: list[str] = []
    place = 0
    while place < len(text):
        end = _end_of_marks(text, place)
        if end == place:
            out.append(text[place])
            place += 1
            continue
        marks = set(text[place:end])
        if _NIKHAHIT in marks and text[end : end + 1] == _SARA_AA:
            place, end = end + 1, _end_of_marks(text, end + 1)
            marks = (marks | set(text[place:end])) - {_NIKHAHIT}
            out += [*sorted(marks, key=_THAI_MARKS.__getitem__), _SARA_AM]
        else:
            out += sorted(marks, key=_THAI_MARKS.__getitem__)
        place = end
    return "".join(out).replace("เเ", "แ")


def _end_of_marks(text: str, place: int) -> int:
    while place < len(text) and text[place] in _THAI_MARKS:
        place += 1
    return place


@cache
def _fold_char(char: str) -> str:
    """Return what a decomposed, case-folded character becomes: itself, another, a space, or nothing."""
    code = ord(char)
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if "ァ" <= char <= "ヶ" or char in "ヽヾ":
        return chr(code - _KATAKANA_TO_HIRAGANA)
    if any(low <= code <= high for low, high in (*_ACCENTS, _VARIANTS)):
        return ""
    category = unicodedata.category(char)
    if category in {"Cf", "Me"}:
        return ""
    return _BASE_LETTERS.get(char, char) if category[0] in "LNM" else " "


def _fold_alone(char: str) -> str:
    """Return what a character becomes wherever it stands, or `_NEIGHBOURS` if its neighbours have a say."""
    folded = "".join(map(_fold_char, _decomposed(char)))
    foreign = [mark for mark in folded if unicodedata.category(mark)[0] == "M" and mark not in _MARKS]
    shifting = _IOTA in unicodedata.normalize("NFKD", char)
    if shifting or folded[:1] in (*foreign, *_JAMO) or any(unicodedata.combining(mark) > _VOICING for mark in foreign):
        return _NEIGHBOURS
    return order_thai_marks(unicodedata.normalize("NFC", folded))


class _Folded(dict[int, str]):
    """What each character becomes, worked out when it is met for the first time."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_alone(chr(code))
        return self[code]


_FOLDED = _Folded()
