"""Cutting text into the terms of the index: one function for what is stored and for what is asked.

Thai and Japanese are written without spaces, so a run of their letters is cut into overlapping pieces of fixed
length; no dictionary decides, and any piece of two or more letters can be found. Thai needs pieces of three (with
pieces of two for short queries), Japanese pieces of two (with single characters for short queries and slips of the
pen). A Latin word is one term, its stem.

The terms of a text are two streams, one after the other, with a barrier between them:

    main   stems of Latin words, numbers, trigrams of Thai, bigrams of Japanese      "คนพิการ" -> คนพ นพิ พิก ิกา การ
    side   Latin words that differ from their stem, bigrams of Thai, single Japanese characters

Within a stream pieces of one run stand side by side, so that a run of the query is contained in the text exactly when
its pieces stand there one after the other (a phrase). Were the lengths interleaved in one stream, a phrase would need
both of them and be twice as long. A barrier also parts neighbouring runs of one script, so that no phrase reaches over
a space. Quoted English phrases work too: stems stand side by side in the main stream.

Latin words can be cut too (`slip_terms`), for indexes that are asked with slips of the pen.
"""

from itertools import groupby

from sil.light import Sequence, cache, lru_cache
from sil.text.fold import fold
from sil.text.scripts import DIGIT, HAN, KANA, THAI, script_of
from sil.text.spelling import standard

BARRIER = "\ue000"
"""Term that stands between the streams and between runs; no text has it, for folding drops private characters."""

_PIECE, _EDGE = "\ue001", "\ue002"
"""Private characters: before a piece of a word, which is then no word itself; at the two ends of a word."""

_WORD, _NUMBER, _JAPANESE = "word", "number", "japanese"
_KINDS = {THAI: THAI, KANA: _JAPANESE, HAN: _JAPANESE, DIGIT: _NUMBER}
_LONG = {THAI: 3, _JAPANESE: 2}
"""Length of the pieces in the main stream; those of the side stream are one shorter."""
_SLIP = 3
"""Length of the pieces of a Latin word."""


Run = tuple[str, str]
"""Its kind, and its letters, folded."""


def index_terms(text: str) -> list[str]:
    """Return the terms to store for a text, in order."""
    return terms_of(runs(text))


def terms_of(found: Sequence[Run]) -> list[str]:
    """Return the terms to store for a text, given by its runs; a barrier parts neighbours that a phrase could reach across."""
    main: list[str] = []
    side: list[str] = []
    last_in_main = last_in_side = ""
    for kind, run in found:
        if kind in _LONG:
            long = pieces(run, _LONG[kind])
            if long:
                main += (BARRIER, *long) if kind == last_in_main else long
                last_in_main = kind
            short = pieces(run, _LONG[kind] - 1) or [run]
            side += (BARRIER, *short) if kind == last_in_side and len(short[0]) > 1 else short
            last_in_side = kind
        else:
            word = stem(run)
            main.append(word)
            last_in_main = kind
            if word != run:
                side.append(run)
                last_in_side = kind
    return [*main, BARRIER, *side] if side else main


def query_phrases(text: str) -> list[list[str]]:
    """Return, for each run of a query, the terms that stand one after the other in a text that contains the run.

    A single Thai letter asks for nothing.
    """
    return [_phrase(kind, run) for kind, run in asked_runs(text)]


def asked_runs(text: str) -> list[Run]:
    """Return the runs of a query that can be looked for; a single Thai letter is no word, and stands within any."""
    return [(kind, run) for kind, run in runs(text) if kind != THAI or len(run) > 1]


def query_terms(text: str) -> list[str]:
    """Return the terms of a query, each once, for ranking texts that share some of them."""
    return [term for term in dict.fromkeys(index_terms(text)) if term != BARRIER]


def slip_terms(text: str) -> list[str]:
    """Return the pieces of a text's Latin (or other) words, the ends of a word included; each is marked as a piece."""
    return [
        _PIECE + piece for kind, run in runs(text) if kind == _WORD for piece in pieces(f"{_EDGE}{run}{_EDGE}", _SLIP)
    ]


def runs(text: str) -> list[Run]:
    """Return the runs of a text, folded, in the spelling that is searched: a Latin (or other) word, a number, a stretch of Thai or of Japanese."""
    return [run for word in fold(standard(text)).split() for run in runs_in(word)]


def runs_in(word: str) -> Sequence[Run]:
    """Return the runs of a folded word, all that it has."""
    kinds = {_WORD} if word.isascii() and word.isalpha() else set(map(_kind, set(word)))
    if len(kinds) == 1:
        return ((kinds.pop(), word),)
    return [(kind, "".join(chars)) for kind, chars in groupby(word, _kind)]


def pieces(run: str, size: int) -> list[str]:
    """Return the overlapping pieces of a run; none if it is shorter than one piece."""
    return [run[place : place + size] for place in range(len(run) - size + 1)]


def stem(word: str) -> str:
    """Return an English word without the endings of plural, -ing and -ed; other words stay as they are."""
    return _stem(word) if word.isascii() and len(word) > 3 else word


@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str:
    stemmed = _without_plural(word)
    for ending in ("ing", "ed"):
        rest = stemmed.removesuffix(ending)
        if rest != stemmed and len(rest) > 2 and any(vowel in rest for vowel in "aeiouy"):
            stemmed = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    return stemmed[:-1] if stemmed.endswith("e") and len(stemmed) > 3 else stemmed


def _without_plural(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _kind(char: str) -> str:
    return _KINDS.get(script_of(char), _WORD)


def _phrase(kind: str, run: str) -> list[str]:
    return (pieces(run, _LONG[kind]) if kind in _LONG else [stem(run)]) or [run]
