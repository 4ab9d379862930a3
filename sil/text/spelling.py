"""One spelling for what is searched: abbreviations without their dots, and words that are written in several ways.

พ.ร.บ. is พรบ and H.I.S. is HIS, in texts as in questions; 障がい is 障害 (table `spellings`). Names are compared as they are.
An abbreviation is at least two letters with a dot between them; a Thai letter has its vowels and tones with it (มี.ค.).
"""

from sil.light import Iterator, NamedTuple
from sil.text.tables import load

_DOT, _WIDE_DOT = ".", "．"
_THAI_BEFORE = frozenset("เแโใไ")
_THAI_BEHIND = frozenset(map(chr, (*range(0x0E30, 0x0E3B), *range(0x0E45, 0x0E4F))))


class Respelled(NamedTuple):
    """A stretch of a text, and what it is searched as."""

    begin: int
    end: int
    form: str


def respelled(text: str) -> Iterator[Respelled]:
    """Yield the stretches of a text that are searched in another spelling; an abbreviation stands apart from its neighbours."""
    dotted = text.replace(_WIDE_DOT, _DOT)
    if _DOT in dotted:
        for begin, end in _abbreviations(dotted):
            yield Respelled(begin, end, f" {dotted[begin:end].replace(_DOT, '')} ")
    if not text.isascii():
        for written, form in load("spellings").items():
            at = text.find(written)
            while at >= 0:
                yield Respelled(at, at + len(written), form)
                at = text.find(written, at + len(written))


def standard(text: str) -> str:
    """Return a text in the spelling that is searched; doing it again changes nothing."""
    for begin, end, form in sorted(respelled(text), reverse=True):
        text = text[:begin] + form + text[end:]
    return text


# --- abbreviations, read by hand: the module of regular expressions takes longer to import than a search --------------------


def _abbreviations(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the abbreviations of a text begin and end."""
    dot = text.find(_DOT)
    while dot >= 0:
        begin, end, letters = _letter_before(text, dot), dot + 1, 1
        while begin < dot and (after := _letter_behind(text, end, is_thai=_is_thai(text[dot - 1]))) > end:
            letters += 1
            end = after + (text[after : after + 1] == _DOT)
            if end == after:
                break
        if letters > 1:
            yield begin, end
        dot = text.find(_DOT, end)


def _letter_before(text: str, dot: int) -> int:
    """Return where the letter begins that stands before a dot; the dot itself if it is none, or not alone."""
    begin = dot - 1
    if begin < 0 or not (_is_latin(text[begin]) or _is_thai(text[begin])):
        return dot
    if _is_latin(text[begin]):
        return dot if begin and text[begin - 1].isalnum() else begin
    while begin and text[begin] in _THAI_BEHIND:
        begin -= 1
    if not _is_consonant(text[begin]):
        return dot
    return begin - 1 if begin and text[begin - 1] in _THAI_BEFORE else begin


def _letter_behind(text: str, begin: int, *, is_thai: bool) -> int:
    """Return where a letter ends that begins at a place, with a dot or no further letter behind it; the place if none does."""
    end = begin + (is_thai and text[begin : begin + 1] in _THAI_BEFORE)
    char = text[end : end + 1]
    if not char or not (_is_consonant(char) if is_thai else _is_latin(char)):
        return begin
    end += 1
    while is_thai and text[end : end + 1] in _THAI_BEHIND:
        end += 1
    after = text[end : end + 1]
    return begin if after and (_is_thai(after) if is_thai else after.isalnum()) else end


def _is_consonant(char: str) -> bool:
    return "ก" <= char <= "ฮ"


def _is_thai(char: str) -> bool:
    return "ก" <= char <= "\u0e4e"


def _is_latin(char: str) -> bool:
    return "a" <= char <= "z" or "A" <= char <= "Z" or "ａ" <= char <= "ｚ" or "Ａ" <= char <= "Ｚ"
