"""Whom the answers of a knowledge base are for when nobody says: what its `sil.toml` names."""

from os.path import lexists

from sil.errors import KnowledgeBaseError
from sil.light import TYPE_CHECKING
from sil.locate import SETTINGS

if TYPE_CHECKING:
    from sil.reader import Audience

_MAY_NAME_ONE = (b"aud", b"\\")
"""What stands in every way to write the word, or to come near it; letters may be written by their numbers."""


def own_audience(root: str) -> "Audience | None":
    """Return the audience that a knowledge base names; its settings are taken apart only where they may name one.

    Raises KnowledgeBaseError when the file cannot be read, names no audience that there is, or misspells the word.
    """
    path = f"{root}/{SETTINGS}"
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - importing pathlib costs a third of Python's start
            text = stream.read().lower()
    except OSError as error:
        if not lexists(path):
            return None
        raise KnowledgeBaseError("error.bad-settings", path=path, why=str(error)) from error
    if not any(sign in text for sign in _MAY_NAME_ONE):
        return None
    from pathlib import Path

    from sil.kb.settings import settings_of

    return settings_of(Path(root)).audience
