"""The invariants of the house: who may import whom, how big a room's pieces may be, and what must not be there."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ORDER = ("text", "records", "match", "index", "query", "views", "render", "kb", "cli")
"""A room imports only rooms that stand before it; `errors`, `problem`, `locate`, `reader` and `light` stand before all."""
BESIDE = {"errors", "problem", "locate", "reader", "light"}

MODULES = sorted(path for path in (ROOT / "sil").rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}


def room(path: Path) -> str:
    parts = path.relative_to(ROOT / "sil").with_suffix("").parts
    return parts[0]


def imports(tree: ast.AST) -> set[str]:
    """Return all modules of ours that are imported, type hints and functions included."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name == "sil" or name.startswith("sil.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_rooms_before_it(path):
    mine = room(path)
    if mine in ("__init__", "__main__"):
        return
    for name in imports(TREES[path]):
        theirs = name.split(".")[1] if "." in name else ""
        if theirs in ORDER and theirs != mine:
            assert mine in ORDER, f"{path} imports {name}"
            assert ORDER.index(theirs) < ORDER.index(mine), f"{path} imports {name}"


def test_no_circles_between_modules():
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}
    graph = {
        name: {other for other in imports(TREES[path]) if other in names and other != name}
        for name, path in names.items()
    }
    seen: dict[str, str] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail or name.count(".") < 2, " -> ".join((*trail, name))
        if name in seen or name in trail:
            return
        for other in sorted(graph[name]):
            # a package that gathers what its modules make is no circle
            if not name.startswith(f"{other}."):
                visit(other, (*trail, name))
        seen[name] = "done"

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pieces_are_small(path):
    # a record type has a sentence under each field: long, and nowhere to cut
    most = 420 if path.parent.name == "records" else 300
    assert len(path.read_text("utf-8").splitlines()) <= most
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 50, f"{path}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_owns(path):
    if path.read_text("utf-8").strip():
        assert ast.get_docstring(TREES[path])


def test_nothing_swallows_errors_but_the_one_place():
    broad = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and (node.type is None or getattr(node.type, "id", "") == "Exception")
    ]
    assert [place.split(":")[0] for place in broad] == ["sil/cli/main.py"]


def test_no_global_state():
    assert not [path for path, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize(
    ("word", "allowed"),
    [
        ("_sqlite3", {"index", "match"}),
        ("rich", set()),
        ("typer", {"cli"}),
        ("yaml", {"records", "text", "match"}),
        ("rapidfuzz", {"match", "records", "query"}),
        ("os.environ", {"cli", "__init__"}),
    ],
)
def test_what_belongs_to_one_room_stays_there(word, allowed):
    users = set()
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                names = [f"{node.value.id}.{node.attr}"]
            if any(name == word or name.startswith(f"{word}.") for name in names):
                users.add(room(path))
    assert users <= allowed


def test_render_has_never_seen_a_record_and_views_never_a_format():
    for path, tree in TREES.items():
        if room(path) == "render":
            assert not [name for name in imports(tree) if name.startswith(("sil.records", "sil.index", "sil.query"))], (
                path
            )
        if room(path) == "views":
            assert not [name for name in imports(tree) if name.startswith(("sil.render", "sil.index"))], path


@pytest.mark.parametrize("name", ["utils.py", "helpers.py", "common.py", "manager.py"])
def test_no_room_for_what_has_no_name(name):
    assert not list((ROOT / "sil").rglob(name))


HEAVY = {"yaml", "pydantic", "jsonschema", "msgspec", "rich", "sil.records.decode", "sil.records.rules"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "การจ้างงานคนพิการ"),
        ("search", "DMO", "--json"),
        ("show", "litalico", "--json"),
        ("resolve", "litalico"),
        ("list", "orgs", "--json"),
        ("compare", "litalico", "klongdinsor", "--json"),
        ("report", "trip", "--json"),
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_imported_when_nothing_has_changed(in_process_environment, arguments):
    assert imported_by(arguments, in_process_environment) & HEAVY == set()


RECORD_TYPES = {f"sil.records.{name}" for name in ("organisation", "exchange", "policy", "theme", "shape", "build")}


@pytest.mark.parametrize(
    "arguments", [("search", "DMO", "--json"), ("resolve", "litalico"), ("list", "orgs", "--json")]
)
def test_what_shows_no_record_whole_makes_no_record_type(in_process_environment, arguments):
    assert imported_by(arguments, in_process_environment) & RECORD_TYPES == set()


def imported_by(arguments, env):
    """Return the modules that a command imports when the index is there."""
    command = [sys.executable, "-X", "importtime", "-m", "sil", *arguments]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
    return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
