"""What is known of a theme: what it means, its laws, who works in it, what was learned and promised, what is missing."""

from itertools import chain

from sil.light import Callable, dataclass
from sil.reader import LANGS
from sil.records.exchange import Collaboration, Exchange, FollowUp, Lesson
from sil.records.organisation import Organisation
from sil.records.policy import POLICY_ROWS
from sil.records.theme import Theme
from sil.views.comparison import Comparison, comparison_table
from sil.views.countries import CountrySide, compare_countries, narrower_theme
from sil.views.frame import Frame, words
from sil.views.model import Block, Cell, Facts, Paragraph, Row, Table
from sil.views.organisations import compare_organisations
from sil.views.report import Report, sections_of
from sil.views.trip.blocks import cell_of, columns, dated, listed
from sil.views.trip.learning import direction
from sil.views.trip.promises import collaboration_row, promise_row


@dataclass(frozen=True, slots=True)
class ThemeMaterial:
    """A theme, those below it, what is known of each country, and the exchanges that have it."""

    theme: Theme
    narrower: tuple[str, ...]
    sides: tuple[CountrySide, ...]
    others: tuple[Organisation, ...]
    """Organisations without a country that work in it."""
    under: frozenset[str]
    """The theme and all those below it, at any depth."""
    exchanges: tuple[Exchange, ...]
    """Exchanges that have it or a theme below it."""
    known: tuple[Exchange, ...]
    """All exchanges: one of another theme may have kept a promise."""
    lessons: tuple[tuple[Exchange, Lesson], ...]
    promises: tuple[tuple[Exchange, FollowUp], ...]
    collaborations: tuple[tuple[Exchange, Collaboration], ...]
    today: str
    """Day the report is made on (ISO date)."""

    @property
    def organisations(self) -> list[Organisation]:
        """All organisations that work in it, country by country."""
        return [*chain.from_iterable(side.organisations for side in self.sides), *self.others]

    @property
    def told(self) -> list[Exchange]:
        """All exchanges of which something is told, once each."""
        parts = (self.lessons, self.promises, self.collaborations)
        found = {exchange.id: exchange for exchange in (*self.exchanges, *(one for part in parts for one, _ in part))}
        return list(found.values())

    @property
    def checked(self) -> list[str]:
        """Days on which the records behind it were last checked."""
        policies = [policy.checked for side in self.sides for policy in side.policies]
        bodies = [organisation.checked for organisation in self.organisations]
        return [*policies, *bodies, *(exchange.checked for exchange in self.told)]


def theme_report(frame: Frame, material: ThemeMaterial) -> Report:
    """Write what is known of a theme; a part about which nothing is recorded is left out."""
    parts: dict[str, Callable[[Frame, ThemeMaterial], list[Block]]] = {
        "meaning": _meaning,
        "laws": _laws,
        "organisations": _organisations,
        "figures": _figures,
        "lessons": _lessons,
        "promises": _promises,
        "collaborations": _collaborations,
        "gaps": _gaps,
    }
    with frame.converting(side.country for side in material.sides):
        sections = sections_of(frame, "theme", parts, material)
    checked = max(material.checked, default=material.today)
    title = (*frame.says("report.theme"), *words(frame.colon), *frame.text(material.theme.label))
    return Report.dated(frame, f"theme-{material.theme.id}", title, sections, checked=checked, today=material.today)


def _meaning(frame: Frame, material: ThemeMaterial) -> list[Block]:
    theme = material.theme
    rows = []
    for lang in LANGS:
        others: tuple[str, ...] = getattr(theme.other, lang)
        label = theme.label.by_lang.get(lang, "")
        rows.append(
            Row(
                (
                    (frame.says(f"lang.{lang}", "strong"),),
                    (words(label, lang=lang),) if label else (frame.choice("unknown", "doubt"),),
                    (words(frame.comma.join(others), lang=lang),) if others else (),
                )
            )
        )
    about: list[tuple[str, Cell]] = [
        ("theme.broader", cell_of(frame.names(theme.broader))),
        ("theme.narrower", cell_of(frame.names(material.narrower))),
        ("theme.related", cell_of(frame.names(theme.related))),
    ]
    pairs = tuple((frame.says(key), cell) for key, cell in about if cell)
    table = Table(columns(frame, "language", "term", "other-words"), tuple(rows))
    return [Paragraph(frame.text(theme.definition)), table, *([Facts(pairs)] if pairs else [])]


