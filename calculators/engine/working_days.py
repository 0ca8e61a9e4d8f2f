"""Working days in England: weekdays that are no bank holiday, for the years whose bank holidays are packed in."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from calculators.engine.dates import WEEKDAYS, words_for_date

if TYPE_CHECKING:
    from collections.abc import Mapping

SATURDAY = 5  # as date.weekday() counts


@cache
def bank_holidays() -> Mapping[date, str]:
    """The bank holidays of England by their days, with their names; every year between the first and last is whole."""
    text = resources.files("calculators").joinpath("engine/bank_holidays.toml").read_text(encoding="utf-8")
    return {date.fromisoformat(day): name for day, name in tomllib.loads(text).items()}


def is_known(day: date) -> bool:
    """Say whether the bank holidays of that day's year are packed in."""
    return min(bank_holidays()).year <= day.year <= max(bank_holidays()).year


def is_working_day(day: date) -> bool:
    """Say whether a day is a weekday and not a bank holiday that is known."""
    return day.weekday() < SATURDAY and day not in bank_holidays()


def working_day_before(day: date) -> date:
    """Give the last working day before a day."""
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def note(day: date) -> str:
    """Say what is to be known of a day: that it is no working day, with the one before; or that nobody can say yet."""
    notes = []
    if not is_working_day(day):
        holiday = bank_holidays().get(day)
        kind = f"a bank holiday ({holiday})" if holiday else f"a {WEEKDAYS[day.weekday()]}"
        before = working_day_before(day)
        notes.append(
            f"This is {kind}; the working day before is {WEEKDAYS[before.weekday()]} {words_for_date(before)}."
        )
    if not is_known(day):
        notes.append(f"The bank holidays of {day.year} are not known here: check them.")
    return " ".join(notes)
