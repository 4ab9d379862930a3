"""Stored names in dictionaries: for a register that is read once, and as the judge of other stores."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from heapq import nsmallest
from math import log

from sil.match.keys import grams_of, keys_of, script_of
from sil.match.store import GRAM_FAMILIES, Family, NameRow, NameScript


class MemoryStore:
    """A `NameStore` in memory."""

    def __init__(self) -> None:
        self._rows: list[NameRow] = []
        self._titles: dict[str, str] = {}
        self._by_key: dict[tuple[Family, str], list[NameRow]] = defaultdict(list)
        self._by_gram: dict[tuple[Family, NameScript, str], list[int]] = defaultdict(list)
        self._lengths: dict[tuple[Family, int], int] = defaultdict(int)

    def add(self, record: str, name: str, *, reading: str | None = None, former: bool = False) -> None:
        """Store a name of a record, or a reading of it."""
        text = name if reading is None else reading
        row = NameRow(len(self._rows), record, name, text, script_of(text), former)
        self._rows.append(row)
        self._titles.setdefault(record, name)
        for family, keys in keys_of(text).items():
            for key in keys:
                self._by_key[family, key].append(row)
            if family in GRAM_FAMILIES:
                grams = {gram for key in keys for gram in grams_of(key)}
                self._lengths[family, row.number] = len(grams)
                for gram in grams:
                    self._by_gram[family, row.script, gram].append(row.number)

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys."""
        return sorted({row for key in keys for row in self._by_key.get((family, key), ())})

    def by_grams(self, family: Family, script: NameScript, grams: Collection[str], limit: int) -> Iterable[NameRow]:
        """Return the names that share grams: by the weight of the rarer ones, against the length of the name."""
        weights: dict[int, float] = defaultdict(float)
        for gram in grams:
            numbers = self._by_gram.get((family, script, gram), ())
            for number in numbers:
                weights[number] += log(1 + len(self._rows) / len(numbers))
        nearest = nsmallest(limit, weights, key=lambda number: (-self._near(family, number, weights[number]), number))
        return [self._rows[number] for number in nearest]

    def title(self, record: str) -> str:
        """Return the first name of a record."""
        return self._titles[record]

    def _near(self, family: Family, number: int, weight: float) -> float:
        return float(weight / self._lengths[family, number] ** 0.5)
