"""Tables of the index file, and the number of their form.

The file is a cache: it is made from the record files and the code, and thrown away when either asks for it. Nothing
in it is ever migrated.
"""

FORMAT = 11
"""Changes whenever the tables below, or what is written into them, change."""

COLUMNS = ("name", "title", "theme", "summary", "body", "cited")
"""Columns of the text index, from the one whose words weigh most to the least."""

WEIGHTS = (8.0, 8.0, 6.0, 3.0, 1.0, 0.2)
"""Weight of a word by column."""

TOKENIZER = "ascii"
"""The terms come cut and folded, parted by spaces; this tokenizer takes every character beyond ASCII for a letter."""

PAGE_SIZE = 16384
"""Bytes of a page; a record fits into one."""

_TEXT = f"""
CREATE VIRTUAL TABLE text USING fts5({", ".join(COLUMNS)}, content='', tokenize="{TOKENIZER}");
INSERT INTO text (text, rank) VALUES ('rank', 'bm25({", ".join(map(str, WEIGHTS))})');
CREATE VIRTUAL TABLE terms USING fts5vocab(text, row);
"""  # noqa: S608 - names of ours

_RECORDS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE look (at_ns INTEGER NOT NULL, files INTEGER NOT NULL, folders TEXT NOT NULL);
CREATE TABLE seen (paths TEXT NOT NULL, stamps BLOB NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE files (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL, digest BLOB NOT NULL, indexed_ns INTEGER NOT NULL, problems TEXT NOT NULL,
    id TEXT NOT NULL, remnants TEXT NOT NULL, seal INTEGER NOT NULL
);
CREATE INDEX files_broken ON files (number) WHERE instr(problems, '"error"');
CREATE TABLE records (
    number INTEGER PRIMARY KEY, file INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, line INTEGER NOT NULL,
    plain TEXT NOT NULL, seal INTEGER NOT NULL
);
CREATE INDEX records_by_id ON records (kind, id);
CREATE INDEX records_by_file ON records (file);
CREATE TABLE positions (record INTEGER PRIMARY KEY, places TEXT NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE merged (
    kind TEXT NOT NULL, id TEXT NOT NULL, record INTEGER NOT NULL, seal INTEGER NOT NULL,
    PRIMARY KEY (kind, id, record)
) WITHOUT ROWID;
CREATE INDEX merged_by_record ON merged (record);
CREATE TABLE checks (generation INTEGER PRIMARY KEY, problems TEXT NOT NULL, seal INTEGER NOT NULL);
"""

_UNITS = """
CREATE TABLE units (
    number INTEGER PRIMARY KEY, record INTEGER NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL,
    en TEXT NOT NULL, th TEXT NOT NULL, ja TEXT NOT NULL, countries TEXT NOT NULL, themes TEXT NOT NULL,
    first_year INTEGER, last_year INTEGER, line INTEGER NOT NULL,
    seal INTEGER NOT NULL
);
CREATE INDEX units_by_address ON units (address);
CREATE INDEX units_by_kind ON units (kind, address);
CREATE INDEX units_by_record ON units (record);
CREATE TABLE tags (
    theme TEXT NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (theme, unit)
) WITHOUT ROWID;
CREATE INDEX tags_by_unit ON tags (unit);
CREATE TABLE links (
    unit INTEGER NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, seal INTEGER NOT NULL
);
CREATE INDEX links_by_unit ON links (unit);
CREATE INDEX links_by_target ON links (kind, id);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, col INTEGER NOT NULL, field TEXT NOT NULL, lang TEXT NOT NULL,
    text TEXT NOT NULL, spaced TEXT NOT NULL, seal INTEGER NOT NULL
);
CREATE INDEX passages_by_unit ON passages (unit, col);
CREATE TABLE labels (
    folded TEXT NOT NULL, unit INTEGER NOT NULL, place INTEGER NOT NULL, lang TEXT NOT NULL, text TEXT NOT NULL,
    expression TEXT NOT NULL, needle TEXT NOT NULL, seal INTEGER NOT NULL, PRIMARY KEY (folded, unit, place)
) WITHOUT ROWID;
"""

_NAMES = """
CREATE TABLE names (
    number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
    script TEXT NOT NULL, former INTEGER NOT NULL, alias INTEGER NOT NULL, shape TEXT NOT NULL,
    seal INTEGER NOT NULL
);
CREATE INDEX names_by_unit ON names (unit);
CREATE INDEX names_by_id ON names (id);
CREATE TABLE name_keys (key TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE TABLE name_grams (
    term TEXT NOT NULL, stretch INTEGER NOT NULL, entries BLOB NOT NULL, seal INTEGER NOT NULL,
    PRIMARY KEY (term, stretch)
) WITHOUT ROWID;
"""

TABLES = f"PRAGMA page_size = {PAGE_SIZE};" + _RECORDS + _UNITS + _TEXT + _NAMES
"""Tables of a knowledge base's index."""

DOCUMENT_TABLES = f"""
CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT NOT NULL, spaced TEXT NOT NULL);
CREATE VIRTUAL TABLE text USING fts5(body, slips, content='', tokenize="{TOKENIZER}");
CREATE VIRTUAL TABLE terms USING fts5vocab(text, row);
"""
"""Tables of an index of plain texts (`sil.index.TextIndex`)."""
