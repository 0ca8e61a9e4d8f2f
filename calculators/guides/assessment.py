"""Assessment: which assessment and which tools each source names for this child, and where the sources leave a gap.

A gap is named and not filled: it is no reason to leave a child without an assessment. Tools are named, never
reproduced. The age is the age now, as tools go by development.
"""

from __future__ import annotations

from calculators.actions.people import ASSESSOR, LEAD, SOCIAL_CARE, YOUTH_JUSTICE
from calculators.engine.guide import (
    ASSESS,
    AVOID,
    CHECK,
    FIND_OUT,
    LATER,
    NEXT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    SAYS,
    TODAY,
    Guide,
    LeftToPeople,
    Option,
    Question,
    Rule,
    ages,
    either,
)
from calculators.guides.always import ALWAYS
from calculators.guides.level import LEVEL, indicated

DISPLAYED = "Child who displayed the behaviour"
HARMED = "Child who was harmed"
WHO_IS_ASSESSED = "who has a specialist assessment"

CHILD = ages(
    "child",
    "How old is the child who displayed the behaviour?",
    10,
    12,
    13,
    17,
    18,
    19,
    22,
    26,
    name="Age",
    hint="The age now, in whole years: tools go by development, not by the day of the behaviour.",
)
CHARGED = Question(
    "charged",
    "Has the child been charged with an offence?",
    name="Charged",
    options=(
        Option("no", "No"),
        Option("other", "Yes, but not with a sexual offence"),
        Option("sexual", "Yes, with a sexual offence"),
        Option(NOT_KNOWN, "Not known"),
    ),
    when=(CHILD.may_be_between(10, 17),),
)
ADOLESCENCE = Question(
    "adolescence",
    "Has the child reached adolescence in development?",
    name="Development",
    options=(
        Option("adolescent", "Yes, adolescent"),
        Option("pre-adolescent", "No, still pre-adolescent"),
        Option(NOT_KNOWN, "Not known, or not settled"),
    ),
    hint="Go by the stage of development. No source gives an age at which adolescence begins.",
    when=(CHILD.may_be_between(10, 18),),
)
GENDER = Question(
    "gender",
    "Is the child a boy or a girl?",
    name="Boy or girl",
    options=(Option("boy", "Boy"), Option("girl", "Girl"), Option(NOT_KNOWN, "Not known, or neither")),
    hint="Some tools are named for boys only. The sources speak of boys and girls, and of nobody else.",
)
DISABILITY = Question(
    "learning-disability",
    "Does the child have a learning disability or a neurodevelopmental condition?",
    name="Learning disability",
    options=NO_YES_NOT_KNOWN,
)
ONLINE = Question(
    "online",
    "Was technology part of the behaviour: the internet, a phone, images?",
    name="Online",
    options=NO_YES_NOT_KNOWN,
)

SPECIALIST = LEVEL.may_be("problematic", "abusive", "violent")
YOUNGER = either(
    "Age: under 12 or not known; or development: pre-adolescent or not known",
    CHILD.may_be_under(12),
    ADOLESCENCE.may_be("pre-adolescent"),
)

