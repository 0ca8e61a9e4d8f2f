"""The record of a case as text: one page that can be for one child alone, and behind it, where asked for, the whole account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__, sources
from calculators.actions.pathway import box
from calculators.case.names import DISPLAYED, HARMED
from calculators.engine.questions import capital
from calculators.engine.rules import TIMES
from calculators.output import record, text, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calculators.case import CaseResult
    from calculators.case.places import Place
    from calculators.engine.plan import Step

LANES = {
    "everyone": "For each child and everyone",
    "harmed": "For the child who was harmed",
    "displayed": "For the child who displayed the behaviour",
}
ONE_CHILD = ({"harmed"}, {"displayed"})
CHILDREN = {"displayed": DISPLAYED, "harmed": HARMED}
EARLIER = "Earlier steps: check that each was taken"
TWO = "This record is about two children. Do not give it to one family. Make one for each child alone."
TWO_IN_PLAN = "This plan is about two children. Do not give it to one family."


def record_text(found: CaseResult, made: str, address: str, *, two: bool, whole: bool) -> str:
    """Give the record of a case.

    Args:
        found: the plan, whole or for one child alone.
        made: the day and time of the check, in words.
        address: where the page stands; empty: not said.
        two: it is about two children.
        whole: with the reasons, the rules and the sources behind the page.

    """
    result = found.result
    alone = f": {CHILDREN[found.child]} alone" if found.child else ""
    newer = f" Check for a newer version at {address}." if address else ""
    lines = [
        f"Record of a case{alone}",
        f"{text.SITE}, edition {__version__}. Made {made}.{newer}",
        *([TWO] if two else []),
        f"{text.REFERENCE} {text.NO_NAMES}",
        "",
        "What was answered",
        *text.answered_lines(result),
        *([] if found.child else ["", "What comes first", f"  - {words.heading(result)}"]),
    ]
    for title, steps in lanes(result.steps, found.child):
        lines += _part(title, (f"{TIMES[step.when]}: {lane_line(step)}" for step in steps))
    lines += _part("Dates", (text.dated_text(dated) for dated in result.timetable))
    lines += _part(EARLIER, (step.action.others for step in found.earlier))
    lines += ["", f"Not known yet: {not_known(found)}."] if result.not_known else []
    documents = dict.fromkeys(sources.unit(unit).document.short for step in result.steps for unit in step.cites)
    lines += ["", f"It rests on: {'; '.join(documents)}.", text.DECIDES]
    if whole and not found.child:
        lines += ["", record.BEHIND, *text.account(result)]
    return "\n".join(lines) + "\n"


def not_known(found: CaseResult) -> str:
    """Say what is not known, in a row."""
    return "; ".join(one.said.what for one in found.result.not_known)


def lanes(steps: Iterable[Step], child: str = "") -> list[tuple[str, list[Step]]]:
    """Give every step once, under whom it is about: everybody and each child first, then each child alone.

    Args:
        steps: the steps of a plan.
        child: the child that the plan is about alone; empty: the whole case.

    """
    found: dict[str, list[Step]] = {lane: [] for lane in LANES}
    for step in steps:
        found[step.about[0] if set(step.about) in ONE_CHILD else "everyone"].append(step)
    everyone = "For everyone" if child else LANES["everyone"]
    return [(LANES[lane] if lane != "everyone" else everyone, steps) for lane, steps in found.items() if steps]


def lane_line(step: Step) -> str:
    """Give a step in one line below the name of its lane."""
    return step_line(step) if set(step.about) not in ONE_CHILD else _without_whom(step)


def step_line(step: Step) -> str:
    """Give a step in one line: who does it, on which condition, for which child."""
    about = words.when_and_whom(step).partition(" · ")[2]
    return f"{_without_whom(step)}{f' ({about})' if about else ''}"


def _without_whom(step: Step) -> str:
    return f"{step.action.others}{words.only_if(step)}"


def place_line(child: str, place: Place) -> str:
    """Say where a child is on the pathway."""
    return f"{capital(CHILDREN[child])}: {box(place.box).name}{'' if place.sure else ', as far as is known'}."


def _part(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"  - {line}" for line in lines]
    return ["", title, *found] if found else []
