"""What words mean: concepts of three languages, found in names that are written with and without spaces (table `glosses`).

A concept is a number; words of three languages that share one mean the same. Latin names are looked up word by word,
Thai and Japanese ones are cut from left to right, at each place by the longest word of the table. What no word covers
is left between them, and is compared by its sound.
"""

from sil.light import Iterator, NamedTuple, Sequence, cache, lru_cache
from sil.match.letters import JOINING
from sil.match.tables.words import FILE, TONES, Glosses, Words, connected, gloss_stem, is_current, newest
from sil.text.scripts import HAN, KANA, script_of

_BOUND = frozenset("ะัาำิีึืฺุูๅ์ํ")
"""Thai signs that belong to the consonant before them."""

_LEADERS = tuple("เแโใไ")
_SHORTEST = {"th": 3, "ja": 2}
_PHRASE = 3
_FREE = 3
"""Kana up to which a word is likelier a part of another one."""

LONGEST = 40
"""Letters of the longest word that is looked for."""

_PAIR = 2
"""Letters of a run in which the first may stand alone: 港|区."""

_WORD, _GAP, _LONE, _SHORT, _NEVER = 9, 9, 9, 12, 1 << 30
_LETTER = {"th": 6, "ja": 10}
"""What it costs to cut a run: a word, a stretch without words, one of a single letter, a few kana among others, and
each letter that no word covers."""

_HALF = 4
"""Letters of a word that another may be glued to."""

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


@cache
def kind_concepts() -> dict[int, tuple[str, ...]]:
    """Return the concepts of words for a kind of body, each with the kinds it may stand for: foundation, network."""
    return _glosses().kinds()


def latin_pieces(core: str) -> Iterator[Piece]:
    """Yield the words of a folded Latin name; a phrase of the table is one."""
    words = core.split()
    known = _glosses().words("en", lambda: _possible_phrases(words))
    place = 0
    while place < len(words):
        for size in range(min(_PHRASE, len(words) - place), 0, -1):
            stretch = words[place : place + size]
            concepts = _concepts(stretch, known)
            if concepts or size == 1:
                within = (_unglued(stretch[0], known) if size == 1 and not concepts else ()) or stretch
                inner = [Piece(word, _concepts([word], known)) for word in within if word not in JOINING]
                yield Piece(" ".join(stretch), concepts, _all_known(inner))
                place += size
                break


def _unglued(word: str, known: Words) -> tuple[str, ...]:
    """Return the two words of the table that a word is made of, if it is: thaihealth, foodbank."""
    return next((two for two in _halves(word) if all(gloss_stem(half) in known.concepts for half in two)), ())


def _halves(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:at], word[at:]) for at in range(_HALF, len(word) - _HALF + 1))


def _all_known(inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a word if they are several and each has a meaning, else none."""
    return tuple(inner) if len(inner) > 1 and all(piece.concepts for piece in inner) else ()


def _possible_phrases(words: Sequence[str]) -> Iterator[str]:
    """Yield the forms in which a word, or some in a row, may stand in the table."""
    for place in range(len(words)):
        for size in range(1, min(_PHRASE, len(words) - place) + 1):
            yield from _forms(words[place : place + size])
        yield from (gloss_stem(half) for two in _halves(words[place]) for half in two)


def _concepts(stretch: Sequence[str], known: Words) -> tuple[int, ...]:
    """Return what words mean."""
    return next((known.concepts[form] for form in _forms(stretch) if form in known.concepts), ())


def _forms(stretch: Sequence[str]) -> Iterator[str]:
    """Yield the forms to look words up in; the last may be derived from one of the table: developmental from development."""
    *before, last = map(gloss_stem, stretch)
    yield " ".join((*before, last))
    for end, new in _DERIVED:
        if last.endswith(end) and len(last) > len(end) + 3:
            yield " ".join((*before, last.removesuffix(end) + new))


@lru_cache(maxsize=1 << 14)
def glued_pieces(run: str, lang: str) -> tuple[Piece, ...]:
    """Cut a folded run of Thai (`th`) or Japanese (`ja`) letters by the words of the table."""
    run = run.translate(TONES) if lang == "th" else run
    known = _glosses().words(lang, lambda: _stretches(run))
    return tuple(_cut(run, lang, known, len(run)))


def _stretches(run: str) -> Iterator[str]:
    """Yield what may be a word in a run."""
    for place in range(len(run)):
        for end in range(place + 1, min(len(run), place + LONGEST) + 1):
            yield run[place:end]


def _cut(run: str, lang: str, known: Words, longest: int) -> Iterator[Piece]:
    """Yield the words of the table up to a length, each with its own cut by shorter ones, and what lies between."""
    for start, end, is_word in _spans(run, lang, known, longest):
        word = run[start:end]
        if not is_word:
            yield Piece(word, ())
            continue
        inner = [*_cut(word, lang, known, len(word) - 1)] if len(word) > _SHORTEST[lang] else []
        inner = [piece for piece in inner if piece.text not in JOINING]
        yield Piece(word, known.concepts[word], _all_known(inner))


def _spans(run: str, lang: str, words: Words, longest: int) -> list[tuple[int, int, bool]]:
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
        for end in _ends(run, place, lang, words, longest):
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


def _ends(run: str, place: int, lang: str, words: Words, longest: int) -> Iterator[int]:
    """Yield where the words of the table end that begin here and part no syllable."""
    if lang == "th" and run[place] in _BOUND:
        return
    longest = min(longest, words.longest.get(run[place], 0))
    for end in range(place + 1, min(len(run), place + longest) + 1):
        if run[place:end] in words.concepts and _is_whole(run, place, end, lang):
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
def _glosses() -> Glosses:
    return open_table(FILE)


def open_table(path: str) -> Glosses:
    """Open the table in a file; one that is missing, damaged or older than its sources is made first.

    Raises KnowledgeBaseError when it must be made and there are no sources.
    """
    if is_current(path):
        table = Glosses(connected(path))
        if not newest() or table.is_sound():
            return table
    from sil.match.tables.compile import made  # noqa: PLC0415 - needs the reader of YAML

    return Glosses(made(path))
