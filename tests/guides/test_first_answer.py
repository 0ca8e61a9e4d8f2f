"""The page's own script gives the same headline and actions as Python, before Python is there or without it."""

from __future__ import annotations

import json
import random
import subprocess
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from calculators.actions.people import ROLES
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.decide import decide
from calculators.engine.guide import ROLE
from calculators.guides.catalogue import GUIDES
from calculators.output import plan_data, words

if TYPE_CHECKING:
    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step
    from calculators.engine.result import Result

SCRIPT = Path(__file__).parents[1] / "support" / "plan_check.mjs"
MANY = 400  # sets of answers of each calculator


def sets_of_answers(guide: Guide) -> list[dict[str, str]]:
    """Give sets spread over the whole space, some with a span of ages, each with one of the roles."""
    every = list(guide.every_answer())
    chosen = random.Random(1).sample(every, min(MANY, len(every)))  # noqa: S311 - nothing secret hangs on it
    if guide.span:
        first, last = guide.span
        for answers, (one, other) in zip(chosen[::4], product(first.bands, last.bands), strict=False):
            if first.keys.index(one) <= last.keys.index(other) and answers.get(first.key) != NOT_KNOWN:
                answers.update({first.key: one, last.key: other})
    return [guide.settle({**answers, ROLE: role}) for answers, role in zip(chosen, (list(ROLES) * MANY), strict=False)]


def step(result: Result, one: Step) -> list[Any]:
    """Give what the script gives of a step."""
    said = words.instruction(one, result.role)
    return [
        one.action.key,
        one.when,
        list(one.about),
        one.only_if,
        [words.reason(reason) for reason in one.reasons],
        said,
    ]


@pytest.mark.parametrize("name", GUIDES)
def test_the_first_answer_is_the_answer(name: str) -> None:
    """Heading, steps in order with their times, children, conditions and reasons, and what does not fit together."""
    guide = GUIDES[name]
    sets = sets_of_answers(guide)
    cases = [{"worlds": list(guide.worlds(answers)), "role": answers[ROLE]} for answers in sets]
    asked = json.dumps({"data": plan_data.data(guide), "cases": cases})
    done = subprocess.run(["node", str(SCRIPT)], input=asked, capture_output=True, text=True, check=True)
    for answers, made in zip(sets, json.loads(done.stdout), strict=True):
        result = decide(guide, answers)
        expected = {
            "heading": words.heading(result),
            "yours": [step(result, one) for one in result.yours],
            "others": [step(result, one) for one in result.others],
            "checks": [rule.text for rule in result.checks],
        }
        assert made == expected, answers
