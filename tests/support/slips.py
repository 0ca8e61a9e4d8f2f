"""One-step slips in a calculator: one thing done wrong in one rule, call or question, made on the data in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

from calculators import sources
from calculators.actions.register import CHILDREN, TIMES, Action, GivesWay, actions
from calculators.engine.ages import Ages
from calculators.engine.conditions import NOT_KNOWN, Clause, Condition, Wanted
from calculators.engine.guide import Guide, Judgement
from calculators.engine.questions import GuideError, Question
from calculators.engine.rules import PARTS, STEPS, Call, Rule

Made = Iterator[tuple[str, Callable[[], Guide]]]


@dataclass(frozen=True)
class Slip:
    """A calculator with one slip in it: what kind, and where."""

    kind: str
    where: str
    guide: Guide


@dataclass(frozen=True)
class ActionSlip:
    """The register of actions with one slip in it: what kind, at which action, and the register."""

    kind: str
    where: str
    register: dict[str, Action]


def _with(guide: Guide, old: Rule, new: Rule | None) -> Guide:
    """Give the calculator with a rule replaced, or taken out."""
    rules = (new if rule is old else rule for rule in guide.rules)
    return replace(guide, rules=tuple(rule for rule in rules if rule))


def _asking(guide: Guide, old: Question, new: Question) -> Guide:
    """Give the calculator with a question replaced."""
    return replace(guide, questions=tuple(new if question is old else question for question in guide.questions))


def _wanted(guide: Guide) -> Iterator[tuple[Rule, Clause, Wanted]]:
    """Give each choice of each clause of each rule."""
    for rule in guide.rules:
        for clause in rule.when.clauses if rule.when else ():
            for choice in clause.choices:
                yield rule, clause, choice


def _wanting(guide: Guide, rule: Rule, clause: Clause, choice: Wanted, keys: set[str]) -> Guide:
    """Give the calculator with a choice that wants other answers."""
    (other,) = choice.question.among(*keys).clauses[0].choices
    choices = tuple(other if one is choice else one for one in clause.choices)
    return _without(guide, rule, clause, Clause(choices))


def _without(guide: Guide, rule: Rule, clause: Clause, new: Clause | None) -> Guide:
    """Give the calculator with a clause of a rule replaced, or taken out."""
    clauses = (new if one is clause else one for one in (rule.when.clauses if rule.when else ()))
    left = tuple(one for one in clauses if one)
    return _with(guide, rule, replace(rule, when=Condition(left) if left else None))


def age_line_moved(guide: Guide) -> Made:
    """Each end of each span of ages, one band wider and one narrower."""
    for rule, clause, choice in _wanted(guide):
        if isinstance(choice.question, Ages):
            bands, wanted = list(choice.question.bands), set(choice.options)
            for left, right in pairwise(bands):
                if (left in wanted) != (right in wanted):
                    for band in (left, right):
                        yield f"{rule.key}: {band}", partial(_wanting, guide, rule, clause, choice, wanted ^ {band})


def clause_dropped(guide: Guide) -> Made:
    """Each clause left out; where it was the only one, the rule always holds."""
    for rule in guide.rules:
        for clause in rule.when.clauses if rule.when else ():
            yield f"{rule.key}: {clause.words}", partial(_without, guide, rule, clause, None)


def choice_dropped(guide: Guide) -> Made:
    """Each part of an "or" left out."""
    for rule, clause, choice in _wanted(guide):
        if len(clause.choices) > 1:
            left = Clause(tuple(one for one in clause.choices if one is not choice))
            yield f"{rule.key}: {choice.words}", partial(_without, guide, rule, clause, left)


def option_dropped(guide: Guide) -> Made:
    """Each answer that a condition wants, no longer wanted: above all "not known"."""
    for rule, clause, choice in _wanted(guide):
        for key in choice.options if len(choice.options) > 1 else ():
            yield f"{rule.key}: {key}", partial(_wanting, guide, rule, clause, choice, {*choice.options} - {key})


def option_added(guide: Guide) -> Made:
    """Each answer that a condition does not want, wanted as well."""
    for rule, clause, choice in _wanted(guide):
        for key in choice.question.keys:
            if key not in choice.options:
                yield f"{rule.key}: {key}", partial(_wanting, guide, rule, clause, choice, {*choice.options, key})


def option_swapped(guide: Guide) -> Made:
    """A condition wants exactly the answers that it did not want."""
    for rule, clause, choice in _wanted(guide):
        others = {*choice.question.keys} - {*choice.options}
        if others - {NOT_KNOWN}:
            yield f"{rule.key}: {choice.words}", partial(_wanting, guide, rule, clause, choice, others)


def citation_changed(guide: Guide) -> Made:
    """Each unit exchanged for the next one in the register."""
    units = list(sources.units())
    for rule in guide.rules:
        for cite in rule.cites:
            other = units[(units.index(cite) + 1) % len(units)]
            cites = tuple(other if one == cite else one for one in rule.cites)
            yield f"{rule.key}: {other} for {cite}", partial(_with, guide, rule, replace(rule, cites=cites))


def rule_removed(guide: Guide) -> Made:
    """Each rule taken out."""
    for rule in guide.rules:
        yield rule.key, partial(_with, guide, rule, None)


def _calling(guide: Guide, change: Callable[[Call], Call]) -> Made:
    for rule in guide.rules:
        for call in rule.calls:
            new = change(call)
            calls = tuple(new if one is call else one for one in rule.calls)
            if new != call:
                yield f"{rule.key}: {call.action.key}", partial(_with, guide, rule, replace(rule, calls=calls))


def call_dropped(guide: Guide) -> Made:
    """Each action that a rule calls for beside others, no longer called for."""
    for rule in guide.rules:
        for call in rule.calls if len(rule.calls) > 1 else ():
            calls = tuple(one for one in rule.calls if one is not call)
            yield f"{rule.key}: {call.action.key}", partial(_with, guide, rule, replace(rule, calls=calls))


def call_of_another_action(guide: Guide) -> Made:
    """Each action exchanged for the next one of the register."""
    every = list(actions().values())
    return _calling(guide, lambda call: replace(call, action=every[(call.action.order + 1) % len(every)]))


def time_changed(guide: Guide) -> Made:
    """Each action a step later, or the latest a step earlier."""
    return _calling(guide, lambda call: replace(call, when={**dict(pairwise(TIMES)), TIMES[-1]: TIMES[-2]}[call.when]))


def child_changed(guide: Guide) -> Made:
    """Each action about the child that follows in the list."""
    return _calling(guide, lambda call: replace(call, about=CHILDREN[(CHILDREN.index(call.about) + 1) % len(CHILDREN)]))


def condition_of_a_call_changed(guide: Guide) -> Made:
    """Each condition that no question asks for dropped, or put where there was none."""
    return _calling(guide, lambda call: replace(call, only_if="" if call.only_if else "somebody asks for it"))


def part_changed(guide: Guide) -> Made:
    """Each remark in the part of the result that follows its own."""
    for rule in guide.rules:
        other = PARTS[(PARTS.index(rule.part) + 1) % len(PARTS)]
        if STEPS not in {rule.part, other}:
            yield f"{rule.key}: {other.key}", partial(_moved, guide, rule, other.key)


def _moved(guide: Guide, rule: Rule, key: str) -> Guide:
    part = next(one for one in PARTS if one.key == key)
    return _with(guide, rule, replace(rule, part=part))


def negation_lost(guide: Guide) -> Made:
    """Each reason or remark that says not, without it."""
    for rule in guide.rules:
        if " not " in rule.text:
            yield rule.key, partial(_with, guide, rule, replace(rule, text=rule.text.replace(" not ", " ", 1)))


def question_always_asked(guide: Guide) -> Made:
    """Each question that is asked only after some answers, asked after all."""
    for question in guide.questions:
        if question.when:
            yield question.key, partial(_asking, guide, question, replace(question, when=None))


def meanwhile_lost(guide: Guide) -> Made:
    """Each fact that may be not known, without what to do until it is known."""
    for question in guide.questions:
        if question.not_known:
            said = replace(question.not_known, meanwhile=question.not_known.ask)
            yield question.key, partial(_asking, guide, question, replace(question, not_known=said))


def judgement_left_out(guide: Guide) -> Made:
    """Each matter left to judgement, no longer named."""

    def without(left: Judgement) -> Guide:
        return replace(guide, judgement=tuple(one for one in guide.judgement if one is not left))

    for number, left in enumerate(guide.judgement, start=1):
        yield f"number {number}", partial(without, left)


KINDS = (
    age_line_moved,
    clause_dropped,
    choice_dropped,
    option_dropped,
    option_added,
    option_swapped,
    citation_changed,
    rule_removed,
    call_dropped,
    call_of_another_action,
    time_changed,
    child_changed,
    condition_of_a_call_changed,
    part_changed,
    negation_lost,
    question_always_asked,
    meanwhile_lost,
    judgement_left_out,
)


def slips(guide: Guide, each: int | None = None) -> Iterator[Slip]:
    """Give the slips of a calculator, at most `each` of a kind, spread evenly.

    A slip that the calculator itself refuses when it is imported is left out: no test is needed for it.
    """
    for kind in KINDS:
        made = list(kind(guide))
        for where, make in made[:: -(-len(made) // each)] if each and made else made:
            try:
                slipped = make()
            except GuideError:
                continue
            yield Slip(kind.__name__.replace("_", " "), where, slipped)


def action_slips() -> Iterator[ActionSlip]:
    """Give the slips in the register of actions: in the words of each, in its time, and in each of its relations."""
    for one in actions().values():
        later = {**dict(pairwise(TIMES)), TIMES[-1]: TIMES[-2]}[one.when]
        yield _action_slip("time of an action changed", one.key, replace(one, when=later))
        yield _action_slip(
            "words of an action changed", one.key, replace(one, instruction=f"Do not: {one.instruction}")
        )
        yield _action_slip(
            "actor of an action changed", one.key, replace(one, who=("lead",) if "lead" not in one.who else ("police",))
        )
        yield _action_slip("protection of an action changed", one.key, replace(one, protects=not one.protects))
        yield _action_slip("lead of an action changed", one.key, replace(one, leads=not one.leads))
        for relation in ("includes", "brings", "gives_way", "also"):
            for related in getattr(one, relation):
                left = tuple(other for other in getattr(one, relation) if other is not related)
                yield _action_slip(
                    f"{relation} dropped", f"{one.key}: {related}", _related(one, relation, left), one.key
                )
        if one.protects and one.key != "watch-and-tell-again":
            edge = GivesWay("watch-and-tell-again", "milder answer", "It is milder.", ("llr:6",))
            yield _action_slip("gives way to what is milder", one.key, replace(one, gives_way=(*one.gives_way, edge)))


def _related(one: Action, relation: str, left: tuple[Any, ...]) -> Action:
    changed: dict[str, Any] = {relation: left}
    return replace(one, **changed)


def _action_slip(kind: str, where: str, new: Action, key: str = "") -> ActionSlip:
    return ActionSlip(kind, where, {**actions(), key or where: new})
