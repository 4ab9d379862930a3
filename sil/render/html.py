"""One HTML file that stands alone: no script, no request, readable on a phone and on paper."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import count

from sil.render.html_block import block_html
from sil.render.html_inline import Writer, attribute
from sil.render.inline import clean, plain
from sil.render.options import Options
from sil.render.pictures import Drawn, drawing, pictures_of
from sil.views.drawing import Picture
from sil.views.model import Page, Section, View
from sil.views.timeline import TimePicture


def render(view: View, options: Options) -> str:
    """Return the page as an HTML document."""
    page = view.page()
    writer = Writer.of(page, options.lang)
    return "\n".join(
        ("<!doctype html>", f'<html lang="{attribute(writer.lang)}">', *_head(page), *_body(view, page, writer))
    )


def _head(page: Page) -> Iterator[str]:
    style = files("sil.render").joinpath("page.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy" content="'
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
    )
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    if page.as_of:
        yield f'<meta name="dcterms.date" content="{attribute(page.as_of)}">'
    yield f"<title>{escape(plain(page.title))}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _body(view: View, page: Page, writer: Writer) -> Iterator[str]:
    yield "<body>"
    yield "<main>"
    yield f"<h1>{writer.inline(page.title)}</h1>"
    if page.lead:
        yield f'<p class="lead">{writer.inline(page.lead)}</p>'
    if isinstance(view, Drawn):
        yield _picture(drawing(view.picture(), titled=False), plain(page.title))
    drawn = pictures_of(view)
    for number, section in zip(count(1), page.sections):
        yield from _section(section, number, writer, drawn.get(section.key))
    yield from _sources(page, writer)
    yield "</main>"
    yield from _footer(page, writer)
    yield "</body>"
    yield "</html>\n"


def _picture(drawn: str, name: str) -> str:
    """Return a drawing in a box of its own, which is scrolled where the screen is narrower than it."""
    return f'<div class="picture" role="group" tabindex="0" aria-label="{attribute(name)}">{drawn.partition("?>")[2].strip()}</div>'


def _section(section: Section, number: int, writer: Writer, picture: Picture | TimePicture | None) -> Iterator[str]:
    yield f'<section id="section-{number}">'
    if section.title:
        yield f"<h2>{writer.inline(section.title)}</h2>"
    if picture:
        yield _picture(drawing(picture, titled=False), picture.title)
    for block in section.blocks:
        yield from block_html(block, writer)
    yield "</section>"


def _sources(page: Page, writer: Writer) -> Iterator[str]:
    if not page.sources:
        return
    yield '<section id="sources">'
    if page.sources_title:
        yield f"<h2>{writer.inline(page.sources_title)}</h2>"
    yield '<ol class="sources">'
    for source in page.sources:
        number = source.number
        back = f' <a class="back" href="#ref-{number}" aria-label="[{number}]">↩</a>' if number in writer.cited else ""
        yield f'<li id="source-{number}" value="{number}">{writer.inline(source.content)}{back}</li>'
    yield "</ol>"
    yield "</section>"


def _footer(page: Page, writer: Writer) -> Iterator[str]:
    if not page.footer and not page.meta:
        return
    yield "<footer>"
    if page.footer:
        yield f"<p>{writer.inline(page.footer)}</p>"
    if page.meta:
        yield f"<p>{' · '.join(escape(clean(value)) for value in page.meta.values())}</p>"
    yield "</footer>"
