"""Reads documents back with other programs' libraries: all their words, whatever the format."""

import io

import docx
import openpyxl

from sil.render.inline import clean
from sil.render.walk import paragraphs


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts(page) -> list[str]:
    """The words of every run of a page, as a document writes them."""
    return [words for content in paragraphs(page) for run in content if (words := squeezed(clean(run.text)))]


def docx_words(made: bytes) -> str:
    document = docx.Document(io.BytesIO(made))
    return squeezed("".join(text.text or "" for text in document.element.body.iter(docx.oxml.ns.qn("w:t"))))


def xlsx_words(made: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(made))
    return squeezed(
        "\n".join(
            str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
        )
    )


READERS = {"docx": docx_words, "xlsx": xlsx_words}
