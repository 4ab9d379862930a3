"""Legal forms and organisation words: what stands around the name proper (table `forms`)."""

from sil.light import Iterable, Iterator, NamedTuple, cache, defaultdict
from sil.text.fold import fold
from sil.text.tables import load

_SHORTEST = 3
"""Letters up to which what is left is no name: 病院, クラブ."""


def strip_forms(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name, folded, without its legal forms, and what those are: `company`, `npo`, ... in order of finding.

    A name that consists of forms alone keeps the last of them.
    """
    name, forms = _strip(fold(text), "legal")
    return _without_owner(name, forms), forms


def _without_owner(name: str, forms: Iterable[str]) -> str:
    """Return a name without that of the body that runs it, which some forms bring along: 医療法人東浩会石川病院."""
    for end in (end for form in forms for end in load("forms")["owners"].get(form, ())):
        at = name.find(end, 1) + len(end)
        if at > len(end) and len(name[at:].strip()) > _SHORTEST:
            return name[at:].strip()
    return name


def strip_kinds(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name, folded, without the words for its kind of body, and what those are: `foundation`, `network`."""
    return _strip(fold(text), "kinds")


def strip_places(text: str) -> str:
    """Return a name, folded, without the words for its kind of place."""
    return _strip(fold(text), "places")[0]


def place_kinds(text: str) -> tuple[str, ...]:
    """Return what kind of place a name, folded, says it is: `city`, `village`."""
    return _strip(fold(text), "places")[1]


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
    starts, ends = _forms(section)
    start_sizes, end_sizes = _sizes(section)
    for size in sorted({*start_sizes.get(name[:1], ()), *end_sizes.get(name[-1:], ())}, reverse=True):
        if size >= len(name):
            continue
        start, end = starts.get(name[:size]), ends.get(name[-size:])
        if start and not (start.alone and name[size] != " "):
            yield start.meaning, name[size:].strip()
        if end and not (end.alone and name[-size - 1] != " "):
            yield end.meaning, name[:-size].strip()


class _Form(NamedTuple):
    meaning: str
    alone: bool
    """Whether it counts only as a word of its own."""


@cache
def _forms(section: str) -> tuple[dict[str, _Form], dict[str, _Form]]:
    """Return the forms that may begin a name and those that may end it, folded."""
    starts: dict[str, _Form] = {}
    ends: dict[str, _Form] = {}
    for meaning, by_place in load("forms")[section].items():
        for place, forms in by_place.items():
            for form in forms:
                found = _Form(meaning, place == "word" or form.isascii())
                if place != "end":
                    starts.setdefault(form, found)
                if place != "start":
                    ends.setdefault(form, found)
    return starts, ends


@cache
def _sizes(section: str) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Return the lengths of the forms that may begin a name, by their first letter, and of those that may end it."""
    starts, ends = _forms(section)
    first: dict[str, set[int]] = defaultdict(set)
    last: dict[str, set[int]] = defaultdict(set)
    for form in starts:
        first[form[0]].add(len(form))
    for form in ends:
        last[form[-1]].add(len(form))
    return first, last
