"""Check a case: its plan is what the calculators that apply say one by one, at every stage; its data fits the schema."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from calculators import case
from calculators.actions.pathway import box
from calculators.actions.register import action
from calculators.case.facts import SAME
from calculators.case.one_child import FACTS
from calculators.case.places import places
from calculators.case.plan import worlds_of
from calculators.engine.asking import ask
from calculators.engine.decide import decide
from calculators.engine.questions import Tick
from calculators.guides.catalogue import GUIDES
from calculators.output import case_html, case_record, data, phone, words
from tests.guides.test_scenarios import TODAY, scenarios
from tests.support.cases import from_the_library, told, typed_for_case
from tests.support.space import done

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.case import CaseResult

CASES = [pytest.param(*one, id=f"{one[0]}: {one[1]['title']}") for one in scenarios()]
SCHEMA = json.loads(resources.files("calculators").joinpath("output/result.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
STAGES = case.guide().question("stage").keys
LEAD = told()[0]["typed"]


def faults(value: dict[str, Any]) -> list[str]:
    """Give what a schema finds wrong, each with its place."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(json.dumps(value)))]


def ruled_out(only_if: str, world: Mapping[str, str]) -> bool:
    """Say whether the facts of a case, read here anew, rule out the condition under which a calculator shows an action."""
    then, last, now, harmed = (world.get(key, "") for key in ("age-then", "age-last", "age-now", "harmed-age"))
    latest = next((text for text in (now, last, then) if text), "")
    years = {"then": then, "now": latest, "harmed": harmed}
    found = {
        "the child was under 10 when it happened": ("then", range(10)),
        "the child is 12 to 18": ("now", range(12, 19)),
        "the child was 13 to 15 and there was sexual activity": ("then", range(13, 16)),
        "the person was 18 or over when it happened": ("then", range(18, 121)),
        "the person was 18 or over": ("then", range(18, 121)),
        "the person is 18 to 21 now": ("now", range(18, 22)),
        "this child is 13 to 15": ("harmed", range(13, 16)),
    }
    if only_if in found:
        of, wanted = found[only_if]
        if years[of].isdigit() and int(years[of]) not in wanted:
            return True
    denied = {
        "the child was 13 to 15 and there was sexual activity": world.get("activity") == "no",
        "there is an indecent image of somebody under 18": world.get("images") == "none",
        "the behaviour is problematic, abusive or violent": world.get("level") in {"normal", "inappropriate"},
        "several children took part, or a group or gang did": world.get("group") == "no",
        "this child was under 10 and displayed the behaviour": not then.isdigit() or int(then) >= 10,
    }
    return denied.get(only_if, False)


def agrees(typed: Mapping[str, str]) -> CaseResult:
    """Ask every calculator that applies, one by one, and compare; each action is in the plan once.

    It is in the plan or among the earlier steps, or a stronger one includes it, or it gave way to one that is there, or
    a calculator shows it on a condition that the facts of the case rule out.
    """
    found = case.check(typed, TODAY)
    assert found.calculators
    does = done((*found.result.steps, *found.earlier))
    for key in found.calculators:
        for world in worlds_of(typed):
            for step in decide(GUIDES[key], case.answers_for(GUIDES[key], world)).steps:
                gone = [edge.to for edge in step.action.gives_way]
                there = step.action.key in does or any(to in does for to in gone)
                if step.action.key == "images-do-not-view" and world.get("images") == "none":
                    continue  # a calculator that does not ask calls for it; the case has asked
                assert there or ruled_out(step.only_if, world), (typed, key, step.action.key)
    called = [step.action.key for step in (*found.result.steps, *found.earlier)]
    assert len(called) == len(set(called))
    return found


