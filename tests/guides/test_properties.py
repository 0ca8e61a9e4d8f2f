"""What holds for every calculator, over every set of answers: over actions, not over words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calculators import sources
from calculators.actions.register import action, actions
from calculators.engine.conditions import NOT_KNOWN
from calculators.engine.decide import decide
from calculators.engine.plan import MILDER
from calculators.engine.rules import CHECK
from calculators.guides.catalogue import GUIDES
from tests.support.space import done, space

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step

NAMES = tuple(GUIDES)
# Of a fact that is not known an action can only be said with a condition: the fact itself.
THE_FACT_ITSELF = {
    "age-then": {"the child was under 10 when it happened", "the person was 18 or over"},
    "age-now": {"the person was 18 or over when it happened"},
    "level": {
        "what happened may be a crime",
        "what happened may be a crime, or the person was 18 or over",
    },
    "services": {"the child is looked after", "the child already has a social worker or lead practitioner"},
    "concern": {"no further action is taken and concern remains"},
    "charged": {"there is a charge with a sexual offence"},
    "harm": {"either child appears to be suffering or at risk of significant harm"},
}
# What only one age calls for: the calculator, the question, the action, and the unit that draws the line. A younger child gets what the
# same sources give for that age, and no milder answer is meant.
NO_CRIME_UNDER_10 = (
    "strategy-meeting",  # under 10 a discussion between social worker and manager takes its place
    "planning-meeting",
    "youth-justice-joins-meetings",
    "inform-court",
    "consult-on-court",
    "pre-sentence-report",
    "propose-disposal",
    "mappa",
    "referral-order-contract",
    "supervise",
    "tell-social-care-of-release",
    "intervene-in-custody",
    "safety-plan",
    "plan-return",
    "support-return",
    "police-interview",
    "charging-decision",
    "out-of-court-route",
    "assetplus",
)
ONE_AGE_ONLY = {
    **{("criminal", "age-then", key): "llr:17" for key in NO_CRIME_UNDER_10},
    ("criminal", "age-now", "plan-transition"): "hsbf:3.1.transitions",
    ("next-steps", "age-then", "report-to-police"): "llr:17",
    ("enquiry", "age-then", "strategy-meeting"): "llr:17",
    ("enquiry", "age-then", "mappa"): "llr:17",
    ("enquiry", "age-now", "plan-transition"): "hsbf:3.1.transitions",
    ("consent", "child-a", "talk-social-care"): "llr:3.13-15",  # the younger pair is closer in age
    ("consent", "child-b", "talk-social-care"): "llr:3.13-15",
    ("panel", "age-now", "plan-transition"): "hsbf:3.1.transitions",
    ("panel", "age-now", "mappa"): "llr:17",
    **{(name, "age-now", "specialist-assessment"): "llr:2" for name in ("age", "assessment", "panel")},
    **{("assessment", "age-now", key): "llr:17" for key in ("talk-social-care", "find-specialist-service")},
}
ANSWERED_BY_A_FINDING = ("age", "continuum", "assessment", "panel", "reviews")  # the others answer with a step
UNCONDITIONAL = ("ring-999", "refer", "child-protection-referral")


@pytest.fixture(params=NAMES)
def guide(request: pytest.FixtureRequest) -> Guide:
    """Each calculator."""
    return GUIDES[request.param]


def lost(before: tuple[Step, ...], after: tuple[Step, ...]) -> tuple[str, ...]:
    """Give the faults of one plan against another; each pair of plans is compared once."""
    if before is after:
        return ()
    pair = (id(before), id(after))
    if pair not in COMPARED:
        COMPARED[pair] = (
            before,
            after,
            tuple(_lost(before, after)),
        )  # both are kept, so that no other takes their place
    return COMPARED[pair][2]


COMPARED: dict[tuple[int, int], tuple[tuple[Step, ...], tuple[Step, ...], tuple[str, ...]]] = {}


def _lost(before: tuple[Step, ...], after: tuple[Step, ...]) -> Iterator[str]:
    """Give the protective actions of one plan that another neither does, nor does in time, nor replaces.

    An action that gives way to one of the other plan is replaced; the relation says why.
    """
    does = done(after)
    for step in before:
        if not step.action.protects:
            continue
        when, only_if = done((step,))[step.action.key]
        found = does.get(step.action.key)
        if found is None:
            if not any(edge.to in does for edge in step.action.gives_way):
                yield f"{step.action.key} is lost"
        elif found[0] > when:
            yield f"{step.action.key} comes later"
        elif found[1] and not only_if:
            yield f"{step.action.key} has become conditional: {found[1]}"


def test_the_space_is_walked_as_the_engine_decides(guide: Guide) -> None:
    """The quick plan of a set of answers is the one that `decide` gives, for sets spread over the whole space."""
    found = space(guide.key)
    for answers in found.every[:: max(1, len(found.every) // 60)]:
        result = decide(guide, answers)
        assert result.steps == found.plan(answers)
        assert result.leading == (found.leading(answers),)
        assert tuple(rule.key for rule in result.applied) == found.applied(answers)


def test_every_set_of_answers_gives_an_action_and_a_headline(guide: Guide) -> None:
    """Nobody is left without a step or a finding, and the mildest result says to watch and to tell again."""
    found = space(guide.key)
    findings = {rule.key for rule in guide.rules if rule.headline} if guide.key in ANSWERED_BY_A_FINDING else set()
    for answers in found.walked:
        steps = found.plan(answers)
        assert steps
        keys = {step.action.key for step in steps}
        assert "watch-and-tell-again" in keys, answers
        assert len(keys) == len(steps), f"an action stands twice: {answers}"
        assert not findings or findings.intersection(found.applied(answers)), f"no finding: {answers}"
    assert all(decide(guide, answers).leading for answers in found.every[:: max(1, len(found.every) // 60)])


def test_not_knowing_never_gives_a_milder_plan(guide: Guide) -> None:
    """Whatever the answer to a question may be, its protective actions are there while it is not known.

    Of a fact that is a stage of the case nothing of the kind is promised: not known asks where things stand.
    """
    found = space(guide.key)
    faults: dict[str, dict[str, str]] = {}
    for question in guide.questions:
        if NOT_KNOWN not in question.keys or question.stage or question.for_display:
            continue
        for answers, given in found.neighbours(question.key):
            if given == NOT_KNOWN:
                continue
            unknown = found.changed(answers, question.key, NOT_KNOWN)
            for fault in lost(found.plan(answers), found.plan(unknown)):
                said = fault.partition(" has become conditional: ")[2]
                if said not in THE_FACT_ITSELF.get(question.key, set()):
                    faults.setdefault(f"{question.key}: {fault}", answers)
    assert not faults


def test_a_worse_answer_never_gives_a_milder_plan(guide: Guide) -> None:
    """Each step towards the worse keeps every protective action or puts a stronger one in its place, and none comes later."""
    found = space(guide.key)
    faults: dict[str, dict[str, str]] = {}
    for question in guide.questions:
        ranked = question.from_mild_to_worse
        if question.stage or question.for_display:
            continue
        for answers, given in found.neighbours(question.key):
            if given not in ranked or given == ranked[-1]:
                continue
            worse = found.changed(answers, question.key, ranked[ranked.index(given) + 1])
            for fault in lost(found.plan(answers), found.plan(worse)):
                if (guide.key, question.key, fault.split(" ", 1)[0]) not in ONE_AGE_ONLY:
                    faults.setdefault(f"{question.key} {given}: {fault}", answers)
    assert not faults


def test_what_one_age_only_calls_for_names_its_unit() -> None:
    """Each line that an age draws is drawn by a unit, for an action that there is."""
    for (name, question, key), unit in ONE_AGE_ONLY.items():
        assert GUIDES[name].ages(question)
        assert key in actions()
        sources.unit(unit)


def test_a_worse_answer_never_moves_the_headline_down(guide: Guide) -> None:
    """The heading of the worse answer is as urgent as that of the milder one, or more; a finding has no order.

    This is promised of a heading that known answers alone call for: what hangs on something unknown gives the heading
    to the next action that is certain.
    """
    if guide.key in ANSWERED_BY_A_FINDING:
        pytest.skip("its heading is a finding")
    found = space(guide.key)
    faults: dict[str, dict[str, str]] = {}
    spread = found.every[:: max(1, len(found.every) // 4000)]
    for question in guide.questions:
        ranked = question.from_mild_to_worse
        if question.stage or question.for_display:
            continue
        for answers in spread:
            given = answers.get(question.key)
            if given not in ranked or given == ranked[-1]:
                continue
            worse = found.changed(answers, question.key, ranked[ranked.index(given) + 1])
            first, second = found.leading(answers), found.leading(worse)
            hangs = {key for step in found.plan(worse) if not step.certain for key in done((step,))}
            if not first.certain or first.only_if or first.action.key in hangs or set(worse) - set(answers):
                continue
            one_age_only = (guide.key, question.key, first.action.key) in ONE_AGE_ONLY
            if second.action.order > first.action.order and first.action.protects and not one_age_only:
                faults.setdefault(f"{question.key} {given}: {first.action.key} -> {second.action.key}", answers)
    assert not faults


def test_danger_is_the_headline_whatever_else_is_answered(guide: Guide) -> None:
    """Where a child is in danger now, 999 comes first."""
    if "danger" not in {question.key for question in guide.questions}:
        pytest.skip("this calculator does not ask about danger")
    found = space(guide.key)
    for answers in found.every[:: max(1, len(found.every) // 4000)]:
        steps = found.plan(answers)
        if answers["danger"] == "yes":
            assert steps[0].action.key == "ring-999", answers
            assert found.leading(answers).action.key == "ring-999"


def test_no_rule_always_applies_and_none_never_does(guide: Guide) -> None:
    """Each rule with conditions applies to some answers and not to all; one without applies always."""
    found = space(guide.key)
    counts = dict.fromkeys((rule.key for rule in guide.rules), 0)
    for answers in found.every:
        for key in found.applied(answers):
            counts[key] += 1
    for rule in guide.rules:
        if rule.always:
            assert counts[rule.key] == len(found.every)
        else:
            assert 0 < counts[rule.key] < len(found.every), rule.key


def test_no_referral_hangs_on_a_contradiction_alone(guide: Guide) -> None:
    """Where answers do not fit together, what has to be done at once is called for like any other action."""
    for rule in guide.rules:
        if rule.part is CHECK and any(word in rule.text for word in ("refer", "Refer", "999")):
            assert {call.action.key for call in rule.calls} & set(UNCONDITIONAL), rule.key


def test_an_action_about_an_adult_alone_never_leads(guide: Guide) -> None:
    """The result is about a child."""
    found = space(guide.key)
    for answers in found.every[:: max(1, len(found.every) // 2000)]:
        others = [step for step in found.plan(answers) if step.about != ("adult",) and step.action.leads]
        assert not others or found.leading(answers).about != ("adult",), answers


def test_every_action_is_called_for_by_a_rule_or_by_another_action() -> None:
    """The register holds nothing that no result shows."""
    called = {call.action.key for guide in GUIDES.values() for rule in guide.rules for call in rule.calls}
    brought = {key for one in actions().values() for key in one.brings}
    assert set(actions()) == called | brought


def test_each_action_that_gives_way_is_milder_or_of_another_procedure() -> None:
    """Each such relation has its reason and its unit, and none gives way to what is less urgent for being milder."""
    for one in actions().values():
        for edge in one.gives_way:
            assert edge.because, one.key
            assert edge.cites, one.key
            if edge.kind == MILDER:
                assert action(edge.to).order < one.order, f"{one.key} gives way to {edge.to}, which is less urgent"


def test_the_same_fact_is_the_same_question_in_every_calculator() -> None:
    """An answer is carried by the key of its fact, so a key has one wording and one meaning everywhere."""
    asked: dict[str, tuple[str, str]] = {}
    for guide in GUIDES.values():
        for question in guide.questions:
            said = (question.text, question.name)
            assert asked.setdefault(question.key, said) == said, f"{guide.key}: {question.key}"
