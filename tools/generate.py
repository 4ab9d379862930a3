"""Writes the files that are made from other files of the project; `--check` only names those that are stale.

python tools/generate.py
python tools/generate.py --check
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import reference  # noqa: E402

from sil.match.tables import compile as matching  # noqa: E402
from sil.match.tables import words  # noqa: E402
from sil.records.schema import FILES, schema_text  # noqa: E402 - the project need not be installed
from sil.text.tables.compile import compiled, table_names  # noqa: E402

GENERATED: dict[str, Callable[[], str]] = {
    **{f"sil/text/tables/{name}.json": partial(compiled, name) for name in table_names()},
    "sil/match/tables/weights.json": matching.weights,
    **{f"data/schemas/{name}": partial(schema_text, cls) for name, cls in FILES.items()},
    "docs/reference/commands.md": reference.commands,
    "docs/reference/records.md": reference.records,
    "docs/reference/problems.md": reference.problems,
    "docs/reference/exit-codes.md": reference.exit_codes,
}
"""Files that are made, relative to the project, and what makes the text of each; tables before what is made with them."""


def stale_files(root: Path = ROOT, *, write: bool = False) -> list[str]:
    """Return the files that are not what would be written now; with `write` each is written before the next is made."""
    stale = []
    for path, make in GENERATED.items():
        text = make()
        if _text(root / path) != text:
            stale.append(path)
            if write:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8", newline="\n")
    return stale


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Name what is stale, and write it unless only asked to check."""
    check = arguments == ["--check"]
    stale = stale_files(root, write=not check)
    if not check and not words.is_current(words.FILE):
        matching.write()  # not in git: its bytes are not the same with every SQLite
    for path in stale:
        print(path)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
