"""Tables of matching: glosses (one concept in three languages) and the weights of the score.

The YAML is the source, the JSON beside it is what runs (`tools/generate.py`). Glosses are read when a name is stored or
compared, not when it is found whole; those of a language only when a name has letters of it.
"""

from sil.light import Any, cache
from sil.text.tables import read

FOLDER = __file__.rpartition("__init__")[0]


@cache
def load(name: str) -> Any:
    """Return the table `name`, read once."""
    return read(f"{FOLDER}{name}.json")
