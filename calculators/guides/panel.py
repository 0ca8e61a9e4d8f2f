"""Specialist panel: whether a referral can be made, by whom and with what, and what goes on beside it.

One area's panel is known, North East Lincolnshire's; its ages come from the area's file. Elsewhere the result says what
the area's own procedure has, or whom to ask.
"""

from __future__ import annotations

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import avoid, says
from calculators.guides.area import ANOTHER, AREA, LLR
from calculators.guides.panel_questions import (
    AGE,
    CONSENT,
    DENIED,
    HARM,
    HARM_LIKELY,
    HAS_PANEL,
    INVESTIGATION,
    LAST_AGE,
    OF_AGE,
    PLAN,
    QUESTIONS,
    REFERRER,
    TOO_YOUNG,
)
from calculators.guides.panel_steps import AGES, NO_REFERRER, STEPS
from calculators.guides.standing import ALWAYS

FINDINGS = (
    says(
        "criteria-met",
        "Your answers meet the criteria that the North East Lincolnshire guidance names. The panel decides.",
        when=AREA.among("north-east-lincolnshire")
        & OF_AGE
        & HARM.among("yes")
        & REFERRER.among("yes")
        & PLAN.among("yes")
        & CONSENT.among("yes"),
        cites="nel:panel-referral",
        headline="A referral to the panel can be made: send your assessment to the chair.",
    ),
    says(
        "finding-too-young",
        f"The panel takes children of {AGES} for specialist assessment. It may give consultation or guidance for a younger child.",
        when=AREA.among("north-east-lincolnshire") & TOO_YOUNG,
        cites="nel:panel-referral",
        headline="The child is too young for the panel’s assessment: ask its chair for consultation.",
    ),
    says(
        "finding-adult",
        f"The panel takes “{AGES}”, and the North East Lincolnshire guidance is for those not yet 18.",
        when=AREA.among("north-east-lincolnshire") & AGE.at_least(LAST_AGE + 1),
        cites=("nel:panel-referral", "nel:scope"),
        headline="Ask the panel’s chair whether it takes somebody of this age.",
    ),
    says(
        "finding-no-harm",
        "Without significant harm, done or likely, the criteria of the North East Lincolnshire panel are not met.",
        when=AREA.among("north-east-lincolnshire")
        & OF_AGE
        & HARM.among("no")
        & (INVESTIGATION.among("none", "ongoing") | INVESTIGATION.unknown),
        cites="nel:panel-referral",
        headline="The panel’s criteria are not met: consider early help.",
    ),
    says(
        "finding-harm-in-doubt",
        "A charge or prosecution is likely, and the answer on harm does not fit that.",
        when=AREA.among("north-east-lincolnshire") & OF_AGE & HARM.among("no") & INVESTIGATION.among("charge-likely"),
        cites=("nel:panel-referral", "nel:police"),
        headline="Look at the harm again before you decide about the panel: a charge is likely.",
    ),
    says(
        "finding-missing",
        "Children’s services or the youth justice service refer, with an assessment and with the consent of child and parent or carer.",
        when=AREA.among("north-east-lincolnshire")
        & OF_AGE
        & HARM_LIKELY
        & (HARM.unknown | NO_REFERRER | PLAN.among("no") | PLAN.unknown | CONSENT.among("no") | CONSENT.unknown),
        cites="nel:panel-referral",
        headline="A referral to the panel may be right, but something it asks for is missing.",
    ),
    says(
        "finding-age-not-known",
        "The panel goes by the age now.",
        when=AREA.among("north-east-lincolnshire") & AGE.unknown,
        cites="nel:panel-referral",
        headline="Find out the age: the panel decides by it whether it can take the child.",
    ),
    says(
        "finding-llr",
        "The Leicestershire procedure names no specialist panel.",
        when=AREA.among(LLR),
        cites=("llr:13", "llr:9"),
        headline="There is no panel: ask children’s social care about the multi-agency planning meeting.",
    ),
    says(
        "finding-another",
        "NICE asks each area for thresholds for referral to specialist services.",
        when=AREA.among(ANOTHER),
        cites=("ng55:1.1.5", "ng55:1.1.6"),
        headline="Ask your safeguarding partnership which panel or service takes referrals.",
    ),
    says(
        "finding-area-not-known",
        "A referral goes to children’s social care where the child lives.",
        when=AREA.unknown,
        cites=("llr:8", "ng55:1.1.5"),
        headline="Ask children’s social care where the child lives which panel or service takes referrals.",
    ),
)

REMARKS = (
    avoid(
        "do-not-wait",
        "Do not wait for a panel or a specialist assessment before you protect a child.",
        cites=("nel:panel-assessment", "nel:judgement", "llr:1"),
    ),
    says(
        "reports",
        "In North East Lincolnshire the specialist assessment and plan can inform pre-sentence reports, community sentences, and "
        "planning for custody and release.",
        when=HAS_PANEL & INVESTIGATION.among("charge-likely"),
        cites="nel:panel-assessment",
    ),
    avoid(
        "denied",
        "Do not go beyond gathering information in a specialist assessment while the police investigate and the young person denies "
        "the behaviour. The North East Lincolnshire guidance leaves exceptions to the panel, in exceptional circumstances only.",
        when=HAS_PANEL & (DENIED.among("yes") | DENIED.unknown),
        cites="nel:panel-referral",
    ),
    says(
        "near-18",
        "If the 18th birthday is near, an assessment may be left out in North East Lincolnshire so that the intervention can be "
        "completed in time. The child is allocated after the panel, and the practitioners begin as soon as possible. No number of "
        "months is given.",
        when=HAS_PANEL & (AGE.between(17, 17) | AGE.unknown),
        cites="nel:panel-assessment",
    ),
    says(
        "panel-decides",
        "In North East Lincolnshire the panel alone decides on a referral, and explains why where it does not accept one. Where it "
        "agrees, it allocates a lead AIM practitioner and a co-worker. Parents and carers are fully involved. The guidance gives no time.",
        when=HAS_PANEL,
        cites=("nel:panel-referral", "nel:panel-assessment"),
    ),
)

GUIDE = Guide(
    key="panel",
    title="Specialist panel",
    purpose="Whether a child who displayed harmful sexual behaviour can be referred to a specialist panel, by whom "
    "and with what, and what happens where something is missing.",
    questions=QUESTIONS,
    rules=(*FINDINGS, *STEPS, *REMARKS, *ALWAYS),
    judgement=(
        Judgement(
            "Whether to accept a referral: the panel alone decides, and explains a refusal.", ("nel:panel-referral",)
        ),
        Judgement(
            "Whether behaviour that would cause significant harm is likely. In one place the North East Lincolnshire guidance says "
            "“likely”, in another “highly likely”, and serious and concerning.",
            ("nel:panel-referral", "nel:panel"),
        ),
        Judgement("What is an exceptional circumstance: the panel decides.", ("nel:panel-referral",)),
        Judgement(
            "How near is near to 18, and whether “12 to 18” includes the 18th birthday.",
            ("nel:panel-assessment", "nel:panel", "nel:scope"),
        ),
    ),
)
