"""Enquiry and meetings: which meeting comes next, who is told, and what holds where answers do not fit together.

The meetings themselves, with their agendas and those who attend, are in actions/meetings.toml.
"""

from __future__ import annotations

from calculators.engine.guide import Guide, Judgement
from calculators.engine.rules import check, differs, step
from calculators.guides.area import RULE_OF_NEL
from calculators.guides.enquiry_meetings import (
    AFTER_A_CONFERENCE,
    ENQUIRY,
    FIRST_MEETING,
    HOW_OFTEN,
    REVIEWS,
    UNDER_10,
)
from calculators.guides.enquiry_questions import (
    ALSO_HARMED,
    HARM_LIKELY,
    KNOWN_TO,
    QUESTIONS,
    SEVERAL_BEHAVED,
    STAGE,
)
from calculators.guides.facts import HARM, OTHERS
from calculators.guides.shared import A_CHILD_THEN, ADULTS, BOTH_CHILDREN, CHILD_NOW, FROM_10
from calculators.guides.standing import ALWAYS

PLAN_REVIEWED = (
    differs(
        "review-nel",
        f"In North East Lincolnshire the panel aims to review the intervention plan {RULE_OF_NEL.words} at least.",
        topic=HOW_OFTEN,
        strictest=True,
        when=STAGE.among("reviews") & CHILD_NOW,
        cites="nel:panel-assessment",
    ),
    step(
        "ask-for-review",
        "ask-for-review",
        because="NICE says to ask the team for a review where needs are not met or help is unnecessarily delayed.",
        when=STAGE.among("plan", "reviews") & CHILD_NOW,
        cites="ng55:1.1.8",
    ),
    step(
        "ending",
        "end-together",
        because="The Leicestershire procedure has several agencies decide when the plan ends and whether long-term monitoring is needed.",
        when=STAGE.among("reviews") & CHILD_NOW,
        cites="llr:13.review",
    ),
    step(
        "record-reasons",
        "record-reasons",
        because="The police and children’s social care have decided to enquire no further.",
        when=STAGE.among("no-concern"),
        cites=("llr:13", "nel:early-help"),
    ),
    step(
        "stage-not-known",
        "ask-where-things-stand",
        because="It is not known which meetings were held and what they decided.",
        when=STAGE.unknown,
        cites=("llr:9", "llr:10", "llr:11", "llr:13", "llr:13.review"),
    ),
)

UNTOLD = STAGE.among("start", "no-concern") | STAGE.unknown
MAY_ALSO_BE_HARMED = ALSO_HARMED.among("yes") | ALSO_HARMED.unknown
MORE_THAN_ONE = OTHERS.among("two-or-more") | OTHERS.unknown

PEOPLE_TOLD = (
    step(
        "several-told",
        "refer",
        because="Several children were, or may have been, harmed, and several children or a group may be behind it.",
        when=MORE_THAN_ONE & (SEVERAL_BEHAVED.among("yes") | SEVERAL_BEHAVED.unknown) & UNTOLD,
        cites=("llr:8", "llr:9"),
    ),
    step(
        "no-concern-told",
        "refer",
        because="A child is, or may be, harmed, whatever has been decided so far.",
        when=STAGE.among("no-concern") & (HARM_LIKELY | MAY_ALSO_BE_HARMED | MORE_THAN_ONE),
        cites=("llr:8", "llr:13"),
    ),
    step(
        "also-harmed",
        "consider-harm",
        because="The child who displayed the behaviour has been, or might be, abused or neglected.",
        when=MAY_ALSO_BE_HARMED,
        cites=("llr:9", "llr:11"),
    ),
    *BOTH_CHILDREN,
    step(
        "safeguarding-unit",
        "tell-safeguarding-unit",
        because="The Leicestershire safeguarding unit offers consultation and overview, and early help tells it too.",
        when=A_CHILD_THEN,
        cites="llr:8",
    ),
    step(
        "reviewing-officer",
        "tell-reviewing-officer",
        "keep-placement-safe",
        because="The child is looked after.",
        when=KNOWN_TO.among("looked-after"),
        cites="llr:6",
    ),
    step(
        "may-be-looked-after",
        "tell-reviewing-officer",
        "keep-placement-safe",
        because="It is not known whether the child is looked after.",
        when=KNOWN_TO.unknown,
        cites="llr:6",
        only_if="the child is looked after",
    ),
    step(
        "mappa",
        "mappa",
        because="The Leicestershire procedure convenes a meeting under these arrangements where their threshold is met.",
        when=HARM_LIKELY & FROM_10,
        cites="llr:6",
    ),
    *ADULTS,
)

