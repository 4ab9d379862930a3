"""Stored names in dictionaries: for a register that is read once, and as the judge of other stores."""

from array import array

from sil.light import Collection, Iterable, Mapping, Sequence
from sil.match.grams import entries_of
from sil.match.keys import shape_of
from sil.match.shape import pack
from sil.match.store import KEY_FAMILIES, Family, NameRow


class MemoryStore:
    """A `NameStore` in memory."""

    def __init__(self) -> None:
        self._rows: list[NameRow] = []
        self._titles: dict[str, str] = {}
        self._by_key: dict[tuple[Family, str], array[int]] = {}
        self._postings: dict[str, array[int]] = {}

    def add(
        self,
        record: str,
        name: str,
        *,
        reading: str | None = None,
        former: bool = False,
        alias: bool = False,
        readings: Sequence[str] = (),
    ) -> None:
        """Store a name of a record, or a reading of it; with a name come all its `readings`, if they are known."""
        text = name if reading is None else reading
        shape = shape_of(text, tuple(readings))
        number = len(self._rows)
        self._rows.append(NameRow(number, record, name, text, shape.script, former, alias, pack(shape)))
        self._titles.setdefault(record, name)
        for family in KEY_FAMILIES:
            for key in shape.keys.get(family, ()):
                self._by_key.setdefault((family, key), array("I")).append(number)
        for term, entry in entries_of(number, shape):
            self._postings.setdefault(term, array("I")).append(entry)

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys."""
        return [
            self._rows[number] for number in sorted({n for key in keys for n in self._by_key.get((family, key), ())})
        ]

    def postings(self, terms: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Return the entries of terms."""
        return {term: self._postings[term] for term in terms if term in self._postings}

    def counts(self, terms: Collection[str]) -> Mapping[str, int]:
        """Return the numbers of entries of terms."""
        return {term: len(entries) for term, entries in self.postings(terms).items()}

    def rows(self, numbers: Collection[int]) -> Mapping[int, NameRow]:
        """Return the names of some numbers."""
        return {number: self._rows[number] for number in numbers}

    def titles(self, records: Collection[str]) -> Mapping[str, str]:
        """Return the first names of records."""
        return {record: self._titles[record] for record in records}

    def size(self) -> int:
        """Return the number of stored names."""
        return len(self._rows)
