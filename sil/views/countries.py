"""Two or more countries on one theme: law against law, who works in it, and what each has learned."""

from sil.light import Callable, Collection, Mapping, Sequence, dataclass, replace
from sil.records.exchange import Lesson
from sil.records.organisation import Organisation
from sil.records.policy import POLICY_ROWS, Policy
from sil.records.theme import Theme
from sil.records.types import Claim, Source
from sil.views.comparison import ComparedCell, ComparedRow, Comparison, Question, Subject
from sil.views.frame import Frame, joined, notes_of, plain_text, words
from sil.views.laws import law_row, short_name, whole_name
from sil.views.model import Inline
from sil.views.organisations import mention, status_of
from sil.views.origin import drawn_at_home
from sil.views.relation import SIGNS, nearest_relation, relation_of_parts

COUNTRY_ROWS = (*POLICY_ROWS, "figures", "organisations", "lessons")
"""Rows of a comparison of countries in the order they are shown."""

MOST_FIGURES = 3
"""Parts of one measure that are listed; `sil show` has all."""

MOST_MEASURES = 10
"""Measures of one law that are listed, the first of its record."""


@dataclass(frozen=True, slots=True)
class CountrySide:
    """What is known of one country on the theme."""

    country: str
    policies: tuple[Policy, ...]
    organisations: tuple[Organisation, ...]
    lessons: tuple[tuple[str, Lesson, Mapping[str, Source]], ...]
    """Lessons this country learned: address, lesson, sources of its exchange."""


_ListCell = Callable[[Frame, Theme, CountrySide], ComparedCell]


def compare_countries(
    frame: Frame, theme: Theme, sides: Sequence[CountrySide], rows: Collection[str] = (), *, differences: bool = False
) -> Comparison:
    """Lay the laws, organisations and lessons of countries side by side.

    `rows` limits the comparison to some of `COUNTRY_ROWS`, `differences` puts what differs first.
    """
    lists: Mapping[str, _ListCell] = {"figures": _figures, "organisations": _organisations, "lessons": _lessons}
    with frame.converting(side.country for side in sides):
        law = [_law_row(frame, key, sides) for key in POLICY_ROWS if not rows or key in rows]
        compared = [
            *(row for row in law if not all(cell.status == "not-applicable" for cell in row.cells)),
            *(_list_row(frame, key, theme, sides, cell) for key, cell in lists.items() if not rows or key in rows),
        ]
    subjects = [_subject(frame, theme, side) for side in sides]
    title = (*frame.text(theme.label), *words(frame.colon), *joined((subject.title for subject in subjects), " – "))
    return Comparison(frame, title, subjects, compared, _questions(frame, sides, law), differences=differences)


def _subject(frame: Frame, theme: Theme, side: CountrySide) -> Subject:
    laws = tuple(
        (*whole_name(frame, policy), *narrower_theme(frame, theme.id, policy.themes)) for policy in side.policies
    )
    return Subject(side.country, _strong(frame.country(side.country)), laws or (frame.says("state.no-law", "doubt"),))


def narrower_theme(frame: Frame, theme: str, own: Sequence[str | None]) -> Inline:
    """Return the first theme of a record told under a wider one, in brackets; nothing where it has that theme itself."""
    named = next((one for one in own if one), None)
    if named is None or theme in own:
        return ()
    return frame.bracketed(frame.name(named, "muted"), "muted")


def _strong(inline: Inline) -> Inline:
    return tuple(part for run in inline for part in words(run.text, "strong", lang=run.lang))


def _sheets(side: CountrySide) -> list[Policy]:
    return [policy for policy in side.policies if policy.sheet]


def _law_row(frame: Frame, key: str, sides: Sequence[CountrySide]) -> ComparedRow:
    by_law: list[list[tuple[Claim, ...]]] = [[getattr(law.sheet, key) for law in _sheets(side)] for side in sides]
    return ComparedRow(
        block="law",
        block_title=frame.label("block.law"),
        key=key,
        label=law_row(frame, key),
        relation=relation_of_parts(by_law),
        cells=tuple(
            _law_cell(frame, key, side, [law for at, laws in enumerate(by_law) if at != place for law in laws])
            for place, side in enumerate(sides)
        ),
    )


