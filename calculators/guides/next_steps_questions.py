"""The questions of Next steps, and the conditions that several of its rules share."""

from __future__ import annotations

from dataclasses import replace

from calculators.guides.facts import (
    ACTIVITY,
    CHILD_HARMED,
    DANGER,
    HARM,
    HARMED_AGE,
    IMAGES,
    LAST,
    LEVEL,
    NOW,
    OTHERS,
    ROLE,
    SERVICES,
    SHARE_HOME,
    SHARE_SCHOOL,
    THEN,
)

FIRST_AGE = THEN.cut_at(10, 13, 18)
LAST_AGE = LAST.cut_at(10, 13, 18)
AGE_NOW = NOW.cut_at(18, when=FIRST_AGE.under(18))
CHILD_NOW = AGE_NOW.under(18) | AGE_NOW.unknown | FIRST_AGE.unknown

YOUNGEST_HARMED = HARMED_AGE.cut_at(13, when=FIRST_AGE.at_least(13) & CHILD_HARMED)
DISPLAYED_UNDER_13 = FIRST_AGE.under(13) | FIRST_AGE.unknown
HARMED_UNDER_13 = YOUNGEST_HARMED.under(13) | YOUNGEST_HARMED.unknown
UNDER_13_ACTIVITY = replace(ACTIVITY, when=DISPLAYED_UNDER_13 | HARMED_UNDER_13)
TOOK_PLACE = UNDER_13_ACTIVITY.among("yes") | UNDER_13_ACTIVITY.unknown

TOGETHER = OTHERS.among("one", "two-or-more") & (FIRST_AGE.under(18) | FIRST_AGE.unknown)
HOME = replace(SHARE_HOME, when=TOGETHER)
SCHOOL = replace(SHARE_SCHOOL, when=TOGETHER)
CHOSEN_LEVEL = replace(LEVEL, when=CHILD_NOW)
LIKELY_HARM = replace(HARM, when=DANGER.among("no"))
KNOWN_TO = replace(SERVICES, when=CHILD_NOW)

HARM_OR_DANGER = LIKELY_HARM.among("yes") | LIKELY_HARM.unknown | DANGER.among("yes")
FROM_INAPPROPRIATE = CHOSEN_LEVEL.among("inappropriate", "problematic", "abusive", "violent") | CHOSEN_LEVEL.unknown
FROM_PROBLEMATIC = CHOSEN_LEVEL.among("problematic", "abusive", "violent") | CHOSEN_LEVEL.unknown
FROM_ABUSIVE = CHOSEN_LEVEL.among("abusive", "violent") | CHOSEN_LEVEL.unknown
SOME_IMAGES = IMAGES.among("experiment", "harm") | IMAGES.unknown
HARMFUL_IMAGES = IMAGES.among("harm") | IMAGES.unknown
# More than normal behaviour with nobody harmed and nothing else in doubt.
CONCERN = (
    FROM_INAPPROPRIATE
    | CHILD_HARMED
    | OTHERS.among("adult")
    | HARM_OR_DANGER
    | SOME_IMAGES
    | TOOK_PLACE
    | FIRST_AGE.at_least(18)
    | AGE_NOW.at_least(18)
)

QUESTIONS = (
    DANGER,
    ROLE,
    FIRST_AGE,
    LAST_AGE,
    AGE_NOW,
    OTHERS,
    YOUNGEST_HARMED,
    UNDER_13_ACTIVITY,
    HOME,
    SCHOOL,
    CHOSEN_LEVEL,
    LIKELY_HARM,
    IMAGES,
    KNOWN_TO,
)
