"""What words mean: concepts of three languages, found in names that are written with and without spaces (table `glosses`).

A concept is a number; words of three languages that share one mean the same. Latin names are looked up word by word,
Thai and Japanese ones are cut from left to right, at each place by the longest word of the table. What no word covers
is left between them, and is compared by its sound. Each language has a file of its own, read when a name needs it.
"""

from sil.light import Iterator, Mapping, NamedTuple, Sequence, cache, lru_cache
from sil.match.tables import load
from sil.text.fold import fold
from sil.text.grams import stem
from sil.text.scripts import HAN, KANA, script_of

_TONES = dict.fromkeys(map(ord, "็่้๊๋๎"))
_BOUND = frozenset("ะัาำิีึืฺุูๅ์ํ")
"""Thai signs that belong to the consonant before them."""

JOINING = frozenset([
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und", "s", "แห่ง", "ของ", "เพื่อ", "และ",
    "แอนด์", "เพือ", "แหง", "แอนด", "การ", "ความ", "ใน", "โดย", "の", "と", "あんど",
])  # fmt: skip
"""Words that join others; they are left out of a name's parts."""

_LEADERS = tuple("เแโใไ")
_SHORTEST = {"th": 3, "ja": 2}
_PHRASE = 3
_FREE = 3
"""Kana up to which a word is likelier a part of another one."""

_PAIR = 2
"""Letters of a run in which the first may stand alone: 港|区."""

_WORD, _GAP, _LONE, _SHORT, _NEVER = 9, 9, 9, 12, 1 << 30
_LETTER = {"th": 6, "ja": 10}
"""What it costs to cut a run: a word, a stretch without words, one of a single letter, a few kana among others, and
each letter that no word covers."""

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
    return tuple(_cut(run.translate(_TONES) if lang == "th" else run, lang, len(run)))


def _cut(run: str, lang: str, longest: int) -> Iterator[Piece]:
    """Yield the words of the table up to a length, each with its own cut by shorter ones, and what lies between."""
    for start, end, known in _spans(run, lang, longest):
        word = run[start:end]
        if not known:
            yield Piece(word, ())
            continue
        inner = [*_cut(word, lang, len(word) - 1)] if len(word) > _SHORTEST[lang] else []
        inner = [piece for piece in inner if piece.text not in JOINING]
        yield Piece(word, tuple(_words(lang)[word]), _all_known(inner))


def _spans(run: str, lang: str, longest: int) -> list[tuple[int, int, bool]]:
    """Return the cheapest way to cut a run: where each stretch begins and ends, and whether it is a word of the table.

    Few words are better than many, and each letter that no word covers costs, most of all one that is left alone: so
    教育|学会 is not cut 教育学|会, nor 五洋|食品 五|洋食|品. Of ways that cost the same the one with the longer last
    word is taken, for in Thai and Japanese names what is general comes last as often as first.
    """
    size = len(run)
    letter = _LETTER[lang]
    best = [(0, 0, True)] + [(_NEVER, 0, True)] * size
    loose = [(_NEVER, 0)] * (size + 1)
    for place in range(size):
        cost, before = loose[place]
        opened = best[place][0] + _GAP
        loose[place + 1] = min((cost + letter, before), (opened + letter, place))
        lone = _LONE if loose[place + 1][1] == place and size > _PAIR else 0
        left = loose[place + 1][0] + lone
        if left <= best[place + 1][0]:
            best[place + 1] = (left, loose[place + 1][1], False)
        for end in _ends(run, place, lang, longest):
            cost = best[place][0] + _WORD + (_SHORT if lang == "ja" and _is_loose(run, place, end) else 0)
            if cost < best[end][0]:
                best[end] = (cost, place, True)
    spans: list[tuple[int, int, bool]] = []
    end = size
    while end:
        _, start, known = best[end]
        spans.append((start, end, known))
        end = start
    return spans[::-1]


def _ends(run: str, place: int, lang: str, longest: int) -> Iterator[int]:
    """Yield where the words of the table end that begin here and part no syllable."""
    if lang == "th" and run[place] in _BOUND:
        return
    table = _words(lang)
    for end in range(place + 1, min(len(run), place + min(longest, _reach(lang).get(run[place], 0))) + 1):
        if run[place:end] in table and _is_whole(run, place, end, lang):
            yield end


def _is_whole(run: str, place: int, end: int, lang: str) -> bool:
    """Whether a word stands for itself here.

    A single kanji does only at the end, or as the whole.
    """
    if lang == "th":
        return (
            end - place >= _SHORTEST[lang]
            and run[end : end + 1] not in _BOUND
            and run[place - 1 : place] not in _LEADERS
        )
    return end - place >= _SHORTEST[lang] or (script_of(run[place]) == HAN and end == len(run))


def _is_loose(run: str, place: int, end: int) -> bool:
    """Whether two kana have others beside them, or three on both sides: シー is seldom the sea in シーメンス."""
    if end - place > _FREE or script_of(run[place]) != KANA:
        return False
    sides = (place > 0 and script_of(run[place - 1]) == KANA) + (end < len(run) and script_of(run[end]) == KANA)
    return sides > end - place - _SHORTEST["ja"]


@cache
def _words(lang: str) -> dict[str, list[int]]:
    words: dict[str, list[int]] = load(f"glosses-{lang}")
    return words


@cache
def _reach(lang: str) -> dict[str, int]:
    """Return for each letter how long the longest word is that begins with it."""
    reach: dict[str, int] = {}
    for word in _words(lang):
        reach[word[0]] = max(reach.get(word[0], 0), len(word))
    return reach
