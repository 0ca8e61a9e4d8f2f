"""The steps that an area's line may stand beside: the actions of the register, each with its time and its words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from calculators.actions.register import actions

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def steps() -> Mapping[str, str]:
    """Give the time (now, today, next or later) of every action by its key."""
    return {key: action.when for key, action in actions().items()}


def instruction(step: str) -> str:
    """Give the instruction of an action."""
    return actions()[step].instruction
