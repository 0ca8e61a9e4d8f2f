"""The questions of Specialist panel, and the conditions that several of its rules share."""

from __future__ import annotations

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NO_YES_NOT_KNOWN, YES_NO_NOT_KNOWN, NotKnown, Option, Question
from calculators.guides.area import AREA, NEL, PANEL_OF_NEL
from calculators.guides.facts import NOW_ALONE, ROLE

LAST_AGE = min(PANEL_OF_NEL.last_age, 17)  # the guidance that the panel belongs to is for those not yet 18
AGE = NOW_ALONE.cut_at(*sorted({10, 12, 17, 18, PANEL_OF_NEL.first_age, LAST_AGE + 1} - {0}))
HAS_PANEL = AREA.among(NEL) | AREA.unknown

HARM = Question(
    "panel-harm",
    "Has the behaviour resulted in significant harm, or is it assessed as likely to?",
    name="Harm, done or likely",
    options=NO_YES_NOT_KNOWN,
    hint="Harm done: to the child or to other children. Harm that is likely: to the child or to others. With or without contact.",
    not_known=NotKnown(
        "whether there is significant harm, done or likely",
        "Children’s social care settles this with you.",
        "Until you know, act as if there is.",
        ("nel:panel-referral", "llr:8"),
    ),
)
REFERRER = Question(
    "referrer",
    "Are you in children’s services or the youth justice service?",
    name="You can refer",
    options=YES_NO_NOT_KNOWN,
    when=HAS_PANEL,
    not_known=NotKnown(
        "whether your service is one that refers to the panel",
        "The panel’s chair can tell you.",
        "Until you know, act as if it is not.",
        ("nel:panel-referral",),
    ),
)
PLAN = Question(
    "plan",
    "Is there a comprehensive assessment of need, or a statutory plan, for the child?",
    name="Assessment or plan",
    options=YES_NO_NOT_KNOWN,
    hint="Such as a Children’s Services or AssetPlus assessment, a child in need, child protection or care plan, or a court order.",
    when=HAS_PANEL,
    not_known=NotKnown(
        "whether there is an assessment of need or a statutory plan",
        "Children’s social care or the youth justice service can tell you.",
        "Until you know, act as if there is none.",
        ("nel:panel-referral",),
    ),
)
CONSENT = Question(
    "panel-consent",
    "Do both the child and a parent or carer consent to the referral?",
    name="Both consent",
    options=YES_NO_NOT_KNOWN,
    hint="Choose “No” if either does not.",
    when=HAS_PANEL,
    not_known=NotKnown(
        "whether the child and a parent or carer consent",
        "The referrer or an AIM practitioner asks them.",
        "Until you know, act as if one does not.",
        ("nel:panel-referral",),
    ),
)
INVESTIGATION = Question(
    "investigation",
    "Are the police investigating?",
    name="Police investigation",
    options=(
        Option("none", "No"),
        Option("ongoing", "Yes"),
        Option("charge-likely", "Yes, and a charge or prosecution is likely"),
        Option(NOT_KNOWN, "Not known"),
    ),
    when=HAS_PANEL,
    not_known=NotKnown(
        "whether the police are investigating",
        "The police or the social worker can tell you.",
        "Until you know, act as if they are and a charge is likely.",
        ("nel:panel-referral",),
    ),
)
DENIED = Question(
    "denied",
    "Does the child deny the behaviour?",
    name="Behaviour denied",
    options=NO_YES_NOT_KNOWN,
    hint="As far as you already know. Do not ask the child.",
    when=INVESTIGATION.among("ongoing", "charge-likely") | INVESTIGATION.unknown,
    not_known=NotKnown(
        "whether the child denies the behaviour",
        "The police or the social worker can tell you. Do not ask the child.",
        "Until you know, act as if the child does.",
        ("nel:panel-referral",),
    ),
)

QUESTIONS = (ROLE, AREA, AGE, HARM, REFERRER, PLAN, CONSENT, INVESTIGATION, DENIED)
TOO_YOUNG = AGE.under(PANEL_OF_NEL.first_age)
OF_AGE = AGE.between(PANEL_OF_NEL.first_age, LAST_AGE)
HARM_LIKELY = HARM.among("yes") | HARM.unknown
