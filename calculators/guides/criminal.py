"""Criminal process: who does what at each stage, from an allegation to sentence and the return to the community."""

from __future__ import annotations

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import avoid, check, differs, says, step
from calculators.guides.criminal_court import AFTERWARDS, COURT, ORDERS
from calculators.guides.criminal_questions import (
    ALLEGED,
    CONCERN,
    CONCERN_REMAINS,
    ORDER,
    PROCESS,
    QUESTIONS,
    VULNERABLE,
)
from calculators.guides.facts import CHILD_HARMED, DISPLAYED
from calculators.guides.shared import (
    A_CHILD_THEN,
    ADULTS,
    AGE_THEN,
    BOTH_CHILDREN,
    CHILD_NOW,
    FROM_10,
    UNDER_10_POLICE,
    WHICH_DAY_10,
)
from calculators.guides.standing import ALWAYS

OUT_OF_COURT = "the way outside court"

INVESTIGATION = (
    step(
        "strategy",
        "strategy-meeting",
        because="The Leicestershire procedure names a police decision to investigate an offence as an example of such cause.",
        when=ALLEGED & FROM_10 & (CHILD_NOW | CHILD_HARMED),
        cites="llr:9",
    ),
    step(
        "police-consult",
        "police-consult-social-care",
        because="In Leicestershire the police always consult social care, so that both children are assessed.",
        when=ALLEGED & A_CHILD_THEN,
        cites="llr:8",
    ),
    step(
        "police-consult-agencies",
        "police-consult-social-care",
        because="In an investigation the police should consult the agencies that work with the child and attend planning meetings.",
        when=ALLEGED & FROM_10,
        cites="llr:15",
    ),
    step(
        "interview",
        "police-interview",
        because="Only the police may interview a child of 10 or over about an alleged offence, under PACE 1984.",
        when=ALLEGED & FROM_10,
        cites="llr:15",
    ),
    step(
        "interview-method",
        "agree-interview",
        because="The Leicestershire procedure says that both “must” agree how to interview a child of 10 or over who is alleged to have committed an offence.",
        when=ALLEGED & FROM_10 & CHILD_NOW,
        cites="llr:9",
    ),
    says(
        "achieving-best-evidence",
        "It may be preferable to interview the child as a potential victim of abuse. If the child is interviewed under the Achieving "
        "Best Evidence guidance and admits offences, those should normally have a separate interview.",
        when=ALLEGED & FROM_10 & CHILD_NOW,
        cites="llr:9",
        about=DISPLAYED,
    ),
    step(
        "vulnerability",
        "tell-police-vulnerability",
        because="Because of a learning difficulty, disability or vulnerability a criminal path may not be in the public interest.",
        when=(VULNERABLE.among("yes") | VULNERABLE.unknown) & A_CHILD_THEN,
        cites=("llr:2", "llr:15", "ng55:1.3.5"),
    ),
    step(
        "charging-decision",
        "charging-decision",
        because="No further action, an out-of-court disposal and prosecution are all open to the prosecutors and the police.",
        when=PROCESS.among("charging") & FROM_10,
        cites="llr:15",
    ),
    step(
        "out-of-court",
        "out-of-court-route",
        because="A decision out of court is possible before a charge.",
        when=PROCESS.among("charging", "disposal") & FROM_10,
        cites=("llr:15", "nel:police"),
    ),
    differs(
        "decision-panel",
        "In the Leicestershire procedure the child should be referred to the youth justice and police decision panel. The panel decides.",
        topic=OUT_OF_COURT,
        strictest=True,
        when=PROCESS.among("charging", "disposal") & FROM_10,
        cites="llr:15",
        about=DISPLAYED,
    ),
    differs(
        "diversion",
        "In North East Lincolnshire the police may refer the child to youth justice for diversionary work. Out-of-court triage considers "
        "assessment and intervention for behaviour judged neither to cause significant harm nor to be highly likely to.",
        topic=OUT_OF_COURT,
        when=PROCESS.among("charging", "disposal") & FROM_10,
        cites="nel:police",
        about=DISPLAYED,
    ),
    step(
        "panel-and-investigation",
        "youth-justice-leads-specialist",
        because="In North East Lincolnshire youth justice leads the specialist work where a charge is likely.",
        when=PROCESS.among("alleged", "charging") & FROM_10 & CHILD_NOW,
        cites="nel:panel-referral",
    ),
    says(
        "information-only",
        "In North East Lincolnshire specialist work only gathers information while the police investigate and the young person denies "
        "the behaviour, save in exceptional circumstances.",
        when=PROCESS.among("alleged", "charging") & FROM_10 & CHILD_NOW,
        cites="nel:panel-referral",
        about=DISPLAYED,
    ),
)

