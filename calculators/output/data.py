"""What machines read: the questions of a calculator and a result, as data. The shape is in result.schema.json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators import __version__
from calculators.engine.ages import Ages
from calculators.engine.days import Day
from calculators.engine.questions import Tick
from calculators.output import words

if TYPE_CHECKING:
    from calculators.case import CaseResult
    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step
    from calculators.engine.questions import Question
    from calculators.engine.result import Result
    from calculators.engine.rules import Rule


def questions(guide: Guide) -> list[dict[str, Any]]:
    """Give what a calculator asks, as data: key, text, kind, options and when it is relevant."""
    asked: list[dict[str, Any]] = []
    for question in guide.questions:
        entry: dict[str, Any] = {
            "key": question.key,
            "text": question.text,
            "hint": question.hint,
            "kind": _kind(question),
            "options": [{"key": option.key, "label": option.label} for option in question.options],
            "when": question.when.data() if question.when else [],
        }
        if isinstance(question, (Ages, Day)):
            entry["allowed"] = question.remedy
        if isinstance(question, Ages):
            entry["dates"] = [
                {"birth": pair.birth, "behaviour": pair.day} for pair in guide.dates if pair.question == question.key
            ]
        asked.append(entry)
    return asked


def _kind(question: Question) -> str:
    for kind, name in ((Ages, "age"), (Day, "day"), (Tick, "tick")):
        if isinstance(question, kind):
            return name
    return "choice"


def result(result: Result) -> dict[str, Any]:
    """Give a result as data."""
    leading = result.leading
    return {
        "calculator": result.guide.key,
        "version": __version__,
        "headline": {"text": words.heading(result), "action": leading[0].action.key if leading else ""},
        "actions": [_step(result, step) for step in result.steps],
        "not_known": [
            {
                "question": one.question,
                "what": one.said.what,
                "ask": one.said.ask,
                "meanwhile": one.said.meanwhile,
                "cites": list(one.said.cites),
            }
            for one in result.not_known
        ],
        "checks": [_remark(rule) for rule in result.checks],
        "says": [_remark(rule) for rule in result.applied if rule.part.key in {"says", "placed", "assess"}],
        "avoid": [_remark(rule) for rule in result.avoid],
        "differences": [
            {"topic": topic, "strictest": rule.strictest} | _remark(rule)
            for topic, rules in result.differences.items()
            for rule in rules
        ],
        "judgement": [{"text": left.text, "cites": list(left.cites)} for left in result.guide.judgement],
        "answers": dict(result.answers),
        "typed": dict(result.typed or {}),
        "notes": [{"key": note.key, "text": note.text} for note in result.notes],
        "timetable": [
            {
                "day": dated.day.isoformat(),
                "text": dated.what,
                "cites": list(dated.cites),
                "note": dated.note,
                "due": dated.due,
                "past": dated.past,
            }
            for dated in result.timetable
        ],
        "trace": [
            {
                "rule": one.rule.key,
                "applies": one.applies,
                "conditions": one.rule.condition_words,
                "kept_out_by": [clause.words for clause in one.kept_out_by],
            }
            for one in result.trace
        ],
        "replaced": dict(result.replaced),
        "changes": [
            {
                "question": change.question,
                "option": change.option,
                "adds": list(change.adds),
                "drops": list(change.drops),
            }
            for change in result.changes
        ],
    }


def case(found: CaseResult) -> dict[str, Any]:
    """Give the plan of a case as data: its result, with what is particular to a case."""
    return result(found.result) | {
        "asked": list(found.asked),
        "answered": found.answered,
        "calculators": list(found.calculators),
        "earlier": [_step(found.result, step) for step in found.earlier],
    }


def _step(result: Result, step: Step) -> dict[str, Any]:
    return {
        "key": step.action.key,
        "instruction": words.said(step, result.role),
        "detail": step.action.detail_for(result.role),
        "who": list(step.action.who),
        "when": step.when,
        "about": list(step.about),
        "only_if": step.only_if,
        "contact": step.action.contact,
        "paragraph": step.action.paragraph,
        "meeting": step.action.meeting,
        "whose": step.whose,
        "own": step.action.own_for(result.role),
        "includes": list(step.included),
        "reasons": [
            {"text": one.text, "cites": list(one.cites), "rule": one.rule, "certain": one.certain}
            for one in step.reasons
        ],
        "yours": step in result.yours,
    }


def _remark(rule: Rule) -> dict[str, Any]:
    return {"rule": rule.key, "part": rule.part.key, "about": rule.about, "text": rule.text, "cites": list(rule.cites)}
