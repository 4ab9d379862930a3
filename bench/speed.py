"""Starting at once: CPU of whole processes, `sil` beside other programs, on a generated knowledge base of any size.

python bench/speed.py [--sizes 1000,10000] [--runs 9] [--folder DIR] [--write docs/benchmarks.md]

Each figure is the CPU time (user and system) of a whole process, its output thrown away, as a ratio to `python -c pass`
of the same interpreter, paired run by run: all commands take turns, and the median of the ratios is shown. `sil` is the
console script beside this interpreter; its modules are compiled first, as an installer does. Programs that are not
installed are left out, and named. The records are made from the words of `data/themes.yaml` and from syllables, with a
fixed seed; nobody in them exists.
"""

import argparse
import compileall
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- speed: made by bench/speed.py -->", "<!-- end of speed -->"
WORDS = "เด็ก"
"""What is searched for: a Thai word that about a fifth of the records hold."""

RECORD = """\
id: {id}
names:
  - text: {latin}
    lang: en
    kind: official
    preferred: true
  - text: {latin} Foundation
    lang: en
    kind: variant
  - text: มูลนิธิ{thai}
    lang: th
    kind: official
    preferred: true
    reading: {latin}
  - text: {kana}財団
    lang: ja
    kind: official
    preferred: true
country: {country}
kind: social-enterprise
roles: [learner]
founded:
  - value: {year}
    source: [own-site]
themes: [{theme}]
summary:
  en: {en}
  th: {th}
  ja: {ja}
figures:
  - measure: staff
    value: {staff}
    unit: people
    as_of: 2024
    source: [own-site]
  - measure: revenue
    value: {revenue}
    unit: thb
    as_of: 2023
    source: [own-site]
model:
  - problem:
      - value:
          en: {en2}
          th: {th2}
          ja: {ja2}
        source: [own-site]
    operation:
      - value:
          en: {en3}
          th: {th3}
          ja: {ja3}
        source: [own-site]
    revenue: unknown
    costs: unknown
sources:
  own-site:
    title: Web site of {latin}
    url: https://example.org/{id}
    grade: A
checked: 2024-06-30
"""

LATIN = [
    "ka",
    "ki",
    "ku",
    "ma",
    "mi",
    "na",
    "no",
    "ra",
    "ri",
    "ro",
    "sa",
    "shi",
    "so",
    "ta",
    "to",
    "wa",
    "yo",
    "chai",
    "dee",
    "kun",
    "lom",
    "pan",
    "sin",
    "thong",
]
THAI = ["กา", "กี", "ชัย", "ดี", "คุณ", "ลม", "มา", "มี", "นา", "ปัน", "รา", "ริน", "สา", "สิน", "โต", "ทอง", "วา", "ยา"]
KANA = ["カ", "キ", "ク", "マ", "ミ", "ナ", "ノ", "ラ", "リ", "ロ", "サ", "シ", "ソ", "タ", "ト", "ワ", "ヨ"]


def make(folder: Path, size: int) -> None:
    """Write a knowledge base of `size` organisations; the same one each time."""
    chance = random.Random(size)
    themes = yaml.safe_load((ROOT / "data/themes.yaml").read_text("utf-8"))["themes"]
    labels = {
        lang: [text for theme in themes for text in (theme["label"][lang], *theme.get("other", {}).get(lang, ()))]
        for lang in ("en", "th", "ja")
    }
    orgs = folder / "data" / "orgs"
    orgs.mkdir(parents=True)
    (folder / "sil.toml").write_text("", "utf-8")
    shutil.copy(ROOT / "data/themes.yaml", folder / "data/themes.yaml")
    for number in range(size):
        values: dict[str, object] = {
            "id": f"org-{number:06}",
            "latin": "".join(chance.choices(LATIN, k=6)).capitalize(),
            "thai": "".join(chance.choices(THAI, k=6)),
            "kana": "".join(chance.choices(KANA, k=7)),
            "country": chance.choice(("th", "jp")),
            "year": chance.randint(1970, 2023),
            "staff": chance.randint(2, 400),
            "revenue": chance.randint(10, 90_000) * 1000,
            "theme": chance.choice(themes)["id"],
        }
        for part in ("", "2", "3"):
            values[f"en{part}"] = '"' + ", ".join(chance.choices(labels["en"], k=8)) + '"'
            values[f"th{part}"] = '"' + "และ".join(chance.choices(labels["th"], k=8)) + '"'
            values[f"ja{part}"] = '"' + "、".join(chance.choices(labels["ja"], k=8)) + '"'
        (orgs / f"{values['id']}.yaml").write_text(RECORD.format(**values), "utf-8")


