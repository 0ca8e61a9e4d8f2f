"""Consent: what law and procedure say when two children, or a child and an adult, were involved.

Child A is the child whose behaviour is asked about; child B is the other child or person. Each answer
that is not known counts as the worst it may be, until it is known.
"""

from __future__ import annotations

from calculators.always import ALWAYS
from calculators.guide import (
    ACT,
    ASSESS,
    AVOID,
    FIND_OUT,
    NO_YES_NOT_KNOWN,
    NOT_KNOWN,
    SAYS,
    YES_NO_NOT_KNOWN,
    Ages,
    Guide,
    LeftToPeople,
    Option,
    Question,
    Rule,
    ages,
)

A = ages(
    "child-a",
    "How old is child A?",
    10,
    13,
    16,
    18,
    name="Child A’s age",
    hint="Child A is the child whose behaviour you are asking about. If both took part alike, take either.",
)
B = ages(
    "child-b",
    "How old is child B?",
    10,
    13,
    16,
    18,
    name="Child B’s age",
    hint="Child B is the other child. If the other person is an adult, give that age all the same.",
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
        Option("experiment", "Yes: trying out or seeking attention, nobody meant or caused harm"),
        Option("harm", "Yes: with pressure, without consent, or so that somebody was or may be harmed"),
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
            cites=("llr:3.under-13",),
            when=(child.may_be_under(13),),
            about=name,
            group=ACT,
            covers=("understanding", "understanding-not-known"),
            then="A child under 13 cannot consent in law to any sexual activity. Make a child protection "
            "referral to children’s social care: the procedure asks for one in every such case. Say what you know "
            "of the child’s development or disability.",
        ),
        Rule(
            f"{key}-under-10",
            cites=("llr:17",),
            when=(child.may_be_under(10),),
            about=name,
            group=ACT,
            then="If this child, under 10, displayed the behaviour, children’s social care leads the enquiry: "
            "the child is below the age of criminal responsibility. In danger the police still come.",
        ),
        Rule(
            f"{key}-needs",
            cites=("llr:2", "llr:8", "llr:6", "llr:9"),
            when=(child.may_be_under(18),),
            about=name,
            group=ACT,
            then="See to this child’s needs on their own, with a social worker of their own, even in one household. "
            "Refer to social care where this child lives. Consider whether this child, too, has been harmed.",
        ),
        Rule(
            f"{key}-legal-advice",
            cites=("llr:8",),
            when=(child.may_be_under(18),),
            about=name,
            group=ACT,
            then="Tell this child and the family of their right to legal advice, and support them through the process.",
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
            then="At 13, 14 or 15: an assessment of whether this child is competent to consent (Gillick "
            "competence, using the Fraser guidelines).",
        ),
        Rule(
            f"{key}-13-to-15",
            cites=("llr:3.13-15",),
            when=(child.between(13, 15),),
            about=name,
            group=SAYS,
            then="The age of consent is 16. Sexual activity that teenagers agree on, with no exploitation, does "
            "happen, often without harm; children of 13 to 15 are still vulnerable, even if they do not think so.",
        ),
        Rule(
            f"{key}-16-or-17",
            cites=("llr:3.13-15", "nel:definitions", "hsbf:1.1.cse", "hsbf:4.1.technology"),
            when=(child.between(16, 17),),
            about=name,
            group=SAYS,
            then="At 16 and 17 a young person is over the age of consent and still a child: coercion, power, "
            "exploitation that looks like consent, and images are matters of their own.",
        ),
    )


