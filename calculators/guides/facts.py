"""The facts of a case that more than one calculator asks for: each has one exact meaning, one key and one wording.

An answer is carried from one calculator to another only where both ask for the same fact. What to do where a fact is
not known is said here, once. A calculator may cut an age at other birthdays, and say when a fact matters to it.
"""

from __future__ import annotations

from calculators.actions.people import ROLES
from calculators.engine.ages import ages, later_age
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.questions import (
    NO_YES_NOT_KNOWN,
    NotKnown,
    Option,
    Question,
    tick,
)

DISPLAYED = "Child who displayed the behaviour"
HARMED = "Child who was harmed"

DANGER = tick("danger", "A child is in immediate danger", heading="Is a child in danger now?", name="Danger now")

ROLE = Question(
    "role",
    "Which of these is your role?",
    name="Your role",
    options=tuple(Option(key, role.label) for key, role in ROLES.items()),
    ranked=False,
    for_display=True,
    hint="Your own steps come first in the answer. What others do stands below them.",
)

THEN = ages(
    "age-then",
    "How old was the child who displayed the behaviour when it happened?",
    name="Age when it happened",
    hint="If it went on for some time, give the age when it began.",
    until="age-last",
    not_known=NotKnown(
        "how old the child who displayed the behaviour was when it happened",
        "A parent or carer, the child’s school or children’s social care can tell you.",
        "Until you know, act as if the child was under 13, and possibly under 10.",
        ("llr:3.under-13", "llr:17"),
    ),
)
LAST = later_age(
    "age-last",
    "If it went on for some time, how old was the child when it last happened?",
    after="age-then",
    name="Age when it last happened",
    hint="Leave this empty if it happened once.",
)
NOW = later_age(
    "age-now",
    "How old is the child who displayed the behaviour now?",
    after="age-last",
    name="Age now",
    hint="Leave this empty if it is the same.",
    moves=True,
)
NOW_ALONE = ages(
    "age-now",
    "How old is the child who displayed the behaviour now?",
    name="Age now",
    not_known=NotKnown(
        "how old the child who displayed the behaviour is now",
        "A parent or carer, the child’s school or children’s social care can tell you.",
        "Until you know, keep open what each age calls for.",
        ("ng55:1.4.4", "llr:2"),
    ),
)

OTHERS = Question(
    "others",
    "Was another child harmed, or might one have been?",
    name="Others harmed",
    options=(
        Option("none-known", "Nobody that is known of"),
        Option("adult", "An adult, and no child that is known of"),
        Option("one", "One child"),
        Option("two-or-more", "Two or more children"),
        Option(NOT_KNOWN, "Not known"),
    ),
    hint="Count every child who was or may have been harmed. A member of staff is an adult. If a child and an adult were "
    "harmed, choose the number of children, and tell children’s social care about the adult too.",
    apart=("adult",),
    not_known=NotKnown(
        "whether another child was harmed",
        "Children’s social care and the police find this out. Tell them that you do not know.",
        "Until you know, act as if more than one child may have been harmed.",
        ("llr:6", "llr:9"),
    ),
)
CHILD_HARMED = OTHERS.among("one", "two-or-more") | OTHERS.unknown

