"""Tables compiled from YAML to JSON: for `tools/generate.py` and for the test that says whether it was run."""

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from sil.text import tables

FOLDER = Path(tables.FOLDER)
LANGUAGES = ("en", "th", "ja")


def compiled(name: str) -> str:
    """Return the JSON of the table `name`, from `<name>.yaml`, or from the files of the folder `<name>` for labels."""
    source = FOLDER / name
    table = _labels(source) if source.is_dir() else _read(source.with_suffix(".yaml"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def table_names() -> list[str]:
    """Return the names of all tables."""
    return sorted({path.stem for path in FOLDER.glob("*.yaml")} | {"labels"})


def _labels(folder: Path) -> dict[str, list[str]]:
    labels: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, texts in _read(path).items():
            if key in labels:
                raise ValueError(f"{path.name}: the label {key} is defined twice")
            labels[key] = [texts[lang] for lang in LANGUAGES]
    return labels


def _read(path: Path) -> Mapping[str, Mapping[str, str]]:
    node = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    keys = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{path.name}: defined twice: {', '.join(sorted(twice))}")
    table: Mapping[str, Mapping[str, str]] = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506
    return table
