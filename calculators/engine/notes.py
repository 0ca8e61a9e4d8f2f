"""What is worked out from ages and dates beside a result: ages on a day, and birthdays at which something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.dates import age_on, months_to, words_for_date
from calculators.engine.result import Note, Result

if TYPE_CHECKING:
    from datetime import date

    from calculators.engine.ages import Ages


def notes_of_dates(question: Ages, born: date, day: date, today: date) -> list[Note]:
    """Say how old the child was on a day and is today, and what has changed or soon will.

    Args:
        question: the age question that is answered by dates.
        born: the day of birth.
        day: the day of the behaviour.
        today: the day of asking.

    """
    on_day, now = age_on(born, day), age_on(born, today)
    notes = [
        Note(
            f"{question.key}-on-the-day",
            f"On {words_for_date(day)}, the day of the behaviour, the child was {on_day.words}. "
            "The answer below is for that age.",
        ),
        Note(f"{question.key}-today", f"Today, {words_for_date(today)}, the child is {now.words}."),
    ]
    crossed = [cut for cut in question.cuts if on_day.years < cut <= now.years]
    if crossed:
        birthdays = " and ".join(str(cut) for cut in crossed)
        notes.append(
            Note(
                f"{question.key}-crossed",
                f"Since the behaviour the child has turned {birthdays}. What the law says of the behaviour goes by the "
                "age on the day. Services and tools go by the age now, so check that age too.",
            )
        )
    line = question.next_line(now.years)
    if line == now.years + 1:
        _, birthday = months_to(born, line, today)
        text = f"The child turns {line} on {words_for_date(birthday)}. Ask again with that age: something changes then."
        notes.append(Note(f"{question.key}-next", text))
    if (born.month, born.day) == (2, 29):
        text = "Born on 29 February: in a year without that day a birthday is counted on 1 March."
        notes.append(Note(f"{question.key}-leap", text))
    return notes


def birthday_note(question: Ages, turns: int, before: Result, after: Result) -> list[Note]:
    """Say which steps the next birthday adds and which it ends; nothing where it changes none."""
    old, new = ({step.action.key: step.action.instruction for step in result.steps} for result in (before, after))
    adds = [f"“{words}”" for key, words in new.items() if key not in old]
    ends = [f"“{words}”" for key, words in old.items() if key not in new]
    said = [f"New from then: {' '.join(adds)}"] * bool(adds) + [f"No longer: {' '.join(ends)}"] * bool(ends)
    if not said:
        return []
    return [Note(f"{question.key}-next", f"Within 12 months the child turns {turns}. {' '.join(said)}")]
