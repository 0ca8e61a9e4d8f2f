"""The questions of Criminal process, and the conditions that several of its rules share."""

from __future__ import annotations

from dataclasses import replace

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NO_YES_NOT_KNOWN, NotKnown, Option, Question
from calculators.guides.facts import OTHERS, ROLE, SERVICES
from calculators.guides.shared import AGE_LAST, AGE_NOW, AGE_THEN

PROCESS = Question(
    "reached",
    "How far has the criminal process come?",
    name="Criminal process",
    options=(
        Option("alleged", "An offence is or may be alleged; the police have not decided"),
        Option("charging", "With the police and the Crown Prosecution Service for a decision"),
        Option("disposal", "An out-of-court disposal is being considered"),
        Option("ended", "No further action, or the case ended without a charge"),
        Option("court", "In the youth court or the Crown Court; no plea or finding of guilt"),
        Option("guilty", "A guilty plea or a finding of guilt; not yet sentenced"),
        Option("referral-order", "A referral order was made"),
        Option("convicted", "Another sentence in the community"),
        Option("custody", "In custody or secure accommodation"),
        Option("return", "Leaving custody or secure accommodation, or moved in from another authority"),
        Option(NOT_KNOWN, "Not known"),
    ),
    ranked=False,
    stage=True,
    not_known=NotKnown(
        "how far the criminal process has come, and what is due next",
        "The police and the youth justice service can tell you today.",
        "Until you know, act as if the investigation were open.",
        ("llr:15", "llr:16"),
    ),
)
CONCERN = Question(
    "concern",
    "Does concern about the behaviour remain?",
    name="Concern remains",
    options=NO_YES_NOT_KNOWN,
    when=PROCESS.among("ended"),
    not_known=NotKnown(
        "whether concern about the behaviour remains",
        "Those who work with the child, and children’s social care, can tell you.",
        "Until you know, act as if it does.",
        ("llr:15",),
    ),
)
VULNERABLE = Question(
    "vulnerable",
    "Does the child who displayed the behaviour have a significant learning difficulty or disability, or another vulnerability?",
    name="Vulnerability",
    options=NO_YES_NOT_KNOWN,
    when=PROCESS.among("alleged", "charging", "disposal") | PROCESS.unknown,
    not_known=NotKnown(
        "whether the child has a learning difficulty, a disability or another vulnerability",
        "The child’s school, parents or carers, health services or social worker can tell you.",
        "Until you know, act as if the child has.",
        ("llr:15", "ng55:1.3.5"),
    ),
)
KNOWN_TO = replace(SERVICES, when=PROCESS.among("court", "guilty"))
ORDER = Question(
    "order",
    "Is there a Sexual Risk Order, or are the police thinking of one?",
    name="Sexual Risk Order",
    options=(
        Option("none", "No"),
        Option("considered", "It is being considered"),
        Option("in-force", "There is one"),
        Option(NOT_KNOWN, "Not known"),
    ),
    ranked=False,
    not_known=NotKnown(
        "whether there is a Sexual Risk Order, or one is being considered",
        "The police can tell you.",
        "Until you know, ask the police.",
        ("nel:orders",),
    ),
)

QUESTIONS = (ROLE, AGE_THEN, AGE_LAST, AGE_NOW, OTHERS, PROCESS, CONCERN, VULNERABLE, KNOWN_TO, ORDER)

ALLEGED = PROCESS.among("alleged") | PROCESS.unknown
CONCERN_REMAINS = CONCERN.among("yes") | CONCERN.unknown
