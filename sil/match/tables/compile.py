"""Tables of matching compiled from YAML to JSON: for `tools/generate.py` and for the tests."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

import yaml

from sil.match import tables
from sil.match.glosses import gloss_key
from sil.text.tables import load as forms

FOLDER = Path(tables.FOLDER)
LANGUAGES = ("en", "th", "ja")

Row = Mapping[str, Sequence[str]]


def glosses(lang: str) -> str:
    """Return the JSON of the glosses of a language: words as they are looked up, and the concepts they stand for."""
    return _json(_glosses(lang))


def kinds() -> str:
    """Return the JSON of the concepts of words for a kind of body, each with the kinds it may stand for."""
    found: dict[int, list[str]] = defaultdict(list)
    for kind, places in forms("forms")["kinds"].items():
        keys = ((lang, gloss_key(word, lang)) for words in places.values() for word in words for lang in LANGUAGES)
        for concept in sorted({concept for lang, key in keys for concept in _glosses(lang).get(key, ())}):
            found[concept].append(kind)
    return _json(found)


@cache
def _glosses(lang: str) -> dict[str, list[int]]:
    words: dict[str, list[int]] = defaultdict(list)
    for number, (_, row) in enumerate(gloss_rows()):
        for key in dict.fromkeys(gloss_key(word, lang) for word in row[lang]):
            words[key].append(number)
    return dict(words)


def weights() -> str:
    """Return the JSON of the weights."""
    table = yaml.safe_load((FOLDER / "weights.yaml").read_text(encoding="utf-8"))
    return _json(table)


def _json(table: object) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def gloss_rows() -> Iterator[tuple[str, Row]]:
    """Yield the rows of all glosses, each with the name of its file."""
    for path in sorted((FOLDER / "glosses").glob("*.yaml")):
        for row in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader):  # noqa: S506 - texts, no objects
            yield path.stem, row


COMPILED: dict[str, Callable[[], str]] = {
    **{f"glosses-{lang}": partial(glosses, lang) for lang in LANGUAGES},
    "kinds": kinds,
    "weights": weights,
}
"""Tables by name, and what makes the JSON of each."""
