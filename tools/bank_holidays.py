"""England's bank holidays, packed into the calculators: python -m tools.bank_holidays (make bank-holidays).

The library `holidays` keeps them; the browser and the terminal have nothing but Python's standard library.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import holidays

FILE = Path(__file__).parent.parent / "calculators" / "engine" / "bank_holidays.toml"
BACK, AHEAD = 2, 5  # years before and after this one


def text(first: int, last: int) -> str:
    """Give the bank holidays of England from one year to another, both included, as TOML: a line a day."""
    days = holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))
    lines = [f'{day} = "{name}"' for day, name in sorted(days.items())]
    heading = "# England's bank holidays. Written by `make bank-holidays`; do not edit."
    return "\n".join([heading, *lines, ""]).replace("'", "’")


def main() -> None:
    """Write the file for the years around this one."""
    year = date.today().year  # noqa: DTZ011 - the year in which somebody brings the file up to date
    FILE.write_text(text(year - BACK, year + AHEAD), encoding="utf-8")


if __name__ == "__main__":
    main()
