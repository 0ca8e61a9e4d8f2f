"""Check a case: each fact asked once, and one plan in which the actions of every calculator that applies stand once.

The answers of a case are given to each calculator as if they had been typed there, so the plan is theirs: what the nine
say one by one is what the case says. What is not answered counts as not known, so a plan stands from the first answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calculators.engine.ages import Ages, LaterAge
from calculators.engine.asking import AnswersError, check_typed
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import GIVEN, Day
from calculators.engine.decide import called_for
from calculators.engine.guide import ROLE, Guide
from calculators.engine.plan import gave_way, plan
from calculators.engine.questions import Question, Tick
from calculators.engine.result import Missing, Result, Trace
from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from calculators.areas.model import Area
    from calculators.engine.plan import Called, Step

KEY = "case"
SAME = {"child-a": "age-then", "child-b": "harmed-age"}  # consent asks for these two by other names
START = frozenset({"start", NOT_KNOWN})
HOLD_ENQUIRIES = frozenset({"social-care", "police", "youth-justice"})
CRIMINAL_AGE = 10  # years: llr:17
# The facts of a case in the order in which a practitioner knows them. Boxes that only help to choose a level are left to
# the calculator of the continuum.
ORDER = (
    "danger",
    "role",
    "stage",
    "age-then",
    "age-last",
    "age-now",
    "others",
    "harmed-age",
    "activity",
    "share-home",
    "share-school",
    "level",
    "harm",
    "images",
    "group",
    "services",
)
ABOUT_CONSENT = ("relationship", "choice", "force", "power", "capacity", "exchange", "adult")
EARLIEST_STEPS = frozenset({"now", "today"})


@dataclass(frozen=True)
class CaseResult:
    """The plan of a case.

    Args:
        result: the plan and the remarks, as a calculator gives them.
        asked: the keys of the questions that matter with these answers, in order.
        answered: how many of them are answered.
        calculators: the calculators that apply, by their keys.
        earlier: the steps of an earlier stage, which should have been taken: check that they were.
        new: the keys of the actions that were not in the plan before an answer changed.
        gone: the actions that were in it and are not any more.

    """

    result: Result
    asked: tuple[str, ...]
    answered: int
    calculators: tuple[str, ...]
    earlier: tuple[Step, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def applying(typed: Mapping[str, str], area: Area | None) -> tuple[Guide, ...]:
    """Give the calculators that apply to a case.

    Args:
        typed: what is answered, by the key of the fact.
        area: the area whose arrangements are followed; None: none.

    """
    started = typed.get("stage", "start") not in START
    role = typed.get("role", "")
    needed = {
        "next-steps": True,
        "continuum": True,
        "age": started,
        # Consent is between children, and where the level settles what is done nobody has to ask about it.
        "consent": typed.get("others") in {"one", "two-or-more"} and typed.get("level") not in {"abusive", "violent"},
        "enquiry": started or role in HOLD_ENQUIRIES,
        "assessment": started,
        "criminal": started and (role in {"police", "youth-justice"} or "reached" in typed or _may_be_10(typed)),
        "panel": started and area is not None and bool(area.panels),
        "reviews": typed.get("stage") in {"plan", "reviews"},
    }
    return tuple(guide for guide in GUIDES.values() if needed[guide.key])


def _may_be_10(typed: Mapping[str, str]) -> bool:
    """Say whether the child may have been 10 or over, the age from which there is a criminal process."""
    years = [text for key in ("age-then", "age-last") if (text := typed.get(key, "")).isdigit()]
    return not years or any(int(text) >= CRIMINAL_AGE for text in years)


def questions() -> tuple[Question, ...]:
    """Give the questions of a case in order: the shared facts first, then those of one calculator alone."""
    found: dict[str, Question] = {}
    for guide in GUIDES.values():
        for question in guide.questions:
            boxes = isinstance(question, Tick) and question.key != "danger"
            if question.key in SAME or boxes:
                continue
            known = found.get(question.key)
            if known is None or (isinstance(question, LaterAge) and not isinstance(known, LaterAge)):
                found[question.key] = question
    first = [found.pop(key) for key in ORDER if key in found]
    return tuple(replace(question, when=None) for question in (*first, *found.values()))


def guide() -> Guide:
    """Give the case as a calculator, for its form and for the reading of what is typed."""
    judgement = {left.text: left for one in GUIDES.values() for left in one.judgement}
    return Guide(
        key=KEY,
        title="Check a case",
        purpose="One plan for a whole case: what to do now, today, next and later, for each child, and who does it. Each "
        "fact is asked once, and only while it can change the plan. You can stop at any question.",
        questions=questions(),
        rules=(),
        judgement=tuple(judgement.values()),
    )


def check(
    typed: Mapping[str, str], today: date, area: Area | None = None, before: Mapping[str, str] | None = None
) -> CaseResult:
    """Make the plan of a case.

    Args:
        typed: the text of each field, by its key; what is left out counts as not known.
        today: the day of asking.
        area: the area whose arrangements stand beside the steps; None: none.
        before: the answers of the plan that was shown before, to say what changed; None: say nothing.

    Raises:
        AnswersError: a field is unknown or cannot be read; every fault is in it.

    """
    case = guide()
    given = {key: text.strip() for key, text in typed.items() if text.strip()}
    check_typed(case, given)
    guides = applying(given, area)
    found = _result(case, guides, given, today, area)
    earlier = _earlier(given, found.steps)
    result = replace(found, steps=tuple(step for step in found.steps if step not in earlier))
    asked = _asked(case, guides, given)
    changed: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    if before is not None:
        was = check(before, today, area).result.steps
        changed = _difference(was, result.steps)
    return CaseResult(
        result=result,
        asked=asked,
        answered=sum(1 for key in asked if given.get(key)),
        calculators=tuple(one.key for one in guides),
        earlier=earlier,
        new=changed[0],
        gone=changed[1],
    )


def answers_for(one: Guide, typed: Mapping[str, str]) -> dict[str, str]:
    """Give the answers of one calculator, from what is typed for the case; what it lacks counts as not known."""
    found: dict[str, str] = {}
    years: dict[str, int | None] = {}
    for question in one.questions:
        if not question.relevant(found):
            continue
        text = typed.get(SAME.get(question.key, question.key), "")
        if isinstance(question, LaterAge):
            years[question.key] = question.read_years(text) if text else years.get(question.after)
            band = years[question.key]
            found[question.key] = NOT_KNOWN if band is None else question.band_of(band)
        elif isinstance(question, Ages):
            years[question.key] = question.read_years(text) if text else None
            band = years[question.key]
            found[question.key] = NOT_KNOWN if band is None else question.band_of(band)
        elif text and (isinstance(question, Day) or text in question.keys):
            found[question.key] = GIVEN if isinstance(question, Day) and text != NOT_KNOWN else text
        elif not question.for_display:
            found[question.key] = question.unanswered
    return found


def _result(case: Guide, guides: Iterable[Guide], given: Mapping[str, str], today: date, area: Area | None) -> Result:
    worlds: list[list[Called]] = []
    trace: dict[str, Trace] = {}
    for world in _worlds(given):
        called: list[Called] = []
        for one in guides:
            answers = answers_for(one, world)
            called += called_for(one, answers)
            for rule in one.in_order():
                entry = Trace(rule, rule.kept_out_by(answers))
                known = trace.get(f"{one.key}/{rule.key}")
                if known is None or (entry.applies and not known.applies):
                    trace[f"{one.key}/{rule.key}"] = entry
        worlds.append(called)
    steps = plan(worlds)
    applied = {entry.rule.text: entry.rule for entry in trace.values() if entry.applies}
    asked = {question.key: question for question in case.questions}
    missing = [
        Missing(key, said)
        for key in _asked(case, guides, given)
        if (said := asked[key].not_known) and given.get(key, NOT_KNOWN) == NOT_KNOWN
    ]
    timetable = [
        dated
        for one in guides
        if one.timetable
        for dated in one.timetable(answers_for(one, given), _days(one, given), today, area)
    ]
    return Result(
        guide=case,
        answers={key: _answer(asked[key], text) for key, text in given.items()},
        steps=steps,
        applied=tuple(replace(rule, headline="") for rule in applied.values()),
        not_known=tuple(missing),
        trace=tuple(trace.values()),
        replaced=gave_way(worlds, steps),
        role=given.get(ROLE, ""),
        typed=dict(given),
        timetable=tuple(timetable),
        area=area,
    )


def _worlds(given: Mapping[str, str]) -> list[dict[str, str]]:
    """Give the answers for each age in years from the first to the last, where something went on for some time."""
    first, last = given.get("age-then", ""), given.get("age-last", "")
    if not first.isdigit() or not last.isdigit() or int(last) <= int(first):
        return [dict(given)]
    return [
        {**given, "age-then": str(age), "age-last": str(age), "age-now": given.get("age-now", last)}
        for age in range(int(first), int(last) + 1)
    ]


def _asked(case: Guide, guides: Iterable[Guide], given: Mapping[str, str]) -> tuple[str, ...]:
    """Give the questions that matter: those that some calculator that applies finds relevant."""
    relevant = {SAME.get(key, key) for one in guides for key in answers_for(one, given)} | {ROLE, "stage"}
    return tuple(question.key for question in case.questions if question.key in relevant)


def _earlier(given: Mapping[str, str], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Give the steps that come before the stage the case has reached: first steps of whoever refers."""
    if given.get("stage", "start") in START:
        return ()
    return tuple(step for step in steps if step.when in EARLIEST_STEPS and _before_an_enquiry(step))


def _before_an_enquiry(step: Step) -> bool:
    """Say whether a step belongs to the days before an enquiry: only the first calculators call for it."""
    first = {rule.key for key in ("next-steps", "consent", "age", "continuum") for rule in GUIDES[key].rules}
    return step.action.key != "ring-999" and all(reason.rule in first for reason in step.reasons)


def _days(one: Guide, given: Mapping[str, str]) -> dict[str, date]:
    found = {}
    for question in one.questions:
        text = given.get(question.key, "")
        if isinstance(question, Day) and text and (day := question.read_day(text)):
            found[question.key] = day
    return found


def _answer(question: Question, text: str) -> str:
    return GIVEN if isinstance(question, Day) and text != NOT_KNOWN else question.read(text)


def _difference(was: tuple[Step, ...], now: tuple[Step, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old, new = [step.action.key for step in was], [step.action.key for step in now]
    return tuple(key for key in new if key not in old), tuple(key for key in old if key not in new)


__all__ = ["AnswersError", "CaseResult", "applying", "check", "guide", "questions"]
