"""Whatever happens to the files, in whatever order: the refreshed index holds what an index made anew holds."""

import shutil
import tempfile
import time
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from sil.index import Index
from sil.index.postings import postings
from sil.match.grams import number_of
from tests.index.small import FILES, knowledge_base, state, write

PATHS = sorted(FILES)
NAMES = st.sampled_from(
    ["data/orgs/a.yaml", "data/orgs/b.yaml", "data/exchanges/c.yaml", "data/policies/d.yaml", *PATHS]
)
WORDS = st.sampled_from(["1200", "LITALICO", "disability-employment", "wingle", "กล่องดินสอ", "themes", "id:", "- {"])
TABLES = (
    "records",
    "positions",
    "merged",
    "units",
    "tags",
    "links",
    "passages",
    "labels",
    "names",
    "name_keys",
)


def tables(index):
    """Return what stands in the tables, with records and units by their names instead of their numbers."""

    def read(db):
        count = {name: db.rows(f"SELECT count(*) FROM {name}")[0][0] for name in TABLES}
        db.script("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, text, row)")
        words = db.rows("SELECT * FROM temp.words ORDER BY term")
        texts = dict(db.rows("SELECT number, id || ' ' || text FROM names"))
        grams = {
            term: sorted(texts[number_of(entry)] for entry in postings(db, [term])[term])
            for (term,) in db.rows("SELECT DISTINCT term FROM name_grams")
        }
        files = db.rows("SELECT path, digest, problems FROM files ORDER BY path")
        passages = db.rows(
            "SELECT u.kind, u.address, f.path, p.col, p.field, p.lang, p.text, p.spaced FROM passages p"
            " JOIN units u ON u.number = p.unit JOIN records r ON r.number = u.record JOIN files f ON f.number = r.file"
            " ORDER BY 3, 1, 2, p.number"
        )
        names = db.rows(
            "SELECT n.id, n.name, n.text, n.script, n.former, n.alias, n.shape, group_concat(k.key) FROM names n"
            " LEFT JOIN name_keys k ON k.name = n.number GROUP BY n.number ORDER BY 1, 2, 3, 4, 5, 6"
        )
        return count, words, grams, files, passages, names

    db = index._db
    return read(db)


class AnyChanges(RuleBasedStateMachine):
    """Edits, copies, moves and removals of record files, and an index that follows them."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.root = knowledge_base(self.folder / "kb")
        self.cache = self.folder / "index.sqlite"
        self.compare()

    @rule(path=NAMES, word=WORDS, other=WORDS, in_place=st.booleans())
    def edit(self, path, word, other, in_place):
        file = self.root / path
        if file.exists():
            text = file.read_text("utf-8").replace(word, other, 1)
            if in_place:
                write(self.root, path, text, age=None)
            else:
                write(self.root, "spare", text).replace(file)

    @rule(path=NAMES)
    def remove(self, path):
        (self.root / path).unlink(missing_ok=True)

    @rule(path=NAMES, other=NAMES)
    def move(self, path, other):
        if (self.root / path).exists():
            (self.root / path).rename(self.root / other)

    @rule(path=NAMES, other=NAMES)
    def copy(self, path, other):
        if (self.root / path).exists() and path != other:
            shutil.copy2(self.root / path, self.root / other)

    @rule(path=st.sampled_from(PATHS), age=st.integers(-3600, 3600))
    def restore(self, path, age):
        write(self.root, path, FILES[path], age=time.time() - age)

    @rule(path=NAMES, content=st.sampled_from(["", "id: [", "id: x\n", "- a\n"]))
    def spoil(self, path, content):
        write(self.root, path, content, age=None)

    @rule()
    def compare(self):
        with Index.open(self.root, self.cache) as index, Index.open(self.root) as fresh:
            index.refresh()
            fresh.refresh()
            assert tables(index) == tables(fresh)
            *ours, labels = state(index)
            *others, expected = state(fresh)
            assert ours == others
            assert sorted(labels) == sorted(expected)

    def teardown(self):
        if hasattr(self, "folder"):
            self.compare()
            shutil.rmtree(self.folder)


TestAnyChanges = AnyChanges.TestCase
TestAnyChanges.settings = settings(
    max_examples=12,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
