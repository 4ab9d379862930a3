"""What words mean: concepts of three languages, found in names that are written with and without spaces (table `glosses`).

A concept is a number; words of three languages that share one mean the same. Latin names are looked up word by word,
Thai and Japanese ones are cut from left to right, at each place by the longest word of the table. What no word covers
is left between them, and is compared by its sound. Each language has a file of its own, read when a name needs it.
"""

from sil.light import Iterator, Mapping, NamedTuple, Sequence, cache, lru_cache
from sil.match.tables import load
from sil.text.fold import fold
from sil.text.grams import stem
from sil.text.scripts import HAN, script_of

_TONES = dict.fromkeys(map(ord, "็่้๊๋๎"))
_BOUND = frozenset("ะัาำิีึืฺุูๅ์ํ")
"""Thai signs that belong to the consonant before them."""

JOINING = frozenset([
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und", "s", "แห่ง", "ของ", "เพื่อ", "และ",
    "แอนด์", "เพือ", "แหง", "แอนด", "の", "と", "あんど",
])  # fmt: skip
"""Words that join others; they are left out of a name's parts."""

_LEADERS = tuple("เแโใไ")
_SHORTEST = {"th": 3, "ja": 2}
_PHRASE = 3
_DERIVED = (("ical", "y"), ("ical", "ic"), ("al", ""), ("al", "e"), ("ial", "y"), ("ic", "y"), ("ic", ""), ("er", ""), ("er", "e"),
            ("or", ""), ("ist", ""), ("ist", "y"), ("ment", ""), ("ation", ""), ("ation", "e"), ("ion", ""), ("ion", "e"), ("ese", ""),
            ("ian", "y"), ("an", ""), ("y", ""), ("ry", "r"))  # fmt: skip
"""Endings of derived English words, and what stands in their place in the word they come from."""


class Piece(NamedTuple):
    """A stretch of a name: a word with a meaning, or what lies between such words."""

    text: str
    concepts: tuple[int, ...]

    inner: tuple["Piece", ...] = ()
    """The words with a meaning that a longer one is made of, for names that translate it piece by piece: of 女子大学,
    女子 and 大学."""


def gloss_key(word: str, lang: str) -> str:
    """Return the form in which a word is looked up: stems of English, Thai without tones, Japanese without spaces."""
    folded = fold(word)
    if lang == "en":
        return " ".join(map(stem, folded.split()))
    return folded.replace(" ", "").translate(_TONES)


@cache
def kind_concepts() -> dict[int, tuple[str, ...]]:
    """Return the concepts of words for a kind of body, each with the kinds it may stand for: foundation, network."""
    return {int(concept): tuple(kinds) for concept, kinds in load("kinds").items()}


def latin_pieces(core: str) -> Iterator[Piece]:
    """Yield the words of a folded Latin name; a phrase of the table is one."""
    table, words = _words("en"), core.split()
    place = 0
    while place < len(words):
        for size in range(min(_PHRASE, len(words) - place), 0, -1):
            stretch = words[place : place + size]
            concepts = _concepts(stretch, table)
            if concepts or size == 1:
                inner = [Piece(word, tuple(_concepts([word], table))) for word in stretch if word not in JOINING]
                yield Piece(" ".join(stretch), tuple(concepts), _all_known(inner))
                place += size
                break


def _all_known(inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a word if they are several and each has a meaning, else none."""
    return tuple(inner) if len(inner) > 1 and all(piece.concepts for piece in inner) else ()


def _concepts(stretch: Sequence[str], table: Mapping[str, list[int]]) -> Sequence[int]:
    """Return what words mean; the last may be derived from one of the table: developmental from development."""
    stems = [*map(stem, stretch)]
    *before, last = stems
    tries = [
        last,
        *(last.removesuffix(end) + new for end, new in _DERIVED if last.endswith(end) and len(last) > len(end) + 3),
    ]
    return next((found for word in tries if (found := table.get(" ".join((*before, word))))), ())


@lru_cache(maxsize=1 << 14)
def glued_pieces(run: str, lang: str) -> tuple[Piece, ...]:
    """Cut a folded run of Thai (`th`) or Japanese (`ja`) letters by the words of the table."""
    return tuple(_cut(run.translate(_TONES) if lang == "th" else run, lang, _longest(lang)))


def _cut(run: str, lang: str, longest: int) -> Iterator[Piece]:
    """Yield the words of the table up to a length, each with its own cut by shorter ones, and what lies between."""
    start = place = 0
    while place < len(run):
        word = _word_at(run, place, lang, longest)
        if not word:
            place += 1
            continue
        if place > start:
            yield Piece(run[start:place], ())
        inner = list(_cut(word, lang, len(word) - 1)) if len(word) > _SHORTEST[lang] else []
        yield Piece(word, tuple(_words(lang)[word]), _all_known(inner))
        start = place = place + len(word)
    if start < len(run):
        yield Piece(run[start:], ())


def _word_at(run: str, place: int, lang: str, longest: int) -> str:
    """Return the longest word of the table that begins here and parts no syllable."""
    if lang == "th" and run[place] in _BOUND:
        return ""
    table = _words(lang)
    for end in range(min(len(run), place + longest), place, -1):
        word = run[place:end]
        if word in table and _is_whole(run, place, end, lang):
            return word
    return ""


def _is_whole(run: str, place: int, end: int, lang: str) -> bool:
    """Whether a word stands for itself here; a single kanji does only at the end, or as the whole."""
    if lang == "th":
        return (
            end - place >= _SHORTEST[lang]
            and run[end : end + 1] not in _BOUND
            and run[place - 1 : place] not in _LEADERS
        )
    if end - place >= _SHORTEST[lang]:
        return True
    return script_of(run[place]) == HAN and end == len(run)


@cache
def _words(lang: str) -> dict[str, list[int]]:
    words: dict[str, list[int]] = load(f"glosses-{lang}")
    return words


@cache
def _longest(lang: str) -> int:
    return max(map(len, _words(lang)), default=0)
