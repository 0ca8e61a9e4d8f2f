"""The words that a result is told in, on the page, in text and in records alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.actions.people import ACTORS, ROLES
from calculators.actions.register import actions
from calculators.areas.model import NATIONAL, Area
from calculators.engine.ages import Ages, LaterAge
from calculators.engine.dates import WEEKDAYS, read_date, words_for_date
from calculators.engine.days import GIVEN, Day
from calculators.engine.questions import Tick
from calculators.engine.rules import STEPS, TIMES
from calculators.guides.area import ANOTHER, AREA, ELSEWHERE

if TYPE_CHECKING:
    from calculators.actions.register import Action
    from calculators.engine.plan import Reason, Step
    from calculators.engine.questions import Question
    from calculators.engine.result import Dated, Result, Trace
    from calculators.engine.rules import Call, Rule

ABOUT = {
    "harmed": "the child who was harmed",
    "displayed": "the child who displayed the behaviour",
    "each": "each child",
    "others": "other children",
    "adult": "the adult",
    "all": "",
}
CLAUSE = re.compile(r" (?:whether|that|who|how|what|and|or) ")  # the time would stand beside the wrong verb
LOCAL = "local"  # in place of the key of a question: the arrangements that the reader chose
NOBODY_REACHED = "If you cannot reach them, ring children’s social care yourself:"
SOON = {"now": " now", "today": " today"}
# Nobody is told to ring their own service.
OWN_SERVICE = {
    "social-care": "front-door",
    "police": "police",
    "youth-justice": "youth-justice",
    "early-help": "early-help",
}
NAMES_OF_AREAS = {
    "leicester-leicestershire-rutland": "the Leicester, Leicestershire and Rutland procedure",
    "north-east-lincolnshire": "the North East Lincolnshire guidance",
}
REASONS_SHOWN = 1  # the reasons that stand with an action before a fold


def heading(result: Result) -> str:
    """Give the answer as a sentence: the calculator's finding, or the most urgent action and when it is due."""
    finding = result.finding
    if finding and not danger(result):
        return finding.headline
    return " ".join(leading(step, result.role) for step in result.leading)


def leading(step: Step, role: str) -> str:
    """Say the most urgent action with the time it is due and its condition; where somebody else takes it, who does."""
    words = said(step, role).removesuffix(".")
    soon = SOON.get(step.when, "")
    condition = f", if {step.only_if}" if step.only_if else ""
    if soon and soon in words:
        return f"{words}{condition}."
    if not soon or CLAUSE.search(words):
        return f"{TIMES[step.when]}: {words[:1].lower()}{words[1:]}{condition}."
    return f"{words}{soon}{condition}."


def instruction(step: Step, role: str) -> str:
    """Give the action in the words of a role; empty where that role does not take it; without a role, as it stands."""
    return step.action.for_role(role) if role else step.action.instruction


def said(step: Step, role: str) -> str:
    """Give the action in the words of a role; where that role does not take it, who does."""
    return instruction(step, role) or step.action.others


def only_if(one: Step | Call | Action) -> str:
    """Give the condition of an action as a sentence behind it; empty where there is none."""
    return f" Only if {one.only_if}." if one.only_if else ""


def because(step: Step) -> str:
    """Give the first reason of a step; empty where no rule gives one."""
    return reason(step.reasons[0]) if step.reasons else ""


def reason(one: Reason) -> str:
    """Give a reason; one that hangs on what is not known says so."""
    return one.text if one.certain else f"Not known yet, but possible: {one.text}"


def above(result: Result) -> str:
    """Say what somebody else does that is more urgent than the reader's own first step; empty where there is nothing."""
    return " ".join(leading(step, result.role) for step in result.above)


def danger(result: Result) -> bool:
    """Say whether a child is in danger now, by the answers."""
    return any(step.action.key == "ring-999" and step.answered for step in result.steps)


def your_steps(result: Result) -> str:
    """Give the heading of the steps: whose they are."""
    if not result.role:
        return "What to do"
    return f"Your steps: {ROLES[result.role].label[:1].lower()}{ROLES[result.role].label[1:]}"


