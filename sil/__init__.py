"""Social Innovation Link: organisations, exchanges and lessons of two countries, in Thai, Japanese and English.

import sil
kb = sil.open("path")
kb.search("การจ้างงานคนพิการ", limit=10)
kb.resolve("kong din so", limit=5)
kb.compare(["litalico", "klongdinsor"])
kb.report("trip")
"""

TYPE_CHECKING = False  # typing and pathlib cost as much as Python's own start
if TYPE_CHECKING:
    from pathlib import Path

    from sil.kb import KnowledgeBase
    from sil.reader import Audience

__version__ = "0.1.0"


def open(  # noqa: A001 - sil.open reads well
    path: "str | Path | None" = None, *, lang: str = "en", audience: "Audience | None" = None
) -> "KnowledgeBase":
    """Open a knowledge base: the folder at `path`, or the one that comes with the package.

    `lang` (en, th, ja) is the language of views; `audience` (team, partners, public) is whom the answers are for: what is
    not for them is not there. Without it, `SIL_AUDIENCE` decides, then `sil.toml`, else it is the team. Raises
    KnowledgeBaseError when there is no such folder, UsageError for an audience that there is not.
    """
    import os
    import time

    from sil import locate
    from sil.errors import UsageError
    from sil.kb import KnowledgeBase
    from sil.kb.audience import own_audience
    from sil.reader import AUDIENCES

    root = locate.knowledge_base(str(path), {}, os.getcwd()).root if path else locate.packaged()  # noqa: PTH109
    named = os.environ.get("SIL_AUDIENCE") or None if audience is None else audience
    if named is not None and named not in AUDIENCES:
        raise UsageError("error.choice", option="audience", value=named, allowed=", ".join(AUDIENCES))
    audience = next((known for known in AUDIENCES if known == named), None) or own_audience(root) or "team"
    return KnowledgeBase(root, locate.cache_file(root, os.environ), lang, time.strftime("%Y-%m-%d"), audience=audience)
