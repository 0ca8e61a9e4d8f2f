"""Age: every line that the sources draw at an age, and the next one.

An age is in completed years. Two dates, the birth and the behaviour, give it exactly.
"""

from __future__ import annotations

from calculators.actions.people import LEAD, SOCIAL_CARE, YOU
from calculators.engine.guide import (
    ASSESS,
    AVOID,
    FIND_OUT,
    NEXT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    SAYS,
    TODAY,
    AgeFromDates,
    Guide,
    LeftToPeople,
    Question,
    Rule,
    ages,
)
from calculators.guides.always import ALWAYS

CHILD = ages(
    "child",
    "How old was the child?",
    5,
    6,
    9,
    10,
    12,
    13,
    14,
    16,
    17,
    18,
    19,
    22,
    26,
    name="Age",
    hint="The age in whole years on the day of the behaviour; if it went on for some time, when it began. Or leave this empty and give the two dates.",
)
DEVELOPMENT = Question(
    "development",
    "Does the child’s stage of development differ from their age?",
    name="Development differs",
    options=NO_YES_NOT_KNOWN,
    hint="Through learning disability, a neurodevelopmental condition, delay, or early or late maturity.",
)

RULES = (
    # The law, and who leads.
    Rule(
        "under-10",
        cites=("llr:17",),
        when=(CHILD.may_be_under(10),),
        group=NEXT,
        who=SOCIAL_CARE,
        then="If this child displayed the behaviour: under 10 is below the age of criminal responsibility, so children’s social care leads the enquiry, by a procedure it can simplify, and the police do not investigate the child as for a crime. In danger they still come, and what anyone of 10 or over did is another matter.",
    ),
    Rule(
        "from-10",
        cites=("llr:15", "llr:9"),
        when=(CHILD.may_be_between(10, 17),),
        group=SAYS,
        then="From 10, an alleged offence is put to the child only by the police, under the Police and Criminal "
        "Evidence Act 1984 (PACE). Police and social care first agree how to interview; it may be "
        "better to interview the child as a possible victim.",
    ),
    Rule(
        "under-13-consent",
        cites=("llr:3.under-13",),
        when=(CHILD.may_be_under(13),),
        group=TODAY,
        who=LEAD,
        contact="front-door",
        then="Under 13, a child cannot consent in law to any sexual activity. Where there was any, make a child "
        "protection referral.",
    ),
    Rule(
        "13-to-15-consent",
        cites=("llr:3.13-15",),
        when=(CHILD.may_be_between(13, 15),),
        group=ASSESS,
        then="At 13, 14 and 15, under the age of consent (16): competence to consent (Gillick, using the Fraser guidelines) and the nature of the relationship. Whatever the assessment finds, the age of consent stays 16.",
    ),
    Rule(
        "16-or-17-consent",
        cites=(
            "llr:3.13-15",
            "nel:definitions",
            "hsbf:1.1.cse",
            "hsbf:1.1.definition",
            "hsbf:4.1.technology",
        ),
        when=(CHILD.between(16, 17),),
        group=SAYS,
        then="At 16 and 17 a young person has reached the age of consent and is still a child: coercion, misuse of power, exploitation that looks agreed, and images each still call for action.",
    ),
    Rule(
        "under-18",
        cites=("llr:2", "nel:scope", "hsbf:1.1.definition", "nel:definitions"),
        when=(CHILD.may_be_under(18),),
        group=SAYS,
        then="Under 18: the procedure, the definition of harmful sexual behaviour and that of child sexual "
        "exploitation all apply.",
    ),
    Rule(
        "under-18-images",
        cites=(
            "hsbf:4.1.technology",
            "ng55:1.2.1",
        ),
        when=(CHILD.may_be_under(18),),
        group=TODAY,
        who=YOU,
        then="Tell your named safeguarding lead of any indecent image of this child or held by this child, whoever made it and whatever was agreed: the law covers images of everyone under 18. Do not copy, keep, send or show it.",
    ),
    Rule(
        "under-13-pornography",
        cites=(
            "hsbf:4.1.technology",
            "ng55:1.2.1",
        ),
        when=(CHILD.may_be_under(13),),
        group=TODAY,
        who=YOU,
        then="Under 13, having seen pornography is a safeguarding concern; the younger, the graver. Tell your named safeguarding lead. Consider who or what led to it, and how the child is supervised. From 13 too, tell the lead where it does not fit the child’s age or stage.",
    ),
    Rule(
        "18-or-over",
        cites=(
            "nel:scope",
            "hsbf:1.1.definition",
            "hsbf:3.1.transitions",
            "llr:2",
            "llr:8",
            "ng55:terms",
        ),
        when=(CHILD.may_be_at_least(18),),
        group=TODAY,
        who=LEAD,
        then="From 18 the LLR procedure, the NEL guidance and the definition of harmful sexual behaviour stop; NICE NG55 goes further. For behaviour before 18, ask with the age on that day. For behaviour since, follow adult procedures. Refer a child who may be at risk to children’s social care, and an adult who was harmed and needs safeguarding to adult social care.",
    ),
    # Development before age.
    Rule(
        "development-differs",
        cites=("ng55:1.3.5", "ng55:1.4.3", "nel:typical", "hsbf:1.3"),
        when=(DEVELOPMENT.may_be("yes"),),
        group=TODAY,
        who=LEAD,
        then="Take the stage of development into account, not age alone, and say what you know of it when you refer; assessors work with specialist services where that helps. What the law says still goes by age in years.",
    ),
    Rule(
        "development-not-known",
        cites=("ng55:1.3.3", "ng55:1.3.5"),
        when=(DEVELOPMENT.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether development differs from age: ask whoever holds the health and social care record. Until it is known, act as if it does.",
    ),
    Rule(
        "age-not-known",
        cites=("llr:3.under-13", "llr:17"),
        when=(CHILD.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know the age. Find it out; until then act as if the child were under 13. Every line on what has to happen, and what not to do, is shown as for the worst; lines that only say what a source calls an age are not.",
    ),
    Rule(
        "age-and-stage",
        cites=("hsbf:1.3", "nel:identifying", "llr:3.continuum"),
        always=True,
        group=ASSESS,
        then="The meaning of the behaviour at this child’s age and stage: the same act means different things at "
        "different stages.",
    ),
    # Words for age.
    Rule(
        "ng55-child",
        cites=(
            "ng55:terms",
            "llr:2",
            "nel:scope",
        ),
        when=(CHILD.under(10),),
        group=SAYS,
        then="NICE NG55 calls this age “children”. The two local procedures call everyone under 18 a child.",
    ),
    Rule(
        "ng55-young-person",
        cites=("ng55:terms",),
        when=(CHILD.between(10, 18),),
        group=SAYS,
        then="NICE NG55 calls ages 10 to 18 “young people”.",
    ),
    Rule(
        "ng55-to-25",
        cites=("ng55:terms",),
        when=(CHILD.between(19, 25),),
        group=SAYS,
        then="NICE NG55 reaches to age 25 for people with special educational needs or a disability.",
    ),
    # Screening and typical development.
    Rule(
        "band-0-5",
        cites=("llr:3.screening",),
        when=(CHILD.between(0, 5),),
        group=SAYS,
        then="Screening checklist of the LLR procedure: band 0–5.",
    ),
    Rule(
        "band-5-9",
        cites=("llr:3.screening",),
        when=(CHILD.between(5, 9),),
        group=SAYS,
        then="Screening checklist of the LLR procedure: band 5–9.",
    ),
    Rule(
        "band-9-13",
        cites=("llr:3.screening",),
        when=(CHILD.between(9, 13),),
        group=SAYS,
        then="Screening checklist of the LLR procedure: band 9–13.",
    ),
    Rule(
        "band-13-17",
        cites=("llr:3.screening",),
        when=(CHILD.between(13, 17),),
        group=SAYS,
        then="Screening checklist of the LLR procedure: band 13–17.",
    ),
    Rule(
        "two-bands-at-5",
        cites=(
            "llr:3.screening",
            "ng55:1.3.5",
            "nel:tools",
        ),
        when=(CHILD.between(5, 5),),
        group=ASSESS,
        then="Age 5 stands in two bands of the checklist, 0–5 and 5–9: look at both, with the stage of development in mind. While that is not settled, heed the more serious.",
    ),
    Rule(
        "two-bands-at-9",
        cites=(
            "llr:3.screening",
            "ng55:1.3.5",
            "nel:tools",
        ),
        when=(CHILD.between(9, 9),),
        group=ASSESS,
        then="Age 9 stands in two bands of the checklist, 5–9 and 9–13: look at both, with the stage of development in mind. While that is not settled, heed the more serious.",
    ),
    Rule(
        "two-bands-at-13",
        cites=(
            "llr:3.screening",
            "ng55:1.3.5",
            "nel:tools",
        ),
        when=(CHILD.between(13, 13),),
        group=ASSESS,
        then="Age 13 stands in two bands of the checklist, 9–13 and 13–17: look at both, with the stage of development in mind. While that is not settled, heed the more serious.",
    ),
    Rule(
        "no-band",
        cites=("llr:3.screening",),
        when=(CHILD.at_least(18),),
        group=SAYS,
        then="The screening checklist has no band from 18.",
    ),
    Rule(
        "typical-under-5",
        cites=("nel:typical",),
        when=(CHILD.under(5),),
        group=SAYS,
        then="Typical development in the NEL guidance: the column for under 5.",
    ),
    Rule(
        "typical-5-to-9",
        cites=("nel:typical",),
        when=(CHILD.between(5, 9),),
        group=SAYS,
        then="Typical development in the NEL guidance: the column for 5 to 9. (At 9, the next column as well.)",
    ),
    Rule(
        "typical-9-to-13",
        cites=("nel:typical",),
        when=(CHILD.between(9, 13),),
        group=SAYS,
        then="Typical development in the NEL guidance: the column for 9 to 13. (At 13, the next column as well.)",
    ),
    Rule(
        "typical-13-to-17",
        cites=("nel:typical",),
        when=(CHILD.between(13, 17),),
        group=SAYS,
        then="Typical development in the NEL guidance: the column for 13 to 17.",
    ),
    # Assessment and tools.
    Rule(
        "under-12-tools",
        cites=("ng55:1.4.4", "hsbf:3.1.approaches"),
        when=(CHILD.may_be_under(12),),
        group=ASSESS,
        then="Under 12 or pre-adolescent, NICE NG55 asks assessors to consider questionnaires for that age (Child Behaviour "
        "Checklist, Child Sexual Behaviour Inventory) and, where not charged with a sexual offence, the relevant parts of AIM, with "
        "clinical judgement.",
    ),
    Rule(
        "not-adolescent-models",
        cites=("hsbf:3.3", "ng55:1.4.4"),
        when=(CHILD.may_be_under(12),),
        group=AVOID,
        then="Do not use with a pre-adolescent child an assessment made for adolescents.",
    ),
    Rule(
        "sexually-abusive-at-11-or-under",
        cites=("hsbf:4.1.pre-pubescent",),
        when=(CHILD.may_be_under(12),),
        group=AVOID,
        then="Do not use the words “sexually abusive” of a child of 11 or under unless all six of Johnson and Doonan’s criteria are met, as those authors suggest. That is about the words: do not wait for it before you act.",
    ),
    Rule(
        "under-12-signs",
        cites=("hsbf:2.1.early",),
        when=(CHILD.may_be_under(12),),
        group=ASSESS,
        then="Under 12: whether any of the framework’s seven signs of problematic behaviour at that age is there. "
        "Respond early, and otherwise than with an adolescent.",
    ),
    Rule(
        "12-and-younger",
        cites=("hsbf:4.1.pre-pubescent",),
        when=(CHILD.may_be_under(13),),
        group=SAYS,
        then="One taskforce the framework cites speaks of children aged 12 and younger: the behaviour may or may not be about sexual gratification; curiosity, anxiety or imitation may lie behind it.",
    ),
    Rule(
        "10-to-12-charged",
        cites=("ng55:1.4.4",),
        when=(CHILD.may_be_between(10, 12),),
        group=ASSESS,
        then="At 10 to 12, charged with an offence: NICE NG55 asks assessors to consider the relevant parts of AIM, with clinical "
        "judgement.",
    ),
    Rule(
        "gap-at-12",
        cites=("ng55:1.4.4", "llr:2", "nel:panel-referral"),
        when=(CHILD.between(12, 12),),
        group=ASSESS,
        then="At 12 the sources leave a gap and an overlap. For a 12 year old who is not charged, neither of NICE NG55’s AIM groups fits; its groups “pre-adolescent” and “adolescent boys” carry no age. A charged 12 year old stands both in its 10 to 12 group and in the 12 to 18 range of the local procedures. Ask the specialist service which it uses.",
    ),
    Rule(
        "12-to-18-assessment",
        cites=("llr:2", "nel:panel-referral"),
        when=(CHILD.may_be_between(12, 17),),
        group=ASSESS,
        then="From 12, for problematic to violent behaviour: the LLR procedure says that an AIM2 (now AIM3) assessment should be carried out, for ages 12 to 18. NEL’s AIM Pathway Panel takes 12 to 18 by criteria of its own (significant harm, consent), on referral by children’s services or youth justice.",
    ),
    Rule(
        "adolescent-tools",
        cites=(
            "ng55:1.4.4",
            "hsbf:3.1.approaches",
            "hsbf:3.3",
        ),
        when=(CHILD.may_be_between(12, 18),),
        group=ASSESS,
        then="For adolescent boys NICE NG55 asks assessors to consider J-SOAP-II, ERASOR (its successor is PROFESOR) or AIM2 (now AIM3), with clinical judgement. It gives no age for “adolescent” and names no tool for adolescent girls. Not for a child who is still pre-adolescent, whatever the age.",
    ),
    Rule(
        "technology-12-to-18",
        cites=("hsbf:4.1.technology-tools",),
        when=(CHILD.between(12, 18),),
        group=SAYS,
        then="The NSPCC and AIM practice guidance on technology-assisted behaviour is for boys and young men of 12 to 18.",
    ),
    Rule(
        "panel-under-12",
        cites=("nel:panel-referral",),
        when=(CHILD.under(12),),
        group=SAYS,
        then="North East Lincolnshire’s panel takes ages 12 to 18. Under 12 it may, at its discretion, consult or guide.",
    ),
    Rule(
        "near-18",
        cites=("nel:panel-assessment",),
        when=(CHILD.between(17, 17),),
        group=SAYS,
        then="Near the 18th birthday, North East Lincolnshire may begin the intervention without a full assessment, so that there "
        "is time for it. No number of months is given.",
    ),
    Rule(
        "at-18",
        cites=("nel:panel-referral", "llr:2", "ng55:terms", "nel:scope"),
        when=(CHILD.between(18, 18),),
        group=SAYS,
        then="At 18 the sources part: NG55 counts 18 in, the local assessments say “12 to 18”, and NEL’s guidance stops "
        "at the 18th birthday. Ask the service.",
    ),
    Rule(
        "18-to-21",
        cites=("hsbf:3.1.transitions",),
        when=(CHILD.between(18, 21),),
        group=ASSESS,
        then="At 18 to 21 there is a known gap in services. Weigh the age and stage at which it happened, any recurrence, what was done and how it went, present concerns, protective factors and strengths; bring in, early, adult learning disability services or leaving-care teams where the young person meets their criteria.",
    ),
    Rule(
        "may-be-harmed",
        cites=("llr:4", "hsbf:2.1.early", "nel:child-protection"),
        when=(CHILD.may_be_under(12),),
        group=TODAY,
        who=LEAD,
        then="Under 12: consider whether this child has been, or is being, abused or neglected, or has seen sexual material or violence at home. The behaviour may be a sign of it.",
    ),
    Rule(
        "traffic-light-edition",
        cites=("llr:resources", "nel:tools"),
        when=(CHILD.under(18),),
        group=SAYS,
        then="The publisher revised the traffic-light tool in 2020 and does not support older versions; check the bands against the current one. Only people trained in the tool may use it.",
    ),
    *ALWAYS,
)

GUIDE = Guide(
    key="age",
    title="Age",
    purpose="Every line that the sources draw at a child’s age, both bands where two meet, and what changes next.",
    questions=(CHILD, DEVELOPMENT),
    rules=RULES,
    left_to_people=(
        LeftToPeople("The child’s stage of development, and which of two bands fits.", ("ng55:1.3.5", "nel:typical")),
        LeftToPeople("Which tool suits the child, with clinical judgement.", ("ng55:1.4.4",)),
        LeftToPeople(
            "Who counts as adolescent, and when an 18th birthday is near.",
            ("ng55:1.4.4", "nel:panel-assessment"),
        ),
    ),
    dates=(
        AgeFromDates(
            "child",
            birth="birth",
            day="behaviour",
            birth_text="Date of birth",
            day_text="Date of the behaviour",
        ),
    ),
)