def when_and_whom(step: Step) -> str:
    """Say when a step is due and which child it is about."""
    return " · ".join(part for part in (TIMES[step.when], whom(step)) if part)


def whom(step: Step) -> str:
    """Say which child a step is about; empty where it is about neither alone."""
    about = [ABOUT[child] for child in step.about if ABOUT[child]]
    return f"for {' and '.join(about)}" if about else ""


def whose(step: Step, area: Area | None) -> str:
    """Say that an action rests on one area's own document, to a reader in another area.

    Of an action that protects a child the citation alone says so: nothing there should make a reader hesitate.
    """
    if not step.whose or step.action.protects or (area and area.key == step.whose):
        return ""
    return f"This is from {NAMES_OF_AREAS[step.whose]}. Ask what your area does."


def contacts(result: Result) -> tuple[str, ...]:
    """Give whom the reader's own steps need on the telephone, each once, in order; a service with no number is left out."""
    needed = dict.fromkeys(step.action.contact for step in result.yours if step.action.contact)
    reach = result.area or Area("", "")
    return tuple(key for key in needed if key != OWN_SERVICE.get(result.role) and reach.knows(key))


def only_where_nobody_is_reached(result: Result) -> bool:
    """Say whether the reader rings children's social care only where they cannot reach whom they have to tell."""
    needs = [step.action.key for step in result.yours if step.action.contact == "front-door"]
    return set(needs) == {"tell-lead"} and "front-door" in contacts(result)


def _label(result: Result, question: Question) -> str:
    """Give an answer in words; the area of the site by its name."""
    answer = result.answers[question.key]
    if question.key == AREA.key and answer == ANOTHER and result.area and result.area.key not in {NATIONAL, ELSEWHERE}:
        return result.area.name
    return question.label(answer)


def answered(result: Result) -> list[tuple[str, str, str]]:
    """Give the choices made: the key of each question, its name, and the answer in the reader's words."""
    typed = result.typed or {}
    found = [(LOCAL, "Local arrangements", result.area.name)] if result.area else []
    for question in result.guide.questions:
        if question.key not in result.answers:
            continue
        if isinstance(question, Tick) and result.answers[question.key] == question.unanswered:
            continue
        label = _label(result, question)
        given = typed.get(question.key, "")
        if isinstance(question, Ages):
            if not given and isinstance(question, LaterAge):
                continue  # left empty: it is the earlier age
            if given and given != "not-known":
                years = question.read_years(given)
                label = f"{years} year{'' if years == 1 else 's'}"
        if isinstance(question, Day) and result.answers[question.key] == GIVEN:
            label = words_for_date(read_date(given))
        found.append((question.key, question.name, label))
        for dates in result.guide.dates:
            if dates.question == question.key and dates.birth in typed:
                found.append((dates.birth, dates.birth_text, typed[dates.birth]))
                found.append((dates.day, dates.day_text, typed[dates.day]))
    return found


def rule_line(trace: Trace) -> str:
    """Say of one rule why it applied, or which answers kept it out."""
    said = first_sentence(trace.rule)
    if trace.rule.always:
        return f"Always: {said}"
    clauses = trace.rule.when.clauses if trace.applies and trace.rule.when else trace.kept_out_by
    return f"{'; '.join(clause.words for clause in clauses)}: {said}"


def first_sentence(rule: Rule) -> str:
    """Give what a rule says in short: the actions it calls for, or the first sentence of its remark."""
    if rule.part is STEPS:
        return " ".join(call.action.instruction for call in rule.calls)
    return rule.text.split(". ", 1)[0].rstrip(".") + "."


def changed(result: Result, key: str) -> str:
    """Name an action or a remark that a change adds or takes away, by its key."""
    return actions()[key].instruction if key in actions() else first_sentence(result.guide.rule(key))


def day_words(dated: Dated) -> str:
    """Put the day into words, with its weekday."""
    return f"{WEEKDAYS[dated.day.weekday()]} {words_for_date(dated.day)}"


def who(step: Step) -> str:
    """Name who takes a step."""
    return " and ".join(ACTORS[actor] for actor in step.action.who)
