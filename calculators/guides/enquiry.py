"""Enquiry and meetings: which meeting comes next, who attends, what it considers, who is told, what it produces.

The meetings themselves, with their agendas and those who attend, are in meetings.toml.
"""

from __future__ import annotations

from calculators.actions.people import (
    CONFERENCE_CHAIR,
    CORE_GROUP,
    EVERY_AGENCY,
    LEAD,
    LEAD_PRACTITIONER,
    MEETING,
    PANEL,
    SOCIAL_CARE,
    SOCIAL_CARE_AND_POLICE,
    SOCIAL_WORKER,
    SOCIAL_WORKER_AND_MANAGER,
)
from calculators.engine.guide import (
    ASSESS,
    AVOID,
    CHECK,
    FIND_OUT,
    LATER,
    NEXT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    TODAY,
    Guide,
    LeftToPeople,
    Option,
    Question,
    Rule,
    ages,
)
from calculators.guides.always import ALWAYS

DISPLAYED = "Child who displayed the behaviour"
HARMED = "Child who was harmed"

CHILD = ages("child", "How old is the child who displayed the behaviour?", 10, 18, name="Child’s age")
HARM = Question(
    "harm",
    "Is a child suffering, or likely to suffer, significant harm?",
    name="Significant harm",
    options=NO_YES_NOT_KNOWN,
    hint="Think of both children, and of any other.",
)
STAGE = Question(
    "stage",
    "Where do things stand for the child who displayed the behaviour?",
    name="Where things stand",
    options=(
        Option("start", "Reported; no meeting yet"),
        Option("enquiry", "The first meeting was held, or an enquiry or assessment is under way"),
        Option("assessed", "The assessment is finished; no conference is planned"),
        Option("conference", "A child protection conference is to be held"),
        Option("plan", "A conference made a child protection plan"),
        Option("no-plan", "A conference made no child protection plan"),
        Option("reviews", "A risk management plan for the behaviour is being carried out"),
        Option("no-concern", "Police and children’s social care see no concern and enquire no further"),
        Option(NOT_KNOWN, "Not known"),
    ),
    ranked=False,  # stages follow each other; none is worse than another
)
ALSO_HARMED = Question(
    "also-harmed",
    "Has the child who displayed the behaviour also been abused or neglected, or might that be so?",
    name="Child also harmed",
    options=NO_YES_NOT_KNOWN,
)
STILL_AT_RISK = Question(
    "still-at-risk",
    "Does the section 47 enquiry conclude that the child who was harmed may still be at risk of significant harm?",
    name="Harmed child still at risk",
    options=NO_YES_NOT_KNOWN,
    hint="While it has not concluded, choose “Not known”.",
    when=(HARM.may_be("yes"),),
)
LOOKED_AFTER = Question(
    "looked-after",
    "Is the child who displayed the behaviour looked after?",
    name="Looked after",
    options=NO_YES_NOT_KNOWN,
)
SEVERAL = Question(
    "several",
    "Were several children harmed, and may several people have caused the harm?",
    name="Several on both sides",
    options=NO_YES_NOT_KNOWN,
)

UNDER_18 = CHILD.may_be_under(18)
BEFORE_A_CONFERENCE = STAGE.may_be("start", "enquiry", "assessed")
ENQUIRING = STAGE.may_be("start", "enquiry")

