"""The questions of Enquiry and meetings, and the conditions that several of its rules share."""

from __future__ import annotations

from dataclasses import replace

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NO_YES_NOT_KNOWN, NotKnown, Option, Question
from calculators.guides.facts import CHILD_HARMED, GROUP, HARM, OTHERS, ROLE, SERVICES
from calculators.guides.shared import A_CHILD_THEN, AGE_LAST, AGE_NOW, AGE_THEN, CHILD_NOW

STAGE = Question(
    "stage",
    "Where do things stand for the child who displayed the behaviour?",
    name="Where things stand",
    options=(
        Option("start", "Reported; no meeting yet"),
        Option(
            "enquiry", "The strategy discussion or first meeting was held, or an enquiry or assessment is under way"
        ),
        Option("assessed", "The assessment is finished; no conference is planned"),
        Option("conference", "A child protection conference is to be held"),
        Option("plan", "A conference made a child protection plan"),
        Option("no-plan", "A conference made no child protection plan"),
        Option("reviews", "A risk management plan for the behaviour is being carried out"),
        Option("no-concern", "Police and children’s social care see no concern and enquire no further"),
        Option(NOT_KNOWN, "Not known"),
    ),
    ranked=False,
    stage=True,
    not_known=NotKnown(
        "which meetings were held, what they decided and what is due next",
        "Children’s social care can tell you today.",
        "Until you know, act as if no meeting had been held.",
        ("llr:9", "llr:10", "llr:11", "llr:13", "llr:13.review"),
    ),
)
ALSO_HARMED = Question(
    "also-harmed",
    "Has the child who displayed the behaviour also been abused or neglected, or might that be so?",
    name="Child also harmed",
    options=NO_YES_NOT_KNOWN,
    when=CHILD_NOW,
    not_known=NotKnown(
        "whether the child who displayed the behaviour has been abused or neglected",
        "Children’s social care and the police look into it, and the strategy meeting considers it.",
        "Until you know, act as if the child has been.",
        ("llr:9", "llr:11"),
    ),
)
STILL_AT_RISK = Question(
    "still-at-risk",
    "Does the section 47 enquiry conclude that the child who was harmed may still be at risk of significant harm?",
    name="Harmed child still at risk",
    options=NO_YES_NOT_KNOWN,
    hint="While it has not concluded, choose “Not known”.",
    when=(HARM.among("yes") | HARM.unknown) & CHILD_HARMED,
    not_known=NotKnown(
        "whether the child who was harmed may still be at risk of significant harm",
        "The social worker of the child who was harmed can tell you when the section 47 enquiry concludes.",
        "Until it concludes, act as if the child may be.",
        ("llr:12",),
    ),
)
KNOWN_TO = replace(SERVICES, when=CHILD_NOW)
SEVERAL_BEHAVED = replace(GROUP, when=A_CHILD_THEN)

QUESTIONS = (
    ROLE,
    AGE_THEN,
    AGE_LAST,
    AGE_NOW,
    OTHERS,
    HARM,
    STAGE,
    ALSO_HARMED,
    STILL_AT_RISK,
    KNOWN_TO,
    SEVERAL_BEHAVED,
)

HARM_LIKELY = HARM.among("yes") | HARM.unknown
STARTING = STAGE.among("start") | STAGE.unknown
ENQUIRING = STAGE.among("start", "enquiry") | STAGE.unknown
BEFORE_A_CONFERENCE = STAGE.among("start", "enquiry", "assessed") | STAGE.unknown
