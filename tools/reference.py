"""Writes the reference pages from the code: commands, record fields, problem codes, exit codes."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sil.errors import ExitCode
from sil.records.codes import CODES
from sil.records.docstrings import field_docs, type_doc
from sil.records.organisation import MODEL_BLOCKS
from sil.records.schema import FILES
from sil.records.shape import Basic, Choice, FieldShape, Keyed, Many, Nested, Said, Shape, fields_of
from sil.records.types import MARKS, Format, MarkedRecord, Ref
from sil.text.labels import Labels

ROOT = Path(__file__).resolve().parent.parent
MADE = "<!-- Made from the code by tools/generate.py; change the code, not this page. -->\n\n"
EXIT_MEANINGS = {
    ExitCode.DONE: "done; for a question: something was found",
    ExitCode.NOTHING_FOUND: "nothing found, or `sil check` found errors",
    ExitCode.WRONG_USAGE: "wrong usage",
    ExitCode.BAD_KNOWLEDGE_BASE: "the knowledge base cannot be read, or holds bad data that is needed; also a crash",
    ExitCode.AMBIGUOUS: "several records are meant; the candidates are listed",
    ExitCode.INTERRUPTED: "interrupted",
}


def exit_codes() -> str:
    """Return the page of exit codes."""
    rows = "\n".join(f"| {code.value} | {EXIT_MEANINGS[code]} |" for code in ExitCode)
    return f"{MADE}# Exit codes\n\n| code | meaning |\n|---|---|\n{rows}\n"


def commands() -> str:
    """Return the page of commands: the help of each, as the program prints it."""
    from sil.cli.program import program

    root = program()
    parts = [f"{MADE}# Commands\n"]
    for path, text in _helps(root, "sil", None):
        parts.append(f"## `{path}`\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _helps(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    from typer import Context

    context = Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    yield context.command_path, command.get_help(context).rstrip()
    for child in command.list_commands(context) if hasattr(command, "list_commands") else []:
        yield from _helps(command.get_command(context, child), child, context)


def records() -> str:
    """Return the page of record fields: one table for each type, in the order in which they are met."""
    parts = [
        f"{MADE}# Record fields\n",
        "Files are YAML 1.2. A field marked * must be there. A list may be written as a single value.\n",
        "Every part below may have `audience`, and every record `private`: see [marks](#markedrecord).\n",
    ]
    seen: list[type[Any]] = []
    queue = list(FILES.values())
    while queue:
        cls = queue.pop(0)
        if cls not in seen:
            seen.append(cls)
            parts.append(_type_table(cls))
            queue += [found for field in fields_of(cls) for found in _nested(field.shape)]
    parts += [_type_table(MarkedRecord), _blocks()]
    return "\n".join(parts)


def _type_table(cls: type[Any]) -> str:
    docs = field_docs(cls)
    rows = [
        f"| `{field.name}`{_star(field)} | {_kind(field.shape)} | {_line(docs.get(field.name, ''))} |"
        for field in fields_of(cls)
        if field.name not in MARKS or cls is MarkedRecord
    ]
    head = f"## {cls.__name__}\n\n{_line(type_doc(cls))}\n\n| field | holds | meaning |\n|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def _star(field: FieldShape) -> str:
    return "*" if field.required else ""


def _line(text: str) -> str:
    return " ".join(inspect.cleandoc(text).split()).replace("|", "\\|")


def _kind(shape: Shape) -> str:
    match shape:
        case Basic(name):
            return name
        case Said():
            return "number, text, date or kind of empty"
        case Choice(values):
            return ", ".join(f"`{value}`" for value in values)
        case Many(item):
            return f"list of {_kind(item)}"
        case Keyed(key, item):
            return f"map of {_kind(key)} to {_kind(item)}"
        case Nested(cls):
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case Format(name):
            return name
        case Ref(kind):
            return f"id of a {kind}" if kind != "source" else "key of `sources`"
    return str(shape)


def _nested(shape: Shape) -> list[type[Any]]:
    match shape:
        case Nested(cls):
            return [cls]
        case Many(item) | Keyed(_, item):
            return _nested(item)
    return []


def _blocks() -> str:
    labels = Labels("en")
    rows = [
        f"| {block}. {labels(f'block.{block}')} | " + ", ".join(f"`{key}`" for key in keys) + " |"
        for block, keys in MODEL_BLOCKS.items()
    ]
    return "## Blocks of the comparison sheet\n\n| block | rows |\n|---|---|\n" + "\n".join(rows) + "\n"


def problems() -> str:
    """Return the page of problem codes, each with the example that shows it and the same mended."""
    labels = Labels("en")
    parts = [f"{MADE}# Problem codes\n", "`sil check` prints `file:line:column: [code] message`.\n"]
    for code, about in CODES.items():
        advice = labels(f"hint.{code}") if labels.has(f"hint.{code}") else ""
        parts.append(f"## {code}: {about.title}\n\n{about.level}. {_named(advice)}\n".rstrip() + "\n")
        parts.append(_example(code))
    return "\n".join(part for part in parts if part)


def _named(advice: str) -> str:
    return advice.replace("{", "").replace("}", "")


def _example(code: str) -> str:
    """Return the file of the bad example that differs from the good one, as a diff."""
    import difflib

    bad, good = (ROOT / "tests" / "data" / "problems" / code / side for side in ("bad", "good"))
    names = sorted({path.relative_to(side) for side in (bad, good) for path in side.rglob("*") if path.is_file()})
    for name in names:
        before, after = (_lines(side / name) for side in (bad, good))
        if before != after:
            diff = list(difflib.unified_diff(before, after, "bad", "good", lineterm="", n=2))[:24]
            return f"`{name.as_posix()}`, and mended:\n\n```diff\n" + "\n".join(diff) + "\n```\n"
    return ""


def _lines(path: Path) -> list[str]:
    if not path.is_file() or path.stat().st_size > 20_000:
        return []
    return [line[:120] for line in path.read_text("utf-8", "replace").splitlines()]
