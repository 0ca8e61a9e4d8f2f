"""The plan of a case: what the calculators that apply call for, each action once, and what a change of stage changes.

The answers of a case are given to each calculator as if they had been typed there, so the plan is theirs: what they say one
by one is what the case says. What is not answered counts as not known, so a plan stands from the first answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calculators.case.facts import KEY, STAGE, START, answers_for, applying, asked_now, guide, settled, to_be_answered
from calculators.case.names import named
from calculators.case.past import EARLIEST, OPEN, PROCESS, of_the_first_days, of_the_investigation
from calculators.case.settled_conditions import settled as settled_condition
from calculators.engine.asking import check_typed
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import GIVEN, Day
from calculators.engine.decide import called_for
from calculators.engine.guide import ROLE
from calculators.engine.plan import gave_way, plan
from calculators.engine.result import Missing, Result, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from calculators.areas.model import Area
    from calculators.engine.guide import Guide
    from calculators.engine.plan import Called, Step
    from calculators.engine.questions import Question
    from calculators.engine.rules import Rule


FIRST_STEPS = "next-steps"
OF_BOXES = frozenset({"act-on-the-highest", "not-ticked"})  # remarks on boxes that a case does not show


@dataclass(frozen=True)
class CaseResult:
    """The plan of a case.

    Args:
        result: the plan and the remarks, as a calculator gives them.
        asked: the keys of the questions that matter with these answers, in order.
        wanted: those of them that want an answer.
        answered: how many of those are answered.
        calculators: the calculators that apply, by their keys.
        earlier: the steps of an earlier stage, which should have been taken: check that they were.
        new: the steps that were not in the plan before an answer changed.
        changed: the steps that were in it at another time or on another condition.
        gone: the steps that were in it and are not any more.
        child: the child that it is about alone, `harmed` or `displayed`; empty: the whole case.

    """

    result: Result
    asked: tuple[str, ...]
    wanted: tuple[str, ...]
    answered: int
    calculators: tuple[str, ...]
    earlier: tuple[Step, ...] = ()
    new: tuple[Step, ...] = ()
    changed: tuple[Step, ...] = ()
    gone: tuple[Step, ...] = ()
    child: str = ""


def check(
    typed: Mapping[str, str], today: date, area: Area | None = None, before: Mapping[str, str] | None = None
) -> CaseResult:
    """Make the plan of a case.

    Args:
        typed: the text of each field, by its key; what is left out counts as not known.
        today: the day of asking.
        area: the area whose arrangements stand beside the steps; None: none.
        before: the answers of an earlier plan, to say what changed since; None: say nothing.

    Raises:
        AnswersError: a field is unknown or cannot be read; every fault is in it.

    """
    case = guide()
    given = _read(case, typed)
    guides = applying(given, area)
    asked = asked_now(case, guides, given)
    wanted = to_be_answered(case, asked)
    asks = _asks(guides, given)
    steps, earlier = _steps(asks, given)
    found = CaseResult(
        result=_result(case, guides, given, today, area, asked=asked, asks=asks, steps=steps, earlier=earlier),
        asked=asked,
        wanted=wanted,
        answered=sum(1 for key in wanted if given.get(key)),
        calculators=tuple(one.key for one in guides),
        earlier=earlier,
    )
    if before is None:
        return found
    was = _read(case, before)
    return _compared(_steps(_asks(applying(was, area), was), was)[0], found)


def _read(case: Guide, typed: Mapping[str, str]) -> dict[str, str]:
    """Check what was typed, and give it settled."""
    check_typed(case, {key: text.strip() for key, text in typed.items() if text.strip()})
    return settled(case, typed)


def worlds_of(given: Mapping[str, str]) -> list[dict[str, str]]:
    """Give the answers for each age in years from the first to the last, where something went on for some time."""
    first, last = given.get("age-then", ""), given.get("age-last", "")
    if not first.isdigit() or not last.isdigit() or int(last) <= int(first):
        return [dict(given)]
    return [
        {**given, "age-then": str(age), "age-last": str(age), "age-now": given.get("age-now", last)}
        for age in range(int(first), int(last) + 1)
    ]


@dataclass(frozen=True)
class _Ask:
    """One calculator asked with the answers of one world; its rules name the children as the case does."""

    key: str
    answers: Mapping[str, str]
    called: tuple[Called, ...]
    rules: tuple[Rule, ...]


def _asks(guides: Iterable[Guide], given: Mapping[str, str]) -> list[list[_Ask]]:
    """Ask every calculator that applies, once for each world: for each age at which something went on."""
    others = given.get("others", "")
    rules = {one.key: {rule.key: named(rule, others) for rule in one.in_order()} for one in guides}
    return [
        [
            _Ask(
                one.key,
                answers := answers_for(one, world),
                tuple(_calls(one, answers, world, rules[one.key])),
                tuple(rules[one.key].values()),
            )
            for one in guides
        ]
        for world in worlds_of(given)
    ]


def _calls(
    one: Guide, answers: Mapping[str, str], world: Mapping[str, str], rules: Mapping[str, Rule]
) -> Iterator[Called]:
    """Give what a calculator calls for, on the conditions that the case leaves open."""
    for called in called_for(one, answers):
        if call := settled_condition(called, world):
            yield replace(call, rule=rules[call.rule.key])


def _steps(asks: list[list[_Ask]], given: Mapping[str, str]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Give the steps of the plan, and those of an earlier stage."""
    whole = plan(_called(asks))
    # Whatever the stage, danger brings back the first days.
    past = given.get(STAGE, "start") not in START and given.get("danger") != "yes"
    decided = given.get(PROCESS, NOT_KNOWN) not in OPEN
    if not past and not decided:
        return whole, ()
    still: list[list[Called]] = []
    done: list[list[Called]] = []
    for world in asks:
        still.append([])
        done.append([])
        for one in world:
            for call in one.called:
                is_done = (past and of_the_first_days(one.key, call)) or (decided and of_the_investigation(call))
                (done if is_done else still)[-1].append(call)
    stands = _done_by(whole)  # what gave way to a step of the first days does not come back
    steps = tuple(step for step in plan(still) if step.action.key in stands)
    taken = _done_by(steps)
    earlier = tuple(
        step for step in plan(done) if step.action.key in stands and step.action.key not in taken and step.answered
    )
    return steps, earlier


