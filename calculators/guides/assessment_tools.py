"""Assessment: which tools each source names for this child, and where the sources leave a gap or overlap.

A gap is named and not filled: it is no reason to leave a child without an assessment. Tools are named, never reproduced.
"""

from __future__ import annotations

from calculators.engine.rules import ASSESS, differs, says
from calculators.guides.area import PANEL_OF_NEL
from calculators.guides.assessment_questions import (
    ADOLESCENCE,
    AGE,
    CHARGED,
    GENDER,
    ONLINE,
    SPECIALIST,
    YOUNGER,
)
from calculators.guides.facts import LEARNING_DISABILITY, LEVEL
from calculators.guides.level import indicated

WHO_IS_ASSESSED = "who has a specialist assessment"
NO_SEXUAL_CHARGE = CHARGED.among("no", "other") | CHARGED.unknown | AGE.under(10) | AGE.at_least(18)
BOY = GENDER.among("boy") | GENDER.unknown
ADOLESCENT = ADOLESCENCE.among("adolescent") | ADOLESCENCE.unknown
TWELVE_UP = AGE.between(12, 17) | AGE.unknown

TOOLS = (
    *(indicated(level, LEVEL.among(level) & NO_SEXUAL_CHARGE) for level in ("normal", "inappropriate")),
    *(indicated(level, LEVEL.among(level)) for level in ("problematic", "abusive", "violent")),
    says(
        "level-not-known",
        "No level is settled. Act as if the behaviour may be violent, and arrange a specialist assessment.",
        when=LEVEL.unknown,
        cites=("llr:3.continuum", "hsbf:3.1.approaches"),
        headline="The level is not settled: arrange a specialist assessment, as if the behaviour may be violent.",
        part=ASSESS,
    ),
    says(
        "every-assessment",
        "Whatever the tool, several agencies look at the whole child: risks, needs, strengths, what need the behaviour meets and what sets it off. Child protection runs throughout, and there is a good written report.",
        when=LEVEL.among("inappropriate", "problematic", "abusive", "violent") | LEVEL.unknown,
        cites="hsbf:3.1.approaches",
        part=ASSESS,
    ),
    differs(
        "aim-llr",
        "The Leicestershire procedure says that an AIM2 (now AIM3) assessment should be carried out at 12 to 18, from problematic to violent.",
        topic=WHO_IS_ASSESSED,
        strictest=True,
        when=TWELVE_UP & SPECIALIST,
        cites=("llr:2", "llr:10"),
    ),
    differs(
        "aim-framework",
        "The framework says that a specific assessment of risk and need is likely to be required at abusive and violent. It does not place problematic, and sets no age.",
        topic=WHO_IS_ASSESSED,
        when=TWELVE_UP & SPECIALIST,
        cites=("hsbf:3.1.approaches", "hsbf:3.3"),
    ),
    differs(
        "aim-nel",
        "North East Lincolnshire has AIM3 at 12 to 18, through the AIM Pathway Panel, where there was or is likely to be significant harm. It asks for consent, explored where it is missing. Children’s services or youth justice refer.",
        topic=WHO_IS_ASSESSED,
        when=TWELVE_UP & SPECIALIST,
        cites=("nel:panel-referral", "nel:panel-assessment"),
    ),
    says(
        "questionnaires",
        "NICE says to consider questionnaires for a pre-adolescent child or one under 12. Examples are the Child Behaviour Checklist (Achenbach) and the Child Sexual Behaviour Inventory (Friedrich).",
        when=YOUNGER & SPECIALIST,
        cites=("ng55:1.4.4", "hsbf:3.1.approaches"),
        part=ASSESS,
    ),
    says(
        "aim-under-12",
        "Under 12 and not charged with a sexual offence, NICE says to consider the relevant elements of AIM, with clinical judgement. It does not say which they are, or which edition of AIM.",
        when=(AGE.under(12) | AGE.unknown)
        & (AGE.under(10) | CHARGED.among("no", "other") | CHARGED.unknown)
        & SPECIALIST,
        cites="ng55:1.4.4",
        part=ASSESS,
    ),
    says(
        "aim-charged",
        "At 10 to 12 and charged with an offence, NICE says to consider the relevant elements of AIM, with clinical judgement.",
        when=(AGE.between(10, 12) | AGE.unknown) & (CHARGED.among("other", "sexual") | CHARGED.unknown) & SPECIALIST,
        cites="ng55:1.4.4",
        part=ASSESS,
    ),
    says(
        "adolescent-boys",
        "For adolescent boys NICE says to consider tools such as J-SOAP-II, ERASOR (its successor is PROFESOR) or AIM2 (now AIM3), with clinical judgement. The first two are North American and estimate the risk of reoffending.",
        when=BOY & ADOLESCENT & SPECIALIST,
        cites=("ng55:1.4.4", "hsbf:3.1.approaches", "ng55:terms"),
        part=ASSESS,
    ),
    says(
        "asset-plus-asks",
        "AssetPlus asks about the sex offender register, sexually inappropriate behaviour, a sexual element in the offence and domestic abuse by the young person. It asks about behaviour more serious than the charge, significant relationships, the trend of offending, MAPPA and other behaviour of concern. The practitioner judges impact, likelihood and imminence of future harm.",
        when=CHARGED.among("other", "sexual") | CHARGED.unknown,
        cites=("hsbf:3.1.thresholds", "hsbf:3.1.justice"),
        part=ASSESS,
    ),
    says(
        "technology-guidance",
        "The NSPCC and AIM practice guidance (2019) on technology-assisted behaviour is about adolescent boys of 12 to 18, beside AIM2 or AIM3. It is for trained social workers, youth justice practitioners and specialist providers. It does not stand alone.",
        when=(ONLINE.among("yes") | ONLINE.unknown) & (AGE.between(12, 18) | AGE.unknown) & BOY & ADOLESCENT,
        cites=("hsbf:4.1.technology-tools", "hsbf:4.3.example"),
        part=ASSESS,
    ),
)

