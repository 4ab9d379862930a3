"""Words of running Thai: the fewest words of a list that cover a text.

The list (`tables/thai_words.txt`) is that of PyThaiNLP, which is in the public domain. It is large, so that only documents,
which are laid out once and sent, are cut by it; a terminal breaks lines by `phrases.py`.
"""

from itertools import accumulate

from sil.light import Iterator, Mapping, NamedTuple, cache
from sil.text.breaks import inside_words
from sil.text.cells import clusters
from sil.text.tables import FOLDER

_LEADERS, _TRAILERS, _SILENCER = "เแโใไ", "ะาๅๆฯ", "์"
_CLINGING = "ๆฯ"
_UNKNOWN = 2
"""What a cluster that no word covers costs; a word costs one."""


class _Way(NamedTuple):
    """The cheapest way to a place: of ways that cost the same, the one with the more uneven words."""

    cost: int
    unevenness: int
    start: int
    is_word: bool


def thai_words(text: str) -> list[str]:
    """Cut a run of Thai letters into words; joined again they are the text.

    Clusters that no word covers stay together, and a sign of repetition or abbreviation stays with its word.
    """
    body = text.rstrip(_CLINGING)
    words = _cut(body)
    return [*words[:-1], (words or [""])[-1] + text[len(body) :]] if text else []


def _cut(text: str) -> list[str]:
    places = list(_places(text))
    ways = {0: _Way(0, 0, 0, True)}
    for number, start in enumerate(places[:-1]):
        so_far = ways[start]
        longest = _longest().get(text[start : start + 2], 0)
        for end in places[number + 1 :]:
            is_word = end - start <= longest and text[start:end] in _listed()
            if is_word:
                way = _Way(so_far.cost + 1, so_far.unevenness - (end - start) ** 2, start, is_word)
            elif end == places[number + 1]:
                way = _Way(so_far.cost + _UNKNOWN, so_far.unevenness, start, is_word)
            elif end - start > longest:
                break
            else:
                continue
            ways[end] = min(ways.get(end, way), way)
    return _walked(text, ways)


def _walked(text: str, ways: Mapping[int, _Way]) -> list[str]:
    """Return the words on the cheapest way; stretches without a word as one."""
    words: list[str] = []
    end, was_word = len(text), True
    while end:
        way = ways[end]
        part = text[way.start : end]
        words[:1] = [part, *words[:1]] if way.is_word or was_word else [part + words[0]]
        end, was_word = way.start, way.is_word
    return words


def _places(text: str) -> Iterator[int]:
    """Yield where a word may begin or end: outside the words of the table of breaks, and where no letter clings."""
    yield 0
    parts = [*clusters(text), ""]
    inside = inside_words(text)
    for number, place in enumerate(accumulate(map(len, parts[:-2])), 1):
        before, here, after = parts[number - 1 : number + 2]
        if not (place in inside or before in _LEADERS or here[0] in _TRAILERS or _is_silenced(here, after)):
            yield place
    if text:
        yield len(text)


def _is_silenced(here: str, after: str) -> bool:
    """Whether a cluster is not heard, or only closes the syllable before it, as the last two of "อิลิเมนต์"."""
    return _SILENCER in here or (_SILENCER in after and len(here) == 1)


@cache
def _listed() -> frozenset[str]:
    with open(f"{FOLDER}thai_words.txt", encoding="utf-8") as file:  # noqa: PTH123
        return frozenset(line.rstrip() for line in file if not line.startswith("#"))


@cache
def _longest() -> Mapping[str, int]:
    """Return the length of the longest word by its first two characters."""
    found: dict[str, int] = {}
    for word in _listed():
        found[word[:2]] = max(found.get(word[:2], 0), len(word))
    return found
