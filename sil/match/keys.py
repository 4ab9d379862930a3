"""Keys of a name, by family: what two spellings of one name have in common."""

from sil.light import lru_cache
from sil.match.glosses import Piece, kind_concepts
from sil.match.letters import distinct, letters_of
from sil.match.parts import NameParts, parts_of, spoken, whole_readings
from sil.match.readings import has_kanji
from sil.match.shape import Part, Shape
from sil.match.store import FAMILIES, Family, NameScript
from sil.text import latin
from sil.text.forms import place_kinds, strip_kinds, strip_places
from sil.text.thai import skeletons
from sil.text.transliteration import letter_by_letter

KEYS_VERSION = 12
"""Changes whenever a name may get other keys or grams than before."""

_GLUED = ("machi", "mura")
"""Japanese words for a kind of place that are long enough to be told from the name they are written with."""


def script_of(text: str) -> NameScript:
    """Return the script a name is written in: that of its proper part if its legal form has another."""
    return letters_of(text).script


def keys_of(text: str) -> dict[Family, tuple[str, ...]]:
    """Return the keys of a name; a family that it has none of is left out."""
    return shape_of(text).keys


@lru_cache(maxsize=4096)
def shape_of(text: str, readings: tuple[str, ...] = ()) -> Shape:
    """Return what matching looks at in a name; `readings`, if its record gives any, are how its kanji are read."""
    script, core, keys = letters_of(text)
    proper, kinds = strip_kinds(core)
    named = strip_places(core) if script == "latin" else core
    given = tuple(reading for text in readings for reading in whole_readings(letters_of(text).core, "japanese"))
    parts = parts_of(named, script, given if has_kanji(core) else ())
    whole = _whole(parts, core, script)
    heard = list(dict.fromkeys((*whole, *_shortened(parts, core, proper, script))))
    texts = (core, proper, _rest(parts), strip_places(core))
    letters = [bones for text in texts for bones in skeletons(text)] if script == "thai" else []
    lettered = [letter_by_letter(core)] if script == "thai" else []
    meant = [piece for part in parts.parts for piece in (part, *part.inner)]
    concepts = tuple(dict.fromkeys(concept for piece in meant for concept in piece.concepts))
    found: dict[Family, tuple[str, ...]] = {
        **keys,
        "reading": distinct(*map(latin.reading, (*heard, *lettered))),
        "thai": distinct(*letters, *map(latin.thai_skeleton, heard)),
        "kana": distinct(*map(latin.kana_skeleton, heard)),
        "concept": tuple(f"c{concept}" for concept in concepts),
    }
    kinds = distinct(*kinds, *place_kinds(core), *(kind for piece in parts.parts for kind in _kinds(piece)))
    sounds = Part(
        (),
        distinct(*map(latin.reading, (*whole, *lettered))),
        distinct(*(skeletons(core) if script == "thai" else ()), *map(latin.thai_skeleton, whole)),
        distinct(*map(latin.kana_skeleton, whole)),
    )
    compared = tuple(_part(piece, ways) for piece, ways in zip(parts.parts, parts.spoken, strict=True))
    alike = "han" if script == "japanese" and has_kanji(core) else "kana" if script == "japanese" else script
    return Shape(
        script, alike, core, kinds, compared, {family: found[family] for family in FAMILIES if found[family]}, sounds
    )


def _kinds(piece: Piece) -> list[str]:
    """Return the kinds that most meanings of a word are, or of what it is made of: a network is, to a few, a circle too."""
    kinds = [kind for concept in piece.concepts for kind in kind_concepts().get(concept, ())]
    most = max(map(kinds.count, kinds), default=0)
    inner = [kind for part in piece.inner for kind in _kinds(part)]
    return [kind for kind in kinds if kinds.count(kind) == most] or inner


def _whole(parts: NameParts, core: str, script: NameScript) -> list[str]:
    """Return the ways the whole name is read, in Latin letters, with and without the word for its kind of place."""
    if parts.given:
        return list(parts.whole)
    texts = [text for text in dict.fromkeys((core, strip_places(core), _unglued(core))) if text]
    found = dict.fromkeys((*parts.whole, *(reading for text in texts for reading in whole_readings(text, script))))
    return [way for text in found for way in latin.ways(text)] if script == "latin" else list(found)


def _shortened(parts: NameParts, core: str, proper: str, script: NameScript) -> list[str]:
    """Return the ways a name is read without what has a meaning, or without the word for its kind of body."""
    unknown = [ways for ways, part in zip(parts.spoken, parts.parts, strict=True) if ways and not part.concepts]
    found = [" ".join(ways[0] for ways in unknown), " ".join(ways[-1] for ways in unknown)]
    if not parts.given and proper != core:
        found += whole_readings(proper, script)
    found = [reading for reading in dict.fromkeys(found) if reading]
    return [way for text in found for way in latin.ways(text)] if script == "latin" else found


def _unglued(core: str) -> str:
    """Return a Latin name of one word without the Japanese word for its kind of place: Nakamuramachi."""
    return next((core.removesuffix(end) for end in _GLUED if core.endswith(end) and len(core) > len(end) + 3), "")


def _rest(parts: NameParts) -> str:
    return "".join(part.text for part in parts.parts if not part.concepts)


def _part(piece: Piece, ways: tuple[str, ...]) -> Part:
    """Return a part with its sounds."""
    return Part(
        piece.concepts,
        distinct(*map(latin.reading, ways)),
        distinct(*map(latin.thai_skeleton, ways)),
        distinct(*map(latin.kana_skeleton, ways)),
        tuple(_part(inner, spoken(inner)) for inner in piece.inner),
    )
