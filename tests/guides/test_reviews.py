"""Review dates: calendar months from the start, the rule behind each, working days, and a file that calendars open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine import working_days
from calculators.engine.asking import AnswersError, ask
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.dates import add_months
from calculators.guides.area import ANOTHER, LLR, NEL
from calculators.guides.catalogue import GUIDES
from calculators.guides.intervals import STRICTEST, timetable
from tools import bank_holidays, reviews

if TYPE_CHECKING:
    from calculators.engine.result import Dated, Result

REVIEWS = GUIDES["reviews"]
TODAY = date(2026, 11, 22)
STAMP = datetime(2026, 11, 22, 10, 15, 0, 123000, tzinfo=UTC)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
AREAS = st.sampled_from([NEL, LLR, ANOTHER, NOT_KNOWN])
LONGEST_QUARTER = 92  # days: no three calendar months are longer


def dates(area: str, start: date, today: date | None = None) -> tuple[Dated, ...]:
    """The timetable of a plan without a change, on the day it begins unless told otherwise."""
    return timetable({"area": area}, {"start": start}, today or start)


def asked(**typed: str) -> Result:
    """What the guide says, by default to a plan of Leicester that began on 31 August."""
    return ask(REVIEWS, {"area": LLR, "start": "31/08/2026", "changed": "no", **typed}, TODAY)


# The days


@pytest.mark.parametrize(
    ("area", "due"),
    [
        (NEL, "2026-11-30 2027-02-28 2027-05-31 2027-08-31 2027-11-30 2028-02-29 2028-05-31 2028-08-31"),
        (LLR, "2026-11-30 2027-02-28 2027-08-31 2028-02-29 2028-08-31"),
        (ANOTHER, "2027-02-28 2027-08-31 2028-02-29 2028-08-31"),
        (NOT_KNOWN, "2026-11-30 2027-02-28 2027-05-31 2027-08-31 2027-11-30 2028-02-29 2028-05-31 2028-08-31"),
    ],
)
def test_the_days_of_each_rule(area: str, due: str) -> None:
    """From 31 August: each source's own interval, and the last day of a month that has no 31st."""
    assert " ".join(str(dated.day) for dated in dates(area, date(2026, 8, 31)) if dated.due) == due


@given(AREAS, DAYS, DAYS)
def test_days_rise_and_none_is_left_out(area: str, start: date, today: date) -> None:
    """In order, the last after two years; each day that any source asks for is there, those gone by in one sentence."""
    every = [add_months(start, month) for month in range(3, 25, 3)]
    assert [dated.day for dated in dates(area, start, start)] == every
    found = dates(area, start, today)
    to_come = [dated for dated in found if not dated.past]
    assert [dated.day for dated in to_come] == [day for day in every if day >= today]
    gone_by = [dated.day for dated in dates(area, start, start) if dated.due and dated.day < today]
    assert len(found) - len(to_come) == bool(gone_by)
    assert all(f"{day.day} {day:%B %Y}" in found[-1].what for day in gone_by)


@given(AREAS, DAYS)
def test_no_day_is_later_than_its_rule_allows(area: str, start: date) -> None:
    """From one day that is due to the next, from the start on: no more months than the rule that is followed says."""
    longest = {NEL: 3, NOT_KNOWN: 3, LLR: 6, ANOTHER: 6}[area] // 3 * LONGEST_QUARTER
    due = [start, *(dated.day for dated in dates(area, start) if dated.due)]
    assert all((later - earlier).days <= longest for earlier, later in pairwise(due))
    if area == LLR:
        assert (due[1] - start).days <= LONGEST_QUARTER
        assert (due[2] - due[1]).days <= LONGEST_QUARTER


@given(DAYS)
def test_the_strictest_rule_asks_for_every_day_that_any_rule_asks_for(start: date) -> None:
    """Whoever keeps to it keeps to all."""
    strict = {dated.day for dated in dates(STRICTEST.area, start) if dated.due}
    for area in (NEL, LLR, ANOTHER):
        assert {dated.day for dated in dates(area, start) if dated.due} <= strict


def test_each_day_names_its_rule_the_others_and_the_strictest() -> None:
    """Six months on all three ask for a review; nine months on only the strictest does, and the line says so."""
    third, sixth, ninth = dates(LLR, TODAY)[:3]
    assert third.what.startswith("review due: Leicestershire procedure, every 3 months in the first 6 months.")
    assert sixth.what.endswith("Also: North East Lincolnshire guidance (the strictest) and NICE NG55.")
    assert sixth.cites == ("llr:13.review", "nel:panel-assessment", "ng55:1.6.5")
    assert ninth.what.startswith(
        "North East Lincolnshire guidance (the strictest) would have a review; Leicestershire procedure does not"
    )
    assert not ninth.due


def test_a_significant_change_is_a_day_of_its_own_and_moves_no_other() -> None:
    """NICE NG55's rule; the other days stay where they were."""
    before = asked().timetable
    after = asked(changed="yes", change="12/11/2026").timetable
    (change,) = set(after) - set(before)
    assert (change.day, change.cites, change.due) == (date(2026, 11, 12), ("ng55:1.6.5",), True)
    assert "ask for one now" in change.note
    assert [dated for dated in after if dated != change] == list(before)
    assert list(after) == sorted(after, key=lambda dated: (dated.past, dated.day))


