"""Legal forms and organisation words: what stands around the name proper (table `forms`)."""

from collections.abc import Iterator
from functools import cache

from sil.text.fold import fold
from sil.text.tables import load


def strip_forms(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name, folded, without its legal forms, and what those are: `company`, `npo`, ... in order of finding.

    A name that consists of forms alone keeps the last of them.
    """
    return _strip(fold(text), "legal")


def strip_kinds(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name, folded, without the words for its kind of body, and what those are: `foundation`, `network`."""
    return _strip(fold(text), "kinds")


def _strip(name: str, section: str) -> tuple[str, tuple[str, ...]]:
    found: list[str] = []
    while True:
        meaning, rest = next(_cuts(name, section), ("", ""))
        if not rest:
            return name, tuple(found)
        name = rest
        if meaning not in found:
            found.append(meaning)


def _cuts(name: str, section: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take one form from a name, the longest form first: its meaning, and what is left."""
    for form, meaning, places in _forms(section):
        alone = "word" in places or form.isascii()
        if places & {"start", "either", "word"} and name.startswith(form):
            rest = name[len(form) :]
            if rest.strip() and (not alone or rest.startswith(" ")):
                yield meaning, rest.strip()
        if places & {"end", "either", "word"} and name.endswith(form):
            rest = name[: -len(form)]
            if rest.strip() and (not alone or rest.endswith(" ")):
                yield meaning, rest.strip()


@cache
def _forms(section: str) -> list[tuple[str, str, frozenset[str]]]:
    """Return the forms of a section, folded, longest first: form, meaning, places."""
    places: dict[tuple[str, str], set[str]] = {}
    for meaning, by_place in load("forms")[section].items():
        for place, forms in by_place.items():
            for form in forms:
                places.setdefault((fold(form), meaning), set()).add(place)
    return sorted(((form, meaning, frozenset(where)) for (form, meaning), where in places.items()), key=_longest_first)


def _longest_first(entry: tuple[str, str, frozenset[str]]) -> tuple[int, str]:
    return -len(entry[0]), entry[0]
