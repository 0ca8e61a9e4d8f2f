"""Questions for a date. Rules see only whether one was given; a calculator's timetable sees the date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.engine.conditions import NOT_KNOWN, Condition
from calculators.engine.dates import read_date
from calculators.engine.questions import NotKnown, Option, Question

if TYPE_CHECKING:
    from datetime import date

GIVEN = "given"
SUCH_AS = "28/02/2026"


@dataclass(frozen=True)
class Day(Question):
    """A question for a date.

    Args:
        back: how many months before today it may be.
        ahead: how many months after today it may be.
        since: the key of an earlier day that it may not come before, or empty.

    """

    back: int = 0
    ahead: int = 0
    since: str = ""

    @property
    def remedy(self) -> str:
        """What to type, in the words of the terminal."""
        return f"give the date, such as {SUCH_AS} or 2026-02-28, or {NOT_KNOWN}"

    @property
    def page_remedy(self) -> str:
        """What to do, in the words of the page."""
        return f"Enter the date as day/month/year, such as {SUCH_AS}, or tick “Not known”, not both"

    def read_day(self, given: str) -> date | None:
        """Turn what was typed into a date; None for not known.

        Raises:
            ValueError: it is neither.

        """
        return None if given.strip().lower().replace(" ", "-") == NOT_KNOWN else read_date(given)

    def read(self, given: str) -> str:
        """Say whether a date was given."""
        return NOT_KNOWN if self.read_day(given) is None else GIVEN


def a_day(
    key: str,
    text: str,
    *,
    name: str,
    back: int,
    not_known: NotKnown,
    ahead: int = 0,
    since: str = "",
    hint: str = "",
    when: Condition | None = None,
) -> Day:
    """Ask for a date from `back` months before today to `ahead` months after it."""
    options = (Option(GIVEN, "A date"), Option(NOT_KNOWN, "Not known"))
    return Day(
        key=key,
        text=text,
        name=name,
        options=options,
        hint=hint,
        when=when,
        ranked=False,
        not_known=not_known,
        back=back,
        ahead=ahead,
        since=since,
    )
