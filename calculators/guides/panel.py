"""Specialist panel: whether a referral can be made, by whom and with what, and what goes on beside it.

One area's panel is known, North East Lincolnshire's. Elsewhere the result says what the area's own procedure
has, or whom to ask.
"""

from __future__ import annotations

from calculators.actions.people import (
    LEAD,
    PANEL,
    SOCIAL_CARE,
    SOCIAL_CARE_OR_YOUTH_JUSTICE,
    YOU,
    YOUTH_JUSTICE,
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
    SAYS,
    TODAY,
    YES_NO_NOT_KNOWN,
    Guide,
    LeftToPeople,
    Option,
    Question,
    Rule,
    ages,
)
from calculators.guides.always import ALWAYS
from calculators.guides.area import ANOTHER, AREA, LLR, NEL, OF_NEL, RULE_OF_NEL

DISPLAYED = "Child who displayed the behaviour"
HARMED = "Child who was harmed"

HAS_PANEL = AREA.may_be(NEL)
PANEL_OF_NEL = OF_NEL.panels[0]  # its ages stand in the area's file alone
YOUNGEST, OLDEST = PANEL_OF_NEL.first_age, PANEL_OF_NEL.last_age
LAST = min(OLDEST, 17)  # its guidance is for those not yet 18
CHILD = ages(
    "child",
    "How old is the child who displayed the behaviour?",
    *sorted({12, 17, 18, YOUNGEST, LAST + 1} - {0}),
    name="Age",
    hint="The age now, in whole years.",
)
HARM = Question(
    "panel-harm",
    "Has the behaviour resulted in significant harm, or is it assessed as likely to?",
    name="Significant harm",
    options=NO_YES_NOT_KNOWN,
    hint="Harm done: to the child or to other children. Harm that is likely: to the child or to others. With or without contact.",
)
REFERRER = Question(
    "referrer",
    "Are you in children’s services or the youth justice service?",
    name="You can refer",
    options=YES_NO_NOT_KNOWN,
    when=(HAS_PANEL,),
)
PLAN = Question(
    "plan",
    "Is there a comprehensive assessment of need, or a statutory plan, for the child?",
    name="Assessment or plan",
    options=YES_NO_NOT_KNOWN,
    hint="Such as a Children’s Services or AssetPlus assessment; a child in need, child protection or care plan; a court order.",
    when=(HAS_PANEL,),
)
CONSENT = Question(
    "panel-consent",
    "Do both the child and a parent or carer consent to the referral?",
    name="Both consent",
    options=YES_NO_NOT_KNOWN,
    hint="Choose “No” if either does not.",
    when=(HAS_PANEL,),
)
INVESTIGATION = Question(
    "investigation",
    "Are the police investigating?",
    name="Police investigation",
    options=(
        Option("none", "No"),
        Option("ongoing", "Yes"),
        Option("charge-likely", "Yes, and a charge or prosecution is likely"),
        Option(NOT_KNOWN, "Not known"),
    ),
    when=(HAS_PANEL,),
)
DENIED = Question(
    "denied",
    "Does the child deny the behaviour?",
    name="Behaviour denied",
    options=NO_YES_NOT_KNOWN,
    hint="As far as you already know. Do not ask the child.",
    when=(INVESTIGATION.may_be("ongoing", "charge-likely"),),
)

