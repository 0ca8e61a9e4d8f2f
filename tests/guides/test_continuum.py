"""Continuum: a ticked feature counts as its level does, and every feature of the sources is there."""

from __future__ import annotations

from collections import Counter

import pytest

from calculators.engine.guide import STANDS, decide
from calculators.guides.continuum import FEATURES, GUIDE, LEVELS, SEVEN_SIGNS, SIX_SIGNS, Feature

NONE_TICKED = {box.key: "no" for box in GUIDE.ticks}


def lines(level: str, *ticked: str) -> list[str]:
    """The keys of the lines that a chosen level and ticked boxes give."""
    return [
        rule.key for rule in decide(GUIDE, {**NONE_TICKED, **dict.fromkeys(ticked, "yes"), "level": level}).findings
    ]


def test_every_feature_and_every_sign_of_the_sources_is_there() -> None:
    """Five levels of 4, 4, 6, 6 and 4 features; six signs; seven signs."""
    assert Counter(feature.level for feature in FEATURES) == dict(zip(LEVELS, (4, 4, 6, 6, 4), strict=True))
    assert (len(SIX_SIGNS), len(SEVEN_SIGNS)) == (6, 7)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.box.key)
def test_a_ticked_feature_brings_the_protection_of_its_level(feature: Feature) -> None:
    """Whatever level was chosen, what protects at the level of a ticked feature stands."""
    protect = {key for key in lines(feature.level) if GUIDE.rule(key).group.protects}
    for chosen in LEVELS:
        found = lines(chosen, feature.box.key)
        covered = {key for rule in found for key in GUIDE.rule(rule).covers}
        assert protect <= {*found, *covered}, chosen
        below = LEVELS.index(chosen) < LEVELS.index(feature.level)
        assert (f"check-{feature.level}" in found) == below
        assert feature.level in found or not below


def test_features_stand_highest_first() -> None:
    """With every box ticked, the lines that say where each stands go down from violent to normal."""
    ticked = lines("normal", *(box.key for box in GUIDE.ticks))
    stands = [key.removeprefix("stands-") for key in ticked if key.startswith("stands-")]
    level = {feature.box.key: LEVELS.index(feature.level) for feature in FEATURES}
    assert all(GUIDE.rule(f"stands-{key}").group is STANDS for key in stands)
    assert [level[key] for key in stands] == sorted(level.values(), reverse=True)
