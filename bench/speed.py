"""Starting at once: CPU of whole processes, `sil` beside other programs, on knowledge bases of any size.

python bench/speed.py [--sizes shipped,1000,10000] [--runs 9] [--sil PATH] [--folder DIR] [--write docs/benchmarks.md]

Each figure is the CPU time (user and system) of a whole process with all it starts, its output thrown away, as a ratio to
`python -c pass` of the interpreter that runs `sil`: all commands take turns, and the median of the ratios of each turn is
shown. `sil` is a wheel of this folder, installed as everybody installs it, unless a console script is given. Programs that
are not on the PATH are left out, and named. `shipped` are the records of `data/`; a size is a knowledge base made by
`bench/made.py`, with short records where it ends in `s`. The disk's cache is warm; a first search has made the index.
"""

import argparse
import os
import pty
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from made import ROOT, make
from peers import missing, peers

BEGIN, END = "<!-- speed: made by bench/speed.py -->", "<!-- end of speed -->"
WORD = "เด็ก"
"""What is searched for: a Thai word that about a fifth of the made records hold."""
SHIPPED_WORD = "คนพิการ"
SETTLED = 2.1
"""Seconds after which a file's time tells whether it has changed; younger ones are read again each time."""
ANSWERS = (0, 1, 4)
"""Exit codes of an answer; 1: nothing is found; 4: several names are near."""
SEARCH, FIRST = "`sil search WORD`", "first search, which makes the index"
TEXT_CHANGED, NAME_CHANGED = (
    "`sil search WORD`, a text of one file changed",
    "`sil search WORD`, a name of one file changed",
)
NOBODY, SHIPPED_NOBODY = "Kong Din So", "Zebra Quartz"
"""A name that no record has, nor one like it."""


class Spent(NamedTuple):
    """What a process took."""

    seconds: float
    """CPU, user and system."""
    megabytes: float
    """Peak of its memory."""
    code: int


class Base(NamedTuple):
    """A knowledge base, and the commands that are measured on it by the words of their rows."""

    folder: Path
    commands: dict[str, list[str]]
    env: dict[str, str]


def spent(command: list[str], env: Mapping[str, str], *, terminal: bool = False) -> Spent:
    """Run a command, its output thrown away; `terminal`: to a terminal of 100 columns."""
    reading, writing = pty.openpty() if terminal else os.pipe()
    drained = threading.Thread(target=_drain, args=(reading,))
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.DEVNULL)
    os.close(writing)
    drained.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    drained.join()
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def _drain(reading: int) -> None:
    """Read until the other end is closed; a terminal says so by an error."""
    try:
        while os.read(reading, 65536):
            pass
    except OSError:
        pass
    os.close(reading)


def installed(folder: Path) -> Path:
    """Install a wheel of this project in an environment of its own, with compiled modules, and return its `sil`."""
    for command in (
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)],
        [sys.executable, "-m", "venv", str(folder / "venv")],
    ):
        subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([str(folder / "venv/bin/pip"), "install", "--quiet", str(wheel)], check=True)
    return folder / "venv/bin/sil"


def base(folder: Path, size: str, sil: Path) -> Base:
    """Make a knowledge base, and the data of the other programs."""
    kb, env = folder / size, {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "LC_ALL": "C.UTF-8"}
    if size == "shipped":
        shutil.copytree(ROOT / "data", kb / "data")
        (kb / "sil.toml").write_text("", "utf-8")
        word, nobody, orgs, exchange = SHIPPED_WORD, SHIPPED_NOBODY, ("klongdinsor", "litalico"), "soil-2019-bangkok"
    else:
        make(kb, int(size.rstrip("s")), short=size.endswith("s"))
        word, nobody, orgs, exchange = WORD, NOBODY, ("org-000001", "org-000002"), "exchange-000000"
    latin = yaml.safe_load((kb / f"data/orgs/{orgs[1]}.yaml").read_text("utf-8"))["names"][0]["text"]
    slip = f"{latin[:3]}h{latin[3:]}"
    do = [str(sil), "--kb", str(kb)]
    commands = {
        SEARCH: [*do, "search", word],
        "`sil show ID`": [*do, "show", orgs[0]],
        "`sil resolve ID`": [*do, "resolve", orgs[0]],
        "`sil resolve NAME`, with a slip": [*do, "resolve", slip],
        "`sil resolve NAME`, that nobody has": [*do, "resolve", nobody],
        "`sil compare ID ID --json`": [*do, "compare", *orgs, "--json"],
        "`sil report trip ID --json`": [*do, "report", "trip", exchange, "--json"],
        "completion of an id by the shell": [str(sil), "show", orgs[0][:-1]],
        "`sil search WORD` on a terminal": [*do, "search", word, "--no-pager"],
        "`sil --version`": [str(sil), "--version"],
        "`sil --help`": [str(sil), "--help"],
        **peers(kb, folder / f"{size}-peers", word),
    }
    return Base(kb, commands, {**env, "PATH": os.environ["PATH"]})


