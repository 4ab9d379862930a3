"""Where things lie: the knowledge base, the cache, the user's configuration.

Pure functions of an environment (a mapping) and a working folder; only `sil.cli` and `sil.open` pass the real ones.
"""

import hashlib
import os
from pathlib import Path

from sil.errors import KnowledgeBaseError
from sil.light import Mapping, NamedTuple

PACKAGE = Path(__file__).resolve().parent


class Located(NamedTuple):
    """A folder and what led to it."""

    root: Path
    origin: str
    """`--kb`, `SIL_KB`, `parent folder`, `configuration`, `package`, or `python`."""


def is_knowledge_base(folder: Path) -> bool:
    """Say whether a folder looks like a knowledge base."""
    return (folder / "sil.toml").is_file() or (folder / "data" / "orgs").is_dir()


def packaged() -> Path:
    """Return the knowledge base that comes with the package (in a checkout, the checkout itself)."""
    inside = PACKAGE / "packaged"
    return inside if inside.is_dir() else PACKAGE.parent


def knowledge_base(named: str | None, env: Mapping[str, str], cwd: Path, configured: str | None = None) -> Located:
    """Find the knowledge base: the named folder, then `SIL_KB`, the nearest parent, the configured one, the packaged.

    Raises KnowledgeBaseError when a folder that was named is not there.
    """
    for origin, name in (("--kb", named), ("SIL_KB", env.get("SIL_KB"))):
        if name:
            return Located(_existing(cwd / Path(name).expanduser(), origin), origin)
    for folder in (cwd, *cwd.parents):
        if is_knowledge_base(folder):
            return Located(folder, "parent folder")
    if configured:
        return Located(_existing(Path(configured).expanduser(), "configuration"), "configuration")
    return Located(packaged(), "package")


def _existing(folder: Path, origin: str) -> Path:
    if not folder.is_dir():
        raise KnowledgeBaseError("error.no-folder", hint="hint.no-folder", path=str(folder), origin=origin)
    return folder


def cache_folder(env: Mapping[str, str]) -> Path | None:
    """Return the folder for caches after the XDG base directory specification; None when there is no home."""
    if os.name == "nt" and env.get("LOCALAPPDATA"):
        return Path(env["LOCALAPPDATA"], "sil", "cache")
    return _xdg(env, "XDG_CACHE_HOME", ".cache")


def state_folder(env: Mapping[str, str]) -> Path | None:
    """Return the folder for what must outlive the cache, as the journal of changes; None when there is no home."""
    if os.name == "nt" and env.get("LOCALAPPDATA"):
        return Path(env["LOCALAPPDATA"], "sil", "state")
    return _xdg(env, "XDG_STATE_HOME", ".local/state")


def config_file(env: Mapping[str, str]) -> Path | None:
    """Return the user's configuration file, which need not exist; None when there is no home."""
    folder = _xdg(env, "XDG_CONFIG_HOME", ".config")
    return folder / "config.toml" if folder else None


def _xdg(env: Mapping[str, str], variable: str, fallback: str) -> Path | None:
    named = env.get(variable, "")
    if Path(named).is_absolute():
        return Path(named, "sil")
    home = env.get("HOME") or env.get("USERPROFILE")
    return Path(home, fallback, "sil") if home else None


def cache_file(root: Path, env: Mapping[str, str]) -> Path | None:
    """Return the index file of a knowledge base: its name is made from the real path of the folder."""
    folder = cache_folder(env)
    digest = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]
    return folder / f"{digest}.sqlite" if folder else None
