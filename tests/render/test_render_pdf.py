"""The PDF: the package's own fonts, an outline, tags, a language; record text is never markup; bytes that repeat."""

import io
import re
import shutil
import subprocess

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from other_readers import letters, pdf_pages, squeezed
from random_pages import pages
from sample_pages import Shown, comparison, page_of, words
from test_render_office import HOSTILE

from sil.render import Options, document
from sil.views.model import Paragraph, Run

TODAY = Options(today="2026-11-24")
SLOW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def normal(text: str) -> str:
    return letters(squeezed(text))


def read(view, options=TODAY) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(io.BytesIO(document(view, "pdf", options)))
    return reader, normal("".join(page.extract_text() for page in reader.pages))


@SLOW
@given(pages)
def test_any_page_becomes_a_pdf(page):
    assert read(Shown(page))[0].pages


@SLOW
@given(st.lists(st.text() | st.sampled_from(HOSTILE), min_size=1, max_size=4))
def test_hostile_text_is_set_as_text(drawn):
    assert read(Shown(page_of(*(Paragraph(words(text)) for text in drawn))))[0].pages


@pytest.mark.parametrize("text", ["#panic()", "*bold*", "$x$", "@cite", "= head", '#read("/etc/passwd")', "<label>"])
def test_what_typst_would_run_is_printed(text):
    assert squeezed(text) in read(Shown(page_of(Paragraph(words(text)))))[1]


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_it_says_its_language_and_title_and_has_an_outline_and_tags(lang):
    reader, _ = read(Shown(comparison(lang)))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "".join(run.text for run in comparison(lang).title)
    assert len(reader.outline) == 2
    assert sorted(float(size) for size in reader.pages[0].mediabox[2:]) == pytest.approx([595.28, 841.89], abs=0.1)


def test_no_font_but_the_packaged_ones_is_used():
    reader, _ = read(Shown(comparison("th")))
    fonts = {str(font["/BaseFont"]) for page in reader.pages for font in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all(re.search(r"\+(Sarabun|NotoSansCJKjp)-(Regular|Bold)", font) for font in fonts)


def test_the_same_page_and_day_give_the_same_bytes():
    assert document(Shown(comparison("ja")), "pdf", TODAY) == document(Shown(comparison("ja")), "pdf", TODAY)


@pytest.fixture(scope="module")
def names(shipped) -> list[str]:
    """Every name that the shipped records give, in all languages."""
    return sorted({" ".join(name.split()) for name in _names(shipped)})


def _names(shipped):
    records = shipped.records
    for record in (*records.organisations, *records.policies):
        yield from (name.text for name in record.names)
    titles = [exchange.title for exchange in records.exchanges]
    titles += [lesson.title for exchange in records.exchanges for lesson in exchange.lessons]
    for text in (*titles, *(theme.label for theme in records.themes)):
        yield from (text.pick(lang)[0] for lang in ("en", "th", "ja"))


ENGINES = {
    "pypdf": lambda made: "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages),
    "pdfium": lambda made: "\n".join(pdf_pages(made)),
    "poppler": lambda made: subprocess.run(
        ["pdftotext", "-", "-"], input=made, capture_output=True, check=True
    ).stdout.decode(),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_every_name_and_every_thai_cluster_can_be_copied(names, lang, engine):
    if engine == "poppler" and not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    said = [*names, *clusters()]
    made = document(Shown(page_of(*(Paragraph((Run(text, lang, "strong"),)) for text in said))), "pdf", TODAY)
    found = normal(re.sub(r"\f|^\d+ / \d+$", "", ENGINES[engine](made), flags=re.MULTILINE))
    assert [text for text in said if normal(text) not in found] == []


def clusters() -> list[str]:
    """Every Thai consonant with every vowel and tone that stands on it, one line for each consonant."""
    vowels, tones = ("", "ั", "ิ", "ี", "ึ", "ื", "็", "ุ", "ู"), ("", "่", "้", "๊", "๋", "์")
    marks = [vowel + tone for vowel in vowels for tone in tones] + [tone + "ำ" for tone in tones[:5]]
    return [f"{base}{mark}ก" for base in map(chr, range(0x0E01, 0x0E2F)) for mark in marks]
