"""Reads documents back with other programs' libraries: all their words and all their addresses, whatever the format."""

import csv
import io
import re
import unicodedata
from urllib.parse import unquote

import docx
import lxml.html
import openpyxl
import pypdf
import pypdfium2
from markdown_it import MarkdownIt

from sil.render.inline import clean, unseen_address, web_address
from sil.render.walk import paragraphs


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts(page) -> list[str]:
    """The words of every run of a page, as a document writes them."""
    return [words for content in paragraphs(page) for run in content if (words := squeezed(clean(run.text)))]


def lines(page) -> list[str]:
    """The words of every paragraph of a page, each with its footnote marks taken out."""
    whole = ("".join(clean(run.text) for run in content) for content in paragraphs(page))
    return [words for line in whole if (words := squeezed(line))]


def marks(page) -> set[str]:
    """The numbers of all footnotes that the page has."""
    numbers = {source.key: str(source.number) for source in page.sources}
    return {numbers[key] for content in paragraphs(page) for run in content for key in run.notes if key in numbers}


def addresses(page) -> set[str]:
    """Every address that a person may follow."""
    return {found for content in paragraphs(page) for run in content if (found := web_address(run))}


def unseen_addresses(page) -> set[str]:
    """The addresses that no words of the page show."""
    return {found for content in paragraphs(page) for run in content if (found := unseen_address(run))}


# --- docx --------------------------------------------------------------------------------------------------------------


def docx_words(made: bytes) -> str:
    """The words, without the places that Word calls `No-Width Optional Break`."""
    document = docx.Document(io.BytesIO(made))
    words = "".join(text.text or "" for text in document.element.body.iter(docx.oxml.ns.qn("w:t")))
    return squeezed(words).replace("\u200b", "")


def docx_addresses(made: bytes) -> set[str]:
    relations = docx.Document(io.BytesIO(made)).part.rels.values()
    return {relation.target_ref for relation in relations if relation.reltype.endswith("/hyperlink")}


# --- xlsx --------------------------------------------------------------------------------------------------------------


def _xlsx_cells(made: bytes):
    book = openpyxl.load_workbook(io.BytesIO(made))
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def xlsx_words(made: bytes) -> str:
    return squeezed("\n".join(str(cell.value) for cell in _xlsx_cells(made)))


def xlsx_addresses(made: bytes) -> set[str]:
    links = (cell.hyperlink for cell in _xlsx_cells(made) if cell.hyperlink and cell.hyperlink.target)
    return {link.target + (f"#{link.location}" if link.location else "") for link in links}


# --- pdf ---------------------------------------------------------------------------------------------------------------


def pdf_pages(made: bytes, engine: str = "pdfium") -> list[str]:
    """The words of each page without the title above it and the number below."""
    if engine == "pypdf":
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    else:
        document = pypdfium2.PdfDocument(made)
        pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
        document.close()
    number = re.compile(rf"^\s*\d+ / {len(pages)}\s*$", re.MULTILINE)
    # pdfium takes a hyphen at the end of a line for one of its own making
    plain = (re.sub("[\x02\ufffe]", "-", page.replace("\r", "\n")) for page in pages)
    return [squeezed(number.sub("", page)) for page in plain]


def pdf_addresses(made: bytes) -> set[str]:
    notes = [note.get_object() for page in pypdf.PdfReader(io.BytesIO(made)).pages for note in page.get("/Annots", [])]
    return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}


# --- html and md -------------------------------------------------------------------------------------------------------


def html_words(made: str) -> str:
    body = lxml.html.document_fromstring(made).find("body")
    for mark in body.xpath("//sup | //svg | //a[@class='back']"):
        mark.drop_tree()
    return squeezed(body.text_content())


def html_addresses(made: str) -> set[str]:
    return {
        address for address in lxml.html.document_fromstring(made).xpath("//a/@href") if not address.startswith("#")
    }


def _md_tokens(made: str):
    """Read GitHub's footnotes, which CommonMark does not know, as text with marks."""
    made = re.sub(r"\[\^\d+\]", "", re.sub(r"^\[\^\d+\]:", "&#8203;", made, flags=re.MULTILINE))
    for token in MarkdownIt("commonmark").enable("table").parse(made):
        yield from token.children or [token]


def md_words(made: str) -> str:
    """The words; the reader writes the addresses that stand for themselves in readable letters."""
    said = "".join(token.content for token in _md_tokens(made) if token.type in ("text", "code_inline"))
    return squeezed(said.replace("\u200b", ""))


def md_addresses(made: str) -> set[str]:
    return {unquote(str(token.attrs["href"])) for token in _md_tokens(made) if token.type == "link_open"}


# --- flat rows ---------------------------------------------------------------------------------------------------------


def csv_rows(made: str, dialect: str = "excel") -> list[dict[str, str]]:
    if dialect == "tsv":
        return list(csv.DictReader(io.StringIO(made), delimiter="\t", quoting=csv.QUOTE_NONE))
    return list(csv.DictReader(io.StringIO(made, newline="")))


def letters(text: str) -> str:
    """A text with one form for each letter, as the readers of PDFs give it back."""
    return unicodedata.normalize("NFKC", text)


READERS = {"docx": docx_words, "xlsx": xlsx_words, "html": html_words, "md": md_words}
ADDRESSES = {
    "docx": docx_addresses, "xlsx": xlsx_addresses, "pdf": pdf_addresses, "html": html_addresses, "md": md_addresses,
}  # fmt: skip
