"""Consent: what law and procedure say when two children, or a child and an adult, were involved.

Child A is the child whose behaviour is asked about; child B is the other child or person. Each answer
that is not known counts as the worst it may be, until it is known.
"""

from __future__ import annotations

from calculators.actions.people import EVERY_AGENCY, LEAD, SOCIAL_CARE, YOU
from calculators.engine.guide import (
    ASSESS,
    AVOID,
    CHECK,
    FIND_OUT,
    NEXT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    SAYS,
    TODAY,
    YES_NO_NOT_KNOWN,
    Ages,
    Guide,
    LeftToPeople,
    Option,
    Question,
    Rule,
    ages,
)
from calculators.guides.always import ALWAYS

A = ages(
    "child-a",
    "How old was child A on the day?",
    10,
    13,
    16,
    18,
    name="Child A’s age",
    hint="Child A is the child whose behaviour you are asking about; if both took part alike, take either. Give the age on the day of the behaviour; if it went on for some time, the age when it began. With more than two children, check each pair.",
)
B = ages(
    "child-b",
    "How old was child B on the day?",
    10,
    13,
    16,
    18,
    name="Child B’s age",
    hint="Child B is the other child; if the other person is an adult, give that age all the same. Again the age on the day, or when it began.",
)
RELATIONSHIP = Question(
    "relationship",
    "How do they know each other?",
    name="Relationship",
    options=(
        Option("peers", "As friends, partners or others outside the family"),
        Option("family", "As brothers, sisters or relatives, or in one household or placement"),
        Option(NOT_KNOWN, "Not known"),
    ),
)
CHOICE = Question(
    "choice",
    "Did each of them choose it freely, without distress?",
    name="Free choice",
    options=YES_NO_NOT_KNOWN,
    hint="Choose “No” if anyone was reluctant, upset or gave in.",
)
FORCE = Question(
    "force",
    "Was there force, a threat, a bribe, a trick, pressure or manipulation?",
    name="Force or pressure",
    options=NO_YES_NOT_KNOWN,
)
POWER = Question(
    "power",
    "Did one of them have power over the other?",
    name="Power",
    options=NO_YES_NOT_KNOWN,
    hint="Through age, stage of development, understanding, disability, strength, or standing with others.",
)
CAPACITY = Question(
    "capacity",
    "As far as you know, can each of them understand and decide?",
    name="Understanding",
    options=YES_NO_NOT_KNOWN,
    hint="Think of maturity, learning disability, functioning, and whether they see what may follow.",
    when=(A.at_least(13), B.at_least(13)),
)
EXCHANGE = Question(
    "exchange",
    "Was anything given, promised or gained in exchange?",
    name="Exchange",
    options=NO_YES_NOT_KNOWN,
    hint="Something a child needed or wanted; or money or standing for somebody else.",
)
IMAGES = Question(
    "images",
    "Were sexual images made, sent, shown or kept?",
    name="Images",
    options=(
        Option("none", "No"),
        Option(
            "experiment", "Yes: trying out or seeking attention; not shared carelessly, no harm meant, done or likely"
        ),
        Option(
            "harm", "Yes: with pressure, without consent, shared carelessly, or so that somebody was or may be harmed"
        ),
        Option(NOT_KNOWN, "Not known"),
    ),
)
ADULT = Question(
    "adult",
    "Is an adult, 18 or over, involved in any other way?",
    name="Adult involved",
    options=NO_YES_NOT_KNOWN,
    when=(A.under(18), B.under(18)),
)