def test_days_gone_by_are_said_to_be_so_and_stay_out_of_the_calendar() -> None:
    """A plan of half a year ago."""
    result = asked(start="31/05/2026")
    (past,) = (dated for dated in result.timetable if dated.past)
    assert past.what == "reviews were due on these days, which have passed: 31 August 2026."
    assert past.note == "If no review was held, ask for one now."
    assert result.timetable[-1] == past
    assert all(dated.day >= TODAY for dated in result.to_come)
    assert not asked(start=NOT_KNOWN).timetable


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"start": "31/02/2026"}, "start", "no such day in the calendar"),
        ({"start": "22/11/2024 not-known"}, "start", "or not-known"),
        ({"start": "soon"}, "start", "“soon” cannot be used; give the date, such as 28/02/2026"),
        ({"start": ""}, "start", "not answered"),
        ({"start": "21/11/2024"}, "start", "21 November 2024 is more than 24 months ago"),
        ({"start": "23/11/2027"}, "start", "more than 12 months ahead"),
        ({"start": "0000-01-01"}, "start", "no such day"),
        ({"changed": "yes", "change": "30/08/2026"}, "change", "comes before the start on 31 August 2026"),
        ({"changed": "yes", "change": "23/11/2026"}, "change", "is in the future"),
        ({"changed": "yes"}, "change", "not answered"),
        ({"changed": "yes", "change": "29/02/2026"}, "change", "no such day"),
        ({"changed": "perhaps"}, "changed", "choose one of no, yes or not-known"),
    ],
)
def test_a_date_that_cannot_be_used_is_told_at_its_field(typed: dict[str, str], field: str, words: str) -> None:
    """One error, at the field, that says what is wrong and what to do."""
    with pytest.raises(AnswersError) as fault:
        asked(**typed)
    assert [error.key for error in fault.value.errors] == [field]
    assert words in fault.value.errors[0].message


@pytest.mark.parametrize(("start", "to_come"), [("22/11/2024", 1), ("22/11/2027", 8)])
def test_the_first_and_the_last_start_that_can_be_used(start: str, to_come: int) -> None:
    """Two years back, where only today is left, and one ahead; both included."""
    assert len([dated for dated in asked(start=start).timetable if not dated.past]) == to_come


# Working days


def test_the_bank_holidays_are_those_of_the_library() -> None:
    """The file is what `make bank-holidays` writes for its years."""
    years = sorted({day.year for day in working_days.bank_holidays()})
    assert bank_holidays.FILE.read_text(encoding="utf-8") == bank_holidays.text(years[0], years[-1])
    assert years == list(range(years[0], years[-1] + 1))


def test_bank_holidays_that_run_short_are_due_for_review() -> None:
    """A start a year ahead and two years from there: `make reviews` says so, and no build or test fails by itself."""
    last = max(working_days.bank_holidays()).year
    asked = "make bank-holidays"
    assert not [line for line in reviews.overdue(date(last - 4, 6, 1)) if asked in line]
    assert [line for line in reviews.overdue(date(last - 2, 6, 1)) if asked in line]


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ((2026, 12, 25), False),
        ((2026, 12, 28), False),  # Boxing Day falls on a Saturday
        ((2026, 12, 29), True),
        ((2027, 12, 27), False),
        ((2027, 12, 28), False),
        ((2027, 3, 26), False),  # Good Friday
        ((2027, 3, 29), False),  # Easter Monday, not kept in Scotland
        ((2026, 8, 31), False),
        ((2026, 8, 3), True),  # kept in Scotland, not in England
        ((2027, 1, 4), True),
        ((2027, 3, 17), True),  # kept in Northern Ireland, not in England
    ],
)
def test_working_days_are_those_of_england(day: tuple[int, int, int], *, working: bool) -> None:
    """Substitute days count; those of Scotland and Northern Ireland do not."""
    assert working_days.is_working_day(date(*day)) is working


@given(DAYS)
def test_the_working_day_before_is_one_and_the_nearest(day: date) -> None:
    """No working day lies between it and the day."""
    before = working_days.working_day_before(day)
    assert before < day
    assert working_days.is_working_day(before)
    between = [before + timedelta(days=number) for number in range(1, (day - before).days)]
    assert not any(working_days.is_working_day(one) for one in between)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_a_note_stands_where_and_only_where_a_day_is_no_working_day(day: date) -> None:
    """Weekends and bank holidays are pointed out with the working day before; other days are left alone."""
    note = working_days.note(day)
    assert bool(note) is not working_days.is_working_day(day)
    assert not note or "; the working day before is " in note


def test_past_the_last_year_known_the_note_says_so() -> None:
    """Nobody takes silence for a working day."""
    last = max(working_days.bank_holidays()).year
    assert working_days.note(date(last + 1, 6, 1) + timedelta(days=7)).startswith("The bank holidays of")
    assert "are not known here" in dates(NEL, date(last, 12, 1))[0].note


# The file for a calendar
