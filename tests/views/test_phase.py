"""A report speaks of an exchange as it stands on the day: what is planned is not told as if it had happened."""

import json
import re

import pytest

from sil.records.build import build
from sil.records.exchange import Exchange
from sil.text.labels import Labels
from sil.views.phase import phase_on

T = {"en": "Text", "th": "ข้อความ", "ja": "文章"}

VISIT = """\
id: visit-2026
title: {en: Return visit, th: การเยือนตอบแทน, ja: 返礼の訪問}
kind: study-trip
follows: example-visit-2024
start: 2026-12-14
end: 2026-12-17
host_country: th
visiting_countries: [jp]
status: planned
organisers: [example-host]
participants:
  - {org: example-host, role: seeker}
  - {org: example-organisation, role: provider}
meetings:
  - {orgs: [example-host, example-organisation], theme: social-enterprise}
themes: [social-enterprise]
summary: {en: A visit in return., th: การเยือนตอบแทน, ja: 返礼の訪問。}
learning_questions:
  - {id: costs, text: {en: What does the work cost?, th: ต้นทุนเท่าไร, ja: 費用はいくらか。}, asked_by: [example-host]}
  - {id: grants, text: {en: Which grants are open?, th: ทุนใดเปิดรับ, ja: 応募できる助成金は。}, asked_by: [example-organisation]}
agenda:
  - {time: 2026-12-14T10:00, title: {en: Office, th: สำนักงาน, ja: 事務所}, host: example-organisation}
expected_outcomes:
  - {text: {en: A joint pilot, th: โครงการนำร่อง, ja: 共同の試行}}
sources: {}
checked: 2026-11-20
"""
PAST = {
    "en": r"Took part|met or hosted|Who met whom|Those who met,|What each side learned$|brought along|was hoped for",
    "th": r"ผู้เข้าร่วม|ใครพบใคร|องค์กรที่พบกัน$|คำถามที่นำมา|แต่ละฝ่ายได้เรียนรู้อะไร$",
    "ja": r"参加団体|誰と誰が会ったか|会った団体|^双方が学んだこと$|持ち寄った|期待された",
}
"""What is said of an exchange that was held, and must not be said of one that was not."""

DAYS = [("planned", "2026-11-24", "ahead"), ("planned", "2026-12-15", "near"), ("planned", "2027-01-01", "overdue"),
        ("cancelled", "2026-11-24", "cancelled"), ("unknown", "2027-01-01", "unknown"), ("held", "2026-12-01", "ahead")]  # fmt: skip


@pytest.fixture
def base(sil, tmp_path):
    """A new knowledge base, with a visit that is planned beside the example of one that was held."""
    assert sil("init", "kb").code == 0
    path = tmp_path / "kb/data/exchanges/visit-2026.yaml"
    path.write_text(VISIT, "utf-8")
    return path


def write(path, status):
    path.write_text(VISIT.replace("status: planned", f"status: {status}"), "utf-8")


def exchange(status, start="2026-12-14", end="2026-12-17"):
    plain = {"id": "visit", "title": T, "kind": "workshop", "start": start, "status": status, "summary": T}
    return build(Exchange, {**plain, **({"end": end} if end else {}), "sources": {}, "checked": "2026-11-20"})


