"""What happened when, country beside country: exchanges, changes of laws, events of organisations, and figures by year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Column, Data, FlatRow, Inline, Page, Paragraph, Row, Section, Table

SCHEMA_VERSION = 1

MomentKind = Literal["exchange", "law", "event"]

KINDS: tuple[MomentKind, ...] = ("exchange", "law", "event")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date."""

    date: str
    """ISO date of any precision: when it began."""
    until: str | None
    kind: MomentKind
    countries: tuple[str, ...]
    """Codes of the countries it belongs to; several for an exchange."""
    what: Inline
    record: str
    """Id of the record that tells of it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: its date as the reader writes it, its number, the same in words, and its bar."""

    date: str
    when: str
    value: float
    shown: str
    bar: str


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the years."""

    record: str
    title: Inline
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TimePicture:
    """What a drawing of a timeline needs, in the reader's words."""

    title: str
    description: str
    lang: str
    moments: tuple[Moment, ...]
    dates: tuple[str, ...]
    """Date of each moment as the reader writes it."""
    series: tuple[Series, ...]
    countries: dict[str, str]
    """Names of the countries by code, in the order of their lanes."""
    lanes: dict[MomentKind, str]
    """Names of the kinds, in the order of their lanes."""
    year: Callable[[str], str]
    """Gives a year as the reader writes it."""


class Timeline:
    """Moments in the order of time, and series of figures."""

    def __init__(
        self, frame: Frame, title: Inline, moments: Sequence[Moment], series: Sequence[Series], home: str
    ) -> None:
        self._frame = frame
        self._title = title
        self._home = home
        self.moments = tuple(sorted(moments, key=lambda moment: (moment.date, moment.kind, moment.record)))
        self.series = tuple(series)

    def data(self) -> Data:
        """Return moments and series."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "moments": [
                {
                    "date": moment.date,
                    "until": moment.until,
                    "kind": moment.kind,
                    "countries": list(moment.countries),
                    "what": plain_text(moment.what),
                    "record": moment.record,
                }
                for moment in self.moments
            ],
            "series": [
                {
                    "record": one.record,
                    "title": plain_text(one.title),
                    "points": [{"date": point.date, "value": point.value} for point in one.points],
                }
                for one in self.series
            ],
        }

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("date", "until", "kind", "countries", "record", "what", "value")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each moment and each figure."""
        moments: list[FlatRow] = [
            {
                "date": moment.date,
                "until": moment.until,
                "kind": moment.kind,
                "countries": " ".join(moment.countries),
                "record": moment.record,
                "what": plain_text(moment.what),
                "value": None,
            }
            for moment in self.moments
        ]
        return moments + [self._figure(one, point) for one in self.series for point in one.points]

    def _figure(self, one: Series, point: Point) -> FlatRow:
        what = plain_text(one.title)
        flat = dict.fromkeys(self.header(), None)
        return {**flat, "date": point.date, "kind": "figure", "record": one.record, "what": what, "value": point.value}

    def picture(self) -> TimePicture:
        """Return what a drawing needs; its description says in words what is seen."""
        frame = self._frame
        codes = {code for moment in self.moments for code in moment.countries}
        lanes = sorted(codes, key=lambda code: (code != self._home, code))
        dates = tuple(frame.period(moment.date, moment.until) for moment in self.moments)
        said = [f"{date} {plain_text(moment.what)}" for date, moment in zip(dates, self.moments, strict=True)]
        return TimePicture(
            title=plain_text(joined((self._title, frame.made_for()), " · ")),
            description=frame.semicolon.join([*said, *(plain_text(one.title) for one in self.series)]),
            lang=frame.lang,
            moments=self.moments,
            dates=dates,
            series=self.series,
            countries={code: frame.country_name(code) for code in lanes},
            lanes={kind: frame.label(f"timeline.{kind}") for kind in KINDS},
            year=frame.date,
        )

    def page(self) -> Page:
        """Return the moments as a table by year, and a table of bars for each series."""
        sections = [section for section in (self._moments(), *map(self._bars, self.series)) if section.blocks]
        nothing = Section("nothing", (), (Paragraph(self._frame.says("timeline.nothing")),))
        return self._frame.page("timeline", self._title, sections or [nothing])

    def _moments(self) -> Section:
        frame = self._frame
        columns = tuple(Column(key, frame.says(f"column.{key}")) for key in ("date", "country", "what"))
        rows = [
            Row(
                (
                    (words(frame.period(moment.date, moment.until)),),
                    (words(frame.comma.join(map(frame.country_name, moment.countries))),),
                    (moment.what,),
                ),
                group=words(frame.date(moment.date[:4]), "strong"),
            )
            for moment in self.moments
        ]
        return Section("moments", (), (Table(columns, tuple(rows)),) if rows else ())

    def _bars(self, one: Series) -> Section:
        columns = (
            Column("date", self._frame.says("column.date")),
            Column("bar", ()),
            Column("figure", self._frame.says("column.figure")),
        )
        rows = [Row(((words(point.when),), (words(point.bar, "bar"),), (words(point.shown),))) for point in one.points]
        return Section(one.record, one.title, (Table(columns, tuple(rows)),))
