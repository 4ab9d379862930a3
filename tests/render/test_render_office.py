"""Documents for office programs: every word is in them, nothing of a record works in them, and their bytes repeat."""

import io
import re
import zipfile
from datetime import datetime

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from other_readers import READERS, texts
from random_pages import pages
from sample_pages import EN, Shown, comparison, page_of, table_of, words

from sil.render import CALENDARS, DOCUMENTS, IMAGES, Options, document
from sil.render.sheet_names import SheetNames
from sil.views.model import Bullets, Column, Facts, Paragraph, Row, Run, Table

TODAY = Options(today="2026-11-24")
SLOW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
HOSTILE = (
    "=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "-2+3", "\x1b[31mred", "\x00nul", "\ud800lone", "\ufffe\uffff", "\u202eturned",
    "<script>alert(1)</script>", "]]>", "&amp;", "#heading", "*bold*", "$x$", "@cite", "\\alpha", "👩‍🏫🇹🇭", "{=1}", "_x0041_",
)  # fmt: skip


@SLOW
@given(pages)
@pytest.mark.parametrize("fmt", ["docx", "xlsx"])
def test_every_word_of_any_page_is_in_the_document(fmt, page):
    found = unmarked(READERS[fmt](document(Shown(page), fmt, TODAY)))
    for text in texts(page):
        assert unmarked(text) in found


def unmarked(text: str) -> str:
    """The words without footnote marks, which a workbook writes between them."""
    return re.sub(r"\[(\d+|a|b|gone)\]", "", text)


@SLOW
@given(st.lists(st.text() | st.sampled_from(HOSTILE), min_size=1, max_size=5))
@pytest.mark.parametrize("fmt", ["docx", "xlsx"])
def test_hostile_text_stays_text(fmt, drawn):
    cells = [(text, text) for text in drawn]
    blocks = [
        Paragraph(words(drawn[0])),
        Bullets(((words(drawn[0]),),)),
        Facts(((words("x"), (words(drawn[0]),)),)),
    ]
    view = Shown(page_of(table_of(("=1+1", "b"), cells), *blocks), {}, tuple({"text": text} for text in drawn))
    made = document(view, fmt, TODAY)
    READERS[fmt](made)
    parts = zipfile.ZipFile(io.BytesIO(made))
    assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets"))
    assert not any(name.endswith((".bin", "vbaProject")) for name in parts.namelist())


@pytest.mark.parametrize("fmt", DOCUMENTS)
@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_the_same_page_gives_the_same_bytes(fmt, lang):
    view = Shown(comparison(lang), {}, ({"title": "น้ำ"},))
    assert document(view, fmt, TODAY) == document(view, fmt, TODAY)


@pytest.fixture(scope="module")
def made():
    return docx.Document(io.BytesIO(document(Shown(comparison("th")), "docx", TODAY)))


def test_word_finds_headings_and_heads_that_repeat(made):
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"] == ["คำถามที่ยังต้องถาม", "แหล่งข้อมูล"]
    head = made.tables[0].rows[0]._tr
    assert head.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    assert head.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None


def test_a_short_row_stays_whole_and_a_long_one_breaks_across_pages():
    columns = (Column("a", words("A")), Column("b", words("B")))
    rows = tuple(Row(((words("short"),), (words(text),))) for text in ("a few words", "many words " * 200))
    page = page_of(Table(columns, rows))
    made = docx.Document(io.BytesIO(document(Shown(page), "docx", TODAY)))
    whole = [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in made.tables[0].rows]
    assert whole == [True, True, False]


def test_thai_has_the_size_and_the_face_of_its_own_script(made):
    for name in ("Normal", "Title", "Heading 1", "Caption"):
        properties = made.styles[name].element.rPr
        assert properties.find(qn("w:szCs")).get(qn("w:val")) == properties.find(qn("w:sz")).get(qn("w:val"))
        assert properties.find(qn("w:rFonts")).get(qn("w:cs"))
        assert properties.find(qn("w:rFonts")).get(qn("w:eastAsia"))
        assert properties.find(qn("w:rFonts")).get(qn("w:asciiTheme")) is None


def test_what_libreoffice_would_cut_is_held_together():
    content = (
        *words("DMO"),
        Run(" (จากการแลกเปลี่ยน)", style="muted"),
        Run("「SIF」、", lang="ja"),
        *words("LITALICO (2019) (พ.ศ. 2562)"),
    )
    made = docx.Document(io.BytesIO(document(Shown(page_of(Paragraph(content))), "docx", TODAY)))
    runs = next(p for p in made.paragraphs if "DMO" in p.text).runs
    assert "".join(run.text for run in runs) == "DMO (จากการแลกเปลี่ยน)「SIF」、\u200bLITALICO (2019) (พ.ศ. 2562)"
    untied = [run.text for run in runs if run.font.no_proof and run._r.rPr.find(qn("w:lang")) is not None]
    assert untied == ["จาก", "พ.ศ."]


def test_each_script_has_its_language_and_japanese_runs_their_signs(made):
    languages = list(made.styles.element.iter(qn("w:lang")))
    wanted = ("en-GB", "ja-JP", "th-TH")
    assert {tuple(one.get(qn(f"w:{key}")) for key in ("val", "eastAsia", "bidi")) for one in languages} == {wanted}
    hinted = {
        run.text for paragraph in every_paragraph(made) for run in paragraph.runs
        if (fonts := run._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")) is not None and fonts.get(qn("w:hint")) == "eastAsia"
    }  # fmt: skip
    assert hinted
    assert any(re.search("[\u3040-\u30ff\u4e00-\u9fff]", text) for text in hinted)
    assert not any(re.search("[ก-๛]", text) for text in hinted)


def every_paragraph(document):
    yield from document.paragraphs
    yield from (paragraph for table in document.tables for row in table.rows for cell in row.cells
                for paragraph in cell.paragraphs)  # fmt: skip


def test_no_style_sets_letters_apart_or_leans(made):
    names = ("Title", "Subtitle", "Heading 1", "Normal", "Caption")
    properties = [made.styles[name].element.rPr for name in names]
    assert all(one.find(qn("w:spacing")) is None for one in properties)
    assert not any(made.styles[name].font.italic or made.styles[name].font.cs_italic for name in names)


def test_word_lays_out_by_its_own_rules_of_today_and_knows_the_language_of_complex_scripts(made):
    settings = made.settings.element
    modes = {each.get(qn("w:name")): each.get(qn("w:val")) for each in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"
    assert [each.get(qn("w:bidi")) for each in settings.iter(qn("w:themeFontLang"))] == ["th-TH"]


def test_the_text_of_tables_is_small_and_their_lines_are_thin_and_grey(made):
    inside = [paragraph.style.name for table in made.tables for cell in table._cells for paragraph in cell.paragraphs]
    assert set(inside) == {"No Spacing"}
    assert made.styles["No Spacing"].font.size < made.styles["Normal"].font.size
    borders = made.styles["Table Grid"].element.find(f".//{qn('w:tblBorders')}")
    assert {line.get(qn("w:color")) for line in borders} == {"B8C0C8"}


def test_paper_is_a4_and_pages_have_numbers(made):
    section = made.sections[0]
    assert {round(section.page_width.mm), round(section.page_height.mm)} == {210, 297}
    assert [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]
    assert section.header.paragraphs[0].text == made.core_properties.title == "ลิตาลิโก้กับกล่องดินสอ"


def test_a_document_tells_nothing_of_its_maker(made):
    known = made.core_properties
    assert (known.author, known.last_modified_by, known.comments) == ("sil", "sil", "")
    assert known.created.date().isoformat() == "2026-11-24"


def test_links_of_a_document_lead_to_the_web_only():
    view = Shown(page_of(Paragraph((Run("a", link="https://example.org/a"), Run("b", link="javascript:alert(1)")))))
    made = docx.Document(io.BytesIO(document(view, "docx", TODAY)))
    links = [relation.target_ref for relation in made.part.rels.values() if relation.is_external]
    assert links == ["https://example.org/a"]


def test_a_workbook_has_a_sheet_for_each_table_with_real_values():
    rows = ({"name": "กล่องดินสอ", "founded": 2012, "checked": "2026-11-20", "share": 0.5, "open": True, "none": None},)
    page = page_of(table_of(("a", "b"), [("1,234", "x")]), table_of(("a", "b"), [("2019", "=1+1")]), title="[a]/b:c")
    book = openpyxl.load_workbook(io.BytesIO(document(Shown(page, {}, rows), "xlsx", TODAY)))
    assert book.sheetnames == ["a b – c", "a b – c 2", "a b – c 3", "data"]
    assert book["a b – c 2"].freeze_panes == "B3"
    assert [cell.value for cell in book["a b – c 2"][3]] == [1234, "x"]
    assert [(cell.value, cell.data_type) for cell in book["a b – c 3"][3]] == [(2019, "n"), ("=1+1", "s")]
    head, first = list(book["data"].values)
    assert head == tuple(rows[0])
    assert first[1:] == (2012, datetime(2026, 11, 20), 0.5, True, None)  # noqa: DTZ001
    assert book["data"].freeze_panes == "A2"


def test_sources_of_a_workbook_are_links():
    book = openpyxl.load_workbook(io.BytesIO(document(Shown(comparison("en")), "xlsx", TODAY)))
    assert [cell.hyperlink.target for cell in book["Sources"]["C"] if cell.hyperlink] == [
        "https://litalico.co.jp/ir/library/securities-report/2023/very/long/path/index.html?lang=ja&year=2023",
        "https://example.org/klongdinsor/2566.pdf",
    ]


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_rows_of_a_workbook_are_as_high_as_their_text(sil, tmp_path, lang):
    assert sil("compare", "litalico", "klongdinsor", "--lang", lang, "-o", "made.xlsx").code == 0
    texts, rows = openpyxl.load_workbook(tmp_path / "made.xlsx").worksheets[:-1], 0
    for row in (row for sheet in texts for row in sheet.iter_rows()):
        lines = max(str(cell.value or "").count("\n") + 1 for cell in row)
        if lines > 1 or any(len(str(cell.value or "")) > 220 for cell in row[1:]):
            rows += 1
            assert row[0].parent.row_dimensions[row[0].row].height >= max(28, lines * 14)
    assert rows > 10


def test_rows_of_numbers_and_days_are_as_high_as_their_text_too():
    rows = ({"short": 1, "long": "many words " * 40},)
    book = openpyxl.load_workbook(io.BytesIO(document(Shown(page_of(), {}, rows), "xlsx", TODAY)))
    assert book["data"].row_dimensions[2].height > 60


def test_what_is_higher_than_excel_shows_goes_on_in_the_next_row():
    said = [f"paragraph {number} " + "word " * 30 for number in range(60)]
    table = Table(
        (Column("a", words("A")), Column("b", words("B"))), (Row(((words("label"),), tuple(map(words, said)))),)
    )
    sheet = openpyxl.load_workbook(io.BytesIO(document(Shown(page_of(table)), "xlsx", TODAY))).worksheets[1]
    first, *more = list(sheet.values)[2:]
    assert (first[0], {row[0] for row in more}) == ("label", {None})
    assert "\n".join(row[1] for row in (first, *more)).split("\n") == [line.strip() for line in said]
    assert all(sheet.row_dimensions[number].height < 409 for number in range(3, 3 + len(more)))


def test_a_workbook_for_print_has_columns_that_a_page_holds():
    table = table_of(["label", "sign", "a", "b"], [["label", "=", EN * 3, EN * 3]])
    sheet = openpyxl.load_workbook(io.BytesIO(document(Shown(page_of(table)), "xlsx", TODAY))).worksheets[1]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert widths[1] < 10
    assert 60 < sum(widths) < 150


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ก" * 29 + "น้ำใจ", "ก" * 29 + "…"),
        ("Trip report: SOIL (Social Innovation Link)", "Trip report – SOIL (Social…"),
        ("บทเรียนจากการแลกเปลี่ยนครั้งก่อนของเรา", "บทเรียนจากการแลกเปลี่ยนครั้ง…"),
        (
            "テーマについて分かっていること：障害者雇用とその制度の歴史と概要",
            "テーマについて分かっていること：障害者雇用とその制度の歴史と…",
        ),
        ("[a]/b:c", "a b – c"),
        ("History", "History 2"),
        ("''", "sheet"),
    ],
)
def test_the_name_of_a_sheet_ends_with_a_whole_word(title, name):
    made = SheetNames().new(title)
    assert made == name
    assert len(made) <= 31


@given(st.lists(st.text() | st.sampled_from(["𝔊" * 40, "กำ" * 40, "a b " * 20, "A B " * 20]), max_size=12))
def test_names_of_sheets_are_short_allowed_and_of_one_sheet_each(titles):
    names = SheetNames()
    made = [names.new(title) for title in titles]
    assert len({name.casefold() for name in made}) == len(made)
    assert all(0 < len(name.encode("utf-16-le", "surrogatepass")) <= 62 for name in made)
    assert not any(set(name) & set("[]:*?/\\'") for name in made)


RENDERERS = tuple(
    place.split(":")[0] for place in (*DOCUMENTS.values(), *IMAGES.values(), *CALENDARS.values(), "sil.render.typeset:")
)
QUESTIONS = [
    ("compare", "litalico", "klongdinsor"),
    ("report", "trip"),
    ("show", "soil-2019-bangkok"),
    ("list", "orgs"),
]


@pytest.fixture
def written(sil, tmp_path, monkeypatch):
    """Write a document with the program; return the page behind it and the bytes of the file."""
    import sil.render as rendering

    shown, real = [], rendering.document

    def keep(view, *more):
        shown.append(view.page())
        return real(view, *more)

    def write(question, fmt, lang):
        assert sil(*question, "--lang", lang, "-o", f"facts.{fmt}").code == 0
        return shown.pop(), (tmp_path / f"facts.{fmt}").read_bytes()

    monkeypatch.setattr(rendering, "document", keep)
    return write


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("fmt", ["docx", "xlsx"])
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_the_facts_of_the_shipped_records_are_in_every_document(written, question, fmt, lang):
    page, made = written(question, fmt, lang)
    facts = {unmarked(fact) for fact in texts(page)}
    found = unmarked(READERS[fmt](made))
    assert len(facts) > 10
    assert [fact for fact in facts if fact not in found] == []


def test_a_document_is_not_thrown_at_a_terminal(sil):
    result = sil("list", "orgs", "-f", "docx", tty=True)
    assert (result.code, result.out) == (2, "")
    assert "-o report.docx" in result.err


def test_a_document_goes_through_a_pipe(sil, in_process_environment):
    import subprocess
    import sys

    command = [sys.executable, "-m", "sil", "list", "orgs", "-f", "xlsx"]
    done = subprocess.run(command, env=in_process_environment, capture_output=True, check=True, cwd="/")
    assert openpyxl.load_workbook(io.BytesIO(done.stdout)).sheetnames


def test_a_name_and_a_format_that_contradict_each_other(sil, tmp_path):
    result = sil("list", "orgs", "-f", "md", "-o", "orgs.docx")
    assert result.code == 2
    assert "orgs.docx" in result.err
    assert not (tmp_path / "orgs.docx").exists()


@pytest.mark.parametrize(
    ("fmt", "module", "extra"),
    [
        ("docx", "docx", "office"),
        ("xlsx", "xlsxwriter", "office"),
        ("pdf", "typst", "pdf"),
        ("ics", "icalendar", "calendar"),
    ],
)
def test_a_missing_extra_says_what_to_install(sil, monkeypatch, fmt, module, extra):
    import sys

    for name in [name for name in sys.modules if name.startswith(RENDERERS)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    result = sil("report", "trip", "-o", f"trip.{fmt}")
    assert result.code == 2
    assert f'pip install "sil[{extra}]"' in result.err
    assert "Traceback" not in result.err


def test_a_document_says_when_it_has_no_drawings_for_want_of_what_makes_them(sil, monkeypatch):
    import sys

    assert "sil[pdf]" not in sil("report", "trip", "-o", "with.docx").err
    monkeypatch.setitem(sys.modules, "typst", None)
    made = sil("report", "trip", "-o", "without.docx")
    assert made.code == 0
    assert made.err.count('pip install "sil[pdf]"') == 1
    assert "sil[pdf]" not in sil("list", "orgs", "-o", "list.docx").err
    assert "sil[pdf]" not in sil("report", "trip", "-o", "trip.xlsx").err
