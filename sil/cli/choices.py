"""Which value of an option is meant by a word that is none of them: by another name, in any language, or by its letters.

Only a mistake pays for it. What is found is offered; nothing is taken for what was not typed.
"""

import re

from sil.errors import UsageError
from sil.light import Mapping, Sequence
from sil.reader import LANGS
from sil.records.nearest import nearest
from sil.text.fold import fold
from sil.text.labels import Labels
from sil.text.tables import load

_LABELS = ("{name}.{value}", "choice.{value}", "kinds.{value}")
"""Keys of labels that are names of a value."""


def refused(option: str, value: str, allowed: Sequence[str], name: str, *, several: bool = False) -> UsageError:
    """Return the complaint about a value that is none of those allowed; the rest is as for `offer`."""
    hint = offer(option, value, allowed, name, several=several)
    return UsageError("error.choice", hint=hint, option=option, value=value, allowed=", ".join(allowed))


def offer(option: str, value: str, allowed: Sequence[str], name: str, *, several: bool = False) -> str | None:
    """Return the hint that names what is likely to be meant by a value that is none of those allowed; None if nothing is.

    `option` is as typed, `--lang` or `SIL_LANG`; `name` is that of the option, `lang`. With `several` the option may be
    repeated, and values that were given as one are offered side by side.
    """
    glue = " " if option.startswith("-") else "="
    offers = [f"{option}{glue}{one}" for one in _all_meant(name, value, allowed)]
    return f"hint.did-you-mean:{(' ' if several else '` / `').join(offers)}" if offers else None


def called(name: str, word: str, allowed: Sequence[str]) -> str:
    """Return the value of an option that has a word for one of its names; empty if none has."""
    return _names(name, allowed).get(fold(word), "")


def _all_meant(name: str, value: str, allowed: Sequence[str]) -> list[str]:
    """Return what is meant by a value, or by the parts of it between commas, if each of them means something."""
    names = _names(name, allowed)
    parts = [value] if fold(value) in names else [part for part in re.split(r"[,;/、+]", value) if part.strip()]
    found = [names.get(fold(part)) or names.get(nearest(fold(part), names), "") for part in parts]
    return list(dict.fromkeys(found)) if all(found) else []


def _names(name: str, allowed: Sequence[str]) -> Mapping[str, str]:
    """Return the values of an option by all their names, folded.

    Where two have the same name the later is meant; what is a value is never the name of another.
    """
    spoken = [Labels(lang) for lang in LANGS]
    others: Mapping[str, Sequence[str]] = load("choices")
    found: dict[str, str] = {}
    asked = load("questions")["words"] if name == "kind" else ()
    for value in allowed:
        keys = [key.format(name=name, value=value) for key in _LABELS]
        found |= {fold(said(key)): value for key in keys for said in spoken if said.has(key)}
        found |= dict.fromkeys((word for word, kind in asked if kind == value), value)
        found |= dict.fromkeys(others.get(f"{name}.{value}", ()), value)
    return found | {fold(value): value for value in allowed}
