"""Every view renders in every format, and the same facts stand in each."""

import csv
import io
import json

import pytest

from sil.render import FORMATS

QUESTIONS = [
    ("search", "คนพิการ"),
    ("show", "litalico"),
    ("show", "soil-2019-bangkok"),
    ("show", "th-pwd-empowerment-act"),
    ("show", "disability-employment"),
    ("show", "soil-2019-bangkok/dmo-joint-management"),
    ("list", "orgs"),
    ("list", "follow-ups"),
    ("resolve", "JES"),
    ("compare", "litalico", "klongdinsor"),
    ("compare", "--countries", "th,jp", "--theme", "sustainable-tourism"),
    ("report", "trip"),
    ("report", "briefing", "soil-2019-bangkok"),
    ("report", "theme", "community-based-tourism"),
    ("report", "follow-ups"),
    ("report", "learning"),
    ("report", "transfer", "soil-2019-bangkok/social-employment-model", "--to", "jp"),
    ("check",),
    ("config",),
]


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_view_renders_in_every_format(sil, question, fmt, lang):
    result = sil(*question, "-f", fmt, "--lang", lang)
    assert result.code == 0
    assert result.out or (fmt == "jsonl" and question == ("check",))
    if fmt == "json":
        assert json.loads(result.out)["schema_version"] == 1
    if fmt == "jsonl":
        rows = [json.loads(line) for line in result.out.splitlines()]
        assert len({tuple(row) for row in rows}) <= 1
    if fmt == "csv":
        table = list(csv.reader(io.StringIO(result.out)))
        assert len({len(row) for row in table}) <= 1
    for untranslated in (
        ()
        if fmt == "json"
        else (
            "choice.",
            "field.",
            "row.",
            "block.",
            "trip.",
            "briefing.",
            "follow-ups.",
            "learning.",
            "heading.",
            "column.",
            "unit.",
            "country.",
        )
    ):
        assert f" {untranslated}" not in result.out.replace("\n", " ")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "question", [("compare", "litalico", "klongdinsor"), ("report", "trip"), ("report", "briefing")], ids=" ".join
)
@pytest.mark.parametrize("fmt", ["terminal", "md", "html", "csv", "tsv", "jsonl"])
def test_the_same_facts_stand_in_each_format(sil, question, fmt):
    import html
    import re

    document = json.loads(sil(*question, "--json").out)
    text = sil(*question, "-f", fmt, env={"COLUMNS": "200"}).out
    if fmt == "html":
        text = html.unescape(re.sub(r"<sup.*?</sup>|<[^>]+>", "", text, flags=re.DOTALL))
    if fmt == "terminal":
        text = re.sub(r"\[\d+\]", "", text)
    found = squeezed(text)
    missing = [fact for fact in facts(document) if squeezed(fact) not in found]
    assert not missing or fmt in ("terminal", "md"), missing[:5]
    assert len(missing) < len(facts(document)) / 2


def facts(document: dict) -> list[str]:
    """Return the words of all cells, line by line."""
    if "rows" in document:
        cells = [cell["text"] for row in document["rows"] for cell in row["cells"]]
        cells += [ask["text"] for ask in document["questions"]]
    else:
        cells = []
        for section in document["sections"]:
            for block in section["blocks"]:
                if block["type"] == "table":
                    cells += [cell["text"] for row in block["rows"] for cell in row["cells"][1:]]
                elif block["type"] == "paragraph":
                    cells.append(block["text"])
                else:
                    cells += [item["text"] for item in block["items"]]
    return [line for cell in cells for line in cell.split("\n") if line]
