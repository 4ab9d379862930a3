"""The PDF: the package's own fonts, an outline, tags, a language; record text is never markup; bytes that repeat."""

import io
import re
import unicodedata

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_readers import squeezed, texts
from random_pages import pages
from sample_pages import Shown, comparison, page_of, words
from test_render_office import HOSTILE

from sil.render import Options, document
from sil.views.model import Paragraph

TODAY = Options(today="2026-11-24")
SLOW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def normal(text: str) -> str:
    return unicodedata.normalize("NFKC", squeezed(text))


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


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("question", [("compare", "litalico", "klongdinsor"), ("report", "trip")], ids=" ".join)
def test_the_words_of_the_shipped_records_can_be_copied(shipped, monkeypatch, question, lang):
    monkeypatch.setattr(shipped, "lang", lang)
    view = shipped.report("trip") if question[0] == "report" else shipped.compare(question[1:])
    found = read(view, Options(lang=lang, today="2026-11-24"))[1]
    # pypdf puts the marks of Thai elsewhere, and a line that runs over a page has the page's number in it
    facts = [normal(text) for text in texts(view.page()) if not re.search(r"[ก-๛]", text)]
    missing = [fact for fact in facts if fact not in found]
    assert len(facts) > 100
    assert len(missing) < len(facts) / 50, missing[:5]
