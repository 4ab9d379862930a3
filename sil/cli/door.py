"""The front door: questions with plain options are answered without Typer, which costs more than the answer.

What the door does not know for sure - help, mistakes, completion, an option of a command's own, an option given twice -
it leaves to Typer: both ways run the same command with the same options.
"""

from sil.cli.app import Context
from sil.cli.specs import FILTERS, GLOBAL, TAKES, Spec, keep
from sil.errors import ExitCode
from sil.light import TYPE_CHECKING, Any, Iterator, Mapping, NamedTuple, Sequence, import_module

if TYPE_CHECKING:
    from sil.cli.app import App

_COMPLETING = "_SIL_COMPLETE"
"""The variable by which a shell asks for completion."""


class Plain(NamedTuple):
    """A command that can be asked with nothing but words and common options."""

    module: str
    function: str
    least: int
    most: int | None
    """How many words it takes; None is any number, given as a list."""


COMMANDS = {
    "search": Plain("asking", "search", 1, None),
    "show": Plain("asking", "show", 1, 1),
    "resolve": Plain("resolving", "resolve", 1, None),
    "list": Plain("listing", "list_records", 1, 1),
    "compare": Plain("comparing", "compare", 1, None),
    "report trip": Plain("reporting", "trip", 0, 1),
    "report briefing": Plain("reporting", "briefing", 0, 1),
    "report theme": Plain("reporting", "theme", 1, 1),
    "report follow-ups": Plain("reporting", "follow_ups", 0, 0),
    "report learning": Plain("reporting", "learning", 0, 0),
}

_GROUPS = {name.split()[0] for name in COMMANDS if " " in name}
_FLAGS = {flag: spec for spec in (*GLOBAL, *FILTERS) for flag in spec.flags}
_GLOBAL_FLAGS = {flag: spec for spec in GLOBAL for flag in spec.flags}
"""What may stand between a group, as `report`, and its command."""


class _UnplainError(Exception):
    """The command line is one for Typer."""


def answer(app: "App", arguments: Sequence[str]) -> int | None:
    """Run a plain command line and return its exit code; None for one that Typer has to read."""
    if app.environment.env.get(_COMPLETING):
        return None
    if list(arguments) in (["--version"], ["-V"]):
        tell_version(app)
        return ExitCode.DONE
    try:
        name, words, options = _read(arguments)
    except _UnplainError:
        return None
    app.options.update(options)
    plain = COMMANDS[name]
    command = getattr(import_module(f"sil.cli.commands.{plain.module}"), plain.function)
    code: int = command(Context(app), words) if plain.most is None else command(Context(app), *words)
    return code


def tell_version(app: "App") -> None:
    """Print the version."""
    from sil import __version__

    app.environment.stdout.write(f"sil {__version__}\n")


def _read(arguments: Sequence[str]) -> tuple[str, list[str], dict[str, Any]]:
    """Return the command, its words and the common options."""
    words: list[str] = []
    options: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "--" and words and words[0] not in _GROUPS:
            words += rest
        elif argument.startswith("-"):
            _take(argument, rest, options, _GLOBAL_FLAGS if len(words) == 1 and words[0] in _GROUPS else _FLAGS)
        else:
            words.append(argument)
    name = " ".join(words[: 2 if words and words[0] in _GROUPS else 1])
    plain, words = COMMANDS.get(name), words[name.count(" ") + 1 :]
    if (
        plain is None
        or not all(words)
        or len(words) < plain.least
        or (plain.most is not None and len(words) > plain.most)
    ):
        raise _UnplainError
    if any(spec.name in options and spec.name not in TAKES[name] for spec in FILTERS):
        raise _UnplainError
    return name, words, options


def _take(argument: str, rest: Iterator[str], options: dict[str, Any], known: Mapping[str, Spec]) -> None:
    """Read one option, with its value from the arguments after it."""
    flag, equals, value = argument.partition("=")
    spec = known.get(flag)
    if spec is None or spec.name in options or (equals and (spec.is_flag or not flag.startswith("--"))):
        raise _UnplainError
    if spec.is_flag:
        options[spec.name] = True
        return
    value = value if equals else next(rest, "")
    if not _is_plain(spec, value):
        raise _UnplainError
    keep(options, spec, (value,) if spec.several else value)


def _is_plain(spec: Spec, value: str) -> bool:
    """Whether a value is one that Typer would take as it stands."""
    return bool(value) and not value.startswith("-") and (not spec.choices or value in spec.choices)
