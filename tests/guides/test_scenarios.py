"""Each fictional case of docs/scenarios/ has the answer that it says."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES

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
    """The case shows the lines it names and hides those it names."""
    guide = GUIDES[name]
    lines = {finding.key for finding in ask(guide, scenario["typed"], TODAY).findings}
    named = {*scenario["shows"], *scenario["hides"]}
    assert named <= {rule.key for rule in guide.rules}, "the scenario names a rule that is not there"
    assert set(scenario["shows"]) <= lines
    assert not set(scenario["hides"]) & lines


@pytest.mark.parametrize("name", GUIDES)
def test_scenarios_give_each_answer_and_show_each_rule(name: str) -> None:
    """Across its scenarios a guide meets every age line, every answer and every "not known"."""
    guide = GUIDES[name]
    results = [ask(guide, scenario["typed"], TODAY) for of, scenario in scenarios() if of == name]
    assert len(results) >= 5
    for question in guide.questions:
        given = {result.answers.get(question.key) for result in results}
        assert not set(question.keys) - given, question.key
    shown = {finding.key for result in results for finding in result.findings}
    assert shown == {rule.key for rule in guide.rules}
