"""Completion of ids and names; answers from the index alone, and says nothing when anything is wrong."""

from sil.errors import SilError
from sil.light import Any

MOST = 50


def names(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids and the titles, in all scripts, that begin with what was typed."""
    return _complete(ctx, incomplete, ("org", "exchange", "policy", "theme"))


def exchanges(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids of exchanges, with their titles."""
    return _complete(ctx, incomplete, ("exchange",))


def _complete(ctx: Any, incomplete: str, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return what begins with the typed letters (the shell drops anything else), each with what it is."""
    try:
        known = [(address, title) for address, kind, title in _app(ctx).kb.index.ids() if kind in kinds]
    except SilError:
        return []
    found = []
    for address, title in known:
        names = dict.fromkeys(text for text in title.values() if text)
        if address.startswith(incomplete):
            found.append((address, " / ".join(names)))
        else:
            found += [(name, address) for name in names if name.startswith(incomplete)]
    return found[:MOST]


def _app(ctx: Any) -> Any:
    """Return the application; while completing, the parser has made none yet."""
    from sil.cli.app import App
    from sil.cli.environment import Environment

    return ctx.obj or App(Environment.real())
