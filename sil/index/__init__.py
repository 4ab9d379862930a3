"""Records -> one disposable SQLite file: the cache, the text index, the keys of names, the labels of themes."""

from sil.index.filters import Filters
from sil.index.index import Index
from sil.index.unit import Link, Refreshed, StoredRecord, Unit
from sil.light import TYPE_CHECKING, later

if TYPE_CHECKING:
    from pathlib import Path

    from sil.index.text import TextIndex
    from sil.reader import Audience
else:
    __getattr__ = later(__name__, TextIndex="text")

__all__ = ["Filters", "Index", "Link", "Refreshed", "StoredRecord", "TextIndex", "Unit", "open_index"]


def open_index(root: str, cache: "str | Path | None", audience: "Audience") -> Index:
    """Open the index of a knowledge base for an audience; `cache` is the file of the team's, or None for memory."""
    if audience == "team":
        return Index.open(root, cache)
    from sil.index.restricted import RestrictedIndex  # noqa: PLC0415 - nothing the team needs

    return RestrictedIndex(root, str(cache) if cache else None, audience)
