"""Completion of ids, names and values of options; answers from the index alone, and says nothing when anything is wrong.

What the shells ask and how they want it answered is Typer's, which writes their scripts (`sil --show-completion`); `asked`
and `told` do it again, for what the front door can answer.
"""

from sil.cli.specs import Spec
from sil.errors import SilError
from sil.light import Any, Callable, Mapping, NamedTuple, Sequence

MOST = 50
_CODE = 2
"""Letters of the code of a country."""
COMPLETING = "_SIL_COMPLETE"
"""The variable by which a shell asks for completion."""

Completer = Callable[[Any, str], list[tuple[str, str]]]
"""Returns, for what Typer calls a context and for what was typed, values with what they are."""


def names(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids and the titles, in all scripts, that begin with what was typed."""
    return _complete(ctx, incomplete, ("org", "exchange", "policy", "theme"))


def exchanges(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids of exchanges, with their titles."""
    return _complete(ctx, incomplete, ("exchange",))


def lessons(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the addresses and titles of lessons."""
    return _complete(ctx, incomplete, ("lesson",))


def themes(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids of themes, with their labels."""
    return _complete(ctx, incomplete, ("theme",))


def among(*values: str) -> Completer:
    """Return what completes one of some values."""

    def completer(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - Typer wants these names
        return [(value, "") for value in values if value.startswith(incomplete)]

    return completer


def countries(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - Typer wants these names
    """Return the codes of countries, each with its names, and the names that begin with what was typed."""
    from sil.text.labels import country_names

    found = []
    for code, names in country_names().items():
        said = [name for name in names if name]
        if code.startswith(incomplete):
            found.append((code, " / ".join(said)))
        elif incomplete:
            found += [(name, code) for name in said if name.startswith(incomplete)]
    return found


def several_countries(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the codes of countries behind those that were typed, as `th,jp`."""
    before, comma, begun = incomplete.rpartition(",")
    return [(f"{before}{comma}{code}", said) for code, said in countries(ctx, begun) if len(code) == _CODE]


def columns(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the columns of the kind of record that is listed, behind those that were typed."""
    from sil.views.listing import COLUMNS

    kind = next((word for word in _line(_app(ctx).environment.env).split() if word in COLUMNS), None)
    known = COLUMNS[kind] if kind else dict.fromkeys(column for of_kind in COLUMNS.values() for column in of_kind)
    before, comma, begun = incomplete.rpartition(",")
    return [(f"{before}{comma}{column}", "") for column in known if column.startswith(begun)]


def of_option(spec: Spec) -> Completer | None:
    """Return what completes the value of a common option; None if nobody can."""
    if spec.choices:
        return among(*spec.choices)
    from sil.index.unit import KINDS

    known: Mapping[str, Completer] = {"country": countries, "theme": themes, "kind": among(*KINDS)}
    return known.get(spec.name)


def _complete(ctx: Any, incomplete: str, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return what begins with the typed letters (the shell drops anything else), each with what it is."""
    app = _app(ctx)
    if _names_an_audience(app.environment.env) and not app.options.get("audience"):
        return []  # an audience that was not understood, or stands behind the word, is never taken for the team
    try:
        known = app.kb.index.beginning(incomplete, kinds, MOST)
    except SilError:
        return []
    found = []
    for address, title in known:
        titles = dict.fromkeys(text for text in title.values() if text)
        if address.startswith(incomplete):
            found.append((address, " / ".join(titles)))
        else:
            found += [(name, address) for name in titles if name.startswith(incomplete)]
    return found[:MOST]


def _names_an_audience(env: Mapping[str, str]) -> bool:
    return "--audience" in _line(env)


def _line(env: Mapping[str, str]) -> str:
    """Return the line that a shell asks about."""
    return env.get("COMP_WORDS") or env.get("_TYPER_COMPLETE_ARGS", "")


def _app(ctx: Any) -> Any:
    """Return the application; while completing, the parser has made none yet."""
    from sil.cli.app import App
    from sil.cli.environment import Environment

    return ctx.obj or App(Environment.real())


class Asked(NamedTuple):
    """What a shell asks."""

    shell: str
    words: tuple[str, ...]
    """What stands before the word to complete, without the name of the program."""
    incomplete: str
    action: str
    """What fish wants: `get-args`, or `is-args`, whether there is anything."""


def asked(env: Mapping[str, str]) -> Asked | None:
    """Return what bash, zsh or fish asks in its variables; None for another shell, and where words are in quotes."""
    shell = env[COMPLETING].removeprefix("complete_")
    line = env.get("COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS", "")
    words = line.split()
    if shell not in ("bash", "zsh", "fish") or not words or any(sign in line for sign in "'\"\\"):
        return None
    at = len(words) - (not line.endswith(" "))
    if shell == "bash":
        count = env.get("COMP_CWORD", "")
        if not count.isdecimal():
            return None
        at = int(count)
    incomplete = words[at] if at < len(words) else ""
    return Asked(shell, tuple(words[1:at]), incomplete, env.get("_TYPER_COMPLETE_FISH_ACTION", ""))


def told(question: Asked, found: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """Return what a shell is told of the values found, each with what it is, and the exit code."""
    if question.shell == "bash":
        return "\n".join(value for value, _ in found) + "\n", 0
    if question.shell == "zsh":
        values = "\n".join(
            f'"{_for_zsh(value)}":"{_for_zsh(said)}"' if said else f'"{_for_zsh(value)}"' for value, said in found
        )
        return (f"_arguments '*: :(({values}))'\n" if found else "_files\n"), 0
    if question.action == "is-args":
        return "", 0 if found else 1
    lines = (f"{value}\t{_on_one_line(said)}" if said else value for value, said in found)
    return ("\n".join(lines) if question.action == "get-args" else "") + "\n", 0


def _for_zsh(text: str) -> str:
    for sign, instead in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(sign, instead)
    return text


def _on_one_line(text: str) -> str:
    return "".join(" " if char.isspace() else char for char in text)
