"""Age, the remarks: what the law and the sources say at each age, by the age on the day and by the age now."""

from __future__ import annotations

from calculators.engine.rules import ASSESS, Rule, avoid, differs, says
from calculators.guides.age_questions import DEVELOPMENT, FIRST_AGE, NOW_AGE, SEXUAL_ACTIVITY

SPECIALIST = "which 12 to 18 year olds have a specialist assessment"

LAW = (
    says(
        "law-under-10",
        "Under 10 a child is below the age of criminal responsibility. The police cannot investigate the child for a crime. "
        "What anyone of 10 or over did is another matter.",
        when=FIRST_AGE.under(10),
        cites=("llr:17", "llr:3.under-13"),
        headline="The child was under 10: too young to be investigated for a crime, and too young to consent in law.",
    ),
    says(
        "from-10",
        "From 10, only the police put an alleged offence to the child, under the Police and Criminal Evidence Act 1984. Police "
        "and social care first agree how to interview. It may be better to interview the child as a possible victim.",
        when=FIRST_AGE.between(10, 17) | FIRST_AGE.unknown,
        cites=("llr:15", "llr:9"),
    ),
    says(
        "law-10-to-12",
        "At 10, 11 and 12 a child can be interviewed by the police and cannot consent in law to any sexual activity.",
        when=FIRST_AGE.between(10, 12),
        cites=("llr:15", "llr:3.under-13"),
        headline="The child was 10 to 12: old enough for a police interview, and too young to consent in law.",
    ),
    says(
        "13-to-15-law",
        "At 13, 14 and 15 the age of consent, 16, is not reached. Whatever an assessment of competence finds, it stays 16.",
        when=FIRST_AGE.between(13, 15),
        cites="llr:3.13-15",
        headline="The child was 13 to 15: below the age of consent, so competence and the relationship are assessed.",
    ),
    says(
        "16-or-17-consent",
        "At 16 and 17 a young person has reached the age of consent and is still a child. Coercion, misuse of power, "
        "exploitation that looks agreed, and images each still call for action.",
        when=FIRST_AGE.between(16, 17),
        cites=("llr:3.13-15", "nel:definitions", "hsbf:1.1.cse", "hsbf:1.1.definition", "hsbf:4.1.technology"),
        headline="The child was 16 or 17: old enough to consent in law, and still a child.",
    ),
    says(
        "law-18-or-over",
        "From 18 the Leicestershire procedure, the North East Lincolnshire guidance and the definition of harmful sexual "
        "behaviour stop. NICE’s guideline goes further.",
        when=FIRST_AGE.at_least(18),
        cites=("nel:scope", "hsbf:1.1.definition", "llr:2", "ng55:terms"),
        headline="The person was 18 or over: adult procedures apply to what they did.",
    ),
    says(
        "age-not-known",
        "Everything that has to happen at any age is shown. What only says how a source names an age is left out.",
        when=FIRST_AGE.unknown,
        cites=("llr:3.under-13", "llr:17"),
        headline="The age is not known: act as if the child was under 13, and possibly under 10.",
    ),
    says(
        "under-18",
        "Under 18 the procedure, the definition of harmful sexual behaviour and that of child sexual exploitation all apply.",
        when=FIRST_AGE.under(18) | FIRST_AGE.unknown,
        cites=("llr:2", "nel:scope", "hsbf:1.1.definition", "nel:definitions"),
    ),
    says(
        "under-18-images-law",
        "The law on indecent images covers images of everyone under 18, whoever made them and whatever was agreed.",
        when=NOW_AGE.under(18) | NOW_AGE.unknown | FIRST_AGE.under(18),
        cites="hsbf:4.1.technology",
    ),
    says(
        "no-sexual-activity",
        "You answered that there was no sexual activity that involved a child under 13. The Leicestershire procedure "
        "requires a child protection referral where there was any.",
        when=SEXUAL_ACTIVITY.among("no"),
        cites="llr:3.under-13",
    ),
    says(
        "which-day-counts-at-10",
        "The child was under 10 then and is 10 or over now. No source says which day counts for the police, so ask children’s "
        "social care and the police. What is said here holds for the age when it happened.",
        when=FIRST_AGE.under(10) & NOW_AGE.at_least(10),
        cites=("llr:17", "llr:15"),
    ),
    says(
        "which-day-counts-at-18",
        "The person was under 18 then and is 18 or over now. No source says what holds across an 18th birthday. What the law "
        "and the procedures say of the behaviour goes here by the age then, and tools and services by the age now.",
        when=FIRST_AGE.under(18) & NOW_AGE.at_least(18),
        cites=("nel:scope", "hsbf:3.1.transitions"),
    ),
)

