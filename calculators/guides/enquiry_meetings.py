"""Enquiry and meetings: the first meeting, the enquiry, a child under 10, the conference and the reviews."""

from __future__ import annotations

from calculators.engine.rules import ASSESS, differs, says, step
from calculators.guides.enquiry_questions import (
    ALSO_HARMED,
    BEFORE_A_CONFERENCE,
    ENQUIRING,
    HARM_LIKELY,
    SEVERAL_BEHAVED,
    STAGE,
    STARTING,
    STILL_AT_RISK,
)
from calculators.guides.facts import CHILD_HARMED, DISPLAYED, HARM, OTHERS
from calculators.guides.shared import A_CHILD_THEN, AGE_THEN, CHILD_NOW, FROM_10, UNDER_10_POLICE, WHICH_DAY_10

HOW_OFTEN = "how often the plan is reviewed"
LATER_STAGES = STAGE.among("enquiry", "assessed", "conference", "plan", "no-plan", "reviews", "no-concern")
GROUP_INVOLVED = SEVERAL_BEHAVED.among("yes") | SEVERAL_BEHAVED.unknown

FIRST_MEETING = (
    step(
        "strategy-meeting",
        "strategy-meeting",
        because="A child is suffering significant harm or likely to suffer it.",
        when=HARM_LIKELY & STARTING & FROM_10 & (CHILD_NOW | CHILD_HARMED),
        cites=("llr:9", "llr:6", "llr:8"),
        only_if="",
    ),
    step(
        "strategy-again",
        "strategy-meeting",
        because="A follow-up strategy meeting after the investigation may be useful in some cases.",
        when=HARM_LIKELY & LATER_STAGES & FROM_10 & (CHILD_NOW | CHILD_HARMED),
        cites="llr:9",
        only_if="this harm is new or has not yet been looked at",
    ),
    step(
        "planning-instead",
        "planning-meeting-recommended",
        because="The Leicestershire procedure recommends a planning meeting where no formal strategy meeting is required.",
        when=(HARM.among("no") | HARM.unknown) & STARTING & FROM_10 & CHILD_NOW,
        cites=("llr:9", "llr:13"),
    ),
    step(
        "strategic-management-group",
        "strategic-management-group",
        because="Several children were, or may have been, harmed, and several people may have caused it.",
        when=GROUP_INVOLVED & (OTHERS.among("two-or-more") | OTHERS.unknown),
        cites="llr:9",
    ),
    step(
        "peer-group",
        "consider-peer-group",
        because="The framework says that the peer group and the child’s part in it are critical to the assessment.",
        when=GROUP_INVOLVED & CHILD_NOW,
        cites="hsbf:4.1.peers",
    ),
)

ENQUIRY = (
    step(
        "section-47",
        "section-47",
        because="A child is suffering, or is likely to suffer, significant harm.",
        when=HARM.among("yes") & ENQUIRING & (CHILD_NOW | CHILD_HARMED),
        cites=("llr:8", "llr:10"),
        only_if="",
    ),
    step(
        "may-be-section-47",
        "section-47",
        because="It is not known whether a child is suffering, or is at risk of, significant harm.",
        when=HARM.unknown & ENQUIRING & (CHILD_NOW | CHILD_HARMED),
        cites=("llr:8", "llr:10"),
    ),
    step(
        "single-assessment",
        "single-assessment",
        because="The Leicestershire procedure considers an assessment also where no significant harm appears.",
        when=ENQUIRING & (CHILD_NOW | CHILD_HARMED),
        cites="llr:10",
    ),
    step(
        "interview-order",
        "interview-order",
        because="The child who displayed the behaviour may have been abused too.",
        when=(ALSO_HARMED.among("yes") | ALSO_HARMED.unknown) & ENQUIRING,
        cites="llr:9",
    ),
    step(
        "interview-method",
        "agree-interview",
        because="The Leicestershire procedure says that both “must” agree how to interview a child of 10 or over who is alleged to have committed an offence.",
        when=FROM_10 & ENQUIRING & CHILD_NOW,
        cites="llr:9",
    ),
    says(
        "achieving-best-evidence",
        "It may be preferable to interview the child as a potential victim of abuse. If the child is interviewed under the Achieving "
        "Best Evidence guidance and admits offences, those should normally have a separate interview.",
        when=FROM_10 & ENQUIRING & CHILD_NOW,
        cites="llr:9",
        about=DISPLAYED,
    ),
    step(
        "assess-with",
        "assess-with-youth-justice",
        because="Where it is relevant, the Leicestershire procedure has social care and youth justice assess the child together.",
        when=ENQUIRING & FROM_10 & CHILD_NOW,
        cites=("llr:8", "llr:10"),
    ),
    says(
        "eight-matters",
        "Look at the behaviour and its effect on the child who was harmed, its context and the children’s ages. Look at development, "
        "family and social circumstances, and whether the behaviour is acknowledged. Ask whether the child was abused, or adults had a "
        "part in it. Ask what services both children need. Ask what risk there is to this child and to others.",
        when=ENQUIRING & A_CHILD_THEN,
        cites="llr:10",
        part=ASSESS,
    ),
    step(
        "conference-considered",
        "consider-conference-displayed",
        because="The child who displayed the behaviour has been, or might be, abused or neglected.",
        when=(ALSO_HARMED.among("yes") | ALSO_HARMED.unknown) & BEFORE_A_CONFERENCE,
        cites=("llr:6", "llr:11"),
    ),
    step(
        "other-children",
        "protect-other-children",
        because="Other children in the family may be at risk, and a child protection conference is considered for them.",
        when=BEFORE_A_CONFERENCE & A_CHILD_THEN,
        cites="llr:6",
    ),
    step(
        "hsb-meeting",
        "planning-meeting",
        because="The Leicestershire procedure says to hold this meeting after the single assessment.",
        when=STAGE.among("enquiry", "assessed") & FROM_10 & CHILD_NOW,
        cites=("llr:6", "llr:10"),
        only_if="the single assessment is finished and no conference is held",
    ),
    step(
        "families",
        "engage-family",
        because="Family and social factors may contribute, and the behaviour can affect every member of the family.",
        when=CHILD_NOW,
        cites=("ng55:1.5.1", "ng55:1.5.2", "llr:8"),
    ),
    step(
        "family-of-both",
        "support-family",
        because="NICE says to support or refer the family where the child who was harmed belongs to it.",
        when=CHILD_NOW & CHILD_HARMED,
        cites="ng55:1.5.3",
        only_if="the child who was harmed is in the same family",
    ),
    step(
        "safety-plan",
        "safety-plan",
        because="NICE says that a care plan includes a safety plan, agreed with the child, parents or carers and their network.",
        when=STAGE.among("assessed", "no-plan", "reviews") & CHILD_NOW,
        cites="ng55:1.6.3",
    ),
)

