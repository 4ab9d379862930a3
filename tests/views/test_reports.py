"""The briefing, the ledger and the matrix: each fact in its place, and what is missing turned into something to do."""

import json
import shutil

import pytest

from sil.records.exchange import FollowUp
from sil.records.values import Text
from sil.text.labels import Labels
from sil.views.ledger import state_of
from tests.conftest import ROOT


@pytest.fixture
def base(tmp_path):
    """A copy of the shipped records, to be changed."""
    shutil.copytree(ROOT / "data", tmp_path / "kb" / "data")
    shutil.copy(ROOT / "sil.toml", tmp_path / "kb" / "sil.toml")
    return tmp_path / "kb"


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def sections(sil, *arguments, **where):
    document = json.loads(sil("report", *arguments, "--json", **where).out)
    return {section["key"]: json.dumps(section, ensure_ascii=False) for section in document["sections"]}


def test_a_deleted_cell_is_a_question_of_the_briefing(sil, base):
    duration = (base / "data/orgs/litalico.yaml").read_text("utf-8")
    before = sections(sil, "briefing", "soil-2019-tokyo", cwd=base)["questions"]
    lines = duration.split("\n")
    at = next(number for number, line in enumerate(lines) if line.strip() == "duration:")
    end = next(n for n in range(at + 1, len(lines)) if lines[n].strip() and not lines[n].startswith("      "))
    (base / "data/orgs/litalico.yaml").write_text("\n".join(lines[:at] + lines[end:]), "utf-8")
    after = sections(sil, "briefing", "soil-2019-tokyo", cwd=base)["questions"]
    question = Labels("en")("question.duration", name="LITALICO")
    assert question not in before
    assert question in after


def test_tables_of_the_briefing_explain_their_signs(sil):
    found = sections(sil, "briefing", "soil-2019-tokyo")
    assert all("= same   ≈ similar" in found[key] for key in ("comparison", "law"))


def test_a_question_brought_along_is_gone_once_a_lesson_answers_it(sil, base):
    path = base / "data/exchanges/soil-2019-tokyo.yaml"
    question = "How can direct employment by companies be brought forward"
    assert question in sections(sil, "briefing", "soil-2019-tokyo", cwd=base)["questions"]
    edit(
        path,
        "  - id: direct-employment\n",
        "  - id: direct-employment\n    answered_by: [training-and-placement-beside-social-hiring]\n",
    )
    assert question not in sections(sil, "briefing", "soil-2019-tokyo", cwd=base)["questions"]


def test_the_next_planned_exchange_is_briefed_and_a_past_one_says_so(sil, base):
    past = sil("report", "briefing", cwd=base).out
    assert "No exchange is planned" in past
    assert "Tokyo" in past
    edit(base / "data/exchanges/soil-2019-bangkok.yaml", "status: held", "status: planned")
    planned = sil("report", "briefing", cwd=base, env={"SIL_TODAY": "2019-03-01"}).out
    assert "No exchange is planned" not in planned
    assert planned.startswith("Briefing: Social Innovation Link, first workshop")
    assert "No exchange is planned" in sil("report", "briefing", cwd=base, env={"SIL_TODAY": "2021-05-01"}).out


def test_our_side_is_the_home_country_and_the_others_are_met(sil, base):
    page = sections(sil, "briefing", "soil-2019-tokyo", cwd=base)
    assert '"text": "LITALICO"' in page["counterparts"]
    assert "株式会社LITALICO" in page["names"]
    assert "first workshop" in page["counterparts"]  # last contact
    assert "travels to Japan as a group" in page["counterparts"]  # promised to them
    edit(base / "sil.toml", 'home_country = "th"', 'home_country = "jp"')
    page = sections(sil, "briefing", "soil-2019-tokyo", cwd=base)
    assert "Social Innovation Foundation" in page["counterparts"]
    assert '"text": "LITALICO"' not in page["counterparts"]


def test_earlier_lessons_and_only_those_stand_in_a_briefing(sil):
    assert "lessons" not in sections(sil, "briefing", "soil-2019-bangkok")
    told = sections(sil, "briefing", "soil-2019-tokyo")["lessons"]
    assert "In Japan a private company can make a business" in told
    assert "needs a service of its own beside it" not in told


def test_the_law_is_that_of_the_strands(sil):
    law = sections(sil, "briefing", "soil-2019-tokyo")["law"]
    assert "one person with disabilities per 100 employees" in law
    assert "statutory rate" in law
    assert "non-profit" not in law