BY_THE_AGE_THEN = (
    says(
        "age-and-stage",
        "The same act means different things at different stages of development. Look at what it means at this child’s.",
        cites=("hsbf:1.3", "nel:identifying", "llr:3.continuum"),
        part=ASSESS,
    ),
    says(
        "13-to-15-consent",
        "Assess competence to consent (Gillick competence, using the Fraser guidelines) and the nature of the relationship. "
        "The Leicestershire procedure does not say who makes this assessment.",
        when=FIRST_AGE.between(13, 15) | FIRST_AGE.unknown,
        cites="llr:3.13-15",
        part=ASSESS,
    ),
    *(
        says(
            f"band-{first}-{last}",
            f"The screening checklist in the Leicestershire procedure: the band {first} to {last}.",
            when=FIRST_AGE.between(first, last),
            cites="llr:3.screening",
        )
        for first, last in ((0, 5), (5, 9), (9, 13), (13, 17))
    ),
    *(
        says(
            f"two-bands-at-{age}",
            f"Age {age} falls into two bands of the screening checklist, {bands}. Look at both, with the stage of development in "
            "mind. Until that is settled, act on the more serious.",
            when=FIRST_AGE.between(age, age),
            cites=("llr:3.screening", "ng55:1.3.5", "nel:tools"),
            part=ASSESS,
        )
        for age, bands in ((5, "0 to 5 and 5 to 9"), (9, "5 to 9 and 9 to 13"), (13, "9 to 13 and 13 to 17"))
    ),
    says(
        "no-band",
        "The screening checklist has no band from 18.",
        when=FIRST_AGE.at_least(18),
        cites="llr:3.screening",
    ),
    *(
        says(
            key,
            f"Typical development in the North East Lincolnshire guidance: the column for {column}.",
            when=when,
            cites="nel:typical",
        )
        for key, column, when in (
            ("typical-under-5", "under 5", FIRST_AGE.under(5)),
            ("typical-5-to-9", "5 to 9 (at 9, the next column too)", FIRST_AGE.between(5, 9)),
            ("typical-9-to-13", "9 to 13 (at 13, the next column too)", FIRST_AGE.between(9, 13)),
            ("typical-13-to-17", "13 to 17", FIRST_AGE.between(13, 17)),
        )
    ),
    says(
        "traffic-light-edition",
        "Brook revised the traffic-light tool in 2020 and does not support older versions. Check the bands against the "
        "current one. Only people trained in the tool may use it.",
        when=FIRST_AGE.under(18),
        cites=("llr:resources", "nel:tools"),
    ),
    avoid(
        "sexually-abusive-at-11-or-under",
        "Do not call a child of 11 or under “sexually abusive” unless all six of Johnson and Doonan’s criteria are met. Those "
        "authors suggest this. That is about the words. Do not wait for it before you act.",
        when=FIRST_AGE.under(12) | FIRST_AGE.unknown,
        cites="hsbf:4.1.pre-pubescent",
    ),
    says(
        "under-12-signs",
        "Look for the framework’s seven signs of problematic behaviour under 12. Respond early. Young children need a "
        "different response from teenagers.",
        when=FIRST_AGE.under(12) | FIRST_AGE.unknown,
        cites="hsbf:2.1.early",
        part=ASSESS,
    ),
    says(
        "12-and-younger",
        "A taskforce that the framework cites speaks of children aged 12 and younger. The behaviour may or may not be about "
        "sexual gratification. Curiosity, anxiety or imitation may lie behind it.",
        when=FIRST_AGE.under(13) | FIRST_AGE.unknown,
        cites="hsbf:4.1.pre-pubescent",
    ),
    says(
        "development",
        "Development counts and not age alone, as far as tools and responses go. What the law says still goes by age in years.",
        when=DEVELOPMENT.among("yes") | DEVELOPMENT.unknown,
        cites=("ng55:1.3.5", "ng55:1.4.3", "nel:typical", "hsbf:1.3"),
    ),
)


def _named(key: str, text: str, first: int, last: int, cites: tuple[str, ...] | str) -> Rule:
    return says(key, text, when=NOW_AGE.between(first, last), cites=cites)