def turns(found: Base, bare: Callable[[], float], runs: int) -> dict[str, float]:
    """Return the median over the runs of each command's CPU, as a ratio to `python -c pass` of the same run."""
    ratios: dict[str, list[float]] = {row: [] for row in found.commands}
    for run in range(-1, runs):
        one = bare()
        for row, command in found.commands.items():
            taken = spent(command, _env(row, command, found), terminal="terminal" in row)
            if taken.code not in ANSWERS:
                sys.exit(f"{row}: exit code {taken.code}: {' '.join(command)}")
            if run >= 0:  # the first turn warms up
                ratios[row].append(taken.seconds / one)
    return {row: statistics.median(values) for row, values in ratios.items()}


def _env(row: str, command: list[str], found: Base) -> dict[str, str]:
    """Return the environment of a command: a terminal has a width, and the shell asks for a completion by its environment."""
    if "terminal" in row:
        return {**found.env, "TERM": "xterm-256color", "COLUMNS": "100"}
    if not row.startswith("completion"):
        return found.env
    words = " ".join(["sil", *command[1:]])
    asked = {"_SIL_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "2", "SIL_KB": str(found.folder)}
    return {**found.env, **asked}


def changed(found: Base, bare: Callable[[], float], runs: int, change: Callable[[str, int], str]) -> float:
    """Return the median ratio of a search after one file was changed: written anew beside its place and renamed, as editors do."""
    file = next(path for path in sorted((found.folder / "data/orgs").iterdir()) if path.suffix == ".yaml")
    first, ratios = file.read_text("utf-8"), []
    for run in range(runs):
        beside = file.with_suffix(".new")
        beside.write_text(change(first, run), "utf-8", newline="\n")
        beside.replace(file)
        ratios.append(spent(found.commands[SEARCH], found.env).seconds / bare())
    return statistics.median(ratios)


def with_text(text: str, run: int) -> str:
    """Return a record with one more word in its summary."""
    head, mark, rest = text.partition("summary:")
    return head + mark + re.sub(r"(\ben: *(\"|'|[>|]-?\s+)?)", rf"\g<1>changed{run} ", rest, count=1)


def with_name(text: str, run: int) -> str:
    """Return a record with another first name."""
    return re.sub(r"(\btext: *(\"|')?)", rf"\g<1>Changed{run} ", text, count=1)


def measure(folder: Path, size: str, sil: Path, runs: int) -> dict[str, str]:
    """Make a knowledge base and return its column of the table."""
    found = base(folder, size, sil)
    time.sleep(SETTLED)

    def bare() -> float:
        return statistics.median(
            spent([str(sil.with_name("python")), "-c", "pass"], found.env).seconds for _ in range(3)
        )

    first = spent(found.commands[SEARCH], found.env)
    if first.code:
        sys.exit(f"the first search ended with {first.code}")
    after = {
        row: changed(found, bare, runs, change)
        for row, change in ((TEXT_CHANGED, with_text), (NAME_CHANGED, with_name))
    }
    time.sleep(SETTLED)
    spent(found.commands[SEARCH], found.env)  # notes that the file touched last is settled
    column = {row: f"{ratio:.1f}" for row, ratio in turns(found, bare, runs).items()}
    column |= {row: f"{ratio:.1f}" for row, ratio in after.items()}
    column[FIRST] = f"{first.seconds:.1f} s, {first.megabytes:.0f} MB"
    column["`python -c pass`"] = f"{bare() * 1000:.0f} ms"
    return column


def table(columns: Mapping[str, dict[str, str]]) -> str:
    """Return the results as Markdown."""
    rows = list(dict.fromkeys(row for column in columns.values() for row in column))
    heads = [
        size if size == "shipped" else f"{int(size.rstrip('s')):,}{' short' * size.endswith('s')}" for size in columns
    ]
    lines = [
        "| CPU, `python -c pass` = 1 | " + " | ".join(heads) + " |",
        "|---" + "|---:" * len(columns) + "|",
        *(f"| {row} | " + " | ".join(column.get(row, "-") for column in columns.values()) + " |" for row in rows),
    ]
    left_out = ", ".join(f"`{name}`" for name in missing())
    return "\n".join(lines) + "\n" + (f"\nNot installed, and left out: {left_out}.\n" if left_out else "")


def write(page: Path, text: str) -> None:
    """Put the section in its place in a page, between its marks; at the end when it has none yet."""
    section = (
        f"{BEGIN}\n## Starting at once\n\nCPU of the whole process, output piped, as a ratio to `python -c pass`: medians"
        " of interleaved runs, by records.\nMade by `python bench/speed.py`, whose head says what is measured.\n\n"
        f"{text}{END}\n"
    )
    old = page.read_text("utf-8") if page.exists() else ""
    before, mark, rest = old.partition(BEGIN)
    after = rest.partition(END)[2].lstrip("\n") if mark else ""
    page.write_text(f"{before.rstrip()}\n\n{section}{after}", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="shipped,1000,10000")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--sil", type=Path, help="an installed console script; default: a wheel is made and installed")
    parser.add_argument("--folder", type=Path, help="where the knowledge bases are made; default: a temporary folder")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        sil = arguments.sil.absolute() if arguments.sil else installed(folder)
        columns = {size: measure(folder, size, sil, arguments.runs) for size in arguments.sizes.split(",")}
    text = table(columns)
    print(text)
    if arguments.write:
        write(arguments.write, text)


if __name__ == "__main__":
    main()
