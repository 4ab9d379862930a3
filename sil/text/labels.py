"""Labels: every word the program itself says, in the reader's language."""

from sil.light import Mapping, Sequence, cache, loads
from sil.reader import LANGS
from sil.text.tables import FOLDER, load


class Labels:
    """The labels of one language; `labels("kinds.orgs")`, `labels("found.count", count=3)`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGS else LANGS[0]
        self._texts = _texts(self.lang)

    def __call__(self, key: str, **values: object) -> str:
        """Return the label of a key, filled with values; in English where the language has none, else the key."""
        text = self._texts.get(key)
        if text is None:
            return key
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether there is a label for the key."""
        return key in self._texts


@cache
def _texts(lang: str) -> Mapping[str, str]:
    """Return the labels of a language: one line of the table."""
    with open(f"{FOLDER}labels.json", "rb") as file:  # noqa: PTH123
        line = file.read().split(b"\n")[1 + LANGS.index(lang)]
    texts: Mapping[str, str] = loads(line.decode().rstrip(","))
    return texts


def country_names() -> Mapping[str, Sequence[str]]:
    """Return the names of each country, by its code, in the order of the languages."""
    names: Mapping[str, Sequence[str]] = load("countries")
    return names


def country_named(text: str) -> str | None:
    """Return the code of a country by its code or its name in any language; case is nothing."""
    wanted = text.casefold()
    for code, names in country_names().items():
        if wanted in (code, *(name.casefold() for name in names)):
            return code
    return None
