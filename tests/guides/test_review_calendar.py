"""The review dates as a file for a calendar."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from calculators import browser
from calculators.guides.area import LLR, NEL
from calculators.output import calendar_file
from tests.engine.test_command_line import run
from tests.guides.test_reviews import AREAS, STAMP, TODAY, asked


def test_a_calendar_reads_the_file() -> None:
    """All-day entries on the days that are due, none of them with an alarm, each with a name of its own."""
    result = asked()
    calendar = Calendar.from_ical(calendar_file.text(result, STAMP))
    assert [event.start for event in calendar.events] == [dated.day for dated in result.to_come]
    assert [str(event["SUMMARY"]) for event in calendar.events] == [
        f"Plan review due, {months} months after the start" for months in (3, 6, 12, 18, 24)
    ]
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in calendar.events)
    assert [str(event["DESCRIPTION"]) for event in calendar.events] == [
        calendar_file.description(dated) for dated in result.to_come
    ]
    assert str(calendar.events[1]["DESCRIPTION"]) == (
        "Review due: Leicestershire procedure, every 3 months in the first 6 months. Also: North East Lincolnshire guidance "
        "(the strictest) and NICE NG55. This is a Sunday; the working day before is Friday 26 February 2027."
    )
    assert not any(event.subcomponents for event in calendar.events)
    assert {event.stamp for event in calendar.events} == {STAMP.replace(microsecond=0)}
    assert not calendar.errors
    assert len({str(event["UID"]) for event in calendar.events}) == len(calendar.events) == 5


@given(AREAS, st.dates(TODAY, date(2027, 11, 22)))
def test_the_file_keeps_to_the_format(area: str, start: date) -> None:
    """Lines end with carriage return and line feed and have at most 75 bytes; unfolded, nothing is lost."""
    result = asked(area=area, start=start.isoformat())
    text = calendar_file.text(result, STAMP)
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.replace("\r\n ", "").count("DESCRIPTION:") == len(result.to_come)


def names(text: str) -> dict[date, str]:
    """Give the identity of each entry by its day."""
    return {event.start: str(event["UID"]) for event in Calendar.from_ical(text).events}


def test_a_second_file_renews_the_entries_and_doubles_none() -> None:
    """A week later, written another way, with a change since: the same identities, and a later stamp."""
    first = calendar_file.text(asked(), STAMP)
    again = calendar_file.text(
        asked(start="31 Aug 2026", changed="yes", change="22/11/2026"), STAMP + timedelta(days=7)
    )
    assert names(first) == names(again)
    assert first != again


@given(st.dates(TODAY, date(2027, 11, 22)), st.dates(TODAY, date(2027, 11, 22)))
def test_plans_that_began_on_other_days_share_no_entry(one: date, other: date) -> None:
    """Also where their reviews fall on one day."""
    shared = set(names(calendar_file.text(asked(start=one.isoformat()), STAMP)).values()) & set(
        names(calendar_file.text(asked(start=other.isoformat()), STAMP)).values()
    )
    assert bool(shared) == (one == other)


def test_the_file_holds_nothing_of_the_case() -> None:
    """Neither the start nor the change, nor who or where."""
    text = calendar_file.text(asked(changed="yes", change="22/11/2026"), STAMP).replace("\r\n ", "")
    for said in (
        "20260831",
        "31 August 2026",
        "DATE:20261122",
        "22 November",
        "change",
        "leicester-leicestershire-rutland",
        "child",
        "ATTENDEE",
        "LOCATION",
        "VALARM",
    ):
        assert said not in text, said


def test_the_browser_gives_the_same_file() -> None:
    """The door takes the request that was answered, and the moment."""
    typed = {"area": LLR, "start": "31/08/2026", "changed": "no"}
    request = {"calculator": "reviews", "typed": typed, "today": "2026-11-22", "stamp": "2026-11-22T10:15:00.123Z"}
    assert browser.calendar(request=json.dumps(request)) == json.dumps(
        {"name": "reviews.ics", "text": calendar_file.text(asked(), STAMP)}, ensure_ascii=False
    )


def test_the_terminal_gives_the_file() -> None:
    """Nothing but the file on standard output, with the format's own line ends."""
    start = f"{date.today():%Y-%m-%d}"  # noqa: DTZ011 - the command counts from the reader's own day
    done = run("ask", "reviews", f"area={NEL}", f"start={start}", "changed=no", "--ics")
    assert done.returncode == 0, done.stderr
    assert len(Calendar.from_ical(done.stdout).events) == 8


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("ask", "age", "age-then=12", "activity=no", "development=no", "--ics"),
            "--ics: age gives no date from today on",
        ),
        (("ask", "reviews", "area=another", "start=not-known", "changed=no", "--ics"), "--ics: reviews gives no date"),
        (("table", "reviews", "--ics"), "--ics: table gives no dates"),
    ],
)
def test_the_terminal_says_where_there_are_no_dates(words: tuple[str, ...], said: str) -> None:
    """Status 2, and one line."""
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1
