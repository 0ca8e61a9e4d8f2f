"""Conditions that a calculator cannot ask about, and that the answers of a case settle."""

from __future__ import annotations

import pytest

from calculators import case
from calculators.case.settled_conditions import OF_ONE, SETTLES, SOMEBODY_OLDER
from calculators.guides.catalogue import GUIDES
from tests.guides.test_scenarios import TODAY


@pytest.mark.parametrize(
    ("typed", "only_if"),
    [
        # Each is a step that a calculator shows on a condition; the case knows whether it holds.
        ({"age-then": "14", "level": "abusive"}, {"specialist-assessment": ""}),
        ({"age-then": "9", "level": "abusive"}, {"specialist-assessment": None}),
        ({"age-then": "13", "others": "one", "harmed-age": "7", "activity": "yes"}, {"lead-enquiry-under-10": None}),
        ({"age-then": "9", "others": "one", "harmed-age": "7", "activity": "yes"}, {"lead-enquiry-under-10": ""}),
        (
            {"age-then": "9", "others": "one", "harmed-age": "6", "activity": "yes", "level": "abusive"},
            {"report-to-police": "somebody aged 10 or over was involved"},
        ),
        ({"age-then": "10", "others": "one", "harmed-age": "6", "level": "violent"}, {"report-to-police": ""}),
    ],
)
def test_a_condition_that_the_case_settles_is_not_shown(typed: dict[str, str], only_if: dict[str, str | None]) -> None:
    """A step stands without it where it holds, and not at all where it does not; None: the step is not there."""
    steps = {step.action.key: step.only_if for step in case.check({"role": "social-care", **typed}, TODAY).result.steps}
    for key, words_of in only_if.items():
        assert steps.get(key) == words_of, key


def test_every_condition_that_a_case_settles_is_one_that_a_calculator_shows() -> None:
    """A condition that is worded anew in a calculator cannot be left behind here."""
    shown = {call.only_if for guide in GUIDES.values() for rule in guide.rules for call in rule.calls}
    assert {*SETTLES, *(words_of for one in OF_ONE.values() for words_of in one), SOMEBODY_OLDER} <= shown
