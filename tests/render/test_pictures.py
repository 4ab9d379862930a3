"""Pictures: other readers take them, nothing overlaps, every name is there, in three languages."""

import json
from itertools import combinations
from xml.etree import ElementTree as ET

import docx
import lxml.html
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.records.types import Figure
from sil.render.network_svg import network_svg
from sil.render.network_text import dot, gexf, mermaid
from sil.views.bars import CELLS, bars
from sil.views.drawing import Node, Picture, Tie

SVG = "{http://www.w3.org/2000/svg}"
GEXF = "{http://gexf.net/1.3}"


def texts(root):
    return ["".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_the_graph_names_everybody_and_says_itself_in_words(sil, lang):
    document = json.loads(sil("graph", "--lang", lang, "--json").out)
    root = ET.fromstring(sil("graph", "--lang", lang, "-f", "svg").out)
    said = texts(root)
    for node in document["nodes"]:
        assert "".join(node["name"].split()) in said
        assert node["name"] in root.findtext(f"{SVG}desc")
    assert root.get("role") == "img"
    lines = [path for path in root.iter(f"{SVG}path") if path.get("data-kind")]
    assert len(lines) == len(document["edges"])
    assert all(line.get("marker-end") for line in lines if line.get("data-kind") == "learned")
    assert all(line.get("stroke-dasharray") for line in lines if line.get("data-kind") == "met")


def test_learning_has_a_direction_and_names_its_lessons(sil):
    edges = json.loads(sil("graph", "klongdinsor", "--json").out)["edges"]
    learned = [edge for edge in edges if edge["kind"] == "learned"]
    assert [(edge["from"], edge["to"]) for edge in learned] == [("litalico", "klongdinsor")]
    assert learned[0]["behind"] == ["soil-2019-bangkok/japanese-private-employment-model"]
    assert all("klongdinsor" in (edge["from"], edge["to"]) for edge in edges)


def test_filters_keep_what_they_say(sil):
    def edges(*options):
        result = sil("graph", *options, "--json")
        return json.loads(result.out)["edges"]

    assert {edge["from"] for edge in edges("--theme", "sustainable-tourism")} == {"ecotourism-japan", "local-alike"}
    assert edges("--year", "2030") == []
    assert sil("graph", "--year", "2030").code == 1


NAMES = st.text(max_size=60)


@st.composite
def pictures(draw):
    countries = draw(st.lists(st.sampled_from(["th", "jp", "sg", ""]), min_size=1, max_size=4, unique=True))
    nodes = tuple(
        Node(f"n{at}", draw(NAMES), "", draw(st.sampled_from(countries))) for at in range(draw(st.integers(0, 9)))
    )
    ids = [node.id for node in nodes]
    ties = ()
    if len(ids) > 1:
        pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
        ties = tuple(
            Tie(*pair, kind, ("x",) * draw(st.integers(1, 3)))
            for pair in draw(st.lists(pairs, max_size=9))
            for kind in [draw(st.sampled_from(["learned", "met"]))]
        )
    used = dict.fromkeys(countries, "<&\"'>")
    return Picture(draw(NAMES), draw(NAMES), "en", nodes, ties, used, {"learned": "L", "met": "M"})


@given(pictures())
def test_no_two_boxes_overlap_whatever_the_names(picture):
    root = ET.fromstring(network_svg(picture))
    boxes = [
        tuple(float(box.get(key)) for key in ("x", "y", "width", "height"))
        for group in root.iter(f"{SVG}g")
        for box in [group.find(f"{SVG}rect")]
    ]
    assert len(boxes) == len(picture.nodes)
    for (x, y, wide, high), (a, b, broad, tall) in combinations(boxes, 2):
        assert x + wide <= a or a + broad <= x or y + high <= b or b + tall <= y
    _, _, width, height = map(float, root.get("viewBox").split())
    assert all(x >= 0 and x + wide <= width and y + high <= height for x, y, wide, high in boxes)


@given(pictures())
def test_other_programs_get_what_they_can_read(picture):
    root = ET.fromstring(gexf(picture))
    assert len(list(root.iter(f"{GEXF}node"))) == len(picture.nodes)
    assert len(list(root.iter(f"{GEXF}edge"))) == len(picture.ties)
    for form in (dot(picture), mermaid(picture)):
        lines = form.splitlines()
        assert len([line for line in lines if " -> " in line or "-->" in line or "-.-" in line]) >= len(picture.ties)
    for line in dot(picture).splitlines():
        assert line.replace("\\\\", "").replace('\\"', "").count('"') % 2 == 0


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("names", [(), ("litalico",), ("jp-dmo-registration", "local-alike")])
def test_a_timeline_is_in_order_and_whole(sil, lang, names):
    document = json.loads(sil("timeline", *names, "--lang", lang, "--json").out)
    dates = [moment["date"] for moment in document["moments"]]
    assert dates == sorted(dates)
    root = ET.fromstring(sil("timeline", *names, "--lang", lang, "-f", "svg").out)
    drawn = [group.get("data-id") for group in root.iter(f"{SVG}g") if group.get("data-kind") != "series"]
    assert drawn == [moment["record"] for moment in document["moments"]]
    assert len(document["series"]) == sum(group.get("data-kind") == "series" for group in root.iter(f"{SVG}g"))
    rows = sil("timeline", *names, "-f", "csv").out.count("\n") - 1
    assert rows == len(dates) + sum(len(one["points"]) for one in document["series"])


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("names", [(), ("litalico",), ("th-pwd-empowerment-act", "jp-disability-employment-act")])
def test_a_timeline_fits_a_page_and_says_every_word(sil, lang, names):
    document = json.loads(sil("timeline", *names, "--lang", lang, "--json").out)
    root = ET.fromstring(sil("timeline", *names, "--lang", lang, "-f", "svg").out)
    width, height = (float(root.get(side)) for side in ("width", "height"))
    assert height / width < 1.42  # at most a page held upright
    groups = [group for group in root.iter(f"{SVG}g") if group.get("data-kind") != "series"]
    for count, (group, moment) in enumerate(zip(groups, document["moments"], strict=True), start=1):
        said = "".join("".join(group.itertext()).split())
        assert said.startswith(f"{count}{count}")  # the mark in its lane, and that before the words
        assert "".join(moment["what"].split()) in said
    for text in root.iter(f"{SVG}tspan"):
        assert 0 <= float(text.get("x")) <= width


def test_marks_of_a_lane_do_not_lie_on_each_other(sil):
    root = ET.fromstring(sil("timeline", "-f", "svg").out)
    places = []
    for group in root.iter(f"{SVG}g"):
        mark = next(group.iter(f"{SVG}text"))[0]
        places.append((float(mark.get("x")), float(next(group.iter(f"{SVG}text")).get("y"))))
    for at, (x, y) in enumerate(places):
        assert all(abs(x - a) > 20 or abs(y - b) > 20 for a, b in places[:at])


@pytest.mark.parametrize("question", [("graph",), ("timeline", "litalico")])
def test_a_picture_is_written_as_png_too(sil, tmp_path, question):
    assert sil(*question, "--lang", "th", "-o", "made.png").code == 0
    made = (tmp_path / "made.png").read_bytes()
    assert made.startswith(b"\x89PNG\r\n")
    assert sil(*question, "--lang", "th", "-o", "again.png").code == 0
    assert (tmp_path / "again.png").read_bytes() == made
    refused = sil("list", "orgs", "-o", "orgs.png")
    assert refused.code == 2
    assert "sil graph -o graph.svg" in refused.err
    assert not (tmp_path / "orgs.png").exists()


def test_a_picture_stands_in_the_page_without_a_script(sil):
    page = sil("graph", "-f", "html").out
    assert page.count("<svg ") == 1
    assert "<script" not in page
    assert "<?xml" not in page


@pytest.mark.parametrize(
    "arguments", [("list", "orgs", "-f", "svg"), ("report", "trip", "-f", "gexf"), ("timeline", "-f", "dot")]
)
def test_what_has_no_picture_says_so(sil, arguments):
    result = sil(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "sil graph" in result.err


def test_bars_are_as_long_as_their_numbers():
    def figure(value):
        return Figure(value=value, measure="staff", as_of="2020")

    drawn = bars([figure(0), figure(50), figure(100), figure(-3), figure(0.01)])
    assert [len(bar) for bar in drawn] == [0, CELLS // 2, CELLS, 0, 1]


def test_figures_of_several_years_have_bars_in_show(sil):
    shown = sil("show", "litalico").out
    assert "█" in shown
    assert 'aria-hidden="true"' in sil("show", "litalico", "-f", "html").out


def test_settings_that_are_no_toml_say_where(sil, tmp_path):
    sil("init", "kb", cwd=tmp_path)
    (tmp_path / "kb" / "sil.toml").write_text("home_country = ", "utf-8")
    result = sil("graph", cwd=tmp_path / "kb")
    assert result.code == 3
    assert "sil.toml" in result.err


PICTURED = [("report", "trip"), ("report", "learning"), ("report", "theme", "disability-employment"), ("graph",)]


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("question", PICTURED, ids=" ".join)
def test_documents_show_who_met_whom_and_say_it_in_words(sil, tmp_path, question, lang):
    said = set()
    for fmt in ("html", "docx", "pdf"):
        assert sil(*question, "--lang", lang, "-o", f"made.{fmt}").code == 0
        said |= set(ALTERNATIVES[fmt](tmp_path / f"made.{fmt}"))
    (alternative,) = said
    assert "LITALICO" in alternative


def html_alternatives(path):
    page = lxml.html.document_fromstring(path.read_text("utf-8"))
    return [" ".join(text.text_content().split()) for text in page.iter("desc")]


def docx_alternatives(path):
    pictures = docx.Document(path).inline_shapes
    assert all(picture.width < docx.shared.Mm(262) for picture in pictures)
    return [picture._inline.docPr.get("descr") for picture in pictures]


def pdf_alternatives(path):
    reader = pypdf.PdfReader(path)
    found, open_ = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while open_:
        element = open_.pop().get_object()
        if isinstance(element, pypdf.generic.ArrayObject):
            open_ += list(element)
        elif isinstance(element, pypdf.generic.DictionaryObject):
            found += [str(element["/Alt"])] if element.get("/S") == "/Figure" else []
            open_ += [element["/K"]] if "/K" in element else []
    return found


ALTERNATIVES = {"html": html_alternatives, "docx": docx_alternatives, "pdf": pdf_alternatives}


def test_two_organisations_are_no_picture(sil, tmp_path):
    assert sil("report", "learning", "--theme", "community-based-tourism", "-o", "made.html").code == 0
    assert html_alternatives(tmp_path / "made.html") == []


def test_word_files_come_without_pictures_where_nothing_draws_them(sil, tmp_path, monkeypatch):
    from sil.render import word

    monkeypatch.setattr(word, "find_spec", lambda _name: None)
    assert sil("report", "trip", "-o", "made.docx").code == 0
    assert docx_alternatives(tmp_path / "made.docx") == []


def test_a_number_stands_off_the_lines_of_other_ties(sil):
    root = ET.fromstring(sil("graph", "-f", "svg").out)
    grounds = [rect for rect in root.iter(f"{SVG}rect") if rect.get("rx") == "8"]
    assert len(grounds) == sum(text.startswith("×") and text[1:].isdigit() for text in texts(root))
    assert any(text.startswith("×2,×3") for text in texts(root))


def test_the_session_of_2020_belongs_to_the_countries_of_who_takes_part(sil):
    moments = json.loads(sil("timeline", "--json").out)["moments"]
    assert next(each for each in moments if each["record"] == "soil-2020-online")["countries"] == ["jp", "th"]
