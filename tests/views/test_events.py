"""What of a report stands in a calendar: only what has a date, each with its clock, its record and its sources."""

import datetime as dt
import shutil

import icalendar
import pytest

from tests.conftest import ROOT

AGENDA = """agenda:
  - title: {en: Visit to a works office, th: เยี่ยมสำนักงาน, ja: 事業所訪問}
    time: 2019-07-03T10:00
    until: 2019-07-03T12:30
    host: litalico
    place: {en: Nakameguro, th: นากาเมกุโระ, ja: 中目黒}
    purpose: {en: To see the first interview.}
    source: [changefusion-disability-blog]
  - title: {en: Free day}
    time: 2019-07-04
  - title: {en: Closing dinner}
"""
PROMISES = """follow_ups:
  - {id: slides, who: [litalico], to: [klongdinsor], what: {en: Send the slides}, due: 2026-12, state: open, source: [post-2019]}
  - {id: notes, what: {en: Send the notes}, due: 2026-12-24, state: done, evidence: {en: They came.}, source: [post-2019]}
"""


@pytest.fixture
def base(tmp_path):
    """The shipped records with a programme that has times, and promises that have a day."""
    shutil.copytree(ROOT / "data", tmp_path / "kb/data")
    tokyo, bangkok = (tmp_path / f"kb/data/exchanges/soil-2019-{city}.yaml" for city in ("tokyo", "bangkok"))
    tokyo.write_text(tokyo.read_text("utf-8").replace("sources:\n", f"{AGENDA}sources:\n", 1), "utf-8")
    bangkok.write_text(bangkok.read_text("utf-8").replace("follow_ups:\n", PROMISES, 1), "utf-8")
    return tmp_path / "kb"


def entries(sil, *arguments, **more):
    result = sil("report", *arguments, "-f", "ics", **more)
    assert result.code == 0, result.err
    found = list(icalendar.Calendar.from_ical(result.out).walk("VEVENT"))
    assert len({entry["uid"] for entry in found}) == len(found)
    return {str(entry["summary"]): entry for entry in found}


def test_the_trip_as_a_calendar(sil, base):
    found = entries(sil, "trip", "soil-2019-tokyo", cwd=base)
    visit = found["Visit to a works office"]
    assert visit.start.isoformat() == "2019-07-03T10:00:00+09:00"
    assert visit.end - visit.start == dt.timedelta(hours=2, minutes=30)
    assert visit["location"] == "Nakameguro"
    for said in (
        "To see the first interview.",
        "Host: LITALICO",
        "Record: soil-2019-tokyo",
        "https://changefusion.org",
    ):
        assert said in visit["description"]
    assert found["Free day"].start == dt.date(2019, 7, 4)
    assert found["Free day"]["location"] == "Tokyo, Japan"
    whole = next(entry for title, entry in found.items() if "(day not known: July 2019)" in title)
    assert (whole.start, whole.end) == (dt.date(2019, 7, 1), dt.date(2019, 8, 1))
    assert "Programme without a date:\n- Closing dinner" in whole["description"]
    assert "Closing dinner" not in found


@pytest.mark.parametrize("report", [("trip", "soil-2019-tokyo"), ("briefing", "soil-2019-tokyo"), ("follow-ups",)])
def test_promises_stand_on_the_day_they_are_due(sil, base, report):
    found = entries(sil, *report, cwd=base)
    due = found["Due: Send the slides"]
    assert due.start == dt.date(2026, 12, 31)
    assert due["uid"].startswith("soil-2019-bangkok/slides@")
    assert "Due: December 2026" in due["description"]
    assert "LITALICO → Klongdinsor" in due["description"]
    assert "They came." in found["Kept: Send the notes"]["description"]


def test_an_entry_keeps_its_id_when_its_hour_changes_or_another_language_is_printed(sil, base):
    before = entries(sil, "trip", "soil-2019-tokyo", cwd=base)["Visit to a works office"]["uid"]
    thai = entries(sil, "trip", "soil-2019-tokyo", "--lang", "th", cwd=base)["เยี่ยมสำนักงาน"]
    path = base / "data/exchanges/soil-2019-tokyo.yaml"
    path.write_text(path.read_text("utf-8").replace("T10:00", "T09:00"), "utf-8")
    after = entries(sil, "trip", "soil-2019-tokyo", cwd=base)["Visit to a works office"]
    assert before == after["uid"] == thai["uid"]
    assert after.start.hour == 9


def test_a_zone_of_the_record_wins_and_without_one_nothing_is_assumed(sil, base):
    path = base / "data/exchanges/soil-2019-tokyo.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("host_country: jp\n", "time_zone: Asia/Bangkok\n", 1), "utf-8")
    visit = entries(sil, "trip", "soil-2019-tokyo", cwd=base)["Visit to a works office"]
    assert visit.start.isoformat() == "2019-07-03T10:00:00+07:00"
    path.write_text(text.replace("host_country: jp\n", "", 1), "utf-8")
    assert entries(sil, "trip", "soil-2019-tokyo", cwd=base)["Visit to a works office"].start.tzinfo is None
    assert "SIL222" in sil("check", cwd=base).out


def test_the_programme_of_a_page_shows_from_when_to_when(sil, base):
    assert "3 July 2019, 10:00–12:30" in sil("report", "trip", "soil-2019-tokyo", cwd=base, env={"COLUMNS": "300"}).out
    thai = sil("report", "trip", "soil-2019-tokyo", "--lang", "th", cwd=base, env={"COLUMNS": "300"}).out
    assert "3 กรกฎาคม 2562 เวลา 10:00–12:30 น." in thai


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("report", ["trip", "briefing"])
def test_the_shipped_exchanges_have_a_calendar_in_every_language(sil, report, lang):
    for exchange in ("soil-2019-bangkok", "soil-2019-tokyo", "soil-2020-online"):
        for entry in entries(sil, report, exchange, "--lang", lang).values():
            assert "event." not in entry["summary"] + entry["description"]
            assert "Record" not in entry["description"] or lang == "en"


def test_what_has_no_dates_is_refused_with_a_way_on(sil):
    for question in (("report", "learning"), ("list", "orgs"), ("compare", "litalico", "klongdinsor")):
        result = sil(*question, "-f", "ics")
        assert (result.code, result.out) == (2, "")
        assert "sil report trip -o trip.ics" in result.err
    result = sil("report", "follow-ups", "-f", "ics")
    assert (result.code, result.out) == (1, "")
    assert "due:" in result.err


def test_a_calendar_is_written_by_its_ending(sil, tmp_path):
    assert sil("report", "trip", "-o", "trip.ics").code == 0
    assert (tmp_path / "trip.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert sil("report", "trip", "-f", "md", "-o", "trip.ics").code == 2
