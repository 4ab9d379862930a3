"""The front door: questions with plain options are answered without Typer, which costs more than the answer.

What the door does not know for sure - help, mistakes, an option given twice - it leaves to Typer: both ways run the same
command with the same options. So it is with completion: ids, names and values of options are completed here, commands and
options there.
"""

from sil.cli.app import Context
from sil.cli.completion import COMPLETING
from sil.cli.specs import FILTERS, GLOBAL, TAKES, Argument, Option, Parameter, Spec, keep
from sil.errors import ExitCode
from sil.light import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Callable,
    Iterator,
    Mapping,
    NamedTuple,
    Sequence,
    get_args,
    get_origin,
    import_module,
)

if TYPE_CHECKING:
    from sil.cli.app import App
    from sil.cli.completion import Completer


class Plain(NamedTuple):
    """A command that can be asked with nothing but words and common options."""

    module: str
    function: str
    least: int
    most: int | None
    """How many words it takes; None is any number, given as a list."""

    def command(self) -> Callable[..., Any]:
        """Import and return it."""
        found: Callable[..., Any] = getattr(import_module(f"sil.cli.commands.{self.module}"), self.function)
        return found


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
    "report transfer": Plain("reporting", "transfer", 1, 1),
}

_HERE = "\0"
"""Stands for the word to complete; no argument has it."""

_GROUPS = {name.split()[0] for name in COMMANDS if " " in name}
_FLAGS = {flag: spec for spec in (*GLOBAL, *FILTERS) for flag in spec.flags}
_GLOBAL_FLAGS = {flag: spec for spec in GLOBAL for flag in spec.flags}
"""What may stand between a group, as `report`, and its command."""


_Completion = tuple["Completer | None", dict[str, Any]]
"""What completes a word or a value, and the common options that stand before it."""


class _UnplainError(Exception):
    """The command line is one for Typer."""


def answer(app: "App", arguments: Sequence[str]) -> int | None:
    """Run a plain command line and return its exit code; None for one that Typer has to read."""
    if app.environment.env.get(COMPLETING):
        return complete(app)
    if list(arguments) in (["--version"], ["-V"]):
        tell_version(app)
        return ExitCode.DONE
    try:
        line = _read(arguments)
    except _UnplainError:
        return None
    app.options.update(line.options)
    plain = COMMANDS[line.name]
    words: Sequence[Any] = [list(line.words)] if plain.most is None else line.words
    code: int = plain.command()(Context(app), *words, **line.own)
    return code


def complete(app: "App") -> int | None:
    """Answer a shell that asks for ids or names; None where Typer has to."""
    from sil.cli import completion

    question = completion.asked(app.environment.env)
    if question is None or question.incomplete.startswith("-"):
        return None
    try:
        completer, options = _of_value(question.words) or _of_word(question.words)
    except _UnplainError:
        return None
    if completer is None:
        return None
    app.options.update(options)
    text, code = completion.told(question, completer(Context(app), question.incomplete))
    app.environment.stdout.write(text)
    return code


def _of_word(before: Sequence[str]) -> "_Completion":
    """Return what completes a word of a command, as its first argument declares it, and the common options before it."""
    line = _read([*before, _HERE])
    parameters = _parameters(COMMANDS[line.name].command()).values()
    first = next(said for _, said in parameters if isinstance(said, Argument))
    return first.said.get("autocompletion"), line.options


def _of_value(before: Sequence[str]) -> "_Completion | None":
    """Return what completes the value of the option that stands last, and the common options before it; None for a word."""
    from sil.cli.completion import of_option

    flag = before[-1] if before else ""
    if not flag.startswith("-") or "--" in before:
        return None
    words, options, _ = _parted(before[:-1])
    name = _name(words)
    if spec := _FLAGS.get(flag):
        is_taken = spec in GLOBAL or not words or spec.name in TAKES.get(name, ())
        found = of_option(spec) if is_taken else None
    elif spec := _own(_plain(name)).get(flag):
        found = _parameters(COMMANDS[name].command())[spec.name][1].said.get("autocompletion")
    else:
        raise _UnplainError
    return None if spec.is_flag else (found, options)


def _parameters(command: Callable[..., Any]) -> dict[str, tuple[Any, Parameter]]:
    """Return the hint and the declaration of each parameter of a command."""
    hints: Mapping[str, Any] = command.__annotations__
    return {name: get_args(hint) for name, hint in hints.items() if get_origin(hint) is Annotated}


def _own(plain: Plain) -> dict[str, Spec]:
    """Return the options of a command's own by their flags."""
    specs = [
        Spec(name, said.flags or (f"--{name.replace('_', '-')}",), "", is_flag=hint is bool)
        for name, (hint, said) in _parameters(plain.command()).items()
        if isinstance(said, Option)
    ]
    return {flag: spec for spec in specs for flag in spec.flags}


def tell_version(app: "App") -> None:
    """Print the version."""
    from sil import __version__

    app.environment.stdout.write(f"sil {__version__}\n")


class _Line(NamedTuple):
    """A command line taken apart."""

    name: str
    words: tuple[str, ...]
    options: dict[str, Any]
    """The common options."""
    own: dict[str, Any]
    """The options of the command's own."""


def _read(arguments: Sequence[str]) -> _Line:
    """Take a plain command line apart."""
    words, options, own = _parted(arguments)
    name = _name(words)
    plain, words = _plain(name), words[name.count(" ") + 1 :]
    if not all(words) or len(words) < plain.least or (plain.most is not None and len(words) > plain.most):
        raise _UnplainError
    if any(spec.name in options and spec.name not in TAKES[name] for spec in FILTERS):
        raise _UnplainError
    return _Line(name, tuple(words), options, own)


def _parted(arguments: Sequence[str]) -> tuple[list[str], dict[str, Any], dict[str, Any]]:
    """Return the words of a command line, the common options and those of the command's own."""
    words: list[str] = []
    options: dict[str, Any] = {}
    own: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "--" and words and words[0] not in _GROUPS:
            words += rest
        elif not argument.startswith("-"):
            words.append(argument)
        elif argument.partition("=")[0] in _FLAGS:
            _take(argument, rest, options, _GLOBAL_FLAGS if len(words) == 1 and words[0] in _GROUPS else _FLAGS)
        else:
            _take(argument, rest, own, _own(_plain(_name(words))))
    return words, options, own


def _name(words: Sequence[str]) -> str:
    return " ".join(words[: 2 if words and words[0] in _GROUPS else 1])


def _plain(name: str) -> Plain:
    if name not in COMMANDS:
        raise _UnplainError
    return COMMANDS[name]


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
