"""Continuum, the second part: ticks that do not fit the chosen level or one another, and where each feature falls."""

from __future__ import annotations

from calculators.engine.rules import PLACED, Rule, check, says
from calculators.guides.continuum_features import (
    BOTH,
    BOXES,
    FEATURES,
    FORCE_SIGNS,
    IN_BOTH,
    LEVELS,
    SEVEN_SIGNS,
    SIX_SIGNS,
    Feature,
    any_of,
    boxes,
    features,
)
from calculators.guides.facts import LEVEL

CALLED_FOR = {
    "inappropriate": ("talk-social-care",),
    "problematic": ("refer",),
    "abusive": ("refer", "protect-harmed"),
    "violent": ("refer", "protect-harmed"),
}


def _above(level: str) -> Rule:
    """Say that a ticked feature is of a higher level than the one chosen."""
    return check(
        f"check-{level}",
        f"You ticked a feature of “{level}” and chose a lower level. Look again with your safeguarding lead. Until it has been "
        f"assessed, act as if the level was {level}. This is this site’s own rule.",
        *CALLED_FOR[level],
        when=LEVEL.among(*LEVELS[: LEVELS.index(level)]) & any_of(*features(level)),
        cites=BOTH,
    )


def _falls(feature: Feature) -> Rule:
    """Say under which level a ticked feature falls in each source."""
    text = f"{feature.level.capitalize()}, in {IN_BOTH}: {feature.box.text[:1].lower()}{feature.box.text[1:]}. {feature.also}"
    return says(
        f"stands-{feature.box.key}",
        text.strip(),
        when=feature.box.among("yes"),
        cites=(*BOTH, *feature.cites),
        part=PLACED,
    )


CHECKS = (
    *(_above(level) for level in reversed(LEVELS[1:])),
    check(
        "check-force",
        "You ticked a sign that names force, or a child made to take part, and chose a level below abusive. The signs have no "
        "level of their own, but force, coercion and lack of consent are listed under abusive. Until it has been assessed, act "
        "as if the level was abusive. This is this site’s own rule.",
        "refer",
        "protect-harmed",
        when=LEVEL.among(*LEVELS[:3]) & any_of(*FORCE_SIGNS),
        cites=("hsbf:1.1.continuum", "nel:concerning", "llr:3.continuum"),
    ),
    check(
        "check-six-signs",
        "You chose normal and ticked one of the six signs. Their authors suggest that behaviour with any of them should be "
        "considered abnormal. Until it has been assessed, do not treat it as normal.",
        "talk-social-care",
        when=LEVEL.among("normal") & any_of(*SIX_SIGNS),
        cites="hsbf:1.1.continuum",
    ),
    check(
        "check-seven-signs",
        "You chose normal and ticked one of the seven signs that behaviour may be concerning. Until it has been assessed, do "
        "not treat it as normal.",
        "talk-social-care",
        when=LEVEL.among("normal") & any_of(*SEVEN_SIGNS),
        cites="nel:concerning",
    ),
    check(
        "check-consent",
        "You ticked that it was consensual, and that there was force or no free consent. Act on the second until it has been "
        "assessed.",
        "refer",
        when=any_of(*boxes("mutual", "decided-together", "mostly-consensual"))
        & any_of(*boxes("no-consent", "coercion"), *FORCE_SIGNS),
        cites=("llr:3.continuum", "hsbf:1.1.continuum", "nel:concerning"),
    ),
    check(
        "check-victim",
        "You ticked that nobody is openly victimised, and that somebody is victimised. Act on the second until it has been "
        "assessed.",
        "refer",
        when=BOXES["no-overt-victim"].among("yes") & BOXES["victimised"].among("yes"),
        cites=BOTH,
    ),
    check(
        "check-one-off",
        "You ticked that it was a one-off, and that it happens often, goes on or comes back. Act on the second until it has "
        "been assessed.",
        "talk-social-care",
        when=BOXES["one-off"].among("yes") & any_of(*boxes("six-frequency", "six-secrecy", "seven-frequency")),
        cites=("llr:3.continuum", "hsbf:1.1.continuum", "nel:concerning"),
    ),
    check(
        "check-development",
        "You ticked that it is to be expected at this stage of development, and that it is not. Act on the second until it has "
        "been assessed.",
        "talk-social-care",
        when=BOXES["expected"].among("yes") & any_of(*boxes("unusual", "seven-not-typical")),
        cites=("llr:3.continuum", "hsbf:1.1.continuum", "nel:concerning"),
    ),
)

PLACEMENTS = (
    *(_falls(feature) for feature in sorted(FEATURES, key=lambda one: LEVELS.index(one.level), reverse=True)),
    says(
        "six-signs",
        "One or more of the six signs is ticked. Their authors suggest that a child’s sexual behaviour should then be "
        "considered abnormal. The signs have no level.",
        when=any_of(*SIX_SIGNS),
        cites="hsbf:1.1.continuum",
        part=PLACED,
    ),
    says(
        "seven-signs",
        "One or more of the seven signs is ticked, so the behaviour may be concerning. The signs have no level.",
        when=any_of(*SEVEN_SIGNS),
        cites="nel:concerning",
        part=PLACED,
    ),
)
