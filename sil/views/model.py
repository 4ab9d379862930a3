"""View models: plain data that every renderer takes. No record, no format, no colour is known here.

A view answers in three shapes: `data()` is its machine form (fixed English keys), `rows()` the same facts as flat
records for spreadsheets and line-by-line tools, and `page()` the document a person reads.
"""

from sil.light import TYPE_CHECKING, Callable, Literal, Mapping, Protocol, Sequence, dataclass, field

if TYPE_CHECKING:
    from sil.views.drawing import Picture

Style = Literal["plain", "strong", "muted", "code", "match", "good", "bad", "doubt", "bar"]
"""What a run means, not how it looks: `match` is the part a search found; `good`, `bad` and `doubt` judge a state
and always come with a sign or word of their own; `bar` draws the number beside it and is nothing to read aloud."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language and style."""

    text: str
    lang: str = ""
    """Language of the text (`en`, `th`, `ja`); empty: the language of the page."""
    style: Style = "plain"
    link: str | None = None
    """Address it points to."""
    notes: tuple[str, ...] = ()
    """Keys of the page's sources that stand behind it, shown as footnote numbers after the text."""


Inline = tuple[Run, ...]
"""One paragraph's worth of text."""


Cell = tuple[Inline, ...]
"""Contents of a table cell or list item: one or more paragraphs."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered when `ordered`. The paragraphs of an item stand below each other without a blank line."""

    items: tuple[Cell, ...]
    ordered: bool = False
    marked: bool = True
    """Whether a mark stands before each item; lines that editors read have none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, one pair a line; a value may be several paragraphs."""

    pairs: tuple[tuple[Inline, Cell], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    key: str
    title: Inline
    align: Literal["left", "right", "center"] = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: one cell for each column; `group` names the rows that follow under one heading."""

    cells: tuple[Cell, ...]
    group: Inline = ()
    """Heading printed above this row when it differs from that of the row before."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Inline = ()


Block = Paragraph | Bullets | Facts | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading; an empty title means no heading."""

    key: str
    title: Inline
    blocks: tuple[Block, ...]
    picture: "Callable[[], Picture | None] | None" = None
    """Gives a picture of what the blocks say, for formats that show pictures, or None where it would say nothing more."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """An entry of the list of sources."""

    key: str
    number: int
    content: Inline


@dataclass(frozen=True, slots=True)
class Page:
    """A document."""

    id: str
    title: Inline
    lang: str
    sections: tuple[Section, ...]
    sources: tuple[SourceNote, ...] = ()
    sources_title: Inline = ()
    """Heading of the list of sources."""
    as_of: str | None = None
    """Date for which the page speaks (ISO); `lead` says it in words."""
    lead: Inline = ()
    """Line below the title."""
    footer: Inline = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    """Title of the knowledge base, licence of the data, and the like."""


EventState = Literal["confirmed", "tentative", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An entry of a calendar."""

    id: str
    """Stays the same when the entry changes; no two entries share it."""
    what: Inline
    start: str
    """ISO day, or day and time of day (`2019-07-03T10:00`)."""
    end: str | None = None
    """Last day, or day and time of the end; none where it is not known."""
    zone: str = ""
    """Time zone of the times of day (`Asia/Tokyo`); empty: the clock of whoever looks."""
    where: Inline = ()
    about: Cell = ()
    state: EventState = "confirmed"
    changed: str
    """ISO date of the last change."""


Scalar = str | int | float | bool | None
Data = Mapping[str, object]
FlatRow = Mapping[str, Scalar]


class View(Protocol):
    """What a question to the knowledge base answers with."""

    def data(self) -> Data:
        """Return the machine form, ready for JSON."""

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows, also when there are none."""

    def rows(self) -> Sequence[FlatRow]:
        """Return the same facts as flat rows, each with the keys of `header()`."""

    def page(self) -> Page:
        """Return the document."""
