"""The names of values that are one of a few - of options, of fields - in any of the languages, and what else people type."""

from sil.light import Mapping, Sequence
from sil.reader import LANGS
from sil.text.fold import fold
from sil.text.labels import Labels
from sil.text.tables import load

_LABELS = ("{name}.{value}", "{name}.law.{value}", "block.{value}", "choice.{value}", "kinds.{value}")
"""Keys of labels that are names of a value."""


def called(name: str, word: str, allowed: Sequence[str]) -> str:
    """Return the value that has a word for one of its names; empty if none has. `name` is that of the option or field."""
    return names(name, allowed).get(fold(word), "")


def names(name: str, allowed: Sequence[str]) -> Mapping[str, str]:
    """Return the values allowed by all their names, folded.

    Where two have the same name the later is meant; what is a value is never the name of another.
    """
    spoken = [Labels(lang) for lang in LANGS]
    others: Mapping[str, Sequence[str]] = load("choices")
    asked = load("questions")["words"] if name == "kind" else ()
    found: dict[str, str] = {}
    for value in allowed:
        keys = [key.format(name=name, value=value) for key in _LABELS]
        found |= {fold(said(key)): value for key in keys for said in spoken if said.has(key)}
        found |= dict.fromkeys((word for word, kind in asked if kind == value), value)
        found |= dict.fromkeys(others.get(f"{name}.{value}", ()), value)
    return found | {fold(value): value for value in allowed}
