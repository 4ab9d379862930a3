"""Tables of language knowledge: written by hand in YAML, compiled to JSON beside it by `tools/generate.py`.

The YAML is the source; the JSON is what runs, for reading it needs no parser that is not loaded anyway.
"""

from sil.light import Any, cache, loads

FOLDER = __file__.rpartition("__init__")[0]


@cache
def load(name: str) -> Any:
    """Return the table `name`, read once."""
    return read(f"{FOLDER}{name}.json")


def read(path: str) -> Any:
    """Return the compiled table in a file."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return loads(file.read())
