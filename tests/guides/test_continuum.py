"""Continuum: a ticked feature counts as its level does, and every feature of the sources is there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from calculators.engine.decide import decide
from calculators.engine.rules import PLACED
from calculators.guides.continuum import GUIDE
from calculators.guides.continuum_features import FEATURES, LEVELS, SEVEN_SIGNS, SIX_SIGNS, Feature
from tests.guides.test_properties import lost

if TYPE_CHECKING:
    from calculators.engine.result import Result


def result(level: str, *ticked: str) -> Result:
    """Give what a chosen level and ticked boxes give."""
    return decide(GUIDE, GUIDE.settle({**dict.fromkeys(ticked, "yes"), "activity": "no", "level": level}))


def test_every_feature_and_every_sign_of_the_sources_is_there() -> None:
    """Five levels of 4, 4, 6, 6 and 4 features; six signs; seven signs."""
    assert Counter(feature.level for feature in FEATURES) == dict(zip(LEVELS, (4, 4, 6, 6, 4), strict=True))
    assert (len(SIX_SIGNS), len(SEVEN_SIGNS)) == (6, 7)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.box.key)
def test_a_ticked_feature_brings_the_protection_of_its_level(feature: Feature) -> None:
    """Whatever level was chosen, what protects at the level of a ticked feature stands."""
    alone = result(feature.level)
    for chosen in LEVELS:
        found = result(chosen, feature.box.key)
        rules = {rule.key for rule in found.applied}
        assert not lost(alone.steps, found.steps), chosen
        below = LEVELS.index(chosen) < LEVELS.index(feature.level)
        assert (f"check-{feature.level}" in rules) == below
        if below:
            assert found.finding
            assert found.finding.key == feature.level


def test_features_stand_highest_first() -> None:
    """With every box ticked, the remarks that say where each stands go down from violent to normal."""
    placed = result("normal", *(box.key for box in GUIDE.ticks)).remarks(PLACED)
    stands = [rule.key.removeprefix("stands-") for rule in placed if rule.key.startswith("stands-")]
    level = {feature.box.key: LEVELS.index(feature.level) for feature in FEATURES}
    assert [level[key] for key in stands] == sorted(level.values(), reverse=True)
