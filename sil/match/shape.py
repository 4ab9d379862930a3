"""What matching looks at in a name, and its form in a store: made once when the name is stored, read when it is compared."""

from sil.light import NamedTuple, cast, lru_cache
from sil.match.store import FAMILIES, Family, NameScript

_FIELD, _ITEM, _MEMBER, _COLUMN, _ALTERNATIVE = "\x1c", "\x1d", "\x1b", "\x1e", "\x1f"
"""Separators; folding keeps none of them in a name."""


class Part(NamedTuple):
    """A word of a name, or what lies between words that have a meaning."""

    concepts: tuple[int, ...]
    reading: tuple[str, ...]
    thai: tuple[str, ...]
    kana: tuple[str, ...]

    inner: tuple["Part", ...] = ()
    """The words it is made of, if each has a meaning: a name may translate them one by one."""


class Shape(NamedTuple):
    """What matching looks at in a name."""

    script: NameScript
    alike: str
    """The script, with `kana` and `han` for Japanese without and with kanji: scores are calibrated for pairs of these."""

    core: str
    """The name folded, without legal form, with its spaces."""

    kinds: tuple[str, ...]
    """Meanings of its organisation words: `foundation`, `network`."""

    parts: tuple[Part, ...]
    keys: dict[Family, tuple[str, ...]]

    whole: Part
    """How all of it sounds, with or without the word for its kind of place; its keys are also those of shorter forms."""


def pack(shape: Shape) -> str:
    """Return a shape as text."""
    parts = (_MEMBER.join(map(_pack_part, (part, *part.inner))) for part in shape.parts)
    keys = (_ALTERNATIVE.join(shape.keys.get(family, ())) for family in FAMILIES)
    return _FIELD.join(
        (
            *(shape.script, shape.alike, shape.core),
            *(_ITEM.join(shape.kinds), _ITEM.join(parts), _ITEM.join(keys), _pack_part(shape.whole)),
        )
    )


@lru_cache(maxsize=1 << 14)
def unpack(text: str) -> Shape:
    """Return the shape that `pack` made a text of."""
    script, alike, core, kinds, parts, keys, whole = text.split(_FIELD)
    found = {family: _split(key) for family, key in zip(FAMILIES, keys.split(_ITEM), strict=True) if key}
    return Shape(
        cast("NameScript", script),
        alike,
        core,
        tuple(kinds.split(_ITEM)) if kinds else (),
        tuple(map(_part, parts.split(_ITEM))) if parts else (),
        found,
        _plain_part(whole),
    )


def _pack_part(part: Part) -> str:
    texts = (tuple(map(str, part.concepts)), part.reading, part.thai, part.kana)
    return _COLUMN.join(map(_ALTERNATIVE.join, texts))


def _part(text: str) -> Part:
    part, *inner = map(_plain_part, text.split(_MEMBER))
    return part._replace(inner=tuple(inner))


def _plain_part(text: str) -> Part:
    concepts, reading, thai, kana = text.split(_COLUMN)
    return Part(tuple(map(int, _split(concepts))), _split(reading), _split(thai), _split(kana))


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(_ALTERNATIVE)) if text else ()
