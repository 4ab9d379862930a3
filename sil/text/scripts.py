"""Which script a character belongs to, and which language a text is most likely in."""

import unicodedata

from sil.light import cache

LATIN, THAI, KANA, HAN, DIGIT, OTHER = "latin", "thai", "kana", "han", "digit", "other"

_KANA_SIGNS = "゛゜ー゙゚"
_HAN_SIGNS = "々〆〇〻"
_FULLWIDTH_KANA_SIGNS = "ｰﾞﾟ"


@cache
def script_of(char: str) -> str:
    """Return the script of a character: `latin`, `thai`, `kana`, `han`, `digit` or `other`."""
    if unicodedata.decimal(char, None) is not None:
        return DIGIT
    if "\u0e01" <= char <= "\u0e4e" and char != "฿":
        return THAI
    if _is_kana(char):
        return KANA
    if char in _HAN_SIGNS or unicodedata.name(char, "").startswith("CJK "):
        return HAN if unicodedata.category(char)[0] in "LN" else OTHER
    return LATIN if "LATIN" in unicodedata.name(char, "").split() else OTHER


def scripts_in(text: str) -> set[str]:
    """Return the scripts of a text; spaces, punctuation and symbols count as `other`."""
    return {script_of(char) for char in set(text)}


def language_of(text: str) -> str:
    """Return the language a text is in by its script: any Thai is `th`, any kana or han `ja`, anything else `en`."""
    scripts = scripts_in(text)
    if THAI in scripts:
        return "th"
    return "ja" if scripts & {KANA, HAN} else "en"


def _is_kana(char: str) -> bool:
    if char in _KANA_SIGNS or char in _FULLWIDTH_KANA_SIGNS:
        return True
    words = unicodedata.name(char, "").split()
    return bool({"HIRAGANA", "KATAKANA"} & set(words)) and unicodedata.category(char)[0] == "L"
