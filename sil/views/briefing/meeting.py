"""Those who are met: half a page each, beside our own side, with the laws they work under and what was learned before."""

from sil.light import Sequence
from sil.records.exchange import FollowUp, Lesson
from sil.records.organisation import Organisation
from sil.views.briefing.material import BriefingMaterial
from sil.views.comparison import comparison_table, relation_signs
from sil.views.countries import compare_countries
from sil.views.frame import Frame, joined
from sil.views.model import Block, Bullets, Cell, Facts, Inline, Paragraph, Row, Table
from sil.views.organisations import compare_organisations, subject_of
from sil.views.trip.blocks import cell_of, dated, faces, listed
from sil.views.trip.promises import told_state

SHEET_ROWS = ("beneficiaries", "customers", "operation", "revenue", "outputs", "limits", "essentials")
"""Rows of the comparison sheet that stand in half a page."""

LAW_ROWS = ("obligation", "threshold", "alternatives", "price", "preparation", "incentive", "authority")
"""Rows of the law that stand on one page."""


def counterparts(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return half a page on each organisation that is met."""
    met = [material.organisations[org] for org in material.counterparts if org in material.organisations]
    if not met:
        return [Paragraph(frame.says("briefing.no-counterpart", "doubt"))]
    return [_counterpart(frame, material, organisation) for organisation in met]


def _counterpart(frame: Frame, material: BriefingMaterial, organisation: Organisation) -> Block:
    contact = material.last_contact(organisation.id)
    promises = [promise for _, promise in material.promises]
    cells: list[tuple[str, Cell]] = [
        ("column.organisation", (frame.name(organisation.id, "strong"),)),
        ("briefing.what", (joined(subject_of(frame, organisation).about, " · "),)),
        ("briefing.summary", cell_of(frame.text(organisation.summary))),
        *((f"row.{row}", _sheet_cell(frame, organisation, row)) for row in SHEET_ROWS),
        ("briefing.last-contact", (dated(frame, contact) if contact else frame.says("briefing.no-contact", "muted"),)),
        (
            "briefing.promised-to",
            _promised(frame, [one for one in promises if organisation.id in one.to], material.today),
        ),
        (
            "briefing.promised-by",
            _promised(frame, [one for one in promises if organisation.id in one.who], material.today),
        ),
        ("briefing.offers", tuple(frame.text(offer.text) for offer in organisation.offers)),
        ("briefing.needs", tuple(frame.text(need.text) for need in organisation.needs)),
    ]
    return Facts(tuple((frame.says(key), cell) for key, cell in cells if cell))


def _sheet_cell(frame: Frame, organisation: Organisation, row: str) -> Cell:
    claims = [claim for sheet in organisation.model for claim in getattr(sheet, row)]
    return frame.claims(claims, organisation.id, organisation.sources) if claims else ()


def _promised(frame: Frame, promises: Sequence[FollowUp], today: str) -> Cell:
    return tuple(told_state(frame, promise, today) for promise in promises)


def comparison(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return a comparison of each organisation that is met with those of our side that face it."""
    blocks: list[Block] = []
    for org in material.counterparts:
        ids = [other for other in (*material.partners(org), org) if other in material.organisations]
        sheets = [material.organisations[other] for other in ids if material.organisations[other].model]
        if len(sheets) > 1 and sheets[-1].id == org:
            compared = compare_organisations(frame, sheets)
            table = comparison_table(frame, compared.subjects, compared.compared)
            blocks.append(Table(table.columns, table.rows, caption=faces(frame, [sheet.id for sheet in sheets])))
    return _with_legend(frame, blocks)


def law(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the laws of the strands' themes side by side, of all themes where no strand is named.

    Laws that were shown under one theme are not shown again.
    """
    strands = {part.strand for part in material.exchange.participants if part.strand}
    blocks: list[Block] = []
    shown: set[str] = set()
    for theme, sides in material.themes:
        sheets = {policy.id for side in sides for policy in side.policies if policy.sheet}
        if len(sides) < 2 or sheets <= shown or (strands and theme.id not in strands):
            continue
        shown |= sheets
        compared = compare_countries(frame, theme, sides, LAW_ROWS)
        table = comparison_table(frame, compared.subjects, compared.compared)
        if table.rows:
            blocks.append(Table(table.columns, table.rows, caption=frame.text(theme.label)))
    return _with_legend(frame, blocks)


def _with_legend(frame: Frame, tables: list[Block]) -> list[Block]:
    return [*tables, Bullets(((relation_signs(frame),),), marked=False)] if tables else []


def lessons(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return what earlier exchanges taught about the same themes, or between the same bodies."""
    rows = tuple(
        Row(
            (
                (frame.noted(frame.text(lesson.title), exchange.id, exchange.sources, lesson.source),),
                (_direction(frame, lesson),),
                (frame.choice(lesson.evidence.grade),),
                cell_of(frame.text(lesson.recommendation)),
            ),
            group=dated(frame, exchange),
        )
        for exchange, lesson in material.lessons
    )
    return listed(frame, ("lesson", "from-to", "evidence", "recommendation"), rows)


def _direction(frame: Frame, lesson: Lesson) -> Inline:
    sides = (lesson.learned_from, lesson.learned_by)
    return joined((joined((frame.country(code) for code in side.countries), frame.comma) for side in sides), " → ")
