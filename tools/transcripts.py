"""Runs the transcripts of the README and the docs again and writes what the program prints now.

python tools/transcripts.py
"""

import io
import re
import shlex
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sil.cli.environment import Environment  # noqa: E402 - the project need not be installed
from sil.cli.main import main  # noqa: E402

BLOCK = re.compile(r"(<!-- transcript[^>]*-->\n```console\n)(.*?)(```)", re.DOTALL)


def printed(command: str, home: str) -> str:
    """Return what a command prints on the shipped knowledge base."""
    out, arguments = io.StringIO(), shlex.split(command)[1:]
    variables = {"HOME": home, "XDG_CACHE_HOME": home, "SIL_TODAY": "2026-11-24", "COLUMNS": "100"}
    main(arguments, Environment(io.StringIO(), out, io.StringIO(), variables, Path(home)))
    return out.getvalue().rstrip("\n") + "\n"


def renewed(text: str, home: str) -> str:
    """Return a page with the output of its transcripts as it is now."""

    def renew(found: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", found[2], re.MULTILINE)
        return found[1] + "\n".join(f"$ {command}\n{printed(command, home)}" for command in commands) + found[3]

    return BLOCK.sub(renew, text)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
            before = page.read_text("utf-8")
            after = renewed(before, folder)
            if before != after:
                page.write_text(after, "utf-8", newline="\n")
                print(page.relative_to(ROOT))
