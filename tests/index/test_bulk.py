"""A first build of many batches: the text index is one piece at the end, and keeps itself in order from then on."""

import pytest

from sil.index import Index


def segments(db):
    return db.rows("SELECT count(DISTINCT segid) FROM text_idx")[0][0]


def options(db):
    return dict(db.rows("SELECT k, v FROM text_config WHERE k IN ('automerge', 'hashsize')"))


@pytest.mark.parametrize("pages", [1, 4000])
def test_what_many_batches_wrote_is_brought_together(root, cache, monkeypatch, pages):
    monkeypatch.setattr("sil.index.update.BATCH", 1)
    monkeypatch.setattr("sil.index.bulk._PAGES", pages)
    with Index.open(root, cache) as index:
        index.refresh()
        assert index.ask(segments) == 1
        assert index.ask(options) == {"automerge": 4, "hashsize": 1 << 20}


def test_what_is_left_apart_is_found_too(root, cache, monkeypatch):
    """As after a kill while the index was brought together."""
    monkeypatch.setattr("sil.index.update.BATCH", 1)
    monkeypatch.setattr("sil.index.bulk._merge", lambda _: None)
    with Index.open(root, cache) as index, Index.open(root) as other:
        index.refresh()
        monkeypatch.undo()
        other.refresh()
        assert index.ask(segments) > 1
        assert [unit.address for unit in index.units()] == [unit.address for unit in other.units()]
        count = "SELECT term, doc, cnt FROM terms ORDER BY term"
        assert index.ask(lambda db: db.rows(count)) == other.ask(lambda db: db.rows(count))
