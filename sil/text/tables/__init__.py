"""Tables of language knowledge: written by hand in YAML, compiled to JSON beside it by `tools/generate.py`.

The YAML is the source; the JSON is what runs, for reading it needs no parser that is not loaded anyway.
"""

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> Any:
    """Return the table `name`, read once."""
    import json  # noqa: PLC0415 - a command that shows no label and reads no name needs no parser

    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
