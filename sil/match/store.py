"""The seam between the matching of names and the place where they are kept.

A *stored name* is one text of one record: a name, or a reading of a name. From its text `sil.match.keys.shape_of`
makes keys by family, and `sil.match.grams` cuts the keys into grams, each with its family and the script of the name in
one word, its *term*. Whoever keeps names writes down, for each

    row = NameRow(...)
    (family, key) -> row                       for each key of a family in KEY_FAMILIES: `by_key`
    term -> entry                              for each term and entry of `entries_of`: `postings`

and answers the questions of `NameStore`. `sil.match.memory` does so in dictionaries, `sil.index.names` in SQLite.
The functions are pure; an index of names is out of date only when `sil.match.keys.KEYS_VERSION` changes.
"""

from sil.light import Collection, Iterable, Literal, Mapping, NamedTuple, Protocol, Sequence

Family = Literal["raw", "core", "reading", "thai", "kana", "initials", "concept"]
"""raw: folded, without spaces. core: the same without legal form. reading: how it sounds, in Latin letters with
vowels. thai: consonants, in classes that Thai and Latin spelling share. kana: consonants, in classes that Japanese and
Latin spelling share. initials: of a Latin name of several words. concept: what its words mean (`sil.match.glosses`)."""

FAMILIES: tuple[Family, ...] = ("raw", "core", "reading", "thai", "kana", "initials", "concept")

KEY_FAMILIES: tuple[Family, ...] = ("raw", "core", "initials")
"""Families that are found whole."""

GRAM_FAMILIES: tuple[Family, ...] = ("core", "reading", "thai", "kana", "concept")
"""Families that are searched by grams."""

NameScript = Literal["latin", "thai", "japanese"]
"""Script of a stored text; any other script counts as Latin."""

SCRIPTS: tuple[NameScript, ...] = ("latin", "thai", "japanese")


def key_term(family: Family, key: str) -> str:
    """Return a key with the figure of its family, in one word."""
    return f"{KEY_FAMILIES.index(family)}{key}"


class NameRow(NamedTuple):
    """One stored name."""

    number: int
    """Its place in the store: unique, growing in the order of storing; a record's first name has its lowest."""

    id: str
    """The record it belongs to."""

    name: str
    """The name as the record writes it."""

    text: str
    """The text the keys were made from: the name, or one of its readings."""

    script: NameScript
    """`sil.match.keys.script_of(text)`."""

    former: bool = False
    """Whether the record has given this name up; one that bears it today comes first."""

    alias: bool = False
    """Whether it is a name that the record goes by beside its official and preferred ones."""

    shape: str = ""
    """`sil.match.shape.pack` of the text: what it is compared by."""


class NameStore(Protocol):
    """Stored names, found by their keys."""

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys in the family, one of `KEY_FAMILIES`, each once, by number."""
        ...

    def postings(self, terms: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Return the entries of each term that a name has, by number."""
        ...

    def counts(self, terms: Collection[str]) -> Mapping[str, int]:
        """Return the number of entries of each term that a name has."""
        ...

    def rows(self, numbers: Collection[int]) -> Mapping[int, NameRow]:
        """Return the names of some numbers."""
        ...

    def titles(self, records: Collection[str]) -> Mapping[str, str]:
        """Return the first name of each record that has a name here."""
        ...

    def size(self) -> int:
        """Return the number of stored names."""
        ...
