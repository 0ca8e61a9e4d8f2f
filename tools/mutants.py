"""The fast tests, run on guides with a slip in them. `make mutants` prints each slip with the test that catches it.

Every slip is tried on the approved tables; a part of them, spread over all kinds, also on the fictional cases and the
properties alone, as if there were no tables. In a large guide the properties are then asked around the questions that
the slip has to do with, not over its whole answer space, so that what they catch there is counted too low, never too
high.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from calculators.engine.guide import Guide
from calculators.guides.catalogue import GUIDES
from tests.guides import test_guides, test_scenarios, test_tables
from tests.guides.test_guides import Answers
from tests.support.slips import Slip, slips

EACH = 12  # slips of one kind in one guide that are also tried without the tables
SMALL = 100  # answers; a guide with no more is gone through whole for every slip, of a larger one so many are taken
AS_THEY_ARE = dict(GUIDES)
Checks = dict[str, Callable[[Guide], None]]


class Space(dict[Answers, frozenset[str]]):
    """Some answers of a guide with the lines they give; any other answer is worked out when it is asked for."""

    def __init__(self, guide: Guide, answers: tuple[Answers, ...]) -> None:
        """Go through these answers."""
        self.guide = guide
        super().__init__({one: self._lines(one) for one in answers})

    def __missing__(self, answers: Answers) -> frozenset[str]:
        """Answer what lies beside the answers that are gone through."""
        return self._lines(answers)  # not kept: the tests go through what is kept

    def _lines(self, answers: Answers) -> frozenset[str]:
        given = dict(answers)
        return frozenset(rule.key for rule in self.guide.rules if not rule.kept_out_by(given))


@cache
def every(name: str) -> tuple[Answers, ...]:
    """Every answer of a guide as it is."""
    return tuple(tuple(answers.items()) for answers in AS_THEY_ARE[name].every_answer())


@cache
def around(name: str, questions: frozenset[str]) -> tuple[Answers, ...]:
    """Some answers of a guide, spread over the combinations of answers to these questions: the first and last of each."""
    if len(every(name)) <= SMALL:
        return every(name)
    found: dict[Answers, list[Answers]] = {}
    for answers in every(name):
        found.setdefault(tuple(pair for pair in answers if pair[0] in questions), []).append(answers)
    ends = tuple(dict.fromkeys(answers for alike in found.values() for answers in (alike[0], alike[-1])))
    return ends[:: -(-len(ends) // SMALL)]


@contextmanager
def in_place(guide: Guide, questions: frozenset[str]) -> Iterator[None]:
    """Let the tests meet this guide instead of the one of its name, and go through its answers around some questions."""
    test_guides.protective.cache_clear()
    space = cache(lambda name: Space(guide, around(name, questions)))
    with patch.dict(GUIDES, {guide.key: guide}), patch.object(test_guides, "space", space):
        yield
    test_guides.protective.cache_clear()


def by_table(_: str) -> Checks:
    """The tests that compare a guide with what was approved."""
    tests = (test_tables.test_table_is_the_approved_one, test_tables.test_questions_are_the_approved_ones)
    return {test.__name__: lambda guide, test=test: test(guide.key) for test in tests}  # type: ignore[misc]


@cache
def by_case(name: str) -> Checks:
    """The fictional cases of a guide, and the test that they meet every answer and every rule."""
    case = test_scenarios.test_scenario
    checks: Checks = {
        f"{case.__name__}[{of}: {scenario['title']}]": lambda guide, scenario=scenario: case(guide.key, scenario)  # type: ignore[misc]
        for of, scenario in test_scenarios.scenarios()
        if of == name
    }
    whole = test_scenarios.test_scenarios_give_each_answer_and_show_each_rule
    return {**checks, whole.__name__: lambda guide: whole(guide.key)}


@cache
def by_property(name: str, questions: frozenset[str]) -> Checks:
    """The properties that the guide as it is holds around these questions."""
    tests: list[Callable[[Guide], None]] = [
        test_guides.test_total_and_never_a_dead_end,
        test_guides.test_every_line_is_cited,
        test_guides.test_not_known_is_never_milder,
        test_guides.test_not_known_says_so,
        test_guides.test_worse_is_never_milder,
        test_guides.test_order_from_mild_to_worse_is_declared,
        test_guides.test_no_two_rules_say_the_same_of_the_same_child,
    ]
    if len(every(name)) <= SMALL:
        tests += [test_guides.test_danger_stands_first, test_guides.test_no_rule_shadows_another]
    guide = AS_THEY_ARE[name]
    with in_place(guide, questions):
        return {test.__name__: test for test in tests if not fails(test, guide)}


def fails(check: Callable[[Guide], None], guide: Guide) -> bool:
    """Say whether a test fails on a guide: by its own assertion or by any error."""
    try:
        check(guide)
    except Exception:  # noqa: BLE001 - whatever a test raises fails it
        return True
    return False


def caught_by(slip: Slip, checks: Checks) -> str:
    """Give the name of the first of these tests that fails on a slip, or nothing."""
    with in_place(slip.guide, slip.questions):
        return next((name for name, check in checks.items() if fails(check, slip.guide)), "")


def caught_without_tables(slip: Slip) -> str:
    """Give the name of the fictional case or the property that fails on a slip, or nothing."""
    found = caught_by(slip, by_case(slip.guide.key))
    if found or slip.guide.questions != AS_THEY_ARE[slip.guide.key].questions:
        return found  # the properties are asked with the answers of the guide as it is
    return caught_by(slip, by_property(slip.guide.key, slip.questions))


def main() -> None:
    """Print each slip with the tests that catch it, then the sums; end with status 1 where one survives."""
    sums: dict[str, list[int]] = {}
    for name, guide in GUIDES.items():
        spread = {(slip.kind, slip.where) for slip in slips(guide, EACH)}
        for slip in slips(guide):
            table = caught_by(slip, by_table(name))
            alone = (slip.kind, slip.where) in spread
            other = caught_without_tables(slip) if alone or not table else ""
            row = sums.setdefault(slip.kind, [0, 0, 0, 0])
            for place, count in enumerate((True, table or other, alone, alone and other)):
                row[place] += bool(count)
            say(f"{name}: {slip.kind}: {slip.where} -> {', '.join(filter(None, (table, other))) or 'NOTHING'}")
    sums["in all"] = [sum(row[place] for row in sums.values()) for place in range(4)]
    say(f"\n{'slip':32}{'made':>7}{'caught':>8}{'tried without the tables':>27}{'caught':>8}")
    for kind, row in sums.items():
        say(f"{kind:32}{row[0]:7}{row[1]:8}{row[2]:27}{row[3]:8}")
    sys.exit(sums["in all"][0] != sums["in all"][1])


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
