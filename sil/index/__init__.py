"""Records -> one disposable SQLite file: the cache, the text index, the keys of names, the labels of themes."""

from sil.index.filters import Filters
from sil.index.index import Index
from sil.index.unit import Link, Refreshed, StoredRecord, Unit
from sil.light import TYPE_CHECKING, later

if TYPE_CHECKING:
    from sil.index.text import TextIndex
else:
    __getattr__ = later(__name__, TextIndex="text")

__all__ = ["Filters", "Index", "Link", "Refreshed", "StoredRecord", "TextIndex", "Unit"]
