"""What a drawing of a network needs, in the reader's words: organisations, what ties them, and a text alternative."""

from sil.light import Literal, Mapping, dataclass

TieKind = Literal["learned", "met"]


@dataclass(frozen=True, slots=True)
class Node:
    """An organisation in the picture; a country where a lesson names no organisation."""

    id: str
    name: str
    lang: str
    """Language of the name; empty: that of the reader."""
    country: str
    """Code of its country; empty when it has none."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds two nodes. A lesson leads from who taught to who learned; a meeting has no direction."""

    start: str
    end: str
    kind: TieKind
    behind: tuple[str, ...]
    """Addresses of the lessons or exchanges it rests on."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a drawing of the network needs, in the reader's words."""

    title: str
    description: str
    lang: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    countries: Mapping[str, str]
    """Names of the countries by code, in the order of their columns."""
    legend: Mapping[TieKind, str]
    times: str = ""
    """What a number at a line counts; empty when no line has one."""
