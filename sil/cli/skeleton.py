"""A new knowledge base: its folders, settings, schemas and examples."""

from pathlib import Path

from sil.errors import UsageError
from sil.locate import packaged

EXAMPLES = Path(__file__).parent / "examples"
"""One example of each kind of record, laid out as they go into the new folder."""


def planned(root: Path) -> list[str]:
    """Return the files that `make` would write, relative to the folder."""
    try:
        return sorted(_files(root))
    except OSError as error:
        raise UsageError("error.cannot-read", path=str(root), why=error.strerror or str(error)) from error


def make(root: Path) -> list[str]:
    """Write a new knowledge base and return its files.

    Raises UsageError when the folder is not empty or cannot be written.
    """
    try:
        files = _files(root)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError("error.cannot-write", hint="hint.not-empty", path=str(root), why=why) from error
    return sorted(files)


def _files(root: Path) -> dict[str, str]:
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UsageError("error.not-empty", hint="hint.not-empty", path=str(root))
    schemas = Path(packaged(), "data", "schemas")
    examples = {
        str(path.relative_to(EXAMPLES).as_posix()): path for path in sorted(EXAMPLES.rglob("*")) if path.is_file()
    }
    shipped = {f"data/schemas/{path.name}": path for path in sorted(schemas.glob("*.json"))}
    return {name: path.read_text("utf-8") for name, path in {**examples, **shipped}.items()}
