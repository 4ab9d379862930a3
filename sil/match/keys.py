"""Keys of a name, by family: what two spellings of one name have in common."""

from sil.light import NamedTuple, lru_cache
from sil.match.glosses import JOINING, Piece, kind_concepts
from sil.match.parts import NameParts, parts_of, spoken, whole_readings
from sil.match.readings import has_kanji
from sil.match.shape import Part, Shape
from sil.match.store import FAMILIES, Family, NameScript
from sil.text import latin
from sil.text.fold import fold
from sil.text.forms import strip_forms, strip_kinds, strip_places
from sil.text.letters import spelled_letters
from sil.text.scripts import HAN, KANA, THAI, scripts_in
from sil.text.thai import skeleton

KEYS_VERSION = 5
"""Changes whenever a name may get other keys or grams than before."""

_GLUED = ("machi", "mura")
"""Japanese words for a kind of place that are long enough to be told from the name they are written with."""

_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und"])


def script_of(text: str) -> NameScript:
    """Return the script a name is written in: that of its proper part if its legal form has another."""
    return letters_of(text).script


def keys_of(text: str) -> dict[Family, tuple[str, ...]]:
    """Return the keys of a name; a family that it has none of is left out."""
    return shape_of(text).keys


class Letters(NamedTuple):
    """A name by its letters alone: what it takes to find one that is stored as it is asked for."""

    script: NameScript
    core: str
    """The name folded, without legal form, with its spaces."""

    keys: dict[Family, tuple[str, ...]]
    """The families `raw`, `core` and `initials`."""


@lru_cache(maxsize=4096)
def letters_of(text: str) -> Letters:
    """Return the letters of a name."""
    core, _ = strip_forms(text)
    script = _script(core)
    keys: dict[Family, tuple[str, ...]] = {
        "raw": _distinct(fold(text).replace(" ", "")),
        "core": _distinct(core.replace(" ", ""), _lettered(core)),
        "initials": initials(core) if script == "latin" else (),
    }
    return Letters(script, core, keys)


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
        "reading": _distinct(*map(latin.reading, heard)),
        "thai": _distinct(*letters, *map(latin.thai_skeleton, heard)),
        "kana": _distinct(*map(latin.kana_skeleton, heard)),
        "concept": tuple(f"c{concept}" for concept in concepts),
    }
    kinds = _distinct(*kinds, *(kind for concept in concepts for kind in kind_concepts().get(concept, ())))
    compared = tuple(_part(piece, ways) for piece, ways in zip(parts.parts, parts.spoken, strict=True))
    alike = "han" if script == "japanese" and has_kanji(core) else "kana" if script == "japanese" else script
    return Shape(script, alike, core, kinds, compared, {family: found[family] for family in FAMILIES if found[family]})


def initials(core: str) -> tuple[str, ...]:
    """Return the initials of a folded name of several words, with and without its small words."""
    words = core.split()
    if len(words) < 2:
        return ()
    full = [word for word in words if word not in _SMALL_WORDS]
    return _distinct(*("".join(word[0] for word in chosen) for chosen in (words, full) if len(chosen) > 1))


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


def _distinct(*keys: str) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(keys)))