UNDER_10 = (
    step(
        "under-10-discussion",
        "under-10-discussion",
        because="For a child under 10 the Leicestershire procedure can be simplified, and social worker and manager discuss the report.",
        when=AGE_THEN.under(10) & STARTING & CHILD_NOW,
        cites="llr:17",
    ),
    step(
        "under-10-enquiry",
        "lead-enquiry-under-10",
        because="A child under 10 is below the age of criminal responsibility, so children’s social care leads.",
        when=AGE_THEN.under(10) & ENQUIRING & CHILD_NOW,
        cites="llr:17",
    ),
    step(
        "may-be-under-10",
        "under-10-discussion",
        "lead-enquiry-under-10",
        because="The child’s age is not known, and the child may be under 10.",
        when=AGE_THEN.unknown & ENQUIRING,
        cites="llr:17",
        only_if="the child was under 10 when it happened",
    ),
    step(
        "under-10-conference",
        "conference-displayed",
        because="The Leicestershire procedure convenes a conference where the enquiry raises concern that the child needs protection.",
        when=(AGE_THEN.under(10) | AGE_THEN.unknown) & BEFORE_A_CONFERENCE & CHILD_NOW,
        cites="llr:17",
    ),
    step(
        "under-10-meeting",
        "planning-meeting",
        because="A child under 10 who needs more than simple boundary work has this meeting in Leicestershire.",
        when=(AGE_THEN.under(10) | AGE_THEN.unknown) & BEFORE_A_CONFERENCE & CHILD_NOW,
        cites=("llr:13", "llr:17"),
        only_if="no conference is needed, but more than simple boundary work",
    ),
    WHICH_DAY_10,
    UNDER_10_POLICE,
)

AFTER_A_CONFERENCE = (
    step(
        "conference-both-roles",
        "hold-conference-displayed",
        because="The conference addresses the child’s needs in both roles, so no separate planning meeting is needed.",
        when=STAGE.among("conference") & CHILD_NOW,
        cites=("llr:6", "llr:11"),
    ),
    step(
        "core-group",
        "core-group",
        because="The core group co-ordinates services for the behaviour, for risks to others and for the child’s own protection.",
        when=STAGE.among("plan") & CHILD_NOW,
        cites="llr:11",
    ),
    step(
        "no-plan-meeting",
        "planning-meeting",
        because="The Leicestershire procedure says that this meeting “must” be held, as early as possible after the conference.",
        when=STAGE.among("no-plan") & CHILD_NOW,
        cites="llr:13",
        only_if="concern about the behaviour remains",
    ),
    step(
        "no-delay",
        "start-work-soon",
        because="Families engage markedly less when discussions about further work are delayed.",
        when=STAGE.among("assessed", "no-plan") & CHILD_NOW,
        cites="llr:6",
    ),
    step(
        "conference-harmed",
        "conference-harmed",
        because="The Leicestershire procedure says that an initial child protection conference “must” then be held.",
        when=STILL_AT_RISK.among("yes") | STILL_AT_RISK.unknown,
        cites="llr:12",
    ),
)

REVIEWS = (
    step(
        "review-meeting",
        "review-plan",
        because="The same meeting considers the outcome of the assessment, the risk management plan and each agency’s part.",
        when=STAGE.among("reviews") & CHILD_NOW,
        cites="llr:13.review",
    ),
    differs(
        "review-llr",
        "The Leicestershire procedure reviews the plan every 3 months in the first 6 months, and then every 6 months if needed.",
        topic=HOW_OFTEN,
        when=STAGE.among("reviews") & CHILD_NOW,
        cites="llr:13.review",
    ),
    differs(
        "review-ng55",
        "NICE says to review the care plan every 3 to 6 months, or if circumstances change significantly. The child and the parents "
        "or carers take part.",
        topic=HOW_OFTEN,
        when=STAGE.among("reviews") & CHILD_NOW,
        cites="ng55:1.6.5",
    ),
)
