"""A case seen for one child alone: what is about another child is taken out, so that a family learns nothing of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calculators.case.facts import NOBODY

if TYPE_CHECKING:
    from calculators.case.plan import CaseResult
    from calculators.engine.plan import Step

ABOUT = {"harmed": {"harmed", "each", "all"}, "displayed": {"displayed", "each", "all"}}
# Whose facts the answers are. What is about both children is in neither child’s own record.
FACTS = {
    "harmed": frozenset({"role", "danger", "harmed-age", "still-at-risk"}),
    "displayed": frozenset(
        {
            "role",
            "danger",
            "stage",
            "age-then",
            "age-last",
            "age-now",
            "level",
            "services",
            "development",
            "also-harmed",
            "charged",
            "adolescence",
            "gender",
            "learning-disability",
            "online",
            "reached",
            "concern",
            "vulnerable",
            "order",
            "area",
            "panel-harm",
            "referrer",
            "plan",
            "panel-consent",
            "investigation",
            "denied",
            "start",
            "changed",
            "change",
        }
    ),
}
# Words by which an action or its condition speaks of the other child.
OTHER = {
    "harmed": ("displayed the behaviour", "other child"),
    "displayed": ("was harmed", "were harmed", "other child"),
}


def about_two(found: CaseResult) -> bool:
    """Say whether a plan is about a child who displayed the behaviour and a child who was, or may have been, harmed."""
    typed = found.result.typed or {}
    return not found.child and typed.get("others") not in NOBODY


def for_child(found: CaseResult, child: str) -> CaseResult:
    """Give the part of a plan that is about one child alone.

    Args:
        found: the whole plan.
        child: `harmed` or `displayed`.

    Returns:
        The steps about this child or about each; the answers that are this child’s own facts; no reasons of rules, no
        remarks, and nothing of what changed.

    """
    result, facts = found.result, FACTS[child]
    return replace(
        found,
        child=child,
        result=replace(
            result,
            answers={key: text for key, text in result.answers.items() if key in facts},
            typed={key: text for key, text in (result.typed or {}).items() if key in facts},
            steps=_about(result.steps, child),
            not_known=tuple(missing for missing in result.not_known if missing.question in facts),
            timetable=result.timetable if child == "displayed" else (),
            applied=(),
            trace=(),
            replaced={},
        ),
        earlier=_about(found.earlier, child),
        new=(),
        changed=(),
        gone=(),
    )


def _about(steps: tuple[Step, ...], child: str) -> tuple[Step, ...]:
    return tuple(replace(step, about=_seen(step, child)) for step in steps if _fits(step, child))


def _seen(step: Step, child: str) -> tuple[str, ...]:
    """Give whom a step is about, as this child’s record says it: this child alone, or everybody."""
    return ("all",) if set(step.about) == {"all"} else (child,)


def _fits(step: Step, child: str) -> bool:
    said = f"{step.action.instruction} {step.action.others} {step.only_if}"
    return bool(ABOUT[child] & set(step.about)) and not any(words in said for words in OTHER[child])
