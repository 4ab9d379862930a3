"""The settings of a knowledge base, from its `sil.toml`: what the files of records cannot say."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sil.errors import KnowledgeBaseError

FILE = "sil.toml"


@dataclass(frozen=True, slots=True)
class KnowledgeBaseSettings:
    """What `sil.toml` says; each has a default, so the file may be missing."""

    home_country: str = ""
    """Code of the country whose side the readers are on; its column stands first."""
    searches: Mapping[str, str] = field(default_factory=dict)
    """Saved searches: queries by name, asked as `sil search @name`."""


def settings_of(root: Path) -> KnowledgeBaseSettings:
    """Read the settings of a knowledge base.

    Raises KnowledgeBaseError when the file is no TOML, or a setting has the wrong type.
    """
    path = root / FILE
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return KnowledgeBaseSettings()
    except (OSError, ValueError) as error:
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=str(error)) from error
    searches = found.get("searches", {})
    if not isinstance(searches, dict):
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=f"searches: {searches!r}")
    return KnowledgeBaseSettings(
        home_country=_text(found, "home_country", path),
        searches={name: _text(searches, name, path) for name in searches},
    )


def _text(found: dict[str, Any], key: str, path: Path) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=f"{key}: {value!r}")
    return value
