"""Reviews: when a plan or intervention has to be looked at again, by whose rule, for two years from its start.

The rules say how often and who. The timetable counts the days: calendar months from the start, so that 31 August
and six months is the last day of February.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.actions.people import (
    EVERY_AGENCY,
    LEAD,
    LEAD_PRACTITIONER,
    MEETING,
    PANEL,
    SOCIAL_WORKER,
    TEAM,
)
from calculators.engine import working_days
from calculators.engine.dates import add_months
from calculators.engine.guide import (
    AVOID,
    FIND_OUT,
    LATER,
    NEXT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    SAYS,
    TODAY,
    Dated,
    Guide,
    LeftToPeople,
    Question,
    Rule,
    a_day,
)
from calculators.guides.always import ALWAYS
from calculators.guides.area import ANOTHER, AREA, LLR, NEL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calculators.areas.model import Area

HARMED = "Child who was harmed"
MONTHS = 24  # the list reaches so far from the start
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


@dataclass(frozen=True)
class Interval:
    """One source's rule: its words by the months after the start at which a review is due at the latest."""

    area: str
    source: str
    months: Mapping[int, str]
    cites: tuple[str, ...]


INTERVALS = (
    Interval(
        NEL,
        "NEL guidance",
        dict.fromkeys(range(3, MONTHS + 1, 3), "which aims for every 3 months at least"),
        ("nel:panel-assessment",),
    ),
    Interval(
        LLR,
        "LLR procedure",
        dict.fromkeys((3, 6), "every 3 months in the first 6 months")
        | dict.fromkeys(range(12, MONTHS + 1, 6), "every 6 months after the first 6, if needed"),
        ("llr:13.review",),
    ),
    Interval(
        ANOTHER,
        "NICE NG55",
        dict.fromkeys(range(6, MONTHS + 1, 6), "every 3 to 6 months, so by this day"),
        ("ng55:1.6.5",),
    ),
)
STRICTEST = max(INTERVALS, key=lambda interval: len(interval.months))


def timetable(
    answers: Mapping[str, str], days: Mapping[str, date], today: date, area: Area | None = None
) -> tuple[Dated, ...]:
    """Give each day on which any source asks for a review, in order, with the rules behind it.

    Args:
        answers: the keys of the answers; the area says whose rule is followed, and not known counts as the strictest.
        days: the start and the change, where they are known.
        today: to tell the days that have passed.
        area: the local arrangements of the site; where "another area" is answered, its own rule is followed.

    """
    intervals = (*(one for one in INTERVALS if one.area != ANOTHER), _of_another(area))
    followed = next((one for one in intervals if one.area == answers["area"]), STRICTEST)
    intervals = INTERVALS if followed in INTERVALS else (*INTERVALS, followed)
    dated = [_change(days["change"])] if "change" in days else []
    if "start" in days:
        months = sorted({month for interval in intervals for month in interval.months})
        dated += [_review(days["start"], month, followed, intervals, today) for month in months]
    return tuple(sorted(dated, key=lambda one: one.day))


def _of_another(area: Area | None) -> Interval:
    """Give the rule of an area that is none of the sources': its own, or else that of NICE NG55."""
    national = next(one for one in INTERVALS if one.area == ANOTHER)
    if area is None or area.review is None or area.key in {NEL, LLR}:
        return national
    rule = area.review
    months = [*range(rule.first_every, rule.first_for + 1, rule.first_every)] if rule.first_for else []
    months += range((months or [0])[-1] + rule.then_every, MONTHS + 1, rule.then_every)
    return Interval(ANOTHER, area.name, dict.fromkeys(months, rule.words), (*rule.cites, *national.cites))


def _review(start: date, month: int, followed: Interval, intervals: tuple[Interval, ...], today: date) -> Dated:
    day = add_months(start, month)
    asking = [one for one in intervals if month in one.months]
    others = " and ".join(_name(one) for one in asking if one is not followed)
    due = followed in asking
    if due:
        what = f"review due: {_name(followed)}, {followed.months[month]}.{f' Also: {others}.' if others else ''}"
    else:
        what = f"{others} would have a review; {_name(followed)} does not ask for one by this day."
    past = day < today
    note = "This day has passed: if no review was held, ask for one now." if past else working_days.note(day)
    cites = dict.fromkeys(unit for one in (followed, *asking) for unit in one.cites)
    return Dated(day, what, tuple(cites), note, due, past)


def _name(interval: Interval) -> str:
    return f"{interval.source}{' (the strictest)' if interval is STRICTEST else ''}"


def _change(day: date) -> Dated:
    what = "significant change: NICE NG55 asks for a review and gives no number of days."
    note = "If none has been held since, ask for one now. The other days are still counted from the start."
    return Dated(day, what, ("ng55:1.6.5",), note, due=True, past=True)


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
        then="The LLR procedure: a multi-agency meeting reviews the risk management plan, the intervention or both every 3 months in the first 6 months, then every 6 months if needed.",
    ),
    Rule(
        "nel",
        cites=("nel:panel-assessment",),
        when=(AREA.may_be(NEL),),
        group=LATER,
        who=PANEL,
        differs=HOW_OFTEN,
        strictest=True,
        then="In North East Lincolnshire the panel aims to review the intervention plan every 3 months at least, more often if required.",
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
        then="You do not know whose rule is followed. Ask children’s social care where the child lives; until it is known, act as if the strictest held: every 3 months at least.",
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
