"""Compiles the table of glosses when the package is built or installed, editable too; it is not in git."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GlossesHook(BuildHookInterface[Any]):
    """Puts the compiled table into the wheel, in place of its sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Compile the table, in the folder of its package."""
        sys.path.insert(0, self.root)
        from sil.match.tables.compile import write  # noqa: PLC0415 - the project is not installed yet

        write()
        build_data["artifacts"].append("/sil/match/tables/glosses.sqlite")
