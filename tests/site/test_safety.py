"""The hazard log is whole, and every control that it names is proved by a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hooks.pages import safety

ROOT = Path(__file__).parents[2]
HAZARDS = safety.hazards()


def test_every_test_that_the_safety_case_names_exists() -> None:
    """A control is only as good as the test that proves it."""
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {test for hazard in HAZARDS for test in hazard.tests} <= there


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.key)
def test_each_hazard_says_all_that_a_safety_case_needs(hazard: safety.Hazard, site: Path) -> None:
    """Cause, effect, severity, control, at least one test, what is left; and the page shows it."""
    assert all((hazard.cause, hazard.effect, hazard.control, hazard.left, hazard.tests))
    html = (site / "reference/safety-case/index.html").read_text(encoding="utf-8")
    assert f'<h3 id="{hazard.key}">' in html


def test_no_risk_that_could_leave_a_child_in_danger_is_called_low() -> None:
    """A catastrophic hazard keeps at least a medium risk, however rare it is."""
    assert len({hazard.key for hazard in HAZARDS}) == len(HAZARDS) >= 10
    assert all(hazard.risk != "low" for hazard in HAZARDS if hazard.severity == "catastrophic")
