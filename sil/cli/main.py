"""The program: run a command line, and turn every error into a message and an exit code. The only such place."""

import errno
import os
import sys

from sil.cli.app import App
from sil.cli.door import answer
from sil.cli.environment import Environment
from sil.cli.minus import marked
from sil.cli.output import CannotPrintError
from sil.errors import AmbiguousError, ExitCode, NothingFoundError, SilError, UsageError
from sil.light import TYPE_CHECKING, Callable, Sequence, suppress
from sil.reader import LANGS

if TYPE_CHECKING:
    from sil.text.labels import Labels

PROGRAM = "sil"
_LEFT_OVER = "Got unexpected extra argument"
"""How the parser begins when it has more words than a command takes."""
_CURLY = "“”„‟«»「」"
"""Quotation marks of texts, which a shell does not know."""


def run() -> None:
    """Run the program on the real command line and leave.

    All is written and closed by then: taking the interpreter apart piece by piece would cost as much as a short answer.
    """
    environment = Environment.real()
    code = main(sys.argv[1:], environment)
    try:
        environment.stdout.flush()
    except BrokenPipeError:
        _end_quietly(environment)
    with suppress(OSError, ValueError):
        environment.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str], environment: Environment) -> int:
    """Run a command line and return its exit code."""
    app = App(environment)
    try:
        try:
            return _run(app, [_readable(argument) for argument in arguments])
        finally:
            app.close()
    except SilError as error:
        _tell(app, error)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return _end_quietly(environment)
    except CannotPrintError as error:
        return _cannot_print(app, str(error))
    except OSError as error:
        return _cannot_print(app, error.strerror) if error.errno == errno.ENOSPC else _crash(app, error)
    except Exception as error:  # noqa: BLE001 - the one place where a crash becomes a message
        return _crash(app, error)


def _readable(argument: str) -> str:
    """Return an argument as the UTF-8 that was typed, whatever the locale took it for; refuse bytes that are none."""
    try:
        return argument.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        shown = argument.encode("ascii", "backslashreplace").decode("ascii")
        raise UsageError("error.not-utf8", argument=shown) from None


def _run(app: App, arguments: list[str]) -> int:
    """Answer a plain question at once; leave anything else to Typer."""
    line = marked(arguments)
    code = answer(app, line)
    if code is None:
        code = _run_with_typer(app, line)
    app.environment.stdout.flush()
    return code


def _run_with_typer(app: App, arguments: list[str]) -> int:
    from typer import TyperException

    from sil.cli.program import program

    if lang := _lang_in(arguments):
        app.options["lang"] = lang  # help, and a mistake that stands before the option, speak it too
    try:
        code = program().main(args=arguments, prog_name=PROGRAM, standalone_mode=False, obj=app)
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # `sil report` alone asks what there is to report
            app.environment.stdout.write(f"{error}\n")
            return ExitCode.DONE
        raise _as_usage(error, arguments) from error
    return code if isinstance(code, int) else ExitCode.DONE


def _lang_in(arguments: list[str]) -> str | None:
    """Return the language that a command line names, wherever it does."""
    line = arguments[: arguments.index("--")] if "--" in arguments else arguments
    said = f" {' '.join(line)} ".replace(" --lang=", " --lang ")
    return next((lang for lang in LANGS if f" --lang {lang} " in said), None)


def _as_usage(error: Exception, arguments: list[str]) -> UsageError:
    """Put a complaint of the argument parser into our own family."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else PROGRAM
    option = getattr(error, "option_name", None)
    if option and type(error).__name__ == "NoSuchOption":
        near = _as_value(option) or _near(option, getattr(error, "possibilities", None) or ())
        hint = f"hint.did-you-mean:{near}" if near else "hint.help"
        return UsageError("error.no-option", hint=hint, name=option, command=command)
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if name := _unquoted(message, command, arguments):
        return UsageError("error.several-words", hint="hint.several-words", command=command, name=name)
    return UsageError("error.usage", hint="hint.help", message=message, command=command)


def _as_value(option: str) -> str:
    """Return the option with the value that another is the name of, as `-f docx` for `--docx`; empty if it is none."""
    from sil.cli.specs import GLOBAL
    from sil.text.choices import called

    word = option.lstrip("-")
    chosen = ((min(spec.flags, key=len), called(spec.name, word, spec.choices)) for spec in GLOBAL if spec.choices)
    return next((f"{flag} {value}" for flag, value in chosen if value), "")


def _near(option: str, options: Sequence[str]) -> str:
    """Return the option that another was most likely meant to be, if any is near."""
    from difflib import get_close_matches

    words = {one.lstrip("-"): one for one in options}
    return next((words[word] for word in get_close_matches(option.lstrip("-"), words, n=1)), "")


def _unquoted(message: str, command: str, arguments: list[str]) -> str:
    """Return the words that were meant as one name, in quotation marks, when the parser complains of words left over."""
    from sil.text.escape import argument

    words = message.rpartition(" (")[2].removesuffix(")").split() if message.startswith(_LEFT_OVER) else []
    for place in range(1, len(arguments) - len(words) + 1) if words else ():
        before = arguments[place - 1]
        if (
            arguments[place : place + len(words)] == words
            and before not in command.split()
            and not before.startswith("-")
        ):
            return argument(" ".join((before, *words)).strip(_CURLY))
    return ""


def _tell(app: App, error: SilError) -> None:
    """Say what went wrong and what to do next, on standard error, in the reader's language."""
    labels = _labels(app)
    say = _speaker(app)
    say(labels("error.prefix", message=_harmless(labels(error.key, **error.values))) + "\n")
    candidates = error.values.get("candidates") if isinstance(error, AmbiguousError) else error.values.get("nearest")
    if isinstance(error, AmbiguousError | NothingFoundError) and isinstance(candidates, tuple):
        app.candidates(candidates)
    if error.hint:
        key, _, name = error.hint.partition(":")
        hint = labels(key, **{**error.values, **({"name": name} if name else {})})
        say(labels("hint.prefix", hint=_harmless(hint)) + "\n")


def _labels(app: App) -> "Labels":
    """Return the labels; in English when the settings themselves are wrong."""
    from sil.text.labels import Labels

    try:
        return app.labels
    except (SilError, OSError, ValueError):
        return Labels("en")


def _speaker(app: App) -> Callable[[str], object]:
    """Return what writes to standard error; where that takes nothing, the exit code has to speak."""

    def say(text: str) -> None:
        with suppress(OSError, ValueError):
            app.environment.stderr.write(text)

    return say


def _harmless(text: str) -> str:
    from sil.text.escape import harmless

    return harmless(text)


def _end_quietly(environment: Environment) -> int:
    """Leave when the reader of our output has gone; keep the interpreter from complaining at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), environment.stdout.fileno())
    return ExitCode.DONE


def _cannot_print(app: App, why: str | None) -> int:
    """Say that standard output takes no more, and keep the interpreter from trying again at exit."""
    message = _labels(app)("error.cannot-write", path="-", why=why)
    _speaker(app)(f"sil: {message}\n")
    _end_quietly(app.environment)
    return ExitCode.WRONG_USAGE


def _crash(app: App, error: Exception) -> int:
    """Say one human line; the traceback only where it was asked for."""
    labels = _labels(app)
    say = _speaker(app)
    say(labels("error.prefix", message=labels("error.crash", what=type(error).__name__)) + "\n")
    say(labels("hint.prefix", hint=labels("hint.crash")) + "\n")
    if app.options.get("debug"):
        import traceback

        say("".join(traceback.format_exception(error)))
    return ExitCode.BAD_KNOWLEDGE_BASE