# What the guide on the criminal process says too.
UNDER_10_POLICE = Rule(
    "under-10-police",
    cites=("llr:17", "nel:judgement", "nel:front-door"),
    when=(CHILD.may_be_under(10),),
    about=DISPLAYED,
    group=AVOID,
    then="Do not hold back from calling the police in an emergency because this child is under 10. The limit is on criminal investigation of this child, and of nobody else.",
)
SEPARATE = Rule(
    "separate",
    cites=("llr:8", "llr:13"),
    always=True,
    group=TODAY,
    who=SOCIAL_CARE,
    then="Keep the enquiries about each child apart. Each should have a different social worker, even in one household.",
)
LEGAL_ADVICE = Rule(
    "legal-advice",
    cites=("llr:8",),
    always=True,
    group=NEXT,
    who=SOCIAL_WORKER,
    then="Tell each child and family that they have a right to seek legal advice, and support them throughout.",
)
HARMED_SUPPORT = Rule(
    "harmed-support",
    cites=("llr:12",),
    always=True,
    about=HARMED,
    group=NEXT,
    who=SOCIAL_WORKER,
    then="Ask what support this child needs through interviews and any court action, and what other services, such as counselling. Keep up with developments through the other child’s social worker.",
)
AGE_NOT_KNOWN = Rule(
    "age-not-known",
    cites=("llr:2", "llr:17"),
    when=(CHILD.among(NOT_KNOWN),),
    group=FIND_OUT,
    then="You do not know how old the child who displayed the behaviour is. Until it is known, act as if the lines for every age held.",
)
OVER_18 = Rule(
    "18-or-over",
    cites=("llr:2", "llr:8", "nel:scope"),
    when=(CHILD.may_be_at_least(18),),
    group=TODAY,
    who=LEAD,
    then="If the one who displayed the behaviour is 18 or over: both local procedures are about people under 18. For behaviour before 18, ask again with the age on that day. Refer a child who may be at risk to children’s social care, and an adult who was harmed and needs safeguarding to adult social care.",
)

FIRST_MEETING = (
    Rule(
        "strategy-meeting",
        cites=("llr:9", "llr:6", "llr:8"),
        when=(HARM.may_be("yes"), STAGE.may_be("start")),
        group=TODAY,
        who=SOCIAL_CARE_AND_POLICE,
        meeting="strategy",
        covers=("planning-instead", "strategy-again"),
        then="Convene a strategy meeting where there is reasonable cause to suspect that either child is suffering, or is likely to suffer, significant harm. The LLR procedure gives no number of days.",
    ),
    Rule(
        "strategy-attend",
        cites=("llr:6", "llr:9"),
        when=(HARM.may_be("yes"), STAGE.may_be("start")),
        group=TODAY,
        who=SOCIAL_CARE_AND_POLICE,
        then="Consider a separate meeting for each child. Invite, where appropriate, the school (only for its own pupil), youth justice, child and adolescent mental health services and others with significant contact; consider therapeutic services. The police and the social worker who make the enquiries should attend both.",
    ),
    Rule(
        "strategy-plan",
        cites=("llr:9",),
        when=(HARM.may_be("yes"), STAGE.may_be("start")),
        group=NEXT,
        who=MEETING,
        then="At the strategy meeting, settle safety for every young person involved, plan in detail who does what in the enquiries about both children, and make contingency plans.",
    ),
    Rule(
        "strategy-again",
        cites=("llr:9",),
        when=(
            HARM.may_be("yes"),
            STAGE.among("enquiry", "assessed", "conference", "plan", "no-plan", "reviews", "no-concern"),
        ),
        group=TODAY,
        who=SOCIAL_CARE_AND_POLICE,
        meeting="strategy",
        then="If this harm, or the likelihood of it, is new or has not yet been looked at: convene a strategy meeting about it. After an investigation a follow-up strategy meeting may be useful.",
    ),
    Rule(
        "planning-instead",
        cites=("llr:9", "llr:13"),
        when=(HARM.among("no"), STAGE.may_be("start"), CHILD.may_be_between(10, 17)),
        group=NEXT,
        who=SOCIAL_CARE,
        meeting="planning",
        then="Where no formal strategy meeting is required, a multi-agency planning meeting is recommended, to consider the needs of the children involved. Invite the parents or carers, health, the school and the specialist service; consider youth justice.",
    ),
    Rule(
        "strategic-management-group",
        cites=("llr:9",),
        when=(SEVERAL.may_be("yes"),),
        group=NEXT,
        who=MEETING,
        meeting="strategic-management-group",
        then="At the strategy discussion, appoint a strategic management group where the situation is complex, with several children harmed and several who may have caused it. It co-ordinates the whole investigation, under the procedure on complex (organised or multiple) abuse.",
    ),
)

