"""Taking a name apart: words that have a meaning, and what lies between them, each as it is spoken in Latin letters."""

from itertools import groupby, product

from sil.light import NamedTuple, Sequence, lru_cache
from sil.match.glosses import Piece, glued_pieces, latin_pieces
from sil.match.letters import JOINING
from sil.match.readings import LITTLE_KE, bound_ways, has_kanji, kana_readings
from sil.match.store import NameScript
from sil.text.kana import romaji
from sil.text.kanji import filled, guesses
from sil.text.letters import spelled_letters
from sil.text.scripts import HAN, KANA, THAI, script_of
from sil.text.thai import readings as thai_readings

_MOST_READINGS = 4


class NameParts(NamedTuple):
    """A name taken apart."""

    whole: tuple[str, ...]
    """The name as it is read, in Latin letters, in up to three ways; none if it has characters that cannot be read."""

    parts: tuple[Piece, ...]
    spoken: tuple[tuple[str, ...], ...]
    """For each part, how it is read."""

    given: bool
    """Whether the readings were given, and none was guessed."""


def parts_of(core: str, script: NameScript, given: tuple[str, ...] = ()) -> NameParts:
    """Take a folded name apart; `given` are its readings in Latin letters, where they are known."""
    pieces = [piece for piece in _pieces(core, script) if piece.text not in JOINING] or list(_pieces(core, script))
    ways = [spoken(piece) for piece in pieces]
    # Where each word has a meaning the first is the likeliest to be a name all the same (明星, morning star).
    unknown = [place for place, piece in enumerate(pieces) if not piece.concepts] or [*range(len(pieces))][:1]
    whole = given or whole_readings(core, script)
    if len(unknown) == 1 and (given or (len(pieces) > 1 and has_kanji(core))):
        place = unknown[0]
        heard = filter(None, (_between(reading, ways[:place], ways[place + 1 :]) for reading in whole))
        ways[place] = tuple(dict.fromkeys((*heard, *(() if given else ways[place]))))[:_MOST_READINGS]
    return NameParts(whole, tuple(pieces), tuple(ways), bool(given))


def _between(reading: str, before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> str:
    """Return what is left of a reading when that of the words before and after is taken away, where it is known."""
    for ways in before:
        reading = reading.removeprefix(next(filter(reading.startswith, ways), ""))
    for ways in reversed(after):
        reading = reading.removesuffix(next(filter(reading.endswith, ways), ""))
    return reading


def _pieces(core: str, script: NameScript) -> list[Piece]:
    if script == "latin":
        return list(latin_pieces(core))
    found: list[Piece] = []
    for word in core.split():
        for kind, chars in groupby(word, _kind):
            run = "".join(chars)
            if kind == "latin":
                found += latin_pieces(run)
            elif spelled_letters(run, 2):
                found.append(Piece(run, ()))
            else:
                found += glued_pieces(run, kind)
    return found


def _kind(char: str) -> str:
    script = script_of(char)
    if script == THAI:
        return "th"
    return "ja" if script in {KANA, HAN} else "latin"


def whole_readings(core: str, script: NameScript) -> tuple[str, ...]:
    """Return the readings of a name; a run of letter names is read as those letters too."""
    if script == "latin":
        return (core,) if core.isascii() else ()
    lettered = " ".join(spelled_letters(word, 1) or word for word in core.split())
    letters = any(spelled_letters(word, 2) for word in core.split())
    texts = [core, lettered] if letters else [core]
    return tuple(dict.fromkeys(reading for text in texts for reading in _readings(text)))[: _MOST_READINGS + 1]


def spoken(piece: Piece) -> tuple[str, ...]:
    """Return how a piece is read, in Latin letters; it may be letter names."""
    letters = spelled_letters(piece.text, 2)
    return tuple(filter(None, (*_readings(piece.text), letters)))[:_MOST_READINGS]


@lru_cache(maxsize=1 << 12)
def _readings(text: str) -> tuple[str, ...]:
    """Return the ways to read a text in any scripts, in Latin letters."""
    words = [_kana(word) if has_kanji(word) else (word,) for word in text.split()]
    texts = [" ".join(chosen) for chosen in list(product(*words))[:_MOST_READINGS]]
    found = [romaji(reading) for text in texts for reading in thai_readings(text)]
    return tuple(reading for reading in dict.fromkeys(found) if reading.isascii())


def _kana(word: str) -> tuple[str, ...]:
    """Return the ways to read a word with kanji, in kana: those of the dictionary, then what is guessed."""
    words = bound_ways(word)
    known = (filled(reading) for way in words for reading in kana_readings(way))
    return tuple(dict.fromkeys((*known, *(guess for way in words for guess in guesses(way.replace(LITTLE_KE, "が"))))))