RULES = (
    *_for_each_child(A, "Child A"),
    *_for_each_child(B, "Child B"),
    Rule(
        "force",
        cites=("hsbf:1.1.definition", "llr:3.continuum", "nel:concerning", "llr:8"),
        when=(FORCE.may_be("yes"),),
        group=ACT,
        then="Where there was force, a threat, a bribe, a trick, pressure or manipulation, there was no true consent, "
        "at any age. Refer to children’s social care.",
    ),
    Rule(
        "no-free-choice",
        cites=("llr:3.continuum", "llr:5", "nel:concerning", "llr:8"),
        when=(CHOICE.may_be("no"),),
        group=ACT,
        then="What was not freely chosen, or came with distress, was not consented to. Refer to children’s social care.",
    ),
    Rule(
        "power",
        cites=("hsbf:1.1.definition", "llr:3.continuum", "nel:concerning", "llr:8"),
        when=(POWER.may_be("yes"),),
        group=ACT,
        then="Where one has power over the other, by age, understanding, disability or strength, consent is in doubt "
        "even if nobody objected. Talk to children’s social care about a referral.",
    ),
    Rule(
        "understanding",
        cites=("llr:3.13-15", "hsbf:1.1.definition", "llr:8", "ng55:1.3.5"),
        when=(CAPACITY.may_be("no"),),
        group=ACT,
        then="Someone who cannot understand or decide cannot give informed consent. Talk to children’s social "
        "care about a referral, and say what you know of the development or disability.",
    ),
    Rule(
        "exchange",
        cites=("nel:definitions", "hsbf:1.1.cse", "nel:outside-home"),
        when=(EXCHANGE.may_be("yes"),),
        group=ACT,
        then="Look at it as child sexual exploitation as well as harmful sexual behaviour: it may look consensual. "
        "A child who displayed the behaviour may be exploited too; keep each of them safe from it.",
    ),
    Rule(
        "images-with-harm",
        cites=("llr:3.online", "llr:8"),
        when=(IMAGES.may_be("harm"),),
        group=ACT,
        then="Images with abuse, threat, reckless sharing or likely harm come under the procedure. Refer to "
        "children’s social care.",
    ),
    Rule(
        "images-of-any-kind",
        cites=("llr:3.online", "ng55:1.2.1", "hsbf:4.1.technology"),
        when=(IMAGES.may_be("experiment", "harm"),),
        group=ACT,
        then="Take a sexual image of anyone under 18 to your named safeguarding lead, whatever was agreed. Images "
        "made to try out or to be noticed, with no harm meant or done, lie outside the procedure but not "
        "outside safeguarding.",
    ),
    Rule(
        "images-law",
        cites=("hsbf:4.1.technology",),
        when=(IMAGES.may_be("experiment", "harm"),),
        group=SAYS,
        then="To take, make, share, show or possess an indecent image of anyone under 18 is a crime. Chief officers "
        "of police said in 2011 that they did not support prosecuting children for images of themselves.",
    ),
    Rule(
        "adult-involved",
        cites=("llr:3.online", "llr:8", "llr:10"),
        when=(ADULT.may_be("yes"),),
        group=ACT,
        then="Tell children’s social care that an adult is or may be involved. What an adult does to or with a child "
        "has separate procedures; follow those as well.",
    ),
    Rule(
        "child-a-may-be-an-adult",
        cites=("llr:3.online", "llr:8", "nel:scope"),
        when=(A.may_be_at_least(18), B.may_be_under(18)),
        group=ACT,
        covers=("adult-involved", "adult-not-known"),
        then="If A is 18 or over and B is a child: refer to children’s social care, and say that an adult is or may be "
        "involved. What an adult does to or with a child has separate procedures; follow those as well.",
    ),
    Rule(
        "child-b-may-be-an-adult",
        cites=("llr:2", "llr:3.online", "llr:8", "llr:10"),
        when=(B.may_be_at_least(18), A.may_be_under(18)),
        group=ACT,
        covers=("adult-involved", "adult-not-known"),
        then="If B is 18 or over: where a child harmed an adult in need of safeguarding, refer to adult social care as "
        "well. Tell children’s social care that an adult is or may be involved; what an adult does to or with a "
        "child has separate procedures.",
    ),
    Rule(
        "both-adults",
        cites=("nel:scope", "hsbf:1.1.definition", "llr:2"),
        when=(A.may_be_at_least(18), B.may_be_at_least(18)),
        group=ACT,
        then="If both are 18 or over, this guidance, which is about people under 18, does not reach them. Where an adult may need "
        "safeguarding, refer to adult social care. If either was under 18 at the time, ask again with that age.",
    ),
    Rule(
        "family",
        cites=("hsbf:4.1.families", "hsbf:2.1.early", "ng55:1.5.3", "llr:8"),
        when=(RELATIONSHIP.may_be("family"),),
        group=ACT,
        then="In one family or household: do not take it for experiment. Ask children’s social care for a careful "
        "assessment of what has to be in place before these children live together; some have to live apart. "
        "Support the whole family.",
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
        "check-power-under-10",
        cites=("hsbf:1.1.definition", "nel:concerning"),
        when=(A.at_least(13), B.under(10), POWER.among("no")),
        group=ASSESS,
        then="Please check: A is 13 or over and B under 10, yet you answered that neither had power over the "
        "other. The difference in age is itself a difference in power.",
    ),
    Rule(
        "check-power-under-10-b",
        cites=("hsbf:1.1.definition", "nel:concerning"),
        when=(B.at_least(13), A.under(10), POWER.among("no")),
        group=ASSESS,
        then="Please check: B is 13 or over and A under 10, yet you answered that neither had power over the "
        "other. The difference in age is itself a difference in power.",
    ),
    Rule(
        "check-choice-and-force",
        cites=("llr:3.continuum", "llr:5"),
        when=(CHOICE.among("yes"), FORCE.among("yes")),
        group=ASSESS,
        then="Please check: you answered that both chose freely and that there was force or pressure. "
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
        cites=("llr:5", "llr:3", "hsbf:1.1.continuum"),
        when=(CHOICE.among("yes"), FORCE.among("no"), POWER.among("no"), EXCHANGE.among("no")),
        group=SAYS,
        then="Mutual, without coercion, without distress: marks of healthy behaviour. They do not settle the matter: "
        "the lines above still hold.",
    ),
    Rule(
        "distress-is-not-consent",
        cites=("llr:5", "nel:concerning"),
        when=(CHOICE.may_be("no"),),
        group=AVOID,
        then="Do not take silence, giving in or distress for consent.",
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
