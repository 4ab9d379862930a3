"""Organisations side by side: their model sheets, in the order of the blocks."""

from sil.light import Callable, Collection, Mapping, Sequence, replace
from sil.records.organisation import MODEL_BLOCKS, ModelSheet, Organisation
from sil.records.types import Claim, Source
from sil.views.comparison import ComparedCell, ComparedRow, Comparison, Question, Subject
from sil.views.frame import Frame, joined, notes_of, words
from sil.views.model import Cell, Inline
from sil.views.relation import facts_of, is_empty, relation

Signs = Callable[[Sequence[Claim]], Sequence[str]]
"""Gives for the claims of a cell the sign of each, empty for none."""

THIN = 4
"""Rows of the sheet below which more is told of an organisation than its sheet does."""

WORST_FIRST = ("conflicting", "derived", "self-reported", "stated")


def compare_organisations(
    frame: Frame,
    organisations: Sequence[Organisation],
    rows: Collection[str] = (),
    *,
    differences: bool = False,
    signs: Signs | None = None,
) -> Comparison:
    """Compare the model sheets of organisations; `rows` limits the sheet, `differences` puts what differs first.

    `signs` gives the sign that stands before each claim of a cell, or an empty one.
    """
    with frame.converting(organisation.country for organisation in organisations):
        compared = [
            _row(frame, block, key, organisations, signs)
            for block, keys in MODEL_BLOCKS.items()
            for key in keys
            if not rows or key in rows
        ]
    subjects = [
        replace(subject_of(frame, one), known=_known(frame, one) if _is_thin(compared, at) else ())
        for at, one in enumerate(organisations)
    ]
    title = joined((subject.title for subject in subjects), " – ")
    questions = questions_of(frame, organisations, compared)
    return Comparison(frame, title, subjects, compared, questions, differences=differences)


def subject_of(frame: Frame, organisation: Organisation) -> Subject:
    """Return the column of an organisation: its name, country and kind."""
    lines: list[Inline] = [frame.country(organisation.country), frame.choice(organisation.kind)]
    if not organisation.resolved:
        lines.append(frame.says("state.unresolved", "doubt"))
    if not organisation.model:
        lines.append(frame.says("state.no-sheet", "doubt"))
    return Subject(organisation.id, frame.name(organisation.id, "strong"), tuple(line for line in lines if line))


def _is_thin(compared: Sequence[ComparedRow], column: int) -> bool:
    """Say whether hardly a row of the sheet says anything of one of the organisations."""
    return sum(row.cells[column].status not in ("unknown", "withheld") for row in compared) < min(THIN, len(compared))


def _known(frame: Frame, organisation: Organisation) -> Cell:
    """Return what is known of an organisation beside its sheet: its summary, then when it was founded and its themes."""
    founded = [frame.claim(claim, organisation.id, organisation.sources) for claim in organisation.founded]
    facts = {"field.founded": joined(founded, frame.semicolon), "field.themes": frame.names(organisation.themes)}
    named = ((*frame.says(key, "muted"), *words(frame.colon, "muted"), *fact) for key, fact in facts.items() if fact)
    return tuple(line for line in (frame.text(organisation.summary), *named) if line)


def _row(frame: Frame, block: str, key: str, organisations: Sequence[Organisation], signs: Signs | None) -> ComparedRow:
    claims = [_claims(organisation, key) for organisation in organisations]
    return ComparedRow(
        block=block,
        block_title=f"{block}. {frame.label(f'block.{block}')}",
        key=key,
        label=frame.label(f"row.{key}"),
        relation=relation(claims),
        cells=tuple(
            compared_cell(frame, organisation.id, organisation.sources, cell, signs)
            for organisation, cell in zip(organisations, claims, strict=True)
        ),
    )


def _claims(organisation: Organisation, key: str) -> tuple[Claim, ...]:
    """Return the claims of a row over all service lines; a claim of one line of several says of which."""
    return tuple(claim for sheet in organisation.model for claim in _of_line(sheet, key, len(organisation.model) > 1))


def _of_line(sheet: ModelSheet, key: str, several: bool) -> tuple[Claim, ...]:
    if key == "policies":
        return tuple(Claim(value=policy, code=(policy,)) for policy in sheet.policies)
    claims: tuple[Claim, ...] = getattr(sheet, key)
    if not several:
        return claims
    return tuple(replace(claim, of=claim.of or sheet.line) for claim in claims)


def compared_cell(
    frame: Frame, record: str, sources: Mapping[str, Source], claims: Sequence[Claim], signs: Signs | None = None
) -> ComparedCell:
    """Return the cell of some claims of one record."""
    shown: Cell = frame.claims(claims, record, sources)
    if signs and claims:
        signed = zip(signs(claims), shown, strict=True)
        shown = tuple((*words(sign, "strong"), *words(" "), *line) if sign else line for sign, line in signed)
    dates = dict.fromkeys(claim.as_of for claim in claims if claim.as_of)
    return ComparedCell(shown, ", ".join(dates) or None, status_of(claims), notes_of(shown))


def status_of(claims: Sequence[Claim]) -> str:
    """Return the kind of empty of an empty cell, else the weakest status of its claims."""
    empty = facts_of(claims).empty
    if empty:
        return empty
    found = {claim.status for claim in claims if not is_empty(claim)}
    return next(status for status in WORST_FIRST if status in found)


def questions_of(frame: Frame, organisations: Sequence[Organisation], rows: Sequence[ComparedRow]) -> list[Question]:
    """Turn each unknown cell into a question to the organisation that can answer it."""
    return [
        Question(organisation.id, frame.label(f"question.{row.key}", name=frame.plain_name(organisation.id)), row.key)
        for row in rows
        for organisation, cell in zip(organisations, row.cells, strict=True)
        if cell.status == "unknown"
    ]


def mention(frame: Frame, organisation: Organisation) -> Inline:
    """Return an organisation in one line: name, kind, id."""
    return (
        *frame.name(organisation.id, "strong"),
        *words(" · "),
        *frame.choice(organisation.kind),
        *words(f" · {organisation.id}", "muted"),
    )
