"""What a search found: each hit with the reason it is there, and the text that was found."""

from collections.abc import Sequence

from sil.query.answer import Answer, Hit, Reason, Snippet, Understood
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Block, Bullets, Cell, Data, FlatRow, Inline, Page, Run, Section

SCHEMA_VERSION = 1


class SearchView:
    """Hits, best first."""

    def __init__(self, frame: Frame, query: str, answer: Answer) -> None:
        self._frame = frame
        self.query = query
        self.answer = answer

    def data(self) -> Data:
        """Return the machine form."""
        return {
            "schema_version": SCHEMA_VERSION,
            "query": self.query,
            "understood": _understood_data(self.answer.understood),
            "count": self.answer.count,
            "hits": [self._hit_data(hit) for hit in self.answer.hits],
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
            "why": self.why(hit.why),
            "path": hit.path,
            "line": hit.line,
        }

    def page(self) -> Page:
        """Return the document: a numbered list."""
        frame = self._frame
        blocks: list[Block] = [Bullets(tuple(self._item(hit) for hit in self.answer.hits), ordered=True)]
        return Page(
            id="search",
            title=frame.says("heading.search", query=self.query),
            lang=frame.lang,
            sections=(Section("hits", (), tuple(blocks) if self.answer.hits else ()),),
        )

    def _item(self, hit: Hit) -> Cell:
        frame = self._frame
        lines: list[Inline] = [
            (Run(hit.title, lang="" if hit.title_lang == frame.lang else hit.title_lang, style="strong"),),
            joined((frame.says(f"kind.{hit.kind}", "muted"), self._countries(hit), words(hit.id, "muted")), " · "),
            snippet(hit.snippet) if hit.snippet.text != hit.title else (),
            words(self.why(hit.why), "muted"),
        ]
        return tuple(line for line in lines if line)

    def _countries(self, hit: Hit) -> Inline:
        """Return the countries of a hit; of a lesson from the teacher to the learner."""
        codes = [code for code in (hit.country or "").split(",") if code]
        ordered, between = (codes[::-1], " → ") if hit.kind == "lesson" else (codes, self._frame.comma)
        return words(between.join(self._frame.country_name(code) for code in ordered), "muted") if codes else ()

    def why(self, reason: Reason) -> str:
        """Return the sentence that says why a hit is there."""
        frame = self._frame
        return frame.label(
            f"why.{reason.kind}",
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
    loose = [frame.label("understood.words", words=", ".join((*understood.words, *understood.phrases)))]
    return "; ".join([*themes, *names, *loose])


def _understood_data(understood: Understood) -> dict[str, object]:
    return {
        "words": list(understood.words),
        "phrases": list(understood.phrases),
        "themes": [{"id": theme.id, "label": theme.label, "lang": theme.lang} for theme in understood.themes],
        "names": [{"id": name.id, "name": name.name, "said": name.said} for name in understood.names],
        "filters": {key: value for key, value in understood.filters._asdict().items() if value},
    }
