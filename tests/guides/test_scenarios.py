"""Each fictional case of docs/scenarios/ has the answer that it says."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.actions.register import actions
from calculators.engine.ages import LaterAge
from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from calculators.output import words
from tests.support.space import done

FOLDER = Path(__file__).parents[2] / "docs" / "scenarios"
TODAY = date(2026, 11, 22)


def scenarios() -> list[tuple[str, dict[str, Any]]]:
    """Every scenario with the guide it is for."""
    return [
        (path.stem, scenario)
        for path in sorted(FOLDER.glob("*.toml"))
        for scenario in tomllib.loads(path.read_text(encoding="utf-8"))["scenario"]
    ]


@pytest.mark.parametrize(
    ("name", "scenario"), [pytest.param(*case, id=f"{case[0]}: {case[1]['title']}") for case in scenarios()]
)
def test_scenario(name: str, scenario: dict[str, Any]) -> None:
    """The case has the heading it names, does the actions it names and none of those it names as absent."""
    result = ask(GUIDES[name], scenario["typed"], TODAY)
    does = set(done(result.steps))
    applied = {rule.key for rule in result.applied}
    named = {*scenario["does"], *scenario.get("does_not", ())}
    assert named <= set(actions()), "the scenario names an action that is not there"
    assert words.heading(result) == scenario["heading"]
    assert set(scenario["does"]) <= does
    assert not set(scenario.get("does_not", ())) & does
    assert set(scenario.get("says", ())) <= applied


@pytest.mark.parametrize("name", GUIDES)
def test_scenarios_give_each_answer_and_show_each_rule(name: str) -> None:
    """Across its scenarios a calculator meets every age, every answer, every "not known" and every rule."""
    guide = GUIDES[name]
    results = [ask(guide, scenario["typed"], TODAY) for of, scenario in scenarios() if of == name]
    assert len(results) >= 5
    for question in guide.questions:
        if question.for_display or isinstance(question, LaterAge):
            continue
        given = {result.answers.get(question.key) for result in results}
        assert not set(question.keys) - given, question.key
    shown = {rule.key for result in results for rule in result.applied}
    assert shown == {rule.key for rule in guide.rules}
