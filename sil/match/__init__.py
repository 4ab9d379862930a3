"""A name in any script -> the records that bear it, each with a score and a reason."""

from sil.light import TYPE_CHECKING, later

if TYPE_CHECKING:
    from sil.match.engine import NameIndex
    from sil.match.results import Match, Resolution
else:
    __getattr__ = later(__name__, NameIndex="engine", Match="results", Resolution="results")

__all__ = ["Match", "NameIndex", "Resolution"]
