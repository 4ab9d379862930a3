"""A knowledge base opened: questions asked of its index, answered with records, matches, hits and views."""

from sil.kb.knowledge_base import KnowledgeBase
from sil.kb.naming import refuse

__all__ = ["KnowledgeBase", "refuse"]
