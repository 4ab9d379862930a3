"""Labels: every word the program itself says, in the reader's language."""

from sil.light import Mapping
from sil.text.tables import load

LANGUAGES = ("en", "th", "ja")


class Labels:
    """The labels of one language; `labels("kinds.orgs")`, `labels("found.count", count=3)`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else LANGUAGES[0]
        self._place = LANGUAGES.index(self.lang)
        self._table: Mapping[str, list[str]] = load("labels")

    def __call__(self, key: str, **values: object) -> str:
        """Return the label of a key, filled with values; in English where the language has none, else the key."""
        texts = self._table.get(key)
        if texts is None:
            return key
        text = texts[self._place] or texts[0]
        return text.format(**values) if values else text

    def named(self, table: str, text: str) -> str | None:
        """Return the last part of the key `table.<part>` whose label, in any language, is the text; case is nothing."""
        wanted = text.casefold()
        for key, texts in self._table.items():
            if key.startswith(f"{table}.") and wanted in (
                key.partition(".")[2],
                *(label.casefold() for label in texts),
            ):
                return key.partition(".")[2]
        return None

    def keys(self, table: str) -> list[str]:
        """Return the last parts of all keys `table.<part>`."""
        return [key.partition(".")[2] for key in self._table if key.startswith(f"{table}.")]

    def has(self, key: str) -> bool:
        """Whether there is a label for the key."""
        return key in self._table
