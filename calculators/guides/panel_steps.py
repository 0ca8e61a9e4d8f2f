"""Specialist panel: the steps, and what to look at again."""

from __future__ import annotations

from calculators.engine.rules import check, says, step
from calculators.guides.area import ANOTHER, AREA, LLR, PANEL_OF_NEL, RULE_OF_NEL
from calculators.guides.panel_questions import (
    AGE,
    CONSENT,
    HARM,
    HARM_LIKELY,
    HAS_PANEL,
    INVESTIGATION,
    LAST_AGE,
    OF_AGE,
    PLAN,
    REFERRER,
    TOO_YOUNG,
)

AGES = f"{PANEL_OF_NEL.first_age} to {PANEL_OF_NEL.last_age}"
IN_LLR = AREA.among(LLR) | AREA.unknown
NO_REFERRER = REFERRER.among("no") | REFERRER.unknown

STEPS = (
    step(
        "harm",
        "refer",
        because="There is significant harm, and a panel does not stand in for a referral to social care.",
        when=HARM_LIKELY,
        cites=("llr:8", "nel:front-door", "nel:child-protection", "nel:panel-assessment"),
    ),
    step(
        "harmed",
        "separate-workers",
        "protect-harmed",
        because="The panel’s guidance gives it no task for a harmed child but that other children are kept safe.",
        cites=("llr:2", "llr:8", "nel:panel-assessment"),
        only_if="a child was harmed",
    ),
    step(
        "refer",
        "panel-referral",
        because=f"The North East Lincolnshire panel considers ages {AGES} where there was or is likely to be significant harm.",
        when=HAS_PANEL & (OF_AGE | AGE.unknown) & HARM_LIKELY,
        cites=("nel:panel-referral", "nel:panel"),
    ),
    step(
        "under-12",
        "panel-ask-consultation",
        because=f"The North East Lincolnshire panel may, at its discretion, give consultation for a child under {PANEL_OF_NEL.first_age}.",
        when=HAS_PANEL & (TOO_YOUNG | AGE.unknown),
        cites="nel:panel-referral",
    ),
    step(
        "18-or-over",
        "panel-ask-about-18",
        because=f"The panel takes “{AGES}”, and the North East Lincolnshire guidance is for those not yet 18.",
        when=HAS_PANEL & (AGE.at_least(LAST_AGE + 1) | AGE.unknown),
        cites=("nel:panel-referral", "nel:scope"),
    ),
    step(
        "transition",
        "weigh-18-to-21",
        because="The framework says to involve adult learning disability services or leaving-care teams early.",
        when=AGE.at_least(18) | AGE.unknown,
        cites="hsbf:3.1.transitions",
        only_if="the person is 18 to 21 and meets the criteria of those services",
    ),
    step(
        "near-18-transition",
        "plan-transition",
        because="The framework says to give particular attention to young people who move between services because of their age.",
        when=AGE.at_least(17) | AGE.unknown,
        cites="hsbf:3.1.transitions",
        only_if="an 18th birthday is near or past",
    ),
    step(
        "below-the-criteria",
        "consider-early-help",
        because="Without significant harm, done or likely, the North East Lincolnshire panel’s criteria are not met.",
        when=HAS_PANEL & HARM.among("no"),
        cites=("nel:panel-referral", "nel:early-help", "nel:open-cases"),
    ),
    says(
        "triage",
        "Where the police divert the child to youth justice, out-of-court triage considers assessment and intervention.",
        when=HAS_PANEL & HARM.among("no"),
        cites="nel:police",
    ),
    step(
        "open-case",
        "review-open-case",
        because="In North East Lincolnshire the assessment of a child who is already open to services may need a review.",
        when=HAS_PANEL,
        cites="nel:open-cases",
        only_if="the child is already open to services",
    ),
    step(
        "harm-in-doubt",
        "talk-social-care",
        because="A charge is likely, so the answer about harm needs another look.",
        when=HARM.among("no") & (INVESTIGATION.among("charge-likely") | INVESTIGATION.unknown),
        cites=("nel:panel-referral", "nel:police"),
    ),
    step(
        "not-yours-to-send",
        "panel-ask-referrer",
        because="In North East Lincolnshire children’s services and the youth justice service refer to the panel.",
        when=HAS_PANEL & NO_REFERRER,
        cites=("nel:panel-referral", "nel:panel"),
    ),
    step(
        "no-plan",
        "panel-complete-assessment",
        because="The North East Lincolnshire panel asks for an assessment with each referral, beside an assessment of need or a plan.",
        when=HAS_PANEL & (PLAN.among("no") | PLAN.unknown),
        cites="nel:panel-referral",
    ),
    step(
        "no-consent",
        "panel-explore-consent",
        because="The North East Lincolnshire guidance has missing consent explored, and does not call it a refusal.",
        when=HAS_PANEL & (CONSENT.among("no") | CONSENT.unknown),
        cites="nel:panel-referral",
    ),
    check(
        "check-harm",
        "You answered that there is no significant harm, done or likely, and that a charge or prosecution is likely. Look at the harm "
        "again. It may be to the child or to others, with or without contact.",
        "talk-social-care",
        when=HARM.among("no") & INVESTIGATION.among("charge-likely"),
        cites=("nel:panel-referral", "nel:police"),
    ),
    step(
        "charge-likely",
        "youth-justice-leads-specialist",
        because="In North East Lincolnshire its AIM practitioners lead where the police investigate and a charge is likely.",
        when=HAS_PANEL & (INVESTIGATION.among("charge-likely") | INVESTIGATION.unknown),
        cites="nel:panel-referral",
    ),
    step(
        "lead-professional",
        "act-as-lead-professional",
        because="In North East Lincolnshire the agency that refers leads, and statutory plans continue beside the panel’s work.",
        when=HAS_PANEL,
        cites=("nel:panel-referral", "nel:panel-assessment"),
    ),
    step(
        "review",
        "review-plan",
        because=f"In North East Lincolnshire the panel aims to review the intervention plan {RULE_OF_NEL.words} at least.",
        when=HAS_PANEL,
        cites="nel:panel-assessment",
    ),
    step(
        "mappa",
        "mappa",
        because="In North East Lincolnshire the panel makes sure of this referral where the criteria are met.",
        when=HAS_PANEL & (AGE.at_least(10) | AGE.unknown),
        cites="nel:orders",
    ),
    step(
        "llr-meeting",
        "planning-meeting-ask",
        because="The Leicestershire procedure has no panel, and this meeting arranges the assessment of risk and needs.",
        when=IN_LLR,
        cites=("llr:13", "llr:9"),
    ),
    step(
        "llr-safeguarding-unit",
        "tell-safeguarding-unit",
        because="The Leicestershire safeguarding unit offers consultation and overview, and early help tells it too.",
        when=IN_LLR,
        cites="llr:8",
    ),
    step(
        "llr-assessment",
        "specialist-assessment",
        because="The Leicestershire procedure says that this should be carried out at 12 to 18, from problematic to violent.",
        when=IN_LLR & (AGE.between(12, 17) | AGE.unknown),
        cites="llr:2",
        only_if="the behaviour is problematic, abusive or violent",
    ),
    step(
        "another-area",
        "ask-partnership",
        because="Each area has its own thresholds, and NICE asks that named leads are told them.",
        when=AREA.among(ANOTHER) | AREA.unknown,
        cites=("ng55:1.1.5", "ng55:1.1.6", "ng55:1.3.9"),
    ),
)
