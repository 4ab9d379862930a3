import pytest

from sil.text import tables
from sil.text.tables import compile as compiling


@pytest.mark.parametrize("name", compiling.table_names())
def test_the_compiled_table_is_the_written_one(name):
    assert (compiling.FOLDER / f"{name}.json").read_text("utf-8") == compiling.compiled(name)


def test_tables_are_read_once():
    assert tables.load("kana") is tables.load("kana")


def test_a_label_written_twice_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(compiling, "FOLDER", tmp_path)
    folder = tmp_path / "labels"
    folder.mkdir()
    (folder / "a.yaml").write_text("one: {en: a, th: a, ja: a}\n", "utf-8")
    assert compiling.compiled("labels") == '[\n{"one":"a"},\n{"one":"a"},\n{"one":"a"}\n]\n'
    (folder / "b.yaml").write_text("one: {en: b, th: b, ja: b}\n", "utf-8")
    with pytest.raises(ValueError, match="one is defined twice"):
        compiling.compiled("labels")
    (folder / "b.yaml").write_text("two: {en: b, th: b, ja: b}\ntwo: {en: c, th: c, ja: c}\n", "utf-8")
    with pytest.raises(ValueError, match="defined twice: two"):
        compiling.compiled("labels")


def test_an_empty_file_of_labels_is_no_label(tmp_path, monkeypatch):
    monkeypatch.setattr(compiling, "FOLDER", tmp_path)
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "a.yaml").write_text("{}\n", "utf-8")
    assert compiling.compiled("labels") == "[\n{},\n{},\n{}\n]\n"
    assert compiling.compiled("countries") == "{}\n"
