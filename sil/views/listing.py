"""A list of records of one kind as a table: one row a record, the columns asked for."""

from sil.light import Mapping, Sequence, dataclass
from sil.views.frame import Frame, plain_text, words
from sil.views.model import Cell, Column, Data, FlatRow, Page, Row, Section, Table
from sil.views.stored import in_words

SCHEMA_VERSION = 1

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "orgs": ("id", "name", "kind", "country"),
    "exchanges": ("id", "title", "kind", "start", "status"),
    "lessons": ("id", "title", "theme", "learned_by", "state"),
    "policies": ("id", "name", "country", "kind", "themes"),
    "themes": ("id", "label", "broader", "records"),
    "follow-ups": ("id", "what", "who", "to", "due", "state"),
    "collaborations": ("id", "title", "parties", "stage", "stage_known_as_of"),
}
"""Columns shown for each kind when none are asked for."""

OTHERWISE: Mapping[str, tuple[str, ...]] = {
    "orgs": ("org", "organisation", "organisations", "organization", "organizations"),
    "exchanges": ("exchange", "trips", "visits"),
    "lessons": ("lesson",),
    "policies": ("policy", "laws"),
    "themes": ("theme", "topics"),
    "follow-ups": ("follow-up", "followups", "promises"),
    "collaborations": ("collaboration", "joint-work"),
}
"""What else people type for a kind, beside its name in their language."""

EMPTY: Mapping[str, str] = {}

NAMES = frozenset({"name", "title", "label", "what"})
"""Columns that show the record's title in the reader's language."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """A record of the list: its address and its stored fields."""

    address: str
    plain: Mapping[str, object]
    today: Mapping[str, str] = EMPTY
    """What a table shows in place of a stored field, as it stands today: the state of a promise that is late."""


class Listing:
    """Records of one kind."""

    def __init__(self, frame: Frame, kind: str, items: Sequence[ListItem], columns: Sequence[str], total: int) -> None:
        self._frame = frame
        self.kind = kind
        self.items = tuple(items)
        self.columns = tuple(columns)
        self.total = total

    def data(self) -> Data:
        """Return the records as stored, with the number of all that matched."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "kind": self.kind,
            "count": self.total,
            "items": [{"id": item.address, **_without_id(item.plain)} for item in self.items],
        }

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return self.columns

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each record with the columns shown."""
        return [{column: self._flat(item, column) for column in self.columns} for item in self.items]

    def _flat(self, item: ListItem, column: str) -> str | int | float | bool | None:
        value = self._value(item, column)
        if column in NAMES:
            return self._frame.plain_name(item.address)
        if isinstance(value, str | int | float | bool) or value is None:
            return value
        if isinstance(value, list) and not any(isinstance(part, Mapping | list) for part in value):
            return ", ".join(map(str, value))
        return self._frame.semicolon.join(map(plain_text, in_words(self._frame, column, value)))

    def _value(self, item: ListItem, column: str) -> object:
        if column == "id":
            return item.address
        if column == "learned_by":
            party = item.plain.get("learned_by")
            return party.get("countries", []) if isinstance(party, Mapping) else []
        if column == "learned_from":
            party = item.plain.get("learned_from")
            return [*party.get("countries", ()), *party.get("orgs", ())] if isinstance(party, Mapping) else []
        return item.today.get(column) or item.plain.get(column)

    def page(self) -> Page:
        """Return the document: one table."""
        frame = self._frame
        columns = tuple(Column(column, words(self._heading(column))) for column in self.columns)
        rows = tuple(Row(tuple(self._cell(item, column) for column in self.columns)) for item in self.items)
        section = Section("list", (), (Table(columns, rows),))
        return frame.page(f"list-{self.kind}", frame.says(f"list.{self.kind}"), (section,))

    def _heading(self, column: str) -> str:
        label = self._frame.label
        own = column in NAMES or not label.has(f"field.{column}")
        return (
            label(f"column.{column}")
            if own and label.has(f"column.{column}")
            else self._frame.vocabulary("field", column)
        )

    def _cell(self, item: ListItem, column: str) -> Cell:
        frame = self._frame
        if column == "id":
            return (words(item.address, "code"),)
        if column in NAMES:
            return (frame.name(item.address),)
        return in_words(frame, column, self._value(item, column))


def _without_id(plain: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in plain.items() if key != "id"}
