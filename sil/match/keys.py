"""Keys of a name, by family: what two spellings of one name have in common."""

from sil.light import lru_cache
from sil.match.glosses import Piece, kind_concepts
from sil.match.letters import distinct, letters_of
from sil.match.parts import NameParts, parts_of, spoken, whole_readings
from sil.match.readings import has_kanji
from sil.match.shape import Part, Shape
from sil.match.store import FAMILIES, Family, NameScript
from sil.text import latin
from sil.text.forms import strip_kinds, strip_places
from sil.text.thai import skeleton

KEYS_VERSION = 5
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
    heard = _heard(parts, core, proper, script)
    texts = (core, proper, _rest(parts), strip_places(core))
    letters = [skeleton(text) for text in texts] if script == "thai" else []
    meant = [piece for part in parts.parts for piece in (part, *part.inner)]
    concepts = tuple(dict.fromkeys(concept for piece in meant for concept in piece.concepts))
    found: dict[Family, tuple[str, ...]] = {
        **keys,
        "reading": distinct(*map(latin.reading, heard)),
        "thai": distinct(*letters, *map(latin.thai_skeleton, heard)),
        "kana": distinct(*map(latin.kana_skeleton, heard)),
        "concept": tuple(f"c{concept}" for concept in concepts),
    }
    kinds = distinct(*kinds, *(kind for concept in concepts for kind in kind_concepts().get(concept, ())))
    compared = tuple(_part(piece, ways) for piece, ways in zip(parts.parts, parts.spoken, strict=True))
    alike = "han" if script == "japanese" and has_kanji(core) else "kana" if script == "japanese" else script
    return Shape(script, alike, core, kinds, compared, {family: found[family] for family in FAMILIES if found[family]})


def _heard(parts: NameParts, core: str, proper: str, script: NameScript) -> list[str]:
    """Return the ways a name is read, in Latin letters: whole, without what has a meaning, without its kind or place."""
    unknown = [ways for ways, part in zip(parts.spoken, parts.parts, strict=True) if ways and not part.concepts]
    rests = (" ".join(ways[0] for ways in unknown), " ".join(ways[-1] for ways in unknown))
    found = [reading for reading in (*parts.whole, *dict.fromkeys(rests)) if reading]
    if parts.given:
        return found
    shorter = [text for text in dict.fromkeys((proper, strip_places(core), _unglued(core))) if text and text != core]
    found += [reading for text in shorter for reading in whole_readings(text, script)]
    if script == "latin":
        return [way for text in dict.fromkeys((*found, *whole_readings(core, script))) for way in latin.ways(text)]
    return found


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
        distinct(*(skeleton(text) or latin.thai_skeleton(text) for text in ways)),
        distinct(*map(latin.kana_skeleton, ways)),
        tuple(_part(inner, spoken(inner)) for inner in piece.inner),
    )
