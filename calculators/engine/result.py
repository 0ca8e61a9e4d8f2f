"""What a calculator says to a set of answers: the plan, the remarks, and how it came to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.actions.meetings import meetings
from calculators.engine.rules import AVOID, CHECK, DIFFERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from calculators.actions.meetings import Meeting
    from calculators.areas.model import Area
    from calculators.engine.conditions import Clause
    from calculators.engine.guide import Guide
    from calculators.engine.plan import Step
    from calculators.engine.questions import NotKnown
    from calculators.engine.rules import Part, Rule


@dataclass(frozen=True)
class Trace:
    """Why a rule applied, or the clauses that kept it out."""

    rule: Rule
    kept_out_by: tuple[Clause, ...]

    @property
    def applies(self) -> bool:
        """Say whether the rule applied."""
        return not self.kept_out_by


@dataclass(frozen=True)
class Change:
    """One answer that, changed alone, would alter the result: the actions and remarks it adds and those it drops."""

    question: str
    option: str
    adds: tuple[str, ...]
    drops: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A worked-out fact beside the findings: an age on a day, a birthday at which something changes and when."""

    key: str
    text: str


@dataclass(frozen=True)
class Dated:
    """One day of a timetable.

    Args:
        day: the day.
        what: what it is the day for, and by whose rule.
        cites: the units that say so.
        note: what the reader has to know of the day itself: a weekend, a bank holiday, a day gone by.
        due: by the rule that is followed; otherwise only another source asks for it.
        past: the day has come already: no calendar needs it.

    """

    day: date
    what: str
    cites: tuple[str, ...]
    note: str = ""
    due: bool = True
    past: bool = False


@dataclass(frozen=True)
class Missing:
    """One fact that is not known: the question, and what to do about it."""

    question: str
    said: NotKnown


@dataclass(frozen=True)
class Result:
    """What a calculator says to a set of answers; `area`, where one is chosen, adds its contacts and lines.

    Args:
        guide: the calculator that was asked.
        answers: the answers as the rules see them, by the key of the question.
        typed: what the reader typed, by the key of the field.
        role: the reader's role, a key of `ROLES`, or empty where it is not known.
        steps: the plan, most urgent first.
        applied: the rules that applied.
        not_known: the facts that are not known, in the order of the questions.
        trace: every rule, with what kept it out.
        replaced: the actions that were called for and gave way, each with the action that took its place.
        changes: what each single other answer would change.
        notes: what was worked out from ages and dates.
        timetable: the dated list.
        area: the area whose arrangements stand beside the steps.

    """

    guide: Guide
    answers: Mapping[str, str]
    steps: tuple[Step, ...]
    applied: tuple[Rule, ...]
    not_known: tuple[Missing, ...]
    trace: tuple[Trace, ...]
    replaced: Mapping[str, str]
    role: str = ""
    typed: Mapping[str, str] | None = None
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    timetable: tuple[Dated, ...] = ()
    area: Area | None = None

    @property
    def to_come(self) -> tuple[Dated, ...]:
        """The days that are due from today on, for a calendar."""
        return tuple(dated for dated in self.timetable if dated.due and not dated.past)

    def takes(self, step: Step) -> bool:
        """Say whether the reader's role takes a step; where the role is not known, any step may be the reader's."""
        return not self.role or bool(step.action.for_role(self.role))

    @property
    def yours(self) -> tuple[Step, ...]:
        """The steps that the reader's role takes, the one that the heading names first; without a role all of them.

        Where the heading is a finding, it names no step.
        """
        mine = tuple(step for step in self.steps if self.takes(step))
        return mine if self.finding else tuple(sorted(mine, key=lambda step: step not in self.leading))

    @property
    def others(self) -> tuple[Step, ...]:
        """The steps that somebody else takes."""
        return tuple(step for step in self.steps if not self.takes(step))

    @property
    def leading(self) -> tuple[Step, ...]:
        """The step that the heading names: the reader's own most urgent one; where the reader has none, anybody's."""
        mine = [step for step in self.steps if self.takes(step)]
        return most_urgent(mine, standing=bool(self.role)) or most_urgent(self.steps)

    @property
    def above(self) -> tuple[Step, ...]:
        """The step of somebody else that is more urgent than the reader's own; none where there is none."""
        others = most_urgent([step for step in self.steps if step.answered and step.certain])
        more = [step for step in others if not self.takes(step)]
        return tuple(step for step in more if self.leading and step.action.order < self.leading[0].action.order)

    @property
    def finding(self) -> Rule | None:
        """The remark that is the answer of a calculator whose answer is a finding; None where it is a step."""
        return next((rule for rule in self.applied if rule.headline), None)

    def remarks(self, *parts: Part) -> tuple[Rule, ...]:
        """Give the remarks of some parts of the result, in the order of the parts."""
        return tuple(rule for part in parts for rule in self.applied if rule.part is part)

    @property
    def checks(self) -> tuple[Rule, ...]:
        """The answers that do not fit together."""
        return self.remarks(CHECK)

    @property
    def avoid(self) -> tuple[Rule, ...]:
        """What not to do."""
        return self.remarks(AVOID)

    @property
    def differences(self) -> dict[str, tuple[Rule, ...]]:
        """Where the sources differ: for each topic what each says, the strictest first."""
        rules = self.remarks(DIFFERS)
        topics = dict.fromkeys(rule.topic for rule in rules)
        return {
            topic: tuple(sorted((rule for rule in rules if rule.topic == topic), key=lambda rule: not rule.strictest))
            for topic in topics
        }

    def cites(self) -> tuple[str, ...]:
        """Every unit that the result rests on, each once, in order."""
        units = [unit for step in self.steps for unit in step.cites]
        units += [unit for rule in self.applied for unit in rule.cites]
        units += [unit for missing in self.not_known for unit in missing.said.cites]
        units += [unit for dated in self.timetable for unit in dated.cites]
        units += [unit for left in self.guide.judgement for unit in left.cites]
        return tuple(dict.fromkeys(units))

    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting that a step of the plan belongs to, each once, in order."""
        return tuple(
            meetings()[key] for key in dict.fromkeys(step.action.meeting for step in self.steps if step.action.meeting)
        )


SOON = frozenset({"now", "today"})


def most_urgent(steps: Sequence[Step], *, standing: bool = False) -> tuple[Step, ...]:
    """Give the most urgent of some steps that may lead, or none where there is no step.

    What is due now or today comes before what is due later. Of each, an action of a known answer comes before one that
    stands in every result, and that before one that hangs on something unknown. `standing`: what stands in every result
    may come before what is due later, because it is this reader's own.
    """
    may = [step for step in steps if step.action.leads and step.about != ("adult",)] or list(steps)
    called = [step for step in may if step.answered and not step.action.standing]
    soon = [step for step in may if step.when in SOON and not step.only_if and (standing or not step.action.standing)]
    for fits in (
        [step for step in soon if step.certain and step in called],
        [step for step in soon if step.certain],
        soon,
        [step for step in called if step.certain and not step.only_if],
        [step for step in called if not step.only_if],
        [step for step in may if not step.only_if],
        may,
    ):
        if fits:
            return (min(fits, key=lambda step: step.action.order),)
    return ()
