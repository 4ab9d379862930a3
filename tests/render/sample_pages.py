"""Pages to render: a real-looking comparison, and the means to write small pages for one feature each."""

from dataclasses import dataclass, field

from sil.views.model import (
    Bullets,
    Cell,
    Column,
    Data,
    Facts,
    FlatRow,
    Inline,
    Page,
    Paragraph,
    Row,
    Run,
    Section,
    SourceNote,
    Table,
)


@dataclass(frozen=True)
class Shown:
    """A view that was made by hand."""

    document: Page
    machine: Data = field(default_factory=dict)
    flat: tuple[FlatRow, ...] = ()

    def data(self):
        return self.machine

    def header(self):
        return tuple(self.flat[0]) if self.flat else ("text",)

    def rows(self):
        return self.flat

    def page(self):
        return self.document


def words(text, lang="", **more) -> Inline:
    return (Run(text, lang, **more),)


def cell(*runs: Run) -> Cell:
    return tuple((run,) for run in runs)


def page_of(*blocks, title="Page", lang="en", **more) -> Page:
    return Page("page", words(title), lang, (Section("only", (), tuple(blocks)),), **more)


def table_of(titles, rows, **more) -> Table:
    """A table of bare strings."""
    columns = tuple(Column(f"c{number}", words(title)) for number, title in enumerate(titles))
    return Table(columns, tuple(Row(tuple((words(text),) for text in row)) for row in rows), **more)


TH = "ฝั่งไทยได้เรียนรู้เรื่องการจ้างงานผู้พิการจากบริษัทญี่ปุ่นที่มีประสบการณ์มากกว่าสิบห้าปี และเห็นว่าน้ำใจของชุมชนสำคัญที่สุด"
JA = "障害者雇用促進法（法定雇用率）により、民間企業は従業員の一定割合以上の障害者を雇用する義務を負い、未達成の場合は納付金を納める。"
EN = "The company trains job coaches, places graduates with 1,200 employers, and follows each of them for three years."


def comparison(lang="en") -> Page:
    """Two organisations and a law, side by side: seven blocks, thirty rows."""
    titles = {
        "en": "LITALICO and Klongdinsor",
        "th": "ลิตาลิโก้กับกล่องดินสอ",
        "ja": "LITALICOとクロンディンソーの比較",
    }
    columns = (
        Column("row", words({"en": "Row", "th": "หัวข้อ", "ja": "項目"}[lang])),
        Column("relation", (), align="center"),
        Column("litalico", (Run("株式会社LITALICO", "ja"),)),
        Column("klongdinsor", (Run("กล่องดินสอ", "th"),)),
    )
    sources = (
        SourceNote(
            "a",
            1,
            (
                *words("有価証券報告書 2023年3月期", "ja"),
                *words(". LITALICO, 2023-06. ", style="muted"),
                Run(
                    "https://litalico.co.jp/ir/library/securities-report/2023/very/long/path/index.html?lang=ja&year=2023",
                    "",
                    "muted",
                    "https://litalico.co.jp/ir/library/securities-report/2023/very/long/path/index.html?lang=ja&year=2023",
                ),
            ),
        ),
        SourceNote("b", 2, (Run("รายงานประจำปี 2566", "th", link="https://example.org/klongdinsor/2566.pdf"),)),
        SourceNote("c", 3, words("Interview with the founder, Bangkok, 2019-10-03")),
    )
    questions = Section(
        "questions",
        words({"en": "Questions to ask", "th": "คำถามที่ยังต้องถาม", "ja": "確認すべき質問"}[lang]),
        (
            Paragraph(
                (
                    Run("What is not known yet, "),
                    Run("as a question", style="strong"),
                    Run(" to the one who can answer."),
                )
            ),
            Bullets(
                (
                    (words("How many graduates are still employed after three years?"),),
                    (words(TH, "th"),),
                    (words(JA, "ja"), words("Second paragraph of the same question.")),
                ),
                ordered=True,
            ),
            Facts(
                (
                    (words("Founded"), (words("2005"),)),
                    (words("本社", "ja"), (words("東京都目黒区上目黒", "ja"),)),
                    (
                        words("Themes"),
                        (words("employment of people with disabilities"), words("การจ้างงานคนพิการ", "th")),
                    ),
                )
            ),
        ),
    )
    return Page(
        f"compare-{lang}",
        words(titles[lang]),
        lang,
        (
            Section(
                "sheet",
                (),
                (
                    Bullets((((Run("LITALICO", style="strong"), Run(" · Tokyo · since 2005")),),)),
                    Table(columns, _rows()),
                ),
            ),
            questions,
        ),
        sources,
        words({"en": "Sources", "th": "แหล่งข้อมูล", "ja": "出典"}[lang]),
        "2019-10-01",
        words("As of 1 October 2019"),
        words("data/orgs/litalico.yaml"),
        {"title": "Social Innovation Link", "licence": "CC BY 4.0"},
    )


_BLOCKS = (
    ("What it is", "Legal form", "Founded", "Headquarters", "Employees"),
    ("Whom it serves", "People served", "Age", "Entry", "Fee", "Waiting time"),
    ("What it does", "Main service", "Training", "Job coaching", "Follow-up"),
    ("Money", "Revenue", "Public share", "Price of a place", "Investors"),
    ("Law", "Quota", "Levy", "Subsidy", "Licence"),
    ("Effects", "Placed in work", "Still employed", "Measured how", "Audited by"),
    ("Lessons", "What travelled", "What did not", "What was adapted", "Next step", "Open risk"),
)
_CELLS = (
    (
        cell(Run("株式会社（東証プライム上場）", "ja", notes=("a",))),
        cell(Run("บริษัทจำกัด (วิสาหกิจเพื่อสังคม)", "th", notes=("b",))),
    ),
    (cell(Run("2005", notes=("a",))), cell(Run("2012 (พ.ศ. 2555)", notes=("b", "c")))),
    (cell(Run(JA, "ja", notes=("a",))), cell(Run(TH, "th"), Run("น้ำใจ ที่ปรึกษา ผู้พิการ", "th"))),
    (cell(Run(EN)), cell(Run("unknown", style="doubt"))),
    (
        cell(Run("ｶﾅ and ｶﾞｲﾄﾞ 👩‍🏫 📘", "ja"), Run("¥1,234,567,890 (FY2023)", notes=("a",))),
        cell(Run("฿ 12,500,000 (2566)", notes=("b",))),
    ),
    (cell(Run("not applicable", style="muted")), cell(Run(EN), Run(TH, "th", notes=("c",)))),
)


def _rows() -> tuple[Row, ...]:
    rows: list[Row] = []
    for group, *labels in _BLOCKS:
        for label in labels:
            number = len(rows)
            left, right = _CELLS[number % len(_CELLS)]
            sign = "=≈≠?–"[number % 5]
            cells = (cell(Run(label, style="strong")), cell(Run(sign)), left, right)
            rows.append(Row(cells, words(group, style="strong")))
    return tuple(rows)
