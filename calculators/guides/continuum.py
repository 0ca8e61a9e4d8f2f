"""Continuum: the features that were seen, the levels they fall under, and what the chosen level leads to.

The practitioner ticks features and chooses the level; nothing here chooses one. Where a ticked feature falls
under a higher level than the one chosen, what the higher level leads to holds too, until somebody has assessed it.
"""

from __future__ import annotations

from dataclasses import replace

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import ASSESS, differs, says, step
from calculators.guides.continuum_checks import CHECKS, PLACEMENTS
from calculators.guides.continuum_features import BOTH, BOXES, LEVELS, any_of, at_level, features, from_level
from calculators.guides.facts import ACTIVITY, LEVEL, ROLE
from calculators.guides.level import indicated
from calculators.guides.standing import ALWAYS

SPECIALIST = "the level from which there is a specialist assessment"
TOOK_PLACE = ACTIVITY.among("yes") | ACTIVITY.unknown

# Normal behaviour, with no sign that it may be anything else, is recorded and watched; nobody has to be told at once.
STANDING = tuple(
    replace(rule, when=from_level("inappropriate") | TOOK_PLACE) if rule.key == "tell-the-lead" else rule
    for rule in ALWAYS
)

STEPS = (
    step(
        "under-13",
        "child-protection-referral",
        because="A child under 13 cannot consent in law to any sexual activity, whatever level is chosen.",
        when=TOOK_PLACE,
        cites="llr:3.under-13",
        only_if="",
    ),
    step(
        "child-protection",
        "talk-social-care",
        because="Behaviour outside normal development is viewed in a child protection context, and may be a sign of abuse.",
        when=from_level("inappropriate"),
        cites=("hsbf:2.1.identification", "ng55:1.2.4", "llr:8"),
    ),
    step(
        "harmful",
        "refer",
        because="Behaviour at this level is harmful sexual behaviour.",
        when=from_level("problematic"),
        cites=("llr:8", "llr:14", "hsbf:1.1.definition"),
    ),
    step(
        "protect",
        "protect-harmed",
        "strategy-meeting",
        because="Abusive or violent behaviour harms somebody, and more may be likely to be harmed.",
        when=from_level("abusive"),
        cites=("llr:1", "llr:9", "hsbf:3.1.continuum"),
    ),
    step(
        "police",
        "report-to-police",
        because="Abusive or violent behaviour may be a crime for the police to investigate.",
        when=from_level("abusive"),
        cites=("nel:front-door", "nel:police", "llr:9"),
    ),
    step(
        "specialist",
        "find-specialist-service",
        because="Abusive or violent behaviour is likely to need a specific assessment of risk and need.",
        when=from_level("abusive"),
        cites=("hsbf:3.1.approaches", "hsbf:3.3", "ng55:1.4.1", "llr:1"),
    ),
    step(
        "specialist-12-to-18",
        "specialist-assessment",
        because="From problematic up, the Leicestershire procedure says that this assessment should be carried out.",
        when=from_level("problematic"),
        cites="llr:2",
        only_if="the child is 12 to 18",
    ),
    step(
        "early-help",
        "early-help-assessment",
        because="Inappropriate behaviour should lead to an early help assessment, and problematic behaviour may too.",
        when=(LEVEL.among("normal", "inappropriate", "problematic") | LEVEL.unknown)
        & (
            LEVEL.among("inappropriate", "problematic")
            | LEVEL.unknown
            | any_of(*features("inappropriate", "problematic"))
        ),
        cites=("ng55:1.3.1", "llr:14", "hsbf:3.1.continuum", "hsbf:3.3"),
    ),
    step(
        "tell-the-unit",
        "tell-safeguarding-unit",
        because="In Leicestershire the safeguarding unit offers consultation and overview.",
        when=from_level("inappropriate"),
        cites="llr:8",
    ),
    step(
        "teach",
        "teach",
        because="An early response to behaviour at the lower end can stop a pattern before it begins.",
        when=LEVEL.among("normal", "inappropriate"),
        cites="nel:early-help",
        only_if="it happened in the wrong place or at the wrong time",
    ),
)