ENQUIRY = (
    Rule(
        "section-47",
        cites=("llr:8", "llr:10"),
        when=(HARM.may_be("yes"), ENQUIRING),
        group=NEXT,
        who=SOCIAL_CARE,
        covers=("single-assessment",),
        then="Make a section 47 enquiry with a single assessment where either child appears to be suffering, or at risk of suffering, significant harm. Otherwise consider a single assessment.",
    ),
    Rule(
        "single-assessment",
        cites=("llr:10",),
        when=(HARM.among("no"), ENQUIRING),
        group=NEXT,
        who=SOCIAL_CARE,
        then="Consider a single assessment, also where neither child appears to be at risk of significant harm.",
    ),
    Rule(
        "interview-order",
        cites=("llr:9",),
        when=(ALSO_HARMED.may_be("yes"), ENQUIRING, UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=MEETING,
        then="Decide at the strategy discussion in which order this child is interviewed, where it is suspected that this child has been abused too.",
    ),
    Rule(
        "interview-method",
        cites=("llr:9",),
        when=(CHILD.may_be_between(10, 17), ENQUIRING),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE_AND_POLICE,
        then="If an offence is alleged and this child is 10 or over, agree how best to interview the child: the LLR procedure requires it. An interview as someone who may have been harmed may be better. Offences admitted in one should normally have a separate interview.",
    ),
    Rule(
        "assess-with",
        cites=("llr:8", "llr:10"),
        when=(ENQUIRING, UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_WORKER,
        then="Assess this child together with youth justice where that is relevant. Ask specialist services for their opinion where the assessment needs it.",
    ),
    Rule(
        "eight-matters",
        cites=("llr:10",),
        when=(ENQUIRING,),
        group=ASSESS,
        then="The behaviour and its effect on the child who was harmed; its context; the children’s ages; development, family and social circumstances; whether it is acknowledged; whether the child who displayed it was abused or adults had a part in it; what services both children need; what risk there is, to that child and to others.",
    ),
    Rule(
        "conference-considered",
        cites=("llr:6", "llr:11"),
        when=(ALSO_HARMED.may_be("yes"), BEFORE_A_CONFERENCE, UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        meeting="conference-displayed",
        then="Consider a child protection conference for this child, where the section 47 enquiry suggests that this child too has been, or might be, abused or neglected.",
    ),
    Rule(
        "other-children",
        cites=("llr:6",),
        when=(BEFORE_A_CONFERENCE,),
        group=NEXT,
        who=SOCIAL_CARE,
        then="Consider the risk to other children in the family, how they are kept safe, and a child protection conference.",
    ),
    Rule(
        "hsb-meeting",
        cites=("llr:6", "llr:10"),
        when=(STAGE.among("enquiry", "assessed"), CHILD.may_be_between(10, 17)),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        meeting="planning",
        then="When the single assessment is finished, convene the HSB multi-agency meeting. Where a conference is held for this child, the meeting is not needed.",
    ),
    Rule(
        "planning-invites",
        cites=("llr:13", "llr:15"),
        when=(STAGE.among("enquiry", "assessed", "no-plan"), UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        then="Invite to the HSB meeting everyone from the strategy meeting, the parents or carers, health, the child’s school and the specialist service; the police child abuse unit comes “if invited”. Consider youth justice: with criminal proceedings it joins.",
    ),
    Rule(
        "planning-agrees",
        cites=("llr:10", "llr:13"),
        when=(STAGE.among("enquiry", "assessed", "no-plan"), UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=MEETING,
        then="Bring a chronology to the HSB meeting. Agree, in writing, how risk is managed for this child and for any child who may be at risk, with education and accommodation; any further assessment and its timetable; roles; the lead social worker; when it is reviewed.",
    ),
)

UNDER_10 = (
    Rule(
        "under-10-discussion",
        cites=("llr:17",),
        when=(CHILD.may_be_under(10), STAGE.may_be("start")),
        about=DISPLAYED,
        group=TODAY,
        who=SOCIAL_WORKER_AND_MANAGER,
        meeting="strategy-under-10",
        then="Under 10 the LLR procedure can be simplified. Hold a strategy discussion to check whether what was reported suggests potential concerns.",
    ),
    Rule(
        "under-10-enquiry",
        cites=("llr:17",),
        when=(CHILD.may_be_under(10), ENQUIRING),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        covers=("interview-method",),
        then="Under 10, if there may be a concern, lead an enquiry: background checks with school, nursery, GP, health visitor and others; interviews with whoever complained, with this child and with the carers. There is no criminal investigation of a child under 10; in an emergency the police still come.",
    ),
    Rule(
        "under-10-conference",
        cites=("llr:17",),
        when=(CHILD.may_be_under(10), BEFORE_A_CONFERENCE),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        meeting="conference-displayed",
        then="Under 10, where the enquiry raises concern that this child is in need of protection, convene a child protection conference.",
    ),
    Rule(
        "under-10-meeting",
        cites=("llr:13", "llr:17"),
        when=(CHILD.may_be_under(10), BEFORE_A_CONFERENCE),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        meeting="planning",
        covers=("planning-instead", "hsb-meeting"),
        then="Under 10, where no conference is considered necessary but this child is in need of more than simple boundary work with the social worker, convene the HSB multi-agency meeting.",
    ),
    UNDER_10_POLICE,
)

AFTER_A_CONFERENCE = (
    Rule(
        "conference-both-roles",
        cites=("llr:6",),
        when=(STAGE.among("conference"), UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=CONFERENCE_CHAIR,
        meeting="conference-displayed",
        then="Make clear at the outset that the conference is about this child in both roles, as one who displayed the behaviour and as one who was harmed. It addresses the needs of this child in both; no separate HSB meeting is then needed.",
    ),
    Rule(
        "conference-invites",
        cites=("llr:11",),
        when=(STAGE.among("conference"), UNDER_18),
        about=DISPLAYED,
        group=TODAY,
        who=SOCIAL_CARE,
        then="Invite to the initial conference a representative of youth justice and one of the area’s specialist service.",
    ),
    Rule(
        "core-group",
        cites=("llr:11",),
        when=(STAGE.among("plan"), UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=CORE_GROUP,
        then="Go on co-ordinating services. Address this child’s harmful sexual behaviour, the risks the child may pose to others, and the concerns that led to the child protection plan.",
    ),
    Rule(
        "no-plan-meeting",
        cites=("llr:13",),
        when=(STAGE.among("no-plan"), UNDER_18),
        about=DISPLAYED,
        group=TODAY,
        who=SOCIAL_CARE,
        meeting="planning",
        then="Where concern about the behaviour remains, consider this child a child in need and convene the HSB multi-agency meeting, as early as possible after the conference. The LLR procedure says that it must be convened.",
    ),
    Rule(
        "no-delay",
        cites=("llr:6",),
        when=(STAGE.among("assessed", "no-plan"), UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        then="If further work with this child is decided on, hold the discussions about it as soon after the investigation as possible. Families engage markedly less when it is delayed.",
    ),
)

REVIEWS = (
    Rule(
        "review-meeting",
        cites=("llr:13.review",),
        when=(STAGE.among("reviews"), UNDER_18),
        about=DISPLAYED,
        group=NEXT,
        who=MEETING,
        meeting="review",
        then="When the assessment is complete, meet again as the same forum: consider its outcome, and review the risk management plan and each agency’s part in it.",
    ),
    Rule(
        "review-llr",
        cites=("llr:13.review",),
        when=(STAGE.among("reviews"), UNDER_18),
        about=DISPLAYED,
        group=LATER,
        who=MEETING,
        differs="how often the plan is reviewed",
        then="The LLR procedure: review the plan every 3 months in the first 6 months, then every 6 months if needed.",
    ),
    Rule(
        "review-ng55",
        cites=("ng55:1.6.5",),
        when=(STAGE.among("reviews"), UNDER_18),
        about=DISPLAYED,
        group=LATER,
        who=MEETING,
        differs="how often the plan is reviewed",
        then="NICE NG55: review the care plan every 3 to 6 months, or on a significant change in circumstances, with the child and the parents or carers.",
    ),
    Rule(
        "review-nel",
        cites=("nel:panel-assessment",),
        when=(STAGE.among("reviews"), UNDER_18),
        about=DISPLAYED,
        group=LATER,
        who=PANEL,
        differs="how often the plan is reviewed",
        strictest=True,
        then="In North East Lincolnshire the panel aims to review the intervention plan every 3 months at least.",
    ),
    Rule(
        "ask-for-review",
        cites=("ng55:1.1.8",),
        when=(STAGE.among("plan", "reviews"), UNDER_18),
        about=DISPLAYED,
        group=LATER,
        who=LEAD_PRACTITIONER,
        then="Ask the multi-agency team to review the care plan where this child’s needs are not met, or where referral and assessment are unnecessarily delayed.",
    ),
    Rule(
        "ending",
        cites=("llr:13.review",),
        when=(STAGE.among("reviews"), UNDER_18),
        about=DISPLAYED,
        group=LATER,
        who=EVERY_AGENCY,
        then="Decide together, never one agency alone, when the plan and specialist services end. Consider then whether long-term monitoring is needed, and who offers advice.",
    ),
    Rule(
        "record-reasons",
        cites=("llr:13", "nel:early-help"),
        when=(STAGE.among("no-concern"),),
        about=DISPLAYED,
        group=TODAY,
        who=SOCIAL_CARE_AND_POLICE,
        then="Record the details of the referral and the reasons for your decision to enquire no further. The enquiry ends; the watching goes on.",
    ),
)

PEOPLE_TOLD = (
    SEPARATE,
    Rule(
        "safeguarding-unit",
        cites=("llr:8",),
        always=True,
        group=TODAY,
        who=SOCIAL_CARE,
        contact="safeguarding-unit",
        then="In the LLR procedure, tell the safeguarding unit once harmful sexual behaviour is identified: inappropriate, problematic, abusive or violent. Early help does so too. The unit offers consultation and overview.",
    ),
    LEGAL_ADVICE,
    Rule(
        "reviewing-officer",
        cites=("llr:6",),
        when=(LOOKED_AFTER.may_be("yes"), UNDER_18),
        about=DISPLAYED,
        group=TODAY,
        who=SOCIAL_WORKER,
        then="Tell this looked-after child’s independent reviewing officer, and keep the officer up to date. Consider the safety of other children placed with this child, and of the foster carers’ own.",
    ),
    Rule(
        "mappa",
        cites=("llr:6",),
        when=(HARM.may_be("yes"), UNDER_18),
        about=DISPLAYED,
        group=LATER,
        who=EVERY_AGENCY,
        then="Where the threshold of the Multi-Agency Public Protection Arrangements (MAPPA) is met, a meeting under them should be convened. The LLR procedure does not say by whom.",
    ),
    Rule(
        "conference-harmed",
        cites=("llr:12",),
        when=(STILL_AT_RISK.may_be("yes"),),
        about=HARMED,
        group=NEXT,
        who=SOCIAL_CARE,
        meeting="conference-harmed",
        then="Where the section 47 enquiry concludes that this child may still be at risk of significant harm, convene an initial child protection conference. The LLR procedure says that it must be convened.",
    ),
    HARMED_SUPPORT,
    OVER_18,
)

NOT_KNOWNS = (
    AGE_NOT_KNOWN,
    Rule(
        "harm-not-known",
        cites=("llr:6", "llr:9"),
        when=(HARM.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether a child is suffering, or likely to suffer, significant harm. Until it is known, act as if so.",
    ),
    Rule(
        "stage-not-known",
        cites=("llr:9", "llr:10", "llr:11", "llr:13", "llr:13.review"),
        when=(STAGE.among(NOT_KNOWN),),
        group=FIND_OUT,
        covers=(
            "strategy-again",
            "hsb-meeting",
            "planning-invites",
            "planning-agrees",
            "conference-both-roles",
            "conference-invites",
            "core-group",
            "no-plan-meeting",
            "no-delay",
            "review-meeting",
            "review-llr",
            "review-ng55",
            "review-nel",
            "ask-for-review",
            "ending",
            "record-reasons",
        ),
        then="You do not know where things stand. Ask children’s social care today which meetings were held, what they decided and what is due next, then ask this guide again. Until it is known, act as if no meeting had been held.",
    ),
    Rule(
        "also-harmed-not-known",
        cites=("llr:9", "llr:11"),
        when=(ALSO_HARMED.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether the child who displayed the behaviour has been abused or neglected. Every meeting asks it; until it is known, act as if so.",
    ),
    Rule(
        "still-at-risk-not-known",
        cites=("llr:12",),
        when=(STILL_AT_RISK.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="It is not concluded whether the child who was harmed may still be at risk of significant harm. Until it is, act as if so.",
    ),
    Rule(
        "looked-after-not-known",
        cites=("llr:6",),
        when=(LOOKED_AFTER.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether the child who displayed the behaviour is looked after. Until it is known, act as if so.",
    ),
    Rule(
        "several-not-known",
        cites=("llr:9",),
        when=(SEVERAL.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether several children were harmed and several people may have caused it. Until it is known, act as if so.",
    ),
)

CHECKS = (
    Rule(
        "check-harm-and-also-harmed",
        cites=("llr:6", "llr:11"),
        when=(HARM.among("no"), ALSO_HARMED.among("yes")),
        group=CHECK,
        then="You answered that no child is suffering or likely to suffer significant harm, and that the child who displayed the behaviour has or may have been abused or neglected. If that harm is or may be significant, answer “yes” to the first: the line on a strategy meeting then holds.",
    ),
    Rule(
        "check-harm-and-several",
        cites=("llr:9",),
        when=(HARM.among("no"), SEVERAL.among("yes")),
        group=CHECK,
        then="You answered that no child is suffering or likely to suffer significant harm, and that several children were harmed. The line on several children holds; if the harm is or may be significant, answer “yes” to the first.",
    ),
    Rule(
        "check-harm-and-conference",
        cites=("llr:6", "llr:12"),
        when=(HARM.among("no"), STAGE.among("conference", "plan")),
        group=CHECK,
        then="You answered that no child is suffering or likely to suffer significant harm, and that there is a conference or a child protection plan. The conference and its plan hold.",
    ),
    Rule(
        "check-no-concern-and-harm",
        cites=("llr:9", "llr:13"),
        when=(HARM.among("yes"), STAGE.among("no-concern")),
        group=CHECK,
        then="You answered that police and children’s social care see no concern, and that a child is suffering or likely to suffer significant harm. The line on harm holds: tell them now what you know.",
    ),
    Rule(
        "check-no-concern-and-also-harmed",
        cites=("llr:11", "llr:13"),
        when=(ALSO_HARMED.among("yes"), STAGE.among("no-concern")),
        group=CHECK,
        then="You answered that police and children’s social care see no concern, and that the child who displayed the behaviour has or may have been abused or neglected. Do not leave it there: tell them what you know.",
    ),
    Rule(
        "check-no-concern-and-several",
        cites=("llr:9", "llr:13"),
        when=(SEVERAL.among("yes"), STAGE.among("no-concern")),
        group=CHECK,
        then="You answered that police and children’s social care see no concern, and that several children were harmed. The line on several children holds: tell them what you know.",
    ),
)

GUIDE = Guide(
    key="enquiry",
    title="Enquiry and meetings",
    purpose="Which meeting comes next for each child, who attends, what it considers and has to produce, and who is told; with an agenda and an attendance list to print.",
    questions=(CHILD, HARM, STAGE, ALSO_HARMED, STILL_AT_RISK, LOOKED_AFTER, SEVERAL),
    rules=(
        *FIRST_MEETING,
        *UNDER_10,
        *ENQUIRY,
        *AFTER_A_CONFERENCE,
        *REVIEWS,
        *PEOPLE_TOLD,
        *NOT_KNOWNS,
        *CHECKS,
        *ALWAYS,
    ),
    left_to_people=(
        LeftToPeople(
            "Whether there is reasonable cause to suspect significant harm, and whether the children meet apart.",
            ("llr:9",),
        ),
        LeftToPeople(
            "Whether a conference is held for the child who displayed the behaviour, or for others in the family.",
            ("llr:6", "llr:11"),
        ),
        LeftToPeople("How soon “as early as possible” is, and who else has to be there.", ("llr:9", "llr:13")),
        LeftToPeople("Under 10: how far the procedure is simplified, and what “simple boundary work” is.", ("llr:17",)),
    ),
)
