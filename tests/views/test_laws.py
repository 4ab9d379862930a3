"""Two countries side by side: how laws are called, since when they hold, and who is asked what about them."""

import json
import shutil

import pytest

from sil.records.types import Claim, Figure
from sil.records.values import Text
from tests.conftest import ROOT

COUNTRIES = ("compare", "--countries", "th,jp", "--theme")


def shown(sil, theme, *more, **where):
    return sil(*COUNTRIES, theme, *more, env={"COLUMNS": "1000"}, **where).out


def of(value, as_of=None, until=None, part=None):
    return Claim(value=value, unit="employees", as_of=as_of, until=until, of=Text({"en": part}) if part else None)


@pytest.mark.parametrize(
    ("claim", "others", "follows"),
    [
        (of(40, "2024-04"), [of(43.5, "2021-03-01", "2024-03-31")], True),
        (of(40, "2024"), [of(43.5, "2021", "2024")], True),
        (of(40, "2024-04"), [of(43.5, "2021-03-01")], False),  # nothing ended
        (of(40, "2020"), [of(43.5, "2021-03-01", "2024-03-31")], False),  # it ended later
        (of(40, "2024-04", "2026-06"), [of(43.5, "2021-03-01", "2024-03-31")], False),  # its end is said
        (of(40), [of(43.5, "2021-03-01", "2024-03-31")], False),
        (of(40, "2024-04", part="state bodies"), [of(43.5, "2021-03-01", "2024-03-31")], False),
        (
            Figure(value=2, unit="percent", measure="quota", as_of="2018"),
            [Figure(value=2, unit="percent", measure="levy", as_of="2013", until="2017")],
            False,
        ),
    ],
)
def test_what_holds_since_something_else_ended(claim, others, follows):
    assert claim.succeeds([*others, claim]) is follows


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "(since July 2026)"), ("th", "(ตั้งแต่ กรกฎาคม 2569)"), ("ja", "（2026年7月から")]
)
def test_what_holds_after_something_else_ended_says_since_when(sil, lang, said):
    assert shown(sil, "disability-employment", "--rows", "threshold", "--lang", lang).count(said) == 1


@pytest.mark.parametrize(
    ("lang", "theme", "whole", "short"),
    [
        ("en", "disability-employment", "Persons with Disabilities (Comprehensive Support Act)", "Comprehensive Support Act:"),
        ("ja", "disability-employment", "障害者の雇用の促進等に関する法律（障害者雇用促進法）", "障害者雇用促進法："),
        ("th", "disability-employment", "กฎหมายสนับสนุนคนพิการอย่างครอบคลุมของญี่ปุ่น (คำแปลของเรา ไม่ใช่ชื่อทางการ)", "ครอบคลุมของญี่ปุ่น: "),
        ("en", "sustainable-tourism", "DMO registration scheme (DMO; our translation, not official)", "DMO: "),
        ("ja", "sustainable-tourism", "タイのコミュニティツーリズム開発基準（当方訳、正式名ではない）", "エコツーリズム推進法："),
    ],
)  # fmt: skip
def test_the_head_has_the_whole_name_and_the_table_the_short_one(sil, lang, theme, whole, short):
    head, table = shown(sil, theme, "--lang", lang).split("┌", 1)
    assert whole in head
    assert short in table
    assert whole not in table


def test_every_name_that_is_our_translation_is_marked_as_one(sil):
    for policy in json.loads(sil("list", "policies", "--json").out)["items"]:
        names = json.loads(sil("show", policy["id"], "--json").out)["record"]["names"]
        ours = [name for name in names if "Our translation" in (name.get("note") or {}).get("en", "")]
        assert {name["kind"] for name in ours} <= {"translation"}


def test_no_row_stands_under_a_heading_of_the_same_words(sil):
    for lang in ("en", "th", "ja"):
        page = sil(*COUNTRIES, "disability-employment", "--lang", lang, "-f", "md").out.split("\n## ")[0]
        bold = [cell.strip().strip("*") for line in page.splitlines() for cell in line.split("|")[1:2]]
        titles = [title for title in bold if title]
        assert len(titles) == len(set(titles))


def test_who_says_that_a_row_is_unknown_is_asked_and_nobody_else(sil):
    asked = json.loads(shown(sil, "disability-employment", "--json"))["questions"]
    question = "Does paying free one from the duty under the Disability Employment Act?"
    assert asked == [{"to": "mhlw", "text": question, "row": "release"}]


def test_where_every_law_is_silent_each_authority_is_asked_about_its_own(sil, tmp_path):
    base = tmp_path / "kb"
    shutil.copytree(ROOT / "data", base / "data")
    law = base / "data/policies/jp-disability-employment-act.yaml"
    law.write_text(law.read_text("utf-8").replace("  release: unknown\n", ""), "utf-8")
    asked = json.loads(shown(sil, "disability-employment", "--rows", "release", "--json", cwd=base))["questions"]
    assert [(ask["to"], ask["text"]) for ask in asked] == [
        ("jp", "Does paying free one from the duty under the Comprehensive Support Act?"),
        ("mhlw", "Does paying free one from the duty under the Disability Employment Act?"),
    ]


def test_what_does_not_apply_bears_no_sign_of_doubt(sil):
    (row,) = json.loads(shown(sil, "sustainable-tourism", "--rows", "price", "--json"))["rows"]
    lines = row["cells"][1]["text"].split("\n")
    assert [line[0] for line in lines] == ["–", "≠"]


@pytest.mark.parametrize(
    ("lang", "head", "share"),
    [("en", "40 employees", "20%"), ("th", "พนักงาน 40 คน", "20%"), ("ja", "従業員40人", "20%")],
)
def test_numbers_stand_with_their_units_as_each_language_writes_them(sil, lang, head, share):
    assert head in shown(sil, "disability-employment", "--rows", "threshold", "--lang", lang)
    assert share in sil("show", "jp-disability-employment-act", "--lang", lang).out
