"""Labels: every word the program itself says, in the reader's language."""

from collections.abc import Mapping

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

    def has(self, key: str) -> bool:
        """Whether there is a label for the key."""
        return key in self._table
