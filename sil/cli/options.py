"""The options that stand before or after the name of a command, and the classes that make every command take them."""

from collections.abc import Callable
from difflib import get_close_matches
from itertools import takewhile
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_param_completion

from sil.cli.commands.listing import near_kind
from sil.cli.completion import of_option
from sil.cli.specs import FILTERS, GLOBAL, Spec, keep
from sil.errors import UsageError
from sil.text.escape import argument

_LIKELY = 0.65
"""Likeness from which on a word is taken for a slip of a command's name."""


def _store(spec: Spec) -> Callable[[Any, Any, Any], Any]:
    """Return the callback that keeps a common option on the application, wherever it was given."""

    def store(context: Any, _parameter: Any, value: Any) -> Any:
        if value not in (None, False, (), []):
            for one in value if spec.is_single else (value,):
                keep(context.obj.options, spec, one)
        return value

    return store


def _option(spec: Spec) -> TyperOption:
    return TyperOption(
        param_decls=[*spec.flags, f"common_{spec.name}"],  # apart from a command's own parameters
        help=spec.help,
        metavar=None if spec.is_flag else spec.metavar,
        is_flag=spec.is_flag,
        default=False if spec.is_flag else None,
        multiple=spec.several or spec.is_single,
        expose_value=False,
        autocompletion=get_param_completion(of_option(spec)),
        callback=_store(spec),
    )


class Command(TyperCommand):
    """A command that takes the common options, and the filters it names."""

    filters: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {flag for parameter in self.params for flag in parameter.opts}
        wanted = [spec for spec in FILTERS if spec.name in self.filters] + list(GLOBAL)
        self.params = [*self.params, *(_option(spec) for spec in wanted if spec.flags[0] not in own)]

    def invoke(self, ctx: Any) -> Any:
        """Refuse a filter that was given before the command's name and has no meaning for it."""
        for spec in FILTERS:
            if spec.name in ctx.obj.options and spec.name not in self.filters:
                raise UsageError("error.not-for-command", option=spec.flags[0], command=ctx.command_path)
        return super().invoke(ctx)


def takes(*filters: str) -> type[Command]:
    """Return the class of a command that takes these filters."""
    return type("FilteringCommand", (Command,), {"filters": filters})


class Group(TyperGroup):
    """The program: common options may stand before the command; a word that is no command is never run as one."""

    filters: tuple[Spec, ...] = FILTERS

    def elsewhere(self, word: str) -> str:
        """Return the hint for a word that is near to no command: one of a group, a kind of record, or what a search is for."""
        holders = [name for name, command in self.commands.items() if word in getattr(command, "commands", ())]
        if holders:
            return f"hint.did-you-mean:sil {holders[0]} {word}"
        return near_kind(word) or "hint.search"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *(_option(spec) for spec in (*self.filters, *GLOBAL))]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say which one is near."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise self._unknown(ctx, args)
        return super().resolve_command(ctx, args)

    def _unknown(self, ctx: Any, args: list[str]) -> UsageError:
        """Return the complaint about a word that is no command; words that are near to none are likely to be a search."""
        word = args[0].casefold()
        near = get_close_matches(word, self.list_commands(ctx), n=1, cutoff=_LIKELY)
        path = f"{ctx.command_path} ".partition(" ")[2]  # of a group, as `report `
        hint = f"hint.did-you-mean:{path}{near[0]}" if near else self.elsewhere(word)
        words = " ".join(word if word.isalnum() else argument(word) for word in takewhile(_is_word, args))
        return UsageError("error.no-command", hint=hint, name=args[0], words=words, command=ctx.command_path)


class SubGroup(Group):
    """A command that is itself a group, as `report`; it takes no filters."""

    filters = ()

    def elsewhere(self, word: str) -> str:  # noqa: ARG002 - the hint is the same for all
        """Return the hint for a word that is near to no command of the group."""
        return "hint.help"


def _is_word(argument: str) -> bool:
    return not argument.startswith("-")