RULES = (
    # Whatever the area.
    Rule(
        "harm",
        cites=("llr:8", "nel:front-door", "nel:child-protection", "nel:panel-assessment"),
        when=(HARM.may_be("yes"),),
        group=TODAY,
        who=LEAD,
        contact="front-door",
        covers=("below-the-criteria",),
        then="Significant harm, done or likely: make sure first that the concern has been referred to children’s social care. A panel does not stand in for that; statutory plans and processes go on beside it.",
    ),
    Rule(
        "harmed",
        cites=("llr:2", "llr:8", "nel:panel-assessment"),
        always=True,
        about=HARMED,
        group=NEXT,
        who=SOCIAL_CARE,
        then="Consider this child’s needs apart, with a different social worker, even in one household: the LLR procedure. The panel’s guidance gives it no task for this child but that other children are kept safe.",
    ),
    Rule(
        "do-not-wait",
        cites=("nel:panel-assessment", "nel:judgement", "llr:1"),
        always=True,
        group=AVOID,
        then="Do not wait for a panel or a specialist assessment before you protect a child.",
    ),
    # North East Lincolnshire: the criteria, and what happens without each.
    Rule(
        "criteria-met",
        cites=("nel:panel-referral",),
        when=(
            AREA.among(NEL),
            CHILD.between(YOUNGEST, LAST),
            HARM.among("yes"),
            REFERRER.among("yes"),
            PLAN.among("yes"),
            CONSENT.among("yes"),
        ),
        group=SAYS,
        then="A referral can be made: your answers meet the criteria that the NEL guidance names. The panel decides.",
    ),
    Rule(
        "refer",
        cites=("nel:panel-referral", "nel:panel"),
        when=(HAS_PANEL, CHILD.may_be_between(YOUNGEST, LAST), HARM.may_be("yes")),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE_OR_YOUTH_JUSTICE,
        contact="panel",
        then=f"In North East Lincolnshire, consider a referral to the AIM Pathway Panel, for ages {YOUNGEST} to {OLDEST}: send an appropriate assessment that sets out why specialist support is needed (such as a Children’s Services or AssetPlus assessment) to the chair, hsb@nelincs.gov.uk.",
    ),
    Rule(
        "under-12",
        cites=("nel:panel-referral",),
        when=(HAS_PANEL, CHILD.may_be_under(YOUNGEST)),
        about=DISPLAYED,
        group=NEXT,
        who=PANEL,
        contact="panel",
        covers=("refer",),
        then=f"In North East Lincolnshire the panel does not take a child under {YOUNGEST} for specialist assessment. It may, at its discretion, give consultation or guidance: ask the chair, hsb@nelincs.gov.uk.",
    ),
    Rule(
        "18-or-over",
        cites=("nel:panel-referral", "nel:scope", "hsbf:3.1.transitions"),
        when=(HAS_PANEL, CHILD.may_be_at_least(LAST + 1)),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE_OR_YOUTH_JUSTICE,
        contact="panel",
        then=f"At 18 the NEL guidance parts: the panel takes “{YOUNGEST} to {OLDEST}”, and the guidance is for those not yet 18. Ask the chair. Over 18 neither fits; the framework asks to involve adult learning disability services or leaving-care teams early where their criteria are met.",
    ),
    Rule(
        "below-the-criteria",
        cites=("nel:panel-referral", "nel:early-help", "nel:open-cases", "nel:police"),
        when=(HAS_PANEL, HARM.among("no")),
        about=DISPLAYED,
        group=NEXT,
        who=LEAD,
        contact="early-help",
        then="With no significant harm, done or likely, the North East Lincolnshire panel’s criteria are not met. Consider an early help assessment; for a child already open to services, ask whether their assessment needs a review. Where the police divert the child to youth justice, Out of Court Triage considers it.",
    ),
    Rule(
        "not-yours-to-send",
        cites=("nel:panel-referral", "nel:panel"),
        when=(HAS_PANEL, REFERRER.may_be("no")),
        about=DISPLAYED,
        group=NEXT,
        who=YOU,
        contact="front-door",
        then="In North East Lincolnshire only children’s services and the youth justice service refer to the panel. Ask, through your lead, whichever of them works with the child. (In another place the guidance says “targeted and specialist agencies”.)",
    ),
    Rule(
        "no-plan",
        cites=("nel:panel-referral",),
        when=(HAS_PANEL, PLAN.may_be("no")),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE_OR_YOUTH_JUSTICE,
        then="Specialist assessment and intervention should sit beside a comprehensive assessment of need or a statutory plan, and a referral to the North East Lincolnshire panel should come with an assessment: complete that first.",
    ),
    Rule(
        "no-consent",
        cites=("nel:panel-referral",),
        when=(HAS_PANEL, CONSENT.may_be("no")),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE_OR_YOUTH_JUSTICE,
        then="The North East Lincolnshire panel asks for the consent of the child and of the parent or carer. Where either is missing, the referrer or an AIM practitioner explores it further; the guidance does not call it a refusal.",
    ),
    Rule(
        "check-harm",
        cites=("nel:panel-referral", "nel:police"),
        when=(HARM.among("no"), INVESTIGATION.among("charge-likely")),
        group=CHECK,
        then="You answered that there is no significant harm, done or likely, and that a charge or prosecution is likely. Look at the harm again: it may be to the child or to others, with or without contact. If in doubt, answer “Not known”.",
    ),
    # North East Lincolnshire: beside a police investigation, and near 18.
    Rule(
        "charge-likely",
        cites=("nel:panel-referral",),
        when=(HAS_PANEL, INVESTIGATION.may_be("charge-likely")),
        about=DISPLAYED,
        group=NEXT,
        who=YOUTH_JUSTICE,
        contact="youth-justice",
        then="In North East Lincolnshire its AIM practitioners take the lead while the police investigate and a charge or prosecution is likely.",
    ),
    Rule(
        "reports",
        cites=("nel:panel-assessment",),
        when=(HAS_PANEL, INVESTIGATION.among("charge-likely")),
        group=SAYS,
        then="In North East Lincolnshire the specialist assessment and plan can inform pre-sentence reports, community sentences, and planning for custody and release.",
    ),
    Rule(
        "denied",
        cites=("nel:panel-referral",),
        when=(HAS_PANEL, DENIED.may_be("yes")),
        about=DISPLAYED,
        group=AVOID,
        then="Do not go beyond gathering information in a specialist assessment while the police investigate and the young person denies the behaviour: the NEL guidance leaves exceptions to the panel, in exceptional circumstances only.",
    ),
    Rule(
        "near-18",
        cites=("nel:panel-assessment",),
        when=(HAS_PANEL, CHILD.between(17, 17)),
        group=SAYS,
        then="If the 18th birthday is near: in North East Lincolnshire an assessment may be left out so that the intervention can be completed in time. The child is allocated after the panel, and the practitioners begin as soon as possible. No number of months is given.",
    ),
    # North East Lincolnshire: the panel, and after.
    Rule(
        "panel-decides",
        cites=("nel:panel-referral", "nel:panel-assessment"),
        when=(HAS_PANEL,),
        about=DISPLAYED,
        group=LATER,
        who=PANEL,
        then="In North East Lincolnshire the panel alone decides on a referral, and explains why where it does not accept one. Where it agrees, it allocates a lead AIM practitioner and a co-worker. The guidance gives no time.",
    ),
    Rule(
        "lead-professional",
        cites=("nel:panel-referral", "nel:panel-assessment"),
        when=(HAS_PANEL,),
        about=DISPLAYED,
        group=LATER,
        who=SOCIAL_CARE_OR_YOUTH_JUSTICE,
        then="In North East Lincolnshire the agency that refers is expected to act as lead professional. Plans for a child in need, in care or in need of protection, disposals and court orders go on beside the panel’s work, and parents and carers are fully involved.",
    ),
    Rule(
        "review",
        cites=("nel:panel-assessment", "nel:orders"),
        when=(HAS_PANEL,),
        about=DISPLAYED,
        group=LATER,
        who=PANEL,
        then=f"In North East Lincolnshire the panel aims to review the intervention plan at least {RULE_OF_NEL.words}, and makes sure of a referral to the Multi-Agency Public Protection Arrangements (MAPPA) where their criteria are met.",
    ),
    # Leicester, Leicestershire and Rutland.
    Rule(
        "llr-meeting",
        cites=("llr:13", "llr:9"),
        when=(AREA.may_be(LLR),),
        about=DISPLAYED,
        group=NEXT,
        who=LEAD,
        contact="front-door",
        then="The LLR procedure names no specialist panel. Ask children’s social care about the multi-agency planning meeting: it arranges the assessment of risk and needs. The Children and Families Support Team (Leicester) or the therapeutic harmful sexual behaviour social worker (Leicestershire) is invited; none is named for Rutland.",
    ),
    Rule(
        "llr-safeguarding-unit",
        cites=("llr:8",),
        when=(AREA.may_be(LLR),),
        about=DISPLAYED,
        group=NEXT,
        who=SOCIAL_CARE,
        contact="safeguarding-unit",
        then="Under the LLR procedure social care and early help notify the safeguarding unit where assessment finds inappropriate, problematic, abusive or violent behaviour. The unit offers consultation.",
    ),
    Rule(
        "llr-assessment",
        cites=("llr:2",),
        when=(AREA.may_be(LLR), CHILD.may_be_between(12, 17)),
        group=ASSESS,
        then="At 12 to 18, for problematic to violent behaviour: the LLR procedure says that an AIM2 assessment (now AIM3) should be carried out.",
    ),
    # Any other area.
    Rule(
        "another-area",
        cites=("ng55:1.1.5", "ng55:1.1.6", "ng55:1.3.9"),
        when=(AREA.may_be(ANOTHER),),
        about=DISPLAYED,
        group=NEXT,
        who=LEAD,
        contact="hsb-service",
        then="Ask your safeguarding partnership which panel or service takes referrals, for which ages, from whom, and with what consent. NICE NG55 asks each area for thresholds for referral to specialist services, and asks that named leads are told them.",
    ),
    # Not known.
    Rule(
        "area-not-known",
        cites=("llr:8", "ng55:1.1.5"),
        when=(AREA.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know which area is responsible: a referral goes to children’s social care where the child lives. Ask there; until it is known, act as if each area’s line applied.",
    ),
    Rule(
        "age-not-known",
        cites=("nel:panel-referral", "nel:panel-assessment", "llr:2"),
        when=(CHILD.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know the age. Find it out; until then act as if each line on age applied. If 18 may be near, say so at once: in North East Lincolnshire intervention may then begin without an assessment.",
    ),
    Rule(
        "harm-not-known",
        cites=("nel:panel-referral", "llr:8"),
        when=(HARM.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether there is significant harm, done or likely. Until it is known, act as if there is.",
    ),
    Rule(
        "referrer-not-known",
        cites=("nel:panel-referral",),
        when=(REFERRER.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether your service is one that refers. Until it is known, act as if it is not.",
    ),
    Rule(
        "plan-not-known",
        cites=("nel:panel-referral",),
        when=(PLAN.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether there is an assessment of need or a statutory plan. Until it is known, act as if there is none.",
    ),
    Rule(
        "consent-not-known",
        cites=("nel:panel-referral",),
        when=(CONSENT.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether both consent. Until it is known, act as if one does not.",
    ),
    Rule(
        "investigation-not-known",
        cites=("nel:panel-referral",),
        when=(INVESTIGATION.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether the police are investigating. Until it is known, act as if they are, with a charge likely.",
    ),
    Rule(
        "denial-not-known",
        cites=("nel:panel-referral",),
        when=(DENIED.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether the child denies the behaviour. Ask the police or the social worker, not the child; until it is known, act as if so.",
    ),
    *ALWAYS,
)

GUIDE = Guide(
    key="panel",
    title="Specialist panel",
    purpose="Whether a child who displayed harmful sexual behaviour can be referred to a specialist panel, by whom "
    "and with what, and what happens where something is missing.",
    questions=(AREA, CHILD, HARM, REFERRER, PLAN, CONSENT, INVESTIGATION, DENIED),
    rules=RULES,
    left_to_people=(
        LeftToPeople(
            "Whether to accept a referral: the panel alone decides, and explains a refusal.", ("nel:panel-referral",)
        ),
        LeftToPeople(
            "Whether behaviour that would cause significant harm is likely. In one place the NEL guidance says “likely”, in another “highly likely”, and serious and concerning.",
            ("nel:panel-referral", "nel:panel"),
        ),
        LeftToPeople("What is an exceptional circumstance: the panel decides.", ("nel:panel-referral",)),
        LeftToPeople(
            "How near is near to 18, and whether “12 to 18” includes the 18th birthday.",
            ("nel:panel-assessment", "nel:panel", "nel:scope"),
        ),
    ),
)