GAPS = (
    says(
        "gap-12-not-charged",
        "Gap: at 12 and not charged, neither of NICE’s AIM recommendations fits (“under 12” and “10 to 12”, charged). The two local arrangements count 12 into “12 to 18”. Ask the specialist service. A gap is no reason to go without an assessment.",
        when=AGE.between(12, 12) & CHARGED.among("no") & SPECIALIST,
        cites=("ng55:1.4.4", "llr:2", "nel:panel-referral"),
    ),
    says(
        "overlap-12-charged",
        "Overlap: a charged 12 year old falls into NICE’s “10 to 12” and into the “12 to 18” of the two local arrangements. No source says which holds. Ask the specialist service.",
        when=AGE.between(12, 12) & CHARGED.among("other", "sexual") & SPECIALIST,
        cites=("ng55:1.4.4", "llr:2", "nel:panel-referral"),
    ),
    says(
        "overlap-under-12",
        "Overlap: under 12, NICE has questionnaires and AIM. It does not say whether to use both.",
        when=AGE.under(12) & SPECIALIST,
        cites="ng55:1.4.4",
    ),
    says(
        "overlap-charged-other",
        "Overlap: charged, but not with a sexual offence, a child of 10 or 11 falls under both of NICE’s AIM recommendations. The first speaks of a sexual offence, the second of any.",
        when=AGE.between(10, 11) & CHARGED.among("other") & SPECIALIST,
        cites="ng55:1.4.4",
    ),
    says(
        "early-adolescent",
        "Overlap: for a boy under 12 who is adolescent in development, what NICE says by age and what it says for adolescent boys both apply. No source says which holds. Ask the specialist service.",
        when=AGE.between(10, 11) & ADOLESCENCE.among("adolescent") & GENDER.among("boy") & SPECIALIST,
        cites=("ng55:1.4.4", "hsbf:3.3"),
    ),
    says(
        "still-pre-adolescent",
        "Gap: a child of 12 or over who is still pre-adolescent has NICE’s questionnaires. The tools of the “12 to 18” arrangements may be made for adolescents. Ask before one is used.",
        when=AGE.between(12, 18) & ADOLESCENCE.among("pre-adolescent") & SPECIALIST,
        cites=("ng55:1.4.4", "hsbf:3.3"),
    ),
    says(
        "gap-girls",
        "Gap: NICE names no tool for an adolescent girl. Up to 12 it has only what it says by age. Barnardo’s Better Futures had a project to develop standardised tools for girls. Ask the specialist service. A gap is no reason to go without an assessment.",
        when=AGE.between(10, 18) & GENDER.among("girl") & ADOLESCENT & SPECIALIST,
        cites=("ng55:1.4.4", "hsbf:4.3.example", "hsbf:4.1.young-women"),
    ),
    says(
        "gap-disability",
        "Gap: no source names a tool for a child with a learning or neurodevelopmental disability.",
        when=LEARNING_DISABILITY.among("yes") & SPECIALIST,
        cites=("ng55:1.4.3", "llr:5"),
    ),
    says(
        "gap-technology",
        "Gap: the practice guidance on technology-assisted behaviour is about adolescent boys of 12 to 18. The framework found no validated model for assessing such behaviour.",
        when=ONLINE.among("yes")
        & (GENDER.among("girl") | ADOLESCENCE.among("pre-adolescent") | AGE.under(12) | AGE.at_least(19)),
        cites=("hsbf:4.1.technology-tools", "hsbf:4.1.technology"),
    ),
    says(
        "panel-under-12",
        f"North East Lincolnshire’s panel assesses from {PANEL_OF_NEL.first_age}. For a younger child it may consult or guide, at its discretion.",
        when=AGE.under(12) & SPECIALIST,
        cites="nel:panel-referral",
    ),
    says(
        "near-18",
        "Near the 18th birthday, North East Lincolnshire may go without the assessment so that there is time for the intervention. How near is not said.",
        when=AGE.between(17, 17) & SPECIALIST,
        cites="nel:panel-assessment",
    ),
    says(
        "at-18",
        "Gap: at 18 no source says whether “12 to 18” still holds. NICE counts 18 in. Ask the service.",
        when=AGE.between(18, 18),
        cites=("llr:2", "nel:panel-referral", "nel:scope", "ng55:terms"),
    ),
    says(
        "to-25",
        "Gap: NICE reaches to 25 with special educational needs or a disability, and names no tool for that age.",
        when=AGE.between(19, 25) & (LEARNING_DISABILITY.among("yes") | LEARNING_DISABILITY.unknown),
        cites=("ng55:terms", "ng55:1.4.4"),
    ),
    says(
        "over-25",
        "Gap: none of these sources reaches an age of 26 or over.",
        when=AGE.at_least(26),
        cites=("ng55:terms", "llr:2", "nel:scope"),
    ),
    says(
        "adult-finding",
        "From 18 the Leicestershire procedure and the North East Lincolnshire guidance stop. Ask which service assesses behaviour before 18.",
        when=AGE.at_least(18),
        cites=("llr:2", "llr:8", "nel:scope", "ng55:terms", "hsbf:3.1.transitions"),
        headline="At 18 or over: ask which service assesses what happened before 18.",
    ),
)
