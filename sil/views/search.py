"""What a search found: each hit with the reason it is there, and the text that was found."""

from sil.light import Sequence
from sil.query.answer import Answer, Hit, Reason, Snippet, Understood, YearsMeant
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Bullets, Cell, Data, Facts, FlatRow, Inline, Page, Run, Section

SCHEMA_VERSION = 1


class SearchView:
    """Hits, best first; in groups if asked for, and then how all that was found is spread."""

    def __init__(self, frame: Frame, query: str, answer: Answer, group: str | None = None) -> None:
        """Take an answer; `group` is `kind` or `country`."""
        self._frame = frame
        self.query = query
        self.answer = answer
        self._group = group

    def data(self) -> Data:
        """Return the machine form."""
        return {
            "schema_version": SCHEMA_VERSION,
            **self._frame.made_for_data(),
            "query": self.query,
            "understood": _understood_data(self.answer.understood),
            "count": self.answer.count,
            "hits": [self._hit_data(hit) for hit in self.answer.hits],
            **(
                {"facets": {name: dict(counts) for name, counts in self.answer.facets.items()}}
                if self.answer.facets
                else {}
            ),
        }

    def _hit_data(self, hit: Hit) -> dict[str, object]:
        return {**self._flat(hit), "reason": hit.why._asdict()}

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("id", "kind", "title", "country", "score", "field", "snippet", "why", "path", "line")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each hit."""
        return [self._flat(hit) for hit in self.answer.hits]

    def _flat(self, hit: Hit) -> dict[str, str | int | float | bool | None]:
        return {
            "id": hit.id,
            "kind": hit.kind,
            "title": hit.title,
            "country": hit.country,
            "score": round(hit.score, 4),
            "field": hit.field,
            "snippet": plain_text(snippet(hit.snippet)),
            "why": self.why(hit),
            "path": hit.path,
            "line": hit.line,
        }

    def page(self) -> Page:
        """Return the document: a numbered list."""
        frame = self._frame
        sections = [
            Section("hits", title, (Bullets(tuple(self._item(hit) for hit in hits), ordered=True),))
            for title, hits in self._groups()
        ]
        if self.answer.facets:
            sections.append(self._facets())
        title = frame.says("heading.search", query=self.query)
        return frame.page("search", title, sections or [Section("hits", (), ())])

    def _groups(self) -> list[tuple[Inline, list[Hit]]]:
        """Return the hits in groups, the group of the best hit first."""
        groups: dict[str, list[Hit]] = {}
        for hit in self.answer.hits:
            key = {"kind": hit.kind, "country": hit.country or ""}.get(self._group or "", "")
            groups.setdefault(key, []).append(hit)
        return [(self._group_title(key), hits) for key, hits in groups.items()]

    def _group_title(self, key: str) -> Inline:
        if self._group == "kind":
            return self._frame.says(f"kind.{key}")
        if self._group == "country":
            codes = [code for code in key.split(",") if code]
            named = self._frame.comma.join(map(self._frame.country_name, codes))
            return words(named or self._frame.label("graph.no-country"))
        return ()

    def _facets(self) -> Section:
        """Return the counts, a line for each kind of count."""
        frame = self._frame
        pairs = []
        for name, counts in self.answer.facets.items():
            said = frame.comma.join(f"{self._facet_value(name, value)} {count}" for value, count in counts)
            pairs.append((words(frame.vocabulary("field", name)), (words(said or "–"),)))
        return Section("facets", frame.says("heading.facets"), (Facts(tuple(pairs)),))

    def _facet_value(self, name: str, value: str) -> str:
        if name == "country":
            return self._frame.country_name(value)
        if name == "theme":
            return self._frame.plain_name(value)
        return self._frame.label(f"kind.{value}") if name == "kind" else self._frame.date(value)

    def _item(self, hit: Hit) -> Cell:
        frame = self._frame
        lines: list[Inline] = [
            (Run(hit.title, lang="" if hit.title_lang == frame.lang else hit.title_lang, style="strong"),),
            joined((frame.says(f"kind.{hit.kind}", "muted"), self._countries(hit), words(hit.id, "muted")), " · "),
            snippet(hit.snippet) if hit.snippet.text != hit.title else (),
            words(self.why(hit), "muted"),
        ]
        return tuple(line for line in lines if line)

    def _countries(self, hit: Hit) -> Inline:
        """Return the countries of a hit; of a lesson from the teacher to the learner."""
        codes = [code for code in (hit.country or "").split(",") if code]
        ordered, between = (codes[::-1], " → ") if hit.kind == "lesson" else (codes, self._frame.comma)
        return words(between.join(self._frame.country_name(code) for code in ordered), "muted") if codes else ()

    def why(self, hit: Hit) -> str:
        """Return the sentence that says why a hit is there."""
        frame, reason = self._frame, hit.why
        key: str = reason.kind
        if reason.kind == "synonym" and reason.field == "themes":
            key = "theme" if hit.id == reason.via else "tagged"
        return frame.label(
            f"why.{key}",
            where=frame.comma.join(self._where(reason)),
            matched=reason.matched,
            via=frame.plain_name(reason.via) if reason.via else "",
            said=reason.said,
        )

    def _where(self, reason: Reason) -> list[str]:
        spoken = [self._frame.label(f"lang.{reason.lang}")] if reason.lang else []
        return [self._field(reason.field), *spoken]

    def _field(self, path: str) -> str:
        parts = [self._frame.vocabulary("field", part) for part in path.split(".") if part not in ("text", "by_lang")]
        return " › ".join(parts)


def snippet(found: Snippet) -> Inline:
    """Return the piece of text with what was searched for marked, in colour and in guillemets."""
    runs: list[Run] = [Run("…", style="muted")] if found.cut_before else []
    at = 0
    for start, end in found.marks:
        if start > at:
            runs.append(Run(found.text[at:start], lang=found.lang))
        runs.append(Run(found.text[start:end], lang=found.lang, style="match"))
        at = end
    if at < len(found.text):
        runs.append(Run(found.text[at:], lang=found.lang))
    if found.cut_after:
        runs.append(Run("…", style="muted"))
    return tuple(runs)


def understood_line(frame: Frame, understood: Understood) -> str:
    """Return in words what a query was taken for."""
    themes = [frame.label("understood.theme", label=theme.label, theme=theme.id) for theme in understood.themes]
    names = [frame.label("understood.name", said=name.said, id=name.id) for name in understood.names]
    countries = [frame.label("understood.country", said=one.said, code=one.code) for one in understood.countries]
    words_alone = (*understood.words, *understood.phrases)
    loose = [frame.label("understood.words", words=", ".join(words_alone))] if words_alone else []
    kinds = [
        frame.label("understood.kind", said=one.said, kind=frame.label(f"kind.{one.kind}")) for one in understood.kinds
    ]
    years = [
        frame.label("understood.years", said=", ".join(one.said.split("\n")), years=told(one))
        for one in understood.years
    ]
    spellings = [frame.label("understood.spelling", said=one.said, word=one.word) for one in understood.spellings]
    told = (
        understood.missing if set(understood.missing) < set(understood.essence) else ()
    )  # else nothing was found at all
    missing = [frame.label("understood.missing", words=", ".join(told))] if told else []
    return "; ".join([*themes, *names, *countries, *kinds, *years, *loose, *spellings, *missing])


def told(years: YearsMeant) -> str:
    """Return the years that a query names, as one figure or from the first to the last."""
    return str(years.first) if years.first == years.last else f"{years.first}–{years.last}"


def _understood_data(understood: Understood) -> dict[str, object]:
    return {
        "words": list(understood.words),
        "phrases": list(understood.phrases),
        "themes": [{"id": theme.id, "label": theme.label, "lang": theme.lang} for theme in understood.themes],
        "names": [{"id": name.id, "name": name.name, "said": name.said} for name in understood.names],
        "countries": [country._asdict() for country in understood.countries],
        "kinds": [kind._asdict() for kind in understood.kinds],
        "years": [{"first": one.first, "last": one.last, "said": one.said} for one in understood.years],
        "spellings": [spelling._asdict() for spelling in understood.spellings],
        "missing": list(understood.missing),
        "filters": {key: value for key, value in understood.filters._asdict().items() if value},
    }
