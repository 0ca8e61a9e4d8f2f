"""The questions of Assessment, and the conditions that several of its rules share."""

from __future__ import annotations

from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NO_YES_NOT_KNOWN, NotKnown, Option, Question
from calculators.guides.facts import LEARNING_DISABILITY, LEVEL, NOW_ALONE, ROLE

AGE = NOW_ALONE.cut_at(10, 12, 13, 17, 18, 19, 22, 26)
CHARGED = Question(
    "charged",
    "Has the child been charged with an offence?",
    name="Charged",
    options=(
        Option("no", "No"),
        Option("other", "Yes, but not with a sexual offence"),
        Option("sexual", "Yes, with a sexual offence"),
        Option(NOT_KNOWN, "Not known"),
    ),
    when=AGE.between(10, 17) | AGE.unknown,
    not_known=NotKnown(
        "whether the child has been charged with an offence",
        "The police or the youth justice service can tell you.",
        "Until you know, act as if the child has been charged with a sexual offence.",
        ("ng55:1.4.4", "hsbf:3.1.justice"),
    ),
)
ADOLESCENCE = Question(
    "adolescence",
    "Has the child reached adolescence in development?",
    name="Development",
    options=(
        Option("adolescent", "Yes, adolescent"),
        Option("pre-adolescent", "No, still pre-adolescent"),
        Option(NOT_KNOWN, "Not known, or not settled"),
    ),
    hint="Go by the stage of development. No source gives an age at which adolescence begins.",
    when=AGE.between(10, 18) | AGE.unknown,
    not_known=NotKnown(
        "whether the child has reached adolescence in development",
        "Those who hold the health and social care record can tell you.",
        "Until you know, use nothing made for adolescents.",
        ("ng55:1.4.3", "hsbf:3.3"),
    ),
)
GENDER = Question(
    "gender",
    "Is the child a boy or a girl?",
    name="Boy or girl",
    options=(Option("boy", "Boy"), Option("girl", "Girl"), Option(NOT_KNOWN, "Not known, or neither")),
    hint="Some tools are named for boys only. The sources speak of boys and girls, and of nobody else.",
    ranked=False,
    not_known=NotKnown(
        "which tool fits this child’s gender",
        "The specialist service can tell you which tool fits.",
        "Until you know, do not assume that a tool made for boys fits.",
        ("ng55:1.4.4",),
    ),
)
ONLINE = Question(
    "online",
    "Was technology part of the behaviour: the internet, a phone, images?",
    name="Online",
    options=NO_YES_NOT_KNOWN,
    not_known=NotKnown(
        "whether technology was part of the behaviour",
        "Children’s social care and the police can tell you. Do not search a device or look at an image.",
        "Until you know, act as if it was.",
        ("hsbf:4.1.technology-tools",),
    ),
)

QUESTIONS = (ROLE, AGE, CHARGED, ADOLESCENCE, LEVEL, GENDER, LEARNING_DISABILITY, ONLINE)
SPECIALIST = LEVEL.among("problematic", "abusive", "violent") | LEVEL.unknown
YOUNGER = AGE.under(12) | AGE.unknown | ADOLESCENCE.among("pre-adolescent") | ADOLESCENCE.unknown
