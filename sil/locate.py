"""Where things lie: the knowledge base, the cache, the user's configuration.

Pure functions of an environment (a mapping) and a working folder; only `sil.cli` and `sil.open` pass the real ones.
Paths are strings: importing pathlib costs a third of Python's own start.
"""

# ruff: noqa: PTH111, PTH112, PTH113, PTH117, PTH118, PTH119, PTH120, PTH206, PTH208 - strings, as said

import os

from sil.errors import KnowledgeBaseError
from sil.light import Mapping, NamedTuple, checksum

SETTINGS = "sil.toml"
"""The file of a knowledge base that holds its settings."""

_OFFERED = 3
"""Folders that are offered in place of one that holds no knowledge base."""

PACKAGE = os.path.dirname(os.path.realpath(__file__))


class Located(NamedTuple):
    """A folder and what led to it."""

    root: str
    origin: str
    """`--kb`, `SIL_KB`, `parent folder`, `configuration`, `package`, or `python`."""


def is_knowledge_base(folder: str) -> bool:
    """Say whether a folder looks like a knowledge base."""
    return os.path.isfile(os.path.join(folder, SETTINGS)) or os.path.isdir(os.path.join(folder, "data", "orgs"))


def packaged() -> str:
    """Return the knowledge base that comes with the package (in a checkout, the checkout itself)."""
    inside = os.path.join(PACKAGE, "packaged")
    return inside if os.path.isdir(inside) else os.path.dirname(PACKAGE)


def knowledge_base(named: str | None, env: Mapping[str, str], cwd: str, configured: str | None = None) -> Located:
    """Find the knowledge base: the named folder, then `SIL_KB`, the nearest parent, the configured one, the packaged.

    Raises KnowledgeBaseError when a folder that was named is not there.
    """
    for origin, name in (("--kb", named), ("SIL_KB", env.get("SIL_KB"))):
        if name:
            return Located(_existing(os.path.join(cwd, os.path.expanduser(name)), origin), origin)
    folder, inner = _tidy(cwd), ""
    while folder != inner:
        if is_knowledge_base(folder):
            return Located(folder, "parent folder")
        folder, inner = os.path.dirname(folder), folder
    if configured:
        return Located(_existing(os.path.expanduser(configured), "configuration"), "configuration")
    return Located(packaged(), "package")


def _existing(folder: str, origin: str) -> str:
    folder = _tidy(folder)
    if not os.path.isdir(folder):
        hint = near_folder(folder) or "hint.no-folder"
        raise KnowledgeBaseError("error.no-folder", hint=hint, path=folder, origin=origin)
    return folder


def near_folder(folder: str) -> str | None:
    """Return the hint that names the knowledge bases that a wrong folder may stand for; None when there are none.

    They are the one it lies in; those in it; and, of a folder that is not there, those beside it.
    """
    outer, inner = os.path.dirname(os.path.realpath(folder)), ""
    while outer != inner:
        if is_knowledge_base(outer):
            return f"hint.did-you-mean:{outer}"
        outer, inner = os.path.dirname(outer), outer
    within = folder if os.path.isdir(folder) else os.path.dirname(folder)
    try:
        known = sorted(name for name in os.listdir(within) if is_knowledge_base(os.path.join(within, name)))
    except OSError:
        return None
    if within != folder and known:
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

        known = get_close_matches(os.path.basename(folder), known)
    offers = "` / `".join(os.path.join(within, name) for name in known[:_OFFERED])
    return f"hint.did-you-mean:{offers}" if offers else None


def _tidy(path: str) -> str:
    """Return a path without `.` and separators that do nothing; `..` stays, for a link may stand before it."""
    drive, rest = os.path.splitdrive(path)
    rest = rest.replace(os.altsep or os.sep, os.sep)
    parts = os.sep.join(part for part in rest.split(os.sep) if part not in ("", "."))
    return drive + (os.sep if rest.startswith(os.sep) else "") + parts or "."


def cache_folder(env: Mapping[str, str]) -> str | None:
    """Return the folder for caches after the XDG base directory specification; None when there is no home."""
    if os.name == "nt" and env.get("LOCALAPPDATA"):
        return os.path.join(env["LOCALAPPDATA"], "sil", "cache")
    return _xdg(env, "XDG_CACHE_HOME", ".cache")


def state_folder(env: Mapping[str, str]) -> str | None:
    """Return the folder for what must outlive the cache, as the journal of changes; None when there is no home."""
    if os.name == "nt" and env.get("LOCALAPPDATA"):
        return os.path.join(env["LOCALAPPDATA"], "sil", "state")
    return _xdg(env, "XDG_STATE_HOME", os.path.join(".local", "state"))


def config_file(env: Mapping[str, str]) -> str | None:
    """Return the user's configuration file, which need not exist; None when there is no home."""
    folder = _xdg(env, "XDG_CONFIG_HOME", ".config")
    return os.path.join(folder, "config.toml") if folder else None


def _xdg(env: Mapping[str, str], variable: str, fallback: str) -> str | None:
    named = env.get(variable, "")
    if os.path.isabs(named):
        return os.path.join(_tidy(named), "sil")
    home = env.get("HOME") or env.get("USERPROFILE")
    return os.path.join(_tidy(home), fallback, "sil") if home else None


def cache_file(root: str, env: Mapping[str, str]) -> str | None:
    """Return the index file of a knowledge base; None when there is no home."""
    folder = cache_folder(env)
    return index_file(root, folder) if folder else None


def index_file(root: str, folder: str) -> str:
    """Return the index file of a knowledge base in a cache folder: its name is made from the real path of the former.

    Two folders may come to one name: the index says whose it is, and is made anew.
    """
    real = os.fsencode(os.path.realpath(root))
    return os.path.join(folder, f"{checksum(real) % 2**64:016x}.sqlite")