HARMED_AGE = ages(
    "harmed-age",
    "How old was the child who was harmed when it happened?",
    name="Age of the child harmed",
    hint="If there were several, give the age of the youngest.",
    not_known=NotKnown(
        "how old the youngest child who was harmed was when it happened",
        "A parent or carer, the child’s school or children’s social care can tell you.",
        "Until you know, act as if the child was under 13.",
        ("llr:3.under-13",),
    ),
)
ACTIVITY = Question(
    "activity",
    "Was there, or may there have been, sexual activity that involved a child under 13?",
    name="Sexual activity, child under 13",
    options=NO_YES_NOT_KNOWN,
    hint="Count the child who displayed the behaviour and any other child. If you hesitate, choose “Not known”.",
    not_known=NotKnown(
        "whether there was sexual activity that involved a child under 13",
        "Children’s social care settles this with you. Do not question the children about it.",
        "Until you know, assume that there was.",
        ("llr:3.under-13",),
    ),
)
SHARE_HOME = Question(
    "share-home",
    "Do the children live in one family, household or placement?",
    name="Shared home",
    options=NO_YES_NOT_KNOWN,
    not_known=NotKnown(
        "whether the children live together",
        "Either child’s school, a parent or carer or children’s social care can tell you.",
        "Until you know, ask children’s social care how each child is kept safe at home.",
        ("hsbf:4.1.families",),
    ),
)
SHARE_SCHOOL = Question(
    "share-school",
    "Do the children go to the same school, college or early years setting?",
    name="Shared school",
    options=NO_YES_NOT_KNOWN,
    not_known=NotKnown(
        "whether the children go to the same school or setting",
        "Either child’s school, a parent or carer or children’s social care can tell you.",
        "Until you know, ask each child’s school or setting.",
        ("hsbf:3.1.education-response",),
    ),
)
LEVEL = Question(
    "level",
    "Which level on the continuum did a practitioner choose?",
    name="Level",
    options=(
        Option("normal", "Normal"),
        Option("inappropriate", "Inappropriate"),
        Option("problematic", "Problematic"),
        Option("abusive", "Abusive"),
        Option("violent", "Violent"),
        Option(NOT_KNOWN, "Not known, or not settled yet"),
    ),
    hint="A practitioner chooses the level, in the light of age and stage of development. No calculator does.",
    not_known=NotKnown(
        "the level of the behaviour on the continuum",
        "The safeguarding lead assesses it with your area’s agreed tool, and children’s social care settles it.",
        "Until it is settled, treat the behaviour as possibly abusive or violent.",
        ("ng55:1.2.3", "llr:3.continuum"),
    ),
)
HARM = Question(
    "harm",
    "Is a child suffering, or likely to suffer, significant harm?",
    name="Significant harm",
    options=NO_YES_NOT_KNOWN,
    hint="Think of each child involved, and of any other. If you hesitate, choose “Not known”.",
    not_known=NotKnown(
        "whether a child is suffering, or is likely to suffer, significant harm",
        "Children’s social care settles this with you.",
        "Until you know, assume that a child is suffering, or is likely to suffer, significant harm.",
        ("llr:6", "llr:9"),
    ),
)
SERVICES = Question(
    "services",
    "Which services work with the child who displayed the behaviour?",
    name="Known to services",
    options=(
        Option("none", "None"),
        Option("early-help", "Early help or Family Help"),
        Option("in-need", "Children’s social care, as a child in need or with a protection plan"),
        Option("looked-after", "The child is looked after, in foster or residential care"),
        Option(NOT_KNOWN, "Not known"),
    ),
    hint="If more than one fits, choose the last that does.",
    not_known=NotKnown(
        "which services work with the child who displayed the behaviour",
        "Children’s social care can tell you.",
        "Until you know, ask whether the child has a social worker or a lead practitioner, and whether the child is looked after.",
        ("llr:6", "nel:open-cases"),
    ),
)
IMAGES = Question(
    "images",
    "Were sexual images of anyone under 18 made, sent, shown or kept?",
    name="Images",
    options=(
        Option("none", "No"),
        Option(
            "experiment",
            "Yes, as experiment or to seek attention: not shared carelessly, and no harm meant, done or likely",
        ),
        Option(
            "harm", "Yes, with pressure, without consent, shared carelessly, or so that somebody was or may be harmed"
        ),
        Option(NOT_KNOWN, "Not known"),
    ),
    hint="Count images made by a computer program. Do not look at any image to find out.",
    not_known=NotKnown(
        "whether sexual images were made, sent, shown or kept",
        "Children’s social care and the police find this out. Do not search a device or look at an image.",
        "Until you know, act as if there may be images that harm somebody.",
        ("hsbf:4.1.technology", "llr:3.online"),
    ),
)
GROUP = Question(
    "group",
    "Did several children take part in displaying the behaviour, or is a group or gang behind it?",
    name="Several, a group or a gang",
    options=NO_YES_NOT_KNOWN,
    not_known=NotKnown(
        "whether several children took part, or a group or gang is behind it",
        "Children’s social care and the police find this out at the strategy discussion.",
        "Until you know, keep it open and say so when you refer.",
        ("llr:9", "hsbf:4.1.peers"),
    ),
)
LEARNING_DISABILITY = Question(
    "learning-disability",
    "Does the child who displayed the behaviour have a learning disability or a neurodevelopmental condition?",
    name="Learning disability",
    options=NO_YES_NOT_KNOWN,
    not_known=NotKnown(
        "whether the child has a learning disability or a neurodevelopmental condition",
        "The child’s school, parents or carers or health services can tell you.",
        "Until you know, keep in mind that many tools do not suit a child who has one.",
        ("ng55:1.3.5", "ng55:1.4.4"),
    ),
)
