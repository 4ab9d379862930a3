"""Themes: the thesaurus in three languages, after SKOS (labels, broader, related)."""

from sil.light import dataclass
from sil.records.types import Marked, MarkedRecord, Slug, ThemeId
from sil.records.values import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLabels(Marked):
    """Other words for a theme, by language; a search for one finds all."""

    en: tuple[str, ...] = ()
    """English words."""

    th: tuple[str, ...] = ()
    """Thai words."""

    ja: tuple[str, ...] = ()
    """Japanese words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(MarkedRecord):
    """One concept of the thesaurus."""

    id: Slug
    """Stable id."""

    label: Text
    """Preferred label in each language."""

    other: OtherLabels = OtherLabels()
    """Other labels: synonyms, short forms, spellings."""

    definition: Text
    """One sentence in each language."""

    broader: tuple[ThemeId, ...] = ()
    """Wider themes."""

    related: tuple[ThemeId, ...] = ()
    """Related themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesaurus:
    """The file of all themes."""

    themes: tuple[Theme, ...] = ()
    """Themes, in the order in which they are shown."""
