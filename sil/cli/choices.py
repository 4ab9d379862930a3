"""Which value of an option is meant by a word that is none of them: by another name, in any language, or by its letters.

Only a mistake pays for it. What is found is offered; nothing is taken for what was not typed.
"""

import re

from sil.errors import UsageError
from sil.light import Sequence
from sil.records.nearest import nearest
from sil.text.choices import names
from sil.text.fold import fold


def refused(option: str, value: str, allowed: Sequence[str], name: str, *, several: bool = False) -> UsageError:
    """Return the complaint about a value that is none of those allowed; the rest is as for `offer`."""
    hint = offer(f"{option}{' ' if option.startswith('-') else '='}", value, allowed, name, several=several)
    return UsageError("error.choice", hint=hint, option=option, value=value, allowed=", ".join(allowed))


def offer(before: str, value: str, allowed: Sequence[str], name: str, *, several: bool = False) -> str | None:
    """Return the hint that names what is likely to be meant by a value that is none of those allowed; None if nothing is.

    `before` is what is typed before a value, as `--lang ` or `SIL_LANG=`; `name` is that of the option, `lang`. With
    `several` the option may be repeated, and values that were given as one are offered side by side.
    """
    offers = [f"{before}{one}" for one in _all_meant(name, value, allowed)]
    return f"hint.did-you-mean:{(' ' if several else '` / `').join(offers)}" if offers else None


def _all_meant(name: str, value: str, allowed: Sequence[str]) -> list[str]:
    """Return what is meant by a value, or by the parts of it between commas, if each of them means something."""
    known = names(name, allowed)
    parts = [value] if fold(value) in known else [part for part in re.split(r"[,;/、+]", value) if part.strip()]
    found = [known.get(fold(part)) or known.get(nearest(fold(part), known), "") for part in parts]
    return list(dict.fromkeys(found)) if all(found) else []
