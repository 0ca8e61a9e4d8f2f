"""From what somebody typed to a result, or to a sentence for each field that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calculators.dates import Age, age_on, months_to, read_date, words_for_date
from calculators.guide import (
    OLDEST,
    AgeFromDates,
    Ages,
    Guide,
    GuideError,
    Note,
    Result,
    decide,
    what_would_change,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class AnswerError:
    """One thing wrong with what was typed.

    Args:
        field: the key of the question or date field.
        given: what was typed; empty if nothing was.
        fault: what is wrong with it.
        remedy: what to do, in the words of the terminal.
        page_remedy: what to do, in the words of the page.

    """

    field: str
    given: str
    fault: str
    remedy: str
    page_remedy: str

    @property
    def message(self) -> str:
        """The whole error as one line for the terminal."""
        return f"{self.field}: {self.fault}; {self.remedy}"


class AnswersError(ValueError):
    """What was typed cannot be used; `errors` says why, a sentence for each field."""

    def __init__(self, errors: list[AnswerError]) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = tuple(errors)


def ask(guide: Guide, typed: Mapping[str, str], today: date) -> Result:
    """Answer what was typed.

    Args:
        guide: the guide to ask.
        typed: the text of each field, by its key; empty text counts as not given. Answers to questions
            that are not relevant are passed over.
        today: the day of asking, for ages worked out from dates.

    Raises:
        AnswersError: a field is unknown, missing or cannot be read; every fault is in it.

    """
    given = {key: text.strip() for key, text in typed.items() if text.strip()}
    asks_for = f"{guide.key} asks for {', '.join(guide.fields())}"
    errors = [
        AnswerError(key, text, "there is no such question", asks_for, asks_for)
        for key, text in given.items()
        if key not in guide.fields()
    ]
    notes: list[Note] = []
    answers: dict[str, str] = {}
    for pair in guide.dates:
        _read_dates(guide, pair, given, today, answers, notes, errors)
    for question in guide.questions:
        if question.key in answers or not question.relevant(answers):
            continue
        if any(error.field == question.key for error in errors) or _by_dates(guide, question.key, given):
            continue
        text = given.get(question.key, "")
        try:
            answers[question.key] = question.read(text)
            if isinstance(question, Ages) and (years := question.read_years(text)) is not None:
                notes += _next_line_of_years(question, years)
        except ValueError:
            errors.append(
                AnswerError(question.key, text, _fault(text), question.remedy, question.page_remedy)
            )
    if errors:
        raise AnswersError(errors)
    kept = {
        key: given[key]
        for key in guide.fields()
        if key in given and (key in answers or key not in _keys(guide))
    }
    result = decide(guide, answers)
    return replace(result, typed=kept, changes=what_would_change(guide, answers), notes=tuple(notes))


CHECK_BOTH = "check both dates, day before month"


def _fault(text: str) -> str:
    return f"“{text}” cannot be used" if text else "not answered"


def _keys(guide: Guide) -> tuple[str, ...]:
    return tuple(question.key for question in guide.questions)


def _by_dates(guide: Guide, question: str, given: Mapping[str, str]) -> bool:
    return any(
        pair.question == question and (pair.birth in given or pair.day in given) for pair in guide.dates
    )


def _read_dates(
    guide: Guide,
    pair: AgeFromDates,
    given: Mapping[str, str],
    today: date,
    answers: dict[str, str],
    notes: list[Note],
    errors: list[AnswerError],
) -> None:
    """Work out an age from two dates, or say which field is wrong."""
    if pair.birth not in given and pair.day not in given:
        return
    if pair.question in given:
        remedy = "give the age or the two dates, not both: empty one of them"
        errors.append(
            AnswerError(pair.question, given[pair.question], "answered in two ways", remedy, remedy)
        )
        return
    read: dict[str, date] = {}
    for name in (pair.birth, pair.day):
        text = given.get(name, "")
        try:
            read[name] = read_date(text)
            if read[name] > today:
                raise ValueError(f"{words_for_date(read[name])} is in the future; check the date")  # noqa: TRY301
        except ValueError as remedy:
            errors.append(AnswerError(name, text, _fault(text), str(remedy), str(remedy)))
    if len(read) < len((pair.birth, pair.day)) or any(error.field in read for error in errors):
        return
    born, day = read[pair.birth], read[pair.day]
    if day < born:
        fault = f"{words_for_date(day)} comes before the birth on {words_for_date(born)}"
        errors.append(AnswerError(pair.day, given[pair.day], fault, CHECK_BOTH, CHECK_BOTH))
        return
    question = guide.question(pair.question)
    if not isinstance(question, Ages):
        raise GuideError(f"{guide.key}: {pair.question} does not ask for an age")
    on_day, now = age_on(born, day), age_on(born, today)
    if on_day.years > OLDEST or now.years > OLDEST:
        fault = f"that makes an age over {OLDEST}"
        errors.append(AnswerError(pair.birth, given[pair.birth], fault, CHECK_BOTH, CHECK_BOTH))
        return
    answers[question.key] = question.band_of(on_day.years)
    notes += _notes_of_dates(question, born, day, today, on_day, now)


def _notes_of_dates(question: Ages, born: date, day: date, today: date, on_day: Age, now: Age) -> list[Note]:
    notes = [
        Note(
            f"{question.key}-on-the-day",
            f"On {words_for_date(day)}, the day of the behaviour, the child was {on_day.words}. "
            "The lines below are those of that age.",
        ),
        Note(f"{question.key}-today", f"Today, {words_for_date(today)}, the child is {now.words}."),
    ]
    crossed = [cut for cut in question.cuts if on_day.years < cut <= now.years]
    if crossed:
        lines = ", ".join(str(cut) for cut in crossed)
        notes.append(
            Note(
                f"{question.key}-crossed",
                f"Since the behaviour the child has passed the line at {lines}. What the law says of the behaviour "
                "goes by the age on the day; services and tools go by the age now: check that age too.",
            )
        )
    line = question.next_line(now.years)
    if line is not None:
        months, birthday = months_to(born, line, today)
        text = f"The next line is at {line}: {words_for_date(birthday)}, in {_months(months)}."
        notes.append(Note(f"{question.key}-next", text))
    if (born.month, born.day) == (2, 29):
        text = "Born on 29 February: in a year without that day a birthday is counted on 1 March."
        notes.append(Note(f"{question.key}-leap", text))
    return notes


def _next_line_of_years(question: Ages, years: int) -> list[Note]:
    line = question.next_line(years)
    if line is None:
        return []
    least, most = (line - years - 1) * 12, (line - years) * 12
    span = f"in {most} months at most" if least == 0 else f"in more than {least} and at most {most} months"
    return [Note(f"{question.key}-next", f"{question.name}: the next line is at {line}, {span}.")]


def _months(number: int) -> str:
    return {0: "less than a month", 1: "1 month"}.get(number, f"{number} months")
