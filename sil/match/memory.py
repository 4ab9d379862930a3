"""Stored names in dictionaries: for a register that is read once, and as the judge of other stores."""

from array import array
from heapq import nsmallest
from math import log

from sil.light import Collection, Iterable, Sequence, defaultdict
from sil.match.keys import family_grams, shape_of
from sil.match.shape import pack
from sil.match.store import GRAM_FAMILIES, Family, NameRow, NameScript

_MOST_POSTINGS = 40_000
"""Names looked at for one question, those of the rarest grams first; what only frequent grams share is not near."""


class MemoryStore:
    """A `NameStore` in memory."""

    def __init__(self) -> None:
        self._rows: list[NameRow] = []
        self._titles: dict[str, str] = {}
        self._by_key: dict[tuple[Family, str], array[int]] = {}
        self._by_gram: dict[tuple[Family, NameScript, str], array[int]] = {}
        self._lengths: dict[Family, array[float]] = defaultdict(lambda: array("f"))

    def add(
        self, record: str, name: str, *, reading: str | None = None, former: bool = False, readings: Sequence[str] = ()
    ) -> None:
        """Store a name of a record, or a reading of it; with a name come all its `readings`, if they are known."""
        text = name if reading is None else reading
        shape = shape_of(text, tuple(readings))
        number = len(self._rows)
        self._rows.append(NameRow(number, record, name, text, shape.script, former, pack(shape)))
        self._titles.setdefault(record, name)
        for family, keys in shape.keys.items():
            for key in keys:
                self._by_key.setdefault((family, key), array("I")).append(number)
        for family in GRAM_FAMILIES:
            grams = {gram for key in shape.keys.get(family, ()) for gram in family_grams(family, key)}
            self._lengths[family].append(len(grams) ** 0.5)
            for gram in grams:
                self._by_gram.setdefault((family, shape.script, gram), array("I")).append(number)

    def by_key(self, family: Family, keys: Collection[str]) -> Iterable[NameRow]:
        """Return the names that have one of the keys."""
        return [
            self._rows[number] for number in sorted({n for key in keys for n in self._by_key.get((family, key), ())})
        ]

    def by_grams(self, family: Family, script: NameScript, grams: Collection[str], limit: int) -> Iterable[NameRow]:
        """Return the names that share grams: by the weight of the rarer ones, against the length of the name."""
        weights: dict[int, float] = {}
        looked = 0
        found = (self._by_gram.get((family, script, gram), ()) for gram in grams)
        for numbers in sorted(filter(None, found), key=len):
            looked += len(numbers)
            if looked > _MOST_POSTINGS and weights:
                break
            weight = log(1 + len(self._rows) / len(numbers))
            for number in numbers:
                weights[number] = weights.get(number, 0) + weight
        lengths = self._lengths[family]
        nearest = nsmallest(limit, ((-weight / lengths[number], number) for number, weight in weights.items()))
        return [self._rows[number] for _, number in nearest]

    def title(self, record: str) -> str:
        """Return the first name of a record."""
        return self._titles[record]

    def size(self) -> int:
        """Return the number of stored names."""
        return len(self._rows)

    def frequency(self, family: Family, key: str) -> int:
        """Return the number of names that have a key."""
        return len(self._by_key.get((family, key), ()))
