"""A name in any script -> the records that bear it, each with a score and a reason."""

from sil.match.engine import NameIndex
from sil.match.results import Match, Resolution

__all__ = ["Match", "NameIndex", "Resolution"]
