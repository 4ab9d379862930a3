"""Runs of text in a Word document: styles that hold in Thai too, links and footnote marks.

Word tells the languages of a run apart by its letters, and takes each from the attribute of its script: English for Latin
(were it Japanese, LibreOffice would break "LITALICO" anywhere), Japanese for East Asian, Thai for complex scripts. The
styles say so for all runs (`word_styles.py`); a Japanese run claims the signs that both scripts share.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor

from sil.render.inline import Footnotes, clean, unseen_address, web_address
from sil.text.thai_words import thai_words
from sil.views.model import Inline, Run, SourceNote

_INKS = {"muted": "59636E", "good": "1A6B33", "bad": "A4262C", "doubt": "7A5200"}
_LINK = "0B57A4"
_SIGN_AND_LATIN = re.compile("[、。，；：！？）」』】](?=[A-Za-z])")
_MAY_BREAK = "\u200b"
"""Word's own `No-Width Optional Break`."""
_BRACKETED = re.compile("(?<=[(\\[“«])(?:((?:[ก-ฮ]+[.])+)|[ก-\u0e4e]+)")


class Runs:
    """Writes the runs of one page."""

    def __init__(self, document: Any, lang: str, footnotes: Footnotes) -> None:
        self._document = document
        self._lang = lang
        self._footnotes = footnotes
        self._bookmarks = 0

    def write(self, paragraph: Any, content: Inline, *, bold: bool = False) -> None:
        """Add the runs to a paragraph; `bold` makes all of them bold."""
        for run, pieces in zip(content, _pieces(list(_texts(content))), strict=True):
            for text, after_bracket in pieces:
                made = self._run(paragraph, run, text, bold=bold)
                if after_bracket:
                    _untie(made)
            if run.text and (unseen := unseen_address(run)) and run.style == "muted":
                self._plain(paragraph, f" <{unseen}>")
            for mark, known in self._footnotes.marks(run):
                self._mark(paragraph, mark, known=known)

    def source(self, paragraph: Any, source: SourceNote) -> None:
        """Write an entry of the list of sources, which footnotes lead to."""
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag.endswith("Start"):
                mark.set(qn("w:name"), f"source_{source.number}")
            paragraph._p.append(mark)  # noqa: SLF001 - python-docx has no bookmarks
        self._plain(paragraph, f"[{source.number}]\t")
        self.write(paragraph, source.content)

    def field(self, paragraph: Any, instruction: str) -> None:
        """Add a field that Word fills in, as the number of the page."""
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), instruction)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields

    def _run(self, paragraph: Any, run: Run, text: str, *, bold: bool) -> Any:
        address = web_address(run)
        made = paragraph.add_run(text)
        if (run.lang or self._lang) == "ja":
            made._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")  # noqa: SLF001 - not in python-docx
        made.bold = made.font.cs_bold = (bold or run.style in ("strong", "match")) or None
        if run.style == "code":
            made.style = "HTML Code" if "HTML Code" in self._document.styles else None
        self._ink(made, _LINK if address else _INKS.get(run.style, ""))
        if address:
            made.underline = True
            target = paragraph.part.relate_to(
                address,
                RELATIONSHIP_TYPE.HYPERLINK,
                is_external=True,
            )
            self._linked(paragraph, made, "r:id", target)
        return made

    def _plain(self, paragraph: Any, text: str) -> Any:
        return paragraph.add_run(text)

    def _mark(self, paragraph: Any, mark: str, *, known: bool) -> None:
        made = self._plain(paragraph, f"[{mark}]")
        made.font.superscript = True
        if known:
            self._ink(made, _LINK)
            self._linked(paragraph, made, "w:anchor", f"source_{mark}")

    def _linked(self, paragraph: Any, run: Any, attribute: str, target: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn(attribute), target)
        link.append(run._r)  # noqa: SLF001 - python-docx writes no links
        paragraph._p.append(link)  # noqa: SLF001

    def _ink(self, run: Any, ink: str) -> None:
        if ink:
            run.font.color.rgb = RGBColor.from_string(ink)


def _texts(content: Inline) -> Iterator[str]:
    """Yield the text of each run; LibreOffice needs to be told that a line may end between Japanese signs and Latin."""
    words = [clean(run.text) or web_address(run) or "" for run in content]
    for text, after in pairwise([*words, ""]):
        marked = _SIGN_AND_LATIN.sub(f"\\g<0>{_MAY_BREAK}", text + after[:1])
        yield marked[:-1] if after else marked


def _pieces(texts: Sequence[str]) -> Iterator[list[tuple[str, bool]]]:
    """Cut each run where a Thai word or abbreviation after a bracket begins and ends; such words come with True."""
    whole = "".join(texts)
    words = [
        (found.start(), found.start() + len(found[1] or thai_words(found[0])[0]))
        for found in _BRACKETED.finditer(whole)
    ]
    borders = accumulate(map(len, texts), initial=0)
    for start, end in pairwise(borders):
        places = sorted({start, end, *(place for word in words for place in word if start < place < end)})
        yield [(whole[a:b], any(first <= a < last for first, last in words)) for a, b in pairwise(places)]


def _untie(run: Any) -> None:
    """Take a word's language from it: LibreOffice cuts Thai, known as Thai, behind a bracket where a line ends."""
    run.font.no_proof = True
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi"), "en-GB")
    run._r.get_or_add_rPr().append(language)  # noqa: SLF001 - python-docx has no languages
