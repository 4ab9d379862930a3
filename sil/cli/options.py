"""The options that stand before or after the name of a command, and the classes that make every command take them."""

from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from sil.cli.specs import FILTERS, GLOBAL, Spec, keep
from sil.errors import UsageError


def _store(spec: Spec) -> Callable[[Any, Any, Any], Any]:
    """Return the callback that keeps a common option on the application, wherever it was given."""

    def store(context: Any, _parameter: Any, value: Any) -> Any:
        if value not in (None, False, (), []):
            keep(context.obj.options, spec, value)
        return value

    return store


def _option(spec: Spec) -> TyperOption:
    return TyperOption(
        param_decls=[*spec.flags, f"common_{spec.name}"],  # apart from a command's own parameters
        help=spec.help,
        metavar=None if spec.is_flag else spec.metavar,
        is_flag=spec.is_flag,
        default=False if spec.is_flag else None,
        multiple=spec.several,
        expose_value=False,
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *(_option(spec) for spec in (*self.filters, *GLOBAL))]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say which one is near."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise UsageError("error.no-command", hint=_near(args[0], self.list_commands(ctx)), name=args[0])
        return super().resolve_command(ctx, args)


class SubGroup(Group):
    """A command that is itself a group, as `report`; it takes no filters."""

    filters = ()


def _near(word: str, known: list[str]) -> str:
    """Return the hint that names the nearest command."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"hint.did-you-mean:{near[0]}" if near else "hint.commands"
