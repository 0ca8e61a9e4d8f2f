"""Every set of answers that a calculator can be given, and the plan of each, worked out once.

A plan depends on which rules apply and on whether known answers alone make them so. Both are bits of a number that is
put together from one number for each answer, so that a hundred thousand sets of answers take seconds.
"""

from __future__ import annotations

import os
from functools import cache, cached_property
from typing import TYPE_CHECKING

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.guide import ROLE
from calculators.engine.plan import Called, Step, plan
from calculators.engine.result import Result
from calculators.guides.catalogue import GUIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.engine.guide import Guide

# Sets of answers that `make test` walks, spread over all of a larger calculator; `make properties` walks every one.
MOST = int(os.environ.get("SETS_WALKED", "2500"))
STRIDES = (
    1,
    2,
    3,
    5,
    7,
    11,
    13,
    17,
    19,
    23,
    29,
    31,
    37,
    41,
    43,
    53,
    67,
)  # primes, so that each answer is met with each other


class Space:
    """The answers of one calculator, each with the rules that apply and the plan."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.clauses = list(
            dict.fromkeys(clause for rule in guide.in_order() if rule.when for clause in rule.when.clauses)
        )
        self.bits = {
            (question.key, option): sum(
                1 << place for place, clause in enumerate(self.clauses) if clause.met({question.key: option})
            )
            for question in guide.questions
            for option in question.keys
        }
        self.wanted = [
            (rule, sum(1 << self.clauses.index(clause) for clause in rule.when.clauses) if rule.when else 0)
            for rule in guide.in_order()
        ]

    def met(self, answers: Mapping[str, str], *, known: bool = False) -> int:
        """Give the clauses that answers meet, as bits; only by known answers where asked."""
        found = 0
        for key, option in answers.items():
            if not (known and option == NOT_KNOWN):
                found |= self.bits[key, option]
        return found

    def applied(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        """Give the keys of the rules that apply."""
        met = self.met(answers)
        return tuple(rule.key for rule, wanted in self.wanted if wanted & met == wanted)

    def plan(self, answers: Mapping[str, str]) -> tuple[Step, ...]:
        """Give the plan of one set of answers."""
        return self._planned(self.met(answers), self.met(answers, known=True))

    @cached_property
    def _plans(self) -> dict[tuple[int, int], tuple[Step, ...]]:
        return {}

    def leading(self, answers: Mapping[str, str]) -> Step:
        """Give the step that the heading names to the reader's role."""
        steps, role = self.plan(answers), answers.get(ROLE, "")
        if (id(steps), role) not in self._leads:
            empty = Result(self.guide, {}, steps, (), (), (), {}, role)
            self._leads[id(steps), role] = empty.leading[0]
        return self._leads[id(steps), role]

    @cached_property
    def _leads(self) -> dict[tuple[int, str], Step]:
        return {}

    def _planned(self, met: int, known: int) -> tuple[Step, ...]:
        applies = sum(1 << n for n, (rule, wanted) in enumerate(self.wanted) if rule.calls and wanted & met == wanted)
        certain = sum(1 << n for n, (rule, wanted) in enumerate(self.wanted) if rule.calls and wanted & known == wanted)
        key = (applies, certain)
        if key not in self._plans:
            called = [
                Called(call, rule, bool(certain >> n & 1))
                for n, (rule, _) in enumerate(self.wanted)
                if applies >> n & 1
                for call in rule.calls
            ]
            self._plans[key] = plan([called])
        return self._plans[key]

    @cached_property
    def every(self) -> list[dict[str, str]]:
        """Every set of answers."""
        return list(self.guide.every_answer())

    @cached_property
    def walked(self) -> list[dict[str, str]]:
        """Every set of answers; of a large calculator a part, spread over all of them."""
        return self.every[:: next(stride for stride in STRIDES if stride * MOST >= len(self.every))]

    def changed(self, answers: Mapping[str, str], question: str, option: str) -> dict[str, str]:
        """Give the answers with another one to a question; what has become relevant counts as not known."""
        return self.guide.settle({**answers, question: option})

    def neighbours(self, question: str) -> Iterator[tuple[dict[str, str], str]]:
        """Give each set of answers that is walked and in which a question is relevant, with the answer to it."""
        for answers in self.walked:
            if question in answers:
                yield answers, answers[question]


@cache
def space(key: str) -> Space:
    """Give the answers of a calculator by its key."""
    return Space(GUIDES[key])


def done(steps: tuple[Step, ...]) -> dict[str, tuple[int, str]]:
    """Give every action that a plan does, also as a part of a stronger one: the time it is done, and its condition."""
    times = ("now", "today", "next", "later")
    found: dict[str, tuple[int, str]] = {}
    for step in steps:
        for key in {step.action.key, *step.action.included_keys()}:
            entry = (times.index(step.when), step.only_if)
            if key not in found or entry < found[key]:
                found[key] = entry
    return found
