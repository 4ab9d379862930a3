"""Tables of matching compiled from YAML to JSON: for `tools/generate.py` and for the tests."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from sil.match import tables
from sil.match.glosses import gloss_key

FOLDER = Path(tables.FOLDER)
LANGUAGES = ("en", "th", "ja")

Row = Mapping[str, Sequence[str]]


def glosses() -> str:
    """Return the JSON of the glosses: for each language, words as they are looked up and the concepts they stand for."""
    words: dict[str, dict[str, list[int]]] = {lang: defaultdict(list) for lang in LANGUAGES}
    for number, (_, row) in enumerate(gloss_rows()):
        for lang in LANGUAGES:
            for key in dict.fromkeys(gloss_key(word, lang) for word in row[lang]):
                words[lang][key].append(number)
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n"


def weights() -> str:
    """Return the JSON of the weights."""
    table = yaml.safe_load((FOLDER / "weights.yaml").read_text(encoding="utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def gloss_rows() -> Iterator[tuple[str, Row]]:
    """Yield the rows of all glosses, each with the name of its file."""
    for path in sorted((FOLDER / "glosses").glob("*.yaml")):
        for row in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader):  # noqa: S506 - texts, no objects
            yield path.stem, row


COMPILED: dict[str, Callable[[], str]] = {"glosses": glosses, "weights": weights}
"""Tables by name, and what makes the JSON of each."""
