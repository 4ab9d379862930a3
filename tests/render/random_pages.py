"""Pages drawn at random from difficult phrases: scripts, markup, escapes, addresses."""

from hypothesis import strategies as st
from sample_pages import EN, JA, TH, words

from sil.views.model import Bullets, Column, Facts, Page, Paragraph, Row, Run, Section, SourceNote, Table

_PHRASES = st.sampled_from(
    (
        "น้ำ",
        "ที่",
        "ผู้พิการ",
        "กล่องดินสอ",
        "การจ้างงานคนพิการ",
        TH,
        "ｶﾅ",
        "ｶﾞｲﾄﾞ",
        "株式会社",
        "障害者雇用促進法",
        JA,
        "（注）",
        "、",
        "👩‍🏫",
        "🇹🇭",
        "📘",
        "e\u0301",
        "Company",
        EN,
        "a-b_c*d",
        "**",
        "__x__",
        "`code`",
        "| pipe |",
        "<script>alert(1)</script>",
        "&amp;",
        "&lt;b&gt;",
        "[x](javascript:alert(1))",
        "# not a heading",
        "- no list",
        "1. one",
        "12) two",
        "> no",
        "=1+1",
        "@cmd",
        "$x$",
        "~~gone~~",
        "\\",
        "\x1b[31mred",
        "\x9b2J",
        "a\tb",
        "two\nlines",
        "\r\n",
        "https://example.org/a_b?c=d&e=f",
        "(see)",
        ":",
        "]",
        "[^1]",
        "x" * 90,
        "!",
        "\u202eturned",
        "  ",
        "",
    )
)
texts = st.lists(_PHRASES, min_size=1, max_size=4).map("".join) | st.lists(_PHRASES, max_size=3).map(" ".join)
links = st.none() | st.sampled_from(
    ("https://example.org/x?a=1&b=2", "http://example.org/(a)", "javascript:alert(1)", "file:///etc/passwd", "orgs/x")
)
runs = st.builds(
    Run,
    texts,
    st.sampled_from(("", "en", "th", "ja")),
    st.sampled_from(("plain", "strong", "muted", "code", "match", "good", "bad", "doubt")),
    links,
    st.lists(st.sampled_from(("a", "b", "gone")), max_size=2).map(tuple),
)
inlines = st.lists(runs, max_size=3).map(tuple)
cells = st.lists(inlines, max_size=2).map(tuple)


@st.composite
def tables(draw) -> Table:
    count = draw(st.integers(1, 4))
    columns = tuple(
        Column(f"c{number}", draw(inlines), draw(st.sampled_from(("left", "right", "center"))))
        for number in range(count)
    )
    groups = st.sampled_from(((), words("Group"), words("กลุ่มที่หนึ่ง", "th")))
    rows = draw(st.lists(st.builds(Row, st.tuples(*[cells] * count), groups), max_size=3))
    return Table(columns, tuple(rows), draw(st.just(()) | inlines))


blocks = st.one_of(
    st.builds(Paragraph, inlines),
    st.builds(Bullets, st.lists(cells, max_size=3).map(tuple), st.booleans()),
    st.builds(Facts, st.lists(st.tuples(inlines, cells), max_size=3).map(tuple)),
    tables(),
)
sections = st.builds(Section, st.just("key"), inlines, st.lists(blocks, max_size=3).map(tuple))
pages = st.builds(
    Page,
    st.just("page"),
    inlines,
    st.sampled_from(("en", "th", "ja")),
    st.lists(sections, max_size=2).map(tuple),
    st.tuples(
        st.builds(SourceNote, st.just("a"), st.just(1), inlines),
        st.builds(SourceNote, st.just("b"), st.just(2), inlines),
    ),
    inlines,
    st.none() | st.just("2019-10-01"),
    inlines,
    inlines,
    st.just({}) | st.just({"licence": "CC BY 4.0"}),
)
