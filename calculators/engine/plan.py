"""From the actions that rules call for to a plan: each action once, with all its reasons, in order of urgency.

Relations between actions are those of the register. An action *brings* others. It *gives way* to another that takes its
place: because the other answers something worse (a milder answer), or because another procedure is followed (which
holds only at one age of the child). It *includes* weaker ones, whose reasons it then takes over. None of this drops an
action whose place is not taken; the trace of a result says what became of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.actions.register import action
from calculators.engine.rules import TIMES, Call, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calculators.actions.register import Action

MILDER = "milder answer"
CHILDREN = ("harmed", "displayed", "each", "all", "others", "adult")  # the child who was harmed comes first
WHOSE = {"llr": "leicester-leicestershire-rutland", "nel": "north-east-lincolnshire"}  # the document of one area alone


@dataclass(frozen=True)
class Called:
    """An action that a rule calls for in a case, and whether known answers alone make it so."""

    call: Call
    rule: Rule
    certain: bool


@dataclass(frozen=True)
class Reason:
    """Why an action is called for: the sentence, its units, the rule that gives it, and whether it is known to hold."""

    text: str
    cites: tuple[str, ...]
    rule: str
    certain: bool = True


@dataclass(frozen=True)
class Step:
    """One action of a plan.

    Args:
        action: the action, as the register words it.
        when: the earliest time at which a rule calls for it, a key of `TIMES`.
        about: the children it is about, keys as in the register.
        only_if: a condition that no question asks for; empty where some rule calls for it without one.
        reasons: every reason, each once, that of the action's own rules first.
        certain: known answers alone call for it.
        answered: some answer calls for it; without one it stands in every result.
        included: keys of the weaker actions that doing this one does too.

    """

    action: Action
    when: str
    about: tuple[str, ...]
    only_if: str
    reasons: tuple[Reason, ...]
    certain: bool
    answered: bool
    included: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands: by time, by the order of the register, the child who was harmed first."""
        return list(TIMES).index(self.when), self.action.order, min(CHILDREN.index(child) for child in self.about)

    @property
    def cites(self) -> tuple[str, ...]:
        """Every unit that its reasons rest on, each once."""
        return tuple(dict.fromkeys(unit for reason in self.reasons for unit in reason.cites))

    @property
    def whose(self) -> str:
        """The key of the one area whose own document alone asks for it; empty where a national document does too."""
        documents = {unit.split(":", 1)[0] for unit in self.cites}
        return WHOSE.get(documents.pop(), "") if len(documents) == 1 else ""


def plan(worlds: Iterable[Sequence[Called]]) -> tuple[Step, ...]:
    """Make one plan.

    Args:
        worlds: what the rules call for, for each age of the child that the answers allow; where the age is one, or is
            not known, there is one of them.

    Returns:
        The steps, each action once, in order of urgency.

    """
    kept: list[Called] = []
    for called in worlds:
        here = _with_what_they_bring(called)
        kept += _not_given_way(here, among=here, milder_only=False)
    kept = _not_given_way(kept, among=kept, milder_only=True)
    steps = {key: _step([called for called in kept if called.call.action.key == key]) for key in _keys(kept)}
    return tuple(sorted(_without_included(steps), key=lambda step: step.order))


def gave_way(worlds: Iterable[Sequence[Called]], steps: Sequence[Step]) -> dict[str, str]:
    """Say of each action that was called for and has no step of its own which action took its place."""
    taken: dict[str, str] = {}
    standing = {step.action.key: step for step in steps}
    for called in worlds:
        for key in _keys(_with_what_they_bring(called)):
            if key in standing or key in taken:
                continue
            including = [name for name, step in standing.items() if key in step.included]
            gives = [edge.to for edge in action(key).gives_way]
            taken[key] = next(iter([*including, *gives]), "")
    return taken


def _keys(called: Iterable[Called]) -> list[str]:
    return list(dict.fromkeys(one.call.action.key for one in called))


def _with_what_they_bring(called: Sequence[Called]) -> list[Called]:
    """Add the actions that others bring, with the reason of those that bring them."""
    found = list(called)
    for one in found:  # it grows while it is walked: what is brought may bring more
        for key in one.call.action.brings:
            brought = action(key)
            if not any(other.call.action is brought and other.rule is one.rule for other in found):
                call = Call(brought, brought.when, brought.about, brought.only_if or one.call.only_if)
                found.append(Called(call, one.rule, one.certain))
    return found


def _not_given_way(called: Sequence[Called], *, among: Sequence[Called], milder_only: bool) -> list[Called]:
    standing = {key for one in among if not one.call.only_if for key in _done_by(one.call.action)}
    return [
        one
        for one in called
        if not any(edge.to in standing and (edge.kind == MILDER or not milder_only) for edge in one.call.action.gives_way)
    ]


def _done_by(called: Action) -> frozenset[str]:
    return called.included_keys() | {called.key}


def _step(called: list[Called]) -> Step:
    """Make one step of all the calls for one action."""
    reasons = [Reason(one.rule.text, one.rule.cites, one.rule.key, one.certain) for one in called]
    free = [one for one in called if not one.call.only_if]
    return Step(
        action=called[0].call.action,
        when=min((one.call.when for one in called), key=list(TIMES).index),
        about=tuple(child for child in CHILDREN if any(one.call.about == child for one in called)),
        only_if="" if free else called[0].call.only_if,
        reasons=_each_once(reasons),
        certain=any(one.certain for one in called),
        answered=any(not one.rule.always for one in called),
    )


def _each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Give each sentence once, with the units of all who say it; what is known to hold comes first."""
    said: dict[str, Reason] = {}
    for reason in reasons:
        before = said.get(reason.text)
        if before is None:
            said[reason.text] = reason
            continue
        cites = tuple(dict.fromkeys((*before.cites, *reason.cites)))
        said[reason.text] = Reason(reason.text, cites, before.rule, before.certain or reason.certain)
    return tuple(sorted(said.values(), key=lambda reason: not reason.certain))


def _without_included(steps: dict[str, Step]) -> list[Step]:
    """Leave out what a stronger step includes; the stronger one takes over its reasons and, where earlier, its time."""
    taken: dict[str, list[Step]] = {key: [] for key in steps}
    left = dict(steps)
    for key, weaker in steps.items():
        for name, stronger in steps.items():
            if key in stronger.action.included_keys() and stronger.only_if in {"", weaker.only_if}:
                taken[name].append(weaker)
                left.pop(key, None)
    return [_taking(stronger, taken[key]) for key, stronger in left.items()]


def _taking(stronger: Step, weaker: list[Step]) -> Step:
    if not weaker:
        return stronger
    every = [stronger, *weaker]
    return Step(
        action=stronger.action,
        when=min((step.when for step in every), key=list(TIMES).index),
        about=tuple(child for child in CHILDREN if any(child in step.about for step in every)),
        only_if=stronger.only_if,
        reasons=_each_once(reason for step in every for reason in step.reasons if step.answered or step is stronger),
        certain=stronger.certain,
        answered=stronger.answered,
        included=tuple(step.action.key for step in weaker),
    )
