"""The questions of Consent, and the conditions that several of its rules share.

Child A is the child whose behaviour is asked about; child B is the other child or person. What is asked of two
children is not asked where one of the two is an adult: that is another matter, with procedures of its own.
"""

from __future__ import annotations

from dataclasses import replace

from calculators.engine.ages import ages
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import NO_YES_NOT_KNOWN, YES_NO_NOT_KNOWN, NotKnown, Option, Question
from calculators.guides.facts import ACTIVITY, IMAGES, ROLE

LINES = (10, 13, 16, 18)
FIND_AGE = "A parent or carer, the child’s school or children’s social care can tell you."
DO_NOT_ASK = "Children’s social care and the police find this out. Do not question the children about it."

A = ages(
    "child-a",
    "How old was child A when it happened?",
    *LINES,
    name="Child A’s age when it happened",
    hint="Child A is the child whose behaviour you are asking about. If both took part alike, take either. If it went on "
    "for some time, give the age when it began. With more than two children, check each pair.",
    not_known=NotKnown(
        "how old child A was when it happened",
        FIND_AGE,
        "Until you know, act as if the child was under 13.",
        ("llr:3.under-13", "llr:17"),
    ),
)
B = ages(
    "child-b",
    "How old was child B when it happened?",
    *LINES,
    name="Child B’s age when it happened",
    hint="Child B is the other child. If the other person is an adult, give that age all the same. If it went on for some "
    "time, give the age when it began.",
    not_known=NotKnown(
        "how old child B was when it happened",
        FIND_AGE,
        "Until you know, act as if the child was under 13.",
        ("llr:3.under-13", "llr:17"),
    ),
)
A_UNDER_13, B_UNDER_13 = A.under(13) | A.unknown, B.under(13) | B.unknown
TWO_CHILDREN = (A.under(18) | A.unknown) & (B.under(18) | B.unknown)

SEXUAL_ACTIVITY = replace(ACTIVITY, when=A_UNDER_13 | B_UNDER_13)
TOOK_PLACE = SEXUAL_ACTIVITY.among("yes") | SEXUAL_ACTIVITY.unknown
# Where a child under 13 took part in sexual activity, no answer about choice or power can make it consent.
MAY_HAVE_CONSENTED = (
    TWO_CHILDREN & (SEXUAL_ACTIVITY.among("no") | A.between(13, 17)) & (SEXUAL_ACTIVITY.among("no") | B.between(13, 17))
)
BOTH_TEENAGERS = A.between(13, 17) & B.between(13, 17)

RELATIONSHIP = Question(
    "relationship",
    "How do they know each other?",
    name="Relationship",
    options=(
        Option("peers", "As friends, partners or others outside the family"),
        Option("family", "As brothers, sisters or relatives, or in one household or placement"),
        Option(NOT_KNOWN, "Not known"),
    ),
    not_known=NotKnown(
        "how they know each other",
        "Either child’s school, a parent or carer or children’s social care can tell you.",
        "Until you know, ask children’s social care how each child is kept safe at home.",
        ("llr:3.13-15", "hsbf:4.1.families"),
    ),
)
CHOICE = Question(
    "choice",
    "Did each of them choose it freely, without distress?",
    name="Free choice",
    options=YES_NO_NOT_KNOWN,
    hint="Choose “No” if anyone was reluctant, upset or gave in.",
    when=MAY_HAVE_CONSENTED,
    not_known=NotKnown(
        "whether each of them chose freely",
        DO_NOT_ASK,
        "Until you know, act as if one of them did not.",
        ("llr:5", "llr:3.continuum"),
    ),
)
FORCE = Question(
    "force",
    "Was there force, a threat, a bribe, a trick, pressure or manipulation?",
    name="Force or pressure",
    options=NO_YES_NOT_KNOWN,
    when=TWO_CHILDREN,
    not_known=NotKnown(
        "whether there was force or pressure",
        DO_NOT_ASK,
        "Until you know, act as if there was.",
        ("nel:concerning", "hsbf:1.1.definition"),
    ),
)
POWER = Question(
    "power",
    "Did one of them have power over the other?",
    name="Power",
    options=NO_YES_NOT_KNOWN,
    hint="Through age, stage of development, understanding, disability, strength, or standing with others.",
    when=BOTH_TEENAGERS,
    not_known=NotKnown(
        "whether one of them had power over the other",
        "People who know both children can tell you, such as a school, a parent or carer or a social worker.",
        "Until you know, act as if one of them had.",
        ("hsbf:1.1.definition", "llr:3.13-15"),
    ),
)
CAPACITY = Question(
    "capacity",
    "As far as you know, can each of them understand and decide?",
    name="Understanding",
    options=YES_NO_NOT_KNOWN,
    hint="Think of maturity, learning disability, functioning, and whether they see what may follow.",
    when=MAY_HAVE_CONSENTED,
    not_known=NotKnown(
        "whether each of them can understand and decide",
        "A school, health services or a social worker who knows the child can tell you.",
        "Until you know, act as if one of them cannot.",
        ("llr:3.13-15",),
    ),
)
EXCHANGE = Question(
    "exchange",
    "Was anything given, promised or gained in exchange?",
    name="Exchange",
    options=NO_YES_NOT_KNOWN,
    hint="Something a child needed or wanted; or money or standing for somebody else.",
    not_known=NotKnown(
        "whether anything was given, promised or gained in exchange",
        DO_NOT_ASK,
        "Until you know, keep exploitation in mind and say so when you refer.",
        ("nel:definitions", "hsbf:1.1.cse"),
    ),
)
ADULT = Question(
    "adult",
    "Is an adult, 18 or over, involved in any other way?",
    name="Adult involved",
    options=NO_YES_NOT_KNOWN,
    when=TWO_CHILDREN,
    not_known=NotKnown(
        "whether an adult is involved",
        DO_NOT_ASK,
        "Until you know, act as if one is.",
        ("llr:3.online", "llr:10"),
    ),
)
QUESTIONS = (ROLE, A, B, SEXUAL_ACTIVITY, RELATIONSHIP, CHOICE, FORCE, POWER, CAPACITY, EXCHANGE, IMAGES, ADULT)

NO_CHOICE = CHOICE.among("no") | CHOICE.unknown
FORCED = FORCE.among("yes") | FORCE.unknown
POWERFUL = POWER.among("yes") | POWER.unknown
EXCHANGED = EXCHANGE.among("yes") | EXCHANGE.unknown
SOME_IMAGES = IMAGES.among("experiment", "harm") | IMAGES.unknown
HARMFUL_IMAGES = IMAGES.among("harm") | IMAGES.unknown
FAMILY = RELATIONSHIP.among("family") | RELATIONSHIP.unknown
ADULT_TOO = ADULT.among("yes") | ADULT.unknown
CANNOT_DECIDE = CAPACITY.among("no") | CAPACITY.unknown
ADULT_AND_CHILD = (A.at_least(18) & B.under(18), B.at_least(18) & A.under(18))
AGE_NOT_KNOWN = A.unknown | B.unknown
# More than what two young people freely agreed on: what the procedure keeps for harm or a doubt about it.
ALLEGED = (
    NO_CHOICE | FORCED | CANNOT_DECIDE | EXCHANGED | HARMFUL_IMAGES | FAMILY | ADULT_TOO | TOOK_PLACE | AGE_NOT_KNOWN
)
