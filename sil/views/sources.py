"""The sources that one page cites, numbered in the order in which they are first cited."""

from sil.light import TYPE_CHECKING, Iterable, Iterator, Mapping

if TYPE_CHECKING:
    from sil.records.types import Source


class CitedSources:
    """The sources cited on a page; one address is one source, whichever record names it."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._key_of: dict[str, str] = {}

    def __iter__(self) -> "Iterator[tuple[str, int, Source]]":
        """Yield the key, the number and the source of each."""
        return ((key, number, source) for number, (key, source) in enumerate(self._sources.items(), start=1))

    def cite(self, record: str, sources: "Mapping[str, Source]", keys: Iterable[str]) -> tuple[str, ...]:
        """Return the keys on this page (`record/key`) of the sources of a record that `keys` name, once each."""
        cited = []
        for key in keys:
            if key in sources:
                source = sources[key]
                page_key = self._key_of.setdefault(source.url or f"{record}/{key}", f"{record}/{key}")
                self._sources.setdefault(page_key, source)
                cited.append(page_key)
        return tuple(dict.fromkeys(cited))

    def data(self) -> dict[str, dict[str, object]]:
        """Return the sources for the machine form, by key."""
        return {
            key: {
                "number": number,
                "title": source.title,
                "url": source.url,
                "publisher": source.publisher,
                "date": source.date,
                "grade": source.grade,
            }
            for key, number, source in self
        }