CHECKS = (
    check(
        "check-harm-and-also-harmed",
        "You answered that no child is suffering or likely to suffer significant harm. You also answered that the child who displayed "
        "the behaviour has or may have been abused or neglected. Look at the first answer again.",
        "consider-harm",
        when=HARM.among("no") & ALSO_HARMED.among("yes"),
        cites=("llr:6", "llr:11"),
    ),
    check(
        "check-harm-and-several",
        "You answered that no child is suffering or likely to suffer significant harm. You also answered that several children were "
        "harmed and that several took part. Look at the first answer again.",
        "refer",
        "strategic-management-group",
        when=HARM.among("no") & OTHERS.among("two-or-more") & SEVERAL_BEHAVED.among("yes") & UNTOLD,
        cites=("llr:9", "llr:8"),
    ),
    check(
        "check-harm-and-conference",
        "You answered that no child is suffering or likely to suffer significant harm, and that there is to be a conference. The "
        "conference still holds.",
        "hold-conference-displayed",
        when=HARM.among("no") & STAGE.among("conference") & CHILD_NOW,
        cites=("llr:6", "llr:12"),
    ),
    check(
        "check-harm-and-plan",
        "You answered that no child is suffering or likely to suffer significant harm, and that there is a child protection plan. The "
        "plan still holds.",
        "core-group",
        when=HARM.among("no") & STAGE.among("plan") & CHILD_NOW,
        cites=("llr:6", "llr:11"),
    ),
    check(
        "check-no-concern-and-harm",
        "You answered that the police and children’s social care see no concern. You also answered that a child is suffering or likely "
        "to suffer significant harm. Tell them now what you know.",
        "refer",
        when=HARM.among("yes") & STAGE.among("no-concern"),
        cites=("llr:9", "llr:13"),
    ),
    check(
        "check-no-concern-and-also-harmed",
        "You answered that the police and children’s social care see no concern. You also answered that the child who displayed the "
        "behaviour has or may have been abused or neglected. Tell them what you know.",
        "refer",
        "consider-harm",
        when=ALSO_HARMED.among("yes") & STAGE.among("no-concern"),
        cites=("llr:11", "llr:13"),
    ),
    check(
        "check-no-concern-and-several",
        "You answered that the police and children’s social care see no concern, and that several children were harmed. Tell them what "
        "you know.",
        "refer",
        when=OTHERS.among("two-or-more") & STAGE.among("no-concern"),
        cites=("llr:9", "llr:13"),
    ),
)

GUIDE = Guide(
    key="enquiry",
    title="Enquiry and meetings",
    purpose="Which meeting comes next for each child, who attends, what it considers and has to produce, and who is told. There is an "
    "agenda and an attendance list to print.",
    questions=QUESTIONS,
    rules=(
        *FIRST_MEETING,
        *UNDER_10,
        *ENQUIRY,
        *AFTER_A_CONFERENCE,
        *REVIEWS,
        *PLAN_REVIEWED,
        *PEOPLE_TOLD,
        *CHECKS,
        *ALWAYS,
    ),
    judgement=(
        Judgement(
            "Whether there is reasonable cause to suspect significant harm, and whether each child has a separate meeting.",
            ("llr:9",),
        ),
        Judgement(
            "Whether a conference is held for the child who displayed the behaviour, or for others in the family.",
            ("llr:6", "llr:11"),
        ),
        Judgement("How soon “as early as possible” is, and who else has to be there.", ("llr:9", "llr:13")),
        Judgement("Under 10: how far the procedure is simplified, and what “simple boundary work” is.", ("llr:17",)),
    ),
)
