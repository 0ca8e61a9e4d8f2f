"""Ages and dates: plain sums, no clock. Ages are in completed years and months; dates are calendar days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from calculators.engine import digits

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
YEAR = 4  # digits of a year
SHORT_YEAR = 2
LEAST_NAME = 3  # letters of a month's name, as in Feb
EIGHT = re.compile(
    r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20|21)\d\d)|(?P<y>(?:19|20|21)\d\d)(?P<m>\d\d)(?P<d>\d\d)"
)
SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
PART = re.compile(r"(?P<number>\d+)(?!\d)(?:(?:st|nd|rd|th)(?![a-z]))?|(?P<word>[a-z]+)", re.IGNORECASE)
BETWEEN = re.compile(r" ?[/.,-]? ?(?:of )?", re.IGNORECASE)
SUCH_AS = "such as 28/02/2014"


class DateError(ValueError):
    """A date cannot be used as it was typed; the words say what is wrong with it and what to write."""


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
    """Read a date as people type it, the day before the month, or year-month-day.

    28/02/2014, 28-2-2014, 28 . 02 . 2014, 28022014, 28 Feb 2014, 28th of February 2014, February 28, 2014, 2014-02-28;
    with digits of any script.

    Raises:
        DateError: it is clear what is wrong with it: no such day, a year of 2 digits, a part that is missing.
        ValueError: it is not written like a date.

    """
    typed = digits.plain(text)
    day, month, year = _parts(typed)
    number = _month(month) if month.isalpha() else int(month)
    if not 1 <= number <= len(MONTHS):
        swapped = int(day) <= len(MONTHS) and not typed.startswith(year)
        remedy = "write the day before the month" if swapped else "give day, month and year"
        raise DateError(f"there is no month {number}; {remedy}, {SUCH_AS}")
    if len(year) == SHORT_YEAR:
        asked = f"{int(day)}/{number}/20{year} or {int(day)}/{number}/19{year}"
        raise DateError(f"do you mean {asked}? Write the year with all 4 digits, {SUCH_AS}")
    if len(year) == YEAR and int(year) == 0:
        raise DateError(f"there is no such day in the calendar: no year is {year}; check day, month and year")
    if len(year) != YEAR:
        raise DateError(f"there is no year {year}; write it with 4 digits, {SUCH_AS}")
    last = monthrange(int(year), number)[1]
    if not 1 <= int(day) <= last:
        has = f"{MONTHS[number - 1]} {int(year)} has days 1 to {last}"
        raise DateError(f"there is no such day in the calendar: {has}; check day, month and year")
    return date(int(year), number, int(day))


def _parts(typed: str) -> tuple[str, str, str]:
    """Give what stands for the day, the month (digits or a name) and the year."""
    if found := EIGHT.fullmatch(typed):
        return found["day"] or found["d"], found["month"] or found["m"], found["year"] or found["y"]
    if found := SIX.fullmatch(typed):
        return found[1], found[2], found[3]
    parts, gaps = _split(typed)
    names = [place for place, part in enumerate(parts) if part.isalpha()]
    if len(names) > 1 or len(parts) > len("dmy") or not parts or len(parts) == len(names):
        raise ValueError(GENERAL)
    if len(parts) < len("dmy"):
        raise DateError(f"{_missing(parts)}; give day, month and year, {SUCH_AS}")
    first, second, third = parts
    if names == [0]:
        return second, first, third  # February 28, 2014
    if names == [2] or (names and len(first) == YEAR):
        raise DateError(f"write the day, then the month, then the year, {SUCH_AS}")
    if len(first) == YEAR:
        if any(gap.strip() != "-" for gap in gaps):
            raise DateError(f"with the year first, write hyphens, such as 2014-02-28; or the day first, {SUCH_AS}")
        return third, second, first
    if len(first) > SHORT_YEAR or (not names and len(second) > SHORT_YEAR):
        raise DateError(f"a day or a month has more than 2 digits; give day, month and year, {SUCH_AS}")
    return first, second, third


GENERAL = f"give the date as day/month/year, {SUCH_AS}, or as 2014-02-28"


def _split(typed: str) -> tuple[list[str], list[str]]:
    """Split into numbers and words, and what stands between them."""
    parts: list[str] = []
    gaps: list[str] = []
    place = 0
    while place < len(typed):
        if parts:
            gap = BETWEEN.match(typed, place)
            place = gap.end() if gap else place
            gaps.append(gap[0] if gap else "")
        if place == len(typed) and gaps[-1].strip() in {"", "."}:
            break
        part = PART.match(typed, place)
        if part is None:
            raise ValueError(GENERAL)
        parts.append(part["number"] or part["word"])
        place = part.end()
    return parts, gaps


def _missing(parts: list[str]) -> str:
    """Say which parts of a date are not there."""
    if len(parts) == 1:
        return "the day and the month are missing" if len(parts[0]) == YEAR else "parts of the date are missing"
    return (
        "the day is missing" if any(len(part) == YEAR and part.isdigit() for part in parts) else "the year is missing"
    )


def _month(name: str) -> int:
    """Give the number of a month by its name or the beginning of it."""
    if len(name) >= LEAST_NAME:
        for number, month in enumerate(MONTHS, start=1):
            if month.lower().startswith(name.lower()) or name.lower() == "sept" == month.lower()[:4]:
                return number
    raise DateError(f"“{name}” is not the name of a month; give day, month and year, {SUCH_AS}")


def words_for_date(day: date) -> str:
    """Put a date into words: 28 February 2014."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
