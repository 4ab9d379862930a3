"""Readings of kanji by SudachiPy, the extra `ja`; without it kanji are compared as they are written, and by meaning."""

from sil.light import Any, cache, lru_cache
from sil.text.fold import fold
from sil.text.scripts import HAN, script_of

_LONGEST = 1000
"""Characters of the longest text that is read; SudachiPy refuses some tens of thousands of bytes."""


LITTLE_KE = "ヶ"
"""Read ga between kanji; dictionaries write it so."""

_BINDING = {"け": LITTLE_KE, "之": "の"}


def has_kanji(text: str) -> bool:
    """Whether a text has characters that are not read letter by letter."""
    return not text.isascii() and any(script_of(char) == HAN for char in text)


def bound_ways(word: str) -> tuple[str, ...]:
    """Return the ways to take a folded word, the likeliest first: ゖ, け and 之 between kanji may be ga and no (茅ヶ崎)."""
    word = word.replace("ゖ", LITTLE_KE)
    taken = "".join(
        _BINDING.get(char, char)
        if has_kanji(word[place - 1 : place]) and has_kanji(word[place + 1 : place + 2])
        else char
        for place, char in enumerate(word)
    )
    return (word,) if taken == word else (word, taken)


@lru_cache(maxsize=1 << 14)
def kana_readings(text: str) -> tuple[str, ...]:
    """Return the likely readings of a Japanese text in hiragana: by its longest words, and by its shortest."""
    reader = _reader() if len(text) <= _LONGEST else None
    if reader is None:
        return ()
    tokenizer, modes = reader
    return tuple(dict.fromkeys(_read(tokenizer.tokenize(text, mode)) for mode in modes))


def _read(words: Any) -> str:
    """Join the readings of words; what needs none, or has none, stays."""
    return "".join(
        fold(word.reading_form()) if has_kanji(word.surface()) else word.surface() for word in words
    ).replace(" ", "")


@cache
def _reader() -> tuple[Any, tuple[Any, ...]] | None:
    try:
        from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 - an extra, and slow to start
    except ImportError:
        return None
    try:
        tokenizer = Dictionary(dict="core").tokenizer()
    except ImportError:
        return None
    return tokenizer, (SplitMode.C, SplitMode.A)
