"""Every view renders in every format; that the same facts stand in each is for `tests/render/test_same_facts.py`."""

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
