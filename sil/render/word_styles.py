"""The look of a Word document: A4, Word's own style names, fonts for three writing systems, page numbers.

Word takes the font and size of Thai from the attributes of complex scripts (`w:cs`, `w:szCs`, `w:bCs`) and of Japanese
from `w:eastAsia`; where only the Latin ones are set, Thai stands in another size beside it.
"""

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

from sil.render.inline import Footnotes
from sil.render.options import Options
from sil.render.word_runs import Runs
from sil.views.model import Page

FONTS = {"w:ascii": "Arial", "w:hAnsi": "Arial", "w:eastAsia": "Yu Gothic", "w:cs": "Leelawadee UI"}
"""Faces that come with Word; where one is missing, as on a Mac or in LibreOffice, the next best is taken."""

LANGUAGES = {"w:val": "en-GB", "w:eastAsia": "ja-JP", "w:bidi": "th-TH"}
"""The language of each script."""

TEXT = "No Spacing"
"""The style of the text in tables."""

SIZES = {
    "Normal": 10.5, "Title": 18, "Subtitle": 10.5, "Heading 1": 13, "Caption": 10.5, "List Paragraph": 10.5,
    TEXT: 9.5, "Bibliography": 8.5, "Header": 8.5, "Footer": 8.5,
}  # fmt: skip
_SPACES = (("Normal", 0, 4), ("List Paragraph", 0, 2), ("Bibliography", 0, 2), ("Heading 1", 14, 4), ("Caption", 4, 3),
           (TEXT, 0, 2))  # fmt: skip
"""Points above and below the paragraphs of a style."""
_BOLD = ("Title", "Heading 1", "Caption")
_RULE = "B8C0C8"
_WORD = "15"
"""The layout of Word 2013 and later."""
_THEME = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def furnish(document: Any, page: Page, options: Options, *, landscape: bool) -> None:
    """Set up paper, styles, head and foot of a new document."""
    _paper(document.sections[0], landscape=landscape)
    _styles(document)
    _running(document, page, options)
    _settings(document)


def _settings(document: Any) -> None:
    """Say which Word lays the document out, and the language of its complex scripts; the template knows neither."""
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)
    for languages in settings.iter(qn("w:themeFontLang")):
        for attribute, tag in LANGUAGES.items():
            languages.set(qn(attribute), tag)


def _paper(section: Any, *, landscape: bool) -> None:
    long, short = Mm(297), Mm(210)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(9)


def _styles(document: Any) -> None:
    sources = document.styles.add_style("Bibliography", WD_STYLE_TYPE.PARAGRAPH)
    sources.base_style = document.styles["Normal"]
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.bold = name in _BOLD
        style.font.cs_bold = name in _BOLD
        style.font.italic = style.font.cs_italic = False
        style.font.color.rgb = RGBColor(0x1D, 0x23, 0x27)
        _letters(style, size)
    _lang_of_defaults(document)
    for name, before, after in _SPACES:
        form = document.styles[name].paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0
    document.styles["Caption"].paragraph_format.keep_with_next = True
    _table(document.styles["Table Grid"])
    for name, indent in (("List Paragraph", 7), ("Bibliography", 10)):
        form = document.styles[name].paragraph_format
        form.left_indent, form.first_line_indent = Mm(indent), -Mm(indent)
        form.tab_stops.add_tab_stop(Mm(indent))


def _table(style: Any) -> None:
    """Give tables thin grey lines, and cells a little air."""
    properties = style.element.find(qn("w:tblPr"))
    for line in properties.find(qn("w:tblBorders")):
        line.set(qn("w:color"), _RULE)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 30), ("left", 85), ("bottom", 30), ("right", 85)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    for old in properties.findall(qn("w:tblCellMar")):
        properties.remove(old)
    properties.append(margins)


def _letters(style: Any, size: float) -> None:
    """Give a style its faces for all writing systems, its size for Thai, and its language."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for attribute in _THEME:
        fonts.attrib.pop(qn(attribute), None)
    for attribute, face in FONTS.items():
        fonts.set(qn(attribute), face)
    for tag in ("w:szCs", "w:lang", "w:spacing", "w:kern"):  # letters set apart tear Thai
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    height = OxmlElement("w:szCs")
    height.set(qn("w:val"), str(int(size * 2)))
    properties.find(qn("w:sz")).addnext(height)
    properties.append(_language())


def _language() -> Any:
    language = OxmlElement("w:lang")
    for attribute, tag in LANGUAGES.items():
        language.set(qn(attribute), tag)
    return language


def _lang_of_defaults(document: Any) -> None:
    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        for properties in defaults.iter(qn("w:rPr")):
            for old in properties.findall(qn("w:lang")):
                properties.remove(old)
            properties.append(_language())


def _running(document: Any, page: Page, options: Options) -> None:
    """Put the title above each page and its number below."""
    writer = Runs(document, page.lang or options.lang, Footnotes({}))
    section = document.sections[0]
    writer.write(section.header.paragraphs[0], page.title)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    writer.field(foot, "PAGE")
    foot.add_run(" / ")
    writer.field(foot, "NUMPAGES")
