"""What an index is known by."""

import pytest

from sil.index import version


@pytest.mark.parametrize("missing", ["sudachipy", "sudachidict_core"])
def test_an_index_made_with_another_reader_of_kanji_is_not_believed(monkeypatch, missing):
    monkeypatch.setattr(version.PathFinder, "find_spec", lambda _: object())
    read = version.made_by("/kb")
    monkeypatch.setattr(version.PathFinder, "find_spec", lambda name: None if name == missing else object())
    assert version.made_by("/kb") != read
