"""One record whole: every field it has, in the order of its type, with links both ways, sources and place."""

from sil.light import Mapping, Sequence, dataclass
from sil.records.types import Source
from sil.views.frame import Frame, joined, words
from sil.views.model import Column, Data, FlatRow, Inline, Page, Row, Section, Table
from sil.views.record_fields import FieldWriter, field_label
from sil.views.report import block_lines

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link to or from the record: through which field, and the other end."""

    field: str
    address: str
    kind: str


@dataclass(frozen=True, slots=True)
class BelowLine:
    """A record under narrower themes, and which these are."""

    address: str
    kind: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A record and where it stands."""

    kind: str
    address: str
    record: object
    plain: Mapping[str, object]
    path: str
    line: int
    sources: Mapping[str, Source]
    links_to: tuple[LinkLine, ...] = ()
    """What this record points to."""
    links_from: tuple[LinkLine, ...] = ()
    """What points to this record."""
    below: tuple[BelowLine, ...] = ()
    """Of a theme: what is under it by narrower themes alone."""


class RecordView:
    """One record whole."""

    def __init__(self, frame: Frame, shown: Shown) -> None:
        self._frame = frame
        self._shown = shown

    def data(self) -> Data:
        """Return the record as stored, with its place and its links both ways."""
        shown = self._shown
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "id": shown.address,
            "kind": shown.kind,
            "title": self._frame.plain_name(shown.address),
            "path": shown.path,
            "line": shown.line,
            "record": shown.plain,
            "links": {
                "to": [{"id": link.address, "kind": link.kind, "field": link.field} for link in shown.links_to],
                "from": [{"id": link.address, "kind": link.kind, "field": link.field} for link in shown.links_from],
            },
            **(
                {"below": [{"id": one.address, "kind": one.kind, "themes": list(one.themes)} for one in shown.below]}
                if shown.kind == "theme"
                else {}
            ),
        }

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("id", "section", "label", "text")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each field, or each item of a field."""
        return [
            {"id": self._shown.address, "section": section.key, "label": label, "text": text}
            for section in self.page().sections
            for block in section.blocks
            for label, text in block_lines(block)
        ]

    def page(self) -> Page:
        """Return the document."""
        frame, shown = self._frame, self._shown
        writer = FieldWriter(frame, shown.address, shown.sources)
        sections = (*writer.sections(shown.record), *self._links(), *self._below())
        title = (*frame.name(shown.address), *words(f"  {shown.address}", "muted"))
        footer = words(f"{shown.path}:{shown.line}", "muted")
        return frame.page(shown.address.replace("/", "-"), title, sections, footer=footer)

    def _links(self) -> list[Section]:
        shown = self._shown
        incoming: dict[str, list[Inline]] = {}
        for link in shown.links_from:
            if not link.address.startswith(f"{shown.address}/"):
                incoming.setdefault(link.address, []).append(self._field(link.field))
        rows = tuple(
            Row(
                (
                    (self._frame.name(address),),
                    (words(address, "muted"),),
                    (joined(dict.fromkeys(fields), self._frame.comma),),
                )
            )
            for address, fields in incoming.items()
        )
        if not rows:
            return []
        columns = tuple(Column(key, self._frame.says(f"column.{key}")) for key in ("record", "id", "field"))
        return [Section("links", self._frame.says("heading.links"), (Table(columns, rows),))]

    def _below(self) -> list[Section]:
        """Return the records under narrower themes, each with the themes it comes from."""
        frame = self._frame
        rows = tuple(
            Row(((frame.name(one.address),), (words(one.address, "muted"),), (frame.names(one.themes),)))
            for one in self._shown.below
        )
        columns = tuple(Column(key, frame.says(f"column.{key}")) for key in ("record", "id", "theme"))
        return [Section("below", frame.says("heading.below"), (Table(columns, rows),))] if rows else []

    def _field(self, path: str) -> Inline:
        return words(" › ".join(field_label(self._frame, part) for part in path.split(".") if not part.isdigit()))
