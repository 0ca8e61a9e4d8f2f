"""What Enquiry and meetings and Criminal process both ask and both say: ages, who was harmed, adults, both children."""

from __future__ import annotations

from calculators.engine.rules import avoid, says, step
from calculators.guides.facts import CHILD_HARMED, DISPLAYED, LAST, NOW, OTHERS, THEN

AGE_THEN = THEN.cut_at(10, 18)
AGE_LAST = LAST.cut_at(10, 18)
AGE_NOW = NOW.cut_at(17, 18, when=AGE_THEN.under(18))

A_CHILD_THEN = AGE_THEN.under(18) | AGE_THEN.unknown
FROM_10 = AGE_THEN.between(10, 17) | AGE_THEN.unknown
CHILD_NOW = AGE_NOW.under(18) | AGE_NOW.unknown | AGE_THEN.unknown

BOTH_CHILDREN = (
    step(
        "separate",
        "separate-workers",
        because="The enquiries about each child are kept separate, even where the children live in one household.",
        when=A_CHILD_THEN & CHILD_HARMED,
        cites=("llr:8", "llr:13"),
        only_if="",
    ),
    step(
        "legal-advice",
        "legal-advice",
        because="The Leicestershire procedure says that a child and their family should always be told of this right.",
        when=A_CHILD_THEN,
        cites="llr:8",
    ),
    step(
        "harmed-support",
        "support-harmed-through-process",
        because="A harmed child may need support through interviews under the Achieving Best Evidence guidance and at court.",
        when=CHILD_HARMED,
        cites="llr:12",
    ),
)

ADULTS = (
    step(
        "18-or-over",
        "adult-procedures",
        "talk-social-care",
        because="The person was 18 or over, and the guidance for children does not cover what an adult does.",
        when=AGE_THEN.at_least(18),
        cites=("llr:2", "llr:8", "nel:scope"),
        about="adult",
    ),
    step(
        "may-be-18",
        "adult-procedures",
        because="The age of the person who displayed the behaviour is not known.",
        when=AGE_THEN.unknown,
        cites=("nel:scope", "hsbf:1.1.definition"),
        about="adult",
        only_if="the person was 18 or over",
    ),
    step(
        "adult-harmed-a-child",
        "refer",
        "report-to-police",
        because="A child was, or may have been, harmed by somebody of 18 or over.",
        when=AGE_THEN.at_least(18) & CHILD_HARMED,
        cites=("llr:8", "llr:3.online", "nel:front-door"),
        about="harmed",
    ),
    step(
        "may-be-an-adult-who-harmed",
        "refer",
        "report-to-police",
        because="A child was, or may have been, harmed, and the age of the person who did it is not known.",
        when=AGE_THEN.unknown & CHILD_HARMED,
        cites=("llr:8", "llr:3.online", "nel:front-door"),
        about="harmed",
    ),
    step(
        "may-be-an-adult-now",
        "talk-social-care",
        because="The age of the person is not known, and a child may still be at risk.",
        when=AGE_THEN.unknown | AGE_NOW.unknown,
        cites=("llr:2", "llr:8", "nel:front-door"),
    ),
    step(
        "adult-now",
        "talk-social-care",
        because="The person is 18 or over now and was a child then, and a child may still be at risk.",
        when=AGE_NOW.at_least(18),
        cites=("llr:2", "llr:8", "nel:front-door"),
    ),
    step(
        "18-to-21",
        "weigh-18-to-21",
        because="The framework says to consider age and stage then, recurrence, what was done, present concerns and strengths.",
        when=AGE_NOW.at_least(18) | AGE_NOW.unknown | AGE_THEN.unknown,
        cites="hsbf:3.1.transitions",
        only_if="the person is 18 to 21 now",
    ),
    step(
        "transition",
        "plan-transition",
        because="The framework says to give particular attention to young people who move between services because of their age.",
        when=AGE_NOW.at_least(17) | AGE_NOW.unknown | AGE_THEN.unknown,
        cites="hsbf:3.1.transitions",
        only_if="an 18th birthday is near or past",
    ),
    step(
        "adult-harmed",
        "refer-adult-social-care",
        because="An adult who was harmed may need safeguarding.",
        when=OTHERS.among("adult") | OTHERS.unknown,
        cites="llr:2",
    ),
    step(
        "adult-harmed-too",
        "refer-adult-social-care",
        because="An adult may have been harmed as well as a child, and may need safeguarding.",
        when=OTHERS.among("one", "two-or-more"),
        cites="llr:2",
        only_if="an adult was harmed as well, and needs safeguarding",
    ),
    says(
        "to-25",
        "For somebody with special educational needs or a disability, NICE’s guideline goes on to the age of 25.",
        when=AGE_NOW.at_least(18),
        cites="ng55:terms",
        about=DISPLAYED,
    ),
    says(
        "which-day-18",
        "The person was a child when it happened and is 18 or over now. The steps for what a child did stand beside those for an adult. "
        "No source says which day counts. Ask the police and children’s social care together.",
        when=AGE_NOW.at_least(18),
        cites=("llr:2", "nel:scope", "hsbf:3.1.transitions"),
        about=DISPLAYED,
    ),
)

WHICH_DAY_10 = says(
    "which-day-10",
    "Below the age of 10 a child cannot be held criminally responsible, and children’s social care leads. If it went on after the "
    "10th birthday, the steps for 10 and over hold as well. No source says which day counts. Ask the police and children’s "
    "social care together.",
    when=AGE_THEN.under(10) | AGE_THEN.unknown,
    cites=("llr:17", "llr:15"),
    about=DISPLAYED,
)
UNDER_10_POLICE = avoid(
    "under-10-police",
    "Do not hold back from calling the police in an emergency because this child is under 10. The limit is on the criminal "
    "investigation of this child, and of nobody else.",
    when=AGE_THEN.under(10) | AGE_THEN.unknown,
    cites=("llr:17", "nel:judgement", "nel:front-door"),
    about=DISPLAYED,
)
