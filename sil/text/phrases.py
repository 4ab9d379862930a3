"""Phrase borders of Thai and Japanese: the models of budoux, read from the package as it is installed.

The package itself is not imported, for it brings a parser of HTML in; what is here of it is its scoring of a border by
the characters around it. `tests/text/test_phrases.py` holds both side by side.
"""

from importlib.machinery import PathFinder

from sil.light import Any, Callable, NamedTuple, cache
from sil.text.tables import read

_OUTSIDE = "\0"
"""Stands for the characters before and after a text; no model knows it."""


class _Model(NamedTuple):
    """How much each piece of text around a place speaks for a border there."""

    base: float
    """The score of a place about which nothing is known."""
    of_one: tuple[Callable[[str, int], int], ...]
    """For the three characters before the place and the three after it, one by one."""
    of_two: tuple[Callable[[str, int], int], ...]
    """For pairs: both before the place, one on each side, both after."""
    of_three: tuple[Callable[[str, int], int], ...]


def phrases(text: str, lang: str) -> list[str]:
    """Cut a text without spaces into its phrases; joined again they are the text. `lang` is `th` or `ja`."""
    if not text:
        return []
    base, of_one, of_two, of_three = _model(lang)
    one_a, one_b, one_c, one_d, one_e, one_f = of_one
    two_a, two_b, two_c = of_two
    three_a, three_b, three_c, three_d = of_three
    padded = f"{_OUTSIDE * 3}{text}{_OUTSIDE * 2}"
    found, start = [], 0
    for place in range(1, len(text)):
        a, b, c, d, e, f = tuple(padded[place : place + 6])
        score = base + one_a(a, 0) + one_b(b, 0) + one_c(c, 0) + one_d(d, 0) + one_e(e, 0) + one_f(f, 0)
        before, across, after = b + c, c + d, d + e
        score += two_a(before, 0) + two_b(across, 0) + two_c(after, 0)
        score += three_a(a + before, 0) + three_b(before + d, 0) + three_c(across + e, 0) + three_d(after + f, 0)
        if score > 0:
            found.append(text[start:place])
            start = place
    return [*found, text[start:]]


@cache
def _model(lang: str) -> _Model:
    spec = PathFinder.find_spec("budoux")
    folder = next(iter((spec and spec.submodule_search_locations) or ()))
    weights: dict[str, dict[str, int]] = read(f"{folder}/models/{lang}.json")

    def of(kind: str, count: int) -> tuple[Any, ...]:
        return tuple(weights.get(f"{kind}{number}", {}).get for number in range(1, count + 1))

    base = -sum(sum(group.values()) for group in weights.values()) * 0.5
    return _Model(base, of("UW", 6), of("BW", 3), of("TW", 4))
