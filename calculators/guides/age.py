"""Age: what holds at a child’s age, by the age on the day of the behaviour and by the age now.

An age is in completed years. Two dates, the birth and the behaviour, give the age on the day exactly.
"""

from __future__ import annotations

from calculators.engine.guide import AgeFromDates, Guide, Judgement
from calculators.engine.rules import step
from calculators.guides.age_questions import DEVELOPMENT, FIRST_AGE, NOW_AGE, QUESTIONS, TOOK_PLACE
from calculators.guides.age_says import BY_THE_AGE_NOW, BY_THE_AGE_THEN, LAW
from calculators.guides.standing import ALWAYS

STEPS = (
    step(
        "under-10",
        "lead-enquiry-under-10",
        because="The child was under 10 and below the age of criminal responsibility.",
        when=FIRST_AGE.under(10),
        cites="llr:17",
    ),
    step(
        "may-be-under-10",
        "lead-enquiry-under-10",
        because="The age is not known, and the child may have been under 10.",
        when=FIRST_AGE.unknown,
        cites="llr:17",
        only_if="the child was under 10 when it happened",
    ),
    step(
        "police-interview",
        "agree-interview",
        "police-interview",
        because="From 10, only the police put an alleged offence to a child.",
        when=FIRST_AGE.between(10, 17) | FIRST_AGE.unknown,
        cites=("llr:15", "llr:9"),
    ),
    step(
        "under-13-consent",
        "child-protection-referral",
        because="A child under 13 cannot consent in law to any sexual activity.",
        when=(FIRST_AGE.under(13) | FIRST_AGE.unknown) & TOOK_PLACE,
        cites="llr:3.under-13",
        only_if="",
    ),
    step(
        "competence",
        "assess-competence",
        because="At 13 to 15 competence to consent is assessed, and the age of consent stays 16.",
        when=FIRST_AGE.between(13, 15) | FIRST_AGE.unknown,
        cites="llr:3.13-15",
        only_if="the child was 13 to 15 and there was sexual activity",
    ),
    step(
        "under-18-images",
        "images-do-not-view",
        "tell-lead",
        because="The law covers indecent images of everyone under 18.",
        when=FIRST_AGE.under(18) | FIRST_AGE.unknown,
        cites=("hsbf:4.1.technology", "ng55:1.2.1"),
        only_if="there is an indecent image of somebody under 18",
    ),
    step(
        "under-13-pornography",
        "consider-pornography",
        "tell-lead",
        because="Under 13, having seen pornography is a safeguarding concern, and more so the younger the child.",
        when=FIRST_AGE.under(13) | FIRST_AGE.unknown,
        cites=("hsbf:4.1.technology", "ng55:1.2.1"),
        only_if="the child has seen pornography",
    ),
    step(
        "13-to-17-pornography",
        "tell-lead",
        because="NICE counts viewing pornography that does not fit the child’s age and stage as a possible sign.",
        when=FIRST_AGE.between(13, 17),
        cites="ng55:1.2.1",
        only_if="the child has seen pornography that does not fit age or stage",
    ),
    step(
        "18-or-over",
        "adult-procedures",
        "talk-social-care",
        "refer-adult-social-care",
        because="The person was 18 or over, and a child or an adult may be at risk.",
        when=FIRST_AGE.at_least(18),
        cites=("nel:scope", "hsbf:1.1.definition", "hsbf:3.1.transitions", "llr:2", "llr:8", "ng55:terms"),
    ),
    step(
        "may-be-18-or-over",
        "adult-procedures",
        "talk-social-care",
        "refer-adult-social-care",
        because="The age is not known, and the person may have been 18 or over.",
        when=FIRST_AGE.unknown,
        cites=("nel:scope", "llr:2", "llr:8"),
        only_if="the person was 18 or over",
    ),
    step(
        "development-differs",
        "choose-tools-for-child",
        because="The stage of development differs from the age, or may do, and counts in choosing a tool.",
        when=DEVELOPMENT.among("yes") | DEVELOPMENT.unknown,
        cites=("ng55:1.3.5", "ng55:1.4.3", "nel:typical", "hsbf:1.3"),
    ),
    step(
        "may-be-harmed",
        "consider-harm",
        because="A young child may have been abused or neglected, or have seen sexual material or violence at home.",
        when=FIRST_AGE.under(12) | FIRST_AGE.unknown,
        cites=("llr:4", "hsbf:2.1.early", "nel:child-protection"),
    ),
    step(
        "12-to-18-assessment",
        "specialist-assessment",
        because="From 12 to 18 the local procedures have a specialist assessment.",
        when=NOW_AGE.between(12, 17) | NOW_AGE.unknown,
        cites=("llr:2", "nel:panel-referral"),
        only_if="the behaviour is problematic, abusive or violent",
    ),
    step(
        "18-to-21",
        "weigh-18-to-21",
        because="At 18 to 21 there is a known gap in services.",
        when=NOW_AGE.between(18, 21) | NOW_AGE.unknown,
        cites="hsbf:3.1.transitions",
    ),
)

GUIDE = Guide(
    key="age",
    title="Age",
    purpose="What holds at a child’s age, when it happened and now, with both bands where two meet, and what changes at the "
    "next birthday.",
    questions=QUESTIONS,
    rules=(*STEPS, *LAW, *BY_THE_AGE_THEN, *BY_THE_AGE_NOW, *ALWAYS),
    judgement=(
        Judgement("The child’s stage of development, and which of two bands fits.", ("ng55:1.3.5", "nel:typical")),
        Judgement("Which tool suits the child, with clinical judgement.", ("ng55:1.4.4",)),
        Judgement(
            "Who counts as adolescent, and when an 18th birthday is near.", ("ng55:1.4.4", "nel:panel-assessment")
        ),
    ),
    dates=(
        AgeFromDates(
            FIRST_AGE.key,
            birth="birth",
            day="behaviour",
            birth_text="Date of birth",
            day_text="Date of the behaviour",
        ),
    ),
)
