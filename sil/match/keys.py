"""Keys of a name, by family: what two spellings of one name have in common."""

from functools import lru_cache

from sil.match.glosses import JOINING, Piece, kind_concepts
from sil.match.parts import NameParts, parts_of, spoken, whole_readings
from sil.match.readings import has_kanji
from sil.match.shape import Part, Shape
from sil.match.store import Family, NameScript
from sil.text import latin
from sil.text.fold import fold
from sil.text.forms import strip_forms, strip_kinds, strip_places
from sil.text.grams import pieces
from sil.text.letters import spelled_letters
from sil.text.scripts import HAN, KANA, THAI, scripts_in
from sil.text.thai import skeleton

KEYS_VERSION = 2
"""Changes whenever a name may get other keys or grams than before."""

_EDGE = "\ue001"
"""Stands for the beginning and the end of a key in its grams."""

_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und"])


def script_of(text: str) -> NameScript:
    """Return the script a name is written in: that of its proper part if its legal form has another."""
    return shape_of(text).script


def keys_of(text: str) -> dict[Family, tuple[str, ...]]:
    """Return the keys of a name; a family that it has none of is left out."""
    return shape_of(text).keys


def family_grams(family: Family, key: str) -> tuple[str, ...]:
    """Return what a key of a family is searched by: a concept is one gram, any other key is cut."""
    return (key,) if family == "concept" else grams_of(key)


def grams_of(key: str) -> tuple[str, ...]:
    """Cut a key into its grams, each once: threes of Latin letters, twos and threes of others, edges included."""
    if not key:
        return ()
    edged = f"{_EDGE}{key}{_EDGE}"
    grams = pieces(edged, 3) if key.isascii() else pieces(edged, 2) + pieces(edged, 3)
    return tuple(dict.fromkeys(grams))


@lru_cache(maxsize=4096)
def shape_of(text: str) -> Shape:
    """Return what matching looks at in a name."""
    core, _ = strip_forms(text)
    script = _script(core)
    proper, kinds = strip_kinds(core)
    place = strip_places(core) if script == "latin" else core
    parts = parts_of(place, script)
    heard = [*_heard(parts), *(reading for text in sorted({core, proper} - {place}) for reading in whole_readings(text, script))]
    keys: dict[Family, tuple[str, ...]] = {
        "raw": _squeezed(fold(text)),
        "core": _distinct(core.replace(" ", ""), _lettered(core)),
    }
    heard = [way for text in heard for way in (latin.ways(text) if script == "latin" else (text,))]
    keys["reading"] = _distinct(*map(latin.reading, heard))
    letters = [skeleton(core), skeleton(proper), skeleton(_rest(parts))] if script == "thai" else []
    keys["thai"] = _distinct(*letters, *map(latin.thai_skeleton, heard))
    keys["kana"] = _distinct(*map(latin.kana_skeleton, heard))
    keys["initials"] = initials(core) if script == "latin" else ()
    meant = [piece for part in parts.parts for piece in (part, *part.inner)]
    concepts = tuple(dict.fromkeys(concept for piece in meant for concept in piece.concepts))
    keys["concept"] = tuple(f"c{concept}" for concept in concepts)
    kinds = _distinct(*kinds, *(kind for concept in concepts for kind in kind_concepts().get(concept, ())))
    compared = tuple(_part(piece, ways) for piece, ways in zip(parts.parts, parts.spoken, strict=True))
    alike = "han" if script == "japanese" and has_kanji(core) else "kana" if script == "japanese" else script
    return Shape(script, alike, core, kinds, compared, {family: found for family, found in keys.items() if found})


def initials(core: str) -> tuple[str, ...]:
    """Return the initials of a folded name of several words, with and without its small words."""
    words = core.split()
    if len(words) < 2:
        return ()
    full = [word for word in words if word not in _SMALL_WORDS]
    return _distinct(*("".join(word[0] for word in chosen) for chosen in (words, full) if len(chosen) > 1))


def _heard(parts: NameParts) -> list[str]:
    """Return a name as it is read, in Latin letters: whole in each of its readings, and the rest of it without kinds."""
    rest = " ".join(
        ways[0] for ways, part in zip(parts.spoken, parts.parts, strict=True) if ways and not part.concepts
    )
    return [reading for reading in (*parts.whole, rest) if reading]


def _rest(parts: NameParts) -> str:
    return "".join(part.text for part in parts.parts if not part.concepts)


def _part(piece: Piece, ways: tuple[str, ...]) -> Part:
    """Return a part with its sounds."""
    return Part(
        piece.concepts,
        _distinct(*map(latin.reading, ways)),
        _distinct(*(skeleton(text) or latin.thai_skeleton(text) for text in ways)),
        _distinct(*map(latin.kana_skeleton, ways)),
        tuple(_part(inner, spoken(inner)) for inner in piece.inner),
    )


def _script(core: str) -> NameScript:
    scripts = scripts_in(core)
    if THAI in scripts:
        return "thai"
    return "japanese" if scripts & {KANA, HAN} else "latin"


def _lettered(core: str) -> str:
    """Return a name whose words are letter names, or Latin, in Latin letters: ไออาร์พีซี is irpc."""
    words = core.split()
    letters = [word if word.isascii() else spelled_letters(word, 1) for word in words if word not in JOINING]
    found = "".join(letters) if all(letters) else ""
    return found if len(found) > 1 and not core.isascii() else ""


def _squeezed(name: str) -> tuple[str, ...]:
    return _distinct(name.replace(" ", ""))


def _distinct(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))
