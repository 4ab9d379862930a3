"""The fields of a record as blocks: simple facts as pairs, lists of things as tables, sheets by block."""

from sil.light import Mapping, Sequence, replace
from sil.reader import LANGS
from sil.records.exchange import Lesson
from sil.records.organisation import MODEL_BLOCKS, ModelSheet
from sil.records.policy import PolicySheet
from sil.records.shape import fields_of
from sil.records.theme import OtherLabels
from sil.records.types import MARKS, Claim, Figure, Marked, Name, Source
from sil.records.values import Text
from sil.views.bars import bars, series_of
from sil.views.frame import Frame, joined, words
from sil.views.laws import law_row
from sil.views.model import Block, Bullets, Cell, Column, Facts, Inline, Row, Section, Table

APART = frozenset({"sources", "id"})
"""Fields that a page shows in a place of their own."""

COUNTRY_FIELDS = frozenset({"country", "countries", "host_country", "visiting_countries"})


def field_label(frame: Frame, name: str) -> str:
    """Return the label of a field."""
    return frame.vocabulary("field", name)


class FieldWriter:
    """Writes the sections of one record, field by field."""

    def __init__(self, frame: Frame, address: str, sources: Mapping[str, Source]) -> None:
        self._frame = frame
        self._address = address
        self._sources = sources

    def sections(self, record: object) -> list[Section]:
        """Return a section of simple facts first, then one for each field that holds a list of things."""
        simple: list[tuple[Inline, Cell]] = []
        rest: list[Section] = []
        for name, value in _filled(record):
            if name in APART or value is True:  # true is what nobody needs to be told
                continue
            title = words(field_label(self._frame, name))
            if blocks := self.blocks(value):
                rest.append(Section(name, title, tuple(blocks)))
            elif cell := self.field_cell(name, value):
                simple.append((title, cell))
        return [Section("facts", (), (Facts(tuple(simple)),)), *rest]

    def blocks(self, value: object) -> list[Block]:
        """Return the blocks of a field that needs a section of its own; none for a simple field."""
        if isinstance(value, PolicySheet):
            return [self._sheet(value)]
        if not isinstance(value, tuple) or not value:
            return []
        if isinstance(value[0], ModelSheet):
            return [self._model(sheet) for sheet in value]
        if isinstance(value[0], Figure):
            return [self._figures(value)]
        if isinstance(value[0], Name):
            return [self._names(value)]
        if isinstance(value[0], Text):
            return [Bullets(tuple((self._frame.text(text),) for text in value))]
        if not isinstance(value[0], Marked) or isinstance(value[0], Claim):
            return []
        if isinstance(value[0], Lesson) or len(_used(value)) > 5:
            return [self._facts(item) for item in value]
        return [self._table(value)]

    def field_cell(self, name: str, value: object) -> Cell:
        """Return the value of a field as paragraphs; `th` is a country in one field and a language in another."""
        if name in COUNTRY_FIELDS:
            codes = value if isinstance(value, tuple) else (value,)
            return (joined((self._frame.country(str(code)) for code in codes), self._frame.comma),)
        return self.cell(value)

    def cell(self, value: object) -> Cell:
        """Return a value as the paragraphs of a cell."""
        if isinstance(value, Claim):
            return (self._claim(value),)
        if isinstance(value, OtherLabels):
            return tuple(words(", ".join(getattr(value, lang)), lang=lang) for lang in LANGS if getattr(value, lang))
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            return (joined((self.inline(item) for item in value), self._frame.comma),)
        if isinstance(value, tuple):
            return tuple(line for item in value for line in self.cell(item))
        if isinstance(value, dict):
            return tuple(
                (*self._frame.country(key), *words(self._frame.colon), *self.inline(item))
                for key, item in value.items()
            )
        if isinstance(value, Marked):
            return tuple(
                (
                    *words(f"{field_label(self._frame, name)}{self._frame.colon}", "muted"),
                    *joined(self.field_cell(name, item), self._frame.semicolon),
                )
                for name, item in _filled(value)
                if name != "source"
            )
        return (self.inline(value),)

    def inline(self, value: object) -> Inline:
        """Return a simple value as a line."""
        frame = self._frame
        if isinstance(value, Text):
            return frame.text(value)
        if isinstance(value, bool):
            return frame.says("word.yes" if value else "word.no")
        if isinstance(value, str) and frame.label.has(f"choice.{value}"):
            return frame.choice(value)
        if isinstance(value, str | int | float):
            return frame.value(value)
        return words(str(value))

    def _claim(self, claim: Claim) -> Inline:
        return self._frame.claim(claim, self._address, self._sources)

    def _cited(self, item: object, line: Inline) -> Inline:
        keys: tuple[str, ...] = getattr(item, "source", ())
        return self._frame.noted(line, self._address, self._sources, keys)

    def _names(self, names: Sequence[Name]) -> Facts:
        """Return the names by language, one a line with its kind, reading and period."""
        pairs = []
        for lang in LANGS:
            lines = tuple(self._name_line(name) for name in names if name.lang == lang)
            if lines:
                pairs.append((self._frame.says(f"lang.{lang}"), lines))
        return Facts(tuple(pairs))

    def _name_line(self, name: Name) -> Inline:
        frame = self._frame
        about = [frame.choice(name.kind, "muted"), words(" / ".join(name.reading), "muted")]
        about.append(words(frame.span(name.since, name.until), "muted") if name.since or name.until else ())
        text = words(name.text, "strong" if name.preferred else "plain", lang=name.lang)
        note = (*words(" — ", "muted"), *frame.text(name.note, "muted")) if name.note else ()
        return (*joined((text, *(part for part in about if part and part[0].text)), " · "), *note)

    def _facts(self, item: object) -> Facts:
        pairs = [
            (words(field_label(self._frame, name)), self.field_cell(name, value))
            for name, value in _filled(item)
            if name != "source"
        ]
        (label, (first, *others)), *rest = pairs
        return Facts(((label, (self._cited(item, first), *others)), *rest))

    def _table(self, items: Sequence[object]) -> Table:
        used = [name for name in _used(items) if name != "source"]
        columns = tuple(Column(name, words(field_label(self._frame, name))) for name in used)
        return Table(columns, tuple(self._row(item, used) for item in items))

    def _row(self, item: object, used: Sequence[str]) -> Row:
        cells = [self._name(item, name) for name in used]
        first, *others = cells[0] or ((),)
        return Row(((self._cited(item, first), *others), *cells[1:]))

    def _name(self, item: object, field: str) -> Cell:
        value = getattr(item, field)
        return self.field_cell(field, value) if _is_filled(field, value) else ()

    def _figures(self, figures: Sequence[Figure]) -> Table:
        frame = self._frame
        drawn = {
            id(figure): bar for series in series_of(figures) for figure, bar in zip(series, bars(series), strict=True)
        }
        columns = [Column(key, frame.says(f"column.{key}")) for key in ("measure", "figure")]
        ordered = sorted(figures, key=lambda figure: (figure.measure, figure.as_of or ""))
        rows = [((frame.measure(one),), (self._claim(replace(one, of=None)),)) for one in ordered]
        if not drawn:
            return Table(tuple(columns), tuple(map(Row, rows)))
        with_bars = [
            Row((measure, (words(drawn.get(id(one), ""), "bar"),), figure))
            for one, (measure, figure) in zip(ordered, rows, strict=True)
        ]
        return Table((columns[0], Column("bar", ()), columns[1]), tuple(with_bars))

    def _model(self, sheet: ModelSheet) -> Table:
        frame = self._frame
        rows = [
            Row(
                ((words(frame.label(f"row.{key}"), "strong"),), self._sheet_cell(getattr(sheet, key))),
                group=words(f"{block}. {frame.label(f'block.{block}')}", "strong"),
            )
            for block, keys in MODEL_BLOCKS.items()
            for key in keys
        ]
        return Table(self._sheet_columns(), tuple(rows), caption=frame.text(sheet.line))

    def _sheet(self, sheet: PolicySheet) -> Table:
        rows = [
            Row(((words(law_row(self._frame, name), "strong"),), self._sheet_cell(getattr(sheet, name))))
            for name, _ in _filled(sheet)
            if name not in MARKS
        ]
        return Table(self._sheet_columns(), tuple(rows))

    def _sheet_columns(self) -> tuple[Column, ...]:
        return tuple(Column(key, self._frame.says(f"column.{key}")) for key in ("row", "known"))

    def _sheet_cell(self, claims: tuple[Claim | str, ...]) -> Cell:
        if not claims:
            return (self._frame.choice("unknown", "doubt"),)
        return tuple(self._frame.value(claim) if isinstance(claim, str) else self._claim(claim) for claim in claims)


def _filled(record: object) -> list[tuple[str, object]]:
    pairs = ((field.name, getattr(record, field.name)) for field in fields_of(type(record)))
    return [(name, value) for name, value in pairs if _is_filled(name, value)]


def _is_filled(name: str, value: object) -> bool:
    return value is not None and value != () and (name, value) != ("audience", "public")


def _used(items: Sequence[object]) -> list[str]:
    """Return the names of the fields that any of the items has, in the order of the type."""
    return [
        field.name
        for field in fields_of(type(items[0]))
        if any(_is_filled(field.name, getattr(item, field.name)) for item in items)
    ]
