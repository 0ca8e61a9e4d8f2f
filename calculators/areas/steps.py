"""The steps that an area's line may stand beside: the actions, each with its time (now, today, next or later) and words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REGISTER = resources.files("calculators.actions").joinpath("actions.toml")


@dataclass(frozen=True)
class Step:
    """One step: when it is due, and its instruction."""

    when: str
    instruction: str


@cache
def every_step() -> Mapping[str, Step]:
    """Give every step by its key: the actions of the register; where there is none, the rules of the calculators."""
    try:
        held = tomllib.loads(REGISTER.read_text(encoding="utf-8"))
    except OSError:
        return _of_rules()
    return {action["key"]: Step(action["when"], action["instruction"]) for action in held["action"]}


def _of_rules() -> Mapping[str, Step]:
    from calculators.engine.guide import STEPS  # noqa: PLC0415 - the calculators read areas themselves
    from calculators.guides.catalogue import GUIDES  # noqa: PLC0415

    times = [group.key for group in reversed(STEPS)]  # where calculators differ, the most urgent time counts
    rules = [(guide.key, rule) for guide in GUIDES.values() for rule in guide.rules if rule.group in STEPS]
    rules.sort(key=lambda one: times.index(one[1].group.key))
    return {
        name: Step(rule.group.key, f"{rule.then.split('. ')[0].rstrip('.')}.")
        for guide, rule in rules
        for name in (rule.key, f"{guide}/{rule.key}")
    }


@cache
def steps() -> Mapping[str, str]:
    """Give the time of every step by its key."""
    return {key: step.when for key, step in every_step().items()}
