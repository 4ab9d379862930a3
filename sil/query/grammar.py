"""The language of queries: words, and phrases between quotation marks. Operators and fields will have their place here."""

from typing import NamedTuple

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "＂": "＂"}


class Part(NamedTuple):
    """A word, or a phrase whose words stand together in this order."""

    text: str
    is_phrase: bool = False


class Query(NamedTuple):
    """A query as typed, taken apart."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The query without quotation marks."""
        return " ".join(part.text for part in self.parts)

    def without(self, words: str) -> tuple[str, ...]:
        """Return the parts beside a stretch of the query; all if it is none."""
        texts = [part.text for part in self.parts]
        for start in range(len(texts)):
            for end in range(start + 1, len(texts) + 1):
                if " ".join(texts[start:end]) == words:
                    return (*texts[:start], *texts[end:])
        return tuple(texts)

    def __str__(self) -> str:
        return " ".join(f'"{part.text}"' if part.is_phrase else part.text for part in self.parts)


def parse(text: str) -> Query:
    """Take a query apart; a quotation mark that is not closed counts to the end. `parse(str(query)) == query`."""
    parts: list[Part] = []
    place = 0
    while place < len(text):
        closing = _QUOTES.get(text[place])
        if closing:
            end = text.find(closing, place + 1)
            end = len(text) if end < 0 else end
            parts.append(Part(_plain(text[place + 1 : end]), is_phrase=True))
            place = end + 1
        else:
            end = _end_of_words(text, place)
            parts += [Part(word) for word in text[place:end].split()]
            place = end
    return Query(tuple(part for part in parts if part.text))


def _end_of_words(text: str, place: int) -> int:
    return min((found for quote in _QUOTES if (found := text.find(quote, place)) >= 0), default=len(text))


def _plain(phrase: str) -> str:
    """Return a phrase with single spaces and without the mark that would end it."""
    return " ".join(phrase.replace('"', " ").split())
