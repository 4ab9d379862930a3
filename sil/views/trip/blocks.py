"""Small pieces that reports share."""

from sil.light import Sequence, replace
from sil.reader import LANGS
from sil.records.exchange import Exchange
from sil.records.theme import Theme
from sil.views.frame import Frame, joined, plain_text, words
from sil.views.model import Block, Cell, Column, Inline, Row, Table


def columns(frame: Frame, *keys: str) -> tuple[Column, ...]:
    """Return columns with their labels as titles."""
    return tuple(Column(key, frame.says(f"column.{key}")) for key in keys)


def listed(frame: Frame, keys: Sequence[str], rows: Sequence[Row]) -> list[Block]:
    """Return rows as a table, without the columns in which no row says anything; nothing for no rows."""
    used = [at for at in range(len(keys)) if any(row.cells[at] for row in rows)]
    kept = tuple(replace(row, cells=tuple(row.cells[at] for at in used)) for row in rows)
    return [Table(columns(frame, *(keys[at] for at in used)), kept)] if rows else []


def cell_of(inline: Inline) -> Cell:
    """Return a cell of one paragraph; an empty cell for no text."""
    return (inline,) if inline else ()


def dated(frame: Frame, exchange: Exchange) -> Inline:
    """Return an exchange in one line: when, and what; that it is only planned, or was cancelled."""
    when = words(f"{frame.period(exchange.start, exchange.end)}{frame.colon}")
    return (*when, *frame.text(exchange.title), *unsure(frame, exchange))


def unsure(frame: Frame, exchange: Exchange) -> Inline:
    """Return the mark of an exchange that is planned or was cancelled; nothing for any other."""
    if exchange.status not in ("planned", "cancelled"):
        return ()
    return words(plain_text(frame.bracketed(frame.choice(exchange.status))))


def brought_by(frame: Frame, exchange: Exchange, reported: Exchange) -> Inline:
    """Return the mark of what an earlier exchange brought; nothing for what the exchange reported brought itself."""
    if exchange.id == reported.id:
        return ()
    return frame.says("trip.earlier", "muted", date=frame.period(exchange.start, exchange.end))


def faces(frame: Frame, orgs: Sequence[str]) -> Inline:
    """Return organisations that face each other."""
    return joined((frame.name(org) for org in orgs), " – ")


def agenda_table(frame: Frame, exchange: Exchange) -> list[Block]:
    """Return the programme of an exchange in its order; nothing when none is recorded."""
    rows = tuple(
        Row(
            (
                cell_of(
                    words(frame.period(item.time, item.until)) if item.time else frame.says("state.no-date", "muted")
                ),
                (frame.noted(frame.text(item.title), exchange.id, exchange.sources, item.source),),
                cell_of(frame.name(item.host) if item.host else ()),
                cell_of(frame.text(item.place)),
                cell_of(frame.text(item.purpose)),
            )
        )
        for item in exchange.agenda
    )
    return listed(frame, ("when", "part", "host", "place", "purpose"), rows)


def terms_table(frame: Frame, themes: Sequence[Theme]) -> list[Block]:
    """Return themes in three languages."""
    rows = tuple(
        Row(
            tuple(
                (words(theme.label.by_lang[lang], lang=lang),) if theme.label.by_lang.get(lang) else ()
                for lang in LANGS
            )
        )
        for theme in themes
    )
    titles = tuple(Column(lang, frame.says(f"lang.{lang}")) for lang in LANGS)
    return [Table(titles, rows)] if rows else []
