"""Problems found in the files, one line each: `path:line:column: [code] message`."""

from sil.light import Sequence
from sil.problem import Problem
from sil.text.labels import Labels
from sil.views.frame import Frame, words
from sil.views.model import Block, Bullets, Cell, Data, FlatRow, Inline, Page, Paragraph, Section, Style

SCHEMA_VERSION = 1

LEVEL_STYLES: dict[str, Style] = {"error": "bad", "warning": "doubt", "note": "muted"}


def message(labels: Labels, problem: Problem) -> str:
    """Return the sentence of a problem in the reader's language."""
    return labels(f"problem.{problem.code}", **problem.values)


def hint(labels: Labels, problem: Problem) -> str:
    """Return what to do about a problem, with the nearest allowed value where one is near; empty for nothing to add."""
    keys = [f"hint.{problem.code}.nearest"] if problem.values.get("nearest") else []
    found = next((key for key in [*keys, f"hint.{problem.code}"] if labels.has(key)), None)
    return labels(found, **problem.values) if found else ""


def place(problem: Problem) -> str:
    """Return `path:line:column` as editors read it."""
    return f"{problem.path}:{problem.line}:{problem.column}"


class ProblemsView:
    """All problems of all files."""

    def __init__(self, frame: Frame, files: int, problems: Sequence[Problem]) -> None:
        self._frame = frame
        self.files = files
        self.problems = tuple(problems)

    @property
    def errors(self) -> int:
        """Number of errors; warnings and notes do not make a check fail."""
        return sum(problem.level == "error" for problem in self.problems)

    def data(self) -> Data:
        """Return the machine form."""
        return {"schema_version": SCHEMA_VERSION, "files": self.files, "problems": list(self.rows())}

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("path", "line", "column", "code", "level", "message", "hint")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each problem."""
        return [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "level": problem.level,
                "message": message(self._frame.label, problem),
                "hint": hint(self._frame.label, problem),
            }
            for problem in self.problems
        ]

    def page(self) -> Page:
        """Return the document: one item for each problem."""
        frame = self._frame
        blocks: list[Block] = [Bullets(tuple(self._item(problem) for problem in self.problems), marked=False)]
        if not self.problems:
            blocks = [Paragraph(self.verdict())]
        return frame.page("check", frame.says("heading.check"), (Section("problems", (), tuple(blocks)),))

    def verdict(self) -> Inline:
        """Return how many files were read and what was found in them."""
        counts = {
            f"{level}s": sum(problem.level == level for problem in self.problems)
            for level in ("error", "warning", "note")
        }
        return self._frame.says("check.verdict", "good" if not self.errors else "bad", files=self.files, **counts)

    def _item(self, problem: Problem) -> Cell:
        labels = self._frame.label
        line = (
            *words(f"{place(problem)}: ", "code"),
            *words(f"[{problem.code}] ", LEVEL_STYLES[problem.level]),
            *words(labels(f"level.{problem.level}") if problem.level != "error" else "", LEVEL_STYLES[problem.level]),
            *words(message(labels, problem)),
        )
        advice = hint(labels, problem)
        return (line, words(advice, "muted")) if advice else (line,)
