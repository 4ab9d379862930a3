"""Which organisation is meant by a name: candidates with score, the stored name that was taken, and the reason."""

from collections.abc import Sequence

from sil.match.results import Match, Resolution
from sil.text.labels import Labels
from sil.views.frame import Frame, words
from sil.views.model import Block, Column, Data, FlatRow, Inline, Page, Paragraph, Row, Section, Style, Table

SCHEMA_VERSION = 1

STATUS_STYLES: dict[str, Style] = {"match": "good", "ambiguous": "doubt", "none": "bad"}


def resolution_data(query: str, resolution: Resolution) -> Data:
    """Return the machine form of one name resolved."""
    return {
        "schema_version": SCHEMA_VERSION,
        "query": query,
        "status": resolution.status,
        "matches": [_match_data(match) for match in resolution.matches],
    }


def reason(labels: Labels, match: Match) -> str:
    """Return in words why a record was taken."""
    return labels(f"reason.{match.reason.replace(' ', '-')}")


def _match_data(match: Match) -> dict[str, object]:
    return {
        "id": match.id,
        "name": match.name,
        "score": round(match.score, 4),
        "matched": match.matched,
        "reason": match.reason,
    }


class ResolutionView:
    """Names resolved, one section each."""

    def __init__(self, frame: Frame, resolved: Sequence[tuple[str, Resolution]]) -> None:
        self._frame = frame
        self.resolved = tuple(resolved)

    def data(self) -> Data:
        """Return the machine form: of one name its resolution, of several a list under `results`."""
        documents = [resolution_data(query, resolution) for query, resolution in self.resolved]
        return documents[0] if len(documents) == 1 else {"schema_version": SCHEMA_VERSION, "results": documents}

    def header(self) -> tuple[str, ...]:
        """Return the keys of the flat rows."""
        return ("query", "status", "id", "name", "score", "matched", "reason")

    def rows(self) -> Sequence[FlatRow]:
        """Return one flat row for each candidate; a name without any has one row."""
        rows: list[FlatRow] = []
        for query, resolution in self.resolved:
            found = [_match_data(match) for match in resolution.matches] or [
                {"id": "", "name": "", "score": 0.0, "matched": "", "reason": ""}
            ]
            rows += [{"query": query, "status": resolution.status, **match} for match in found]  # type: ignore[dict-item]
        return rows

    def page(self) -> Page:
        """Return the document."""
        frame = self._frame
        return Page(
            id="resolve",
            title=frame.says("heading.resolve"),
            lang=frame.lang,
            sections=tuple(self._section(query, resolution) for query, resolution in self.resolved),
        )

    def _section(self, query: str, resolution: Resolution) -> Section:
        frame = self._frame
        status = frame.says(f"resolve.{resolution.status}", STATUS_STYLES[resolution.status])
        blocks: list[Block] = [Paragraph(status)]
        if resolution.matches:
            columns = tuple(
                Column(key, frame.says(f"column.{key}")) for key in ("id", "name", "score", "matched", "reason")
            )
            blocks.append(Table(columns, tuple(self._row(match) for match in resolution.matches)))
        return Section("resolve", words(query), tuple(blocks))

    def _row(self, match: Match) -> Row:
        cells: tuple[Inline, ...] = (
            words(match.id, "code"),
            self._frame.name(match.id),
            words(f"{match.score:.2f}"),
            words(match.matched),
            words(reason(self._frame.label, match)),
        )
        return Row(tuple((cell,) for cell in cells))
