"""Ages and dates: plain sums, no clock. Ages are in completed years and months; dates are calendar days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
WRITTEN = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/. ](?P<month>\d{1,2})[/. ](?P<year>\d{4})"),
)


class NoSuchDayError(ValueError):
    """A date is written rightly and is not in the calendar, such as 31 February."""


@dataclass(frozen=True, order=True)
class Age:
    """An age in completed years and, beyond them, completed months (0 to 11)."""

    years: int
    months: int

    @property
    def words(self) -> str:
        """The age in words: "12 years and 1 month old"."""
        years = f"{self.years} year{'' if self.years == 1 else 's'}"
        months = f"{self.months} month{'' if self.months == 1 else 's'}"
        return f"{years} and {months} old"


def birthday(born: date, years: int) -> date:
    """Give the day on which somebody reaches an age in years.

    A birthday counts from its day. Somebody born on 29 February reaches an age, in a year without
    that day, on 1 March.
    """
    return month_day(born, years * 12)


def month_day(born: date, months: int) -> date:
    """Give the day on which that many months since birth are complete: the same day of the month.

    Where the month has no such day, the months are complete on the first day of the next month.
    """
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    try:
        return date(year, month + 1, born.day)
    except ValueError:
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1)


def add_months(day: date, months: int) -> date:
    """Give the same day of the month that many calendar months later, or that month's last day where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age_on(born: date, day: date) -> Age:
    """Give the age on a day, in completed years and months.

    Raises:
        ValueError: the day comes before the birth.

    """
    if day < born:
        raise ValueError("the day comes before the birth")
    months = (day.year - born.year) * 12 + day.month - born.month
    while month_day(born, months) > day:
        months -= 1
    return Age(*divmod(months, 12))


def months_to(born: date, years: int, today: date) -> tuple[int, date]:
    """Give the completed months from today until somebody reaches an age in years, and that day."""
    day = birthday(born, years)
    age = age_on(today, day)
    return age.years * 12 + age.months, day


def read_date(text: str) -> date:
    """Read a date typed as 2014-02-28 or 28/02/2014 (day first).

    Raises:
        ValueError: it is not written like that.
        NoSuchDayError: there is no such day.

    """
    for pattern in WRITTEN:
        match = pattern.fullmatch(text.strip())
        if match:
            year, month, day = (int(match[name]) for name in ("year", "month", "day"))
            try:
                return date(year, month, day)
            except ValueError:
                raise NoSuchDayError("there is no such day in the calendar; check day, month and year") from None
    raise ValueError("give the date as day/month/year, such as 28/02/2014, or as 2014-02-28")


def words_for_date(day: date) -> str:
    """Put a date into words: 28 February 2014."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
