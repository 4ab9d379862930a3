"""Calendars: other programs read back what was meant, in its own time zone, and the bytes repeat."""

import datetime as dt
from dataclasses import dataclass, replace

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from sample_pages import page_of, words

from sil.errors import NothingFoundError, UsageError
from sil.render import Options, render
from sil.render.inline import plain
from sil.views.model import Event, Paragraph

TODAY = Options(today="2026-11-24")
VISIT = Event(id="visit", what=words("Visit"), start="2027-01-12", changed="2026-11")


@dataclass(frozen=True)
class Dated:
    """A view with entries for a calendar."""

    events: tuple[Event, ...] | None

    def page(self):
        return page_of(Paragraph(words("x")), title="กล่องดินสอ", lang="th")


def made(*events: Event, options=TODAY) -> str:
    return render(Dated(events), "ics", options)


def entries(text: str):
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


texts = st.text() | st.sampled_from(
    ["น้ำ" * 40, "障害者雇用" * 40, "a\r\nBEGIN:VEVENT", "a;b,c\\n:\\", "\x00\x1b[31m", "\ud800", "ATTENDEE:mailto:x", '"', "👩‍🏫" * 20, " x "]
)  # fmt: skip


@given(texts, texts, texts)
def test_any_text_comes_back_and_no_line_is_long_or_cut_inside_a_character(what, where, about):
    event = replace(VISIT, what=words(what), where=words(where), about=(words(about), words("end")))
    text = made(event)
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()
    (entry,) = entries(text)
    assert entry["summary"] == plain(event.what)
    assert entry.get("location", "") == plain(event.where)
    assert entry["description"] == "\n".join(filter(None, [plain(words(about)), "end"]))
    (seen,) = vobject.readOne(text).vevent_list
    assert seen.summary.value == plain(event.what)
    assert lines.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(
    ("zone", "start", "utc"),
    [
        ("Asia/Bangkok", "2027-01-12T10:00", "2027-01-12T03:00"),
        ("Asia/Tokyo", "2027-01-12T10:00", "2027-01-12T01:00"),
        ("Asia/Tokyo", "2027-01-12T00:30", "2027-01-11T15:30"),
        ("Europe/Amsterdam", "2027-01-12T10:00", "2027-01-12T09:00"),
        ("Europe/Amsterdam", "2027-07-12T10:00", "2027-07-12T08:00"),
    ],
)
def test_a_time_of_day_is_that_of_its_zone_by_the_rules_in_the_file(zone, start, utc):
    text = made(replace(VISIT, start=start, end=start[:11] + "12:15", zone=zone))
    assert f"DTSTART;TZID={zone}:" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    (entry,) = vobject.readOne(text).vevent_list  # reads the zone from the VTIMEZONE of the file
    found = entry.dtstart.value.astimezone(dt.UTC)
    assert found.isoformat() == f"{utc}:00+00:00"
    assert entry.dtend.value > entry.dtstart.value
    assert entry.transp.value == "OPAQUE"


def test_without_a_zone_a_time_is_that_of_whoever_looks():
    (entry,) = entries(made(replace(VISIT, start="2027-01-12T10:00")))
    assert entry.start.tzinfo is None
    assert "dtend" not in entry


def test_whole_days_end_with_their_last_day_and_are_free():
    text = made(VISIT, replace(VISIT, id="week", end="2027-01-18"), replace(VISIT, id="wrong", end="2026-01-01"))
    days = [(entry.start, entry.end - entry.start) for entry in entries(text)]
    first = dt.date(2027, 1, 12)
    assert days == [(first, dt.timedelta(count)) for count in (1, 7, 1)]
    assert text.count("TRANSP:TRANSPARENT") == 3
    assert "VTIMEZONE" not in text


def test_the_same_day_gives_the_same_bytes_and_a_later_one_a_later_version():
    assert made(VISIT) == made(VISIT)
    first, later = (entries(made(VISIT, options=Options(today=day)))[0] for day in ("2026-11-24", "2026-11-25"))
    assert first["uid"] == later["uid"]
    assert later["sequence"] == first["sequence"] + 1
    assert later["dtstamp"].dt > first["dtstamp"].dt
    assert first["last-modified"].dt == dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


def test_a_view_without_dates_is_refused():
    with pytest.raises(UsageError):
        render(Dated(None), "ics", TODAY)
    with pytest.raises(UsageError):
        render(object(), "ics", TODAY)
    with pytest.raises(NothingFoundError):
        made()
