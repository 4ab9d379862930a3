"""Rules about how texts are typed: what the eye does not see, and what is written under the wrong language."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sil.problem import Problem
from sil.records.rules.records import Seen
from sil.records.shape import Basic, Said
from sil.records.theme import OtherLabels
from sil.records.types import Name
from sil.text.scripts import HAN, KANA, LATIN, THAI, script_of
from sil.text.slips import thai_slips, unseen

_LANGUAGES = {LATIN: "en", THAI: "th", KANA: "ja", HAN: "ja"}

_BESIDE = 3
"""Letters of another script to one of its own from which on a text is not of its language: more than a name in it."""


def mistyped_thai(seen: Seen) -> Iterator[Problem]:
    """Find Thai that only looks right: เเ for แ, ํา for ำ, marks in a wrong order, twice, or on nothing."""
    for at, text in _strings(seen.plain, seen.at):
        for found, meant in dict(thai_slips(text)).items():
            yield seen.problem("SIL226", at, found=found, codes=_codes(found), nearest=meant)


def unseen_characters(seen: Seen) -> Iterator[Problem]:
    """Find characters that nobody sees, as spaces of no width: they part words for a search of other programs."""
    for at, text in _strings(seen.plain, seen.at):
        for found in dict.fromkeys(unseen(text)):
            yield seen.problem("SIL227", at, found=found)


def texts_under_another_language(seen: Seen) -> Iterator[Problem]:
    """Find texts nearly all of whose letters are of another language than the one they are given as.

    Names in the letters of their country may stand in any text, and Latin letters be all of it.
    """
    for at, lang, text in _spoken(seen):
        count = Counter(_LANGUAGES.get(script_of(char), "") for char in text)
        count.pop("", None)
        meant = max(count, key=lambda known: count[known], default=lang)
        if meant not in (lang, "en") and count[lang] * _BESIDE < count[meant]:
            yield seen.problem("SIL228", at, lang=lang, found=meant)


def _spoken(seen: Seen) -> Iterator[tuple[str, str, str]]:
    """Yield path, language and text of all that is given in a language."""
    for at, shape, value in seen.parts:
        if shape == Basic("text") or (isinstance(shape, Said) and isinstance(value, dict)):
            yield from ((f"{at}.{lang}", lang, text) for lang, text in value.items())
    for at, words in seen.nested(OtherLabels):
        yield from ((f"{at}.{lang}.{place}", lang, word) for lang in words for place, word in enumerate(words[lang]))
    for at, name in seen.nested(Name):
        yield f"{at}.text", name["lang"], name["text"]


def _strings(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield all strings in a record, with their paths."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(inner, f"{at}.{key}" if at else str(key))


def _codes(text: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in text)