def cpu(command: list[str], env: Mapping[str, str]) -> tuple[float, int]:
    """Run a command and return its CPU seconds and its exit code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    ).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, code


def name_of(kb: Path) -> str:
    """Return the Latin name of a record with a slip in it, so that it is found by comparing and not whole."""
    latin = yaml.safe_load((kb / "data/orgs/org-000005.yaml").read_text("utf-8"))["names"][0]["text"]
    return f"{latin[:3]}h{latin[3:]}"


def commands(kb: Path, name: str) -> dict[str, list[str]]:
    """Return what is measured on a knowledge base, by the words of its row."""
    sil = [str(Path(sys.executable).with_name("sil")), "--kb", str(kb)]
    found = {
        "sil search": [*sil, "search", WORDS],
        "sil show ID": [*sil, "show", "org-000001"],
        "sil resolve ID": [*sil, "resolve", "org-000001"],
        "sil resolve NAME": [*sil, "resolve", name],
        "sil compare": [*sil, "compare", "org-000001", "org-000002"],
        "sil --version": [sil[0], "--version"],
        "sil --help": [sil[0], "--help"],
        "rg -l": ["rg", "-l", "--no-config", WORDS, str(kb / "data")],
        "grep -rl": ["grep", "-rl", WORDS, str(kb / "data")],
    }
    return {row: command for row, command in found.items() if shutil.which(command[0])}


def medians(rows: Mapping[str, list[str]], env: Mapping[str, str], runs: int) -> dict[str, float]:
    """Return the median over the runs of each command's CPU, as a ratio to `python -c pass` of the same run."""
    ratios: dict[str, list[float]] = {row: [] for row in rows}
    for run in range(-1, runs):
        bare, _ = cpu([sys.executable, "-c", "pass"], env)
        for row, command in rows.items():
            spent, code = cpu(command, env)
            if code not in (0, 4):  # 4: several names are near, which is an answer too
                sys.exit(f"{row}: exit code {code}: {' '.join(command)}")
            if run >= 0:  # the first turn warms up
                ratios[row].append(spent / bare)
    return {row: statistics.median(found) for row, found in ratios.items()}


def measure(folder: Path, size: int, runs: int) -> dict[str, str]:
    """Make a knowledge base and return its column of the table."""
    kb = folder / str(size)
    make(kb, size)
    time.sleep(2.1)  # files touched shortly before they are indexed are looked at again each time
    env = {
        "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    rows = commands(kb, name_of(kb))
    first, code = cpu(rows["sil search"], env)
    if code:
        sys.exit(f"the first search ended with {code}")
    changed = kb / "data/orgs/org-000003.yaml"
    after: list[float] = []
    for run in range(runs):
        beside = changed.with_suffix(".new")  # written beside and renamed, as editors do
        beside.write_text(changed.read_text("utf-8") + f"# {run}\n", "utf-8")
        beside.replace(changed)
        after.append(cpu(rows["sil search"], env)[0] / cpu([sys.executable, "-c", "pass"], env)[0])
    time.sleep(2.1)
    cpu(rows["sil search"], env)  # notes that the file touched last is settled
    column = {row: f"{ratio:.1f}" for row, ratio in medians(rows, env, runs).items()}
    column["sil search, one file changed"] = f"{statistics.median(after):.1f}"
    column["first search, which makes the index"] = f"{first:.1f} s"
    return column


def table(columns: Mapping[int, dict[str, str]]) -> str:
    """Return the results as Markdown."""
    rows = list(dict.fromkeys(row for column in columns.values() for row in column))
    lines = [
        "| CPU, `python -c pass` = 1 | " + " | ".join(f"{size:,} records" for size in columns) + " |",
        "|---" + "|---:" * len(columns) + "|",
        *(f"| {row} | " + " | ".join(column.get(row, "-") for column in columns.values()) + " |" for row in rows),
    ]
    missing = ", ".join(f"`{name}`" for name in ("rg",) if not shutil.which(name))
    return "\n".join(lines) + "\n" + (f"\nNot installed, and left out: {missing}.\n" if missing else "")


def write(page: Path, text: str) -> None:
    """Put the section in its place in a page, between its marks; at the end when it has none yet."""
    section = (
        f"{BEGIN}\n## Starting at once\n\nCPU of the whole process, output piped, as a ratio to `python -c pass`: medians"
        f" of interleaved runs.\nMade by `python bench/speed.py`, whose head says what is measured.\n\n{text}{END}\n"
    )
    old = page.read_text("utf-8") if page.exists() else ""
    before, mark, rest = old.partition(BEGIN)
    after = rest.partition(END)[2].lstrip("\n") if mark else ""
    page.write_text(f"{before.rstrip()}\n\n{section}{after}", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--folder", type=Path, help="where the knowledge bases are made; default: a temporary folder")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    compileall.compile_dir(ROOT / "sil", quiet=1)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        columns = {size: measure(Path(folder), size, arguments.runs) for size in map(int, arguments.sizes.split(","))}
    text = table(columns)
    print(text)
    if arguments.write:
        write(arguments.write, text)


if __name__ == "__main__":
    main()
