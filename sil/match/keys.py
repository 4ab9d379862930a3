"""Keys of a name, by family: what two spellings of one name have in common."""

from functools import lru_cache
from typing import NamedTuple

from sil.match.store import Family, NameScript
from sil.text import latin
from sil.text.fold import fold
from sil.text.forms import strip_forms, strip_kinds
from sil.text.grams import pieces
from sil.text.kana import romaji
from sil.text.scripts import HAN, KANA, THAI, scripts_in
from sil.text.thai import romanise, skeleton

KEYS_VERSION = 1
"""Changes whenever a name may get other keys or grams than before."""

_EDGE = "\ue001"
"""Stands for the beginning and the end of a key in its grams."""

_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und"])


class Shape(NamedTuple):
    """What matching looks at in a name."""

    script: NameScript
    core: str
    """The name folded, without legal form, with its spaces."""

    kinds: tuple[str, ...]
    """Meanings of its organisation words: `foundation`, `network`."""

    keys: dict[Family, tuple[str, ...]]


def script_of(text: str) -> NameScript:
    """Return the script a name is written in: that of its proper part if its legal form has another."""
    return shape_of(text).script


def keys_of(text: str) -> dict[Family, tuple[str, ...]]:
    """Return the keys of a name; a family that it has none of is left out."""
    return shape_of(text).keys


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
    keys: dict[Family, tuple[str, ...]] = {"raw": _squeezed(fold(text)), "core": _squeezed(core)}
    heard = [_in_latin(part, script) for part in (core, proper)]
    keys["reading"] = _distinct(*map(latin.reading, [*heard, *(part.replace("v", "w") for part in heard)]))
    letters = [skeleton(core), skeleton(proper)] if script == "thai" else []
    keys["thai"] = _distinct(*letters, *map(latin.thai_skeleton, heard))
    keys["kana"] = _distinct(*map(latin.kana_skeleton, heard))
    keys["initials"] = initials(core) if script == "latin" else ()
    return Shape(script, core, kinds, {family: found for family, found in keys.items() if found})


def initials(core: str) -> tuple[str, ...]:
    """Return the initials of a folded name of several words, with and without its small words."""
    words = core.split()
    if len(words) < 2:
        return ()
    full = [word for word in words if word not in _SMALL_WORDS]
    return _distinct(*("".join(word[0] for word in chosen) for chosen in (words, full) if len(chosen) > 1))


def _script(core: str) -> NameScript:
    scripts = scripts_in(core)
    if THAI in scripts:
        return "thai"
    return "japanese" if scripts & {KANA, HAN} else "latin"


def _squeezed(name: str) -> tuple[str, ...]:
    return _distinct(name.replace(" ", ""))


def _in_latin(name: str, script: NameScript) -> str:
    """Return a name as it is read, in Latin letters; nothing if it has characters that cannot be read."""
    if script == "thai":
        name = romanise(name)
    elif script == "japanese":
        name = romaji(name)
    return name if name.isascii() else ""


def _distinct(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))
