"""Reviews: when a plan or intervention has to be looked at again, by whose rule, for two years from its start.

The rules say how often and who. The timetable counts the days: calendar months from the start, so that 31 August
and six months is the last day of February.
"""

from __future__ import annotations

from calculators.actions.people import (
    EVERY_AGENCY,
    LEAD,
    LEAD_PRACTITIONER,
    MEETING,
    PANEL,
    SOCIAL_WORKER,
    TEAM,
)
from calculators.areas.model import many
from calculators.engine.guide import (
    AVOID,
    FIND_OUT,
    LATER,
    NEXT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    SAYS,
    TODAY,
    Guide,
    LeftToPeople,
    Question,
    Rule,
    a_day,
)
from calculators.guides.always import ALWAYS
from calculators.guides.area import ANOTHER, AREA, LLR, NEL, RULE_OF_LLR, RULE_OF_NEL
from calculators.guides.intervals import INTERVALS, MONTHS, STRICTEST, timetable

HARMED = "Child who was harmed"
HOW_OFTEN = "how often the plan is reviewed"

START = a_day(
    "start",
    "On which day did the plan or the intervention begin?",
    name="Start",
    back=MONTHS,
    ahead=12,
    hint="The plan that is followed now. For a plan that is older than two years, the day on which it was last made anew.",
)
CHANGED = Question(
    "changed",
    "Have circumstances changed significantly since the last review?",
    name="Significant change",
    options=NO_YES_NOT_KNOWN,
    hint="Since the start, if no review has been held. The source does not say what counts as significant: if in doubt, ask for a review.",
)
CHANGE = a_day(
    "change",
    "On which day did they change?",
    name="Day of the change",
    back=MONTHS,
    since="start",
    when=(CHANGED.among("yes"),),
)


RULES = (
    Rule(
        "change",
        cites=("ng55:1.6.5",),
        when=(CHANGED.may_be("yes"),),
        group=TODAY,
        who=TEAM,
        covers=("do-not-wait",),
        then="A significant change in circumstances calls for a review of the care plan, whatever the next date is. NICE NG55 gives no number of days: fix the day today.",
    ),
    Rule(
        "ask-sooner",
        cites=("ng55:1.1.8",),
        always=True,
        group=NEXT,
        who=LEAD_PRACTITIONER,
        then="Request a review from the team meeting, whatever the date, if the child’s needs are not being met or if referral and assessment are unnecessarily delayed.",
    ),
    Rule(
        "another-area",
        cites=("ng55:1.6.5",),
        when=(AREA.may_be(ANOTHER),),
        group=NEXT,
        who=LEAD,
        then="Ask your safeguarding partnership whether it has a review rule of its own. Where this site holds none for the area, the dates are those of the national one, NICE NG55.",
    ),
    Rule(
        "ng55",
        cites=("ng55:1.6.5",),
        always=True,
        group=LATER,
        who=TEAM,
        differs=HOW_OFTEN,
        then="Review the care plan every 3 to 6 months, or if circumstances change significantly, with the child or young person and the parents or carers (NICE NG55).",
    ),
    Rule(
        "llr",
        cites=("llr:13.review",),
        when=(AREA.may_be(LLR),),
        group=LATER,
        who=MEETING,
        differs=HOW_OFTEN,
        then=f"The LLR procedure: a multi-agency meeting reviews the risk management plan, the intervention or both {INTERVALS[1].words[0]}, then every {many(RULE_OF_LLR.then_every, RULE_OF_LLR.unit)} if needed.",
    ),
    Rule(
        "nel",
        cites=("nel:panel-assessment",),
        when=(AREA.may_be(NEL),),
        group=LATER,
        who=PANEL,
        differs=HOW_OFTEN,
        strictest=True,
        then=f"In North East Lincolnshire the panel aims to review the intervention plan {RULE_OF_NEL.words} at least, more often if required.",
    ),
    Rule(
        "llr-end",
        cites=("llr:13.review",),
        when=(AREA.may_be(LLR),),
        group=LATER,
        who=EVERY_AGENCY,
        then="Decide together when the plan and the specialist services end. In the LLR procedure the last review considers whether long-term monitoring is needed, and what advice and services there are.",
    ),
    Rule(
        "nel-end",
        cites=("nel:panel-assessment",),
        when=(AREA.may_be(NEL),),
        group=LATER,
        who=PANEL,
        then="In North East Lincolnshire the panel records that the work is complete and closed, and writes, where appropriate, to lead professionals and agencies about work recommended or outstanding.",
    ),
    Rule(
        "harmed",
        cites=("llr:12", "llr:2"),
        always=True,
        about=HARMED,
        group=LATER,
        who=SOCIAL_WORKER,
        then="Keep in touch with the other child’s social worker about how the work goes, so that this child stays safeguarded. These dates are about the other child’s plan; this child’s needs are considered apart.",
    ),
    Rule(
        "do-not-wait",
        cites=("ng55:1.6.5",),
        when=(CHANGED.among("no"),),
        group=AVOID,
        then="Do not wait for the next date when circumstances change significantly.",
    ),
    Rule(
        "other-plans",
        cites=("nel:panel-assessment",),
        always=True,
        group=AVOID,
        then="Do not let these dates stand in for the reviews of a child in need, child protection or care plan, a disposal or a court order: those go on beside them.",
    ),
    Rule(
        "all-three",
        cites=("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
        always=True,
        group=SAYS,
        then="A review every 3 months, and one on each significant change or when required, falls within all three rules: NICE NG55, the LLR procedure and the NEL guidance.",
    ),
    Rule(
        "start-not-known",
        cites=("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
        when=(START.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know when the plan began, so no dates can be given. Ask the lead practitioner or social worker; until it is known, act as if a review is due now.",
    ),
    Rule(
        "change-not-known",
        cites=("ng55:1.6.5",),
        when=(CHANGED.among(NOT_KNOWN),),
        group=FIND_OUT,
        covers=("change-day-not-known",),
        then="You do not know whether circumstances have changed significantly. Until it is known, act as if they have, today.",
    ),
    Rule(
        "change-day-not-known",
        cites=("ng55:1.6.5",),
        when=(CHANGE.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know the day of the change. Until it is known, act as if a review for it is due now.",
    ),
    Rule(
        "area-not-known",
        cites=("nel:panel-assessment", "llr:13.review"),
        when=(AREA.among(NOT_KNOWN),),
        group=FIND_OUT,
        then=f"You do not know whose rule is followed. Ask children’s social care where the child lives; until it is known, act as if the strictest held: {STRICTEST.rule.words} at least.",
    ),
    *ALWAYS,
)

GUIDE = Guide(
    key="reviews",
    title="Reviews",
    purpose="When the plan of a child who displayed harmful sexual behaviour has to be reviewed: each date for two "
    "years, the rule behind it, and what the other sources would ask.",
    questions=(AREA, START, CHANGED, CHANGE),
    rules=RULES,
    left_to_people=(
        LeftToPeople("What counts as a significant change, and how soon the review for it is held.", ("ng55:1.6.5",)),
        LeftToPeople(
            "Whether the intervals begin anew with a review held in between: no source says. The dates here are counted from the start.",
            ("ng55:1.6.5", "llr:13.review", "nel:panel-assessment"),
        ),
        LeftToPeople("Whether the six-monthly reviews after the first six months are needed.", ("llr:13.review",)),
        LeftToPeople("When the plan ends.", ("llr:13.review",)),
    ),
    timetable=timetable,
)
