"""Dates and ages as people type them: taken, or refused with a word on what is wrong with what was typed."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.asking import AnswersError, ask
from calculators.engine.dates import MONTHS, DateError, read_date
from calculators.engine.digits import years
from calculators.guides.catalogue import GUIDES

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
BENGALI = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
WIDE = str.maketrans("0123456789/-", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff0f\uff0d")
TAKEN = (
    "28/02/2014",
    "28/2/2014",
    "28-02-2014",
    "28.02.2014",
    "28 02 2014",
    "28 / 02 / 2014",
    " 28/ 2/2014 ",
    "28,2,2014",
    "28022014",
    "20140228",
    "2014-02-28",
    "2014 - 02 - 28",
    "28\u201302\u20132014",
    "28\u00a0Feb\u00a02014",
    "28 Feb 2014",
    "28 feb. 2014",
    "28-Feb-2014",
    "28Feb2014",
    "28 FEBRUARY 2014",
    "28th February 2014",
    "28th of February, 2014",
    "February 28, 2014",
    "Feb 28th 2014",
    "\u200f28/02/2014",
)


@pytest.mark.parametrize("text", TAKEN)
def test_a_date_is_taken_as_people_type_it(text: str) -> None:
    """One day in every way of writing it, the day before the month."""
    assert read_date(text) == date(2014, 2, 28)


@given(DAYS, st.sampled_from(("", "/", "-", ".", " ", " / ")), st.sampled_from((ARABIC, BENGALI, WIDE, {})))
def test_digits_of_any_script_make_the_same_day(day: date, between: str, script: dict[int, int]) -> None:
    """As a keyboard of another language gives them."""
    typed = between.join((f"{day.day:02}", f"{day.month:02}", f"{day.year}"))
    assert read_date(typed.translate(script)) == day
    assert read_date(f"{day.year}-{day.month}-{day.day}".translate(script)) == day


@given(DAYS, st.integers(3, 9))
def test_a_month_can_be_a_word_or_its_beginning(day: date, letters: int) -> None:
    """Three letters are enough, and Sept is September."""
    name = MONTHS[day.month - 1]
    assert read_date(f"{day.day} {name[:letters]} {day.year}") == day == read_date(f"{name} {day.day}, {day.year}")


REFUSED = {
    "28/2/14": "do you mean 28/2/2014 or 28/2/1914? Write the year with all 4 digits",
    "280214": "do you mean 28/2/2014 or 28/2/1914?",
    "28 Feb 14": "do you mean 28/2/2014 or 28/2/1914?",
    "02/28/2014": "there is no month 28; write the day before the month",
    "2014-13-01": "there is no month 13; give day, month and year",
    "31/02/2014": "no such day in the calendar: February 2014 has days 1 to 28",
    "29/2/2013": "February 2013 has days 1 to 28",
    "00/01/2014": "January 2014 has days 1 to 31",
    "28/02": "the year is missing",
    "28 February": "the year is missing",
    "Feb 2014": "the day is missing",
    "2/2014": "the day is missing",
    "2014": "the day and the month are missing",
    "28/02/214": "there is no year 214; write it with 4 digits",
    "28/02/0000": "no such day in the calendar: no year is 0000",
    "28 Febuary 2014": "“Febuary” is not the name of a month",
    "28 ma 2014": "“ma” is not the name of a month",
    "2014/02/28": "with the year first, write hyphens",
    "2014 Feb 28": "write the day, then the month, then the year",
    "128/02/2014": "a day or a month has more than 2 digits",
}


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_a_refused_date_says_what_is_wrong_with_it(text: str, words: str) -> None:
    """In its own case, not in general."""
    with pytest.raises(DateError) as fault:
        read_date(text)
    assert words in str(fault.value)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "next Friday", "28//02/2014", "-28/02/2014", "28/02/2014 10:30", "1\u00b2/02/2014", "9" * 5000],
)
def test_what_is_no_date_is_told_how_to_write_one(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=r"such as 28/02/2014, or as 2014-02-28"):
        read_date(text)


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_the_reader(text: str) -> None:
    """A date, a number of years, or a ValueError: nothing else."""
    for read in (read_date, years):
        with contextlib.suppress(ValueError):
            assert read(text) is not None


def test_the_form_says_the_same() -> None:
    """The words come back at the field."""
    for guide, typed, field in (
        ("age", {"birth": "28/2/14", "behaviour": "22/11/2026", "development": "no"}, "birth"),
        ("reviews", {"area": "another", "start": "31 Feb 2026", "changed": "no"}, "start"),
    ):
        with pytest.raises(AnswersError) as fault:
            ask(GUIDES[guide], typed, TODAY)
        assert [error.key for error in fault.value.errors] == [field]
        assert "do you mean 28/2/2014" in str(fault.value) or "February 2026 has days 1 to 28" in str(fault.value)


@pytest.mark.parametrize(
    "text",
    [
        "12",
        " 12 ",
        "12 years",
        "12 Years old",
        "aged 12",
        "12 yrs",
        "12y",
        "12 y/o",
        "١٢",
        "\uff11\uff12",
        "12 years of age",
    ],
)
def test_an_age_is_taken_as_people_type_it(text: str) -> None:
    """With the word for years, and with digits of any script."""
    assert years(text) == 12


@pytest.mark.parametrize(
    "text", ["", "-1", "12.5", "twelve", "12 years 3 months", "12 months", "1\u00b2", "9" * 5000, "12 13"]
)
def test_what_is_no_whole_age_is_refused(text: str) -> None:
    """Parts of years are not guessed away."""
    with pytest.raises(ValueError, match="whole years"):
        years(text)
