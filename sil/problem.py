"""A fault found in a file, as a value: place, code, level, and the values its message names."""

from sil.light import Literal, Mapping, dataclass, field

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. Its sentence is made from the label `problem.<code>` and `values`, in the reader's language."""

    path: str
    """Path of the file, relative to the knowledge base, with forward slashes."""

    line: int
    """First line is 1; 0 when the whole file or folder is meant."""

    column: int
    """First column is 1, counted in characters; 0 when the whole line is meant."""

    code: str
    """`SIL` and three digits, stable for ever."""

    level: Level

    values: Mapping[str, str | int] = field(default_factory=dict, compare=False)
    """What the message names: what was found, what was expected, the nearest allowed value."""
