"""What a delegation says and writes: names and how to say them, terms, consent, and who notes what."""

from sil.reader import LANGS
from sil.records.organisation import Organisation
from sil.records.types import FOUND_BY
from sil.views.briefing.material import BriefingMaterial
from sil.views.frame import Frame, words
from sil.views.model import Block, Bullets, Cell, Inline, Row, Table
from sil.views.trip.blocks import columns, listed, terms_table

RULES = ("consent-photo", "consent-people", "consent-quote", "consent-withdraw")
TASKS = ("note-answers", "note-promises", "note-lessons", "note-photos")
PASSED = ("former", "misspelling")
"""Kinds of name that nobody should use when speaking to the body."""


def names(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return how the names of those who meet are written and read, who speaks for them, and the rules of courtesy."""
    met = [material.organisations[org] for org in material.counterparts + material.own if org in material.organisations]
    rows = tuple(
        Row(((frame.name(org.id, "strong"),), _written(frame, org), _read(org), _people(frame, org))) for org in met
    )
    table = listed(frame, ("organisation", "written", "read", "person"), rows)
    return [*table, Bullets(tuple((frame.says(f"briefing.say-{lang}"),) for lang in ("th", "ja", "en")))]


def _written(frame: Frame, organisation: Organisation) -> Cell:
    """Return the name in each language: the preferred form, else the first that it is called by."""
    lines: list[Inline] = []
    for lang in LANGS:
        named = [name for name in organisation.names if name.lang == lang]
        forms = [name for name in named if name.preferred or name.kind not in FOUND_BY]
        if forms:
            form = min(forms, key=lambda name: not name.preferred)
            lines.append((*words(f"{frame.label(f'lang.{lang}')}{frame.colon}", "muted"), *words(form.text, lang=lang)))
    return tuple(lines)


def _read(organisation: Organisation) -> Cell:
    return tuple(
        words(f"{name.text} = {', '.join(name.reading)}", lang=name.lang)
        for name in organisation.names
        if name.reading and name.kind not in PASSED
    )


def _people(frame: Frame, organisation: Organisation) -> Cell:
    """Return who speaks for the organisation, without those whose time in the role is over."""
    return tuple(
        (*frame.text(person.name), *words(frame.comma), *frame.text(person.role))
        for person in organisation.people
        if not person.until
    )


def terms(frame: Frame, material: BriefingMaterial) -> list[Block]:
    """Return the themes in three languages."""
    return terms_table(frame, [theme for theme, _ in material.themes])


def consent(frame: Frame, _material: BriefingMaterial) -> list[Block]:
    """Return the rules of consent and photos."""
    return [Bullets(tuple((frame.says(f"briefing.{rule}"),) for rule in RULES))]


def notes(frame: Frame, _material: BriefingMaterial) -> list[Block]:
    """Return the tasks of those who write, with a blank for each name: who does it is for the delegation to say."""
    rows = tuple(Row(((frame.says(f"briefing.{task}"),), (frame.says("briefing.blank", "muted"),))) for task in TASKS)
    return [Table(columns(frame, "task", "by-whom"), rows)]
