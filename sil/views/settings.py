"""The settings in force and where each came from."""

from sil.light import Sequence
from sil.views.frame import Frame, words
from sil.views.model import Column, Data, FlatRow, Page, Row, Section, Table

SCHEMA_VERSION = 1


class SettingsView:
    """All settings."""

    def __init__(self, frame: Frame, settings: Sequence[tuple[str, str, str]], with_origin: bool) -> None:
        """Take each setting's name, its value, and the option, variable or file that set it."""
        self._frame = frame
        self.settings = tuple(settings)
        self._columns = ("setting", "value", "origin") if with_origin else ("setting", "value")

    def data(self) -> Data:
        """Return the machine form."""
        settings = {name: {"value": value, "origin": origin} for name, value, origin in self.settings}
        return {"schema_version": SCHEMA_VERSION, "settings": settings}

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("setting", "value", "origin")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each setting."""
        return [{"setting": name, "value": value, "origin": origin} for name, value, origin in self.settings]

    def page(self) -> Page:
        """Return the document."""
        frame = self._frame
        columns = tuple(Column(key, frame.says(f"column.{key}")) for key in self._columns)
        rows = tuple(Row(tuple((words(text),) for text in setting[: len(columns)])) for setting in self.settings)
        section = Section("settings", (), (Table(columns, rows),))
        return frame.page("config", frame.says("heading.config"), (section,))
