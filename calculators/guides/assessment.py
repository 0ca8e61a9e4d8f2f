"""Assessment: which assessment each source asks for, who makes it and what has to be looked at.

The age is the age now, as tools go by development. The tools and the gaps stand in assessment_tools.py.
"""

from __future__ import annotations

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import avoid, check, says, step
from calculators.guides.assessment_questions import (
    AGE,
    CHARGED,
    GENDER,
    ONLINE,
    QUESTIONS,
    SPECIALIST,
    YOUNGER,
)
from calculators.guides.assessment_tools import GAPS, TOOLS
from calculators.guides.facts import LEARNING_DISABILITY, LEVEL
from calculators.guides.standing import ALWAYS

A_CHILD = AGE.under(18) | AGE.unknown
HAS_A_CHARGE = CHARGED.among("other", "sexual") | CHARGED.unknown
NOT_SETTLED_BY_COURT_OR_LEVEL = (
    LEVEL.among("normal", "inappropriate", "problematic")
    | LEVEL.unknown
    | CHARGED.among("no")
    | CHARGED.unknown
    | AGE.under(10)
)

FITTING = (
    check(
        "check-charge",
        "You answered that there is a charge with a sexual offence, and chose a level below problematic. Look again at the level with "
        "those who hold the case. Until it is settled, assess as for abusive.",
        "talk-social-care",
        "find-specialist-service",
        when=LEVEL.among("normal", "inappropriate") & CHARGED.among("sexual"),
        cites=("hsbf:1.1.definition", "llr:2", "llr:8"),
    ),
    says(
        "charge-and-level",
        "A charge with a sexual offence and a level below problematic do not fit together.",
        when=LEVEL.among("normal", "inappropriate") & CHARGED.among("sexual"),
        cites=("hsbf:1.1.definition", "llr:2"),
        headline="The charge and the level do not fit: assess as for abusive until that is settled.",
    ),
)

ARRANGE = (
    step(
        "adult",
        "adult-procedures",
        "talk-social-care",
        because="The person is 18 or over now, and both local procedures are about people under 18.",
        when=AGE.at_least(18),
        cites=("llr:2", "llr:8", "nel:scope", "ng55:terms", "hsbf:3.1.transitions"),
        about="adult",
    ),
    step(
        "may-be-18",
        "adult-procedures",
        because="The age is not known.",
        when=AGE.unknown,
        cites=("llr:2", "nel:scope"),
        about="adult",
        only_if="the person was 18 or over when it happened",
    ),
    step(
        "charge",
        "talk-social-care",
        because="There is a charge with a sexual offence.",
        when=CHARGED.among("sexual") | CHARGED.unknown,
        cites=("llr:8", "llr:2"),
    ),
    step(
        "charge-not-known",
        "find-specialist-service",
        because="It is not known whether there is a charge, and the level is below problematic.",
        when=LEVEL.among("normal", "inappropriate") & CHARGED.unknown,
        cites=("hsbf:1.1.definition", "ng55:1.4.4"),
        only_if="there is a charge with a sexual offence",
    ),
    step(
        "age-not-known",
        "talk-social-care",
        because="The age is not known, and a child may still be at risk.",
        when=AGE.unknown,
        cites=("llr:2", "llr:8", "nel:front-door"),
    ),
    step(
        "screen",
        "screen",
        because="In Leicestershire duty, social work and early help teams should use the Brook tool at initial screening.",
        when=A_CHILD & NOT_SETTLED_BY_COURT_OR_LEVEL,
        cites=("llr:2", "llr:8", "nel:tools"),
    ),
    step(
        "single-or-47",
        "section-47",
        "single-assessment",
        because="A tool for the behaviour stands beside these assessments and replaces neither.",
        when=A_CHILD,
        cites=("llr:10", "llr:8"),
    ),
    step(
        "harmed",
        "separate-workers",
        because="In Leicestershire the needs of a child who was harmed are assessed separately, even in one household.",
        when=A_CHILD & (LEVEL.among("inappropriate", "problematic", "abusive", "violent") | LEVEL.unknown),
        cites=("llr:8", "llr:2"),
        only_if="a child was harmed",
    ),
    step(
        "under-10",
        "lead-enquiry-under-10",
        because="The child is under 10, and in Leicestershire children’s social care leads by a shorter procedure.",
        when=AGE.under(10),
        cites="llr:17",
    ),
    step(
        "may-be-under-10",
        "lead-enquiry-under-10",
        because="The child’s age is not known, and the child may be under 10.",
        when=AGE.unknown,
        cites="llr:17",
        only_if="the child was under 10 when it happened",
    ),
    step(
        "specialist",
        "find-specialist-service",
        because="The level is problematic or worse, and NICE asks for an assessor with the skills.",
        when=SPECIALIST,
        cites=("ng55:1.4.1", "ng55:1.3.9"),
    ),
    step(
        "aim-at-12",
        "specialist-assessment",
        because="The Leicestershire procedure says that this should be carried out at 12 to 18, from problematic to violent.",
        when=(AGE.between(12, 17) | AGE.unknown) & SPECIALIST,
        cites=("llr:2", "llr:10"),
    ),
    step(
        "early-help",
        "early-help-assessment",
        because="NICE refers inappropriate behaviour for early help, and the framework has such an assessment at problematic too.",
        when=A_CHILD & (LEVEL.among("inappropriate", "problematic") | LEVEL.unknown),
        cites=("ng55:1.3.1", "ng55:1.3.2", "ng55:1.3.4", "hsbf:3.1.approaches", "hsbf:3.1.continuum", "llr:14"),
    ),
    step(
        "youth-justice",
        "assetplus",
        "assess-with-youth-justice",
        because="Every child who enters the youth justice system should have an AssetPlus assessment, which is not a specialist one.",
        when=HAS_A_CHARGE,
        cites=("hsbf:3.1.justice", "llr:8"),
    ),
    step(
        "gather",
        "gather-records",
        because="NICE says to obtain what else is needed, incident reports included.",
        when=SPECIALIST,
        cites="ng55:1.4.2",
    ),
    step(
        "suit-the-child",
        "choose-tools-for-child",
        because="Developmental age, gender, and learning and neurodevelopmental disabilities count, and clinical judgement with them.",
        when=SPECIALIST,
        cites=("ng55:1.4.3", "ng55:1.4.4", "hsbf:3.1.approaches"),
    ),
    step(
        "learning-disability",
        "assess-learning-need",
        because="The child has, or may have, a learning disability, and may not understand that the behaviour harms.",
        when=LEARNING_DISABILITY.among("yes") | LEARNING_DISABILITY.unknown,
        cites=("llr:5", "hsbf:4.1.adolescents", "hsbf:4.1.learning-disabilities", "ng55:1.4.3"),
    ),
    step(
        "online",
        "assess-online",
        because="Technology was part of the behaviour, and offline behaviour may go with it.",
        when=ONLINE.among("yes") | ONLINE.unknown,
        cites=("hsbf:4.1.technology-tools", "hsbf:4.1.technology"),
    ),
    step(
        "images",
        "images-do-not-view",
        because="The law covers images of everyone under 18.",
        when=ONLINE.among("yes") | ONLINE.unknown,
        cites="hsbf:4.1.technology",
    ),
    step(
        "18-to-21",
        "weigh-18-to-21",
        because="The framework says to consider age and stage then, recurrence, what was done, present concerns and strengths.",
        when=AGE.between(18, 21),
        cites="hsbf:3.1.transitions",
    ),
    step(
        "may-be-18-to-21",
        "weigh-18-to-21",
        because="The age is not known.",
        when=AGE.unknown,
        cites="hsbf:3.1.transitions",
        only_if="the person is 18 to 21 now",
    ),
    step(
        "share-the-outcome",
        "share-outcome",
        because="The framework shares the outcome by the local policy on sharing information.",
        cites="hsbf:3.3",
    ),
)

