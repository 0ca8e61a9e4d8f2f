"""Applying the rules of a calculator to a whole set of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.guide import ROLE
from calculators.engine.plan import Called, gave_way, plan
from calculators.engine.result import Change, Missing, Result, Trace
from calculators.engine.rules import STEPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.engine.guide import Guide


def decide(guide: Guide, answers: Mapping[str, str]) -> Result:
    """Apply every rule of a calculator to a whole set of answers (the keys of options)."""
    worlds = list(guide.worlds(answers))
    called = [called_for(guide, world) for world in worlds]
    trace = tuple(Trace(rule, min((rule.kept_out_by(world) for world in worlds), key=len)) for rule in guide.in_order())
    steps = plan(called)
    not_known = tuple(
        Missing(question.key, question.not_known)
        for question in guide.questions
        if answers.get(question.key) == NOT_KNOWN and question.not_known
    )
    return Result(
        guide=guide,
        answers=dict(answers),
        steps=steps,
        applied=tuple(one.rule for one in trace if one.applies),
        not_known=not_known,
        trace=trace,
        replaced=gave_way(called, steps),
        role=answers.get(ROLE, ""),
    )


def called_for(guide: Guide, answers: Mapping[str, str]) -> tuple[Called, ...]:
    """Give every action that the rules call for, before any gives way to another."""
    return tuple(
        Called(call, rule, rule.known_to_apply(answers))
        for rule in guide.in_order()
        if rule.calls and not rule.kept_out_by(answers)
        for call in rule.calls
    )


def what_would_change(guide: Guide, answers: Mapping[str, str]) -> tuple[Change, ...]:
    """Give each single answer that, changed, alters the result; questions it makes irrelevant fall away.

    A question that the change makes relevant is taken as not known. Actions are named by their keys, remarks by those
    of their rules.
    """
    before = _said(decide(guide, answers))
    changes = []
    for question in guide.questions:
        if question.for_display or question.key not in answers:
            continue
        for option in question.keys:
            if option == answers[question.key]:
                continue
            after = _said(decide(guide, guide.settle({**answers, question.key: option})))
            adds = tuple(key for key in after if key not in before)
            drops = tuple(key for key in before if key not in after)
            if adds or drops:
                changes.append(Change(question.key, option, adds, drops))
    return tuple(changes)


def _said(result: Result) -> list[str]:
    return [step.action.key for step in result.steps] + [rule.key for rule in result.applied if rule.part is not STEPS]
