"""Which organisation is meant by a name: candidates with score, the stored name that was taken, and the reason."""

from sil.light import Mapping, Sequence
from sil.match.decide import APART, SAME, enough
from sil.match.explain import Explanation, WordPair
from sil.match.results import Match, Resolution
from sil.text.labels import Labels
from sil.views.frame import Frame, joined, words
from sil.views.model import (
    Block,
    Cell,
    Column,
    Data,
    Facts,
    FlatRow,
    Inline,
    Page,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)

SCHEMA_VERSION = 1

TOLD = 0.02
"""Score from which on a candidate is worth explaining to a person."""

STATUS_STYLES: dict[str, Style] = {"match": "good", "ambiguous": "doubt", "none": "bad"}


Explanations = Mapping[str, Explanation]
"""Why each match was taken, by its id."""


def resolution_data(query: str, resolution: Resolution, explanations: Explanations | None = None) -> Data:
    """Return the machine form of one name resolved; with explanations each match has its own."""
    return {
        "schema_version": SCHEMA_VERSION,
        "query": query,
        "status": resolution.status,
        "matches": [
            {
                **_match_data(match),
                **({"explanation": _explanation_data(explanations[match.id])} if explanations else {}),
            }
            for match in resolution.matches
        ],
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


def _explanation_data(explanation: Explanation) -> dict[str, object]:
    return {**explanation._asdict(), "words": [pair._asdict() for pair in explanation.words]}


class ResolutionView:
    """Names resolved, one section each; with explanations, each match says why it was taken."""

    def __init__(
        self,
        frame: Frame,
        resolved: Sequence[tuple[str, Resolution]],
        explanations: Sequence[Explanations] = (),
    ) -> None:
        """Take the names with what they mean; `explanations` are none, or those of each name."""
        self._frame = frame
        self.resolved = tuple(resolved)
        self.explanations = tuple(explanations) or ({},) * len(self.resolved)

    def data(self) -> Data:
        """Return the machine form: of one name its resolution, of several a list under `results`."""
        documents = [
            resolution_data(query, resolution, explanations)
            for (query, resolution), explanations in zip(self.resolved, self.explanations, strict=True)
        ]
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
        sections = (
            self._section(query, resolution, explanations)
            for (query, resolution), explanations in zip(self.resolved, self.explanations, strict=True)
        )
        return frame.page("resolve", frame.says("heading.resolve"), sections)

    def _section(self, query: str, resolution: Resolution, explanations: Explanations) -> Section:
        frame = self._frame
        status = frame.says(f"resolve.{resolution.status}", STATUS_STYLES[resolution.status])
        blocks: list[Block] = [Paragraph(status)]
        if resolution.matches:
            columns = tuple(
                Column(key, frame.says(f"column.{key}")) for key in ("id", "name", "score", "matched", "reason")
            )
            blocks.append(Table(columns, tuple(self._row(match) for match in resolution.matches)))
        if explanations:
            blocks.append(Paragraph(self._verdict(resolution)))
            told = [match for match in resolution.matches if match.score >= TOLD] or list(resolution.matches[:1])
            blocks += [self._why(query, match, explanations[match.id]) for match in told]
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

    def _verdict(self, resolution: Resolution) -> Inline:
        """Return why the decision fell so."""
        scores = [match.score for match in resolution.matches]
        best, after = (*scores, 0.0, 0.0)[:2]
        ground, needed = str(resolution.status), enough(resolution.names)
        if ground == "match" and resolution.matches[0].reason in SAME:
            ground = "exact"
        elif ground == "match":
            ground = ("match" if best >= needed else "alone") + ("" if len(scores) > 1 else "-only")
        return self._frame.says(
            f"verdict.{ground}", best=f"{best:.2f}", next=f"{after:.2f}", enough=f"{needed:.2f}", apart=f"{APART:.0%}"
        )

    def _why(self, query: str, match: Match, explanation: Explanation) -> Facts:
        """Return what two names have in common, a fact a line."""
        frame = self._frame
        readings = joined((words(" / ".join(explanation.said)), words(" / ".join(explanation.heard))), " ↔ ")
        pairs: list[tuple[Inline, Cell]] = [
            (frame.says("explain.names"), (words(f"{query} ↔ {_compared_with(match, explanation)}", "strong"),)),
            (frame.says("explain.readings"), (readings,)),
            (frame.says("explain.words"), tuple(self._pair(pair) for pair in explanation.words)),
        ]
        if explanation.set_aside:
            aside = frame.comma.join(frame.label(f"explain.form-{form}") for form in explanation.set_aside)
            pairs.append((frame.says("explain.set-aside"), (words(aside),)))
        measured = frame.comma.join(
            frame.label("explain.feature-" + name.replace("_", "-")) + f" {value:.2f}"
            for name, value in explanation.features.items()
        )
        scripts = "–".join(frame.label(f"explain.script-{script}") for script in explanation.scripts.split("-"))
        likely = frame.label("explain.likely-in", likely=f"{explanation.likely:.2f}", scripts=scripts)
        pairs += [
            (frame.says("explain.measured"), (words(measured, "muted"),)),
            (frame.says("explain.likely"), (words(likely),)),
        ]
        return Facts(tuple((label, cell) for label, cell in pairs if cell and cell[0]))

    def _pair(self, pair: WordPair) -> Inline:
        how = self._frame.label(f"explain.how-{pair.how}", likeness=f"{pair.likeness:.2f}")
        return (*words(f"{pair.said or '–'} ↔ {pair.found or '–'}"), *words(f" · {how}", "muted"))


def _compared_with(match: Match, explanation: Explanation) -> str:
    reading = f" [{explanation.reading}]" if explanation.reading else ""
    return f"{match.matched}{reading} ({match.id})"
