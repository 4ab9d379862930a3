"""Where record files lie in the folder of a knowledge base, and what else lies there.

Light on purpose: a search asks on each start which files there are, and reads none of them when none changed.
"""

import os

from sil.light import TYPE_CHECKING, Iterator, dataclass
from sil.problem import Problem
from sil.records.codes import problem
from sil.records.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

DATA = "data"

FOLDERS: dict[str, str] = {"orgs": "org", "exchanges": "exchange", "policies": "policy"}
"""Folders of `data/` that hold one record a file, and the kind of the records."""

FILES: dict[str, str] = {"themes.yaml": "theme", "rates.yaml": "rates"}
"""Files of `data/` that are the only one of their kind, and the kind."""

_SILENT = frozenset({"schemas", "LICENSE", "README.md"})
"""Names in `data/` that are not records and should be there."""


@dataclass(frozen=True, slots=True, order=True)
class RecordFile:
    """A file of records."""

    path: str
    """Relative to the knowledge base, with forward slashes."""

    kind: str
    """`org`, `exchange`, `policy`, `theme` or `rates`."""


def record_files(root: "Path") -> list[RecordFile]:
    """Return the record files of a knowledge base in the order of their paths."""
    return sorted(entry for entry in _scan(root) if isinstance(entry, RecordFile))


def kind_of(path: str) -> str | None:
    """Return the kind of the records in a file, by its path relative to the knowledge base."""
    match path.split("/"):
        case [_, name] if name in FILES:
            return FILES[name]
        case [_, folder, name] if folder in FOLDERS and name.endswith(".yaml"):
            return FOLDERS[folder]
    return None


def id_of(path: str) -> str:
    """Return the id that the name of a record file stands for."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def stray_entries(root: "Path") -> list[Problem]:
    """Return what lies among the records and is not read, and folders that cannot be read."""
    return sorted(entry for entry in _scan(root) if isinstance(entry, Problem))


def _scan(root: "Path") -> Iterator[RecordFile | Problem]:
    names = _names(root, DATA)
    if isinstance(names, Problem):
        yield names
        return
    for name in names:
        path = f"{DATA}/{name}"
        if name in FOLDERS and (root / path).is_dir():
            yield from _scan_folder(root, name)
        elif name in FILES:
            yield RecordFile(path, FILES[name])
        elif name not in _SILENT:
            yield _stray(root, path, name)


def _scan_folder(root: "Path", folder: str) -> Iterator[RecordFile | Problem]:
    names = _names(root, f"{DATA}/{folder}")
    if isinstance(names, Problem):
        yield names
        return
    for name in names:
        path = f"{DATA}/{folder}/{name}"
        if name.endswith(".yaml") and _is_text(name):
            yield RecordFile(path, FOLDERS[folder])
        else:
            yield _stray(root, path, name, f"{name.removesuffix('.yml')}.yaml" if name.endswith(".yml") else "")


def _names(root: "Path", path: str) -> list[str] | Problem:
    """Return the names in a folder, without hidden ones."""
    try:
        return [name for name in os.listdir(root / path) if not name.startswith(".")]  # noqa: PTH208 - strings do
    except (FileNotFoundError, NotADirectoryError):
        return problem("SIL301", path)
    except OSError as error:
        return problem("SIL302", path, reason=error.strerror or str(error))


def _stray(root: "Path", path: str, name: str, proposal: str = "") -> Problem:
    shown, shown_name = _shown(path), _shown(name)
    if (root / path).is_dir():
        allowed = ", ".join(sorted(FOLDERS)) if path.count("/") == 1 else ""
        near = nearest(shown_name, FOLDERS) if allowed else ""
        return problem("SIL304", shown, found=shown_name, allowed=allowed, nearest=near)
    near = proposal or (nearest(shown_name, FILES) if path.count("/") == 1 else "")
    return problem("SIL303", shown, found=shown_name, nearest=near)


def _is_text(name: str) -> bool:
    """Whether a file name is text, and not bytes of another encoding."""
    return _shown(name) == name


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", errors="replace")
