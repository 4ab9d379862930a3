"""What changed since an exchange began is marked by a sign with a legend, and nobody who met is counted twice."""

import json
import re
import shutil

import pytest

from sil.records.types import Claim
from sil.records.values import Text
from sil.views.trip.changed import Changes
from tests.conftest import ROOT

START, TODAY = "2019-07", "2026-11-24"


def jobs(value, as_of, **more) -> Claim:
    return Claim(value=value, unit="jobs", as_of=as_of, **more)


def said(text, as_of, of=None, **more) -> Claim:
    return Claim(value=Text({"en": text}), as_of=as_of, of=Text({"en": of}) if of else None, **more)


@pytest.mark.parametrize(
    ("claims", "signs"),
    [
        ([], []),
        ([jobs(1, "2018")], [""]),
        ([jobs(1, "2018"), jobs(2, "2024")], ["", "Δ"]),
        ([jobs(1, "2018"), jobs(1, "2024")], ["", ""]),  # still so
        ([jobs(2, "2019"), jobs(1, "2018"), jobs(2, "2024")], ["", "", ""]),  # the same in a year that may be before
        ([jobs(2, "2024")], ["+"]),
        ([jobs(2, None)], [""]),  # nobody knows of when it is
        ([jobs(2, "2019")], [""]),  # before or after: nobody knows
        ([jobs(2, "2019-06")], [""]),
        ([jobs(2, "2019-07")], ["+"]),  # the time of the exchange itself
        ([jobs(2, "2019-07-31")], ["+"]),
        ([jobs(1, "2018"), Claim(value=9, unit="people", as_of="2024")], ["", "+"]),  # not the same thing
        ([jobs(1, "2018", of=Text({"en": "a"})), jobs(2, "2024", of=Text({"en": "b"}))], ["", "+"]),
        ([said("x", "2018", "fee"), said("y", "2024", "fee")], ["", "Δ"]),
        ([said("x", "2018"), said("y", "2024")], ["", "+"]),  # two sentences need not speak of one thing
        ([said("x", "2018", until="2021-02-28")], ["×"]),
        ([said("x", "2005", until="2010")], [""]),  # history already then
        ([said("x", "2018", until="2027")], [""]),  # still true
        ([Claim(value="unknown")], [""]),
    ],
)
def test_the_sign_of_each_claim(claims, signs):
    assert Changes(START, TODAY).signs(claims) == signs


def test_a_whole_day_is_later_than_its_month():
    assert Changes("2019-07-03", TODAY).signs([jobs(1, "2019-07")]) == [""]
    assert Changes("2019-07-03", TODAY).signs([jobs(1, "2019-07-03")]) == ["+"]


@pytest.fixture
def base(tmp_path):
    """The shipped records, to be changed."""
    shutil.copytree(ROOT / "data", tmp_path / "kb/data")
    return tmp_path / "kb"


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def section(sil, key, *arguments, **more):
    document = json.loads(sil("report", "trip", *arguments, "--json", **more).out)
    return json.dumps(next(one for one in document["sections"] if one["key"] == key), ensure_ascii=False)


def test_cells_are_marked_with_the_legend_of_the_signs_that_were_given(sil, base):
    found = section(sil, "comparison", cwd=base)
    assert "+ 2.5% for companies with 40 or more employees" in found
    assert "× Private companies with 45.5 or more" in found
    assert "by the dates of the claims: + said of a later time; × no longer true" in found
    assert "Δ" not in found
    assert "= same" in found
    path = base / "data/orgs/litalico.yaml"
    text = path.read_text("utf-8")
    line = next(line for line in text.split("\n") if line.strip() == "outputs:")
    changed = f"{line}\n" + "".join(
        f"      - {{value: {value}, unit: volunteers, as_of: {day}, source: [post-2019]}}\n"
        for value, day in ((7, 2018), (9, 2024))
    )
    edit(path, f"{line}\n", changed)
    found = section(sil, "comparison", cwd=base)
    assert "Δ 9 volunteers" in found
    assert "\\n7 volunteers" in found or '"7 volunteers' in found
    assert "Δ another value than before; + said of a later time" in found


