"""Text retrieval: `TextIndex` beside SQLite's own indexes, and whether any piece of a text is found.

python bench/text.py DATA [--sample 400] [--write docs/benchmarks.md]

DATA holds, for each set, `docs.SET.jsonl` ({"id", "lang", "text"}) and `queries.SET.KIND.jsonl` ({"query", "relevant": [id]}).
Each set is asked alone, then all documents of all sets in one index. Figures are the mean reciprocal rank of the first right
answer among ten. A piece is two to eight characters of a Thai or Japanese word of a document; it is found if the document is
among the answers.
"""

import argparse
import json
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sil.index import TextIndex  # noqa: E402
from sil.index.terms import is_glued  # noqa: E402
from sil.text.grams import pieces, runs  # noqa: E402

Search = Callable[[str, int], list[str]]
LIMIT = 10
BEGIN, END = "<!-- text: written by bench/text.py -->", "<!-- end of text -->"


def ours(docs: list) -> Search:
    index = TextIndex.build([(doc["id"], doc["text"]) for doc in docs])
    return lambda query, limit: [identifier for identifier, _ in index.search(query, limit)]


def fts5(docs: list, tokenizer: str, terms_of: Callable[[str], list[str]]) -> Search:
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize='{tokenizer}')")
    db.executemany("INSERT INTO texts VALUES (?, ?)", [(doc["id"], doc["text"]) for doc in docs])

    def search(query: str, limit: int) -> list[str]:
        asked = " OR ".join('"' + term.replace('"', '""') + '"' for term in dict.fromkeys(terms_of(query)))
        sql = "SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in db.execute(sql, (asked, limit))] if asked else []

    return search


SYSTEMS: dict[str, Callable[[list], Search]] = {
    "sil": ours,
    "FTS5 trigram, OR": lambda docs: fts5(docs, "trigram", lambda query: pieces(query.lower(), 3)),
    "FTS5 unicode61, OR": lambda docs: fts5(docs, "unicode61", str.split),
}


def measure(data: Path, sample: int) -> Iterator[tuple[str, list[str]]]:
    """Yield for each set and kind of queries what each system reaches, alone and among all documents."""
    sets = {path.name.split(".")[1]: lines(path) for path in sorted(data.glob("docs.*.jsonl"))}
    everything = [doc for docs in sets.values() for doc in docs]
    together = {name: build(everything) for name, build in SYSTEMS.items()}
    for name, docs in sets.items():
        alone = {system: build(docs) for system, build in SYSTEMS.items()}
        for path in sorted(data.glob(f"queries.{name}.*.jsonl")):
            queries = drawn(lines(path), sample)
            for where, systems in (("", alone), (", all in one index", together)):
                yield f"{name} {path.name.split('.')[2]}{where}", [rank(ask, queries) for ask in systems.values()]
        yield f"{name}, pieces found", [found_pieces(ask, docs, sample) for ask in alone.values()]


def rank(search: Search, queries: list) -> str:
    total = 0.0
    for query in queries:
        places = [place for place, found in enumerate(search(query["query"], LIMIT), 1) if found in query["relevant"]]
        total += 1 / places[0] if places else 0
    return f"{total / len(queries):.3f}"


def found_pieces(search: Search, docs: list, sample: int) -> str:
    chance = random.Random(1)
    found = asked = 0
    while asked < sample:
        doc = chance.choice(docs)
        words = [run for _, run in runs(doc["text"]) if is_glued(run) and len(run) > 1]
        if not words:
            continue
        word = chance.choice(words)
        start = chance.randrange(len(word) - 1)
        asked += 1
        found += doc["id"] in search(word[start : start + chance.randint(2, 8)], len(docs))
    return f"{found / asked:.1%}"


def lines(path: Path) -> list:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def drawn(queries: list, sample: int) -> list:
    return random.Random(1).sample(queries, sample) if 0 < sample < len(queries) else queries


def table(results: list[tuple[str, list[str]]]) -> str:
    rows = [("queries", list(SYSTEMS)), ("---", ["---"] * len(SYSTEMS)), *results]
    return "\n".join(f"| {' | '.join([name, *cells])} |" for name, cells in rows) + "\n"


def write(path: Path, text: str) -> None:
    """Put the section between its marks, or at the end where there is none; the rest of the page stays."""
    page = path.read_text("utf-8")
    head, begin, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2] if begin else "\n"
    before = head if begin else page.rstrip("\n") + "\n\n"
    path.write_text(f"{before}{BEGIN}\n{text}{END}{tail}", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sample", type=int, default=400, help="queries of each kind, and pieces; 0 is all queries")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    text = table(list(measure(arguments.data, arguments.sample)))
    print(text)
    if arguments.write:
        intro = (
            "\n## Finding texts\n\nMean reciprocal rank at 10 of `sil.index.TextIndex` beside SQLite's own text indexes; last, how many"
            "\npieces of a text find it. Made by `python bench/text.py DATA`, where the form of DATA is told at its head. `iapp` are Thai"
            "\narticles and `jsquad` Japanese paragraphs of Wikipedia with questions of people; `enwiki` are English paragraphs with queries"
            "\nmade from their own sentences (`bench/english.py`), which are easier.\n\n"
        )
        write(arguments.write, intro + text)


if __name__ == "__main__":
    main()
