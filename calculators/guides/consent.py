"""Consent: what law and procedure say when two children, or a child and an adult, were involved.

Child A is the child whose behaviour is asked about; child B is the other child or person. Each answer that is not
known counts as the worst it may be, until it is known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import ASSESS, Rule, avoid, says, step
from calculators.guides.consent_pair import ADULTS, ANSWERS_THAT_DO_NOT_FIT, PAIR, PICTURES
from calculators.guides.consent_questions import (
    ADULT,
    ALLEGED,
    CAPACITY,
    CHOICE,
    EXCHANGE,
    FORCE,
    NO_CHOICE,
    POWER,
    POWERFUL,
    QUESTIONS,
    RELATIONSHIP,
    SEXUAL_ACTIVITY,
    SOME_IMAGES,
    TOOK_PLACE,
    TWO_CHILDREN,
    A,
    B,
)
from calculators.guides.facts import IMAGES
from calculators.guides.standing import ALWAYS

if TYPE_CHECKING:
    from calculators.engine.ages import Ages

# What two young people of 16 or 17 freely agreed on is lawful, and nobody has to be told of it at once.
MORE_THAN_AGREED = ALLEGED | POWERFUL | SOME_IMAGES | A.under(16) | B.under(16) | A.at_least(18) | B.at_least(18)
STANDING = tuple(replace(rule, when=MORE_THAN_AGREED) if rule.key == "tell-the-lead" else rule for rule in ALWAYS)


def _for_each_child(child: Ages, other: Ages, name: str) -> tuple[Rule, ...]:
    """Give the rules that are said of each child separately."""
    key = child.key
    return (
        step(
            f"{key}-under-13",
            "child-protection-referral",
            because=f"{name} was under 13 at the time, and cannot consent in law to any sexual activity.",
            when=(child.under(13) | child.unknown) & TOOK_PLACE,
            cites=("llr:3.under-13", "ng55:1.3.5"),
            only_if="",
        ),
        step(
            f"{key}-under-13-police",
            "report-to-police",
            because=f"{name} was under 13 at the time and cannot consent in law, so there may be a crime.",
            when=(child.under(13) | child.unknown) & TOOK_PLACE,
            cites=("llr:3.under-13", "nel:front-door", "nel:police"),
        ),
        step(
            f"{key}-young",
            "talk-social-care",
            because="The lead and social care settle whether what a young child did is sexual activity or typical.",
            when=(child.under(13) | child.unknown) & SEXUAL_ACTIVITY.among("no"),
            cites=("ng55:1.2.4", "nel:typical", "llr:1"),
        ),
        step(
            f"{key}-under-10",
            "lead-enquiry-under-10",
            because=f"{name} is under 10 and below the age of criminal responsibility.",
            when=(child.under(10) | child.unknown) & ALLEGED,
            cites="llr:17",
            only_if="this child was under 10 and displayed the behaviour",
        ),
        step(
            f"{key}-competence",
            "assess-competence",
            because=f"{name} is 13 to 15, and the age of consent stays 16 whatever the assessment finds.",
            when=child.between(13, 15) & (other.under(18) | other.unknown),
            cites="llr:3.13-15",
            only_if="",
            about="all",
        ),
        step(
            f"{key}-may-be-13-to-15",
            "assess-competence",
            because=f"The age of child {name[-1]} is not known and may be 13 to 15.",
            when=child.unknown,
            cites="llr:3.13-15",
            only_if="this child is 13 to 15",
            about="all",
        ),
        says(
            f"{key}-13-to-15",
            "The age of consent is 16. Children of 13 to 15 are still vulnerable, even if they do not think so.",
            when=child.between(13, 15),
            cites="llr:3.13-15",
            about=name,
        ),
        says(
            f"{key}-16-or-17",
            "At 16 and 17 a young person has reached the age of consent and is still a child. Coercion, misuse of power, "
            "exploitation that looks agreed, and images each still call for action.",
            when=child.between(16, 17),
            cites=("llr:3.13-15", "nel:definitions", "hsbf:1.1.cse", "hsbf:1.1.definition", "hsbf:4.1.technology"),
            about=name,
        ),
    )


REMARKS = (
    says(
        "both-16-or-17-agreed",
        "Your answers show free choice, no pressure and nothing in exchange. At 16 and 17 both are still children. Talk to your "
        "safeguarding lead about anything that worries you.",
        when=A.between(16, 17)
        & B.between(16, 17)
        & CHOICE.among("yes")
        & FORCE.among("no")
        & POWER.among("no")
        & CAPACITY.among("yes")
        & EXCHANGE.among("no")
        & IMAGES.among("none")
        & ADULT.among("no"),
        cites=("llr:3.13-15", "nel:definitions", "hsbf:1.1.cse"),
        headline="Both have reached the age of consent. Stay alert to pressure, power and exploitation.",
    ),
    says(
        "no-sexual-activity",
        "You answered that there was no sexual activity that involved a child under 13. The Leicestershire procedure "
        "requires a child protection referral where there was any.",
        when=SEXUAL_ACTIVITY.among("no"),
        cites="llr:3.under-13",
    ),
    says(
        "images-experiment",
        "The Leicestershire procedure leaves out images made as experiment or to seek attention, with no harm meant, done "
        "or likely. They are still a safeguarding matter and are still covered by the law.",
        when=IMAGES.among("experiment"),
        cites=("llr:3.online", "ng55:1.2.1", "hsbf:4.1.technology"),
    ),
    says(
        "images-law",
        "It is a crime to take, make, share, show or possess an indecent image of anyone under 18. That includes an image that "
        "only looks like a photograph. Chief officers of police said in 2011 that they did not support prosecuting children for taking "
        "and sharing images of themselves. That is no reason to leave it.",
        when=SOME_IMAGES,
        cites="hsbf:4.1.technology",
    ),
    says(
        "adults-to-25",
        "NICE’s guideline counts 18 in, and reaches 25 for people with special educational needs or a disability.",
        when=A.at_least(18) & B.at_least(18),
        cites="ng55:terms",
    ),
    says(
        "check-power",
        "You answered that neither had power over the other. A marked difference in age or stage of development can be a "
        "difference in power. The sources give no number of years.",
        when=POWER.among("no"),
        cites=("hsbf:1.1.definition", "nel:concerning", "llr:5"),
        part=ASSESS,
    ),
    says(
        "differences",
        "Look at the nature of the relationship. Look at any difference in age, maturity, stage of development, functioning "
        "and experience, and at whether each saw what might follow.",
        when=TWO_CHILDREN,
        cites=("llr:3.13-15", "nel:concerning"),
        part=ASSESS,
    ),
    says(
        "development",
        "Look at where the behaviour falls on the continuum. Take into account each child’s stage of development, gender and "
        "any learning disability or neurodevelopmental condition, and not age alone.",
        when=TWO_CHILDREN,
        cites=("ng55:1.3.5", "nel:typical", "llr:3.continuum"),
        part=ASSESS,
    ),
    *(
        says(
            key,
            "The Leicestershire procedure says that teenagers do have sexual relationships that they agree on, without "
            "exploitation, and often with no harm. It describes healthy behaviour as mutual, between children of similar age "
            "and development, with no coercion and no distress. Your answers do not settle that.",
            when=A.between(low, high)
            & B.between(low, high)
            & RELATIONSHIP.among("peers")
            & CHOICE.among("yes")
            & FORCE.among("no")
            & POWER.among("no")
            & CAPACITY.among("yes")
            & EXCHANGE.among("no")
            & IMAGES.among("none")
            & ADULT.among("no"),
            cites=("llr:5", "llr:3", "llr:3.13-15", "hsbf:1.1.continuum"),
        )
        for key, low, high in (("marks-of-healthy-behaviour", 13, 15), ("marks-of-healthy-behaviour-16-or-17", 16, 17))
    ),
    avoid(
        "distress-is-not-consent",
        "Do not take giving in, fear or distress for consent.",
        when=NO_CHOICE,
        cites=("llr:5", "nel:concerning"),
    ),
)

GUIDE = Guide(
    key="consent",
    title="Consent",
    purpose="What law and procedure say when two children, or a child and another person, were involved: what has to "
    "happen for each, and what has to be assessed.",
    questions=QUESTIONS,
    rules=(
        *ANSWERS_THAT_DO_NOT_FIT,
        *_for_each_child(A, B, "Child A"),
        *_for_each_child(B, A, "Child B"),
        *PAIR,
        *PICTURES,
        *ADULTS,
        *REMARKS,
        *STANDING,
    ),
    judgement=(
        Judgement(
            "Whether what young children did was sexual activity, or typical of their stage. The lead settles that with "
            "children’s social care.",
            ("llr:1", "nel:typical", "ng55:1.2.4"),
        ),
        Judgement("Whether a child of 13 to 15 is competent to consent.", ("llr:3.13-15",)),
        Judgement("Where the behaviour falls on the continuum.", ("llr:3.continuum",)),
        Judgement(
            "Whether a child is suffering, or likely to suffer, significant harm. Children’s social care and the police "
            "decide on a strategy meeting.",
            ("llr:8", "llr:9"),
        ),
        Judgement("Whether to look at it as exploitation, harmful behaviour, or both.", ("hsbf:1.1.cse",)),
        Judgement(
            "Whether and when a parent is told. Involve them where it is safe. Think of the confidence of a young person who "
            "is competent to decide.",
            ("nel:early-help", "llr:3.13-15"),
        ),
    ),
)
