"""Every one-step slip in a rule is caught by a test that can be named."""

from __future__ import annotations

import pytest

from calculators.guides.catalogue import GUIDES
from tests.support.slips import KINDS, Slip, slips
from tools.mutants import by_case, by_property, by_table, caught_by


@pytest.mark.parametrize("name", GUIDES)
def test_every_slip_in_a_guide_is_caught(name: str) -> None:
    """At least a hundred slips in each guide, of most kinds; none survives the tables and the cases."""
    made = list(slips(GUIDES[name]))
    assert len(made) >= 100
    assert len({slip.kind for slip in made}) >= len(KINDS) - 4
    survivors = [slip for slip in made if not caught_by(slip, by_table(name) | by_case(name))]
    assert not [(slip.kind, slip.where) for slip in survivors]


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_without_a_slip_is_caught_by_nothing(name: str) -> None:
    """What catches a slip does so because of the slip: the guide as it is passes all of it."""
    asked = frozenset(question.key for question in GUIDES[name].questions[:2])
    whole = Slip("none", "nowhere", GUIDES[name], asked)
    checks = by_table(name) | by_case(name) | by_property(name, asked)
    assert len(checks) > 10
    assert not caught_by(whole, checks)
