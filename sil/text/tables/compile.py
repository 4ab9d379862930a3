"""Tables compiled from YAML to JSON: for `tools/generate.py` and for the test that says whether it was run."""

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from sil.reader import LANGS
from sil.text import tables
from sil.text.fold import fold

FOLDER = Path(tables.FOLDER)

_FOLDED = ("forms", "letters")
"""Tables of words that stand in names, which are compared folded."""


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
        named = {key.partition(".")[2]: texts for key, texts in _labels().items() if key.startswith("country.")}
        return _json(named) + "\n"
    table = _read(FOLDER / f"{name}.yaml")
    return _json(_folded(table) if name in _FOLDED else table) + "\n"


def _folded(table: object) -> object:
    """Return a table with its words folded; its keys stay."""
    if isinstance(table, Mapping):
        return {key: _folded(value) for key, value in table.items()}
    return [fold(word) for word in table] if isinstance(table, list) else table


def _json(table: object) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def table_names() -> list[str]:
    """Return the names of all tables."""
    return sorted({path.stem for path in FOLDER.glob("*.yaml")} | {"labels", "countries"})


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
