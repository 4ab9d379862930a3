"""Tables of matching compiled from YAML: the glosses to SQLite, the weights to JSON."""

import _sqlite3 as sqlite3
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from sil.errors import KnowledgeBaseError
from sil.match.tables import FOLDER as PLACE
from sil.match.tables.words import FILE, connected, gloss_key, newest
from sil.text.tables import load as forms

FOLDER = Path(PLACE)
LANGUAGES = ("en", "th", "ja")

Row = Mapping[str, Sequence[str]]
Word = tuple[str, str]
"""Language and the form in which a word is looked up."""


TABLES = """
CREATE TABLE words (lang TEXT, word TEXT, concepts TEXT NOT NULL, PRIMARY KEY (lang, word)) WITHOUT ROWID;
CREATE TABLE kinds (concept INTEGER PRIMARY KEY, kinds TEXT NOT NULL);
"""
"""Words as they are looked up, with the numbers of the concepts they stand for; and of the concepts of words for a kind
of body the kinds they may stand for."""


def made(path: str) -> sqlite3.Connection:
    """Make the table of glosses in a file and open it; in memory where the file cannot be written.

    Raises KnowledgeBaseError when there is nothing to make it of.
    """
    if not newest():
        raise KnowledgeBaseError("error.glosses", hint="hint.reinstall", path=path, why="no such file")
    try:
        write(path)
    except (OSError, sqlite3.OperationalError):
        db = sqlite3.connect(":memory:", check_same_thread=False)
        fill(db)
        return db
    return connected(path)


def write(path: str = FILE) -> None:
    """Write the table of glosses to a file, all or nothing; it gets the time of the newest of its sources."""
    changed, beside = newest(), Path(f"{path}.{os.getpid()}")
    try:
        db = sqlite3.connect(str(beside))
        fill(db)
        db.close()
        os.utime(beside, ns=(changed, changed))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def fill(db: sqlite3.Connection) -> None:
    """Write the table of glosses to a new database."""
    db.executescript(TABLES)
    rows = [
        (lang, word, _numbers(found)) for lang in sorted(LANGUAGES) for word, found in sorted(_glosses(lang).items())
    ]
    db.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
    db.executemany(
        "INSERT INTO kinds VALUES (?, ?)", [(concept, " ".join(kinds)) for concept, kinds in _kinds().items()]
    )
    db.commit()


def _numbers(concepts: Sequence[int]) -> str:
    return " ".join(map(str, concepts))


def _kinds() -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for kind, places in forms("forms")["kinds"].items():
        keys = ((lang, gloss_key(word, lang)) for words in places.values() for word in words for lang in LANGUAGES)
        for concept in sorted({concept for lang, key in keys for concept in _glosses(lang).get(key, ())}):
            found[concept].append(kind)
    return found


@cache
def _glosses(lang: str) -> dict[str, list[int]]:
    words: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(_spare_rows()):
        for of, key in row:
            if of == lang:
                words[key].append(number)
    return dict(words)


@cache
def _spare_rows() -> list[list[Word]]:
    """Return the rows as they are looked up, without words that other rows bind to all of their row.

    Words that share one concept are as near as words that share five, but a name that is looked for by its concepts
    would be nearer to those that share five. Short rows are spared first.
    """
    rows = [
        list(dict.fromkeys((lang, gloss_key(word, lang)) for lang in LANGUAGES for word in row[lang]))
        for _, row in gloss_rows()
    ]
    places: dict[Word, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for word in row:
            places[word].add(number)
    for number in sorted(range(len(rows)), key=lambda number: len(rows[number])):
        for word in tuple(rows[number]):
            others = [other for other in rows[number] if other != word]
            if all(len(places[word] & places[other]) > 1 for other in others):
                rows[number].remove(word)
                places[word].discard(number)
    return rows


def weights() -> str:
    """Return the JSON of the weights."""
    table = yaml.safe_load((FOLDER / "weights.yaml").read_text(encoding="utf-8"))
    return json.dumps(table, separators=(",", ":")) + "\n"


def gloss_rows() -> Iterator[tuple[str, Row]]:
    """Yield the rows of all glosses, each with the name of its file."""
    for path in sorted((FOLDER / "glosses").glob("*.yaml")):
        for row in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader):  # noqa: S506 - texts, no objects
            yield path.stem, row
