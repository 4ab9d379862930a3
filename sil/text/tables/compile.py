"""Tables compiled from YAML to JSON: for `tools/generate.py` and for the test that says whether it was run."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from sil.reader import LANGS
from sil.text import tables
from sil.text.asking import kept
from sil.text.fold import fold

FOLDER = Path(tables.FOLDER)

_FOLDED = ("forms", "letters", "choices")
"""Tables of words that are compared folded."""


def compiled(name: str) -> str:
    """Return the JSON of the table `name`: of `<name>.yaml`, or of the files in the folder `labels`.

    The labels of each language stand in one line, so that no other need be read; the names of countries, which are asked
    for in all languages, are also a table of their own.
    """
    if name == "labels":
        labels = _labels()
        lines = (_json({key: texts[place] or texts[0] for key, texts in labels.items()}) for place in range(len(LANGS)))
        return "[\n" + ",\n".join(lines) + "\n]\n"
    if name == "countries":
        return _json(_countries()) + "\n"
    table = _read(FOLDER / f"{name}.yaml")
    if name == "questions":
        return _json(_asked(table)) + "\n"
    return _json(_folded(table) if name in _FOLDED else table) + "\n"


def _asked(table: Mapping[str, Iterable[str]]) -> dict[str, object]:
    """Return the words of questions as `sil.text.asking` compares them: with their meanings, the longest first."""
    lists = ("alone", "counted")
    country = "country."
    words = [(kept(word), key) for key, found in table.items() if key not in lists for word in found]
    named = [(kept(name), code) for code, names in _countries().items() for name in names if name]
    named += [(word, key.removeprefix(country)) for word, key in words if key.startswith(country)]
    return {
        "words": sorted((pair for pair in words if not pair[1].startswith(country)), key=lambda pair: -len(pair[0])),
        "countries": sorted(named, key=lambda pair: -len(pair[0])),
        "alone": list(map(fold, table["alone"])),
        "counted": table["counted"],
    }


def _folded(table: object) -> object:
    """Return a table with its words folded; its keys stay."""
    if isinstance(table, Mapping):
        return {key: _folded(value) for key, value in table.items()}
    return [fold(word) for word in table] if isinstance(table, list) else table


def _json(table: object) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def table_names() -> list[str]:
    """Return the names of all tables, the spellings first: words of other tables are written in them."""
    names = {path.stem for path in FOLDER.glob("*.yaml")} | {"labels", "countries"}
    return sorted(names, key=lambda name: (name != "spellings", name))


def _countries() -> dict[str, list[str]]:
    """Return the names of countries by their codes, in the order of the languages."""
    return {key.partition(".")[2]: texts for key, texts in _labels().items() if key.startswith("country.")}


def _labels() -> dict[str, list[str]]:
    """Return the texts of all labels, in the order of the languages."""
    labels: dict[str, list[str]] = {}
    for path in sorted((FOLDER / "labels").glob("*.yaml")):
        for key, texts in _read(path).items():
            if key in labels:
                raise ValueError(f"{path.name}: the label {key} is defined twice")
            labels[key] = [texts[lang] for lang in LANGS]
    return labels


def _read(path: Path) -> Mapping[str, Mapping[str, str]]:
    node = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    keys = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{path.name}: defined twice: {', '.join(sorted(twice))}")
    table: Mapping[str, Mapping[str, str]] = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506
    return table