@pytest.mark.parametrize(("name", "scenario"), CASES)
def test_the_plan_is_what_the_calculators_say(name: str, scenario: dict[str, Any]) -> None:
    """As it is told, and at another stage; what `--json` gives of it and of the calculator fits the schema."""
    typed = typed_for_case(scenario["typed"])
    found = agrees(typed)
    assert not faults(data.case(found))
    assert not faults(data.result(ask(GUIDES[name], scenario["typed"], TODAY)))
    moved = STAGES[(STAGES.index(typed.get("stage", "start")) + len(scenario["title"])) % len(STAGES)]
    agrees({**typed, "stage": moved, "role": "social-care"})


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("told_by", told(), ids=lambda one: one["title"])
def test_a_case_that_a_reader_tells_agrees_at_every_stage(told_by: dict[str, Any], stage: str) -> None:
    """Whatever the stage, nothing that a calculator calls for is lost, and no child is called A or B."""
    found = agrees({**told_by["typed"], "stage": stage})
    shown = case_html.plan(found, "../../")
    record = case_record.record_text(found, "today", "", two=case.about_two(found), whole=True)
    for text in (shown, record):
        assert not re.search(r"\bchild [AB]\b", text, re.IGNORECASE)


@pytest.mark.parametrize("told_by", told(), ids=lambda one: one["title"])
def test_a_case_that_a_reader_tells_gets_its_plan(told_by: dict[str, Any]) -> None:
    """It does what the case needs and nothing that it must not; each action that the case names is in the register."""
    found = case.check(told_by["typed"], TODAY)
    does = done((*found.result.steps, *found.earlier))
    for key in (*told_by["does"], *told_by["does_not"]):
        assert action(key)
    assert set(told_by["does"]) <= set(does)
    assert not set(told_by["does_not"]) & set(done(found.result.steps))
    assert "heading" not in told_by or words.heading(found.result) == told_by["heading"]


def test_twenty_cases_of_the_library_are_of_every_calculator() -> None:
    """They are the ones that a browser walks through from end to end."""
    cases = from_the_library()
    assert len(cases) == 20
    assert {name.split(":")[0] for name, _ in cases} == set(GUIDES)


def test_the_schema_is_one_and_refuses_what_is_no_result() -> None:
    """It is a schema of its draft, and each field that is left out or added is a fault."""
    Draft202012Validator.check_schema(SCHEMA)
    whole = data.result(ask(GUIDES["age"], scenarios()[0][1]["typed"], TODAY))
    assert not faults(whole)
    for key in whole:
        assert faults({other: value for other, value in whole.items() if other != key}), key
    assert faults({**whole, "colour": "red"})
    assert faults({**whole, "actions": [{**whole["actions"][0], "when": "soon"}]})


def test_each_fact_is_asked_once_and_every_fact_is_asked() -> None:
    """Every question of every calculator is there under one name, boxes that choose a level apart."""
    keys = [question.key for question in case.questions()]
    assert len(keys) == len(set(keys))
    for guide in GUIDES.values():
        for question in guide.questions:
            if not isinstance(question, Tick) or question.key == "danger":
                assert SAME.get(question.key, question.key) in keys, question.key


def test_a_new_case_asks_no_more_than_is_needed() -> None:
    """A school lead meets 16 questions at most, boxes and ages that may stay empty apart; a shared home is asked once."""
    assert len(case.check(LEAD, TODAY).wanted) <= 16
    assert "relationship" not in case.check({**LEAD, "share-home": "yes"}, TODAY).asked


def keys(steps: tuple[Any, ...]) -> set[str]:
    """Give the keys of some steps."""
    return {step.action.key for step in steps}


