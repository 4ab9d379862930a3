"""Grams of keys: what names are near each other by, as terms of an index that is not theirs.

A term is a private character, which stands for a family of keys and the script of the name, and a gram. An entry is the
number of a name, with the number of its groups of grams in that family in the last bits.
"""

from math import log2

from sil.light import Iterator
from sil.match.shape import Shape
from sil.match.store import FAMILIES, GRAM_FAMILIES, SCRIPTS, Family, NameScript
from sil.text.grams import pieces

_EDGE = "\ue001"
"""Stands for the beginning and the end of a key in its grams."""

_SPACES = {
    (family, script): chr(0xE100 + len(SCRIPTS) * FAMILIES.index(family) + SCRIPTS.index(script))
    for family in GRAM_FAMILIES
    for script in SCRIPTS
}

_BITS = 6
_STEPS = 8
"""Steps in which the number of groups is kept while it doubles: up to 2 ** (63 / 8) of them are told apart."""
_MOST = (1 << _BITS) - 1
_DAMPING = tuple(2 ** (-step / _STEPS / 2) for step in range(_MOST + 1))


def grams_of(key: str) -> tuple[str, ...]:
    """Cut a key into its grams, each once: threes of Latin letters, twos and threes of others, edges included."""
    if not key:
        return ()
    edged = f"{_EDGE}{key}{_EDGE}"
    grams = pieces(edged, 3) if key.isascii() else pieces(edged, 2) + pieces(edged, 3)
    return tuple(dict.fromkeys(grams))


def family_grams(shape: Shape, family: Family) -> tuple[str, ...]:
    """Return the grams of the keys of a family, each once: a concept is one gram, any other key is cut."""
    keys = shape.keys.get(family, ())
    if family == "concept":
        return keys
    return grams_of(keys[0]) if len(keys) == 1 else tuple(dict.fromkeys(gram for key in keys for gram in grams_of(key)))


def gram_groups(shape: Shape, family: Family) -> list[tuple[str, ...]]:
    """Return the grams of the keys of a family in groups: what each word of a name may mean, any other gram by itself."""
    if family != "concept":
        return [(gram,) for gram in family_grams(shape, family)]
    words = [piece.concepts for part in shape.parts for piece in (part, *part.inner) if piece.concepts]
    return [tuple(f"c{concept}" for concept in concepts) for concepts in dict.fromkeys(words)]


def term(family: Family, script: NameScript, gram: str) -> str:
    """Return the term of a gram that names of a script have in a family."""
    return _SPACES[family, script] + gram


def entries_of(number: int, shape: Shape) -> Iterator[tuple[str, int]]:
    """Yield the terms of a stored name, and the entry of each."""
    for family in GRAM_FAMILIES:
        grams = family_grams(shape, family)
        if grams:
            entry = number << _BITS | min(round(_STEPS * log2(len(gram_groups(shape, family)))), _MOST)
            space = _SPACES[family, shape.script]
            yield from [(space + gram, entry) for gram in grams]


def number_of(entry: int) -> int:
    """Return the number of the name of an entry."""
    return entry >> _BITS


def damping_of(entry: int) -> float:
    """Return one divided by the root of the number of groups of an entry's name: long names are not favoured."""
    return _DAMPING[entry & _MOST]