UNDER_10 = (
    step(
        "under-10",
        "lead-enquiry-under-10",
        because="A child under 10 is below the age of criminal responsibility, so children’s social care leads.",
        when=AGE_THEN.under(10) & CHILD_NOW,
        cites="llr:17",
    ),
    step(
        "under-10-discussion",
        "under-10-discussion",
        because="For a child under 10 the Leicestershire procedure can be simplified, and social worker and manager discuss the report.",
        when=AGE_THEN.under(10) & CHILD_NOW & ALLEGED,
        cites="llr:17",
    ),
    step(
        "may-be-under-10",
        "lead-enquiry-under-10",
        because="The child’s age is not known, and the child may be under 10.",
        when=AGE_THEN.unknown,
        cites="llr:17",
        only_if="the child was under 10 when it happened",
    ),
    step(
        "may-be-under-10-discussion",
        "under-10-discussion",
        because="The child’s age is not known, and the child may be under 10.",
        when=AGE_THEN.unknown & ALLEGED,
        cites="llr:17",
        only_if="the child was under 10 when it happened",
    ),
    WHICH_DAY_10,
    UNDER_10_POLICE,
)

WITHOUT_A_CHARGE = (
    step(
        "reconvene",
        "planning-meeting",
        because="In Leicestershire this meeting then considers whether further work is needed to assess or manage risk.",
        when=PROCESS.among("ended") & CHILD_NOW & FROM_10,
        cites="llr:15",
        only_if="the behaviour did happen",
    ),
    step(
        "refer-and-screen",
        "refer-to-either",
        "screen",
        because="Concern about the behaviour remains without a charge.",
        when=CONCERN.among("yes") & CHILD_NOW,
        cites=("llr:15", "nel:tools"),
        only_if="",
    ),
    step(
        "may-refer-and-screen",
        "refer-to-either",
        "screen",
        because="It is not known whether concern about the behaviour remains without a charge.",
        when=CONCERN.unknown & CHILD_NOW,
        cites=("llr:15", "nel:tools"),
    ),
    step(
        "managed-on",
        "manage-through-meetings",
        because="Without enough evidence for a charge, the Leicestershire procedure goes on managing the case through planning meetings.",
        when=CONCERN_REMAINS & CHILD_NOW,
        cites="llr:15",
    ),
    step(
        "voluntary-offer",
        "voluntary-offer",
        because="Age, earlier non-criminal behaviour, personal circumstances and help so far count in that decision.",
        when=CONCERN_REMAINS & CHILD_NOW,
        cites="llr:15",
    ),
    avoid(
        "no-further-action",
        "“No further action” by the police does not mean that the concern is over.",
        when=PROCESS.among("ended"),
        cites="llr:15",
    ),
)

CHECKS = (
    check(
        "check-under-10",
        "You answered that the child was under 10, and that there is a decision on a charge, a court case or a sentence. Under 10 "
        "there is no criminal responsibility. Check the age when it happened, and when it last happened.",
        "ask-where-things-stand",
        "lead-enquiry-under-10",
        when=AGE_THEN.under(10)
        & PROCESS.among("charging", "disposal", "court", "guilty", "referral-order", "convicted", "custody", "return"),
        cites="llr:17",
    ),
    check(
        "check-concern-and-order",
        "You answered that no concern remains, and that there is or may be a Sexual Risk Order. Look at the first answer again.",
        "refer-to-either",
        "manage-through-meetings",
        when=CONCERN.among("no") & ORDER.among("considered", "in-force") & CHILD_NOW,
        cites=("llr:15", "nel:orders"),
    ),
)

GUIDE = Guide(
    key="criminal",
    title="Criminal process",
    purpose="Who does what at each stage when an offence is or may be alleged against a child, from the first allegation to court, "
    "sentence and the return to the community.",
    questions=QUESTIONS,
    rules=(
        *INVESTIGATION,
        *UNDER_10,
        *WITHOUT_A_CHARGE,
        *COURT,
        *AFTERWARDS,
        *ORDERS,
        *BOTH_CHILDREN,
        *ADULTS,
        *CHECKS,
        *ALWAYS,
    ),
    judgement=(
        Judgement("Whether a criminal path is in the public interest, and who concludes that it is not.", ("llr:15",)),
        Judgement("Without a charge: which of the three ways comes first, and who makes an offer.", ("llr:15",)),
        Judgement(
            "Which day counts where a 10th or an 18th birthday lies between the behaviour and the report. No source says. Ask the "
            "police and children’s social care together.",
            ("llr:2", "llr:17"),
        ),
        Judgement("What a child who was harmed is told of the other child’s return, and when.", ("llr:12",)),
    ),
)
