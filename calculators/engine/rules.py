"""Rules: the answers under which an action is called for, or a remark holds, and the units that say so.

Every rule that applies counts: there is no order of precedence and no "not". A rule that calls for actions gives the
reason; what is to be done is worded in the register of actions and nowhere else. A remark calls for nothing: it says
what the sources say, what to avoid or where they differ. A check says which answers do not fit together, and calls for
actions like any other rule, so that a slip in the answers cannot hide a duty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators import sources
from calculators.actions.register import ActionError, action
from calculators.engine.questions import GuideError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.actions.register import Action
    from calculators.engine.conditions import Clause, Condition

TIMES = {"now": "Now", "today": "Today", "next": "Next", "later": "Later"}


@dataclass(frozen=True)
class Part:
    """A part of a result that rules can stand in: its key and its heading."""

    key: str
    title: str


CHECK = Part("check", "Please check: these answers do not fit together")
STEPS = Part("steps", "What to do")
PLACED = Part("placed", "Where the ticked features stand, highest first")
SAYS = Part("says", "What the sources say about this child")
ASSESS = Part("assess", "What has to be assessed")
AVOID = Part("avoid", "Avoid")
DIFFERS = Part("differs", "Where guidance differs")
PARTS = (CHECK, STEPS, PLACED, SAYS, ASSESS, AVOID, DIFFERS)


@dataclass(frozen=True)
class Call:
    """An action that a rule calls for, with what is particular to this case.

    Args:
        action: the action, as the register words it.
        when: one of `TIMES`; the action's own unless the rule says otherwise.
        about: which child: displayed, harmed, each, others, adult or all.
        only_if: a condition that no question asks for, shown with the action; empty: none.

    """

    action: Action
    when: str
    about: str
    only_if: str


@dataclass(frozen=True)
class Rule:
    """Conditions, and what holds where they are met.

    Args:
        key: its name, unique in the calculator; tests, records and area files use it.
        part: the part of the result it stands in.
        cites: the units that say so, at least one.
        text: the reason why the actions are called for, or the remark, in whole sentences.
        when: what the answers have to be; None: the rule holds whatever they are.
        calls: the actions, for a rule that calls for any.
        about: the child it is about, in words ("Child A"), or empty.
        topic: what the sources differ on, for a rule of `DIFFERS`.
        strictest: this is the strictest of the rules with the same topic.
        headline: the finding as a heading, for a calculator whose answer is a finding and not a step.

    """

    key: str
    part: Part
    cites: tuple[str, ...]
    text: str
    when: Condition | None = None
    calls: tuple[Call, ...] = ()
    about: str = ""
    topic: str = ""
    strictest: bool = False
    headline: str = ""

    def __post_init__(self) -> None:
        """Check the rule by itself; GuideError where it names no unit, an unknown one, or says nothing."""
        if not self.cites:
            raise GuideError(f"{self.key} names no unit")
        for unit in self.cites:
            sources.unit(unit)
        if not self.text.strip():
            raise GuideError(f"{self.key} says nothing: give the reason or the remark")
        if (self.part is STEPS) and not self.calls:
            raise GuideError(f"{self.key} is a step and calls for no action: name one of the register")
        if bool(self.topic) != (self.part is DIFFERS) or (self.strictest and not self.topic):
            raise GuideError(
                f"{self.key}: a topic belongs to a rule that says where the sources differ, and to no other"
            )

    @property
    def always(self) -> bool:
        """Say whether the rule holds whatever is answered."""
        return self.when is None

    def kept_out_by(self, answers: Mapping[str, str]) -> tuple[Clause, ...]:
        """Give the clauses that these answers do not meet; none of them: the rule applies."""
        return self.when.kept_out_by(answers) if self.when else ()

    def known_to_apply(self, answers: Mapping[str, str]) -> bool:
        """Say whether known answers alone make it apply."""
        return self.when is None or self.when.known_to_be_met(answers)

    @property
    def condition_words(self) -> str:
        """The rule's conditions in words."""
        return self.when.words if self.when else "Always"


def step(
    key: str,
    *actions: str,
    because: str,
    cites: tuple[str, ...] | str,
    when: Condition | None = None,
    at: str = "",
    about: str = "",
    only_if: str | None = None,
) -> Rule:
    """Call for actions.

    Args:
        key: the rule's name.
        actions: keys of the register.
        because: the reason, a short sentence.
        cites: the unit, or the units.
        when: what the answers have to be; None: whatever they are.
        at: now, today, next or later; empty: as the register has it.
        about: which child; empty: as the register has it.
        only_if: a condition that no question asks for; None: as the register has it; empty: none here.

    """
    return Rule(
        key,
        STEPS,
        _units(cites),
        because,
        when,
        tuple(_call(key, name, at=at, about=about, only_if=only_if) for name in actions),
    )


def check(key: str, text: str, *actions: str, when: Condition, cites: tuple[str, ...] | str) -> Rule:
    """Say which answers do not fit together, and call for the actions that hold all the same."""
    return Rule(key, CHECK, _units(cites), text, when, tuple(_call(key, name) for name in actions))


def says(
    key: str,
    text: str,
    *,
    cites: tuple[str, ...] | str,
    when: Condition | None = None,
    about: str = "",
    headline: str = "",
    part: Part = SAYS,
) -> Rule:
    """Say what a source or the law says of these answers; with a `headline` it can be the answer of a calculator."""
    return Rule(key, part, _units(cites), text, when, about=about, headline=headline)


def avoid(key: str, text: str, *, cites: tuple[str, ...] | str, when: Condition | None = None, about: str = "") -> Rule:
    """Say what not to do."""
    return Rule(key, AVOID, _units(cites), text, when, about=about)


def differs(
    key: str,
    text: str,
    *,
    topic: str,
    cites: tuple[str, ...] | str,
    when: Condition | None = None,
    strictest: bool = False,
    about: str = "",
) -> Rule:
    """Give one source's answer where the sources differ on a topic."""
    return Rule(key, DIFFERS, _units(cites), text, when, about=about, topic=topic, strictest=strictest)


def _units(cites: tuple[str, ...] | str) -> tuple[str, ...]:
    return (cites,) if isinstance(cites, str) else cites


def _call(key: str, name: str, *, at: str = "", about: str = "", only_if: str | None = None) -> Call:
    try:
        called = action(name)
    except ActionError as fault:
        raise GuideError(f"{key}: {fault}") from None
    if at and at not in TIMES:
        raise GuideError(f"{key}: “{at}” is no time; use one of {', '.join(TIMES)}")
    return Call(called, at or called.when, about or called.about, called.only_if if only_if is None else only_if)
