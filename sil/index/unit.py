"""What is addressed and found: a record, or a lesson, promise or collaboration inside an exchange."""

from sil.light import NamedTuple
from sil.reader import LANGS

KINDS = ("org", "exchange", "lesson", "policy", "follow-up", "collaboration", "theme")
"""Kinds of what is addressed and found."""

INNER = {"lesson": "lessons", "follow-up": "follow_ups", "collaboration": "collaborations"}
"""Field of an exchange that holds the things of an inner kind."""

FOREVER = 9999
"""Last year of what has no end."""


def kind_named(word: str) -> str | None:
    """Return the kind that a word names, in the singular or the plural; None when it is no such word."""
    return next((kind for kind in KINDS if word in (kind, f"{kind}s", f"{kind[:-1]}ies")), None)


class StoredRecord(NamedTuple):
    """A record as its file says it, in plain data; `sil.records` makes a typed record of it."""

    kind: str
    id: str
    path: str
    """File, relative to the knowledge base."""
    line: int
    plain: dict[str, object]


class Unit(NamedTuple):
    """One addressable thing."""

    number: int
    """Its place in the index; another one after the file was read anew."""
    kind: str
    address: str
    """Id of a record, or `<exchange>/<id>`."""
    title: dict[str, str]
    """Title by language."""
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    first_year: int | None
    last_year: int | None
    path: str
    line: int

    def title_in(self, lang: str) -> tuple[str, str]:
        """Return the title in a language, or in the first of en, th, ja that there is, and the language it is in."""
        for choice in (lang, *LANGS):
            if self.title.get(choice):
                return self.title[choice], choice
        return self.address, ""


class Link(NamedTuple):
    """A reference from one unit to a record or a part of one."""

    source: str
    """Address of the unit that refers."""
    source_kind: str
    field: str
    """Field that refers, without places in lists: `participants.org`."""
    kind: str
    """Kind that is referred to."""
    target: str
    """Address that is referred to."""


class Refreshed(NamedTuple):
    """What a look at the folder came to."""

    files: int
    """Record files there are."""
    changed: int
    """Files read, new or changed."""
    removed: int
    """Files that are gone."""
