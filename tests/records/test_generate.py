import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools/generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schemas_and_tables_are_in_step(tool):
    stale = [path for path in tool.stale_files() if path.startswith(("data/schemas/", "sil/text/"))]
    assert stale == [], "run `python tools/generate.py`"


def test_what_is_stale_is_named_and_written(tool, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tool, "GENERATED", {"a/x.txt": lambda: "new\n", "y.txt": lambda: "same\n"})
    (tmp_path / "y.txt").write_text("same\n")
    assert tool.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().out == "a/x.txt\n"
    assert not (tmp_path / "a").exists()
    assert tool.main([], tmp_path) == 0
    assert (tmp_path / "a/x.txt").read_text() == "new\n"
    assert tool.main(["--check"], tmp_path) == 0
