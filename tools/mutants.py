"""The fast tests, run on calculators with a slip in them. `make mutants` prints each slip with the test that catches it.

Every slip in a rule or a question is tried on the approved tables; a part of them, spread over all kinds, also on the
fictional cases alone, as if there were no tables. Every slip in the register of actions is tried on its own table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from calculators.actions import register
from calculators.guides.catalogue import GUIDES
from tests.guides import test_scenarios, test_tables
from tests.support.slips import ActionSlip, Slip, action_slips, slips

if TYPE_CHECKING:
    from calculators.engine.guide import Guide

EACH = 12  # slips of one kind in one calculator that are also tried without the tables
Check = Callable[[], None]


@contextmanager
def in_place(guide: Guide) -> Iterator[None]:
    """Let the tests meet this calculator instead of the one of its name."""
    with patch.dict(GUIDES, {guide.key: guide}):
        yield


@contextmanager
def register_in_place(slip: ActionSlip) -> Iterator[None]:
    """Let the tests meet this register of actions instead of the one that there is."""
    with patch("tools.approved_tables.actions", lambda: slip.register):
        yield


@cache
def by_table(name: str) -> dict[str, Check]:
    """The tests that compare a calculator with what was approved."""
    tests = (test_tables.test_table_is_the_approved_one, test_tables.test_questions_are_the_approved_ones)
    return {test.__name__: lambda test=test: test(name) for test in tests}  # type: ignore[misc]


@cache
def by_case(name: str) -> dict[str, Check]:
    """The fictional cases of a calculator, and the test that they meet every answer and every rule."""
    case = test_scenarios.test_scenario
    checks: dict[str, Check] = {
        f"{case.__name__}[{of}: {scenario['title']}]": lambda scenario=scenario: case(name, scenario)  # type: ignore[misc]
        for of, scenario in test_scenarios.scenarios()
        if of == name
    }
    whole = test_scenarios.test_scenarios_give_each_answer_and_show_each_rule
    return {**checks, whole.__name__: lambda: whole(name)}


def by_actions() -> dict[str, Check]:
    """The test that compares the register of actions with what was approved."""
    test = test_tables.test_actions_are_the_approved_ones
    return {test.__name__: test}


def fails(check: Check) -> bool:
    """Say whether a test fails: by its own assertion or by any error."""
    try:
        check()
    except Exception:  # noqa: BLE001 - whatever a test raises fails it
        return True
    return False


def first_that_fails(checks: dict[str, Check]) -> str:
    """Give the name of the first of these tests that fails, or nothing."""
    return next((name for name, check in checks.items() if fails(check)), "")


def caught_by(slip: Slip | ActionSlip, checks: dict[str, Check]) -> str:
    """Give the name of the first of these tests that fails on a slip, or nothing."""
    with in_place(slip.guide) if isinstance(slip, Slip) else register_in_place(slip):
        return first_that_fails(checks)


def main() -> None:
    """Print each slip with the tests that catch it, then the sums; end with status 1 where one survives."""
    sums: dict[str, list[int]] = {}
    for name, guide in GUIDES.items():
        spread = {(slip.kind, slip.where) for slip in slips(guide, EACH)}
        for slip in slips(guide):
            table = caught_by(slip, by_table(name))
            alone = (slip.kind, slip.where) in spread
            other = caught_by(slip, by_case(name)) if alone or not table else ""
            _count(sums, slip.kind, (True, table or other, alone, alone and other))
            say(f"{name}: {slip.kind}: {slip.where} -> {', '.join(filter(None, (table, other))) or 'NOTHING'}")
    for action_slip in action_slips():
        table = caught_by(action_slip, by_actions())
        _count(sums, action_slip.kind, (True, table, False, False))
        say(f"{register.__name__}: {action_slip.kind}: {action_slip.where} -> {table or 'NOTHING'}")
    sums["in all"] = [sum(row[place] for row in sums.values()) for place in range(4)]
    say(f"\n{'slip':32}{'made':>7}{'caught':>8}{'tried without the tables':>27}{'caught':>8}")
    for kind, row in sums.items():
        say(f"{kind:32}{row[0]:7}{row[1]:8}{row[2]:27}{row[3]:8}")
    sys.exit(sums["in all"][0] != sums["in all"][1])


def _count(sums: dict[str, list[int]], kind: str, counts: tuple[object, ...]) -> None:
    row = sums.setdefault(kind, [0, 0, 0, 0])
    for place, count in enumerate(counts):
        row[place] += bool(count)


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