STEPS = (
    Rule(
        "check-charge",
        cites=("hsbf:1.1.definition", "llr:2"),
        when=(LEVEL.among("normal", "inappropriate"), CHARGED.among("sexual")),
        group=CHECK,
        then="You answered that there is a charge with a sexual offence, and chose a level below problematic. Look again at the level with those who hold the case. Until it is settled, assess as for abusive: ask again with that level.",
    ),
    Rule(
        "adult",
        cites=("llr:2", "llr:8", "nel:scope", "ng55:terms", "hsbf:3.1.transitions"),
        when=(CHILD.may_be_at_least(18),),
        group=TODAY,
        who=LEAD,
        then="From 18 the LLR procedure and the NEL guidance stop. Follow adult procedures for behaviour since; ask which service assesses behaviour before 18. Refer any child at risk to children’s social care.",
    ),
    Rule(
        "screen",
        cites=("llr:2", "llr:8", "nel:tools"),
        when=(CHILD.may_be_under(18),),
        group=NEXT,
        about=DISPLAYED,
        who=SOCIAL_CARE,
        then="Screen first. In LLR the Brook Traffic Light Tool should be used at initial screening by duty, social work and early help teams, with Hackett’s continuum; only staff who took its training may use it.",
    ),
    Rule(
        "single-or-47",
        cites=("llr:10", "llr:8"),
        when=(CHILD.may_be_under(18),),
        group=NEXT,
        who=SOCIAL_CARE,
        contact="front-door",
        then="If either child appears to suffer significant harm, or to be at risk of it, the LLR procedure has a section 47 enquiry with the single assessment; otherwise a single assessment is considered. A tool for the behaviour stands beside these and replaces neither.",
    ),
    Rule(
        "harmed",
        cites=("llr:8", "llr:2"),
        when=(LEVEL.may_be("inappropriate", "problematic", "abusive", "violent"),),
        group=NEXT,
        about=HARMED,
        who=SOCIAL_CARE,
        then="Enquire into and assess this child’s needs apart. In LLR each child should have a different social worker, even in one household.",
    ),
    Rule(
        "under-10",
        cites=("llr:17",),
        when=(CHILD.may_be_under(10),),
        group=NEXT,
        about=DISPLAYED,
        who=SOCIAL_CARE,
        contact="front-door",
        covers=("youth-justice", "charged-not-known", "adolescence-not-known"),
        then="Under 10, children’s social care leads, in LLR by a shorter procedure: social worker and team manager discuss it, then, where there may be concern, an enquiry with background checks (school or nursery, GP, health visitor).",
    ),
    Rule(
        "specialist",
        cites=("ng55:1.4.1", "ng55:1.3.9"),
        when=(SPECIALIST,),
        group=NEXT,
        about=DISPLAYED,
        who=SOCIAL_CARE,
        contact="hsb-service",
        covers=("early-help",),
        then="Find a service whose staff have the skills for a specialist assessment of risk. It may be child health (such as CAMHS), children’s social services, a voluntary organisation such as the NSPCC or Barnardo’s, or youth justice.",
    ),
    Rule(
        "early-help",
        cites=("ng55:1.3.1", "ng55:1.3.2", "ng55:1.3.4", "hsbf:3.1.approaches", "hsbf:3.1.continuum", "llr:14"),
        when=(LEVEL.may_be("inappropriate", "problematic"),),
        group=NEXT,
        about=DISPLAYED,
        who=SOCIAL_CARE,
        contact="early-help",
        then="At inappropriate, NICE NG55: refer for an early help assessment (the LLR procedure: consider it); the framework’s table has one at problematic too. It uses a locally agreed tool, has one lead practitioner, and settles whether universal services are enough or a specialist assessment is necessary.",
    ),
    Rule(
        "youth-justice",
        cites=("hsbf:3.1.justice", "llr:8"),
        when=(CHILD.may_be_between(10, 17), CHARGED.may_be("other", "sexual")),
        group=NEXT,
        about=DISPLAYED,
        who=YOUTH_JUSTICE,
        contact="youth-justice",
        then="Every child who enters the youth justice system should have an AssetPlus assessment. It is not a specialist one. Where relevant, assess together with children’s social care.",
    ),
    Rule(
        "gather",
        cites=("ng55:1.4.2",),
        when=(SPECIALIST,),
        group=NEXT,
        about=DISPLAYED,
        who=ASSESSOR,
        then="Get what else is needed, incident reports included: social care history, and education, health, youth justice and police records.",
    ),
    Rule(
        "suit-the-child",
        cites=("ng55:1.4.3", "ng55:1.4.4", "hsbf:3.1.approaches"),
        when=(SPECIALIST,),
        group=NEXT,
        about=DISPLAYED,
        who=ASSESSOR,
        then="Consider developmental age, gender, learning and neurodevelopmental disabilities, with other specialist services where relevant. Use tools suited to developmental age and gender, with clinical judgement; a combination may be right.",
    ),
    Rule(
        "learning-disability",
        cites=("llr:5", "hsbf:4.1.adolescents", "hsbf:4.1.learning-disabilities", "ng55:1.4.3"),
        when=(DISABILITY.may_be("yes"),),
        group=NEXT,
        about=DISPLAYED,
        who=ASSESSOR,
        then="Assess the learning need with care: many tools are not suitable. A specialist framework may be required that finds problems with literacy, speech, concepts and suggestibility. The child may not understand that the behaviour harms.",
    ),
    Rule(
        "online",
        cites=("hsbf:4.1.technology-tools", "hsbf:4.1.technology"),
        when=(ONLINE.may_be("yes"),),
        group=NEXT,
        about=DISPLAYED,
        who=ASSESSOR,
        then="Look at what needs the behaviour met, what moved it, and any use of pornography; look at offline behaviour too, as both may go together. Do not copy, keep, send or show an image: the law covers images of everyone under 18.",
    ),
    Rule(
        "share-the-outcome",
        cites=("hsbf:3.3",),
        always=True,
        group=LATER,
        who=ASSESSOR,
        then="Share the outcome with the agencies that plan care or safeguard, by local policy on sharing information.",
    ),
)

