"""Reading of record files; what is wrong with a file is part of what is read, and nothing raises."""

from sil.light import TYPE_CHECKING, Iterator, dataclass
from sil.problem import Problem
from sil.records.codes import problem
from sil.records.decode import Decoded, decode
from sil.records.folder import id_of, kind_of, record_files, stray_entries
from sil.records.kinds import FILE_TYPES
from sil.records.marks import bad_paths
from sil.records.nodes import Mapping
from sil.records.reading import Plain, Position, Positions
from sil.records.source_file import MAX_BYTES, read_file, text_of
from sil.records.yaml_reader import read_text

if TYPE_CHECKING:
    from pathlib import Path

MAX_PROBLEMS = 200
"""Faults of one file that are told; one with more is not a record gone wrong but something else."""


@dataclass(frozen=True, slots=True)
class LoadedRecord:
    """A record as plain data, with the places of its values in its file."""

    path: str
    """Path of the file, relative to the knowledge base."""

    kind: str
    """`org`, `exchange`, `policy`, `theme` or `rates`."""

    id: str
    plain: Plain
    line: int
    """Line on which the record begins."""

    positions: Positions
    """Line and column of each value by its path in the record: `lessons.0.title`."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """What one file holds: the records that could be read, and all faults."""

    path: str
    kind: str
    records: tuple[LoadedRecord, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class KnowledgeFolder:
    """All records of a knowledge base, and the faults of its files and folders."""

    records: tuple[LoadedRecord, ...]
    problems: tuple[Problem, ...]
    broken: tuple[tuple[str, str], ...] = ()
    """Kind and id of records that are there and cannot be read; the id is `*` when any may be among them."""


def load_folder(root: "Path") -> KnowledgeFolder:
    """Read all record files of a knowledge base."""
    files = [load_file(root, file.path) for file in record_files(root)]
    records = tuple(record for file in files for record in file.records)
    problems = [*stray_entries(root), *(found for file in files for found in file.problems)]
    broken = tuple(name for file in files for name in broken_in(file))
    return KnowledgeFolder(records, tuple(sorted(problems)), broken)


def broken_in(file: LoadedFile) -> Iterator[tuple[str, str]]:
    """Yield kind and id of the records of a file that could not be read."""
    if file.kind == "theme" and any(found.level == "error" for found in file.problems):
        yield file.kind, "*"
    elif not file.records:
        yield file.kind, id_of(file.path)


def load_file(root: "Path | str", relpath: str, content: bytes | None = None) -> LoadedFile:
    """Read a record file, given by its path relative to the knowledge base, and its bytes where they were read already."""
    kind = kind_of(relpath)
    if kind is None:
        name = relpath.rpartition("/")[2]
        return LoadedFile(relpath, "", (), (problem("SIL303", relpath, found=name, nearest=""),))
    text = read_file(root, relpath) if content is None or len(content) > MAX_BYTES else text_of(content, relpath)
    if isinstance(text, Problem):
        return LoadedFile(relpath, kind, (), (text,))
    return load_text(text, relpath, kind)


def load_text(text: str, relpath: str, kind: str) -> LoadedFile:
    """Read the text of a record file of a kind."""
    document = read_text(text, relpath)
    problems = list(document.problems)
    root = document.root
    if root is None:
        return LoadedFile(relpath, kind, (), tuple(problems))
    if not isinstance(root, Mapping):
        problems.append(problem("SIL010", relpath, root.line, root.column))
        return LoadedFile(relpath, kind, (), tuple(problems))
    decoded = decode(FILE_TYPES[kind], root, relpath)
    problems.extend(decoded.problems)
    if kind == "theme":
        records = tuple(_themes(decoded, relpath))
    else:
        records = tuple(_record(decoded, relpath, kind, root.line))
        problems.extend(_misnamed(record) for record in records if id_of(relpath) != record.id)
    for record in records:
        problems.extend(bad_paths(record.kind, record.plain, relpath, record.positions))
    return LoadedFile(relpath, kind, records, _first(sorted(problems), relpath))


def _first(problems: list[Problem], relpath: str) -> tuple[Problem, ...]:
    """Return the first faults of a file, and how many more there are."""
    more = len(problems) - MAX_PROBLEMS
    if more <= 0:
        return tuple(problems)
    next_one = problems[MAX_PROBLEMS]
    return (*problems[:MAX_PROBLEMS], problem("SIL020", relpath, next_one.line, next_one.column, count=more))


def _record(decoded: Decoded, relpath: str, kind: str, line: int) -> Iterator[LoadedRecord]:
    if decoded.plain is not None:
        yield LoadedRecord(relpath, kind, decoded.plain.get("id", kind), decoded.plain, line, decoded.positions)


def _themes(decoded: Decoded, relpath: str) -> Iterator[LoadedRecord]:
    """Part the file of themes into its themes, and the places among them."""
    themes = (decoded.plain or {}).get("themes", [])
    places: list[dict[str, Position]] = [{} for _ in themes]
    for at, place in decoded.positions.items():
        _, _, rest = at.partition(".")
        number, _, inside = rest.partition(".")
        if number:
            places[int(number)][inside] = place
    for plain, positions in zip(themes, places, strict=True):
        line, _ = positions.pop("")
        yield LoadedRecord(relpath, "theme", plain["id"], plain, line, positions)


def _misnamed(record: LoadedRecord) -> Problem:
    found = id_of(record.path)
    return problem("SIL114", record.path, *record.positions["id"], found=found, expected=record.id)