REMARKS = (
    says(
        "level-not-known",
        "No level is settled. Look at every feature again in the light of age and stage of development. Until a level is "
        "settled, act as if the behaviour may be violent.",
        when=LEVEL.unknown,
        cites=("llr:3.continuum", "hsbf:1.3"),
        headline="No level is settled. Until one is, act as if the behaviour may be abusive or violent.",
    ),
    says(
        "act-on-the-highest",
        "Act on the highest level, that of any feature ticked or the one chosen, until it has been assessed. This is this "
        "site’s own rule. No source says what to do where features of several levels are seen.",
        cites=("llr:3.continuum", "hsbf:3.3"),
    ),
    says(
        "not-ticked",
        "A box left empty does not mean that the feature is absent, and boxes are not added up. This is this site’s own rule. "
        "Placing behaviour on the continuum is complex.",
        cites=("llr:3.continuum", "hsbf:2.1.early"),
    ),
    says(
        "least-intrusive",
        "Respond to the impact of the behaviour, the needs and the risk, with the least intrusive response that deals with it "
        "effectively. That is no reason to wait.",
        cites=("hsbf:1.3", "nel:child-protection", "llr:1"),
    ),
    says(
        "if-necessary",
        "NICE names three places to refer harmful sexual behaviour to, if necessary: specialist services for it, child protection "
        "and criminal justice.",
        when=from_level("problematic"),
        cites=("ng55:1.3.9", "llr:14"),
    ),
    says(
        "at-home",
        "A child whose behaviour is inappropriate or problematic can usually be looked after in the family, with family "
        "support and parental guidance. That holds as far as other children and the child are safe there.",
        when=LEVEL.among("normal", "inappropriate", "problematic")
        & (LEVEL.among("inappropriate", "problematic") | any_of(*features("inappropriate", "problematic"))),
        cites=("hsbf:2.1.care", "nel:care"),
    ),
    says(
        "placement",
        "At abusive or violent a foster or residential placement is sometimes necessary. Do not assume one. A child should stay "
        "with family and community as far as the safety of those harmed, of other children and of the child allows.",
        when=from_level("abusive"),
        cites=("hsbf:2.1.care", "nel:care"),
    ),
    says(
        "tiers",
        "The framework has five tiers of service: frontline support (A), community teams (B), regional specialists (C), "
        "therapeutic residential (D) and secure (E). Only B is tied to levels, problematic and abusive. Take the tier from need "
        "and risk, not from the level.",
        when=from_level("inappropriate"),
        cites="hsbf:1.1.responses",
    ),
    *(indicated(level, at_level(level)) for level in reversed(LEVELS)),
    says(
        "tools",
        "Choose a tool by the child’s stage of development and gender. The Assessment calculator says which there are. Models "
        "made for adolescents are not for younger children. Only people trained in the Brook tool may use it.",
        when=from_level("inappropriate"),
        cites=("nel:tools", "hsbf:3.3", "ng55:1.4.4"),
        part=ASSESS,
    ),
    differs(
        "specialist-llr",
        "The Leicestershire procedure says that an AIM2 (now AIM3) assessment should be carried out at 12 to 18, from "
        "problematic to violent.",
        topic=SPECIALIST,
        when=from_level("problematic"),
        cites="llr:2",
        strictest=True,
    ),
    differs(
        "specialist-framework",
        "The framework has specialist tools at abusive and violent. Its text does not place problematic.",
        topic=SPECIALIST,
        when=from_level("problematic"),
        cites=("hsbf:3.1.approaches", "hsbf:3.3", "hsbf:3.1.continuum"),
    ),
    differs(
        "specialist-nel",
        "North East Lincolnshire goes by significant harm done or likely at 12 to 18, and not by level.",
        topic=SPECIALIST,
        when=from_level("problematic"),
        cites="nel:panel-referral",
    ),
)

GUIDE = Guide(
    key="continuum",
    title="Continuum",
    purpose="The levels under which the features you saw fall, and what the level you choose leads to.",
    questions=(ROLE, ACTIVITY, *BOXES.values(), LEVEL),
    rules=(*CHECKS, *STEPS, *PLACEMENTS, *REMARKS, *STANDING),
    judgement=(
        Judgement("Which level fits, in the light of age, stage of development and context.", ("llr:3.continuum",)),
        Judgement("What counts as expressive or instrumental violence. Neither source says.", BOTH),
        Judgement("How wide a difference in age or ability is too wide.", ("hsbf:1.1.continuum", "nel:concerning")),
        Judgement("Which of the least intrusive responses would be effective.", ("hsbf:1.3",)),
    ),
)
