"""Names across scripts: `NameIndex` beside what a user would otherwise pick, in one run.

python bench/names.py DATA [--names 1000] [--slices mix,thorg_th2latin] [--systems sil] [--into docs/benchmarks.md]

`--into` puts the table under its heading of a page, in place of what stands there; without the extra `ja` that is another
heading. DATA holds `slices.json.gz` (queries with the ids they mean) and `kb_*.jsonl.gz` (records, each with names in one script).
Peers that are not installed are left out. Figures are recall at 1 / at 5, and queries answered in a second of processor time. A register
smaller than `--names` is filled up with records of the others. Half of the entities were used to fit the weights of `NameIndex`; only queries about the other half are asked, of all systems alike.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from fit_names import is_for_fitting, load  # noqa: E402

from sil.match import NameIndex  # noqa: E402
from sil.text.grams import pieces  # noqa: E402

Search = Callable[[str], list[str]]
LIMIT = 5


def ours(rows: list) -> Search:
    index = NameIndex.build(rows)
    return lambda query: [match.id for match in index.search(query, LIMIT)]


def fuzzy(rows: list, form: Callable[[str], str]) -> Search:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    ids = [record for record, names in rows for _ in names]
    texts = [form(name) for _, names in rows for name in names]

    def search(query: str) -> list[str]:
        found = process.extract(form(query), texts, scorer=fuzz.WRatio, limit=3 * LIMIT)
        return list(dict.fromkeys(ids[place] for _, _, place in found))[:LIMIT]

    return search


def raw_rapidfuzz(rows: list) -> Search:
    return fuzzy(rows, str.lower)


def anyascii_rapidfuzz(rows: list) -> Search:
    from anyascii import anyascii  # noqa: PLC0415

    return fuzzy(rows, lambda text: anyascii(text).lower())


def fts5_trigram(rows: list) -> Search:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE names USING fts5(id UNINDEXED, name, tokenize='trigram')")
    db.executemany("INSERT INTO names VALUES (?, ?)", [(record, name) for record, names in rows for name in names])

    def search(query: str) -> list[str]:
        terms = " OR ".join('"' + piece.replace('"', '""') + '"' for piece in dict.fromkeys(pieces(query.lower(), 3)))
        sql = "SELECT id FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?"
        return list(dict.fromkeys(row[0] for row in db.execute(sql, (terms, 3 * LIMIT))))[:LIMIT] if terms else []

    return search


SYSTEMS: dict[str, Callable[[list], Search]] = {
    "sil": ours,
    "rapidfuzz": raw_rapidfuzz,
    "anyascii + rapidfuzz": anyascii_rapidfuzz,
    "SQLite FTS5 trigram": fts5_trigram,
}


def measure(data: Path, names: int, wanted: set[str], systems: set[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each slice with what each system reaches."""
    for rows, parts in load(data, names):
        chosen = [part for part in parts if not wanted or part["slice"] in wanted]
        found: dict[str, dict[str, str]] = {part["slice"]: {} for part in chosen}
        for system, build in SYSTEMS.items() if chosen else ():
            if systems and system not in systems:
                continue
            try:
                search = build(rows)
            except ImportError:
                continue
            for part in chosen:
                found[part["slice"]][system] = judged(search, part["queries"])
        yield from found.items()


def judged(search: Search, queries: list) -> str:
    asked = [(query, set(gold)) for query, gold in queries if not all(map(is_for_fitting, gold))]
    start = time.process_time()
    answers = [(search(query), gold) for query, gold in asked]
    speed = len(asked) / (time.process_time() - start)
    first = sum(bool(gold.intersection(answer[:1])) for answer, gold in answers) / len(asked)
    five = sum(bool(gold.intersection(answer)) for answer, gold in answers) / len(asked)
    return f"{first:.2f} / {five:.2f} ({speed:.0f}/s)"


def table(results: list[tuple[str, dict[str, str]]]) -> str:
    systems = [system for system in SYSTEMS if any(system in found for _, found in results)]
    lines = ["| names | " + " | ".join(systems) + " |", "|---" * (len(systems) + 1) + "|"]
    lines += [
        f"| {part} | " + " | ".join(found.get(system, "-") for system in systems) + " |" for part, found in results
    ]
    return "\n".join(lines) + "\n"


def put(page: str, heading: str, text: str) -> str:
    """Return a page with a text under a heading, in place of what stood there, or as the last before any foreign text."""
    parts = page.split("\n## ")
    section = f"{heading}\n\n{text}"
    places = [place for place, part in enumerate(parts) if part.partition("\n")[0] == heading]
    if places:
        parts[places[0]] = section
    else:
        parts.append(section)
    return "\n## ".join(part.rstrip("\n") + "\n" for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--slices", default="")
    parser.add_argument("--systems", default="")
    parser.add_argument("--into", type=Path)
    arguments = parser.parse_args()
    wanted, systems = (set(filter(None, text.split(","))) for text in (arguments.slices, arguments.systems))
    text = table(list(measure(arguments.data, arguments.names, wanted, systems)))
    print(text)
    if arguments.into:
        heading = f"{arguments.names:,} records" + ("" if find_spec("sudachipy") else ", without the extra `ja`")
        page = put(arguments.into.read_text(encoding="utf-8"), heading, text)
        arguments.into.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
