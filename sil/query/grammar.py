"""The language of queries.

    query  = { term, [ "OR" ] } ;                 terms side by side: all of them; OR: one of its neighbours
    term   = [ "-" ], ( word | phrase | field ) ; "-": not this one
    field  = name, ":", ( word | phrase ) ;       name: Latin letters, with dots for fields inside fields
    phrase = '"', characters, '"' ;               what stands between quotation marks of any language is text, never syntax

Full-width forms of the signs count like the signs. A colon with nothing after it, an address (`https://...`), a time, and
a hyphen inside a word are text.
"""

from sil.light import Iterator, NamedTuple

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "＂": "＂"}
_OR = "OR"
_MINUS = "-－−"
_COLONS = ":："
_NAMING = frozenset("abcdefghijklmnopqrstuvwxyz_.")


class Part(NamedTuple):
    """A word, a phrase whose words stand together in this order, or the value of a field."""

    text: str
    is_phrase: bool = False
    is_excluded: bool = False
    """Whether what has it is not wanted."""
    is_other: bool = False
    """Whether OR stands before it: the part before it will do as well."""
    field: str = ""
    """Field that has it; empty for any text."""

    def __str__(self) -> str:
        text = f'"{self.text}"' if self.is_phrase else self.text
        return f"{_OR + ' ' if self.is_other else ''}{'-' * self.is_excluded}{self.field and self.field + ':'}{text}"


class Query(NamedTuple):
    """A query as typed, taken apart."""

    parts: tuple[Part, ...]

    @property
    def words(self) -> tuple[Part, ...]:
        """The parts that are looked for in texts."""
        return tuple(part for part in self.parts if not part.field and not part.is_excluded)

    @property
    def excluded(self) -> tuple[Part, ...]:
        """The parts that no text may have."""
        return tuple(part for part in self.parts if not part.field and part.is_excluded)

    @property
    def fields(self) -> tuple[Part, ...]:
        """The conditions on fields."""
        return tuple(part for part in self.parts if part.field)

    @property
    def text(self) -> str:
        """What is looked for in texts, without any sign."""
        return " ".join(part.text for part in self.words)

    @property
    def is_plain(self) -> bool:
        """Whether it is words alone, so that it may be a question: no phrase, no OR."""
        return not any(part.is_phrase or part.is_other for part in self.words)

    def groups(self) -> list[list[Part]]:
        """Return the parts that are looked for: one of each group must be found."""
        found: list[list[Part]] = []
        for part in self.words:
            if part.is_other and found:
                found[-1].append(part)
            else:
                found.append([part])
        return found

    def without(self, words: str) -> tuple[str, ...]:
        """Return the words beside a stretch of the query; all if it is none."""
        texts = [part.text for part in self.words]
        for start in range(len(texts)):
            for end in range(start + 1, len(texts) + 1):
                if " ".join(texts[start:end]) == words:
                    return (*texts[:start], *texts[end:])
        return tuple(texts)

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))


def parse(text: str) -> Query:
    """Take a query apart; a quotation mark that is not closed counts to the end. `parse(str(query)) == query`."""
    parts: list[Part] = []
    is_other = False
    for part in _terms(text):
        if part == Part(_OR):
            is_other = bool(parts)
        else:
            parts.append(part._replace(is_other=is_other))
            is_other = False
    if is_other:
        parts.append(Part(_OR, is_phrase=True))  # nothing stands behind it: it is a word
    return Query(tuple(parts))


def place_of(text: str, part: Part) -> int:
    """Return where a field of a query begins in the text it was parsed from."""
    places = [place for colon in _COLONS if (place := text.find(part.field + colon)) >= 0]
    return min(places, default=0)


def _terms(text: str) -> Iterator[Part]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        excluded = text[place] in _MINUS and not text[place + 1 : place + 2].isspace() and place + 1 < len(text)
        at = place + excluded
        field = _field(text, at)
        words, is_phrase, place = _value(text, at + len(field) + bool(field))
        if words:
            yield Part(words, is_phrase, bool(excluded), field=field)


def _field(text: str, at: int) -> str:
    """Return the name of a field that stands at a place with a value behind its colon; empty where there is none."""
    end = at
    while text[end : end + 1] in _NAMING:
        end += 1
    name, value = text[at:end], text[end + 1 : end + 3]
    is_field = text[end : end + 1] in tuple(_COLONS) and value != "//" and value[:1].strip()
    return name if is_field and all(name.split(".")) and name[0] != "_" else ""


def _value(text: str, at: int) -> tuple[str, bool, int]:
    """Return a word or phrase that begins at a place, whether it is a phrase, and where it ends."""
    closing = _QUOTES.get(text[at])
    if closing:
        end = text.find(closing, at + 1)
        end = len(text) if end < 0 else end
        return " ".join(text[at + 1 : end].replace('"', " ").split()), True, end + 1
    end = next((place for place in range(at, len(text)) if text[place].isspace() or text[place] in _QUOTES), len(text))
    return text[at:end], False, end
