"""The questions of Age."""

from __future__ import annotations

from dataclasses import replace

from calculators.engine.questions import NO_YES_NOT_KNOWN, NotKnown, Question
from calculators.guides.facts import ACTIVITY, LAST, NOW, ROLE, THEN

LINES_THEN = (5, 6, 9, 10, 12, 13, 14, 16, 18)
FIRST_AGE = replace(
    THEN.cut_at(*LINES_THEN),
    hint="If it went on for some time, give the age when it began. Or leave this empty and give the two dates.",
)
LAST_AGE = LAST.cut_at(*LINES_THEN)
NOW_AGE = NOW.cut_at(10, 12, 13, 17, 18, 19, 22, 26)
SEXUAL_ACTIVITY = replace(ACTIVITY, when=FIRST_AGE.under(13) | FIRST_AGE.unknown)
TOOK_PLACE = SEXUAL_ACTIVITY.among("yes") | SEXUAL_ACTIVITY.unknown
DEVELOPMENT = Question(
    "development",
    "Does the child’s stage of development differ from their age?",
    name="Development differs",
    options=NO_YES_NOT_KNOWN,
    hint="Through learning disability, a neurodevelopmental condition, delay, or early or late maturity.",
    not_known=NotKnown(
        "whether the child’s development differs from their age",
        "Ask whoever holds the child’s health and social care record.",
        "Until you know, act as if it does.",
        ("ng55:1.3.3", "ng55:1.3.5"),
    ),
)
QUESTIONS = (ROLE, FIRST_AGE, LAST_AGE, NOW_AGE, SEXUAL_ACTIVITY, DEVELOPMENT)
