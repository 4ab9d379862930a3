"""`sil resolve --batch`: names of a text, or of a column of a CSV."""

import json


def test_a_column_of_a_csv(sil, tmp_path):
    (tmp_path / "names.csv").write_text("no,name\n1,kong din so\n2,\n3,りたりこ\n", encoding="utf-8-sig")
    done = sil("resolve", "--batch", str(tmp_path / "names.csv"), "--column", "name")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [(one["query"], one["matches"][0]["id"]) for one in found] == [
        ("kong din so", "klongdinsor"),
        ("りたりこ", "litalico"),
    ]
    assert "2" in done.err


def test_a_column_that_is_not_there(sil, tmp_path):
    (tmp_path / "names.csv").write_text("no,name\n1,x\n", encoding="utf-8")
    done = sil("resolve", "--batch", str(tmp_path / "names.csv"), "--column", "nam")
    assert done.code == 2
    assert "no, name" in done.err


def test_names_of_standard_input(sil):
    done = sil("resolve", "--batch", "-", stdin="LITALICO\n\n")
    assert json.loads(done.out)["status"] == "match"