@pytest.mark.parametrize(
    ("visit", "today", "phase"),
    [
        (exchange("planned"), "2026-12-13", "ahead"),
        (exchange("planned"), "2026-12-14", "near"),
        (exchange("planned"), "2026-12-17", "near"),
        (exchange("planned"), "2026-12-18", "overdue"),
        (exchange("planned", "2026-12", None), "2026-11-30", "ahead"),
        (exchange("planned", "2026-12", None), "2026-12-01", "near"),  # on some day of the month
        (exchange("planned", "2026", None), "2026-12-31", "near"),
        (exchange("planned", "2026", None), "2027-01-01", "overdue"),
        (exchange("held"), "2026-12-13", "ahead"),  # as nobody can have held it yet
        (exchange("held"), "2026-12-14", "held"),
        (exchange("cancelled"), "2026-12-13", "cancelled"),
        (exchange("unknown"), "2026-12-13", "ahead"),
        (exchange("unknown"), "2026-12-18", "unknown"),
    ],
)
def test_the_phase_of_an_exchange(visit, today, phase):
    assert phase_on(visit, today) == phase


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("case", DAYS)
def test_the_report_of_a_visit_that_was_not_held_tells_its_plan(sil, base, lang, case):
    status, today, phase = case
    write(base, status)
    report = ("report", "trip", "visit-2026", "--lang", lang)
    shown = sil(*report, "-f", "md", cwd=base.parent, env={"SIL_TODAY": today}).out
    assert Labels(lang)(f"trip.is-{phase}") in shown
    assert ("`sil report briefing visit-2026`" in shown) == (phase in ("ahead", "near"))
    found = json.loads(sil(*report, "--json", cwd=base.parent, env={"SIL_TODAY": today}).out)
    said = [found["title"], *(section["title"] for section in found["sections"])]
    for section in found["sections"]:
        for block in section["blocks"]:
            said += [one["label"] for one in block.get("items", ()) if "label" in one]
            said += [column["title"] for column in block.get("columns", ())] + [block.get("text", "")]
    assert [text for text in said if re.search(PAST[lang], text)] == []
    calendar = sil(*report, "-f", "ics", cwd=base.parent, env={"SIL_TODAY": today}).out
    unfolded = calendar.replace("\r\n ", "")
    assert f"{Labels(lang)('event.participants-planned')}" in unfolded
    assert not re.search(f"{Labels(lang)('event.participants')}[:：]", unfolded)


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_the_report_of_a_visit_that_was_held_tells_what_happened(sil, base, lang):
    write(base, "held")
    where = {"cwd": base.parent, "env": {"SIL_TODAY": "2027-01-01"}}
    shown = sil("report", "trip", "--lang", lang, "-f", "md", **where).out
    assert shown.startswith(f"# {Labels(lang)('report.trip')}")
    labels = Labels(lang)
    for key in ("fact.participants", "trip.met", "trip.comparison", "trip.questions", "trip.outcomes"):
        assert labels(key) in shown, key
    assert not any(labels(f"trip.is-{phase}") in shown for phase in ("ahead", "near", "overdue", "cancelled"))
    calendar = sil("report", "trip", "--lang", lang, "-f", "ics", **where).out.replace("\r\n ", "")
    assert labels("event.participants") in calendar
    assert labels("event.participants-planned") not in calendar


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("case", [*DAYS, ("held", "2027-01-01", "held")])
def test_a_briefing_says_when_it_comes_too_late(sil, base, lang, case):
    status, today, phase = case
    write(base, status)
    where = {"cwd": base.parent, "env": {"SIL_TODAY": today}}
    shown = sil("report", "briefing", "visit-2026", "--lang", lang, "-f", "md", **where).out
    key = f"briefing.is-{phase}"
    assert Labels(lang).has(key) == (phase not in ("ahead", "near"))
    assert not Labels(lang).has(key) or Labels(lang)(key) in shown
    assert ("`sil report trip visit-2026`" in shown) == (phase in ("held", "overdue"))
    others = ("--audience", "partners")
    assert "sil report" not in sil("report", "briefing", "visit-2026", *others, "--lang", lang, **where).out


def test_the_default_exchange_goes_by_the_day(sil, base):
    write(base, "held")

    def title(kind, today):
        return sil("report", kind, cwd=base.parent, env={"SIL_TODAY": today}).out.split("\n")[0]

    assert title("trip", "2026-11-24") == "Trip report: Example visit"
    assert title("trip", "2026-12-20") == "Trip report: Return visit"
    assert title("briefing", "2026-11-24") == "Briefing: Return visit"
    assert title("briefing", "2024-05-01") == "Briefing: Example visit"


def test_nobody_has_met_in_a_visit_that_is_planned(sil, base):
    def places(*arguments):
        found = json.loads(sil("graph", "--json", *arguments, cwd=base.parent).out)
        return json.dumps(found)

    assert "visit-2026" not in places()
    assert "Return visit (planned)" in sil("timeline", cwd=base.parent).out
    write(base, "held")
    assert "visit-2026" in places()
    assert "Return visit (planned)" not in sil("timeline", cwd=base.parent).out


def test_questions_reach_whom_they_are_put_to_and_none_is_lost(sil, base):
    """The home country is Thailand: the visitors' question is for us, ours for them; one of a third body is not lost."""

    def asked():
        found = json.loads(sil("report", "briefing", "--json", cwd=base.parent).out)
        return {
            section["key"]: {row["cells"][0]["text"]: (row["group"], row["cells"][1]["text"]) for row in block["rows"]}
            for section in found["sections"]
            if section["key"] in ("questions", "they-ask")
            for block in section["blocks"]
        }

    found = asked()
    assert found["they-ask"] == {"What does the work cost?": ("Example Host", "____________________")}
    assert found["questions"]["Which grants are open?"] == ("Example Host", "Example Organisation")
    assert "What does the work cost?" not in found["questions"]
    base.write_text(base.read_text("utf-8").replace("asked_by: [example-organisation]", "asked_by: [someone]"), "utf-8")
    assert asked()["questions"]["Which grants are open?"] == ("To whom is still to be settled", "someone")
