"""Continuum: the features that were seen, the levels they stand under, and what the chosen level leads to.

The practitioner ticks features and chooses the level; nothing here chooses one. Where a ticked feature stands
under a higher level than the one chosen, the lines of the higher level stand too, until somebody has assessed it.
"""

from __future__ import annotations

from dataclasses import dataclass

from calculators.actions.people import EVERY_AGENCY, LEAD, SOCIAL_CARE, SOCIAL_CARE_AND_POLICE, YOU
from calculators.engine.guide import (
    ASSESS,
    AVOID,
    CHECK,
    FIND_OUT,
    NEXT,
    NOT_KNOWN,
    SAYS,
    STANDS,
    TODAY,
    Condition,
    Guide,
    LeftToPeople,
    Rule,
    Tick,
    either,
    tick,
)
from calculators.guides.always import ALWAYS
from calculators.guides.level import LEVEL, indicated

SETTING = "Development, setting and persistence"
CONSENT = "Consent and power"
FORCE = "Intrusion, force and violence"
SIX = "Six signs of abnormal behaviour (Chaffin and others, in the HSB framework)"
SEVEN = "Seven signs that behaviour may be concerning (North East Lincolnshire)"

BOTH = ("hsbf:1.1.continuum", "llr:3.continuum")
IN_BOTH = "HSB framework and LLR procedure"
LEVELS = LEVEL.from_mild_to_worse


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
        "The NEL guidance’s definition says so too.",
        "nel:definitions",
    ),
    _feature(
        "abusive",
        CONSENT,
        "power-misused",
        "Power is misused",
        "The NEL guidance’s definition has an imbalance of power too.",
        "nel:definitions",
    ),
    _feature(
        "abusive",
        CONSENT,
        "no-consent",
        "No informed consent, or it could not be given freely",
        "The NEL guidance’s definition says so too.",
        "nel:definitions",
    ),
    _feature("abusive", FORCE, "victimised", "Somebody is victimised, by intent or as the outcome"),
    _feature("abusive", FORCE, "intrusive", "Intrusive"),
    _feature(
        "abusive",
        FORCE,
        "coercion",
        "Force and coercion make the other person comply",
        "The NEL guidance’s definition has coercion or manipulation.",
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
FORCE_SIGNS = tuple(BOXES[key] for key in ("six-force", "seven-unwilling", "seven-force"))


def _any(words: str, *boxes: Tick) -> Condition:
    """Want at least one of these boxes ticked."""
    return either(words, *(box.among("yes") for box in boxes))


def _boxes(*keys: str) -> tuple[Tick, ...]:
    return tuple(BOXES[key] for key in keys)


def _features(*levels: str) -> tuple[Tick, ...]:
    return tuple(feature.box for feature in FEATURES if feature.level in levels)


def _from(level: str) -> Condition:
    """Want this level or a higher one: chosen, or not known, or standing beside a ticked feature.

    The signs have no level in their sources. Each of them is something other than normal behaviour; those that
    name force or coercion name what stands under abusive.
    """
    levels = LEVELS[LEVELS.index(level) :]
    signs = {"inappropriate": (*SIX_SIGNS, *SEVEN_SIGNS), "problematic": FORCE_SIGNS, "abusive": FORCE_SIGNS}
    named = {"inappropriate": ", or a sign", "problematic": ", or a sign of force", "abusive": ", or a sign of force"}
    words = f"Level or a ticked feature: {level} or higher{named.get(level, '')}, or level not known"
    boxes = (*_features(*levels), *signs.get(level, ()))
    return either(words, LEVEL.may_be(*levels), *(box.among("yes") for box in boxes))


def _at(level: str) -> tuple[Condition, Condition]:
    """Want this level chosen, or one of its features ticked where a lower level was chosen, or none."""
    upto = LEVEL.among(*LEVELS[: LEVELS.index(level) + 1], NOT_KNOWN)
    here = LEVEL.among(level)
    features = (box.among("yes") for box in _features(level))
    return upto, either(f"Level or a ticked feature: {level}", here, *features)


def _stands(feature: Feature) -> Rule:
    """Say under which level a ticked feature stands in each source."""
    text = f"{feature.level.capitalize()} ({IN_BOTH}): {feature.box.text[:1].lower()}{feature.box.text[1:]}. {feature.also}"
    return Rule(
        f"stands-{feature.box.key}",
        cites=(*BOTH, *feature.cites),
        when=(feature.box.among("yes"),),
        group=STANDS,
        then=text.strip(),
    )


def _above(level: str) -> Rule:
    """Say that a ticked feature stands above the chosen level."""
    return Rule(
        f"check-{level}",
        cites=BOTH,
        when=(LEVEL.among(*LEVELS[: LEVELS.index(level)]), _any(f"A feature of {level}: ticked", *_features(level))),
        group=CHECK,
        then=f"You ticked a feature of “{level}” and chose a lower level. Look again with your safeguarding lead. Until it has been assessed, act as for {level} (this site’s rule).",
    )


CHECKS = (
    *(_above(level) for level in reversed(LEVELS[1:])),
    Rule(
        "check-force",
        cites=("hsbf:1.1.continuum", "nel:concerning", "llr:3.continuum"),
        when=(LEVEL.among(*LEVELS[:3]), _any("A sign that names force or an unwilling child: ticked", *FORCE_SIGNS)),
        group=CHECK,
        then="You ticked a sign that names force, or a child made to take part, and chose a level below abusive. The signs have no level of their own; force, coercion and lack of consent stand under abusive. Until it has been assessed, act as for abusive (this site’s rule).",
    ),
    Rule(
        "check-six-signs",
        cites=("hsbf:1.1.continuum",),
        when=(LEVEL.among("normal"), _any("One of the six signs: ticked", *SIX_SIGNS)),
        group=CHECK,
        then="You chose normal and ticked one of the six signs by which behaviour should be considered abnormal, as their authors suggest. Until it has been assessed, do not treat it as normal.",
    ),
    Rule(
        "check-seven-signs",
        cites=("nel:concerning",),
        when=(LEVEL.among("normal"), _any("One of the seven signs: ticked", *SEVEN_SIGNS)),
        group=CHECK,
        then="You chose normal and ticked one of the seven signs by which behaviour may be concerning. Until it has been assessed, do not treat it as normal.",
    ),
    Rule(
        "check-consent",
        cites=("llr:3.continuum", "hsbf:1.1.continuum", "nel:concerning"),
        when=(
            _any("Something consensual: ticked", *_boxes("mutual", "decided-together", "mostly-consensual")),
            _any("Force or no free consent: ticked", *_boxes("no-consent", "coercion"), *FORCE_SIGNS),
        ),
        group=CHECK,
        then="You ticked that it was consensual, and that there was force or no free consent. Act on the second until it has been assessed.",
    ),
    Rule(
        "check-victim",
        cites=BOTH,
        when=(BOXES["no-overt-victim"].among("yes"), BOXES["victimised"].among("yes")),
        group=CHECK,
        then="You ticked that victimisation is not overt, and that somebody is victimised. Act on the second until it has been assessed.",
    ),
    Rule(
        "check-one-off",
        cites=("llr:3.continuum", "hsbf:1.1.continuum", "nel:concerning"),
        when=(
            BOXES["one-off"].among("yes"),
            _any("Something repeated: ticked", *_boxes("six-frequency", "six-secrecy", "seven-frequency")),
        ),
        group=CHECK,
        then="You ticked that it was a one-off, and that it happens often, goes on or comes back. Act on the second until it has been assessed.",
    ),
    Rule(
        "check-development",
        cites=("llr:3.continuum", "hsbf:1.1.continuum", "nel:concerning"),
        when=(
            BOXES["expected"].among("yes"),
            _any("Not expected at this stage: ticked", *_boxes("unusual", "seven-not-typical")),
        ),
        group=CHECK,
        then="You ticked that it is to be expected at this stage of development, and that it is not. Act on the second until it has been assessed.",
    ),
)

STEPS = (
    Rule(
        "act-on-the-highest",
        cites=("llr:3.continuum", "hsbf:3.3"),
        always=True,
        group=TODAY,
        who=YOU,
        then="Act on the highest level: that of any feature ticked, or the one chosen where that is higher, until it has been assessed (this site’s rule; no source says what to do with mixed features).",
    ),
    Rule(
        "under-13",
        cites=("llr:3.under-13",),
        always=True,
        group=TODAY,
        who=LEAD,
        then="A child under 13 cannot consent in law to any sexual activity, whatever is ticked or chosen here. If one was involved, make a child protection referral: the LLR procedure requires it in every such case.",
    ),
    Rule(
        "child-protection",
        cites=("hsbf:2.1.identification", "llr:8"),
        when=(_from("inappropriate"),),
        group=TODAY,
        who=LEAD,
        contact="front-door",
        then="Contact children’s social care, to assess and to advise on specialist help: behaviour outside normal development should be viewed within child protection. Say which features were seen and which are not known. It may be a sign that the child has been abused.",
    ),
    Rule(
        "harmful",
        cites=("ng55:1.3.9", "llr:8", "llr:14", "hsbf:1.1.definition"),
        when=(_from("problematic"),),
        group=TODAY,
        who=LEAD,
        contact="front-door",
        then="Refer to children’s social care: the LLR procedure asks it of anyone who is worried. Where harmful sexual behaviour is displayed (problematic or abusive, in the HSB framework), NICE NG55 asks for referral to harmful sexual behaviour services, child protection and criminal justice, if necessary.",
    ),
    Rule(
        "protect",
        cites=("llr:1", "llr:9", "hsbf:3.1.continuum"),
        when=(_from("abusive"),),
        group=TODAY,
        who=SOCIAL_CARE_AND_POLICE,
        contact="police",
        then="Protect those harmed and those likely to be. Convene a strategy meeting where there is reasonable cause to suspect that either child is suffering significant harm or is likely to.",
    ),
    Rule(
        "specialist",
        cites=("hsbf:3.1.approaches", "hsbf:3.3", "ng55:1.4.1", "llr:1"),
        when=(_from("abusive"),),
        group=NEXT,
        who=SOCIAL_CARE,
        contact="hsb-service",
        covers=("early-help",),
        then="At abusive or violent a specific assessment of risk and need is likely to be required, from a service with the skills for it. It stands beside a wider assessment of need. Protection does not wait for it.",
    ),
    Rule(
        "early-help",
        cites=("ng55:1.3.1", "llr:14", "hsbf:3.1.continuum", "hsbf:3.3"),
        when=(
            LEVEL.among("normal", "inappropriate", "problematic", NOT_KNOWN),
            either(
                "Level or a ticked feature: inappropriate or problematic, or level not known",
                LEVEL.may_be("inappropriate", "problematic"),
                *(box.among("yes") for box in _features("inappropriate", "problematic")),
            ),
        ),
        group=NEXT,
        who=SOCIAL_CARE,
        contact="early-help",
        then="NICE NG55: refer a child whose behaviour is inappropriate for an early help assessment, in line with local thresholds (the LLR procedure: consider it). The framework’s table has one at problematic too. Look at the child, not the behaviour alone.",
    ),
    Rule(
        "tell-the-unit",
        cites=("llr:8",),
        when=(_from("inappropriate"),),
        group=NEXT,
        who=SOCIAL_CARE,
        contact="safeguarding-unit",
        then="In LLR, tell the safeguarding unit of any child whose assessment indicates inappropriate, problematic, abusive or violent behaviour (early help tells it too). The unit consults.",
    ),
    Rule(
        "least-intrusive",
        cites=("hsbf:1.3", "nel:child-protection", "llr:1"),
        always=True,
        group=NEXT,
        who=EVERY_AGENCY,
        then="Respond to the impact of the behaviour and to the needs and risk, with the least intrusive response that deals with it effectively. That is no reason to wait.",
    ),
    Rule(
        "level-not-known",
        cites=("llr:3.continuum", "hsbf:1.3"),
        when=(LEVEL.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="No level is settled. Look at every feature again in the light of age and stage of development; until a level is settled, act as if it were violent.",
    ),
    Rule(
        "not-ticked",
        cites=("llr:3.continuum", "hsbf:2.1.early"),
        always=True,
        group=AVOID,
        then="Do not read an empty box as “absent”, and do not add boxes up: a feature that nobody ticked may still be there (this site’s rule). Placing behaviour on the continuum is complex.",
    ),
)

CROSSWALK = (
    *(indicated(level, *_at(level)) for level in LEVELS),
    Rule(
        "tools",
        cites=("nel:tools", "hsbf:3.3", "ng55:1.4.4"),
        when=(_from("inappropriate"),),
        group=ASSESS,
        then="Which tool suits goes by the child’s stage of development and gender: see the assessment calculator. Models made for adolescents are not for younger children. Only people who took its training may use the Brook tool.",
    ),
    Rule(
        "specialist-llr",
        cites=("llr:2",),
        when=(_from("problematic"),),
        group=ASSESS,
        differs="the level from which there is a specialist assessment",
        strictest=True,
        then="The LLR procedure: at 12 to 18, an AIM2 (now AIM3) assessment should be carried out, from problematic to violent.",
    ),
    Rule(
        "specialist-framework",
        cites=("hsbf:3.1.approaches", "hsbf:3.3", "hsbf:3.1.continuum"),
        when=(_from("problematic"),),
        group=ASSESS,
        differs="the level from which there is a specialist assessment",
        then="The HSB framework: specialist tools at abusive and violent; its text does not place problematic.",
    ),
    Rule(
        "specialist-nel",
        cites=("nel:panel-referral",),
        when=(_from("problematic"),),
        group=ASSESS,
        differs="the level from which there is a specialist assessment",
        then="North East Lincolnshire: at 12 to 18, by significant harm done or likely, not by level.",
    ),
    Rule(
        "at-home",
        cites=("hsbf:2.1.care", "nel:care"),
        when=(
            LEVEL.among("normal", "inappropriate", "problematic"),
            either(
                "Level or a ticked feature: inappropriate or problematic",
                LEVEL.among("inappropriate", "problematic"),
                *(box.among("yes") for box in _features("inappropriate", "problematic")),
            ),
        ),
        group=SAYS,
        then="Inappropriate or problematic: a child can usually be looked after in the family, with family support and parental guidance, as far as other children and the child are safe there.",
    ),
    Rule(
        "placement",
        cites=("hsbf:2.1.care", "nel:care"),
        when=(_from("abusive"),),
        group=SAYS,
        then="Abusive or violent: a foster or residential placement is sometimes necessary. Do not assume one: a child should stay with family and community as far as the safety of those harmed, of other children and of the child allows.",
    ),
    Rule(
        "tiers",
        cites=("hsbf:1.1.responses",),
        when=(_from("inappropriate"),),
        group=SAYS,
        then="The framework’s tiers of service: A frontline support, B community teams, C regional specialists, D therapeutic residential, E secure. Only B is tied to levels (problematic and abusive). Take the tier from need and risk, not from the level.",
    ),
    Rule(
        "six-signs",
        cites=("hsbf:1.1.continuum",),
        when=(_any("One of the six signs: ticked", *SIX_SIGNS),),
        group=STANDS,
        then="One of the six signs or more: their authors suggest that a child’s sexual behaviour should then be considered abnormal. They have no level.",
    ),
    Rule(
        "seven-signs",
        cites=("nel:concerning",),
        when=(_any("One of the seven signs: ticked", *SEVEN_SIGNS),),
        group=STANDS,
        then="One of the seven signs or more: the behaviour may be concerning. They have no level.",
    ),
)

HIGHEST_FIRST = sorted(FEATURES, key=lambda feature: LEVELS.index(feature.level), reverse=True)
RULES = (*CHECKS, *STEPS, *(_stands(feature) for feature in HIGHEST_FIRST), *CROSSWALK, *ALWAYS)

GUIDE = Guide(
    key="continuum",
    title="Continuum",
    purpose="The levels under which the features you saw stand, and what the level you choose leads to.",
    questions=(*BOXES.values(), LEVEL),
    rules=RULES,
    left_to_people=(
        LeftToPeople("Which level fits, in the light of age, stage of development and context.", ("llr:3.continuum",)),
        LeftToPeople(
            "What counts as expressive or instrumental violence: neither source says.",
            BOTH,
        ),
        LeftToPeople("How wide a difference in age or ability is too wide.", ("hsbf:1.1.continuum", "nel:concerning")),
        LeftToPeople("Which of the least intrusive responses would be effective.", ("hsbf:1.3",)),
    ),
)
