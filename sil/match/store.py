"""The seam between the matching of names and the place where they are kept.

A *stored name* is one text of one record: a name, or a reading of a name. From its text `sil.match.keys.keys_of`
makes keys by family, and `sil.match.keys.family_grams` cuts a key into grams. Whoever keeps names writes down, for each

    row = NameRow(...)
    for family, keys in keys_of(text).items():
        for key in keys:
            (family, key) -> row                      `by_key`
            (family, row.script, gram) -> row         for gram in family_grams(family, key), family in GRAM_FAMILIES: `by_grams`

and answers the questions of `NameStore`. `sil.match.memory` does so in dictionaries, `sil.index.names` in SQLite.
The functions are pure; an index of names is out of date only when `sil.match.keys.KEYS_VERSION` changes.
"""

from sil.light import Collection, Iterable, Literal, NamedTuple, Protocol

Family = Literal["raw", "core", "reading", "thai", "kana", "initials", "concept"]
"""raw: folded, without spaces. core: the same without legal form. reading: how it sounds, in Latin letters with
vowels. thai: consonants, in classes that Thai and Latin spelling share. kana: consonants, in classes that Japanese and
Latin spelling share. initials: of a Latin name of several words. concept: what its words mean (`sil.match.glosses`)."""

FAMILIES: tuple[Family, ...] = ("raw", "core", "reading", "thai", "kana", "initials", "concept")

GRAM_FAMILIES: tuple[Family, ...] = ("core", "reading", "thai", "kana", "concept")
"""Families that are searched by grams too; the others are found whole or not at all."""

NameScript = Literal["latin", "thai", "japanese"]
"""Script of a stored text; any other script counts as Latin."""

SCRIPTS: tuple[NameScript, ...] = ("latin", "thai", "japanese")


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

    shape: str = ""
    """`sil.match.shape.pack` of the text: what it is compared by."""


class NameStore(Protocol):
    """Stored names, found by their keys."""

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys in the family, each once, by number."""

    def by_grams(self, family: Family, script: NameScript, grams: Collection[str], limit: int) -> Iterable[NameRow]:
        """Return up to `limit` names of the script that share grams with the family's keys, nearest first.

        Rare grams weigh more than frequent ones and long names are not favoured (bm25 and tf-idf with length
        normalisation both do); what is equally near comes by number. A gram is made of letters, digits and
        private-use characters only, so it may be a term of SQLite's FTS5.
        """

    def title(self, record: str) -> str:
        """Return the first name of a record that has a name here."""

    def size(self) -> int:
        """Return the number of stored names."""

    def frequency(self, family: Family, key: str) -> int:
        """Return the number of names that have a key."""