BY_THE_AGE_NOW = (
    _named(
        "ng55-child",
        "NICE’s guideline calls this age “children”. The two local procedures call everyone under 18 a child.",
        0,
        9,
        ("ng55:terms", "llr:2", "nel:scope"),
    ),
    _named("ng55-young-person", "NICE’s guideline calls ages 10 to 18 “young people”.", 10, 18, "ng55:terms"),
    _named(
        "ng55-to-25",
        "NICE’s guideline reaches age 25 for people with special educational needs or a disability.",
        19,
        25,
        "ng55:terms",
    ),
    says(
        "under-12-tools",
        "Under 12 or before adolescence, NICE says to consider questionnaires for that age (Child Behaviour Checklist, Child "
        "Sexual Behaviour Inventory). Where the child is not charged with a sexual offence, it says to consider the relevant "
        "parts of AIM, with clinical judgement.",
        when=NOW_AGE.under(12) | NOW_AGE.unknown,
        cites=("ng55:1.4.4", "hsbf:3.1.approaches"),
        part=ASSESS,
    ),
    avoid(
        "not-adolescent-models",
        "Do not use an assessment made for adolescents with a child who is not yet adolescent.",
        when=NOW_AGE.under(12) | NOW_AGE.unknown,
        cites=("hsbf:3.3", "ng55:1.4.4"),
    ),
    says(
        "10-to-12-charged",
        "At 10 to 12 and charged with an offence, NICE says to consider the relevant parts of AIM, with clinical judgement.",
        when=NOW_AGE.between(10, 12) | NOW_AGE.unknown,
        cites="ng55:1.4.4",
        part=ASSESS,
    ),
    says(
        "gap-at-12",
        "At 12 the sources leave a gap and an overlap. Neither of NICE’s groups for AIM fits a 12 year old who is not charged. "
        "NICE gives no age for “pre-adolescent” and “adolescent boys”. A charged 12 year old falls into NICE’s group of 10 to 12, "
        "and into the range of 12 to 18 in the local procedures. Ask the specialist service which it uses.",
        when=NOW_AGE.between(12, 12),
        cites=("ng55:1.4.4", "llr:2", "nel:panel-referral"),
        part=ASSESS,
    ),
    differs(
        "12-to-18-llr",
        "The Leicestershire procedure says that an AIM2 (now AIM3) assessment should be carried out at 12 to 18, for "
        "problematic to violent behaviour.",
        topic=SPECIALIST,
        when=NOW_AGE.between(12, 17) | NOW_AGE.unknown,
        cites="llr:2",
        strictest=True,
    ),
    differs(
        "12-to-18-nel",
        "North East Lincolnshire’s panel takes 12 to 18 by criteria of its own, such as significant harm and consent. Children’s "
        "services or youth justice refer to it.",
        topic=SPECIALIST,
        when=NOW_AGE.between(12, 17) | NOW_AGE.unknown,
        cites="nel:panel-referral",
    ),
    says(
        "adolescent-tools",
        "For adolescent boys NICE says to consider J-SOAP-II, ERASOR (its successor is PROFESOR) or AIM2 (now AIM3), with "
        "clinical judgement. It gives no age for “adolescent” and names no tool for adolescent girls. None of these is for a "
        "child who is not yet adolescent, whatever the age.",
        when=NOW_AGE.between(12, 18) | NOW_AGE.unknown,
        cites=("ng55:1.4.4", "hsbf:3.1.approaches", "hsbf:3.3"),
        part=ASSESS,
    ),
    _named(
        "technology-12-to-18",
        "The NSPCC and AIM practice guidance on technology-assisted behaviour is for boys and young men of 12 to 18.",
        12,
        18,
        "hsbf:4.1.technology-tools",
    ),
    _named(
        "panel-under-12",
        "North East Lincolnshire’s panel takes ages 12 to 18. Under 12 it may, at its discretion, consult or guide.",
        0,
        11,
        "nel:panel-referral",
    ),
    _named(
        "near-18",
        "Near the 18th birthday, North East Lincolnshire may begin the intervention without a full assessment, so that there is "
        "time for it. It gives no number of months.",
        17,
        17,
        "nel:panel-assessment",
    ),
    _named(
        "at-18",
        "At 18 the sources differ. NICE counts 18 in, the local assessments say “12 to 18”, and North East Lincolnshire’s "
        "guidance stops at the 18th birthday. Ask the service.",
        18,
        18,
        ("nel:panel-referral", "llr:2", "ng55:terms", "nel:scope"),
    ),
)
