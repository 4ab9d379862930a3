"""The transfer card: a verdict for each condition, and the fact that it rests on."""

import json
import shutil

import pytest

from sil.records.transfer import LawFact
from sil.records.types import Claim
from sil.records.values import Text
from sil.views.transfer import verdict_of
from tests.conftest import ROOT

SOCIAL = "soil-2019-bangkok/social-employment-model"
LAW = "data/policies/jp-disability-employment-act.yaml"


@pytest.fixture
def base(tmp_path):
    """A copy of the shipped records, to be changed."""
    shutil.copytree(ROOT / "data", tmp_path / "kb" / "data")
    return tmp_path / "kb"


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def conditions(sil, lesson, country, **where):
    result = sil("report", "transfer", lesson, "--to", country, "--json", **where)
    assert result.code == 0, result.err
    document = json.loads(result.out)
    (section,) = [section for section in document["sections"] if section["key"] == "conditions"]
    count, table = section["blocks"]
    return count["text"], {
        row["cells"][0]["text"]: [cell["text"] for cell in row["cells"][1:]] for row in table["rows"]
    }


COUNTED = "The law counts, or accepts in place of hiring, work that a company pays for at another body."


def test_each_condition_is_judged_and_names_its_fact(sil):
    count, found = conditions(sil, SOCIAL, "jp")
    assert count == "Met: 1. Not met: 1. Unknown: 2."
    verdict, fact = found[COUNTED]
    assert verdict == "× not met"
    assert "Other ways to comply" in fact
    assert "Group counting" in fact
    assert found["Companies are willing to employ people who live far from their offices."][0] == "✓ met"
    assert found["Local public bodies want such staff and can look after them."] == ["? unknown", "no fact recorded"]


def test_one_changed_law_fact_changes_the_verdict_and_is_named(sil, base):
    edit(base / LAW, "code: [group-counting]", "code: [group-counting, support-in-kind]")
    count, found = conditions(sil, SOCIAL, "jp", cwd=base)
    assert count == "Met: 2. Not met: 0. Unknown: 2."
    verdict, fact = found[COUNTED]
    assert verdict == "✓ met"
    assert "Disability Employment Act, Other ways to comply: Group counting" in fact
    assert "The record says otherwise: not met" in fact


def test_a_law_that_says_nothing_leaves_the_condition_unknown(sil, base):
    text = (base / LAW).read_text("utf-8")
    start, end = text.index("  alternatives:\n"), text.index("  price:\n")
    (base / LAW).write_text(text[:start] + text[end:], "utf-8")
    verdict, fact = conditions(sil, SOCIAL, "jp", cwd=base)[1][COUNTED]
    assert verdict == "? unknown"
    assert "the row says nothing" in fact


def test_what_was_judged_elsewhere_is_unknown_here(sil):
    _, found = conditions(sil, SOCIAL, "np")
    assert {verdict for verdict, _ in found.values()} == {"? unknown"}
    assert {fact for _, fact in found.values()} == {"judged for Japan only"}


def test_a_condition_judged_for_both_countries_stands_once(sil):
    lesson = "soil-2019-tokyo/training-and-placement-beside-social-hiring"
    count, found = conditions(sil, lesson, "jp")
    assert count == "Met: 1. Not met: 0. Unknown: 0."
    assert "Who prepares" in str(found)
    assert conditions(sil, lesson, "th")[0] == "Met: 0. Not met: 0. Unknown: 1."


def test_the_shipped_verdicts_are_those_that_the_laws_give(shipped):
    policies = {policy.id: policy for policy in shipped.records.policies}
    resting = [
        condition
        for exchange in shipped.records.exchanges
        for lesson in exchange.lessons
        for condition in lesson.transfer
        if condition.rests_on
    ]
    assert len(resting) >= 3
    for condition in resting:
        claims = getattr(policies[condition.rests_on.policy].sheet, condition.rests_on.row)
        assert verdict_of(claims, condition.rests_on) == condition.state


FACT = LawFact(policy="law", row="price", has=("levy", "fees"))
SAID = Text({"en": "x"})


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], "unknown"),
        ([Claim(value="unknown")], "unknown"),
        ([Claim(value="withheld")], "unknown"),
        ([Claim(value="none")], "not-met"),
        ([Claim(value=SAID)], "not-met"),
        ([Claim(value=SAID, code=("other",))], "not-met"),
        ([Claim(value=SAID, code=("other",)), Claim(value=SAID, code=("fees",))], "met"),
        ([Claim(value=SAID, code=("levy",), until="2019")], "unknown"),
    ],
)
def test_verdict_of_a_row(claims, expected):
    assert verdict_of(claims, FACT) == expected


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((SOCIAL,), 2, "--to jp"),
        (("litalico", "--to", "jp"), 1, "No lesson has this"),
        ((SOCIAL, "--to", "xx"), 2, "xx"),
        (("no-such-exchange/lesson", "--to", "jp"), 1, "No lesson has this"),
    ],
)
def test_what_cannot_be_judged_is_said(sil, arguments, code, said):
    result = sil("report", "transfer", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_a_law_that_is_not_there_is_a_problem_of_the_record(sil, base):
    edit(
        base / "data/exchanges/soil-2019-bangkok.yaml", "policy: jp-disability-employment-act", "policy: jp-no-such-act"
    )
    result = sil("check", cwd=base)
    assert result.code == 1
    assert "[SIL201]" in result.out
    edit(base / "data/exchanges/soil-2019-bangkok.yaml", "row: alternatives", "row: alternativ")
    assert "[SIL107]" in sil("check", cwd=base).out
