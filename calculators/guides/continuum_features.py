"""The features and signs that can be ticked in Continuum, and the levels they fall under.

Nothing here chooses a level. A feature has the level under which the framework and the Leicestershire procedure list it;
the six signs and the seven signs have no level in their sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from calculators.engine.questions import Tick, tick
from calculators.guides.facts import LEVEL

if TYPE_CHECKING:
    from calculators.engine.conditions import Condition

SETTING = "Development, setting and persistence"
CONSENT = "Consent and power"
FORCE = "Intrusion, force and violence"
SIX = "Six signs of abnormal behaviour (Chaffin and others, in the HSB framework)"
SEVEN = "Seven signs that behaviour may be concerning (North East Lincolnshire)"

BOTH = ("hsbf:1.1.continuum", "llr:3.continuum")
IN_BOTH = "the framework and the Leicestershire procedure"
LEVELS = LEVEL.from_mild_to_worse
SIGNS_OF_FORCE = ("six-force", "seven-unwilling", "seven-force")


@dataclass(frozen=True)
class Feature:
    """One feature of a level: its box, its level, and where else a source places it (`also`, on the ground of `cites`)."""

    box: Tick
    level: str
    also: str = ""
    cites: tuple[str, ...] = ()


def _feature(level: str, heading: str, key: str, text: str, also: str = "", *cites: str) -> Feature:
    return Feature(tick(key, text, heading=heading), level, also, cites)


FEATURES = (
    _feature("normal", SETTING, "expected", "To be expected at this stage of development"),
    _feature("normal", SETTING, "acceptable", "Socially acceptable"),
    _feature("inappropriate", SETTING, "one-off", "One-off instances of sexually inappropriate behaviour"),
    _feature("inappropriate", SETTING, "peers-accept", "Accepted socially among the child’s peers"),
    _feature(
        "inappropriate",
        SETTING,
        "context",
        "The context it happens in may be inappropriate",
        "The framework adds that “problematic” is sometimes used of it too.",
        "hsbf:1.1.definition",
    ),
    _feature("problematic", SETTING, "concerning", "A problem, and cause for concern"),
    _feature("problematic", SETTING, "unusual", "Unusual for the child’s development, and not socially expected"),
    _feature("problematic", SETTING, "compulsive", "May be compulsive to some degree"),
    _feature("normal", CONSENT, "mutual", "Consensual, mutual and reciprocal"),
    _feature("normal", CONSENT, "decided-together", "Decided together"),
    _feature("inappropriate", CONSENT, "mostly-consensual", "On the whole consensual and reciprocal"),
    _feature("problematic", CONSENT, "consent-unclear", "It may be unclear whether there is consent"),
    _feature("problematic", CONSENT, "unequal", "Reciprocity or equal power may be missing"),
    _feature(
        "problematic",
        CONSENT,
        "no-overt-victim",
        "Victimisation is not an overt part of it",
        "The definition in the North East Lincolnshire guidance says so too.",
        "nel:definitions",
    ),
    _feature(
        "abusive",
        CONSENT,
        "power-misused",
        "Power is misused",
        "The definition in the North East Lincolnshire guidance has an imbalance of power too.",
        "nel:definitions",
    ),
    _feature(
        "abusive",
        CONSENT,
        "no-consent",
        "No informed consent, or it could not be given freely",
        "The definition in the North East Lincolnshire guidance says so too.",
        "nel:definitions",
    ),
    _feature("abusive", FORCE, "victimised", "Somebody is victimised, by intent or as the outcome"),
    _feature("abusive", FORCE, "intrusive", "Intrusive"),
    _feature(
        "abusive",
        FORCE,
        "coercion",
        "Force and coercion make the other person comply",
        "The definition in the North East Lincolnshire guidance has coercion or manipulation.",
        "nel:definitions",
    ),
    _feature("abusive", FORCE, "expressive-violence", "Expressive violence may be a part of it"),
    _feature("violent", FORCE, "highly-intrusive", "Intrusive to a high degree"),
    _feature("violent", FORCE, "physical-violence", "Sexual abuse with physical violence"),
    _feature(
        "violent", FORCE, "instrumental-violence", "Violence used instrumentally, and arousing to the child who uses it"
    ),
    _feature("violent", FORCE, "sadism", "Sadism"),
)

SIX_SIGNS = (
    tick("six-frequency", "It happens more often than development would lead you to expect", heading=SIX),
    tick("six-development", "It gets in the way of the child’s development", heading=SIX),
    tick("six-force", "Force, intimidation or coercion goes with it", heading=SIX),
    tick("six-distress", "Emotional distress goes with it", heading=SIX),
    tick("six-divergent", "The children are far apart in age or developmental ability", heading=SIX),
    tick("six-secrecy", "It keeps coming back, in secret, after carers have stepped in", heading=SIX),
)
SEVEN_SIGNS = (
    tick("seven-unwilling", "Any child is made to do something against their will", heading=SEVEN),
    tick("seven-not-typical", "It is not typical of the child’s age or stage", heading=SEVEN),
    tick("seven-knowledge", "A child knows more about sex than age or stage would lead you to expect", heading=SEVEN),
    tick(
        "seven-difference",
        "The children differ significantly in age or stage: one may have been unable to consent, or power unequal",
        heading=SEVEN,
    ),
    tick(
        "seven-frequency",
        "It happens more often than expected at that age or stage, or is compulsive, persistent or growing more serious",
        heading=SEVEN,
    ),
    tick(
        "seven-force", "Force, aggression, bribery, coercion or trickery goes with it or came before it", heading=SEVEN
    ),
    tick(
        "seven-distress",
        "It distresses any child, or affects school, getting on with others, physical well-being or other parts of life",
        heading=SEVEN,
    ),
)
BOXES = {box.key: box for box in (*(feature.box for feature in FEATURES), *SIX_SIGNS, *SEVEN_SIGNS)}
FORCE_SIGNS = tuple(BOXES[key] for key in SIGNS_OF_FORCE)


def any_of(*boxes: Tick) -> Condition:
    """Want at least one of these boxes ticked."""
    return reduce(or_, (box.among("yes") for box in boxes))


def boxes(*keys: str) -> tuple[Tick, ...]:
    """Give the boxes of these keys."""
    return tuple(BOXES[key] for key in keys)


def features(*levels: str) -> tuple[Tick, ...]:
    """Give the boxes of the features of these levels."""
    return tuple(feature.box for feature in FEATURES if feature.level in levels)


def from_level(level: str) -> Condition:
    """Want this level or a higher one: chosen, or not known, or that of a ticked feature.

    The signs have no level in their sources. Each of them is something other than normal behaviour; those that
    name force or coercion name what is listed under abusive.
    """
    levels = LEVELS[LEVELS.index(level) :]
    signs = {"inappropriate": (*SIX_SIGNS, *SEVEN_SIGNS), "problematic": FORCE_SIGNS, "abusive": FORCE_SIGNS}
    return LEVEL.among(*levels) | LEVEL.unknown | any_of(*features(*levels), *signs.get(level, ()))


def at_level(level: str) -> Condition:
    """Want this level chosen, or one of its features ticked where a lower level was chosen, or none."""
    upto = LEVEL.among(*LEVELS[: LEVELS.index(level) + 1]) | LEVEL.unknown
    return upto & (LEVEL.among(level) | any_of(*features(level)))
