"""Criminal process from court onwards: the court, the report, the sentence, custody and the return.

A person who was a child of 10 or over when it happened keeps these steps, whatever the age now.
"""

from __future__ import annotations

from calculators.engine.rules import avoid, says, step
from calculators.guides.criminal_questions import CONCERN, KNOWN_TO, ORDER, PROCESS
from calculators.guides.facts import DISPLAYED
from calculators.guides.shared import AGE_THEN, CHILD_NOW, FROM_10

SENTENCED = ("referral-order", "convicted", "custody", "return")

COURT = (
    step(
        "youth-justice-joins",
        "youth-justice-joins-meetings",
        because="There are criminal proceedings against the child.",
        when=PROCESS.among("court", "guilty") & FROM_10 & CHILD_NOW,
        cites="llr:15",
    ),
    step(
        "court-informed",
        "inform-court",
        because="The case is in court, and this may matter at plea, in bail decisions and during adjournments.",
        when=PROCESS.among("court") & FROM_10,
        cites="llr:15",
    ),
    step(
        "in-care-or-need",
        "consult-on-court",
        because="The child is looked after or a child in need, and both services should do the work jointly.",
        when=(KNOWN_TO.among("in-need", "looked-after") | KNOWN_TO.unknown) & FROM_10 & CHILD_NOW,
        cites="llr:15",
    ),
    step(
        "pre-sentence-report",
        "pre-sentence-report",
        because="The court will request a report, and an AIM2 (now AIM3) assessment informs it.",
        when=PROCESS.among("guilty") & FROM_10,
        cites="llr:15",
    ),
    step(
        "assetplus",
        "assetplus",
        "propose-disposal",
        because="There is a guilty plea or a finding of guilt, and the court will sentence.",
        when=PROCESS.among("guilty") & FROM_10,
        cites="llr:15",
    ),
    avoid(
        "assetplus-is-not-specialist",
        "Do not take AssetPlus for a specialist assessment of harmful sexual behaviour.",
        when=PROCESS.among("guilty") & FROM_10,
        cites="hsbf:3.1.justice",
    ),
    step(
        "referral-order",
        "referral-order-contract",
        because="The Leicestershire procedure says that both “must” form part of what is proposed to the community panel.",
        when=PROCESS.among("referral-order") & FROM_10,
        cites="llr:15",
    ),
    says(
        "assessment-informs",
        "In North East Lincolnshire the specialist assessment and plan can inform pre-sentence reports, community sentences, and plans "
        "for custody and release. Youth justice practitioners may work with custodial staff, and with parents meanwhile.",
        when=PROCESS.among("guilty", "custody", "return") & FROM_10,
        cites="nel:panel-assessment",
        about=DISPLAYED,
    ),
)

AFTERWARDS = (
    step(
        "age-and-stage",
        "ask-where-things-stand",
        because="The age is not known, and under 10 there is no criminal responsibility.",
        when=AGE_THEN.unknown & PROCESS.among("charging", "disposal", "court", "guilty", *SENTENCED),
        cites="llr:17",
    ),
    step(
        "mappa",
        "mappa",
        because="On conviction a referral should be made if the criteria are met.",
        when=PROCESS.among("guilty", *SENTENCED) & FROM_10,
        cites=("llr:15", "nel:orders"),
    ),
    step(
        "supervision",
        "supervise",
        because="The youth justice service carries out the statutory supervision, in the community and in custody.",
        when=PROCESS.among(*SENTENCED) & FROM_10,
        cites="llr:16",
    ),
    step(
        "custody",
        "intervene-in-custody",
        because="NICE says to work alongside care staff and to plan for the safety of others in the same place.",
        when=PROCESS.among("custody") & FROM_10,
        cites=("ng55:1.7.8", "ng55:1.7.9"),
    ),
    step(
        "leaving",
        "tell-social-care-of-release",
        because="The Leicestershire procedure says that youth justice “must” see that social care knows, for a joint assessment.",
        when=PROCESS.among("custody", "return") & FROM_10,
        cites="llr:16",
    ),
    step(
        "return-plan",
        "plan-return",
        because="The child is leaving custody or secure accommodation, or has moved in from another authority.",
        when=PROCESS.among("return") & FROM_10 & CHILD_NOW,
        cites=("llr:8", "llr:16", "hsbf:3.1.transitions"),
    ),
    step(
        "return-safety-plan",
        "safety-plan",
        because="NICE says that a care plan includes a safety plan, agreed with the child, parents or carers and their network.",
        when=PROCESS.among("return") & FROM_10 & CHILD_NOW,
        cites="ng55:1.6.3",
    ),
    step(
        "ongoing-support",
        "support-return",
        because="NICE asks for ongoing support and continuity of care on the move from custody or residential care.",
        when=PROCESS.among("return") & FROM_10,
        cites=("ng55:1.7.3", "ng55:1.8.1", "hsbf:3.1.transitions"),
    ),
)

ORDERS = (
    step(
        "order-considered",
        "consult-on-risk-order",
        because="In North East Lincolnshire the police consult both services where an order is considered for a child.",
        when=ORDER.among("considered") | ORDER.unknown,
        cites="nel:orders",
    ),
    says(
        "order-in-force",
        "To breach a Sexual Risk Order is a criminal offence, with up to five years’ imprisonment.",
        when=ORDER.among("in-force"),
        cites="nel:orders",
    ),
    says(
        "order-grounds",
        "A Sexual Risk Order can be sought for anyone who has done a sexual act. In law there must be reasonable cause to believe that it is "
        "necessary to protect the public from harm.",
        when=ORDER.among("considered"),
        cites="nel:orders",
    ),
    step(
        "order-without-concern",
        "refer-to-either",
        "manage-through-meetings",
        because="You answered that no concern remains, and there is or may be a Sexual Risk Order.",
        when=CONCERN.among("no") & (ORDER.among("considered", "in-force") | ORDER.unknown) & CHILD_NOW,
        cites=("llr:15", "nel:orders"),
    ),
    step(
        "process-not-known",
        "ask-where-things-stand",
        because="It is not known how far the criminal process has come.",
        when=PROCESS.unknown,
        cites=("llr:15", "llr:16"),
    ),
)