UNKNOWN = (
    Rule(
        "age-not-known",
        cites=("ng55:1.4.4", "hsbf:3.3", "llr:17"),
        when=(CHILD.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know the age. Find it out; until then act as if the child were under 10, and use nothing made for adolescents.",
    ),
    Rule(
        "charged-not-known",
        cites=("ng55:1.4.4", "hsbf:3.1.justice"),
        when=(CHARGED.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="Ask the police or the youth justice service about a charge; until it is known act as if the child were charged with a sexual offence.",
    ),
    Rule(
        "adolescence-not-known",
        cites=("ng55:1.4.3", "hsbf:3.3"),
        when=(ADOLESCENCE.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="The stage of development is not settled. Ask those who hold the health and social care record; until then act as if the child were pre-adolescent.",
    ),
    Rule(
        "gender-not-known",
        cites=("ng55:1.4.4",),
        when=(GENDER.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="Until you know more, act as if no tool made for boys fitted this child, and ask the specialist service which does.",
    ),
    Rule(
        "disability-not-known",
        cites=("ng55:1.3.3", "llr:5"),
        when=(DISABILITY.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="Ask whoever holds the health, education and social care records about learning and neurodevelopment; until it is known act as if the child had a learning disability.",
    ),
    Rule(
        "online-not-known",
        cites=("hsbf:4.1.technology-tools",),
        when=(ONLINE.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="Ask those who hold the case about technology; until it is known act as if it had been part of the behaviour.",
    ),
    Rule(
        "level-not-known",
        cites=("llr:3.continuum", "hsbf:3.1.approaches"),
        when=(LEVEL.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="No level is settled: see the continuum calculator. Until it is, act as if it were violent, and arrange a specialist assessment.",
    ),
)

DO_NOT = (
    Rule(
        "not-adolescent-models",
        cites=("hsbf:3.3", "ng55:1.4.4"),
        when=(YOUNGER,),
        group=AVOID,
        then="Do not use with a pre-adolescent child an assessment or model made for adolescents. Look at development, any history of abuse and social background; few tools are made for this age.",
    ),
    Rule(
        "girls-alike",
        cites=("hsbf:3.1.thresholds", "hsbf:4.1.young-women", "hsbf:4.3.example"),
        when=(GENDER.may_be("girl"),),
        group=AVOID,
        then="Do not explain a girl’s behaviour away by her own abuse. She should have the same way of referral and assessment as a boy, with a tool that reflects her: assessment frameworks rest largely on what is known of boys.",
    ),
    Rule(
        "tool-alone",
        cites=("ng55:1.4.4", "llr:3.screening"),
        always=True,
        group=AVOID,
        then="Do not let a tool decide, and do not wait for one before you protect a child. A checklist does not replace an expert assessment.",
    ),
    Rule(
        "licensed",
        cites=("nel:tools", "nel:panel", "llr:resources"),
        always=True,
        group=AVOID,
        then="Do not copy, lend or pass on a tool. Brook’s is for those who took its training (revised 2020; older versions unsupported); in NEL, AIM3 is for trained AIM practitioners. For the others the sources do not say who may use them: ask the publisher or the specialist service.",
    ),
)

SPECIALIST_TOOLS = (
    *(indicated(level, LEVEL.among(level)) for level in LEVEL.from_mild_to_worse),
    Rule(
        "every-assessment",
        cites=("hsbf:3.1.approaches",),
        when=(LEVEL.may_be("inappropriate", "problematic", "abusive", "violent"),),
        group=ASSESS,
        then="Whatever the tool: several agencies, the whole child, risks and needs, strengths, what need the behaviour meets and what sets it off, child protection throughout, a good written report.",
    ),
    Rule(
        "aim-llr",
        cites=("llr:2", "llr:10"),
        when=(CHILD.may_be_between(12, 17), SPECIALIST),
        group=ASSESS,
        differs=WHO_IS_ASSESSED,
        strictest=True,
        then="The LLR procedure: an AIM2 (now AIM3) assessment should be carried out at 12 to 18, from problematic to violent.",
    ),
    Rule(
        "aim-framework",
        cites=("hsbf:3.1.approaches", "hsbf:3.3"),
        when=(CHILD.may_be_between(12, 17), SPECIALIST),
        group=ASSESS,
        differs=WHO_IS_ASSESSED,
        then="The HSB framework: a specific assessment of risk and need is likely to be required at abusive and violent; its text does not place problematic, and it sets no age.",
    ),
    Rule(
        "aim-nel",
        cites=("nel:panel-referral", "nel:panel-assessment"),
        when=(CHILD.may_be_between(12, 17), SPECIALIST),
        group=ASSESS,
        differs=WHO_IS_ASSESSED,
        then="North East Lincolnshire: AIM3 at 12 to 18, through the AIM Pathway Panel, where there was or is likely to be significant harm, with consent (explored where it is missing); children’s services or youth justice refer.",
    ),
    Rule(
        "questionnaires",
        cites=("ng55:1.4.4", "hsbf:3.1.approaches"),
        when=(YOUNGER, SPECIALIST),
        group=ASSESS,
        then="Pre-adolescent or under 12, NICE NG55: consider questionnaires such as the Child Behaviour Checklist (Achenbach) and the Child Sexual Behaviour Inventory (Friedrich).",
    ),
    Rule(
        "aim-under-12",
        cites=("ng55:1.4.4",),
        when=(
            CHILD.may_be_under(12),
            either(
                "Age: under 10; or charged: no, not with a sexual offence, or not known",
                CHILD.under(10),
                CHARGED.may_be("no", "other"),
            ),
            SPECIALIST,
        ),
        group=ASSESS,
        then="Under 12 and not charged with a sexual offence, NICE NG55: consider the relevant elements of AIM, with clinical judgement. It does not say which they are, or which edition of AIM.",
    ),
    Rule(
        "aim-charged",
        cites=("ng55:1.4.4",),
        when=(CHILD.may_be_between(10, 12), CHARGED.may_be("other", "sexual"), SPECIALIST),
        group=ASSESS,
        then="At 10 to 12 and charged with an offence, NICE NG55: consider the relevant elements of AIM, with clinical judgement.",
    ),
    Rule(
        "adolescent-boys",
        cites=("ng55:1.4.4", "hsbf:3.1.approaches", "ng55:terms"),
        when=(GENDER.may_be("boy"), ADOLESCENCE.may_be("adolescent"), SPECIALIST),
        group=ASSESS,
        then="Adolescent boys, NICE NG55: consider tools such as J-SOAP-II, ERASOR (its successor is PROFESOR) or AIM2 (now AIM3), with clinical judgement. The first two are North American and estimate the risk of reoffending.",
    ),
    Rule(
        "asset-plus-asks",
        cites=("hsbf:3.1.thresholds", "hsbf:3.1.justice"),
        when=(CHILD.may_be_between(10, 17), CHARGED.may_be("other", "sexual")),
        group=ASSESS,
        then="AssetPlus asks about: the sex offender register; sexually inappropriate behaviour; a sexual element in the offence; domestic abuse by the young person; behaviour more serious than the charge; significant relationships; the trend of offending; MAPPA; other behaviour of concern. The practitioner judges impact, likelihood and imminence of future harm.",
    ),
    Rule(
        "technology-guidance",
        cites=("hsbf:4.1.technology-tools", "hsbf:4.3.example"),
        when=(
            ONLINE.may_be("yes"),
            CHILD.may_be_between(12, 18),
            GENDER.may_be("boy"),
            ADOLESCENCE.may_be("adolescent"),
        ),
        group=ASSESS,
        then="Technology-assisted behaviour: the NSPCC and AIM practice guidance (2019) is about adolescent boys of 12 to 18, beside AIM2 or AIM3; it is for use by trained social workers, youth justice practitioners and specialist providers. It does not stand alone.",
    ),
)

GAPS = (
    Rule(
        "gap-12-not-charged",
        cites=("ng55:1.4.4", "llr:2", "nel:panel-referral"),
        when=(CHILD.between(12, 12), CHARGED.among("no"), SPECIALIST),
        group=SAYS,
        then="Gap: at 12 and not charged, neither of NICE NG55’s AIM lines fits (“under 12”; “10 to 12”, charged). The two local arrangements count 12 into “12 to 18”. Ask the specialist service; a gap is no reason to go without an assessment.",
    ),
    Rule(
        "overlap-12-charged",
        cites=("ng55:1.4.4", "llr:2", "nel:panel-referral"),
        when=(CHILD.between(12, 12), CHARGED.among("other", "sexual"), SPECIALIST),
        group=SAYS,
        then="Overlap: a charged 12 year old stands in NICE NG55’s “10 to 12” and in the “12 to 18” of the two local arrangements. No source says which holds: ask the specialist service.",
    ),
    Rule(
        "overlap-under-12",
        cites=("ng55:1.4.4",),
        when=(CHILD.under(12), SPECIALIST),
        group=SAYS,
        then="Overlap: under 12, NICE NG55 has questionnaires and AIM. It does not say whether to use both.",
    ),
    Rule(
        "overlap-charged-other",
        cites=("ng55:1.4.4",),
        when=(CHILD.between(10, 11), CHARGED.among("other"), SPECIALIST),
        group=SAYS,
        then="Overlap: charged, but not with a sexual offence, a child of 10 or 11 stands under both of NICE NG55’s AIM lines: the first speaks of a sexual offence, the second of any.",
    ),
    Rule(
        "early-adolescent",
        cites=("ng55:1.4.4", "hsbf:3.3"),
        when=(CHILD.between(10, 11), ADOLESCENCE.among("adolescent"), GENDER.among("boy"), SPECIALIST),
        group=SAYS,
        then="Overlap: a boy under 12 and adolescent in development stands under the lines by age and under that for adolescent boys. No source says which holds: ask the specialist service.",
    ),
    Rule(
        "still-pre-adolescent",
        cites=("ng55:1.4.4", "hsbf:3.3"),
        when=(CHILD.between(12, 18), ADOLESCENCE.among("pre-adolescent"), SPECIALIST),
        group=SAYS,
        then="Gap: still pre-adolescent at 12 or over, the child has NICE NG55’s questionnaires; the tools of the “12 to 18” arrangements may be made for adolescents. Ask before one is used.",
    ),
    Rule(
        "gap-girls",
        cites=("ng55:1.4.4", "hsbf:4.3.example", "hsbf:4.1.young-women"),
        when=(CHILD.between(10, 18), GENDER.among("girl"), ADOLESCENCE.may_be("adolescent"), SPECIALIST),
        group=SAYS,
        then="Gap: NICE NG55 names no tool for an adolescent girl; up to 12, only its lines by age. Barnardo’s Better Futures had a project to develop standardised tools for girls. Ask the specialist service; a gap is no reason to go without an assessment.",
    ),
    Rule(
        "gap-disability",
        cites=("ng55:1.4.3", "llr:5"),
        when=(DISABILITY.among("yes"), SPECIALIST),
        group=SAYS,
        then="Gap: no source names a tool for a child with a learning or neurodevelopmental disability.",
    ),
    Rule(
        "gap-technology",
        cites=("hsbf:4.1.technology-tools", "hsbf:4.1.technology"),
        when=(
            ONLINE.among("yes"),
            either(
                "Boy or girl: girl; or development: pre-adolescent; or age: under 12, or 19 or over",
                GENDER.among("girl"),
                ADOLESCENCE.among("pre-adolescent"),
                CHILD.under(12),
                CHILD.at_least(19),
            ),
        ),
        group=SAYS,
        then="Gap: the practice guidance on technology-assisted behaviour is about adolescent boys of 12 to 18, and the framework found no validated model for assessing such behaviour.",
    ),
    Rule(
        "panel-under-12",
        cites=("nel:panel-referral",),
        when=(CHILD.under(12), SPECIALIST),
        group=SAYS,
        then="North East Lincolnshire’s panel assesses from 12. For a younger child it may consult or guide, at its discretion.",
    ),
    Rule(
        "near-18",
        cites=("nel:panel-assessment",),
        when=(CHILD.between(17, 17), SPECIALIST),
        group=SAYS,
        then="Near the 18th birthday, North East Lincolnshire may go without the assessment so that there is time for the intervention. How near is not said.",
    ),
    Rule(
        "at-18",
        cites=("llr:2", "nel:panel-referral", "nel:scope", "ng55:terms"),
        when=(CHILD.between(18, 18),),
        group=SAYS,
        then="Gap: at 18 no source says whether “12 to 18” still holds; NICE NG55 counts 18 in. Ask the service.",
    ),
    Rule(
        "18-to-21",
        cites=("hsbf:3.1.transitions",),
        when=(CHILD.between(18, 21),),
        group=ASSESS,
        then="At 18 to 21 services have a known gap. Weigh the age and stage at which it happened, any recurrence, what was done and how it went, present concerns, protective factors and strengths; involve adult learning disability or leaving-care teams early where their criteria are met.",
    ),
    Rule(
        "to-25",
        cites=("ng55:terms", "ng55:1.4.4"),
        when=(CHILD.between(19, 25), DISABILITY.may_be("yes")),
        group=SAYS,
        then="Gap: NICE NG55 reaches to 25 with special educational needs or a disability, and names no tool for that age.",
    ),
    Rule(
        "over-25",
        cites=("ng55:terms", "llr:2", "nel:scope"),
        when=(CHILD.at_least(26),),
        group=SAYS,
        then="Gap: none of these sources reaches an age of 26 or over.",
    ),
)

GUIDE = Guide(
    key="assessment",
    title="Assessment",
    purpose="Which assessment and which tools each source names for this child, who may use them, and where the sources leave a gap.",
    questions=(CHILD, CHARGED, ADOLESCENCE, LEVEL, GENDER, DISABILITY, ONLINE),
    rules=(*STEPS, *UNKNOWN, *DO_NOT, *SPECIALIST_TOOLS, *GAPS, *ALWAYS),
    left_to_people=(
        LeftToPeople("Which tool suits the child, with clinical judgement.", ("ng55:1.4.4", "hsbf:3.1.approaches")),
        LeftToPeople(
            "Who counts as adolescent, and when an 18th birthday is near.", ("ng55:1.4.4", "nel:panel-assessment")
        ),
        LeftToPeople("What fills a gap that the sources leave.", ("ng55:1.4.4", "hsbf:3.1.thresholds")),
    ),
)