@pytest.mark.parametrize(
    ("before", "change", "new", "gone"),
    [
        ({"stage": "start"}, {"stage": "enquiry"}, "planning-meeting", "child-protection-referral"),
        ({"stage": "conference"}, {"stage": "no-plan"}, "planning-meeting", "hold-conference-displayed"),
        (
            {"stage": "enquiry", "reached": "alleged"},
            {"reached": "ended"},
            "manage-through-meetings",
            "police-interview",
        ),
    ],
    ids=["the strategy discussion was held", "the conference made no plan", "the police took no further action"],
)
def test_a_change_of_stage_is_told(before: dict[str, str], change: dict[str, str], new: str, gone: str) -> None:
    """What the stage adds to the plan and what it takes away; what reports the case is now an earlier step."""
    was = {**LEAD, "role": "social-care", **before}
    found = case.check({**was, **change}, TODAY, before=was)
    assert new in keys(found.new)
    assert gone in keys(found.gone)
    assert not keys(found.new) & keys(case.check(was, TODAY).result.steps)
    assert not keys(found.gone) & keys(found.result.steps)
    said = case_html.changes(found)
    assert said.startswith("The plan changed. Steps: ")
    assert said in case_html.plan(found, "")
    assert not case_html.changes(case.check(was, TODAY, before=was))


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage not in {"start", "not-known"}])
def test_what_reports_a_case_is_past_once_an_enquiry_has_begun(stage: str) -> None:
    """It is no step of today any more, but one to check; danger brings it back, whatever the stage."""
    past = {"child-protection-referral", "first-risk-assessment", "tell-lead"}
    found = case.check({**LEAD, "stage": stage}, TODAY)
    assert past <= keys(found.earlier)
    assert not past & keys(found.result.steps)
    danger = case.check({**LEAD, "stage": stage, "danger": "yes"}, TODAY)
    assert {"ring-999", "child-protection-referral"} <= keys(danger.result.steps)
    assert not danger.earlier


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("at_risk", ["yes", "no", "not-known"])
def test_each_child_is_at_a_box_of_the_pathway(stage: str, at_risk: str) -> None:
    """A child of whom nobody knows is at none."""
    found = places({"stage": stage, "others": "one", "still-at-risk": at_risk})
    assert {box(place.box).name for place in found.values()}
    assert set(found) == {"harmed", "displayed"}
    assert set(places({"stage": stage, "others": "none-known"})) == {"displayed"}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("child", ["harmed", "displayed"])
def test_a_record_for_one_child_holds_nothing_of_the_other(stage: str, child: str) -> None:
    """Neither a fact of the other child nor a step for that child alone, and no account of rules that name both."""
    typed = {**LEAD, "stage": stage, "age-then": "14", "harmed-age": "9", "still-at-risk": "yes", "also-harmed": "yes"}
    found = case.check(typed, TODAY)
    text = case_record.record_text(case.for_child(found, child), "today", "", two=False, whole=True)
    other = "displayed the behaviour" if child == "harmed" else "who was harmed"
    years = {"harmed": "14 years", "displayed": "9 years"}[child]
    assert other not in text
    assert years not in text
    assert "two children" not in text
    assert "alone" in text.split("\n", 1)[0]
    both = case_record.record_text(found, "today", "", two=True, whole=False)
    assert "Do not give it to one family" in both
    assert not FACTS["harmed"] & FACTS["displayed"] - {"role", "danger"}


def test_the_whole_account_stands_behind_the_page() -> None:
    """One page by default; where it is asked for, every rule with why it applied or not."""
    found = case.check(LEAD, TODAY)
    page = case_record.record_text(found, "today", "https://example.org/", two=True, whole=False)
    whole = case_record.record_text(found, "today", "https://example.org/", two=True, whole=True)
    assert whole.startswith(page)
    assert "Why not: the rules that did not apply" in whole.removeprefix(page)
    assert "Why not" not in page


def test_what_is_said_on_the_telephone_fits_the_answers() -> None:
    """One child or several, an adult, danger; no line says what is not known, and names are blanks."""
    said = " ".join(phone.script(LEAD))
    assert "The child was 13 years old when it happened." in said
    assert "That child was 11 years old when it happened." in said
    several = " ".join(phone.script({**LEAD, "others": "two-or-more"}))
    assert "The youngest was 11 years old" in several
    assert "The child who was harmed is" not in several
    assert "I rang 999" in " ".join(phone.script({**LEAD, "danger": "yes"}))
    assert "not-known" not in " ".join(phone.script(dict.fromkeys(LEAD, "not-known")))


def test_an_age_may_be_typed_in_words() -> None:
    """Thirteen years is 13 everywhere, also for the ages between a first and a last."""
    typed = {**LEAD, "age-then": "9 years", "age-last": "11 yrs", "harmed-age": "11 "}
    found = case.check(typed, TODAY)
    assert found.result.typed
    assert found.result.typed["age-then"] == "9"
    plain = case.check({**LEAD, "age-then": "9", "age-last": "11"}, TODAY)
    assert keys(found.result.steps) == keys(plain.result.steps)


def test_nothing_answered_is_a_plan() -> None:
    """A plan stands before the first answer: the lead is told, and what is not known is named."""
    found = case.check({}, TODAY)
    assert "tell-lead" in done(found.result.steps)
    assert found.answered == 0
    assert found.result.not_known
