"""Which reviews are overdue: python -m tools.reviews (make reviews). Ends with status 1 where one is.

Nothing that is built or tested depends on the day; this is where the day counts.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta

from calculators import sources
from calculators.areas import reader as area_files
from calculators.areas.tables import AreaError
from calculators.engine import working_days
from calculators.engine.dates import add_months, words_for_date
from hooks.pages.front_matter import read_all

CHECK_AGAIN = 6  # months after which a telephone number or an address of an area has to be tried again
YEARS_AHEAD = 3  # a plan begins at most a year ahead, and its dates are given for two


def overdue(today: date) -> list[str]:
    """Give a line for each page and source whose review was due before a day, the longest overdue first."""
    due = [(page.review_by, f"{page.path}: ask {page.owner}") for page in read_all()]
    due += [(one.review_by, f"{one.short} (calculators/sources/register.toml)") for one in sources.documents().values()]
    due += [
        (day, f"{what} (calculators/areas/{key}.toml): ring it, then write the day as checked")
        for key in area_files.keys()  # noqa: SIM118 - a function, no dictionary
        for day, what in _numbers(key)
    ]
    if not working_days.is_known(today.replace(month=12, day=31) + timedelta(days=YEARS_AHEAD * 366)):
        due.append(
            (today - timedelta(days=1), "the bank holidays reach less than three years ahead: make bank-holidays")
        )
    return [f"{words_for_date(day)}: {what}" for day, what in sorted(due) if day < today]


def _numbers(key: str) -> list[tuple[date, str]]:
    """Give the day on which each number of an area that was ever tried has to be tried again, and its name."""
    tried = [(date.fromisoformat(checked), name) for name, checked in area_files.load(key).checks() if checked]
    return [(add_months(day, CHECK_AGAIN), name) for day, name in tried]


def main() -> int:
    """Print what is overdue today; give the exit status: 1 where something is, 2 where an area's file cannot be read."""
    try:
        lines = overdue(date.today())  # noqa: DTZ011 - the day of whoever asks
    except AreaError as fault:
        print(fault, file=sys.stderr)
        return 2
    print("\n".join(lines) or "No review is overdue.")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
