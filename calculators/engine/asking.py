"""From what somebody typed to a result, or to a sentence for each field that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from calculators.engine.ages import OLDEST, Ages, LaterAge
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.dates import DateError, add_months, age_on, read_date, words_for_date
from calculators.engine.days import GIVEN, Day
from calculators.engine.decide import decide, what_would_change
from calculators.engine.notes import birthday_note, notes_of_dates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calculators.areas.model import Area
    from calculators.engine.guide import AgeFromDates, Guide
    from calculators.engine.questions import Question
    from calculators.engine.result import Note, Result


@dataclass(frozen=True)
class AnswerError:
    """One thing wrong with what was typed.

    Args:
        key: the key of the question or date field.
        given: what was typed; empty if nothing was.
        fault: what is wrong with it.
        remedy: what to do, in the words of the terminal.
        page_remedy: what to do, in the words of the page.

    """

    key: str
    given: str
    fault: str
    remedy: str
    page_remedy: str

    @property
    def message(self) -> str:
        """The whole error as one line for the terminal."""
        return f"{self.key}: {self.fault}; {self.remedy}"


class AnswersError(ValueError):
    """What was typed cannot be used; `errors` says why, a sentence for each field."""

    def __init__(self, errors: list[AnswerError]) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = tuple(errors)


def ask(
    guide: Guide, typed: Mapping[str, str], today: date, area: Area | None = None, *, changes: bool = True
) -> Result:
    """Answer what was typed.

    Args:
        guide: the guide to ask.
        typed: the text of each field, by its key; empty text counts as not given. Answers to questions
            that are not relevant are passed over.
        today: the day of asking, for ages worked out from dates and for timetables.
        area: the local arrangements that stand beside the steps; None: none.
        changes: work out too which single answer would change the result; this takes most of the time.

    Raises:
        AnswersError: a field is unknown, missing or cannot be read; every fault is in it.

    """
    reading = _Reading(guide, {key: text.strip() for key, text in typed.items() if text.strip()}, today)
    for key in reading.given:
        if key not in guide.fields():
            reading.refuse(key, "there is no such question", f"{guide.key} asks for {', '.join(guide.fields())}")
    for dates in guide.dates:
        reading.read_dates(dates)
    for question in guide.questions:
        reading.read_question(question)
    if reading.errors:
        raise AnswersError(reading.errors)
    result = decide(guide, reading.answers)
    other = what_would_change(guide, reading.answers) if changes else ()
    reading.note_birthdays()
    timetable = guide.timetable(reading.answers, reading.days, today, area) if guide.timetable else ()
    notes = tuple(reading.notes)
    return replace(result, typed=reading.used(), changes=other, notes=notes, timetable=timetable, area=area)


def check_typed(guide: Guide, typed: Mapping[str, str]) -> None:
    """Check what was typed where every answer may be left out.

    Args:
        guide: the calculator whose fields were typed in.
        typed: the text of each field that is not empty, by its key.

    Raises:
        AnswersError: a field is unknown or cannot be read; every fault is in it.

    """
    errors = []
    years: dict[str, int] = {}
    for key, text in typed.items():
        question = next((one for one in guide.questions if one.key == key), None)
        if question is None:
            remedy = f"{guide.key} asks for {', '.join(guide.fields())}"
            errors.append(AnswerError(key, text, "there is no such question", remedy, remedy))
            continue
        try:
            if isinstance(question, Ages) and (age := question.read_years(text)) is not None:
                years[key] = age
            question.read(text)
        except ValueError:
            errors.append(AnswerError(key, text, _fault(text), question.remedy, question.page_remedy))
    for question in guide.questions:
        before = years.get(question.after) if isinstance(question, LaterAge) else None
        if before is not None and years.get(question.key, before) < before:
            fault = f"{years[question.key]} is below the age of {before} given before"
            errors.append(
                AnswerError(question.key, typed[question.key], fault, "give the later age", "Enter the later age")
            )
    if errors:
        raise AnswersError(errors)


@dataclass
class _Reading:
    """What was typed, and what has been made of it so far."""

    guide: Guide
    given: dict[str, str]
    today: date
    answers: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    errors: list[AnswerError] = field(default_factory=list)
    years: dict[str, int | None] = field(default_factory=dict)
    age_today: int | None = None

    def refuse(self, key: str, fault: str, remedy: str, page_remedy: str = "") -> None:
        """Note what is wrong with a field; the page says the same as the terminal unless told otherwise."""
        self.errors.append(AnswerError(key, self.given.get(key, ""), fault, remedy, page_remedy or remedy))

    def used(self) -> dict[str, str]:
        """What was typed, without answers to questions that turned out not to be relevant."""
        questions = {question.key for question in self.guide.questions}
        return {key: text for key, text in self.given.items() if key in self.answers or key not in questions}

    def read_question(self, question: Question) -> None:
        """Read the answer to a question, if it is relevant and was not given by dates."""
        by_dates = any(dates.question == question.key and self._has(dates) for dates in self.guide.dates)
        if by_dates or not question.relevant(self.answers):
            return
        if isinstance(question, Day):
            self.read_day(question)
            return
        text = self.given.get(question.key, "")
        if isinstance(question, LaterAge):
            self.read_later_age(question, text)
            return
        if question.for_display and not text:
            return
        try:
            self.answers[question.key] = question.read(text)
        except ValueError:
            self.refuse(question.key, _fault(text), question.remedy, question.page_remedy)
            return
        if isinstance(question, Ages):
            self.years[question.key] = question.read_years(text)

    def read_later_age(self, question: LaterAge, text: str) -> None:
        """Read an age that may be left empty: then it is the earlier one."""
        before = self.years.get(question.after)
        left = self.age_today if question.moves and self.age_today is not None else before
        try:
            years = question.read_years(text) if text else left
        except ValueError:
            self.refuse(question.key, _fault(text), question.remedy, question.page_remedy)
            return
        if years is not None and before is not None and years < before:
            fault = f"{years} is below the age of {before} given before"
            self.refuse(
                question.key, fault, "give the later age, or leave it out", "Enter the later age, or leave it empty"
            )
            return
        self.years[question.key] = years
        self.answers[question.key] = NOT_KNOWN if years is None else question.band_of(years)

    def note_birthdays(self) -> None:
        """Say what changes where the next birthday of a child's age now is a line that a source draws."""
        for question in self.guide.questions:
            years = self.years.get(question.key)
            if not isinstance(question, Ages) or not question.moves or years is None:
                continue
            if question.next_line(years) == years + 1:
                after = decide(
                    self.guide, self.guide.settle({**self.answers, question.key: question.band_of(years + 1)})
                )
                self.notes += birthday_note(question, years + 1, decide(self.guide, self.answers), after)

    def read_day(self, question: Day) -> None:
        """Read a date and hold it to the span that the question takes."""
        text = self.given.get(question.key, "")
        try:
            day = question.read_day(text)
        except DateError as remedy:
            self.refuse(question.key, _fault(text), str(remedy))
            return
        except ValueError:
            self.refuse(question.key, _fault(text), question.remedy, question.page_remedy)
            return
        self.answers[question.key] = NOT_KNOWN if day is None else GIVEN
        if day is None:
            return
        self.days[question.key] = day
        since = self.days.get(question.since)
        if day > add_months(self.today, question.ahead):
            ahead = f"more than {question.ahead} months ahead" if question.ahead else "in the future"
            self.refuse(question.key, f"{words_for_date(day)} is {ahead}", "check day, month and year")
        elif day < add_months(self.today, -question.back):
            fault = f"{words_for_date(day)} is more than {question.back} months ago"
            self.refuse(question.key, fault, "check the year, or give the day on which the present plan began")
        elif since is not None and day < since:
            name = self.guide.question(question.since).name.lower()
            fault = f"{words_for_date(day)} comes before the {name} on {words_for_date(since)}"
            self.refuse(question.key, fault, "check both dates, day before month")

    def read_dates(self, dates: AgeFromDates) -> None:
        """Work out an age from two dates, or say which field is wrong."""
        if not self._has(dates):
            return
        if dates.question in self.given:
            self.refuse(dates.question, "answered in two ways", "give the age or the two dates: empty one of them")
            return
        born, day = self._date(dates.birth), self._date(dates.day)
        if born is None or day is None:
            return
        if day < born:
            fault = f"{words_for_date(day)} comes before the birth on {words_for_date(born)}"
            self.refuse(dates.day, fault, "check both dates, day before month")
        elif age_on(born, self.today).years > OLDEST:
            self.refuse(dates.birth, f"that makes an age over {OLDEST}", "check the year")
        else:
            question = self.guide.ages(dates.question)
            self.years[question.key] = age_on(born, day).years
            self.age_today = age_on(born, self.today).years
            self.answers[question.key] = question.band_of(age_on(born, day).years)
            self.notes += notes_of_dates(question, born, day, self.today)

    def _has(self, dates: AgeFromDates) -> bool:
        return dates.birth in self.given or dates.day in self.given

    def _date(self, key: str) -> date | None:
        text = self.given.get(key, "")
        try:
            day = read_date(text)
        except ValueError as remedy:
            self.refuse(key, _fault(text), str(remedy))
            return None
        if day > self.today:
            self.refuse(key, f"{words_for_date(day)} is in the future", "check the date")
            return None
        return day


def _fault(text: str) -> str:
    return f"“{text}” cannot be used" if text else "not answered"
