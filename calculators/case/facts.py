"""The facts of a case: which are asked, in which order, and what each calculator makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calculators.actions.people import ROLES
from calculators.engine.ages import Ages, LaterAge
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.days import GIVEN, Day
from calculators.engine.guide import ROLE, Guide
from calculators.engine.questions import Option, Question, Tick
from calculators.guides.catalogue import GUIDES
from calculators.guides.facts import HARMED_AGE, OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculators.areas.model import Area

KEY = "case"
SAME = {"child-a": "age-then", "child-b": "harmed-age"}  # consent asks for these two by other names
# Of two children who did something together nobody may have been harmed. The calculator of consent asks about the other
# one; for every other calculator nobody is known to have been harmed.
TOOK_PART = "took-part"
NOBODY = frozenset({"none-known", "adult"})  # no child other than the one who displayed the behaviour
OTHERS_OF_A_CASE = replace(
    OTHERS,
    text="Was another child involved, or harmed?",
    name="Other children",
    options=(
        Option("none-known", "Nobody that is known of"),
        Option(TOOK_PART, "A child took part, and nobody is known to have been harmed"),
        Option("adult", "An adult was or may have been harmed, and no child that is known of"),
        Option("one", "One child was or may have been harmed"),
        Option("two-or-more", "Two or more children were or may have been harmed"),
        Option(NOT_KNOWN, "Not known"),
    ),
)
HARMED_AGE_OF_A_CASE = replace(
    HARMED_AGE,
    text="How old was the other child, or the child who was harmed, when it happened?",
    name="Age of the other child",
)
THEN, LAST, NOW = "age-then", "age-last", "age-now"
STAGE = "stage"
START = frozenset({"start", NOT_KNOWN})
ASSESSED_AT = frozenset({"enquiry", "assessed", "no-plan"})  # stages at which a child is, or goes on being, assessed
HOLD_ENQUIRIES = frozenset({"social-care", "police", "youth-justice"})
CRIMINAL_AGE = 10  # years: llr:17
# The facts of a case in the order in which a practitioner knows them. Boxes that only help to choose a level are left to
# the calculator of the continuum.
ORDER = (
    "danger",
    "role",
    "stage",
    "age-then",
    "age-last",
    "age-now",
    "others",
    "harmed-age",
    "activity",
    "share-home",
    "share-school",
    "level",
    "harm",
    "images",
    "group",
    "services",
)
OF_CONSENT = frozenset({"relationship", "choice", "force", "power", "capacity", "exchange", "adult"})
OF_ASSESSMENT = frozenset({"charged", "adolescence", "gender", "learning-disability", "online"})


def applying(typed: Mapping[str, str], area: Area | None) -> tuple[Guide, ...]:
    """Give the calculators that apply to a case. One whose own questions are answered goes on applying.

    Args:
        typed: what is answered, by the key of the fact.
        area: the area whose arrangements are followed; None: none.

    """
    stage, role = typed.get(STAGE, "start"), typed.get(ROLE, "")
    started = stage not in START
    children = typed.get("others") in {"one", "two-or-more", TOOK_PART}
    assesses = not role or "assessor" in ROLES[role].actors
    needed = {
        "next-steps": True,
        "continuum": True,
        "age": started,
        # Consent is between children, and helps to decide what is reported. Where the level settles that, or an enquiry
        # has begun, nobody has to ask about it.
        "consent": children
        and (bool(OF_CONSENT & set(typed)) or (not started and typed.get("level") not in {"abusive", "violent"})),
        "enquiry": started or role in HOLD_ENQUIRIES,
        "assessment": (stage in ASSESSED_AT and assesses) or bool(OF_ASSESSMENT & set(typed)),
        "criminal": "reached" in typed or (started and (role in {"police", "youth-justice"} or _may_be_10(typed))),
        "panel": started and area is not None and bool(area.panels),
        "reviews": stage in {"plan", "reviews"},
    }
    return tuple(guide for guide in GUIDES.values() if needed[guide.key])


def _may_be_10(typed: Mapping[str, str]) -> bool:
    """Say whether the child may have been 10 or over, the age from which there is a criminal process."""
    years = [text for key in ("age-then", "age-last") if (text := typed.get(key, "")).isdigit()]
    return not years or any(int(text) >= CRIMINAL_AGE for text in years)


def questions() -> tuple[Question, ...]:
    """Give the questions of a case in order: the shared facts first, then those of one calculator alone."""
    found: dict[str, Question] = {}
    for one in GUIDES.values():
        for question in one.questions:
            boxes = isinstance(question, Tick) and question.key != "danger"
            if question.key in SAME or boxes:
                continue
            known = found.get(question.key)
            if known is None or (isinstance(question, LaterAge) and not isinstance(known, LaterAge)):
                found[question.key] = question
    found |= {one.key: one for one in (OTHERS_OF_A_CASE, HARMED_AGE_OF_A_CASE)}
    found[THEN] = replace(found[THEN], hint="If it went on for some time, give the age when it began.")
    first = [found.pop(key) for key in ORDER if key in found]
    return tuple(replace(question, when=None) for question in (*first, *found.values()))


def guide() -> Guide:
    """Give the case as a calculator, for its form and for the reading of what is typed."""
    judgement = {left.text: left for one in GUIDES.values() for left in one.judgement}
    return Guide(
        key=KEY,
        title="Check a case",
        purpose="One plan for a whole case: what to do now, today, next and later, for each child, and who does it. Each "
        "fact is asked once, and only while it can change the plan. You can stop at any question.",
        questions=questions(),
        rules=(),
        judgement=tuple(judgement.values()),
    )


def settled(case: Guide, typed: Mapping[str, str]) -> dict[str, str]:
    """Give what was typed without what is empty, each age as its whole years alone, each choice as its key.

    Args:
        case: the case as a calculator.
        typed: the text of each field, already checked.

    """
    given = {key: text.strip() for key, text in typed.items() if text.strip()}
    for question in case.questions:
        if isinstance(question, Ages) and question.key in given:
            years = question.read_years(given[question.key])
            given[question.key] = NOT_KNOWN if years is None else str(years)
        elif not isinstance(question, Day) and question.key in given:
            given[question.key] = question.read(given[question.key])
    return given


def answers_for(one: Guide, typed: Mapping[str, str]) -> dict[str, str]:
    """Give the answers of one calculator, from what is typed for the case; what it lacks counts as not known."""
    found: dict[str, str] = {}
    years: dict[str, int | None] = {}
    known = {**typed, "relationship": "family"} if typed.get("share-home") == "yes" else typed
    for question in one.questions:
        if not question.relevant(found):
            continue
        text = known.get(SAME.get(question.key, question.key), "")
        text = OTHERS.options[0].key if text == TOOK_PART else text
        if question.key == NOW and not text:
            text = known.get(LAST, "") or known.get(THEN, "")  # left empty: the age is still the same
        if isinstance(question, Ages):
            before = years.get(question.after) if isinstance(question, LaterAge) else None
            years[question.key] = band = question.read_years(text) if text else before
            found[question.key] = NOT_KNOWN if band is None else question.band_of(band)
        elif text and (isinstance(question, Day) or text in question.keys):
            found[question.key] = GIVEN if isinstance(question, Day) and text != NOT_KNOWN else text
        elif not question.for_display:
            found[question.key] = question.unanswered
    return found


def asked_now(case: Guide, guides: Iterable[Guide], given: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys of the questions that matter: those that some calculator that applies finds relevant."""
    relevant = {SAME.get(key, key) for one in guides for key in answers_for(one, given)} | {ROLE, STAGE}
    if given.get("share-home") == "yes":
        relevant.discard("relationship")  # one household says it
    if given.get(STAGE, "start") in START:
        relevant.discard("still-at-risk")  # it asks for the outcome of an enquiry
    return tuple(question.key for question in case.questions if question.key in relevant)


def to_be_answered(case: Guide, asked: Iterable[str]) -> tuple[str, ...]:
    """Give those of the questions asked that want an answer: not a box to tick, nor an age that may stay empty."""
    wanted = {question.key for question in case.questions if not isinstance(question, (Tick, LaterAge))}
    return tuple(key for key in asked if key in wanted)