def _for_each_child(child: Ages, name: str) -> tuple[Rule, ...]:
    """Give the rules that are said of each child apart."""
    key = child.key
    return (
        Rule(
            f"{key}-under-13",
            cites=(
                "llr:3.under-13",
                "ng55:1.3.5",
            ),
            when=(child.may_be_under(13),),
            about=name,
            group=TODAY,
            who=LEAD,
            contact="front-door",
            covers=("understanding", "understanding-not-known"),
            then="A child under 13 cannot consent in law to any sexual activity. Make a child protection referral to children’s social care: the LLR procedure requires one in every such case. Say what you know of each child’s development or disability.",
        ),
        Rule(
            f"{key}-under-10",
            cites=("llr:17",),
            when=(child.may_be_under(10),),
            about=name,
            group=NEXT,
            who=SOCIAL_CARE,
            then="If this child is under 10 and displayed the behaviour, children’s social care leads the enquiry: the child is below the age of criminal responsibility. In danger the police still come, and what anyone of 10 or over did is another matter.",
        ),
        Rule(
            f"{key}-needs",
            cites=(
                "llr:2",
                "llr:8",
                "llr:6",
                "llr:9",
                "nel:child-protection",
            ),
            when=(child.may_be_under(18),),
            about=name,
            group=TODAY,
            who=EVERY_AGENCY,
            then="Think of this child’s needs apart from the other’s. A referral goes to children’s social care where this child lives; social care should give each child a different social worker, even in one household. Consider whether this child has also been harmed, by anyone.",
        ),
        Rule(
            f"{key}-legal-advice",
            cites=(
                "llr:8",
                "nel:early-help",
            ),
            when=(child.may_be_under(18),),
            about=name,
            group=NEXT,
            who=LEAD,
            then="This child and the family should be told that they may seek legal advice, and be supported throughout. Settle with children’s social care who tells them, and when.",
        ),
        Rule(
            f"{key}-age-not-known",
            cites=("llr:3.under-13", "llr:17"),
            when=(child.among(NOT_KNOWN),),
            about=name,
            group=FIND_OUT,
            then="You do not know this age. Find it out; until then act as if the child were under 13.",
        ),
        Rule(
            f"{key}-competence",
            cites=("llr:3.13-15",),
            when=(child.may_be_between(13, 15),),
            about=name,
            group=ASSESS,
            then="At 13, 14 or 15: whether this child is competent to consent (Gillick competence, using the Fraser guidelines). The LLR procedure asks for this assessment and does not say who makes it. Whatever it finds, the age of consent stays 16.",
        ),
        Rule(
            f"{key}-13-to-15",
            cites=("llr:3.13-15",),
            when=(child.between(13, 15),),
            about=name,
            group=SAYS,
            then="The age of consent is 16. Children of 13 to 15 are still vulnerable, even if they do not think so.",
        ),
        Rule(
            f"{key}-16-or-17",
            cites=(
                "llr:3.13-15",
                "nel:definitions",
                "hsbf:1.1.cse",
                "hsbf:1.1.definition",
                "hsbf:4.1.technology",
            ),
            when=(child.between(16, 17),),
            about=name,
            group=SAYS,
            then="At 16 and 17 a young person has reached the age of consent and is still a child: coercion, misuse of power, exploitation that looks agreed, and images each still call for action.",
        ),
    )