DO_NOT = (
    avoid(
        "not-adolescent-models",
        "Do not use with a pre-adolescent child an assessment or model made for adolescents. Look at development, any history of abuse "
        "and social background. Few tools are made for this age.",
        when=YOUNGER,
        cites=("hsbf:3.3", "ng55:1.4.4"),
    ),
    avoid(
        "girls-alike",
        "Do not explain a girl’s behaviour away by her own abuse. She should have the same way of referral and assessment as a boy, with "
        "a tool that reflects her. Assessment frameworks rest largely on what is known of boys.",
        when=GENDER.among("girl") | GENDER.unknown,
        cites=("hsbf:3.1.thresholds", "hsbf:4.1.young-women", "hsbf:4.3.example"),
    ),
    avoid(
        "tool-alone",
        "Do not let a tool decide, and do not wait for one before you protect a child. A checklist does not replace an expert assessment.",
        cites=("ng55:1.4.4", "llr:3.screening"),
    ),
    avoid(
        "licensed",
        "Do not copy, lend or pass on a tool. Brook’s is for those who took its training (revised 2020; older versions are unsupported). "
        "In North East Lincolnshire, AIM3 is for trained AIM practitioners. For the others the sources do not say who may use them. Ask "
        "the publisher or the specialist service.",
        cites=("nel:tools", "nel:panel", "llr:resources"),
    ),
)

GUIDE = Guide(
    key="assessment",
    title="Assessment",
    purpose="Which assessment and which tools each source names for this child, who may use them, and where the sources leave a gap.",
    questions=QUESTIONS,
    rules=(*FITTING, *ARRANGE, *DO_NOT, *TOOLS, *GAPS, *ALWAYS),
    judgement=(
        Judgement("Which tool suits the child, with clinical judgement.", ("ng55:1.4.4", "hsbf:3.1.approaches")),
        Judgement(
            "Who counts as adolescent, and when an 18th birthday is near.", ("ng55:1.4.4", "nel:panel-assessment")
        ),
        Judgement("What fills a gap that the sources leave.", ("ng55:1.4.4", "hsbf:3.1.thresholds")),
    ),
)
