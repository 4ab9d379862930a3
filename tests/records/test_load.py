import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sil.records.build import build
from sil.records.folder import RecordFile, kind_of, record_files, stray_entries
from sil.records.kinds import KINDS
from sil.records.load import broken_in, load_file, load_folder, load_text
from sil.records.rules import check_folder
from tests.records.test_decode import BASE

ROOT = Path(__file__).resolve().parents[2]

THEMES = """themes:
  - id: work
    label: Work
    definition: What people do.
  - id: pay
    label: {en: Pay}
    definition: What people get.
    broader: work
"""


def write(root, path, text=BASE):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def test_the_shipped_records_load_and_build():
    folder = load_folder(ROOT)
    assert [found for found in folder.problems if found.level != "note"] == []
    assert folder.broken == ()
    for record in folder.records:
        assert build(KINDS[record.kind], record.plain).id == record.id


def test_record_files_are_sorted_and_have_their_kind(tmp_path):
    for path in (
        "data/themes.yaml",
        "data/orgs/b.yaml",
        "data/orgs/a.yaml",
        "data/exchanges/v.yaml",
        "data/policies/p.yaml",
    ):
        write(tmp_path, path)
    assert record_files(tmp_path) == [
        RecordFile("data/exchanges/v.yaml", "exchange"),
        RecordFile("data/orgs/a.yaml", "org"),
        RecordFile("data/orgs/b.yaml", "org"),
        RecordFile("data/policies/p.yaml", "policy"),
        RecordFile("data/themes.yaml", "theme"),
    ]
    assert stray_entries(tmp_path) == []
    assert [kind_of(file.path) for file in record_files(tmp_path)] == [file.kind for file in record_files(tmp_path)]


@pytest.mark.parametrize(
    "path", ["data/x.yaml", "data/orgs/x.yml", "data/people/x.yaml", "x.yaml", "data/orgs/a/x.yaml"]
)
def test_other_files_have_no_kind(path, tmp_path):
    assert kind_of(path) is None
    file = load_file(tmp_path, path)
    assert [found.code for found in file.problems] == ["SIL303"]
    assert file.records == ()


def test_hidden_files_schemas_and_the_licence_are_no_strays(tmp_path):
    for path in ("data/orgs/.a.yaml.swp", "data/.DS_Store", "data/schemas/x.json", "data/LICENSE", "data/README.md"):
        write(tmp_path, path)
    assert check_folder(tmp_path) == []


def test_strays_are_told(tmp_path):
    for path in (
        "data/org/a.yaml",
        "data/orgs/b.yml",
        "data/orgs/notes.txt",
        "data/theme.yaml",
        "data/orgs/old/c.yaml",
    ):
        write(tmp_path, path)
    assert [(found.path, found.code, found.values["nearest"]) for found in stray_entries(tmp_path)] == [
        ("data/org", "SIL304", "orgs"),
        ("data/orgs/b.yml", "SIL303", "b.yaml"),
        ("data/orgs/notes.txt", "SIL303", ""),
        ("data/orgs/old", "SIL304", ""),
        ("data/theme.yaml", "SIL303", "themes.yaml"),
    ]
    assert record_files(tmp_path) == []


def test_links_in_a_circle_are_no_trap(tmp_path):
    write(tmp_path, "data/orgs/alpha.yaml")
    (tmp_path / "data/orgs/loop").symlink_to(tmp_path / "data")
    (tmp_path / "data/exchanges").symlink_to("exchanges")
    assert len(load_folder(tmp_path).records) == 1
    assert [found.code for found in stray_entries(tmp_path)] == ["SIL303", "SIL304"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    write(tmp_path, "data/orgs/alpha.yaml")
    listdir = os.listdir

    def refuse(path):
        if Path(path).name == "orgs":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert [(found.path, found.code) for found in check_folder(tmp_path)] == [("data/orgs", "SIL302")]


def test_a_file_name_that_is_no_text_is_told(tmp_path):
    write(tmp_path, "data/orgs/alpha.yaml")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/data/orgs/\xa1.yaml")).write_text(BASE)
    (found,) = stray_entries(tmp_path)
    assert found.path == "data/orgs/\ufffd.yaml"


def test_an_empty_folder_has_no_data(tmp_path):
    assert [(found.path, found.code) for found in check_folder(tmp_path)] == [("data", "SIL301")]
    write(tmp_path, "data", "a file")
    assert [found.code for found in check_folder(tmp_path)] == ["SIL301"]


def test_a_record_knows_its_file_line_and_places(tmp_path):
    write(tmp_path, "data/orgs/alpha.yaml", "# Alpha\n" + BASE)
    (record,) = load_file(tmp_path, "data/orgs/alpha.yaml").records
    assert (record.path, record.kind, record.id, record.line) == ("data/orgs/alpha.yaml", "org", "alpha", 2)
    assert record.positions["names.0.lang"] == (4, 25)


def test_themes_are_records_each_with_its_places():
    file = load_text(THEMES, "data/themes.yaml", "theme")
    assert file.problems == ()
    assert [(record.id, record.line, record.positions["label"]) for record in file.records] == [
        ("work", 2, (3, 12)),
        ("pay", 5, (6, 12)),
    ]
    assert file.records[1].positions["label.en"] == (6, 17)


def test_a_bad_theme_is_left_out_and_the_others_stay():
    file = load_text(THEMES.replace("    label: Work\n", ""), "data/themes.yaml", "theme")
    assert [record.id for record in file.records] == ["pay"]
    assert file.records[0].positions["broader.0"] == (7, 14)
    assert [(found.code, found.line) for found in file.problems] == [("SIL102", 2)]
    assert list(broken_in(file)) == [("theme", "work")]


@pytest.mark.parametrize("text", ["themes:\n", "themes: []\n", "other: 1\n", "themes: 3\n"])
def test_a_file_of_no_themes(text):
    assert load_text(text, "data/themes.yaml", "theme").records == ()


def test_a_file_that_tells_too_much_is_cut_short():
    file = load_text(BASE + "".join(f"x{number}: 1\n" for number in range(500)), "data/orgs/alpha.yaml", "org")
    assert len(file.problems) == 201
    assert (file.problems[-1].code, file.problems[-1].line) == ("SIL020", 208)
    assert file.problems[-1].values == {"count": 300}
    assert len(file.records) == 1


def test_the_name_of_a_file_is_the_id():
    (found,) = load_text(BASE, "data/orgs/beta.yaml", "org").problems
    assert (found.code, found.line, found.column) == ("SIL114", 1, 5)


def test_a_parser_is_imported_only_when_something_is_parsed():
    code = (
        "import sys; import sil.records.rules, sil.records.build, sil.records.links;"
        "assert not {'yaml', 'rapidfuzz', 'difflib'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


ALLOWED = st.characters(codec="utf-8")
PIECES = (
    st.sampled_from(BASE.split("\n"))
    | st.text(ALLOWED, max_size=20)
    | st.sampled_from(["- &a", "*a", "? x", "{", "]", "themes:", "\t"])
)


@given(st.binary(max_size=200) | st.lists(PIECES, max_size=12).map("\n".join).map(str.encode))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_in_a_file_raises(tmp_path, content):
    for path in ("data/orgs/alpha.yaml", "data/exchanges/visit.yaml", "data/policies/act.yaml", "data/themes.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    problems = check_folder(tmp_path)
    assert problems == sorted(problems)
    assert {found.path for found in problems} >= {"data/exchanges/visit.yaml", "data/policies/act.yaml"}