RULES = (
    *_for_each_child(A, "Child A"),
    *_for_each_child(B, "Child B"),
    Rule(
        "force",
        cites=(
            "hsbf:1.1.definition",
            "hsbf:1.1.continuum",
            "llr:3.continuum",
            "llr:5",
            "nel:concerning",
            "nel:police",
            "llr:8",
        ),
        when=(FORCE.may_be("yes"),),
        group=TODAY,
        who=LEAD,
        then="Where there was force, a threat, a bribe, a trick, pressure or manipulation, do not treat it as consent, at any age. Refer any child involved to children’s social care; the police may need to investigate.",
    ),
    Rule(
        "no-free-choice",
        cites=("llr:3.continuum", "llr:5", "nel:concerning", "llr:8"),
        when=(CHOICE.may_be("no"),),
        group=TODAY,
        who=LEAD,
        then="What was not freely chosen was not consented to, and distress is never a sign of consent. Refer any child involved to children’s social care.",
    ),
    Rule(
        "power",
        cites=(
            "hsbf:1.1.definition",
            "llr:3",
            "llr:3.continuum",
            "nel:concerning",
            "llr:8",
        ),
        when=(POWER.may_be("yes"),),
        group=TODAY,
        who=LEAD,
        then="Where one has power over the other, by age, understanding, disability or strength, consent is in doubt "
        "even if nobody objected. Talk to children’s social care about a referral.",
    ),
    Rule(
        "understanding",
        cites=("llr:3.13-15", "hsbf:1.1.definition", "llr:8", "ng55:1.3.5"),
        when=(CAPACITY.may_be("no"),),
        group=TODAY,
        who=LEAD,
        then="Someone who cannot understand or decide cannot give informed consent. Refer any child involved to children’s social care, and say what you know of the development or disability.",
    ),
    Rule(
        "exchange",
        cites=(
            "nel:definitions",
            "hsbf:1.1.cse",
            "nel:outside-home",
            "llr:8",
        ),
        when=(EXCHANGE.may_be("yes"),),
        group=TODAY,
        who=LEAD,
        then="Consider child sexual exploitation as well as harmful sexual behaviour, even where it looks consensual. Refer each child involved to children’s social care and follow the local exploitation guidance. A child who displayed the behaviour may be exploited too; keep each of them safe from it.",
    ),
    Rule(
        "images-with-harm",
        cites=(
            "llr:3.online",
            "llr:8",
            "nel:police",
        ),
        when=(IMAGES.may_be("harm"),),
        group=TODAY,
        who=LEAD,
        then="Images with threats or other abuse, made or shown without consent, or shared recklessly so that harm was done or is likely, come under the procedure. Refer each child involved to children’s social care; the police may need to investigate.",
    ),
    Rule(
        "images-of-any-kind",
        cites=(
            "ng55:1.2.1",
            "hsbf:4.1.technology",
        ),
        when=(IMAGES.may_be("experiment", "harm"),),
        group=TODAY,
        who=YOU,
        then="Tell your named safeguarding lead that there is a sexual image of someone under 18, whatever was agreed. Do not copy, keep, send or show it: that can itself be a crime.",
    ),
    Rule(
        "images-experiment",
        cites=("llr:3.online", "ng55:1.2.1", "hsbf:4.1.technology"),
        when=(IMAGES.among("experiment"),),
        group=SAYS,
        then="The LLR procedure leaves out images made to try something out or be noticed, where no harm was meant, done or likely. They are still a safeguarding matter and still covered by the law.",
    ),
    Rule(
        "images-law",
        cites=("hsbf:4.1.technology",),
        when=(IMAGES.may_be("experiment", "harm"),),
        group=SAYS,
        then="To take, make, share, show or possess an indecent image of anyone under 18, real or faked as a photograph, is a crime. Chief officers of police said in 2011 that they did not support prosecuting children for taking and sharing images of themselves. That is no reason to leave it.",
    ),
    Rule(
        "adult-involved",
        cites=("llr:3.online", "llr:8", "llr:10"),
        when=(ADULT.may_be("yes"),),
        group=TODAY,
        who=LEAD,
        then="Refer to children’s social care, and say that an adult is or may be involved. What an adult does to or with a child has separate procedures; follow those as well.",
    ),
    Rule(
        "child-a-may-be-an-adult",
        cites=("llr:3.online", "llr:8", "nel:scope"),
        when=(A.may_be_at_least(18), B.may_be_under(18)),
        group=TODAY,
        who=LEAD,
        covers=("adult-involved", "adult-not-known"),
        then="If A or anybody else who took part is or may be 18 or over and B is a child: refer B to children’s social care, and say so. What an adult does to or with a child has separate procedures; follow those as well.",
    ),
    Rule(
        "child-b-may-be-an-adult",
        cites=("llr:2", "llr:3.online", "llr:8", "llr:10"),
        when=(B.may_be_at_least(18), A.may_be_under(18)),
        group=TODAY,
        who=LEAD,
        covers=("adult-involved", "adult-not-known"),
        then="If B or anybody else who took part is or may be 18 or over and A is a child: refer A to children’s social care, say that an adult is or may be involved, and ask whether A has been harmed. What an adult does to or with a child has separate procedures; follow those as well. Where A harmed an adult in need of safeguarding, refer to adult social care too.",
    ),
    Rule(
        "both-adults",
        cites=(
            "nel:scope",
            "hsbf:1.1.definition",
            "ng55:terms",
            "llr:2",
            "llr:8",
        ),
        when=(A.may_be_at_least(18), B.may_be_at_least(18)),
        group=TODAY,
        who=LEAD,
        then="If both are 18 or over: the LLR procedure, the NEL guidance and the definition of harmful sexual behaviour are about people under 18; NICE NG55 counts 18 in, and goes to 25 with special educational needs or a disability. Refer an adult who may need safeguarding to adult social care, and a child who may be at risk to children’s social care. If either was under 18 at the time, ask again with that age.",
    ),
    Rule(
        "family",
        cites=(
            "hsbf:4.1.families",
            "hsbf:2.1.early",
            "ng55:1.5.3",
            "llr:8",
            "llr:6",
            "nel:care",
        ),
        when=(RELATIONSHIP.may_be("family"),),
        group=TODAY,
        who=LEAD,
        then="In one family, household or placement: do not play it down as experimenting. Ask children’s social care at once how each child is kept safe where they live; careful assessment decides what lets them live together, and some have to live apart. The child who was harmed comes first. Offer the family support or refer them for it.",
    ),
    Rule(
        "choice-not-known",
        cites=("llr:5", "llr:3.continuum"),
        when=(CHOICE.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether both chose freely. Until it is known, act as if one did not.",
    ),
    Rule(
        "force-not-known",
        cites=("nel:concerning", "hsbf:1.1.definition"),
        when=(FORCE.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether there was force or pressure. Until it is known, act as if there was.",
    ),
    Rule(
        "power-not-known",
        cites=("hsbf:1.1.definition", "llr:3.13-15"),
        when=(POWER.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether one had power over the other. Until it is known, act as if so.",
    ),
    Rule(
        "understanding-not-known",
        cites=("llr:3.13-15",),
        when=(CAPACITY.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether each can understand and decide. Until it is known, act as if one cannot.",
    ),
    Rule(
        "exchange-not-known",
        cites=("nel:definitions",),
        when=(EXCHANGE.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether anything was exchanged. Until it is known, act as if it was.",
    ),
    Rule(
        "images-not-known",
        cites=("llr:3.online",),
        when=(IMAGES.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether there are images. Until it is known, act as if there are, with harm.",
    ),
    Rule(
        "adult-not-known",
        cites=("llr:3.online", "llr:10"),
        when=(ADULT.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know whether an adult is involved. Until it is known, act as if one is.",
    ),
    Rule(
        "relationship-not-known",
        cites=("llr:3.13-15", "hsbf:4.1.families"),
        when=(RELATIONSHIP.among(NOT_KNOWN),),
        group=FIND_OUT,
        then="You do not know how they know each other. Until it is known, act as if they share a household.",
    ),
    Rule(
        "check-power",
        cites=("hsbf:1.1.definition", "nel:concerning", "llr:5"),
        when=(POWER.among("no"),),
        group=ASSESS,
        then="Please check: you answered that neither had power over the other. A marked difference in age or stage of development can be a difference in power. The sources give no number of years.",
    ),
    Rule(
        "check-power-a-adult",
        cites=("hsbf:1.1.definition", "nel:concerning", "llr:5"),
        when=(A.at_least(18), B.under(18), POWER.among("no")),
        group=CHECK,
        then="A is an adult and B a child, yet you answered that neither had power over the other.",
    ),
    Rule(
        "check-power-b-adult",
        cites=("hsbf:1.1.definition", "nel:concerning", "llr:5"),
        when=(B.at_least(18), A.under(18), POWER.among("no")),
        group=CHECK,
        then="B is an adult and A a child, yet you answered that neither had power over the other.",
    ),
    Rule(
        "check-choice-and-force",
        cites=("llr:3.continuum", "llr:5"),
        when=(CHOICE.among("yes"), FORCE.among("yes")),
        group=CHECK,
        then="You answered that both chose freely and that there was force or pressure. "
        "Both cannot be so; the line on force holds.",
    ),
    Rule(
        "differences",
        cites=("llr:3.13-15", "nel:concerning"),
        always=True,
        group=ASSESS,
        then="The nature of the relationship: any difference in age, maturity, stage of development, functioning and "
        "experience, and whether each saw what might follow.",
    ),
    Rule(
        "development",
        cites=("ng55:1.3.5", "nel:typical", "llr:3.continuum"),
        always=True,
        group=ASSESS,
        then="Where the behaviour stands on the continuum, in the light of each child’s stage of development, gender "
        "and any learning disability or neurodevelopmental condition, not of age alone.",
    ),
    Rule(
        "marks-of-healthy-behaviour",
        cites=("llr:5", "llr:3", "llr:3.13-15", "hsbf:1.1.continuum"),
        when=(
            A.between(13, 17),
            B.between(13, 17),
            RELATIONSHIP.among("peers"),
            CHOICE.among("yes"),
            FORCE.among("no"),
            POWER.among("no"),
            CAPACITY.among("yes"),
            EXCHANGE.among("no"),
            IMAGES.among("none"),
            ADULT.among("no"),
        ),
        group=SAYS,
        then="The LLR procedure says that teenagers do have sexual relationships they agree on, without exploitation, often with no harm. It describes healthy behaviour as mutual, between children alike in age and development, with no coercion and no distress. Your answers do not settle that: every line above still holds.",
    ),
    Rule(
        "distress-is-not-consent",
        cites=("llr:5", "nel:concerning"),
        when=(CHOICE.may_be("no"),),
        group=AVOID,
        then="Do not take giving in, fear or distress for consent.",
    ),
    *ALWAYS,
)

GUIDE = Guide(
    key="consent",
    title="Consent",
    purpose="What law and procedure say when two children, or a child and another person, were involved: what has "
    "to happen for each, and what has to be assessed.",
    questions=(A, B, RELATIONSHIP, CHOICE, FORCE, POWER, CAPACITY, EXCHANGE, IMAGES, ADULT),
    rules=RULES,
    left_to_people=(
        LeftToPeople(
            "Whether what young children did was sexual activity, or typical of their stage: the lead settles that with children’s social care.",
            ("llr:1", "nel:typical", "ng55:1.2.4"),
        ),
        LeftToPeople("Whether a child of 13 to 15 is competent to consent.", ("llr:3.13-15",)),
        LeftToPeople("Where the behaviour stands on the continuum.", ("llr:3.continuum",)),
        LeftToPeople(
            "Whether a child is suffering, or likely to suffer, significant harm: children’s social care and "
            "the police decide on a strategy meeting.",
            ("llr:8", "llr:9"),
        ),
        LeftToPeople("Whether to look at it as exploitation, harmful behaviour, or both.", ("hsbf:1.1.cse",)),
    ),
)
