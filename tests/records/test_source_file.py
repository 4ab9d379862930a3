import os
from pathlib import Path

import pytest

from sil.problem import Problem
from sil.records.source_file import MAX_BYTES, read_file


def fault(root, name="x.yaml"):
    found = read_file(root, name)
    assert isinstance(found, Problem)
    assert found.path == name
    return found


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    (tmp_path / "x.yaml").write_bytes("\ufeffid: ก".encode())
    assert read_file(tmp_path, "x.yaml") == "id: ก"


def test_a_file_at_the_limit_is_read(tmp_path):
    (tmp_path / "x.yaml").write_bytes(b"#" * MAX_BYTES)
    assert len(read_file(tmp_path, "x.yaml")) == MAX_BYTES


def test_a_large_file_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    with (tmp_path / "x.yaml").open("wb") as stream:
        stream.truncate(100_000_000)
    monkeypatch.setattr("sil.records.source_file.open", None, raising=False)
    found = fault(tmp_path)
    assert found.code == "SIL004"
    assert found.values == {"size": 100_000_000, "limit": MAX_BYTES}


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    (tmp_path / "x.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    real = tmp_path.stat()
    small = os.stat_result((0o100644, *real[1:6], 10, *real[7:]))
    monkeypatch.setattr(Path, "stat", lambda _path: small)
    assert fault(tmp_path).code == "SIL004"


def test_a_file_that_is_not_there(tmp_path):
    found = fault(tmp_path)
    assert (found.code, found.values["reason"]) == ("SIL001", "No such file or directory")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "x.yaml").write_text("id: x")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("sil.records.source_file.open", refuse, raising=False)
    assert fault(tmp_path).code == "SIL001"


def test_an_error_without_a_number_says_what_it_can(tmp_path, monkeypatch):
    (tmp_path / "x.yaml").write_text("id: x")

    def refuse(*_args):
        raise OSError("disk on fire")

    monkeypatch.setattr("sil.records.source_file.open", refuse, raising=False)
    assert fault(tmp_path).values["reason"] == "disk on fire"


def test_a_folder_a_pipe_and_links_that_lead_nowhere(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "dangling.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert fault(tmp_path, "folder.yaml").code == "SIL002"
    assert fault(tmp_path, "pipe.yaml").code == "SIL002"
    assert fault(tmp_path, "dangling.yaml").code == "SIL003"
    assert fault(tmp_path, "loop.yaml").code == "SIL003"


@pytest.mark.parametrize(
    ("content", "place", "guess"),
    [
        ("id: x\nก: สวัสดี".encode("cp874"), (2, 1), "cp874"),
        ("id: 社会福祉法人".encode("cp932"), (1, 5), "cp932"),
        ("id: x".encode("utf-16"), (1, 1), "UTF-16"),
        ("กข: ".encode() + b"\xff\xff", (1, 5), "?"),
    ],
)
def test_a_text_in_another_encoding_is_named(tmp_path, content, place, guess):
    (tmp_path / "x.yaml").write_bytes(content)
    found = fault(tmp_path)
    assert (found.code, (found.line, found.column), found.values["guess"]) == ("SIL005", place, guess)
