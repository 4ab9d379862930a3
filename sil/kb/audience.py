"""Whom the answers of a knowledge base are for when nobody says: what its `sil.toml` names."""

from sil.light import TYPE_CHECKING

if TYPE_CHECKING:
    from sil.records.types import Audience

FILE = "sil.toml"


def own_audience(root: str) -> "Audience | None":
    """Return the audience that a knowledge base names; its settings are read only where the word stands in them.

    Raises KnowledgeBaseError when the file cannot be read or names no audience that there is.
    """
    try:
        with open(f"{root}/{FILE}", "rb") as stream:  # noqa: PTH123 - importing pathlib costs a third of Python's start
            if b"audience" not in stream.read():
                return None
    except OSError:
        return None
    from pathlib import Path

    from sil.kb.settings import settings_of

    return settings_of(Path(root)).audience
