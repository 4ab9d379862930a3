"""A knowledge base opened: questions asked of its index, answered with records, matches, hits and views."""

from sil.kb.knowledge_base import KnowledgeBase
from sil.light import TYPE_CHECKING, later

if TYPE_CHECKING:
    from sil.kb.naming import refuse
else:
    __getattr__ = later(__name__, refuse="naming")

__all__ = ["KnowledgeBase", "refuse"]