def _called(asks: list[list[_Ask]]) -> list[list[Called]]:
    """Give everything that is called for, world by world."""
    return [[call for one in world for call in one.called] for world in asks]


def _done_by(steps: Iterable[Step]) -> set[str]:
    """Give every action that some steps do, with what they include."""
    return {key for step in steps for key in (step.action.key, *step.included, *step.action.included_keys())}


def _result(
    case: Guide,
    guides: Sequence[Guide],
    given: Mapping[str, str],
    today: date,
    area: Area | None,
    *,
    asked: Iterable[str],
    asks: list[list[_Ask]],
    steps: tuple[Step, ...],
    earlier: tuple[Step, ...],
) -> Result:
    trace: dict[str, Trace] = {}
    for world in asks:
        for one in world:
            for rule in one.rules:
                entry = Trace(rule, rule.kept_out_by(one.answers))
                known = trace.get(f"{one.key}/{rule.key}")
                if known is None or (entry.applies and not known.applies):
                    trace[f"{one.key}/{rule.key}"] = entry
    # A finding is the answer of one calculator, not of a case; but for “nothing is due today”, which holds for the whole.
    quiet = not any(step.answered and step.when in EARLIEST for step in steps)
    applied = {
        entry.rule.text: entry.rule if quiet and key.startswith(f"{FIRST_STEPS}/") else replace(entry.rule, headline="")
        for key, entry in trace.items()
        if entry.applies
    }
    by_key = {question.key: question for question in case.questions}
    missing = [
        Missing(key, said)
        for key in asked
        if (said := by_key[key].not_known) and given.get(key, NOT_KNOWN) == NOT_KNOWN
    ]
    timetable = [
        dated
        for one in guides
        if one.timetable
        for dated in one.timetable(answers_for(one, given), _days(one, given), today, area)
    ]
    return Result(
        guide=replace(case, judgement=tuple({left.text: left for one in guides for left in one.judgement}.values())),
        answers={key: _answer(by_key[key], text) for key, text in given.items()},
        steps=steps,
        applied=tuple(rule for rule in applied.values() if rule.key not in OF_BOXES),
        not_known=tuple(missing),
        trace=tuple(trace.values()),
        replaced=gave_way(_called(asks), (*steps, *earlier)),
        role=given.get(ROLE, ""),
        typed=dict(given),
        timetable=tuple(timetable),
        area=area,
    )


def _days(one: Guide, given: Mapping[str, str]) -> dict[str, date]:
    found = {}
    for question in one.questions:
        text = given.get(question.key, "")
        if isinstance(question, Day) and text and (day := question.read_day(text)):
            found[question.key] = day
    return found


def _answer(question: Question, text: str) -> str:
    return GIVEN if isinstance(question, Day) and text != NOT_KNOWN else question.read(text)


def _compared(was: Iterable[Step], now: CaseResult) -> CaseResult:
    """Say what changed since the steps of an earlier plan; a step that another includes is not gone."""
    old = {step.action.key: step for step in was}
    new = {step.action.key: step for step in now.result.steps}
    still = _done_by(now.result.steps)
    return replace(
        now,
        new=tuple(step for key, step in new.items() if key not in old),
        changed=tuple(
            step
            for key, step in new.items()
            if key in old and (step.when, step.only_if) != (old[key].when, old[key].only_if)
        ),
        gone=tuple(step for key, step in old.items() if key not in still),
    )


__all__ = ["KEY", "CaseResult", "check", "worlds_of"]
