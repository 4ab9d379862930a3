"""A lesson that one side drew by itself stands wherever it is told what that side learned, and says where it comes from."""

import json
import shutil

import pytest

from tests.conftest import ROOT

OWN = {
    "en": ("A social-hiring model", "drawn from its own work, not from the other side", "Thailand by itself"),
    "th": ("โมเดลจ้างงานเชิงสังคมที่อยู่ได้", "สรุปจากงานของตนเอง ไม่ใช่จากอีกฝ่าย", "ไทยสรุปด้วยตนเอง"),
    "ja": ("外部資金に頼る", "相手からでなく自らの活動から", "タイが自ら"),
}
TOKYO = "data/exchanges/soil-2019-tokyo.yaml"
TEACHER = "    learned_from:\n      countries: [th]\n      orgs: [social-innovation-foundation]\n    kind: process"


@pytest.fixture
def base(tmp_path):
    """The shipped records, to be changed."""
    shutil.copytree(ROOT / "data", tmp_path / "kb/data")
    return tmp_path / "kb"


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def told(sil, *arguments, **more):
    result = sil("report", *arguments, "--json", **more)
    assert result.code == 0, result.err
    return {part["key"]: json.dumps(part, ensure_ascii=False) for part in json.loads(result.out)["sections"]}


@pytest.mark.parametrize("lang", OWN)
@pytest.mark.parametrize("fmt", ["terminal", "md", "html"])
def test_a_side_s_own_lesson_is_among_what_it_learned(sil, lang, fmt):
    sections = told(sil, "trip", "soil-2019-tokyo", "--lang", lang)
    title, mark, pair = OWN[lang]
    for key in ("in-five-lines", "learned"):
        assert title in sections[key]
        assert mark in sections[key]
    assert pair in told(sil, "learning", "--lang", lang)["counts"]
    shown = sil("report", "trip", "soil-2019-tokyo", "-f", fmt, "--lang", lang, env={"COLUMNS": "1000"}).out
    assert shown.count(title) >= 3  # five lines, both sides, the lesson whole
    assert shown.count(mark) == 2


@pytest.mark.parametrize(
    ("teacher", "mark", "pair"),
    [
        ("    learned_from: {}\n    kind: process", "drawn from its own work", "Thailand by itself"),
        (
            "    learned_from:\n      orgs: [klongdinsor]\n    kind: process",
            "from Klongdinsor, in the same country",
            "Thailand by itself",
        ),
        ("    learned_from:\n      orgs: [litalico]\n    kind: process", "", "Thailand from Japan"),
        ("    learned_from:\n      orgs: [avpn]\n    kind: process", "", "Thailand from Singapore"),
        ("    learned_from:\n      orgs: [qualy]\n    kind: process", "", "Thailand from Qualy"),
    ],
)
def test_where_a_lesson_came_from_is_said_for_each_kind_of_teacher(sil, base, teacher, mark, pair):
    edit(base / TOKYO, TEACHER, teacher)
    found = told(sil, "trip", "soil-2019-tokyo", cwd=base)["learned"]
    assert OWN["en"][0] in found
    assert (mark in found) if mark else ("in the same country" not in found and "drawn from" not in found)
    counts = told(sil, "learning", "--theme", "transition-to-work", cwd=base)["counts"]
    assert pair in counts


def test_a_learner_without_a_country_learns_where_its_bodies_are(sil, base):
    edit(base / TOKYO, "    learned_by:\n      countries: [th]\n      orgs", "    learned_by:\n      orgs")
    sections = told(sil, "trip", "soil-2019-tokyo", cwd=base)
    assert OWN["en"][0] in sections["in-five-lines"]
    assert OWN["en"][0] in sections["learned"]


@pytest.mark.parametrize(
    ("lang", "column", "pair"),
    [
        ("en", "Qualy learned", "Qualy from Japan"),
        ("th", "ฝ่าย Qualy ได้เรียนรู้", "Qualy เรียนรู้จากญี่ปุ่น"),
        ("ja", "Qualy側の学び", "Qualyが日本から"),
    ],
)
def test_a_body_of_no_known_country_has_a_column_of_its_own(sil, base, lang, column, pair):
    old = "    learned_by:\n      countries: [th]\n      orgs: [social-innovation-foundation]\n" + TEACHER
    edit(
        base / TOKYO,
        old,
        "    learned_by:\n      orgs: [qualy]\n    learned_from:\n      countries: [jp]\n    kind: process",
    )
    sections = told(sil, "trip", "soil-2019-tokyo", "--lang", lang, cwd=base)
    assert column in sections["learned"]
    assert column in sections["in-five-lines"]
    matrix = told(sil, "learning", "--lang", lang, cwd=base)
    assert pair in matrix["counts"]
    assert OWN[lang][0] in matrix["themes"]
    assert OWN[lang][0] in matrix["organisations"]


@pytest.mark.parametrize(("lang", "said"), [("en", "its own work"), ("th", "งานของตนเอง"), ("ja", "自らの活動")])
def test_nobody_learns_from_itself(sil, lang, said):
    result = json.loads(sil("report", "learning", "--lang", lang, "--json").out)
    (table,) = next(part for part in result["sections"] if part["key"] == "organisations")["blocks"]
    pairs = [[cell["text"] for cell in row["cells"][:2]] for row in table["rows"]]
    assert [teacher for learner, teacher in pairs if learner == teacher] == []
    assert [teacher for _, teacher in pairs].count(said) == 1


def test_a_merged_body_stands_once_in_the_network_under_the_id_it_has_now(sil, base):
    edit(base / "data/orgs/litalico.yaml", "id: litalico\n", "id: litalico\nmerged_ids: [old-litalico]\n")
    before = json.loads(sil("graph", "--json", cwd=base).out)
    edit(
        base / TOKYO,
        "orgs: [social-innovation-foundation, litalico]",
        "orgs: [social-innovation-foundation, old-litalico]",
    )
    bangkok = base / "data/exchanges/soil-2019-bangkok.yaml"
    edit(
        bangkok,
        "    learned_by:\n      countries: [jp]\n      orgs: [litalico]",
        "    learned_by:\n      countries: [jp]\n      orgs: [old-litalico]",
    )
    assert json.loads(sil("graph", "--json", cwd=base).out) == before
    assert "old-litalico" not in sil("graph", "-f", "svg", cwd=base).out
