"""Next steps, Consent, Age and Continuum: what each case calls for, by the keys of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calculators.engine.decide import decide
from calculators.engine.rules import CHECK
from calculators.guides import age, consent, continuum, next_steps

if TYPE_CHECKING:
    from calculators.engine.guide import Guide
    from calculators.engine.result import Result

MILD = {"level": "normal", "harm": "no", "images": "none", "others": "none-known", "services": "none"}
PROBLEMATIC = {**MILD, "level": "problematic"}
AGREED = {
    "relationship": "peers",
    "choice": "yes",
    "force": "no",
    "power": "no",
    "capacity": "yes",
    "exchange": "no",
    "images": "none",
    "adult": "no",
}
PAIR_16 = {"child-a": "16-to-17", "child-b": "16-to-17", **AGREED}
PAIR_15 = {"child-a": "13-to-15", "child-b": "13-to-15", **AGREED}
INCIDENT = frozenset({"tell-lead", "first-risk-assessment", "tell-reviewing-officer", "refer", "strategy-meeting"})


def result(guide: Guide, **answers: str) -> Result:
    """Decide with these answers (underscores for hyphens); what is left out counts as not known."""
    return decide(guide, guide.settle({key.replace("_", "-"): text for key, text in answers.items()}))


def keys(found: Result) -> set[str]:
    """Give the actions of a result, with those that they include."""
    return {key for step in found.steps for key in {step.action.key, *step.action.included_keys()}}


def test_normal_behaviour_with_nobody_harmed_is_no_incident() -> None:
    """Record, watch and when to come back; nobody is told at once and nobody is referred."""
    found = result(next_steps.GUIDE, **MILD, age_then="under-10", age_now="under-18", activity="no")
    assert not keys(found) & INCIDENT
    assert "watch-and-tell-again" in keys(found)


@pytest.mark.parametrize(
    "worse",
    [
        {"danger": "yes"},
        {"harm": "yes"},
        {"others": "one"},
        {"others": "adult"},
        {"images": "experiment"},
        {"activity": "yes"},
        {"level": "not-known"},
    ],
)
def test_anything_more_than_that_is_told_to_the_lead(worse: dict[str, str]) -> None:
    """One worse answer brings back what is done about harmful behaviour."""
    found = result(
        next_steps.GUIDE, **{**MILD, "age-then": "under-10", "age-now": "under-18", "activity": "no", **worse}
    )
    assert {"tell-lead", "first-risk-assessment"} <= keys(found)


def test_levels_differ() -> None:
    """Problematic, abusive and unknown do not call for the same things; unknown calls for all of them."""
    by_level = {
        level: keys(result(next_steps.GUIDE, **{**MILD, "level": level, "age-then": "13-to-17", "age-now": "under-18"}))
        for level in ("problematic", "abusive", "violent", "not-known")
    }
    assert by_level["abusive"] - by_level["problematic"] >= {"report-to-police", "find-specialist-service"}
    protects = {key for key in by_level["violent"] | by_level["problematic"] if key not in {"teach", "gp"}}
    assert protects - by_level["not-known"] == set()


def test_contradictions_refer() -> None:
    """Two children harmed, inappropriate, no harm: the referral stands among the steps, without a condition."""
    answers = {**MILD, "others": "two-or-more", "level": "inappropriate", "age-then": "13-to-17", "age-now": "under-18"}
    found = result(
        next_steps.GUIDE, **{**answers, "harmed-age": "13-or-over", "share-home": "no", "share-school": "no"}
    )
    assert any(step.action.key == "refer" and not step.only_if for step in found.steps)


@pytest.mark.parametrize("guide", [next_steps.GUIDE, consent.GUIDE, continuum.GUIDE])
def test_every_contradiction_calls_for_something(guide: Guide) -> None:
    """No check is a sentence alone."""
    assert all(rule.calls for rule in guide.rules if rule.part is CHECK)


def test_years_later() -> None:
    """From 9 to 15, and 20 now: the duty for a child under 13 stands, and nothing for a child of today."""
    found = decide(
        next_steps.GUIDE,
        {
            **next_steps.GUIDE.settle({"age-then": "under-10", "age-last": "13-to-17", "age-now": "18-or-over"}),
            "others": "one",
            "activity": "yes",
        },
    )
    assert "child-protection-referral" in keys(found)
    assert not {"tell-reviewing-officer", "early-help-assessment", "consider-harm"} & keys(found)


def test_the_police_are_told_of_a_serious_crime() -> None:
    """A violent attack on a 15 year old is reported to the police, whether or not there is danger now."""
    found = result(
        next_steps.GUIDE, **{**PROBLEMATIC, "level": "violent", "others": "one", "harm": "yes", "age-then": "13-to-17"}
    )
    assert {"report-to-police", "refer", "strategy-meeting"} <= keys(found)
    assert "ring-999" not in keys(found)


def test_images_have_actions_of_their_own() -> None:
    """An image of somebody under 18 is not looked at, and the lead is told."""
    for harm in ("experiment", "harm", "not-known"):
        found = result(next_steps.GUIDE, **{**MILD, "images": harm, "age-then": "13-to-17", "age-now": "under-18"})
        assert {"images-do-not-view", "tell-lead"} <= keys(found)


def test_an_adult_who_was_harmed_fits() -> None:
    """Behaviour towards a member of staff is no contradiction."""
    found = result(
        next_steps.GUIDE, **{**PROBLEMATIC, "others": "adult", "age-then": "13-to-17", "age-now": "under-18"}
    )
    assert {"refer", "refer-adult-social-care"} <= keys(found)
    assert not found.checks


def test_what_two_of_16_agree_on_calls_for_nothing_but_watching() -> None:
    """No social work and no legal advice, and nobody is told at once."""
    assert keys(result(consent.GUIDE, **PAIR_16)) == {"watch-and-tell-again"}


def test_what_two_of_15_agree_on_has_no_lines_of_alleged_harm() -> None:
    """Competence is assessed; different workers and legal advice are for alleged harm."""
    found = result(consent.GUIDE, **PAIR_15)
    assert "assess-competence" in keys(found)
    unconditional = {step.action.key for step in found.steps if not step.only_if}
    assert not {"refer", "separate-workers", "legal-advice", "consider-harm"} & unconditional


def test_wide_difference_is_not_mild() -> None:
    """17 and 13, power “no”: talked through with social care, and referred if they are far apart."""
    found = result(consent.GUIDE, **{**PAIR_15, "child-a": "16-to-17"})
    assert found.checks
    assert {"talk-social-care", "refer"} <= keys(found)


@pytest.mark.parametrize("child", ["under-10", "13-to-15", "16-to-17"])
def test_an_adult_and_a_child(child: str) -> None:
    """A child and an adult: the police, adult procedures and protection, and no questions about consent."""
    found = result(consent.GUIDE, **{**AGREED, "child-a": child, "child-b": "18-or-over"})
    assert {"refer", "report-to-police", "adult-procedures", "protect-harmed"} <= keys(found)
    assert not {"choice", "power", "capacity"} & set(found.answers)


@pytest.mark.parametrize(("activity", "referred"), [("yes", True), ("not-known", True), ("no", False)])
def test_play_among_5_year_olds(activity: str, *, referred: bool) -> None:
    """A child protection referral is for sexual activity, or a doubt about it, and not for play."""
    pair = {**AGREED, "child-a": "under-10", "child-b": "under-10", "activity": activity}
    assert ("child-protection-referral" in keys(result(consent.GUIDE, **pair))) is referred
    assert ("child-protection-referral" in keys(result(age.GUIDE, age_then="5", activity=activity))) is referred
    assert ("child-protection-referral" in keys(result(continuum.GUIDE, level="normal", activity=activity))) is referred


def test_the_highest_level_is_the_finding() -> None:
    """A ticked feature above the chosen level leads; with no level, acting as if the worst."""
    assert (
        "Violent"
        in (result(continuum.GUIDE, **{"physical-violence": "yes", "level": "normal"}).finding or FAIL).headline
    )
    assert "No level is settled" in (result(continuum.GUIDE, level="not-known").finding or FAIL).headline


def test_every_age_has_a_finding() -> None:
    """Age answers with a finding for every age, known or not."""
    assert all(decide(age.GUIDE, answers).finding for answers in age.GUIDE.every_answer())


FAIL = next(rule for rule in age.GUIDE.rules if not rule.headline)