def test_a_trip_after_all_dates_marks_nothing_and_says_so(sil, base):
    edit(base / "data/exchanges/soil-2019-tokyo.yaml", "start: 2019-07\n", "start: 2026-10\n")
    found = section(sil, "comparison", "soil-2019-tokyo", cwd=base)
    assert "Nothing here is dated after the exchange began (October 2026)." in found
    assert "+ 2.5%" not in found


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("fmt", ["terminal", "md", "html", "csv", "tsv", "json", "jsonl"])
def test_signs_and_legend_stand_in_every_format_and_language(sil, fmt, lang):
    text = sil("report", "trip", "-f", fmt, "--lang", lang, env={"COLUMNS": "2000"}).out
    legend = {"en": "no longer true", "th": "ไม่เป็นเช่นนั้นแล้ว", "ja": "現在は当てはまらない"}[lang]
    assert f"× {legend}" in text
    assert {"en": "+ 2.5% for", "th": "+ 2.5% สำหรับ", "ja": "+ 従業員40人以上で2.5%"}[lang] in re.sub(
        r"<[^>]+>|\*\*|\\", "", text
    )


def counted(sil, base):
    return section(sil, "met", "soil-2019-tokyo", cwd=base)


def test_nobody_is_counted_twice(sil, base):
    path = base / "data/exchanges/soil-2019-tokyo.yaml"
    alone = "each counted once: 3 (Thailand 2, Japan 1). With the earlier exchanges: 14."
    assert alone in counted(sil, base)
    again = (
        "participants:\n  - {org: litalico, role: speaker, source: [changefusion-disability-blog]}\n"
        "  - {org: old-litalico, role: observer, source: [changefusion-disability-blog]}\n"
    )
    edit(path, "participants:\n", again)  # another role, and the id it had before a merger
    agenda = (
        "agenda:\n  - {title: Morning, host: litalico}\n  - {title: Evening, host: old-litalico}\n"
        "  - {title: Dinner, host: jeed}\n"
    )
    edit(path, "sources:\n", f"{agenda}sources:\n")
    edit(base / "data/orgs/litalico.yaml", "id: litalico\n", "id: litalico\nmerged_ids: [old-litalico]\n")
    assert "each counted once: 4 (Japan 2, Thailand 2). With the earlier exchanges: 15." in counted(sil, base)
    facts = section(sil, "exchange", "soil-2019-tokyo", cwd=base)
    assert facts.count("LITALICO (") == 1


def test_a_merged_body_stands_once_in_the_briefing(sil, base):
    edit(base / "data/orgs/litalico.yaml", "id: litalico\n", "id: litalico\nmerged_ids: [old-litalico]\n")
    path = base / "data/exchanges/soil-2019-tokyo.yaml"
    edit(path, "participants:\n", "participants:\n  - {org: old-litalico, role: both, source: [changefusion-disability-blog]}\n")  # fmt: skip
    text = sil("report", "briefing", "soil-2019-tokyo", "--json", cwd=base).out
    page = json.loads(text)["sections"][0]["blocks"][0]["items"]
    they = next(item["text"] for item in page if item["text"].startswith("LITALICO"))
    assert they == "LITALICO"


def test_what_an_earlier_exchange_brought_bears_its_date(sil, base):
    five, learned = (section(sil, key, "soil-2019-tokyo", cwd=base) for key in ("in-five-lines", "learned"))
    assert five.count(" – all from the exchange of April 2019") == 2
    assert five.count(" (from the exchange of April 2019)") == 2  # Thailand drew a lesson of its own in July, too
    assert learned.count("(from the exchange of April 2019)") == 4
    for key in ("in-five-lines", "learned"):
        assert "from the exchange of" not in section(sil, key, "soil-2019-bangkok", cwd=base)
    edit(
        base / "data/exchanges/soil-2019-tokyo.yaml",
        "learned_by:\n      countries: [th]",
        "learned_by:\n      countries: [jp]",
    )
    mixed = section(sil, "in-five-lines", "soil-2019-tokyo", cwd=base)
    assert mixed.count(" – all from the exchange of April 2019") == 2  # what Japan learned is of both exchanges now
    assert mixed.count(" (from the exchange of April 2019)") == 2
