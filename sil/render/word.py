"""A Word document: real headings, tables whose heads repeat, links, and fonts for Latin, Thai and Japanese.

The styles have Word's own names, so that an office can give the document its own look. The same page gives the same
bytes: no clock, no user name.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.shared import Mm, Pt
from lxml import etree

from sil.render.inline import Footnotes, clean, plain
from sil.render.options import Options
from sil.render.pictures import drawing, pictures_of
from sil.render.proportions import landscape
from sil.render.word_runs import Runs
from sil.render.word_styles import furnish
from sil.render.word_tables import facts, table
from sil.views.drawing import Picture
from sil.views.model import Block, Bullets, Facts, Inline, Page, Paragraph, Run, Table, View
from sil.views.timeline import TimePicture

LARGEST = 0.75
"""Size of a drawing beside its size on a screen: its letters are then as small as a footnote's."""

_AFTER_LIST = Pt(6)


def render(view: View, options: Options) -> bytes:
    """Return the page as a docx file; UsageError when python-docx is not installed."""
    page = view.page()
    document = docx.Document()
    furnish(document, page, options, landscape=landscape(page))
    writer = Runs(document, page.lang or options.lang, Footnotes.of(page))
    _body(document, page, writer, pictures_of(view) if find_spec("typst") else {})
    _properties(document, page, options)
    return _same_bytes(document)


def undrawn(view: View) -> bool:
    """Whether a document leaves out drawings of a view, because what makes pictures of them is not installed."""
    return not find_spec("typst") and bool(pictures_of(view))


def _body(document: Any, page: Page, writer: Runs, pictures: Mapping[str, Picture | TimePicture]) -> None:
    writer.write(document.add_paragraph(style="Title"), page.title)
    if page.lead:
        writer.write(document.add_paragraph(style="Subtitle"), page.lead)
    _picture(document, pictures.get(""))
    for section in page.sections:
        if section.title:
            writer.write(document.add_paragraph(style="Heading 1"), section.title)
        _picture(document, pictures.get(section.key))
        for block in section.blocks:
            _block(document, block, writer)
    if page.sources_title:
        writer.write(document.add_paragraph(style="Heading 1"), page.sources_title)
    for source in page.sources:
        writer.source(document.add_paragraph(style="Bibliography"), source)
    for line in _footer(page):
        writer.write(document.add_paragraph(style="Normal"), line)


def _picture(document: Any, picture: Picture | TimePicture | None) -> None:
    """Put a drawing, with its words for those who do not see it."""
    if picture is None:
        return
    from sil.render.typeset import png  # noqa: PLC0415 - Typst comes with another extra

    shape = document.add_picture(BytesIO(png(drawing(picture, titled=False))))
    paper = document.sections[0]
    room = paper.page_width - paper.left_margin - paper.right_margin
    height = paper.page_height - paper.top_margin - paper.bottom_margin - Mm(20)
    scale = min(LARGEST, room / shape.width, height / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no text alternatives
    properties.set("title", clean(picture.title))
    properties.set("descr", clean(picture.description))


def _footer(page: Page) -> Iterator[Inline]:
    if page.footer:
        yield page.footer
    if page.meta:
        yield (Run(" · ".join(page.meta.values()), style="muted"),)


def _block(document: Any, block: Block, writer: Runs) -> None:
    match block:
        case Paragraph():
            writer.write(document.add_paragraph(), block.content)
        case Bullets():
            _bullets(document, block, writer)
        case Facts():
            facts(document, block, writer)
        case Table():
            table(document, block, writer)


def _bullets(document: Any, block: Bullets, writer: Runs) -> None:
    """Write a list; numbers are text, so that each list of the document begins at one."""
    gauge = len(str(len(block.items)))
    for number, item in enumerate(block.items, 1):
        mark = f"{number:>{gauge}}." if block.ordered else "•"
        for at, content in enumerate(item or ((),)):
            paragraph = document.add_paragraph(style="List Paragraph")
            if block.marked:
                paragraph.add_run(f"{mark}\t" if at == 0 else "\t")
            writer.write(paragraph, content)
            if number == len(block.items):
                paragraph.paragraph_format.space_after = _AFTER_LIST


def _properties(document: Any, page: Page, options: Options) -> None:
    known = document.core_properties
    known.title = plain(page.title)[:255]
    known.author = known.last_modified_by = "sil"
    known.comments = known.keywords = ""
    known.language = page.lang or options.lang
    known.revision = 1
    known.created = known.modified = datetime.fromisoformat(options.today or "2000-01-01")


def _same_bytes(document: Any) -> bytes:
    """Return the file with one time in all its parts, so that the same page gives the same bytes."""
    first, second = BytesIO(), BytesIO()
    document.save(first)
    with ZipFile(first) as made, ZipFile(second, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            if not name.startswith("docProps/thumbnail"):
                kept.writestr(ZipInfo(name), _without_thumbnail(name, made.read(name)), ZIP_DEFLATED)
    return second.getvalue()


def _without_thumbnail(name: str, part: bytes) -> bytes:
    """Return a part without the reference to the picture of the library's own template."""
    if name != "_rels/.rels":
        return part
    root = etree.fromstring(part)
    for relation in list(root):
        if relation.get("Target", "").startswith("docProps/thumbnail"):
            root.remove(relation)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