@pytest.mark.parametrize(
    ("state", "due", "expected"),
    [
        ("open", "2026-11-23", "late"),
        ("open", "2026-11-24", "open"),
        ("open", "2026-11", "open"),  # until the end of the month
        ("open", "2026-10", "late"),
        ("unknown", "2019", "late"),
        ("open", None, "open"),
        ("unknown", None, "unknown"),
        ("done", "2019", "done"),
        ("dropped", "2019", "dropped"),
    ],
)
def test_a_promise_is_late_when_its_last_day_has_passed(state, due, expected):
    promise = FollowUp(id="p", what=Text({"en": "x"}), state=state, due=due, source=())
    assert state_of(promise, "2026-11-24") == expected


def test_late_promises_come_first_with_what_to_do(sil, base):
    path = base / "data/exchanges/soil-2019-bangkok.yaml"
    more = (
        "follow_ups:\n  - {id: late-one, who: [litalico], what: {en: Send the slides}, due: 2019-06, state: open, source: [post-2019]}\n"
        "  - {id: open-one, who: [litalico], what: {en: Plan a visit}, due: 2027-01, state: open, source: [post-2019]}\n"
        "  - {id: undated, what: {en: Think of Nepal}, state: open, source: [post-2019]}\n"
    )
    edit(path, "follow_ups:\n", more)
    found = sections(sil, "follow-ups", cwd=base)
    assert list(found) == ["counts", "late", "open", "done"]
    assert "Send the slides" in found["late"]
    assert "agree on a new date" in found["late"]
    assert "Remind before January 2027" in found["open"]
    assert "Agree on a date" in found["open"]
    assert "nobody named" in found["open"]
    assert "late" not in sections(sil, "follow-ups", cwd=base, env={"SIL_TODAY": "2019-06-30"})


def test_a_promise_of_several_counts_once_and_names_who_is_recorded_as_having_kept_it(sil, base):
    kept = sections(sil, "follow-ups")
    assert "Promises: 1 kept" in kept["counts"]
    assert kept["counts"].count('"text": "1"') == 1
    assert "Social Innovation Foundation, Klongdinsor, Local Alike (together)" in kept["counts"]
    for found in (
        kept["done"],
        sections(sil, "trip", "soil-2019-tokyo")["promises"],
        sections(sil, "trip", "soil-2019-bangkok")["promises"],
        sections(sil, "theme", "disability-employment")["promises"],
    ):
        assert "Kept with: July 2019: SOIL" in found
        assert "recorded there: ChangeFusion, Social Innovation Foundation" in found
        assert "Not recorded there: Klongdinsor, Local Alike" in found
    path = base / "data/exchanges/soil-2019-bangkok.yaml"
    more = "follow_ups:\n  - {id: a, who: [litalico], what: {en: A}, due: 2019-06, state: open, source: [post-2019]}\n"
    edit(path, "follow_ups:\n", more)
    found = sections(sil, "follow-ups", cwd=base)
    assert "Promises: 1 late (LITALICO), 1 kept" in found["counts"]
    assert "What to do next" in found["late"]
    assert "What to do next" not in found["done"]  # nothing is left to do
    assert (
        "Promises: 1 late (LITALICO), 1 kept" in sections(sil, "trip", "soil-2019-bangkok", cwd=base)["in-five-lines"]
    )


def test_filters_choose_promises_and_lessons(sil):
    assert "No promise is recorded" in sections(sil, "follow-ups", "--year", "2020")["counts"]
    assert "No lesson is recorded" in sections(sil, "learning", "--year", "1999")["counts"]
    only = sections(sil, "learning", "--theme", "transition-to-work")
    assert "Thailand by itself" in only["counts"]
    assert "Japan from Thailand" not in only["counts"]


def test_the_matrix_counts_each_lesson_once(sil):
    found = sections(sil, "learning")
    assert "each counted once: 5" in found["counts"]
    assert "Thailand from Japan" in found["counts"]
    assert "the DMO" in found["themes"]
    assert "Local Alike" in found["organisations"]


def test_a_theme_is_found_by_any_of_its_words_and_told_whole(sil):
    found = sections(sil, "theme", "障がい者雇用")
    assert list(found) == [
        "meaning", "laws", "organisations", "figures", "lessons", "promises", "collaborations", "gaps",
    ]  # fmt: skip
    assert "การจ้างงานคนพิการ" in found["meaning"]
    assert "one person with disabilities per 100 employees" in found["laws"]
    assert "statutory rate" in found["laws"]
    assert "Statutory service paid per user and day" in found["organisations"]
    assert "do not rank" in found["figures"]
    assert "because the service is paid for" in found["lessons"]
    assert "travels to Japan as a group" in found["promises"]
    assert "How long does Klongdinsor accompany" in found["gaps"]


