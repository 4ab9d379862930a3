"""What a value may be: a text in several languages, money, a kind of empty. All that a page must know of the records."""

from sil.light import Literal, Mapping, dataclass
from sil.reader import LANGS

Currency = Literal["thb", "jpy", "usd", "eur", "sgd", "gbp"]
CURRENCIES: tuple[Currency, ...] = ("thb", "jpy", "usd", "eur", "sgd", "gbp")
"""Currencies that are written as money, and can be converted."""

Empty = Literal["unknown", "none", "not-applicable", "withheld"]
EMPTY: tuple[Empty, ...] = ("unknown", "none", "not-applicable", "withheld")


@dataclass(frozen=True, slots=True)
class Text:
    """A human text in one or more languages.

    In a file: a plain string (its language is seen from its script), or a map of `en`, `th`, `ja`.
    """

    by_lang: Mapping[str, str]

    def __bool__(self) -> bool:
        return any(self.by_lang.values())

    def pick(self, lang: str) -> tuple[str, str]:
        """Return the text and the language it is in: `lang` if there is one, else the first of en, th, ja."""
        for choice in (lang, *LANGS):
            if self.by_lang.get(choice):
                return self.by_lang[choice], choice
        return "", lang
