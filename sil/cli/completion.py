"""Completion of ids and names; answers from the index alone, and says nothing when anything is wrong."""

from typing import Any

from sil.errors import SilError

MOST = 50


def names(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids, with their titles, that begin with what was typed, or whose title holds it."""
    return _complete(ctx, incomplete, ("org", "exchange", "policy", "theme"))


def exchanges(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids of exchanges, with their titles."""
    return _complete(ctx, incomplete, ("exchange",))


def _complete(ctx: Any, incomplete: str, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    from sil.text.fold import fold

    wanted = fold(incomplete)
    try:
        known = [(address, title) for address, kind, title in _app(ctx).kb.index.ids() if kind in kinds]
    except SilError:
        return []
    found = [
        (address, " / ".join(dict.fromkeys(title.values())))
        for address, title in known
        if address.startswith(incomplete) or any(wanted in fold(text) for text in title.values())
    ]
    return found[:MOST]


def _app(ctx: Any) -> Any:
    """Return the application; while completing, the parser has made none yet."""
    from sil.cli.app import App
    from sil.cli.environment import Environment

    return ctx.obj or App(Environment.real())