def test_a_wider_theme_tells_what_is_recorded_under_those_below_it(sil):
    listed = json.loads(sil("list", "lessons", "--theme", "disability-employment", "--json").out)["items"]
    titles = {item["title"]["en"]: item["theme"] for item in listed}
    assert len(set(titles.values())) > 1
    told = sections(sil, "theme", "disability-employment")["lessons"]
    compared = json.loads(sil("compare", "--countries", "th,jp", "--theme", "disability-employment", "--json").out)
    (row,) = (row for row in compared["rows"] if row["key"] == "lessons")
    cells = " ".join(cell["text"] for cell in row["cells"])
    assert all(title in told and title in cells for title in titles)
    for said in (told, cells):
        assert "(Social employment)" in said
        assert "(Transition to work)" in said
        assert "(Employment of persons with disabilities)" not in said


PROMISED = """follow_ups:
  - {id: slides, who: [litalico], to: [klongdinsor], what: {en: Send the slides}, due: 2019-06-20, state: open, source: [post-2019]}
"""


@pytest.mark.parametrize(("today", "state"), [("2019-06-20", "open"), ("2019-06-21", "late")])
def test_a_promise_stands_alike_in_briefing_ledger_and_list(sil, base, today, state):
    path = base / "data/exchanges/soil-2019-bangkok.yaml"
    edit(path, "status: held", "status: planned")
    edit(path, "follow_ups:\n", PROMISED)
    where = {"cwd": base, "env": {"SIL_TODAY": today}}
    page = sections(sil, "briefing", "soil-2019-bangkok", **where)["one-page"]
    assert f"Send the slides ({state}; Due: 20 June 2019)" in page
    assert "Send the slides" in sections(sil, "follow-ups", **where)[state]
    rows = sil("list", "follow-ups", "--columns", "id,state", "-f", "csv", **where).out
    assert f"soil-2019-bangkok/slides,{state}" in rows
    stored = json.loads(sil("list", "follow-ups", "--json", **where).out)["items"]
    assert {item["id"]: item["state"] for item in stored}["soil-2019-bangkok/slides"] == "open"


def test_a_theme_of_one_country_is_not_compared(sil):
    assert "≠" not in sections(sil, "theme", "community-based-tourism")["laws"]
    assert "=" not in sections(sil, "theme", "community-based-tourism")["laws"]
    assert "? " not in sections(sil, "theme", "community-based-tourism")["laws"]
    assert "Local Alike" in sections(sil, "theme", "community-based-tourism")["collaborations"]


def test_a_deleted_cell_is_a_gap_of_its_theme(sil, base):
    path = base / "data/orgs/litalico.yaml"
    before = sections(sil, "theme", "disability-employment", cwd=base)["gaps"]
    lines = path.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line == "    beneficiaries:")
    end = next(n for n in range(at + 1, len(lines)) if lines[n].strip() and not lines[n].startswith("      "))
    path.write_text("\n".join(lines[:at] + lines[end:]), "utf-8")
    after = sections(sil, "theme", "disability-employment", cwd=base)["gaps"]
    assert "Who benefits from the work of LITALICO?" not in before
    assert "Who benefits from the work of LITALICO?" in after


def test_every_theme_can_be_reported(sil, shipped):
    for theme in shipped.records.themes:
        assert sections(sil, "theme", theme.id)["meaning"]


def test_a_theme_that_is_not_there(sil):
    result = sil("report", "theme", "no-such-theme")
    assert (result.code, result.out) == (1, "")
    assert "no-such-theme" in result.err


@pytest.mark.parametrize("lang", ["th", "ja"])
@pytest.mark.parametrize("kind", ["briefing", "follow-ups", "learning"])
def test_reports_speak_one_language(sil, kind, lang):
    document = json.loads(sil("report", kind, "--json", "--lang", lang).out)
    for section in document["sections"]:
        assert not section["title"].isascii(), section["title"]


@pytest.mark.parametrize("kind", ["trip", "briefing", "follow-ups", "learning"])
def test_a_thai_report_says_once_in_which_era_its_years_are(sil, kind):
    text = sil("report", kind, "--lang", "th", "-f", "md").out
    assert text.count("พ.ศ. = ค.ศ. + 543") == 1
    assert "543" not in sil("report", kind, "--lang", "ja", "-f", "md").out.split("##")[0]
