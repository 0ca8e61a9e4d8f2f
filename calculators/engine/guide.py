"""A calculator: its questions in the order they are asked, its rules, and every set of answers that it can be given."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.meetings import Meeting, meetings
from calculators.engine.ages import Ages, LaterAge
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import GuideError, Question, Tick
from calculators.engine.rules import PARTS, STEPS, TIMES, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from calculators.areas.model import Area
    from calculators.engine.conditions import Clause, Condition
    from calculators.engine.result import Dated

    Timetable = Callable[[Mapping[str, str], Mapping[str, date], date, "Area | None"], tuple[Dated, ...]]

TICKS_OF_A_RULE = 2  # a rule asks for at most so many boxes at once
ROLE = "role"


@dataclass(frozen=True)
class Judgement:
    """Something that the sources leave to professional judgement, said at the foot of each result."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class AgeFromDates:
    """Two date fields from which the answer to an age question can be worked out."""

    question: str
    birth: str
    day: str
    birth_text: str
    day_text: str


@dataclass(frozen=True)
class Guide:
    """A calculator.

    Args:
        key: its name in addresses, files and the terminal.
        title: its name for a reader.
        purpose: a sentence or two: what it tells, and to whom.
        questions: what it asks, in order.
        rules: what holds, and when.
        judgement: what the sources leave to professional judgement.
        dates: the ages that can be worked out from two dates.
        timetable: gives the dated list, from the answers, the days given and today; None: there is none.

    Raises:
        GuideError: a key stands twice, a question or rule asks for one that comes later or not at all, or a fact that
            may be not known does not say what to do then.

    """

    key: str
    title: str
    purpose: str
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    judgement: tuple[Judgement, ...]
    dates: tuple[AgeFromDates, ...] = field(default=())
    timetable: Timetable | None = None

    def __post_init__(self) -> None:
        """Check the calculator as a whole."""
        _refuse_twice(self.key, [question.key for question in self.questions])
        _refuse_twice(self.key, [rule.key for rule in self.rules])
        asked: list[str] = []
        for question in self.questions:
            if question.when and isinstance(question, Tick):
                raise GuideError(f"{self.key}: {question.key} is a box to tick, and those are always asked")
            if NOT_KNOWN in question.keys and question.not_known is None and not isinstance(question, LaterAge):
                raise GuideError(f"{self.key}: {question.key} may be not known: say on the question what to do then")
            self._check_asked(question.key, question.when, asked)
            asked.append(question.key)
        for question in self.questions:
            if isinstance(question, Ages) and question.until and question.until not in asked:
                raise GuideError(f"{self.key}: {question.key} goes on until {question.until}, which is not asked")
        for rule in self.rules:
            self._check_asked(rule.key, rule.when, asked)
            self._check_ticks(rule)
        for left in self.judgement:
            for unit in left.cites:
                sources.unit(unit)
        for dates in self.dates:
            self.ages(dates.question)

    def _check_asked(self, key: str, condition: Condition | None, asked: list[str]) -> None:
        for question in condition.questions() if condition else ():
            if question not in asked:
                raise GuideError(f"{self.key}: {key} depends on {question}, which is not asked before")
            if self.question(question).for_display:
                raise GuideError(f"{self.key}: {key} depends on {question}, which only says who reads the result")

    def _check_ticks(self, rule: Rule) -> None:
        boxes = {box.key for box in self.ticks}
        clauses = [
            clause
            for clause in (rule.when.clauses if rule.when else ())
            if any(choice.question.key in boxes for choice in clause.choices)
        ]
        left = any(
            choice.question.key in boxes and choice.options != ("yes",)
            for clause in clauses
            for choice in clause.choices
        )
        if len(clauses) > TICKS_OF_A_RULE or left:
            raise GuideError(f"{self.key}: {rule.key} may ask for {TICKS_OF_A_RULE} boxes, and only for ticked ones")

    def question(self, key: str) -> Question:
        """Give the question of that key."""
        return next(question for question in self.questions if question.key == key)

    def ages(self, key: str) -> Ages:
        """Give the age question of that key; GuideError where it asks for something else."""
        question = self.question(key)
        if not isinstance(question, Ages):
            raise GuideError(f"{self.key}: {key} does not ask for an age")
        return question

    def rule(self, key: str) -> Rule:
        """Give the rule of that key."""
        return next(rule for rule in self.rules if rule.key == key)

    def cites(self) -> tuple[str, ...]:
        """Every unit that the calculator rests on, each once, in order."""
        lines = [rule.cites for rule in self.rules] + [left.cites for left in self.judgement]
        lines += [question.not_known.cites for question in self.questions if question.not_known]
        lines += [meeting.every_cite() for meeting in self.meetings()]
        return tuple(dict.fromkeys(unit for cites in lines for unit in cites))

    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting that an action of a rule belongs to, each once, in order."""
        called = [call.action.meeting for rule in self.in_order() for call in rule.calls]
        return tuple(meetings()[key] for key in dict.fromkeys(key for key in called if key))

    def in_order(self) -> tuple[Rule, ...]:
        """The rules as a table shows them: by part of the result; those that call for actions by when and urgency."""
        return self._in_order

    @cached_property
    def _in_order(self) -> tuple[Rule, ...]:
        times = list(TIMES)

        def place(rule: Rule) -> tuple[int, int, int]:
            first = min(((times.index(call.when), call.action.order) for call in rule.calls), default=(0, 0))
            return (PARTS.index(rule.part), *(first if rule.part is STEPS else (0, 0)))

        return tuple(sorted(self.rules, key=place))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each rule, by its key, counted from 1 in the order of the table."""
        return {rule.key: number for number, rule in enumerate(self.in_order(), start=1)}

    def brought_by(self, question: Question, option: str) -> list[tuple[Rule, tuple[Clause, ...]]]:
        """Give the rules that want this answer to this question, each with the clauses it has besides."""
        found = []
        for rule in self.in_order():
            clauses = rule.when.clauses if rule.when else ()
            mine = [
                clause for clause in clauses if any(choice.question.key == question.key for choice in clause.choices)
            ]
            if mine and all(clause.met({question.key: option}) for clause in mine):
                found.append((rule, tuple(clause for clause in clauses if clause not in mine)))
        return found

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """The boxes to tick."""
        return tuple(question for question in self.questions if isinstance(question, Tick))

    @cached_property
    def span(self) -> tuple[Ages, LaterAge] | None:
        """The ages between which something went on: the first and the last; None where it is not asked."""
        for question in self.questions:
            if isinstance(question, Ages) and question.until:
                last = self.question(question.until)
                if isinstance(last, LaterAge):
                    return question, last
        return None

    def worlds(self, answers: Mapping[str, str]) -> Iterator[dict[str, str]]:
        """Give the answers for each age of the child between the first and the last, where something went on."""
        first, last = (self.span and (answers.get(self.span[0].key), answers.get(self.span[1].key))) or (None, None)
        if self.span is None or first is None or last is None or NOT_KNOWN in {first, last}:
            yield dict(answers)
            return
        for band in self.span[0].bands_between(first, last):
            yield self.settle({**answers, self.span[0].key: band, self.span[1].key: band})

    def settle(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Keep the answers to questions that are relevant; one that has become relevant counts as not known."""
        settled: dict[str, str] = {}
        for question in self.questions:
            if question.relevant(settled):
                given = answers.get(question.key)
                if given is None and isinstance(question, LaterAge):
                    given = settled.get(question.after, NOT_KNOWN)
                    given = given if given in question.keys else NOT_KNOWN
                settled[question.key] = question.unanswered if given is None else given
        return settled

    def every_answer(self) -> Iterator[dict[str, str]]:
        """Every combination of answers that can be given, irrelevant questions left out.

        What only says who reads the result takes its first answer: no rule may ask for it. The last age of something
        that went on is the first: a result for a span is made of those for its ages. Of the boxes to tick: none, any
        one, any two, and all; no rule asks for more than two, and none for one that is left empty.
        """
        pairs = [combo for size in range(TICKS_OF_A_RULE + 1) for combo in combinations(self.ticks, size)]
        whole = [self.ticks] if len(self.ticks) > TICKS_OF_A_RULE else []
        for ticked in (*pairs, *whole):
            yield from self._answers_from(0, {}, ticked)

    def _answers_from(self, index: int, answers: dict[str, str], ticked: tuple[Tick, ...]) -> Iterator[dict[str, str]]:
        if index == len(self.questions):
            yield answers
            return
        question = self.questions[index]
        if not question.relevant(answers):
            yield from self._answers_from(index + 1, answers, ticked)
            return
        for key in self.possible(question, answers, ticked):
            yield from self._answers_from(index + 1, {**answers, question.key: key}, ticked)

    def possible(
        self, question: Question, answers: Mapping[str, str], ticked: tuple[Tick, ...] = ()
    ) -> tuple[str, ...]:
        """Give the answers to a question that can follow those given before, as `every_answer` walks them."""
        if isinstance(question, Tick):
            return ("yes" if question in ticked else "no",)
        if question.for_display:
            return question.keys[:1]
        if isinstance(question, LaterAge):
            earlier = answers[question.after]
            if self.span and question is self.span[1]:
                return (earlier,)
            return question.possible_after(self.ages(question.after), earlier)
        return question.keys

    def fields(self) -> tuple[str, ...]:
        """Every key that can be typed: the questions, and the date fields."""
        dates = [name for pair in self.dates for name in (pair.birth, pair.day)]
        return (*(question.key for question in self.questions), *dates)


def _refuse_twice(guide: str, keys: list[str]) -> None:
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise GuideError(f"{guide}: stands twice: {', '.join(twice)}")
