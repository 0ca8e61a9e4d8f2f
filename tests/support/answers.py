"""What somebody types to give an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.ages import Ages
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import Day

if TYPE_CHECKING:
    from calculators.engine.questions import Question

DAY = "22/11/2026"


def typed(question: Question, option: str) -> str:
    """Give the text that makes this answer: an age of the band, a date, or the key itself."""
    if isinstance(question, Ages) and option != NOT_KNOWN:
        return str(question.bands[option][0])
    return DAY if isinstance(question, Day) and option != NOT_KNOWN else option
