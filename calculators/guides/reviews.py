"""Reviews: when a plan or intervention has to be looked at again, by whose rule, for two years from its start.

The rules say how often and who. The days are counted in intervals.py: calendar months from the start, so that 31 August
and six months is the last day of February.
"""

from __future__ import annotations

from calculators.areas.model import many
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import a_day
from calculators.engine.guide import Guide, Judgement
from calculators.engine.questions import NO_YES_NOT_KNOWN, NotKnown, Question
from calculators.engine.rules import avoid, differs, says, step
from calculators.guides.area import ANOTHER, AREA, LLR, NEL, RULE_OF_LLR, RULE_OF_NEL
from calculators.guides.facts import ROLE
from calculators.guides.intervals import MONTHS, STRICTEST, timetable
from calculators.guides.standing import ALWAYS

HOW_OFTEN = "how often the plan is reviewed"
LLR_WORDS = (
    f"every {many(RULE_OF_LLR.first_every, RULE_OF_LLR.unit)} in the first {many(RULE_OF_LLR.first_for, RULE_OF_LLR.unit)}, "
    f"and then every {many(RULE_OF_LLR.then_every, RULE_OF_LLR.unit)} if needed"
)

START = a_day(
    "start",
    "On which day did the plan or the intervention begin?",
    name="Start",
    back=MONTHS,
    ahead=12,
    hint="The plan that is followed now. For a plan that is older than two years, the day on which it was last made anew.",
    not_known=NotKnown(
        "when the plan began, so that no dates can be given",
        "The lead practitioner or the social worker can tell you.",
        "Until you know, act as if a review is due now.",
        ("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
    ),
)
CHANGED = Question(
    "changed",
    "Have circumstances changed significantly since the last review?",
    name="Significant change",
    options=NO_YES_NOT_KNOWN,
    hint="Since the start, if no review has been held. The source does not say what counts as significant. If in doubt, ask for a review.",
    not_known=NotKnown(
        "whether circumstances have changed significantly",
        "The lead practitioner, the child’s carers and the school can tell you.",
        "Until you know, act as if they have changed today.",
        ("ng55:1.6.5",),
    ),
)
CHANGE = a_day(
    "change",
    "On which day did they change?",
    name="Day of the change",
    back=MONTHS,
    since="start",
    when=CHANGED.among("yes"),
    not_known=NotKnown(
        "on which day circumstances changed",
        "The lead practitioner or the child’s carers can tell you.",
        "Until you know, act as if a review for it is due now.",
        ("ng55:1.6.5",),
    ),
)
IN_LLR = AREA.among(LLR) | AREA.unknown
IN_NEL = AREA.among(NEL) | AREA.unknown

RULES = (
    says(
        "all-three",
        "A review every 3 months, and one on each significant change or when required, falls within all three rules. They are NICE’s, "
        "the Leicestershire procedure’s and the North East Lincolnshire guidance’s.",
        cites=("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
    ),
    says(
        "finding-change",
        "NICE says to review the plan where circumstances change significantly. It gives no number of days.",
        when=CHANGED.among("yes") | CHANGED.unknown,
        cites="ng55:1.6.5",
        headline="A review is due now, because circumstances have or may have changed.",
    ),
    says(
        "finding-start",
        "Without the day on which the plan began, no dates can be given.",
        when=START.among(NOT_KNOWN),
        cites=("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
        headline="Ask when the plan began, and act as if a review is due now.",
    ),
    says(
        "finding-nel",
        f"In North East Lincolnshire the panel aims to review the plan {RULE_OF_NEL.words} at least.",
        when=AREA.among(NEL),
        cites="nel:panel-assessment",
        headline=f"Review the plan {RULE_OF_NEL.words} at least.",
    ),
    says(
        "finding-llr",
        f"In the Leicestershire procedure a multi-agency meeting reviews the plan {LLR_WORDS}.",
        when=AREA.among(LLR),
        cites="llr:13.review",
        headline=f"Review the plan {LLR_WORDS}.",
    ),
    says(
        "finding-another",
        "NICE’s rule holds in every area. Ask whether your partnership has a rule of its own.",
        when=AREA.among(ANOTHER),
        cites="ng55:1.6.5",
        headline="Review the plan every 3 to 6 months, or sooner if circumstances change significantly.",
    ),
    says(
        "area-not-known",
        "It is not known whose rule is followed, so the strictest of the three is used.",
        when=AREA.unknown,
        cites=("nel:panel-assessment", "llr:13.review", "ng55:1.6.5"),
        headline=f"Until you know the area, review the plan {STRICTEST.rule.words} at least.",
    ),
    step(
        "change",
        "review-now",
        because="Circumstances have, or may have, changed significantly, and NICE then asks for a review.",
        when=CHANGED.among("yes") | CHANGED.unknown,
        cites="ng55:1.6.5",
    ),
    step(
        "start-not-known",
        "review-now",
        because="It is not known when the plan began, so a review may be due now.",
        when=START.among(NOT_KNOWN),
        cites=("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
    ),
    step(
        "review",
        "review-plan",
        because="NICE says to review the care plan with the child or young person and the parents or carers.",
        cites="ng55:1.6.5",
    ),
    step(
        "ask-sooner",
        "ask-for-review",
        because="NICE says to ask the team for a review where needs are not met or help is unnecessarily delayed.",
        cites="ng55:1.1.8",
    ),
    step(
        "another-area",
        "ask-partnership",
        because="Your area may have a review rule of its own beside that of NICE.",
        when=AREA.among(ANOTHER) | AREA.unknown,
        cites="ng55:1.6.5",
    ),
    differs(
        "ng55",
        "NICE says to review the care plan every 3 to 6 months, or if circumstances change significantly.",
        topic=HOW_OFTEN,
        cites="ng55:1.6.5",
    ),
    differs(
        "llr",
        f"In the Leicestershire procedure a multi-agency meeting reviews the risk management plan, the intervention or both. It does so {LLR_WORDS}.",
        topic=HOW_OFTEN,
        when=IN_LLR,
        cites="llr:13.review",
    ),
    differs(
        "nel",
        f"In North East Lincolnshire the panel aims to review the intervention plan {RULE_OF_NEL.words} at least, more often if required.",
        topic=HOW_OFTEN,
        strictest=True,
        when=IN_NEL,
        cites="nel:panel-assessment",
    ),
    step(
        "llr-end",
        "end-together",
        because="In Leicestershire the last review considers long-term monitoring, and what advice and services there are.",
        when=IN_LLR,
        cites="llr:13.review",
    ),
    step(
        "nel-end",
        "panel-close",
        because="In North East Lincolnshire the panel records the end, and writes about work recommended or outstanding.",
        when=IN_NEL,
        cites="nel:panel-assessment",
    ),
    step(
        "harmed",
        "harmed-keep-in-touch",
        because="These dates are about the other child’s plan, and the harmed child’s needs are considered separately.",
        cites=("llr:12", "llr:2"),
    ),
    avoid(
        "do-not-wait",
        "Do not wait for the next date when circumstances change significantly.",
        when=CHANGED.among("no"),
        cites="ng55:1.6.5",
    ),
    avoid(
        "other-plans",
        "Do not let these dates stand in for other reviews. Those of a child in need, child protection or care plan, a disposal or a "
        "court order continue beside them.",
        cites="nel:panel-assessment",
    ),
    *ALWAYS,
)

GUIDE = Guide(
    key="reviews",
    title="Reviews",
    purpose="When the plan of a child who displayed harmful sexual behaviour has to be reviewed: each date for two "
    "years, the rule behind it, and what the other sources would ask.",
    questions=(ROLE, AREA, START, CHANGED, CHANGE),
    rules=RULES,
    judgement=(
        Judgement("What counts as a significant change, and how soon the review for it is held.", ("ng55:1.6.5",)),
        Judgement(
            "Whether the intervals begin anew with a review held in between. No source says. The dates here are counted from the start.",
            ("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
        ),
        Judgement("Whether the six-monthly reviews after the first six months are needed.", ("llr:13.review",)),
        Judgement("When the plan ends.", ("llr:13.review",)),
    ),
    timetable=timetable,
)
