"""Check a case: its plan is what the calculators that apply say one by one, and its data fits the schema, as theirs does."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from calculators import case
from calculators.actions.register import action
from calculators.engine.asking import ask
from calculators.engine.decide import decide
from calculators.engine.questions import Tick
from calculators.guides.catalogue import GUIDES
from calculators.output import data
from tests.guides.test_scenarios import TODAY, scenarios
from tests.support.space import done

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES = [pytest.param(*one, id=f"{one[0]}: {one[1]['title']}") for one in scenarios()]
SCHEMA = json.loads(resources.files("calculators").joinpath("output/result.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
OTHER_NAMES = {**case.SAME}


def typed_for_case(typed: Mapping[str, str]) -> dict[str, str]:
    """Give what is typed for one calculator as it is typed for the whole case."""
    fields = set(case.guide().fields())
    named = {OTHER_NAMES.get(key, key): text for key, text in typed.items()}
    return {key: text for key, text in named.items() if key in fields}


def faults(value: dict[str, Any]) -> list[str]:
    """Give what a schema finds wrong, each with its place."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(json.dumps(value)))]


@pytest.mark.parametrize(("name", "scenario"), CASES)
def test_the_plan_is_what_the_calculators_say(name: str, scenario: dict[str, Any]) -> None:
    """Each action of each calculator that applies is in the plan, or earlier, or a stronger one includes it, or it gave way."""
    typed = typed_for_case(scenario["typed"])
    found = case.check(typed, TODAY)
    assert found.calculators
    does = done((*found.result.steps, *found.earlier))
    for key in found.calculators:
        for world in case._worlds(typed):  # noqa: SLF001 - the ages of a span are asked one by one
            for step in decide(GUIDES[key], case.answers_for(GUIDES[key], world)).steps:
                gone = [edge.to for edge in step.action.gives_way]
                assert step.action.key in does or any(to in does for to in gone), (name, key, step.action.key)
    called = {step.action.key for step in (*found.result.steps, *found.earlier)}
    assert len(called) == len(found.result.steps) + len(found.earlier)


@pytest.mark.parametrize(("name", "scenario"), CASES)
def test_every_result_fits_the_schema(name: str, scenario: dict[str, Any]) -> None:
    """What `--json` gives of a calculator and of a case has every field, and no other."""
    assert not faults(data.result(ask(GUIDES[name], scenario["typed"], TODAY)))
    assert not faults(data.case(case.check(typed_for_case(scenario["typed"]), TODAY)))


def test_the_schema_is_one_and_refuses_what_is_no_result() -> None:
    """It is a schema of its draft, and each field that is left out or added is a fault."""
    Draft202012Validator.check_schema(SCHEMA)
    whole = data.result(ask(GUIDES["age"], scenarios()[0][1]["typed"], TODAY))
    assert not faults(whole)
    for key in whole:
        assert faults({other: value for other, value in whole.items() if other != key}), key
    assert faults({**whole, "colour": "red"})
    assert faults({**whole, "actions": [{**whole["actions"][0], "when": "soon"}]})


def test_each_fact_is_asked_once_and_every_fact_is_asked() -> None:
    """Every question of every calculator is there under one name, boxes that choose a level apart."""
    keys = [question.key for question in case.questions()]
    assert len(keys) == len(set(keys))
    for guide in GUIDES.values():
        for question in guide.questions:
            if not isinstance(question, Tick) or question.key == "danger":
                assert OTHER_NAMES.get(question.key, question.key) in keys, question.key


def test_a_change_is_told() -> None:
    """What an answer adds to the plan, and what it takes away, against the plan that was shown."""
    before = {"role": "school-lead", "age-then": "14", "level": "normal", "others": "none-known", "harm": "no"}
    found = case.check({**before, "harm": "yes"}, TODAY, before=before)
    assert "strategy-meeting" in found.new
    assert not set(found.new) & {step.action.key for step in case.check(before, TODAY).result.steps}
    assert all(action(key) for key in found.gone)
    assert case.check(before, TODAY, before=before).new == ()


def test_nothing_answered_is_a_plan() -> None:
    """A plan stands before the first answer: the lead is told, and what is not known is named."""
    found = case.check({}, TODAY)
    assert "tell-lead" in done(found.result.steps)
    assert found.answered == 0
    assert found.result.not_known
