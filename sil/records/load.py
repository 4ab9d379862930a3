"""Reading of record files; what is wrong with a file is part of what is read, and nothing raises."""

from sil.light import TYPE_CHECKING, Iterator, dataclass
from sil.problem import Problem
from sil.records.codes import problem
from sil.records.decode import Decoded, decode
from sil.records.folder import id_of, kind_of, record_files, stray_entries
from sil.records.kinds import FILE_TYPES, UNIT_FIELDS
from sil.records.marks import bad_paths
from sil.records.nodes import Mapping
from sil.records.reading import Plain, Position, Positions, Remnant
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
    remnants: tuple[Remnant, ...] = ()
    """What is left of parts that could not be read."""
    id: str = ""
    """Id that the record in it gives itself, right or wrong."""


@dataclass(frozen=True, slots=True)
class KnowledgeFolder:
    """All records of a knowledge base, and the faults of its files and folders."""

    records: tuple[LoadedRecord, ...]
    problems: tuple[Problem, ...]
    broken: tuple[LoadedFile, ...] = ()
    """Files of which something could not be read."""


def load_folder(root: "Path") -> KnowledgeFolder:
    """Read all record files of a knowledge base."""
    files = [load_file(root, file.path) for file in record_files(root)]
    records = tuple(record for file in files for record in file.records)
    problems = [*stray_entries(root), *(found for file in files for found in file.problems)]
    return KnowledgeFolder(records, tuple(sorted(problems)), tuple(filter(is_broken, files)))


def is_broken(file: LoadedFile) -> bool:
    """Whether something in a file could not be read."""
    return bool(file.remnants or not file.records)


def broken_in(file: LoadedFile) -> Iterator[tuple[str, str]]:
    """Yield kind and id of what is in a file and could not be read; `*` when any of a kind may be among it.

    Lessons are named by their address, sources by the path of the file and their key.
    """
    if not file.records:
        yield file.kind, "*" if file.kind == "theme" else id_of(file.path)
    record = file.id or id_of(file.path)
    for left in file.remnants:
        field, _, name = left.at.partition(".")
        found = left.plain.get("id", "*")
        yield from ((file.kind, old) for old in (left.plain.get("merged_ids", ()) if not left.at else ()))
        if field == "themes":
            yield "theme", found
        elif field in UNIT_FIELDS and "." not in name:
            yield UNIT_FIELDS[field], f"{record}/{found}"
        elif field == "sources" and "." not in name:
            yield "source", f"{file.path}/{name}"


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
    return LoadedFile(relpath, kind, records, _first(sorted(problems), relpath), decoded.remnants, decoded.id)


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
