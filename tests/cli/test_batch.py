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


def test_what_a_batch_would_ignore_is_refused(sil, tmp_path):
    (tmp_path / "names.txt").write_text("LITALICO\n", encoding="utf-8")
    for arguments in [("-f", "csv"), ("-o", "found.csv"), ("-f", "html")]:
        done = sil("resolve", "--batch", "names.txt", *arguments)
        assert (done.code, done.out) == (2, "")
        assert "jsonl" in done.err
    assert not (tmp_path / "found.csv").exists()
    assert sil("resolve", "LITALICO", "--column", "name").code == 2
    assert sil("resolve", "--batch", "").code == 2
