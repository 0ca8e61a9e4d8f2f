"""Every one-step slip in a rule, a call, a question or an action is caught by a test that can be named."""

from __future__ import annotations

import pytest

from calculators.guides.catalogue import GUIDES
from tests.support.slips import KINDS, Slip, action_slips, slips
from tools.mutants import by_actions, by_case, by_table, caught_by, first_that_fails

SPREAD = 60  # slips of each calculator, spread over all of them


@pytest.mark.parametrize("name", GUIDES)
def test_every_slip_in_a_calculator_is_caught(name: str) -> None:
    """At least a hundred slips in each, of most kinds; none survives the tables."""
    made = list(slips(GUIDES[name]))
    assert len(made) >= 100
    assert len({slip.kind for slip in made}) >= len(KINDS) - 4
    spread = made[:: max(1, len(made) // SPREAD)]  # `make mutants` tries every one
    survivors = [slip for slip in spread if not caught_by(slip, by_table(name))]
    assert not [(slip.kind, slip.where) for slip in survivors]


def test_every_slip_in_an_action_is_caught() -> None:
    """Words, time, actor, protection, lead and each relation."""
    made = list(action_slips())
    assert len({slip.kind for slip in made}) == 10
    spread = made[:: max(1, len(made) // SPREAD)]
    survivors = [slip for slip in spread if not caught_by(slip, by_actions())]
    assert not [(slip.kind, slip.where) for slip in survivors]


@pytest.mark.parametrize("name", GUIDES)
def test_a_calculator_without_a_slip_is_caught_by_nothing(name: str) -> None:
    """What catches a slip does so because of the slip: the calculator as it is passes all of it."""
    checks = by_table(name) | by_case(name) | by_actions()
    assert len(checks) >= 8
    assert not first_that_fails(checks)
    assert not caught_by(Slip("none", "nowhere", GUIDES[name]), checks)
