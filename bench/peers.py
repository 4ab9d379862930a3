"""Other programs that look words up in records, with the same records in the form each of them wants."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import yaml

KHARD_AT_MOST = 10_000
"""Records beyond which khard is not asked: it reads every card each time, at 10,000 for many seconds."""


def peers(kb: Path, beside: Path, word: str) -> dict[str, list[str]]:
    """Return the command of each program that is installed, by the words of its row, its data made in a folder."""
    data, records = str(kb / "data"), list(_records(kb))
    beside.mkdir()
    found = {
        "rg: `-l` over the files": ["rg", "-l", "--no-config", word, data],
        "grep: `-rl` over the files": ["grep", "-rl", word, data],
    }
    if shutil.which("recsel"):
        found["recutils: `recsel -q`"] = ["recsel", "-q", word, _recfile(beside / "orgs.rec", records)]
    if shutil.which("sqlite-utils"):
        database = _database(beside / "orgs.db", records)
        found["sqlite-utils: `search`, trigrams"] = ["sqlite-utils", "search", database, "orgs", f'"{word}"']
    if shutil.which("papis"):
        library = _library(beside / "papis", records)
        found["papis: `list`"] = ["papis", "--lib", library, "list", "--all", f'abstract:"{word}"']
    if shutil.which("khard") and len(records) <= KHARD_AT_MOST:
        found["khard: `list`"] = ["khard", "--config", _cards(beside / "khard", records), "list", word]
    return {row: command for row, command in found.items() if shutil.which(command[0])}


def missing() -> list[str]:
    """Return the names of those programs that are not installed."""
    return [name for name in ("rg", "recsel", "sqlite-utils", "papis", "khard") if not shutil.which(name)]


def _records(kb: Path) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield id, names by language and the whole human text of each organisation."""
    for path in sorted((kb / "data/orgs").iterdir()):
        plain = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        names = {name["lang"]: name["text"] for name in reversed(plain["names"])}
        yield plain["id"], names, " ".join(_texts(plain))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _recfile(path: Path, records: list) -> str:
    lines = ["%rec: org", "%key: id", ""]
    for identifier, names, text in records:
        lines += [f"id: {identifier}", *(f"name: {name}" for name in names.values()), f"text: {text}", ""]
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def _database(path: Path, records: list) -> str:
    """Make the tables as `sqlite-utils insert` and `sqlite-utils enable-fts --tokenize trigram` make them."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE orgs (id TEXT PRIMARY KEY, names TEXT, text TEXT)")
    connection.execute("CREATE VIRTUAL TABLE orgs_fts USING fts5 (names, text, tokenize='trigram', content=[orgs])")
    rows = [(identifier, " ".join(names.values()), text) for identifier, names, text in records]
    connection.executemany("INSERT INTO orgs VALUES (?, ?, ?)", rows)
    connection.execute("INSERT INTO orgs_fts (rowid, names, text) SELECT rowid, names, text FROM orgs")
    connection.commit()
    connection.close()
    return str(path)


def _library(folder: Path, records: list) -> str:
    for identifier, names, text in records:
        (folder / "library" / identifier).mkdir(parents=True)
        plain = {"ref": identifier, "papis_id": identifier, "title": " / ".join(names.values()), "abstract": text}
        info = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in plain.items())
        (folder / "library" / identifier / "info.yaml").write_text(info, "utf-8")
    return str(folder / "library")


def _cards(folder: Path, records: list) -> str:
    (folder / "cards").mkdir(parents=True)
    for identifier, names, text in records:
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{identifier}"]
        full, note = (_escaped(value) for value in (" / ".join(names.values()), text))
        lines += [f"FN:{full}", f"N:{full};;;;", f"NOTE:{note}", "END:VCARD", ""]
        (folder / "cards" / f"{identifier}.vcf").write_text("\r\n".join(lines), "utf-8", newline="")
    config = folder / "khard.conf"
    config.write_text(
        f"[addressbooks]\n[[orgs]]\npath = {folder / 'cards'}\n[contact table]\nsearch_in_source_files = no\n", "utf-8"
    )
    return str(config)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
