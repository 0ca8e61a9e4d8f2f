"""One-step slips in a guide: one thing done wrong in one rule or question, made on the data in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from calculators import sources
from calculators.engine.guide import GROUPS, NOT_KNOWN, Ages, Condition, Guide, GuideError, LeftToPeople, Question, Rule
from calculators.engine.guide import ages as ask_for_an_age

Made = Iterator[tuple[str, Callable[[], Guide]]]


@dataclass(frozen=True)
class Slip:
    """A guide with one slip in it: what kind, where, and the questions that the slip has to do with."""

    kind: str
    where: str
    guide: Guide
    questions: frozenset[str]


def _with(guide: Guide, old: Rule, new: Rule | None) -> Guide:
    """Give the guide with a rule replaced, or taken out."""
    rules = (new if rule is old else rule for rule in guide.rules)
    return replace(guide, rules=tuple(rule for rule in rules if rule))


def _asking(guide: Guide, old: Question, new: Question) -> Guide:
    """Give the guide with a question replaced."""
    return replace(guide, questions=tuple(new if question is old else question for question in guide.questions))


def _conditions(guide: Guide) -> Iterator[tuple[Rule, Condition, Question]]:
    for rule in guide.rules:
        for condition in rule.when:
            yield rule, condition, guide.question(condition.question)


def _wanting(guide: Guide, rule: Rule, condition: Condition, keys: set[str]) -> Guide:
    """Give the guide with a condition that wants other answers."""
    other = guide.question(condition.question).among(*keys)
    return _with(guide, rule, replace(rule, when=tuple(other if one is condition else one for one in rule.when)))


def age_line_of_a_rule_moved(guide: Guide) -> Made:
    """Each end of each span of ages, one band wider and one narrower."""
    for rule, condition, question in _conditions(guide):
        if isinstance(question, Ages):
            bands, wanted = list(question.bands), set(condition.options)
            for left, right in pairwise(bands):
                if (left in wanted) != (right in wanted):
                    for band in (left, right):
                        yield f"{rule.key}: {band}", partial(_wanting, guide, rule, condition, wanted ^ {band})


def age_line_of_a_question_moved(guide: Guide) -> Made:
    """Each birthday at which a line is drawn, a year later."""
    for question in guide.questions:
        if isinstance(question, Ages):
            for cut in question.cuts:
                if cut + 1 not in question.cuts:
                    yield f"{question.key}: {cut}", partial(_line_moved, guide, question, cut)


def _line_moved(guide: Guide, question: Ages, cut: int) -> Guide:
    cuts = tuple(one + (one == cut) for one in question.cuts)
    moved = ask_for_an_age(
        question.key, question.text, *cuts, name=question.name, hint=question.hint, when=question.when
    )
    keys = dict(zip(question.keys, moved.keys, strict=True))

    def redrawn(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(
            moved.among(*(keys[key] for key in one.options)) if one.question == question.key else one
            for one in conditions
        )

    asked = (replace(one, when=redrawn(one.when)) for one in guide.questions)
    return replace(
        guide,
        questions=tuple(moved if one.key == question.key else one for one in asked),
        rules=tuple(replace(rule, when=redrawn(rule.when)) for rule in guide.rules),
    )


def condition_dropped(guide: Guide) -> Made:
    """Each condition left out; where it was the only one, the line always stands."""
    for rule, condition, _ in _conditions(guide):
        left = tuple(one for one in rule.when if one is not condition)
        yield f"{rule.key}: {condition.words}", partial(_with, guide, rule, replace(rule, when=left, always=not left))


def option_dropped(guide: Guide) -> Made:
    """Each answer that a condition wants, no longer wanted: above all "not known"."""
    for rule, condition, _ in _conditions(guide):
        for key in condition.options if len(condition.options) > 1 else ():
            yield f"{rule.key}: {key}", partial(_wanting, guide, rule, condition, {*condition.options} - {key})


def option_added(guide: Guide) -> Made:
    """Each answer that a condition does not want, wanted as well."""
    for rule, condition, question in _conditions(guide):
        for key in question.keys:
            if key not in condition.options:
                yield f"{rule.key}: {key}", partial(_wanting, guide, rule, condition, {*condition.options, key})


def option_swapped(guide: Guide) -> Made:
    """A condition wants exactly the answers that it did not want."""
    for rule, condition, question in _conditions(guide):
        others = {*question.keys} - {*condition.options}
        if others - {NOT_KNOWN}:
            yield f"{rule.key}: {condition.words}", partial(_wanting, guide, rule, condition, others)


def citation_changed(guide: Guide) -> Made:
    """Each unit exchanged for the next one in the register."""
    units = list(sources.units())
    for rule in guide.rules:
        for cite in rule.cites:
            other = units[(units.index(cite) + 1) % len(units)]
            cites = tuple(other if one == cite else one for one in rule.cites)
            yield f"{rule.key}: {other} for {cite}", partial(_with, guide, rule, replace(rule, cites=cites))


def cover_dropped(guide: Guide) -> Made:
    """Each rule that a line includes, no longer said to be included."""
    for rule in guide.rules:
        for key in rule.covers:
            covers = tuple(one for one in rule.covers if one != key)
            yield f"{rule.key}: {key}", partial(_with, guide, rule, replace(rule, covers=covers))


def rule_removed(guide: Guide) -> Made:
    """Each rule taken out."""
    for rule in guide.rules:
        yield rule.key, partial(_with, guide, rule, None)


def heading_changed(guide: Guide) -> Made:
    """Each rule under the heading that follows its own."""
    for rule in guide.rules:
        other = GROUPS[(GROUPS.index(rule.group) + 1) % len(GROUPS)]
        yield f"{rule.key}: {other.key}", partial(_with, guide, rule, replace(rule, group=other))


def negation_lost(guide: Guide) -> Made:
    """Each line that says not, without it."""
    for rule in guide.rules:
        if " not " in rule.then:
            said = rule.then.replace(" not ", " ", 1)
            yield rule.key, partial(_with, guide, rule, replace(rule, then=said))


def question_always_asked(guide: Guide) -> Made:
    """Each question that is asked only after some answers, asked after all."""
    for question in guide.questions:
        if question.when:
            yield question.key, partial(_asking, guide, question, replace(question, when=()))


def judgement_left_out(guide: Guide) -> Made:
    """Each matter left to people, no longer named."""

    def without(left: LeftToPeople) -> Guide:
        return replace(guide, left_to_people=tuple(one for one in guide.left_to_people if one is not left))

    for number, left in enumerate(guide.left_to_people, start=1):
        yield f"number {number}", partial(without, left)


KINDS = (
    age_line_of_a_rule_moved,
    age_line_of_a_question_moved,
    condition_dropped,
    option_dropped,
    option_added,
    option_swapped,
    citation_changed,
    cover_dropped,
    rule_removed,
    heading_changed,
    negation_lost,
    question_always_asked,
    judgement_left_out,
)


def slips(guide: Guide, each: int | None = None) -> Iterator[Slip]:
    """Give the slips of a guide, at most `each` of a kind, spread evenly.

    A slip that the guide itself refuses when it is imported is left out: no test is needed for it.
    """
    for kind in KINDS:
        made = list(kind(guide))
        for where, make in made[:: -(-len(made) // each)] if each and made else made:
            try:
                slipped = make()
            except GuideError:
                continue
            changed = {*slipped.rules} ^ {*guide.rules}
            about = {rule.key for rule in changed} | {key for rule in changed for key in rule.covers}
            asked = {one.question for rule in guide.rules if rule.key in about for one in rule.when}
            yield Slip(kind.__name__.replace("_", " "), where, slipped, frozenset(asked))