def _law_cell(frame: Frame, key: str, side: CountrySide, others: Sequence[Sequence[Claim]]) -> ComparedCell:
    """Return the cell of one country; with several laws each says its own, after the sign of its nearest counterpart.

    A law that says one thing says it behind its name, one that says several below it.
    """
    shown: list[Inline] = []
    laws = [policy for policy in _sheets(side) if getattr(policy.sheet, key)]
    for policy in laws:
        lines = frame.claims(getattr(policy.sheet, key), policy.id, policy.sources)
        sign = words(f"{SIGNS[nearest_relation(getattr(policy.sheet, key), others)]} ") if others else ()
        whose = (*sign, *short_name(frame, policy), *words(frame.colon, "muted")) if len(laws) > 1 else ()
        shown += [(*whose, *lines[0])] if len(lines) == 1 else [*([whose] if whose else []), *lines]
    claims = [claim for policy in laws for claim in getattr(policy.sheet, key)]
    dates = dict.fromkeys(claim.as_of for claim in claims if claim.as_of)
    return ComparedCell(
        tuple(shown) or frame.claims((), side.country, {}),
        ", ".join(dates) or None,
        status_of(claims),
        notes_of(tuple(shown)),
    )


def _list_row(frame: Frame, key: str, theme: Theme, sides: Sequence[CountrySide], cell: _ListCell) -> ComparedRow:
    return ComparedRow(
        block="practice",
        block_title=frame.label("block.practice"),
        key=key,
        label=frame.label(f"row.{key}"),
        relation="not-applicable",
        cells=tuple(cell(frame, theme, side) for side in sides),
    )


def _filled(frame: Frame, lines: Sequence[Inline]) -> ComparedCell:
    if not lines:
        return ComparedCell((frame.choice("none", "muted"),), status="none")
    return ComparedCell(tuple(lines), sources=notes_of(tuple(lines)))


def _figures(frame: Frame, _theme: Theme, side: CountrySide) -> ComparedCell:
    """Return the figures of the latest date of each measure that still hold: never as a ranking of countries."""
    lines: list[Inline] = []
    for policy in side.policies:
        standing = [figure for figure in policy.figures if not figure.until]
        measures = list(dict.fromkeys(figure.measure for figure in standing))
        for measure in measures[:MOST_MEASURES]:
            series = [figure for figure in standing if figure.measure == measure]
            latest = max(_date(figure) for figure in series)
            for figure in [figure for figure in series if _date(figure) == latest][:MOST_FIGURES]:
                label = (*frame.measure(figure), *words(frame.colon))
                lines.append((*label, *frame.claim(replace(figure, of=None), policy.id, policy.sources)))
        if rest := measures[MOST_MEASURES:]:
            lines.append(frame.says("figures.more", "muted", count=len(rest), law=policy.id))
    return _filled(frame, lines)


def _date(claim: Claim) -> str:
    return claim.as_of or ""


def _organisations(frame: Frame, theme: Theme, side: CountrySide) -> ComparedCell:
    return _filled(
        frame,
        [
            (*mention(frame, organisation), *narrower_theme(frame, theme.id, organisation.themes))
            for organisation in side.organisations
        ],
    )


def _lessons(frame: Frame, theme: Theme, side: CountrySide) -> ComparedCell:
    return _filled(
        frame,
        [
            (
                *frame.noted(frame.text(lesson.title), address.split("/", 1)[0], sources, lesson.source),
                *drawn_at_home(frame, lesson, side.country),
                *narrower_theme(frame, theme.id, [lesson.theme]),
            )
            for address, lesson, sources in side.lessons
        ],
    )


def _questions(frame: Frame, sides: Sequence[CountrySide], law: Sequence[ComparedRow]) -> list[Question]:
    """Turn each unknown cell of a law into a question to the body that administers it, else to the country."""
    return [
        Question(to, frame.label(f"question.law.{row.key}", name=_either(frame, laws)), row.key)
        for row in law
        for side, cell in zip(sides, row.cells, strict=True)
        if cell.status == "unknown"
        for to, laws in _asked(side, row.key).items()
    ]


def _asked(side: CountrySide, key: str) -> dict[str, list[Policy]]:
    """Return who is to be asked about which laws: those that say themselves that a row is unknown, else all."""
    silent = [policy for policy in _sheets(side) if getattr(policy.sheet, key)] or list(side.policies)
    asked: dict[str, list[Policy]] = {}
    for policy in silent:
        asked.setdefault(next(iter(policy.authority), side.country), []).append(policy)
    return asked


def _either(frame: Frame, laws: Sequence[Policy]) -> str:
    return frame.label("mark.or").join(plain_text(short_name(frame, policy)) for policy in laws)
