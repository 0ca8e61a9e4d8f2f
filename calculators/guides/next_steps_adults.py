"""Next steps where somebody is an adult: who displayed the behaviour, or who was harmed."""

from __future__ import annotations

from calculators.engine.rules import step
from calculators.guides.facts import CHILD_HARMED, OTHERS
from calculators.guides.next_steps_questions import (
    AGE_NOW,
    FIRST_AGE,
)

ADULTS = (
    step(
        "18-or-over",
        "adult-procedures",
        "talk-social-care",
        because="The person was 18 or over, and the guidance for children does not cover what an adult does.",
        when=FIRST_AGE.at_least(18),
        cites=("nel:scope", "hsbf:1.1.definition", "llr:2", "llr:8"),
        about="adult",
    ),
    step(
        "may-be-18",
        "adult-procedures",
        because="The age of the person who displayed the behaviour is not known.",
        when=FIRST_AGE.unknown,
        cites=("nel:scope", "hsbf:1.1.definition"),
        about="adult",
        only_if="the person was 18 or over",
    ),
    step(
        "adult-harmed-a-child",
        "refer",
        "report-to-police",
        because="A child was, or may have been, harmed by somebody of 18 or over.",
        when=FIRST_AGE.at_least(18) & CHILD_HARMED,
        cites=("llr:8", "llr:3.online", "nel:front-door"),
        about="harmed",
    ),
    step(
        "may-be-adult-harmed-a-child",
        "report-to-police",
        because="A child may have been harmed by somebody whose age is not known.",
        when=FIRST_AGE.unknown & CHILD_HARMED,
        cites=("llr:3.online", "nel:front-door"),
        only_if="the person was 18 or over",
    ),
    step(
        "adult-now",
        "talk-social-care",
        because="The person is 18 or over now and was a child then, and a child may still be at risk.",
        when=AGE_NOW.at_least(18),
        cites=("llr:2", "llr:8", "nel:front-door"),
    ),
    step(
        "adult-now-police",
        "report-to-police",
        because="A child was, or may have been, harmed by somebody who is 18 or over now.",
        when=AGE_NOW.at_least(18) & CHILD_HARMED,
        cites=("nel:front-door", "nel:police"),
    ),
    step(
        "18-to-21",
        "weigh-18-to-21",
        because="The framework says to consider age and stage then, recurrence, what was done, present concerns and strengths.",
        when=AGE_NOW.at_least(18) | FIRST_AGE.unknown,
        cites="hsbf:3.1.transitions",
        only_if="the person is 18 to 21 now",
    ),
    step(
        "adult-harmed",
        "refer-adult-social-care",
        because="A child’s behaviour may have harmed an adult who needs safeguarding.",
        when=OTHERS.among("adult") | OTHERS.unknown,
        cites="llr:2",
    ),
)