def _compared(frame: Frame, material: ThemeMaterial, rows: tuple[str, ...]) -> Comparison:
    sides = [side for side in material.sides if side.policies]
    return compare_countries(frame, material.theme, sides, rows)


def _laws(frame: Frame, material: ThemeMaterial) -> list[Block]:
    if not any(side.policies for side in material.sides):
        return [Paragraph(frame.says("state.no-law", "doubt"))]
    compared = _compared(frame, material, POLICY_ROWS)
    if len(compared.subjects) == 1:  # nothing to compare with
        known = [row for row in compared.compared if not row.is_blank]
        about = (compared.subjects[0].title, compared.subjects[0].about)
        return [Facts((about, *((words(row.label), row.cells[0].shown) for row in known)))]
    table = comparison_table(frame, compared.subjects, compared.compared)
    named = Facts(tuple((subject.title, subject.about) for subject in compared.subjects))
    return [named, *([table] if table.rows else [])]


def _figures(frame: Frame, material: ThemeMaterial) -> list[Block]:
    if not any(policy.figures for side in material.sides for policy in side.policies):
        return []
    (row,) = _compared(frame, material, ("figures",)).compared
    sides = [side for side in material.sides if side.policies]
    pairs = [(frame.country(side.country), cell.shown) for side, cell in zip(sides, row.cells, strict=True)]
    return [Paragraph(frame.says("row.figures", "muted")), Facts(tuple(pairs))]


def _organisations(frame: Frame, material: ThemeMaterial) -> list[Block]:
    rows = tuple(
        Row(
            (
                (
                    (
                        *frame.name(organisation.id, "strong"),
                        *narrower_theme(frame, material.theme.id, organisation.themes),
                    ),
                ),
                (frame.choice(organisation.kind),),
                _in_a_line(frame, organisation),
            ),
            group=frame.country(organisation.country) or frame.choice("unknown", "muted"),
        )
        for organisation in material.organisations
    )
    return listed(frame, ("organisation", "kind", "model"), rows)


def _in_a_line(frame: Frame, organisation: Organisation) -> Cell:
    """Return how an organisation works: the first claim of its sheet on that, if it has one."""
    claims = [claim for sheet in organisation.model for claim in sheet.operation[:1]][:1]
    if not claims:
        return (frame.says("state.no-sheet", "muted"),) if not organisation.model else frame.claims((), "", {})
    return frame.claims(claims, organisation.id, organisation.sources)


def _lessons(frame: Frame, material: ThemeMaterial) -> list[Block]:
    rows = tuple(
        Row(
            (
                (
                    (
                        *frame.noted(frame.text(lesson.title), exchange.id, exchange.sources, lesson.source),
                        *narrower_theme(frame, material.theme.id, [lesson.theme]),
                    ),
                ),
                (direction(frame, lesson),),
                (frame.choice(lesson.evidence.grade),),
                (frame.choice(lesson.state),),
            ),
            group=dated(frame, exchange),
        )
        for exchange, lesson in material.lessons
    )
    return listed(frame, ("lesson", "from-to", "evidence", "state"), rows)


def _promises(frame: Frame, material: ThemeMaterial) -> list[Block]:
    """Return the promises of the exchanges on this theme: a promise has no theme of its own."""
    rows = tuple(
        promise_row(frame, exchange, one, material.known, material.today) for exchange, one in material.promises
    )
    return listed(frame, ("promise", "who", "due", "state", "known-by"), rows)


def _collaborations(frame: Frame, material: ThemeMaterial) -> list[Block]:
    rows = tuple(
        collaboration_row(frame, exchange, work, narrower_theme(frame, material.theme.id, [work.theme]))
        for exchange, work in material.collaborations
    )
    return listed(frame, ("collaboration", "parties", "stage", "gains", "next"), rows)


def _gaps(frame: Frame, material: ThemeMaterial) -> list[Block]:
    """Return what nobody knows, as questions: of the laws, then of the organisations that have a sheet."""
    asked = list(_compared(frame, material, POLICY_ROWS).questions)
    for organisation in material.organisations:
        if organisation.model:
            asked += compare_organisations(frame, [organisation]).questions
    named = {side.country: frame.country(side.country) for side in material.sides}
    rows = tuple(Row(((words(ask.text),),), group=named.get(ask.to) or frame.name(ask.to, "strong")) for ask in asked)
    return listed(frame, ("question",), rows)
