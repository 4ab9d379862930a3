"""Lists show every field in words, whatever it holds: no list, mapping or type of the program stands in a cell."""

import csv
import io
import re

import pytest

LISTS = ("orgs", "exchanges", "lessons", "policies", "themes", "follow-ups", "collaborations")
CODE = re.compile(r"\{['\"]|\[['\"]|\[\{|['\"]\]|['\"]\}|\w\(\w+=")


def columns(sil, kind) -> list[str]:
    """All columns of a list, as the message says that names them."""
    return (
        sil("list", kind, "--columns", "none-such", "--lang", "en")
        .err.partition("columns: ")[2]
        .split(".\n")[0]
        .split(", ")
    )


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("kind", LISTS)
def test_no_cell_of_any_column_is_code(sil, kind, lang):
    names = columns(sil, kind)
    assert len(names) > 5
    made = sil("list", kind, "--columns", ",".join(names), "--lang", lang, "-f", "csv").out
    for row in csv.DictReader(io.StringIO(made, newline="")):
        assert [cell for cell in row.values() if CODE.search(cell)] == []
    assert not CODE.search(sil("list", kind, "--columns", ",".join(names), "--lang", lang).out)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            ("list", "orgs", "--columns", "figures", "--where", "id=adb"),
            "Value: 31, Measure: Members, Unit: members, As of: 19 December 1966; Value: 67",
        ),
        (("list", "themes", "--columns", "definition", "--lang", "ja", "--where", "id=social-employment"), "公共機関"),
        (("list", "collaborations", "--columns", "gains"), "Thailand: Paid work"),
        (("list", "collaborations", "--columns", "gains", "--lang", "ja"), "タイ：障害のある人"),
        (("list", "collaborations", "--columns", "history"), "Date: 18 April 2019, State: idea, "),
        (
            ("list", "orgs", "--columns", "themes", "--where", "id=litalico"),
            "disability-employment, transition-to-work",
        ),
    ],
)
def test_what_a_field_holds_is_said_in_words(sil, question, said):
    assert said in sil(*question, "-f", "tsv").out


@pytest.mark.parametrize(("lang", "heading"), [("en", "Other labels"), ("th", "คำอื่นที่ใช้เรียก"), ("ja", "別の呼び方")])
def test_a_column_has_the_name_of_its_field(sil, lang, heading):
    assert heading in sil("list", "themes", "--columns", "id,other", "--lang", lang).out
