"""Small pieces that the parts of the trip report share."""

from collections.abc import Sequence

from sil.records.exchange import Exchange
from sil.views.frame import Frame, joined, words
from sil.views.model import Cell, Column, Inline


def columns(frame: Frame, *keys: str) -> tuple[Column, ...]:
    """Return columns with their labels as titles."""
    return tuple(Column(key, frame.says(f"column.{key}")) for key in keys)


def cell_of(inline: Inline) -> Cell:
    """Return a cell of one paragraph; an empty cell for no text."""
    return (inline,) if inline else ()


def dated(frame: Frame, exchange: Exchange) -> Inline:
    """Return an exchange in one line: when, and what."""
    return (*words(f"{frame.period(exchange.start, exchange.end)}{frame.colon}"), *frame.text(exchange.title))


def faces(frame: Frame, orgs: Sequence[str]) -> Inline:
    """Return organisations that face each other."""
    return joined((frame.name(org) for org in orgs), " – ")
