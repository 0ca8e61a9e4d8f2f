"""Ages from dates: a birthday counts from its day, 29 February is 1 March in a common year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.asking import AnswersError, ask
from calculators.engine.dates import Age, age_on, birthday, months_to, read_date, words_for_date
from calculators.guides.catalogue import GUIDES

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
AGE = GUIDES["age"]
TODAY = date(2026, 11, 22)


@given(DAYS, st.integers(0, 120))
def test_an_age_begins_on_its_birthday_and_not_a_day_before(born: date, years: int) -> None:
    """On the birthday the years are complete; the day before they are not."""
    day = birthday(born, years)
    assert age_on(born, day) == Age(years, 0)
    if years:
        assert age_on(born, day - timedelta(days=1)) == Age(years - 1, 11)


@given(DAYS, st.integers(0, 40_000))
def test_an_age_never_falls_and_months_stay_below_twelve(born: date, days: int) -> None:
    """A day later nobody is younger."""
    day = born + timedelta(days=days)
    age = age_on(born, day)
    assert 0 <= age.months < 12
    assert age <= age_on(born, day + timedelta(days=1))


@given(DAYS, st.integers(0, 20), st.integers(0, 8000))
def test_months_to_a_birthday_are_whole_months_and_no_more(born: date, years: int, days: int) -> None:
    """After that many months the birthday has not passed; after one more it has."""
    today = born + timedelta(days=days)
    if birthday(born, years) < today:
        return
    months, day = months_to(born, years, today)
    assert day == birthday(born, years)
    assert age_on(today, day) == Age(*divmod(months, 12))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ((2012, 2, 29), (2025, 2, 28), (12, 11)),
        ((2012, 2, 29), (2025, 3, 1), (13, 0)),
        ((2012, 2, 29), (2024, 2, 29), (12, 0)),
        ((2012, 8, 31), (2013, 2, 28), (0, 5)),
        ((2012, 8, 31), (2013, 3, 1), (0, 6)),
        ((2013, 11, 23), (2026, 11, 22), (12, 11)),
        ((2013, 11, 22), (2026, 11, 22), (13, 0)),
        ((2026, 11, 22), (2026, 11, 22), (0, 0)),
    ],
)
def test_age_on(born: tuple[int, int, int], day: tuple[int, int, int], age: tuple[int, int]) -> None:
    """Ages at the edges of months and of leap years."""
    assert age_on(date(*born), date(*day)) == Age(*age)


@given(DAYS)
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    """Both ways of writing give the same day; the words name it."""
    assert read_date(day.isoformat()) == day == read_date(f"{day.day}/{day.month}/{day.year}")
    assert str(day.year) in words_for_date(day)


@pytest.mark.parametrize("text", ["", "30/02/2014", "2014-13-01", "14/2/12", "yesterday", "31.4.2020", "2014/02/03"])
def test_an_impossible_date_is_refused(text: str) -> None:
    """What is no date is refused with what to write."""
    with pytest.raises(ValueError, match=r"such as 28/02/2014|no such day"):
        read_date(text)


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"birth": "2014-01-01", "behaviour": "2013-12-31"}, "behaviour", "comes before the birth"),
        ({"birth": "2014-01-01", "behaviour": "2026-11-23"}, "behaviour", "in the future"),
        ({"birth": "2026-11-23", "behaviour": "2026-11-22"}, "birth", "in the future"),
        ({"birth": "2014-02-30", "behaviour": "2026-11-22"}, "birth", "no such day"),
        ({"birth": "1890-01-01", "behaviour": "2026-11-22"}, "birth", "over 120"),
        ({"birth": "2014-01-01"}, "behaviour", "not answered"),
        ({"behaviour": "2014-01-01"}, "birth", "not answered"),
        ({"birth": "2014-01-01", "behaviour": "2024-01-01", "age-then": "9"}, "age-then", "empty one of them"),
    ],
)
def test_dates_that_cannot_be_used_name_the_field(typed: dict[str, str], field: str, words: str) -> None:
    """A wrong date gives one error, at its field, that says what is wrong and what to do."""
    with pytest.raises(AnswersError) as fault:
        ask(AGE, {**typed, "activity": "no", "development": "no"}, TODAY)
    assert [error.key for error in fault.value.errors] == [field]
    assert words in fault.value.errors[0].message


def test_two_dates_give_the_age_on_the_day_and_today_and_what_changes_soon() -> None:
    """The notes name both ages and the birthdays passed since; a birthday within 12 months is named with its day."""
    result = ask(AGE, {"birth": "29/2/2012", "behaviour": "28/2/2025", "activity": "no", "development": "no"}, TODAY)
    notes = {note.key: note.text for note in result.notes}
    assert result.answers["age-then"] == "12"
    assert result.answers["age-now"] == "13-to-16"
    assert "12 years and 11 months" in notes["age-then-on-the-day"]
    assert "14 years and 8 months" in notes["age-then-today"]
    assert "13 and 14" in notes["age-then-crossed"]
    assert "1 March" in notes["age-then-leap"]
    assert "age-then-next" not in notes
    soon = ask(AGE, {"birth": "1/12/2010", "behaviour": "28/2/2025", "development": "no"}, TODAY).notes
    assert "The child turns 16 on 1 December 2026" in " ".join(note.text for note in soon)


def test_a_birthday_that_changes_nothing_is_not_named() -> None:
    """Of an age in years alone, the next birthday is named only where it changes a step."""
    typed = {"age-then": "30", "activity": "no", "development": "no"}
    assert not ask(AGE, typed, TODAY).notes
